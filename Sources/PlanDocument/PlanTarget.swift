/// One numeric claim of a plan: one value of one indicator at one time.
///
/// The fields are those of CONTRACT.md and of the annotation guide for targets; what the text
/// does not give is nil.
package struct PlanTarget: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// What the plan commits to or expects.
    case target
    /// What has been reached, the state described, a baseline in running text.
    case actual
    /// A promise without a number that is a quantity all the same (全覆盖).
    case pledge
  }

  package enum Bound: String, Sendable, CaseIterable {
    case exactly = "="
    case atLeast = ">="
    case above = ">"
    case atMost = "<="
    case below = "<"
    case about = "~"
    case range = "range"
  }

  package enum Change: String, Sendable, CaseIterable {
    /// The value itself.
    case level
    /// A rate of growth or decline.
    case growth
    /// An amount added against before.
    case increase
    /// An amount taken away against before.
    case decrease
  }

  package enum YearSource: String, Sendable {
    case clause, sentence, paragraph, heading, title, horizon
  }

  package enum RateBasis: String, Sendable {
    case annualAverage = "annual_average"
    case cumulative
    case yearOnYear = "year_on_year"
  }

  package enum Modality: String, Sendable {
    case ensure, strive, expect, may
  }

  package enum TableKind: String, Sendable {
    case indicator, task, project
  }

  package var provenance: Provenance
  /// First byte of the value expression's number in the source: `at` and `offset`.
  package var numberStart: Int
  /// The value expression as written, white space removed.
  package var text: String
  package var kind: Kind
  package var indicator: String
  /// What of `indicator` stands elsewhere.
  package var subjectBorrowed: BorrowedText?
  /// The name under which indicators of several plans are compared.
  package var indicatorKey: String
  package var change: Change = .level
  package var bound: Bound = .exactly
  /// As written; nil where a table has words instead.
  package var value: Double?
  /// High end of a range.
  package var valueMax: Double?
  package var unit: String = ""
  package var valueBase: Double?
  package var valueMaxBase: Double?
  package var unitBase: String?
  package var year: String?
  package var yearSource: YearSource?
  package var yearInherited: String?
  package var yearGuess: String?
  /// True for a yearly flow.
  package var isPerYear = false
  /// 约束性 or 预期性 where a table says so.
  package var binding: String?
  package var baseline: Double?
  package var baselineYear: String?
  package var rateBasis: RateBasis?
  package var referenceYear: String?
  package var benchmark: String?
  package var modality: Modality?
  package var modalityText: String?
  package var preliminary: Bool?
  package var responsible: [String] = []
  package var tableKind: TableKind?
  /// Index into `Outline.passages`.
  package var passage: Int
  /// The mended sentence that carries the claim.
  package var sentence: String
  /// 0 ... 1; docs/targets.md says how it is computed.
  package var confidence: Double
  /// What lowered `confidence`.
  package var doubts: [Doubt] = []
  /// The words that gave each field, in the order of `FieldEvidence.Field` and of the text.
  package var evidence: [FieldEvidence] = []

  package init(
    provenance: Provenance, numberStart: Int, text: String, kind: Kind, indicator: String,
    indicatorKey: String, value: Double?, passage: Int, sentence: String, confidence: Double
  ) {
    self.provenance = provenance
    self.numberStart = numberStart
    self.text = text
    self.kind = kind
    self.indicator = indicator
    self.indicatorKey = indicatorKey
    self.value = value
    self.passage = passage
    self.sentence = sentence
    self.confidence = confidence
  }
}

/// Words of an indicator that stand elsewhere than beside its value.
package struct BorrowedText: Sendable, Equatable {
  package var text: String
  /// First byte in the source.
  package var start: Int

  package init(text: String, start: Int) {
    self.text = text
    self.start = start
  }
}
