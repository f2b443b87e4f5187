import PlanDocument

/// A number of the text with everything that the text ties to it, and what it is.
struct NumberMention: Equatable {
  /// What became of a number: a quantity, or the reason why it is none.
  enum Fate: String, Sendable, CaseIterable {
    case quantity
    /// Parts of a ratio (0.2:34.4:65.4).
    case ratio
    case year
    case date
    case ordinal
    /// Part of a name or grade: 5G, 4A级, PM2.5, G65.
    case name
    /// Part of a formula (×100%).
    case formula
    /// The number of a list entry.
    case enumeration
    /// Inside 《》: titles, laws, standards.
    case title
    /// A set phrase, in quotation marks or without a word that counts.
    case phrase
    /// A size or voltage that tells one thing from another.
    case size
    case age
    /// Defines who or what is meant (超过1000人规模的学校).
    case threshold
    /// What a rate is counted on (每5所幼儿园).
    case base
    /// A length of time that is no value of an indicator.
    case duration
    /// Nothing says what it counts.
    case unitless
    /// A small Chinese numeral that counts nothing that is built, held or trained.
    case numeral
  }

  /// The number itself, both ends of a range included.
  var number: Range<Int>
  /// Number, unit and the words that qualify it.
  var text: Range<Int>
  var value: Double
  var valueMax: Double?
  /// The unit with its 万 or 亿, as places of the text; several where 余 or 多 stands inside.
  var unit: [Range<Int>] = []
  var sort: UnitWords.Sort?
  /// The bound that stands at the number, the nearer one where two meet.
  var bound: PlanTarget.Bound?
  /// The words that gave the bound.
  var boundWords: Range<Int>?
  var isChinese = false
  var fate = Fate.quantity
  /// The unit where the text has it in the number's words (百分之五: %).
  var impliedUnit: String?

  func unitText(in text: PassageText) -> String {
    if let impliedUnit { return impliedUnit }
    return unit.map { text.string($0) }.joined()
      .replacing("％", with: "%")
  }
}
