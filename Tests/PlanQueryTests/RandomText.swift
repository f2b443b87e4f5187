import TestSupport

/// Small alphabets, so that pieces of text meet again by chance.
struct RandomText {
  private let pieces: [String]
  private static let han = Array("发展经济数字产业㐂𠮷政务一二").map(String.init)
  /// Words that are parts of one another.
  private static let words = [
    ["20", "25", "2025"], ["5", "1.5", "15"], ["a", "ab", "Ｂ"], ["é", "gé", "g"],
  ]
  private static let marks = ["%", "，", "。", "（", "）", "&", ".", "/", "、", "①", "㎡", "-", "·"]

  /// - Parameter size: Han characters of the alphabet.
  init(size: Int, using random: inout SplitMix64) {
    let han = Self.han.shuffled(using: &random).prefix(size)
    let words = Self.words.randomElement(using: &random) ?? []
    let marks = Self.marks.shuffled(using: &random).prefix(2)
    pieces = han + han + words + marks + marks + [" ", "　"]
  }

  /// A text of so many pieces; a document has line ends, a query has none.
  func text(_ count: Int, lines: Bool, using random: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<count {
      if lines, Int.random(in: 0..<12, using: &random) == 0 { text += "\n" }
      text += pieces.randomElement(using: &random) ?? ""
    }
    return text
  }
}
