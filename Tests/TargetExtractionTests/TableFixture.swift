import PlanDocument
import TargetExtraction

/// Tables given row by row: `^3` behind a text spans three rows, `>2` two columns; an empty text
/// is no cell.
enum TableFixture {
  static func outline(
    head: [[String]], rows: [[String]], caption: String = ""
  ) -> (outline: Outline, source: SourceText) {
    var texts: [String] = [caption]
    func row(_ cells: [String], _ start: inout Int) -> [(TextSpan, Int, Int, Int)] {
      var found: [(TextSpan, Int, Int, Int)] = []
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        var text = cell
        var spans = [1, 1]
        for (index, mark) in ["^", ">"].enumerated() {
          guard let place = text.lastIndex(of: Character(mark)),
            let count = Int(text[text.index(after: place)...])
          else { continue }
          spans[index] = count
          text = String(text[..<place])
        }
        texts.append(text)
        found.append(
          (TextSpan(start, start + text.utf8.count), column, spans[0], spans[1]))
        start += text.utf8.count + 1
      }
      return found
    }
    var start = caption.utf8.count + 1
    let placed = (head + rows).map { row($0, &start) }
    let source = SourceText(texts.joined(separator: "\n"))
    let made = placed.map { cells in
      TableRow(
        cells: cells.map {
          TableCell(
            text: MendedText($0.0, of: source), column: $0.1, columnSpan: $0.3, rowSpan: $0.2)
        })
    }
    var outline = Outline()
    outline.tables = [
      PlanTable(
        title: MendedText(TextSpan(0, caption.utf8.count), of: source), division: nil,
        header: Array(made[..<head.count]), rows: Array(made[head.count...]),
        columnCount: (head + rows).map(\.count).max() ?? 0,
        span: TextSpan(0, source.bytes.count))
    ]
    for (index, row) in made.enumerated() {
      var text = MendedText()
      for cell in row.cells {
        if !text.isEmpty { text.insert(" ") }
        text.append(cell.text)
      }
      outline.passages.append(
        Passage(
          kind: .row, text: text, division: nil,
          row: TableRowPlace(table: 0, row: index - head.count)))
    }
    return (outline, source)
  }

  static func claims(
    head: [[String]], rows: [[String]], title: String = "第十四个五年规划纲要",
    caption: String = "", includesProjects: Bool = false
  ) -> [PlanTarget] {
    let (outline, source) = outline(head: head, rows: rows, caption: caption)
    return TargetExtractor(includesProjects: includesProjects).targets(
      in: outline, source: source, document: DocumentID("d"), metadata: metadata(title))
  }

  static func warnings(head: [[String]], rows: [[String]]) -> [PlanWarning] {
    let (outline, source) = outline(head: head, rows: rows)
    return TargetExtractor().extraction(
      from: outline, source: source, document: DocumentID("d"), metadata: metadata("第十四个五年规划纲要")
    ).warnings
  }

  private static func metadata(_ title: String) -> PlanMetadata {
    var metadata = PlanMetadata()
    metadata.title = PlanMetadata.Found(title)
    return metadata
  }

  /// A record on one line: indicator, bound, value, unit, change, year.
  static func dump(_ target: PlanTarget) -> String {
    let value = target.value.map { number($0) } ?? target.text
    let upper = target.valueMax.map { "-" + number($0) } ?? ""
    return "\(target.indicator) \(target.bound.rawValue) \(value)\(upper) \(target.unit) "
      + "\(target.change) \(target.year ?? "nil")"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
  }
}
