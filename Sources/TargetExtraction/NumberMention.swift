import PlanDocument

/// A number of the text with everything that the text ties to it, and what it is.
struct NumberMention: Equatable {
  typealias Fate = NumberFate

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
    let written = unit.count == 1 ? text.string(unit[0]) : unit.map(text.string).joined()
    return written.unicodeScalars.contains("％") ? written.replacing("％", with: "%") : written
  }
}
