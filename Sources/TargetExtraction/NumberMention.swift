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

  /// The unit's only code point; nil for one that is longer, parted or not written as one.
  func loneUnit(in text: PassageText) -> UInt32? {
    guard impliedUnit == nil, unit.count == 1, unit[0].count == 1 else { return nil }
    return text.at(unit[0].lowerBound)
  }

  /// Whether the unit as written ends with a word; false for one that the number's words imply.
  func unitEnds(with word: Word, in text: PassageText) -> Bool {
    guard impliedUnit == nil, let last = unit.last, last.count >= word.count else { return false }
    return text.has(word, at: last.upperBound - word.count)
  }

  func unitText(in text: PassageText) -> String {
    if let impliedUnit { return impliedUnit }
    let written = unit.count == 1 ? text.string(unit[0]) : unit.map(text.string).joined()
    return written.unicodeScalars.contains("％") ? written.replacing("％", with: "%") : written
  }
}
