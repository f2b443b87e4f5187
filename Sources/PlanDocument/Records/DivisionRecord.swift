/// A unit of the outline as it leaves the program: places as lines, pages and code points.
package struct DivisionRecord: Sendable, Equatable, Codable {
  package var level: DivisionLevel
  package var number: Int?
  /// Nil where nothing is printed.
  package var label: String?
  package var title: String
  /// Labels from the top, joined by `/`.
  package var path: String
  /// 1-based; the page is nil where the format has none.
  package var page: Int?
  package var line: Int
  /// Code points of the source text.
  package var offset: Int
  package var length: Int
  /// Index of the unit that holds this one.
  package var parent: Int?

  package init(
    level: DivisionLevel, number: Int?, label: String?, title: String, path: String, page: Int?,
    line: Int, offset: Int, length: Int, parent: Int?
  ) {
    self.level = level
    self.number = number
    self.label = label
    self.title = title
    self.path = path
    self.page = page
    self.line = line
    self.offset = offset
    self.length = length
    self.parent = parent
  }

  package init(_ index: Int, of outline: Outline, source: SourceText) {
    let division = outline.divisions[index]
    level = division.level
    number = division.number
    label = division.label.isEmpty ? nil : division.label
    title = division.title.string
    path = outline.path(of: index)
    page = source.page(ofByte: division.heading.start)
    line = source.line(ofByte: division.heading.start)
    offset = source.codePointOffset(ofByte: division.extent.start)
    length = source.codePointOffset(ofByte: division.extent.end) - offset
    parent = division.parent
  }
}
