import PlanDocument

extension RecordColumns where Record == NumberRecord {
  /// Columns of `targets --coverage`.
  package static var numbers: Self {
    Self([
      RecordColumn("document", "文件", "document", meaning: "文件标识。", "The document's id.") {
        .string($0.document)
      },
      RecordColumn(
        "fate", "去向", "fate", meaning: "记为何种记录，或不记的原因。",
        "The kind of record it became, or the reason why it is none."
      ) { .string($0.fate.rawValue) },
      RecordColumn("reason", "说明", "reason", meaning: "去向的说明。", "The fate in words.") {
        .string($0.fate.english)
      },
      RecordColumn("text", "数字", "number", meaning: "原文的数字。", "The number as written.") {
        .string($0.text)
      },
      RecordColumn("target", "记录", "record", meaning: "所属记录的编号。", "Id of the record that holds it.")
      {
        .optional($0.target)
      },
      RecordColumn("context", "上下文", "context", meaning: "同一行前后的文字。", "Its line around it.") {
        .string($0.context)
      },
      RecordColumn("path", "位置", "path", meaning: "篇、章、节的标号。", "Labels of the units around.") {
        .string($0.path)
      },
      RecordColumn("page", "页", "page", .integer, meaning: "页码。", "Page.") { .optional($0.page) },
      RecordColumn("line", "行", "line", .integer, meaning: "原文的行。", "Line of the source.") {
        .integer($0.line)
      },
      RecordColumn(
        "offset", "偏移", "offset", .integer, meaning: "之前的字符数。", "Code points before it."
      ) { .integer($0.offset) },
      RecordColumn("length", "长度", "length", .integer, meaning: "字符数。", "Its code points.") {
        .integer($0.length)
      },
    ])
  }
}
