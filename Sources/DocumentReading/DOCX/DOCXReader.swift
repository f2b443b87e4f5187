import PlanDocument

/// Word files (.docx) to text: headings with their numbers, tables with their cells, notes behind the
/// paragraph that they belong to, changes as accepted.
struct DOCXReader {
  let path: String
  let options: ReadingOptions

  func read(_ bytes: [UInt8]) throws(ReadingError) -> (text: SourceText, warnings: [ReadingWarning])
  {
    let package = WordPackage(path: path, bytes: bytes)
    let top = try package.relations(of: "", options: options)
    let main =
      top.first { $0.type == "officeDocument" && !$0.isExternal }?.target ?? "word/document.xml"
    let relations = try package.relations(of: main, options: options)
    func part(_ type: String) -> String? {
      relations.first { $0.type == type && !$0.isExternal }?.target
    }

    let styles = WordStylesHandler()
    if let name = part("styles") { _ = try package.read(name, to: styles, options: options) }
    let numbering = WordNumberingHandler()
    if let name = part("numbering") { _ = try package.read(name, to: numbering, options: options) }
    var notes = WordNotes()
    for (type, keyPath) in [
      ("footnotes", \WordNotes.footnotes as WritableKeyPath), ("endnotes", \WordNotes.endnotes),
    ] {
      guard let name = part(type) else { continue }
      let handler = WordText(styles: styles.result, numbering: numbering.result, notes: nil)
      _ = try package.read(name, to: handler, options: options)
      notes[keyPath: keyPath] = handler.result
    }

    let body = WordText(styles: styles.result, numbering: numbering.result, notes: notes)
    let sink = Sink(limit: options.largestFile)
    body.flush = { [unowned body] events in
      if !sink.write(events) { body.stop() }
    }
    body.joinPage = { sink.writer.joinPage(ofSection: $0) }
    guard try package.read(main, to: body, options: options) else {
      throw .noWordDocument(path: path)
    }
    guard !sink.isFull else {
      throw .tooLarge(path: path, bytes: sink.writer.count, limit: options.largestFile)
    }
    let pages = try printedPages(package, top)
    let text = sink.writer.finish(
      pagesAreKnown: body.hasRenderedBreaks || pages.map { $0 <= sink.writer.pageCount } ?? true)
    return (text, warnings(body))
  }

  /// How many pages the program that wrote the file counted; nil where it does not say.
  private func printedPages(
    _ package: WordPackage, _ relations: [WordPackage.Relation]
  ) throws(ReadingError) -> Int? {
    guard let name = relations.first(where: { $0.type == "extended-properties" })?.target else {
      return nil
    }
    let handler = PageCountHandler()
    do {
      _ = try package.read(name, to: handler, options: options)
    } catch {
      // The text does not depend on it.
      return nil
    }
    return handler.pages
  }

  private func warnings(_ body: WordText) -> [ReadingWarning] {
    var warnings: [ReadingWarning] = []
    if body.deletions > 0 {
      warnings.append(
        ReadingWarning(
          "文件有修订记录，按全部接受读入（删除 \(body.deletions) 处）",
          "the file has tracked changes, which were read as accepted (\(body.deletions) deletions)")
      )
    }
    if body.embedded > 0 {
      warnings.append(
        ReadingWarning(
          "正文中嵌入的 \(body.embedded) 个文件没有读（altChunk）",
          "\(body.embedded) files embedded in the text were not read (altChunk)"))
    }
    return warnings
  }

  /// The writer, shared with the handler.
  private final class Sink {
    var writer = MarkupTextWriter(collapsesBlanks: false)
    let limit: Int
    private(set) var isFull = false

    init(limit: Int) { self.limit = limit }

    func write(_ events: MarkupEvents) -> Bool {
      writer.write(events)
      isFull = writer.count > limit
      return !isFull
    }
  }
}

/// Reads `Pages` of `docProps/app.xml`.
private final class PageCountHandler: MarkupHandler {
  private(set) var pages: Int?
  let isDone = false
  private var text: [UInt8]?

  func kind(of name: String, namespace: String) -> Int { name == "Pages" ? 1 : 0 }
  func open(_ kind: Int, _ attributes: borrowing MarkupAttributes) { if kind == 1 { text = [] } }

  func close(_ kind: Int) {
    if kind == 1 { pages = text.flatMap { Int(String(decoding: $0, as: UTF8.self)) } }
    text = nil
  }

  func text(_ bytes: Span<UInt8>) {
    guard text != nil, (text?.count ?? 0) < 20 else { return }
    for index in bytes.indices { text?.append(bytes[index]) }
  }
}
