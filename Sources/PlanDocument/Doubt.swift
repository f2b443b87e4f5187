/// A reason why a record may be wrong. Each lowers its confidence; the weights stand where the
/// confidence is computed.
package enum Doubt: String, Sendable, CaseIterable, Codable {
  /// The subject, or a part of it, stands in another clause or in a head.
  case borrowedSubject = "borrowed_subject"
  /// The name stands behind the number (40个示范基地).
  case nameBehind = "name_behind"
  /// The name is longer than a name of an indicator usually is.
  case longName = "long_name"
  /// The name is shorter than two characters, or one of the nouns that say nothing alone.
  case bareName = "bare_name"
  /// The name holds a verb or begins with one.
  case verbInName = "verb_in_name"
  /// The name holds a joint (和, 、, 及): it may be two names, or a piece of a list.
  case joinedName = "joined_name"
  /// Words in the name that no name has: 将, 从, 居, 比.
  case oddName = "odd_name"
  /// The name was put together from words that stand apart.
  case partedName = "parted_name"
  /// No time in the sentence, one in an earlier sentence or a heading.
  case inheritedTime = "inherited_time"
  /// The sentence names several times.
  case severalTimes = "several_times"
  /// The unit is no unit that is known, or there is none.
  case unknownUnit = "unknown_unit"
  /// A small Chinese numeral.
  case chineseNumeral = "chinese_numeral"
  /// A part of a ratio.
  case ratio
  /// The sentence gives several names their values with 分别.
  case respective
  /// Words of adding or taking away stand in front, and the value is taken for a level.
  case changeNear = "change_near"
  /// Another number, or a mark of one, stands at the number itself.
  case tornNumber = "torn_number"
  /// Nothing of bound, verb or time stands with the number.
  case bareNumber = "bare_number"
  /// A cell of words, or with several values.
  case unusualCell = "unusual_cell"
  /// A value that is out of any order: too large to be exact, a range that runs backwards.
  case unusualValue = "unusual_value"
}
