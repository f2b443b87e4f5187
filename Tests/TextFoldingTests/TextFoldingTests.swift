import Foundation
import TestSupport
import Testing
import TextFolding

/// Tokens as strings, a line end before a token as `⏎`.
private func cut(_ text: String) -> [String] {
  let stream = TokenStream(text)
  return (0..<stream.count).map { index in
    let token = String(
      String.UnicodeScalarView(stream.scalars(of: index).compactMap(Unicode.Scalar.init)))
    return (stream.lineStarts.contains(UInt32(index)) ? "⏎" : "") + token
  }
}

@Suite("Folding")
struct FoldingTests {
  @Test("agrees with Foundation's NFKC and lower case for every code point it does not except")
  func everyCodePoint() {
    var checked = 0
    for value in UInt32(0)..<0x110000 {
      guard let scalar = Unicode.Scalar(value), !Self.isExcepted(scalar) else { continue }
      let expected = String(scalar).precomposedStringWithCompatibilityMapping.lowercased()
        .precomposedStringWithCompatibilityMapping
      let folded = TokenStream(String(scalar)).scalars
      if folded != expected.unicodeScalars.map(\.value) {
        Issue.record("U+\(String(value, radix: 16)) folds to \(folded)")
      }
      checked += 1
    }
    #expect(checked > 1_090_000)
  }

  /// Blanks and line ends, which are dropped; numbers that would come out of enclosed, raised and
  /// broken forms; radicals, which NFKC leaves alone; accents that NFKC gives a blank.
  private static func isExcepted(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .otherNumber:
      return true
    default: break
    }
    if (0x2E80...0x2FDF).contains(scalar.value) || properties.isDefaultIgnorableCodePoint {
      return true
    }
    let nfkc = String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars
    if nfkc.contains(where: { $0 == " " }) { return true }
    return properties.generalCategory == .otherSymbol
      && nfkc.contains { $0.properties.numericType != nil }
  }

  @Test(
    "leaves numbers that the text does not have inside their marks",
    arguments: [
      ("①2025年", ["①", "2025", "年"]), ("10²", ["10", "²"]), ("㈠总则", ["㈠", "总", "则"]),
      ("½杯", ["½", "杯"]), ("⒈", ["⒈"]), ("㋀", ["㋀"]), ("㊀", ["㊀"]),
    ])
  func numbers(text: String, tokens: [String]) {
    #expect(cut(text) == tokens)
  }

  @Test(
    "makes unit signs words of their own",
    arguments: [
      ("10㎡", ["10", "m2"]), ("㎞以上", ["km", "以", "上"]), ("5㎏a", ["5", "kg", "a"]),
      ("21℃", ["21", "°", "c"]), ("1.5㎡", ["1.5", "m2"]),
    ])
  func units(text: String, tokens: [String]) {
    #expect(cut(text) == tokens)
  }

  @Test(
    "takes radicals of PDF fonts for their characters, full width for half, capitals for small",
    arguments: [
      ("⺠⽣", ["民", "生"]), ("ＧＤＰ　２０２５", ["gdp", "2025"]), ("Ｒ＆Ｄ", ["r", "&", "d"]),
      ("ﬁn", ["fin"]), ("Ⅲ类", ["iii", "类"]), ("e\u{301}a", ["éa"]), ("E\u{301}", ["é"]),
      ("か\u{3099}", ["が"]),
    ])
  func forms(text: String, tokens: [String]) {
    #expect(cut(text) == tokens)
  }

  @Test(
    "cuts Han characters, words and marks",
    arguments: [
      ("到 2025 年", ["到", "2025", "年"]), ("1.5%。", ["1.5", "%", "。"]),
      ("第1.节", ["第", "1", ".", "节"]), ("1.2.3", ["1.2.3"]), ("a.b", ["a", ".", "b"]),
      ("3.", ["3", "."]), ("3..4", ["3", ".", ".", "4"]), ("1. 5", ["1", ".", "5"]),
      ("5G网", ["5g", "网"]), ("二〇二五", ["二", "〇", "二", "五"]), ("々", ["々"]),
      ("ab cd\u{200D}e", ["ab", "cde"]), ("甲\n乙", ["甲", "⏎乙"]), ("\n\n甲\r\n", ["甲"]),
      ("甲\n", ["甲"]), ("1\n.5", ["1", "⏎.", "5"]), ("", []), (" \u{3000}", []),
    ])
  func tokens(text: String, tokens: [String]) {
    #expect(cut(text) == tokens)
  }

  @Test("folds folded text to itself", arguments: 0..<200)
  func idempotent(seed: Int) {
    let text = randomText(seed: UInt64(seed))
    let once = TokenStream(text)
    var again = String.UnicodeScalarView()
    for index in 0..<once.count {
      again.append(once.lineStarts.contains(UInt32(index)) ? "\n" : " ")
      again.append(contentsOf: once.scalars(of: index).compactMap(Unicode.Scalar.init))
    }
    #expect(TokenStream(String(again)) == once, "seed \(seed)")
  }

  @Test("UTF-8 gives the same tokens as the string, ill-formed bytes as the standard library")
  func utf8() {
    var random = SplitMix64(seed: 3)
    for round in 0..<300 {
      var bytes = Array(randomText(seed: UInt64(round)).utf8)
      for _ in 0..<round % 4 where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      var stream = TokenStream()
      stream.append(utf8: bytes.span)
      #expect(stream == TokenStream(String(decoding: bytes, as: UTF8.self)), "round \(round)")
    }
  }

  @Test("leads every token back to the code points it came from", arguments: 0..<200)
  func mapsBack(seed: Int) {
    let text = randomText(seed: UInt64(seed))
    let scalars = Array(text.unicodeScalars)
    let folded = FoldedText(text)
    #expect(folded.tokens == TokenStream(text))
    for index in 0..<folded.tokens.count {
      let source = folded.sourceRange(ofTokens: index..<index + 1)
      let piece = String(String.UnicodeScalarView(scalars[source]))
      let again = TokenStream(piece)
      // A sign that folds to several tokens leads each of them back to itself.
      let holds = (0..<again.count).contains {
        again.scalars(of: $0).elementsEqual(folded.tokens.scalars(of: index))
      }
      #expect(holds, "seed \(seed): token \(index) is not in ‘\(piece)’")
    }
  }

  private func randomText(seed: UInt64) -> String {
    let alphabet = Array("中国年a1B.２％①㎡⺠ \n，é…²5か".unicodeScalars) + ["\u{301}", "\u{200D}"]
    var random = SplitMix64(seed: seed)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
    }
    return String(text)
  }
}
