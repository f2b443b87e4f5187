import PlanDocument

extension RecordColumns where Record == TargetRecord {
  /// Columns of `targets`, in the documented order; new ones come at the end.
  package static var targets: Self {
    Self([
      RecordColumn(
        "id", "编号", "id", meaning: "文件标识、@ 和偏移；原文不变则不变。",
        "The document's id, @ and the offset; stable as long as the text is."
      ) { .string($0.id) },
      RecordColumn(
        "document", "文件", "document", meaning: "文件标识。", "The document's id."
      ) { .string($0.document) },
      RecordColumn(
        "kind", "类型", "kind", meaning: "target 目标值；actual 已达到的值；pledge 不写数字的承诺。",
        "target: committed to or expected; actual: reached; pledge: a promise without a number."
      ) { .string($0.kind) },
      RecordColumn(
        "indicator", "指标", "indicator", meaning: "量的是什么，用原文的词。",
        "What is measured, in the words of the source."
      ) { .string($0.indicator) },
      RecordColumn(
        "indicator_key", "指标键", "indicator key", meaning: "不同规划之间比较指标所用的统一名称。",
        "The canonical name under which indicators of several plans are compared."
      ) { .string($0.indicatorKey) },
      RecordColumn(
        "change", "变化", "change", meaning: "level 水平；growth 增长率；increase、decrease 增减量。",
        "level: the value itself; growth: a rate; increase, decrease: an amount against before."
      ) { .string($0.change) },
      RecordColumn(
        "op", "关系", "bound", meaning: "=、>=、>、<=、<、~（约）、range（区间）。",
        "=, >=, >, <=, <, ~ (about), range."
      ) { .string($0.op) },
      RecordColumn(
        "value", "数值", "value", .number, meaning: "原文的数字，单位中的万、亿不计入；区间为下限；写文字的单元格为空。",
        "The number as written, without the 万 or 亿 of its unit; of a range the low end; empty for words."
      ) { .optional($0.value) },
      RecordColumn(
        "value_max", "上限", "upper value", .number, meaning: "区间的上限，否则为空。",
        "The high end of a range, else empty."
      ) { .optional($0.valueMax) },
      RecordColumn(
        "unit", "单位", "unit", meaning: "原文的单位，连同万、亿。", "The unit as written, with its 万 or 亿."
      ) { .string($0.unit) },
      RecordColumn(
        "year", "年份", "year", meaning: "同一句话给出的时间：2025 或 2021-2025。",
        "The time that the sentence itself gives: 2025 or 2021-2025."
      ) { .optional($0.year) },
      RecordColumn(
        "per", "每", "per", meaning: "year：每年的量。", "year: a yearly flow."
      ) { .optional($0.per) },
      RecordColumn(
        "binding", "属性", "binding", meaning: "表格所写的约束性或预期性。",
        "约束性 (binding) or 预期性 (expected), where a table says so."
      ) { .optional($0.binding) },
      RecordColumn(
        "baseline", "基期值", "baseline", .number, meaning: "指标表同一行的基期值。",
        "The value of the base year in the same row of an indicator table."
      ) { .optional($0.baseline) },
      RecordColumn(
        "baseline_year", "基期年", "baseline year", meaning: "基期值的年份。", "The year of the baseline."
      ) { .optional($0.baselineYear) },
      RecordColumn(
        "value_base", "基本单位数值", "value in base unit", .number, meaning: "折算为基本单位的数值；单位不明则为空。",
        "The value in the base unit; empty where the unit is not known."
      ) { .optional($0.valueBase) },
      RecordColumn(
        "value_max_base", "基本单位上限", "upper value in base unit", .number,
        meaning: "折算为基本单位的上限。", "The high end of a range in the base unit."
      ) { .optional($0.valueMaxBase) },
      RecordColumn(
        "unit_base", "基本单位", "base unit", meaning: "元、吨、平方米、人、% 等。", "元, 吨, 平方米, 人, % and the like."
      ) { .optional($0.unitBase) },
      RecordColumn(
        "text", "原文数值", "as written", meaning: "数字、单位和界限词，原文照录，空白除外。",
        "Number, unit and words of bound as written, white space removed."
      ) { .string($0.text) },
      RecordColumn(
        "sentence", "原句", "sentence", meaning: "所在的句子，断行和页码已去除。",
        "The sentence that carries the claim, mended."
      ) { .string($0.sentence) },
      RecordColumn(
        "path", "位置", "path", meaning: "篇、章、节的标号，自上而下。", "Labels of the units around, from the top."
      ) { .string($0.path) },
      RecordColumn(
        "page", "页", "page", .integer, meaning: "页码，没有则为空。",
        "Page; empty where the format has none."
      ) { .optional($0.page) },
      RecordColumn(
        "line", "行", "line", .integer, meaning: "原文的行，从 1 起。", "Line of the source, from 1."
      ) { .integer($0.line) },
      RecordColumn(
        "offset", "偏移", "offset", .integer, meaning: "数字之前的字符数（Unicode 码点），从 0 起。",
        "Code points of the source before the number, from 0."
      ) { .integer($0.offset) },
      RecordColumn(
        "rule", "规则", "rule", meaning: "读出这条记录的规则。", "The rule that read it."
      ) { .string($0.rule) },
      RecordColumn(
        "confidence", "置信度", "confidence", .number, meaning: "0 到 1：类似记录各项全对的比例。",
        "0 to 1: the share of such records that have every field right."
      ) { .number($0.confidence) },
      RecordColumn(
        "year_source", "年份出处", "year source",
        meaning: "clause、sentence、paragraph、heading、title 或 horizon（规划期末，推测）。",
        "clause, sentence, paragraph, heading, title, or horizon (guessed from the plan's period)."
      ) { .optional($0.yearSource) },
      RecordColumn(
        "year_inherited", "承前年份", "inherited year", meaning: "前一句或标题给出的时间。",
        "The time that an earlier sentence or a heading gives."
      ) { .optional($0.yearInherited) },
      RecordColumn(
        "year_guess", "推测年份", "guessed year", meaning: "由规划期推测的年份。",
        "The year guessed from the plan's period."
      ) { .optional($0.yearGuess) },
      RecordColumn(
        "subject_borrowed", "借用主语", "borrowed subject", meaning: "指标名中位于别处的部分及其偏移。",
        "The part of the indicator that stands elsewhere, with its offset."
      ) { record in
        guard let text = record.subjectBorrowed else { return .null }
        return .object([
          ("text", .string(text)), ("offset", .optional(record.subjectBorrowedOffset)),
        ])
      },
      RecordColumn(
        "rate_basis", "增速口径", "rate basis",
        meaning: "annual_average 年均；cumulative 累计；year_on_year 同比。",
        "annual_average (年均), cumulative (累计), year_on_year (同比)."
      ) { .optional($0.rateBasis) },
      RecordColumn(
        "reference_year", "对比年", "reference year", meaning: "与之比较的年份（比2020年下降）。",
        "The year compared with (比2020年下降)."
      ) { .optional($0.referenceYear) },
      RecordColumn(
        "benchmark", "对标", "benchmark", meaning: "以文字表示的参照（全省平均）。",
        "What it is measured against in words (全省平均)."
      ) { .optional($0.benchmark) },
      RecordColumn(
        "modality", "力度", "modality", meaning: "ensure 确保；strive 力争；expect 预计；may 可、鼓励。",
        "ensure (确保), strive (力争), expect (预计), may (可, 鼓励)."
      ) { .optional($0.modality) },
      RecordColumn(
        "modality_text", "力度用词", "modality words", meaning: "原文的用词。", "The words as written."
      ) { .optional($0.modalityText) },
      RecordColumn(
        "preliminary", "预计", "preliminary", .boolean, meaning: "回顾中的预计数。",
        "An estimate in a review."
      ) { .optional($0.preliminary) },
      RecordColumn(
        "responsible", "责任单位", "responsible", .list, meaning: "段末括号或表格列所写的责任单位，牵头者在前。",
        "Bodies named as responsible, the leading one first."
      ) {
        $0.responsible.isEmpty ? .null : .array($0.responsible.map(JSONValue.string))
      },
      RecordColumn(
        "table_kind", "表类型", "table kind", meaning: "indicator 指标表；task 任务表；project 项目表。",
        "indicator, task or project, for rows of tables."
      ) { .optional($0.tableKind) },
      RecordColumn(
        "doubts", "疑点", "doubts", .list, meaning: "降低置信度的原因。", "What lowered the confidence."
      ) {
        $0.doubts.isEmpty ? .null : .array($0.doubts.map { .string($0.rawValue) })
      },
    ])
  }

  /// The words that gave each field, as objects.
  package static var evidence: RecordColumn<TargetRecord> {
    RecordColumn("explain", "依据", "explain") { record in
      .object([
        ("evidence", .array(record.evidence.map(Self.object))),
        ("doubts", .array(record.doubts.map { .string($0.rawValue) })),
      ])
    }
  }

  /// The same on one line a field, for tables: `op=突破@1230`.
  package static var evidenceLines: RecordColumn<TargetRecord> {
    RecordColumn(
      "explain", "依据", "explain", .list, meaning: "各字段所依据的原文用词及其偏移。",
      "The words that gave each field, with their offsets."
    ) { record in
      .array(record.evidence.map { .string("\($0.field.rawValue)=\($0.text)@\($0.offset)") })
    }
  }

  private static func object(_ evidence: EvidenceRecord) -> JSONValue {
    .object([
      ("field", .string(evidence.field.rawValue)), ("text", .string(evidence.text)),
      ("line", .integer(evidence.line)), ("offset", .integer(evidence.offset)),
      ("length", .integer(evidence.length)), ("origin", .string(evidence.origin.rawValue)),
    ])
  }
}
