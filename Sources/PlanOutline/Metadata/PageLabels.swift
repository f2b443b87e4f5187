import PlanDocument

/// Reads the fields of a page's table of what a document is: 发文机关：国务院, 发布日期：2021年3月5日.
///
/// The value stands behind the label, in the next cell or on the next line.
struct PageLabels {
  let lines: [PageLine]

  /// Marks without which a line has no label.
  private static let marks = Set("：:】]".unicodeScalars)

  /// Characters of a line that may hold labels.
  private static let longest = 160

  func read(into metadata: inout PlanMetadata) {
    for (index, line) in lines.enumerated()
    where line.text.count <= Self.longest && line.text.contains(anyOf: Self.marks) {
      for (field, value) in values(
        of: line.text, next: index + 1 < lines.count ? lines[index + 1].text : nil)
      {
        take(field, value, into: &metadata)
      }
    }
  }

  private func take(
    _ field: NoticeWords.Label, _ value: SqueezedText, into metadata: inout PlanMetadata
  ) {
    guard !value.isEmpty else { return }
    switch field {
    case .issuer:
      if (2...60).contains(value.count), value.scalars.contains(where: \.isHan) {
        metadata.offer(.issuer, value.found(0..<value.count))
      }
    case .number:
      if let number = DocumentNumber.alone(value) { metadata.offer(.number, number) }
    case .issued, .published:
      guard let day = PrintedDay(value.withoutOuterBrackets, at: 0) else { return }
      metadata.offer(
        field == .issued ? .issued : .published,
        PlanMetadata.Found(day.text, start: value.starts[0]))
    case .source:
      guard value.has("http", at: 0) else { return }
      metadata.offer(.source, value.found(0..<value.count))
    }
  }

  /// All labels of a line with their values.
  private func values(
    of text: SqueezedText, next: SqueezedText?
  ) -> [(NoticeWords.Label, SqueezedText)] {
    var places: [(start: Int, end: Int, field: NoticeWords.Label?)] = []
    var index = 0
    while index < text.count {
      if let label = label(text, at: index) {
        places.append((index, label.end, label.field))
        index = label.end
      } else {
        index += 1
      }
    }
    // Words of a sentence are no labels.
    guard let first = places.first, first.start <= 1 || places.count > 1 else { return [] }
    var values: [(NoticeWords.Label, SqueezedText)] = []
    for (number, place) in places.enumerated() {
      guard let field = place.field else { continue }
      let end = number + 1 < places.count ? places[number + 1].start : text.count
      var value = text.slice(place.end..<end)
      if value.isEmpty, number + 1 == places.count, let next, label(next, at: 0) == nil {
        value = next
      }
      values.append((field, value))
    }
    return values
  }

  /// A label that stands at `index` with its colon or in 【】.
  private func label(
    _ text: SqueezedText, at index: Int
  ) -> (end: Int, field: NoticeWords.Label?)? {
    let isBoxed = text[index] == "【" || text[index] == "["
    let start = isBoxed ? index + 1 : index
    let other = NoticeWords.otherLabels.first { text.has($0, at: start) }
    let known = NoticeWords.labels.first { text.has($0.label, at: start) }
    guard let word = known?.label ?? other else { return nil }
    let end = start + word.unicodeScalars.count
    if isBoxed { return text[end] == "】" || text[end] == "]" ? (end + 1, known?.field) : nil }
    guard let mark = text[end], mark == "：" || mark == ":" else { return nil }
    return (end + 1, known?.field)
  }
}
