/// A numeric claim as it leaves the program, with the names and forms of CONTRACT.md.
package struct TargetRecord: Sendable, Equatable, Codable {
  /// The document's id, `@` and the offset: stable as long as the text is.
  package var id: String
  package var document: String
  package var kind: String
  package var indicator: String
  package var indicatorKey: String
  package var change: String
  package var op: String
  package var value: Double?
  package var valueMax: Double?
  package var unit: String
  package var year: String?
  /// `year` for a yearly flow.
  package var per: String?
  package var binding: String?
  package var baseline: Double?
  package var baselineYear: String?
  package var valueBase: Double?
  package var valueMaxBase: Double?
  package var unitBase: String?
  package var text: String
  package var sentence: String
  package var path: String
  package var page: Int?
  package var line: Int
  /// Code points before the number.
  package var offset: Int
  package var rule: String
  /// 0 ... 1.
  package var confidence: Double
  /// What lowered the confidence.
  package var doubts: [Doubt]
  /// The words that gave each field.
  package var evidence: [EvidenceRecord]
  package var yearSource: String?
  package var yearInherited: String?
  package var yearGuess: String?
  package var subjectBorrowed: String?
  /// Code points before the borrowed words.
  package var subjectBorrowedOffset: Int?
  package var rateBasis: String?
  package var referenceYear: String?
  package var benchmark: String?
  package var modality: String?
  package var modalityText: String?
  package var preliminary: Bool?
  package var responsible: [String]
  package var tableKind: String?
  /// Index of the passage in its document.
  package var passage: Int

  package init(_ target: PlanTarget, of outline: Outline, source: SourceText) {
    document = target.provenance.document.name
    offset = source.codePointOffset(ofByte: target.numberStart)
    id = "\(document)@\(offset)"
    kind = target.kind.rawValue
    indicator = target.indicator
    indicatorKey = target.indicatorKey
    change = target.change.rawValue
    op = target.bound.rawValue
    value = target.value
    valueMax = target.valueMax
    unit = target.unit
    year = target.year
    per = target.isPerYear ? "year" : nil
    binding = target.binding
    baseline = target.baseline
    baselineYear = target.baselineYear
    valueBase = target.valueBase
    valueMaxBase = target.valueMaxBase
    unitBase = target.unitBase
    text = target.text
    sentence = target.sentence
    let division =
      outline.passages.indices.contains(target.passage)
      ? outline.passages[target.passage].division : nil
    path = outline.path(of: division)
    page = source.page(ofByte: target.numberStart)
    line = source.line(ofByte: target.numberStart)
    rule = target.provenance.rule
    confidence = target.confidence
    doubts = target.doubts
    evidence = target.evidence.map { EvidenceRecord($0, source: source) }
    yearSource = target.yearSource?.rawValue
    yearInherited = target.yearInherited
    yearGuess = target.yearGuess
    subjectBorrowed = target.subjectBorrowed?.text
    subjectBorrowedOffset = target.subjectBorrowed.map {
      source.codePointOffset(ofByte: $0.start)
    }
    rateBasis = target.rateBasis?.rawValue
    referenceYear = target.referenceYear
    benchmark = target.benchmark
    modality = target.modality?.rawValue
    modalityText = target.modalityText
    preliminary = target.preliminary
    responsible = target.responsible
    tableKind = target.tableKind?.rawValue
    passage = target.passage
  }
}
