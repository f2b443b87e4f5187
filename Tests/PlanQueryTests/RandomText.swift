import TestSupport

/// Small alphabets, so that pieces of text meet again by chance.
struct RandomText {
  private let pieces: [String]
  private static let han = Array("发展经济数字产业㐂𠮷政务一二").map(String.init)
  private static let words = ["5", "g", "20", "25", "1.5", "ai", "é", "Ａ", "2025"]
  private static let marks = ["%", "，", "。", "（", "）", "&", ".", "/", "、", "①", "㎡", "-", "·"]

  /// - Parameter size: Han characters of the alphabet.
  init(size: Int, using random: inout SplitMix64) {
    let han = Self.han.shuffled(using: &random).prefix(size)
    let words = Self.words.shuffled(using: &random).prefix(3)
    let marks = Self.marks.shuffled(using: &random).prefix(2)
    // Han characters are most of a plan's text.
    pieces = han + han + han + words + marks + [" ", "　"]
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
