import BigramIndex
import TestSupport
import Testing
import TextFolding

@Suite("Posting lists")
struct ListTests {
  /// Pieces of text, the first in nearly every document, each next one in fewer.
  private static let pieces = ["的", "发展", "经济", "5年", "，", "90%", "数字", "a&b", "罕见", "𠮷"]

  private static func texts(_ count: Int, using random: inout SplitMix64) -> [String] {
    (0..<count).map { _ in
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        var place = 0
        while place + 1 < pieces.count, Int.random(in: 0..<8, using: &random) < 5 { place += 1 }
        text += pieces[place] + (Int.random(in: 0..<9, using: &random) == 0 ? "\n" : "")
      }
      return text
    }
  }

  private static let phrases = [
    "的", "发", "，", "5", "%", "发展", "展经", "5年", "年5", "90%", "%90", "a&b", "年，", "，90", "的的", "的发展",
    "发展经济", "经济5年", "90%的", "的90%", "发展发展发展", "数字a&b", "&", "罕见罕见", "𠮷𠮷", "𠮷的", "b的", "经济，发展",
    "年数字罕见",
  ]

  @Test(
    "of every length give what counting in the texts gives",
    arguments: [(1, 0), (2, 1), (100, 2), (127, 3), (128, 4), (129, 5), (700, 6), (1500, 7)])
  func agree(documents: Int, seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    try Self.compare(Self.phrases, in: Self.texts(documents, using: &random))
  }

  /// Few places of one pair are looked for among many of another, which is another code than the
  /// comparison of two lists.
  @Test("of long documents too, where one pair is frequent and another rare", arguments: 1...4)
  func agreeInLongDocuments(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let texts = (0..<160).map { _ in
      var text = ""
      for _ in 0..<Int.random(in: 0...400, using: &random) {
        switch Int.random(in: 0..<60 * seed, using: &random) {
        case 0: text += "发展经"
        case 1: text += "展经济"
        case 2: text += "经济"
        case 3: text += "\n"
        case 4..<24: text += "的"
        default: text += "发展"
        }
      }
      return text
    }
    try Self.compare(
      ["发展经济", "发展经", "展经济", "发展发展经", "展经济的", "的发展经济发展", "展发展经济的"], in: texts)
  }

  private static func compare(_ phrases: [String], in texts: [String]) throws {
    let folder = try TemporaryFolder()
    var builder = SegmentBuilder(attributeCount: 0)
    for text in texts { try builder.add(TokenStream(text)) }
    let name = "000001.seg"
    _ = try SegmentWriter.write(builder, to: folder.path, name: name)
    let segment = try Segment(path: folder.path + "/" + name)
    try segment.verify()
    for phrase in phrases {
      let found = try segment.occurrences(of: Phrase(phrase))
      let expected = texts.map { count(phrase, in: $0) }
      #expect(
        found.documents == expected.indices.filter { expected[$0] > 0 }.map { UInt32($0) },
        "\(phrase)")
      #expect(found.frequencies == expected.filter { $0 > 0 }.map { UInt32($0) }, "\(phrase)")
    }
  }

  /// Places of a text's lines at which the tokens of a phrase stand.
  private static func count(_ phrase: String, in text: String) -> Int {
    let wanted = Phrase(phrase).tokens
    return text.split(separator: "\n").reduce(0) { sum, line in
      let tokens = Phrase(String(line)).tokens
      return sum + tokens.indices.count { tokens[$0...].starts(with: wanted) }
    }
  }
}
