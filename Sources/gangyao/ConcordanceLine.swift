import PlanDocument
import PlanExport
import PlanPipeline
import PlanQuery

/// One occurrence with the text to its left and right: a line of `search --kwic`.
struct ConcordanceLine {
  /// Of a list of queries, the one that it belongs to.
  var query: String?
  let document: String
  let kind: PassageKind
  let path: String
  let line: Int
  let page: Int?
  /// Of the passage.
  let offset: Int
  let left: String
  let hit: String
  let right: String
  let address: String

  /// - Parameters:
  ///   - mark: the occurrence, in code points of the passage's text.
  ///   - context: code points on each side.
  init(_ passage: PassageRecord, mark: Range<Int>, context: Int, query: String?) {
    self.query = query
    document = passage.document
    kind = passage.kind
    path = passage.path
    line = passage.line
    page = passage.page
    offset = passage.offset
    address = PassageAddress(passage).text
    let scalars = passage.text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: mark.lowerBound)
    let end = scalars.index(start, offsetBy: mark.count)
    let front =
      scalars.index(start, offsetBy: -context, limitedBy: scalars.startIndex) ?? scalars.startIndex
    let back =
      scalars.index(end, offsetBy: context, limitedBy: scalars.endIndex) ?? scalars.endIndex
    left = String(scalars[front..<start])
    hit = String(scalars[start..<end])
    right = String(scalars[end..<back])
  }

  var tableLine: ConcordanceTable.Line {
    ConcordanceTable.Line(place: "\(document):\(line)", left: left, hit: hit, right: right)
  }

  /// - Parameter isLabelled: whether the query stands in the first column.
  static func columns(isLabelled: Bool) -> RecordColumns<ConcordanceLine> {
    let query = RecordColumn<ConcordanceLine>("query", "检索式", "query") { .optional($0.query) }
    return RecordColumns(
      (isLabelled ? [query] : []) + [
        RecordColumn("document", "文件", "document") { .string($0.document) },
        RecordColumn("kind", "类型", "kind") { .string($0.kind.rawValue) },
        RecordColumn("path", "位置", "path") { .string($0.path) },
        RecordColumn("line", "行", "line") { .integer($0.line) },
        RecordColumn("page", "页", "page") { .optional($0.page) },
        RecordColumn("offset", "偏移", "offset") { .integer($0.offset) },
        RecordColumn("left", "上文", "left") { .string($0.left) },
        RecordColumn("hit", "命中", "hit") { .string($0.hit) },
        RecordColumn("right", "下文", "right") { .string($0.right) },
        RecordColumn("address", "地址", "address") { .string($0.address) },
      ])
  }
}
