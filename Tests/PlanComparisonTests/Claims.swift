import PlanDocument

/// A claim made for a test.
func claim(
  _ indicator: String, _ value: Double?, _ unit: String = "%", op: String = "=",
  max: Double? = nil, kind: String = "target", change: String = "level", year: String? = "2025",
  per: String? = nil, baseline: Double? = nil, at offset: Int = 0, document: String = "a",
  binding: String? = nil, table: String? = nil, text: String? = nil, factor: Double = 1,
  base: String? = nil, basis: String? = nil, sentence: String = "", passage: Int = 0,
  borrowed: String? = nil
) -> TargetRecord {
  let source = SourceText("x")
  var target = PlanTarget(
    provenance: Provenance(document: DocumentID(document), span: TextSpan(0, 1), rule: "test"),
    numberStart: 0, text: text ?? "\(value.map { "\($0)" } ?? "")\(unit)", kind: .target,
    indicator: indicator, indicatorKey: indicator, value: value, passage: 0, sentence: "",
    confidence: 1)
  target.unit = unit
  var record = TargetRecord(target, of: Outline(), source: source)
  record.id = "\(document)@\(offset)"
  record.offset = offset
  record.kind = kind
  record.op = op
  record.valueMax = max
  record.change = change
  record.year = year
  record.per = per
  record.baseline = baseline
  record.baselineYear = baseline == nil ? nil : "2020"
  record.binding = binding
  record.tableKind = table
  record.valueBase = value.map { $0 * factor }
  record.valueMaxBase = max.map { $0 * factor }
  record.unitBase = base ?? unit
  record.rateBasis = basis
  record.sentence = sentence
  record.passage = passage
  record.subjectBorrowed = borrowed
  return record
}
