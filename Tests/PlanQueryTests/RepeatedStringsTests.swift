import PlanQuery
import TestSupport
import Testing
import TextFolding

@Suite("Repeated strings")
struct RepeatedStringsTests {
  private func body(_ texts: [[String]]) -> TextBody {
    var body = TextBody()
    for passages in texts {
      for passage in passages { body.append(TokenStream(passage)) }
      body.endText()
    }
    return body
  }

  @Test("are counted as a scan over the tokens counts them", arguments: 0..<30)
  func scan(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let alphabet = Array("发展经济")
    let texts = (0..<4).map { _ in
      (0..<3).map { _ in
        String(
          (0..<Int.random(in: 0...20, using: &random)).map { _ in
            Int.random(in: 0..<8, using: &random) == 0
              ? "，" : alphabet.randomElement(using: &random) ?? "发"
          })
      }
    }
    let fewest = Int.random(in: 1...4, using: &random)
    let body = body(texts)
    var ends: [Int] = []
    // Two parts of two texts each.
    for part in [texts[0..<2], texts[2..<4]] {
      ends.append((ends.last ?? 0) + part.flatMap(\.self).reduce(0) { $0 + $1.count + 1 })
    }
    let strings = RepeatedStrings(body, fewest: fewest, partEnds: ends)
    func pieces(_ texts: some Sequence<[String]>) -> [String: (count: Int, texts: Int)] {
      var counts: [String: (count: Int, texts: Int)] = [:]
      for passages in texts {
        var seen: Set<String> = []
        for passage in passages {
          let characters = Array(passage)
          for start in characters.indices {
            for length in 2...RepeatedStrings.longest + 1 where start + length <= characters.count {
              let piece = String(characters[start..<start + length])
              guard !piece.contains("，") else { continue }
              counts[piece, default: (0, 0)].count += 1
              if seen.insert(piece).inserted { counts[piece]?.texts += 1 }
            }
          }
        }
      }
      return counts
    }
    let expected = pieces(texts).filter { $0.value.count >= fewest }
    let found = strings.entries.indices.filter { strings.entries[$0].length >= 2 }
    #expect(Set(found.map { strings.text(of: $0) }) == Set(expected.keys), "seed \(seed)")
    for string in found {
      let entry = strings.entries[string]
      let text = strings.text(of: string)
      #expect(entry.count == expected[text]?.count, "seed \(seed), \(text)")
      #expect(entry.texts == expected[text]?.texts, "seed \(seed), \(text)")
    }
    for (part, own) in [pieces(texts[0..<2]), pieces(texts[2..<4])].enumerated() {
      for (string, count) in strings.parts[part] {
        let text = strings.text(of: string)
        #expect(count.count == own[text]?.count && count.texts == own[text]?.texts, "\(text)")
      }
    }
  }

  @Test("leave out pieces of longer ones, numbers and what marks part")
  func whole() {
    let texts = Array(repeating: ["发展数字经济，2025年；数字经济5G基站", "推动数字经济"], count: 3)
    let strings = RepeatedStrings(body(texts), fewest: 3)
    var counts: [Int: Int] = [:]
    for string in strings.entries.indices { counts[string] = strings.entries[string].count }
    let found = Set(strings.whole(counts).map { strings.text(of: $0) })
    #expect(found.contains("数字经济"))
    for piece in ["数字", "字经", "数字经", "经济，"] { #expect(!found.contains(piece), "\(piece)") }
    #expect(!found.contains { $0.contains("2025") })
    #expect(strings.entries.indices.contains { strings.text(of: $0) == "5g基站" })
  }
}

@Suite("Keyness")
struct KeynessTests {
  @Test("is the log-likelihood of the published formula")
  func logLikelihood() {
    // E1 = 10000·60/30000 = 20, E2 = 40: 2·(40·ln 2 + 20·ln ½) = 40·ln 2.
    let key = Keyness(count: 40, size: 10_000, otherCount: 20, otherSize: 20_000)
    #expect(abs(key.logLikelihood - 27.7259) < 1e-4)
    #expect(abs(key.logRatio - 2) < 1e-9)
    #expect(key.isOverused)
    let even = Keyness(count: 10, size: 1000, otherCount: 20, otherSize: 2000)
    #expect(even.logLikelihood == 0 && even.logRatio == 0 && !even.isOverused)
    let alone = Keyness(count: 5, size: 1000, otherCount: 0, otherSize: 1000)
    // 10·ln 2.
    #expect(abs(alone.logLikelihood - 6.9315) < 1e-4)
    #expect(abs(alone.logRatio - 3.3219) < 1e-4)
    #expect(Keyness(count: 1, size: 0, otherCount: 0, otherSize: 1).logLikelihood == 0)
  }

  @Test("has a logDice of 14 for what never stands alone")
  func logDice() {
    #expect(Collocation.logDice(together: 7, first: 7, second: 7) == 14)
    #expect(Collocation.logDice(together: 5, first: 20, second: 20) == 12)
    #expect(Collocation.logDice(together: 0, first: 1, second: 1) == 0)
  }
}
