import PlanDocument

extension RecordColumns where Record == TargetRecord {
  /// Columns of `targets`, in the documented order.
  package static var targets: Self {
    Self([
      RecordColumn("id", "编号", "id") { .string($0.id) },
      RecordColumn("document", "文件", "document") { .string($0.document) },
      RecordColumn("kind", "类型", "kind") { .string($0.kind) },
      RecordColumn("indicator", "指标", "indicator") { .string($0.indicator) },
      RecordColumn("indicator_key", "指标键", "indicator key") { .string($0.indicatorKey) },
      RecordColumn("change", "变化", "change") { .string($0.change) },
      RecordColumn("op", "关系", "bound") { .string($0.op) },
      RecordColumn("value", "数值", "value") { .optional($0.value) },
      RecordColumn("value_max", "上限", "upper value") { .optional($0.valueMax) },
      RecordColumn("unit", "单位", "unit") { .string($0.unit) },
      RecordColumn("year", "年份", "year") { .optional($0.year) },
      RecordColumn("per", "每", "per") { .optional($0.per) },
      RecordColumn("binding", "属性", "binding") { .optional($0.binding) },
      RecordColumn("baseline", "基期值", "baseline") { .optional($0.baseline) },
      RecordColumn("baseline_year", "基期年", "baseline year") { .optional($0.baselineYear) },
      RecordColumn("value_base", "基本单位数值", "value in base unit") { .optional($0.valueBase) },
      RecordColumn("value_max_base", "基本单位上限", "upper value in base unit") {
        .optional($0.valueMaxBase)
      },
      RecordColumn("unit_base", "基本单位", "base unit") { .optional($0.unitBase) },
      RecordColumn("text", "原文数值", "as written") { .string($0.text) },
      RecordColumn("sentence", "原句", "sentence") { .string($0.sentence) },
      RecordColumn("path", "位置", "path") { .string($0.path) },
      RecordColumn("page", "页", "page") { .optional($0.page) },
      RecordColumn("line", "行", "line") { .integer($0.line) },
      RecordColumn("offset", "偏移", "offset") { .integer($0.offset) },
      RecordColumn("rule", "规则", "rule") { .string($0.rule) },
      RecordColumn("confidence", "置信度", "confidence") { .number($0.confidence) },
      RecordColumn("year_source", "年份出处", "year source") { .optional($0.yearSource) },
      RecordColumn("year_inherited", "承前年份", "inherited year") { .optional($0.yearInherited) },
      RecordColumn("year_guess", "推测年份", "guessed year") { .optional($0.yearGuess) },
      RecordColumn("subject_borrowed", "借用主语", "borrowed subject") { record in
        guard let text = record.subjectBorrowed else { return .null }
        return .object([
          ("text", .string(text)), ("offset", .optional(record.subjectBorrowedOffset)),
        ])
      },
      RecordColumn("rate_basis", "增速口径", "rate basis") { .optional($0.rateBasis) },
      RecordColumn("reference_year", "对比年", "reference year") { .optional($0.referenceYear) },
      RecordColumn("benchmark", "对标", "benchmark") { .optional($0.benchmark) },
      RecordColumn("modality", "力度", "modality") { .optional($0.modality) },
      RecordColumn("modality_text", "力度用词", "modality words") { .optional($0.modalityText) },
      RecordColumn("preliminary", "预计", "preliminary") { .optional($0.preliminary) },
      RecordColumn("responsible", "责任单位", "responsible") {
        $0.responsible.isEmpty ? .null : .array($0.responsible.map(JSONValue.string))
      },
      RecordColumn("table_kind", "表类型", "table kind") { .optional($0.tableKind) },
    ])
  }
}

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
      RecordColumn("dates", "日期", "dates") { .optional($0.dates) },
      RecordColumn("source", "来源", "source") { .optional($0.source) },
      RecordColumn("retrieved", "获取日期", "retrieved") { .optional($0.retrieved) },
      RecordColumn("checksum", "校验和", "checksum") { .string($0.checksum) },
      RecordColumn("characters", "字数", "characters") { .integer($0.characters) },
      RecordColumn("passages", "段落", "passages") { .integer($0.passages) },
      RecordColumn("targets", "指标", "targets") { .integer($0.targets) },
    ])
  }
}
