import TestSupport
import Testing

@testable import BigramIndex

@Suite("A set of ranks")
struct RankSetTests {
  @Test("gives its numbers in order, and is empty then")
  func drain() {
    var random = SplitMix64(seed: 5)
    for limit in [1, 64, 65, 4096, 4097, 300_000] {
      var set = RankSet(limit: limit)
      for _ in 0..<3 {
        var expected: Set<UInt32> = []
        for _ in 0..<Int.random(in: 0...200, using: &random) {
          let number = Int.random(in: 0..<limit, using: &random)
          set.insert(number)
          expected.insert(UInt32(number))
        }
        var numbers: [UInt32] = []
        set.drain(into: &numbers)
        #expect(numbers == expected.sorted())
      }
    }
  }

  @Test("pairs are told by ranks as by codes")
  func pairs() {
    let all: [UInt32] = [0, 0x4E00, 0x5000, Term.words, Term.words + 1, Term.marks + 0x25]
    for kept in [0..<6, 0..<3, 3..<6, 5..<6, 0..<1] {
      let codes = [0] + all[kept].filter { $0 > 0 }
      let pairs = PairSeconds(codes: codes)
      for kind in [Term.CodeKind.han, .word, .mark] {
        let test = pairs.test(after: kind)
        for rank in codes.indices {
          let expected = rank > 0 && Term.isPair(kind, Term.kind(ofCode: codes[rank]))
          #expect(test(rank) == expected, "\(kind) \(rank) of \(codes.count)")
        }
      }
    }
  }
}
