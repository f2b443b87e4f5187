import PlanDocument

extension RecordColumns where Record == DivisionRecord {
  /// Columns of `outline`.
  package static var divisions: Self {
    Self([
      RecordColumn("level", "层级", "level") { .string($0.level.rawValue) },
      RecordColumn("number", "序号", "number") { .optional($0.number) },
      RecordColumn("label", "标号", "label") { .optional($0.label) },
      RecordColumn("title", "标题", "title") { .string($0.title) },
      RecordColumn("path", "位置", "path") { .string($0.path) },
      RecordColumn("page", "页", "page") { .optional($0.page) },
      RecordColumn("line", "行", "line") { .integer($0.line) },
      RecordColumn("offset", "偏移", "offset") { .integer($0.offset) },
      RecordColumn("length", "长度", "length") { .integer($0.length) },
    ])
  }
}

extension RecordColumns where Record == PassageRecord {
  /// Columns of `passages`.
  package static var passages: Self {
    Self([
      RecordColumn("document", "文件", "document") { .string($0.document) },
      RecordColumn("kind", "类型", "kind") { .string($0.kind.rawValue) },
      RecordColumn("path", "位置", "path") { .string($0.path) },
      RecordColumn("line", "行", "line") { .integer($0.line) },
      RecordColumn("page", "页", "page") { .optional($0.page) },
      RecordColumn("offset", "偏移", "offset") { .integer($0.offset) },
      RecordColumn("text", "原文", "text") { .string($0.text) },
    ])
  }
}

extension RecordColumns where Record == DocumentRecord {
  /// Columns of `documents`.
  package static var documents: Self {
    Self([
      RecordColumn("document", "文件", "document") { .string($0.document) },
      RecordColumn("title", "标题", "title") { .optional($0.title) },
      RecordColumn("kind", "类型", "kind") { .optional($0.kind) },
      RecordColumn("region", "地区", "region") { .optional($0.region) },
      RecordColumn("region_code", "地区代码", "region code") { .optional($0.regionCode) },
      RecordColumn("level", "层级", "level") { .optional($0.level) },
      RecordColumn("issuer", "发布机构", "issuer") { .optional($0.issuer) },
      RecordColumn("number", "文号", "number") { .optional($0.number) },
      RecordColumn("status", "状态", "status") { .optional($0.status) },
      RecordColumn("period", "规划期", "period") { .optional($0.period) },
      RecordColumn("horizon", "远景", "horizon") { .optional($0.horizon) },
      RecordColumn("dates", "日期", "dates") { $0.datesValue },
      RecordColumn("source", "来源", "source") { .optional($0.source) },
      RecordColumn("retrieved", "获取日期", "retrieved") { .optional($0.retrieved) },
      RecordColumn("checksum", "校验和", "checksum") { .string($0.checksum) },
      RecordColumn("characters", "字数", "characters") { .integer($0.characters) },
      RecordColumn("passages", "段落", "passages") { .integer($0.passages) },
      RecordColumn("targets", "指标", "targets") { .integer($0.targets) },
      RecordColumn("notice", "印发通知", "notice") { .optional($0.notice) },
      RecordColumn("offsets", "出处", "offsets") { $0.offsetsValue },
    ])
  }
}

extension DocumentRecord {
  /// The days by their names, all of them where there is one; `stated` is a manifest's day of which
  /// it does not say which it is.
  fileprivate var datesValue: JSONValue {
    let days = [
      ("adopted", adopted), ("issued", issued), ("delivered", delivered), ("published", published),
    ]
    guard dates != nil || days.contains(where: { $0.1 != nil }) else { return .null }
    var members = days.map { ($0.0, JSONValue.optional($0.1)) }
    if let dates { members.append(("stated", .string(dates))) }
    return .object(members)
  }

  /// Where each value was read, in the order of the fields.
  fileprivate var offsetsValue: JSONValue {
    guard !offsets.isEmpty else { return .null }
    return .object(
      MetadataField.allCases.compactMap { field in
        offsets[field.rawValue].map { (field.rawValue, .integer($0)) }
      })
  }
}
