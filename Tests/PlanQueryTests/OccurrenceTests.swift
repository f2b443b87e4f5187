import BigramIndex
import PlanQuery
import TestSupport
import Testing

@Suite("Occurrences")
struct OccurrenceTests {
  private func places(_ query: String, _ text: String) throws -> [Range<Int>] {
    OccurrenceFinder(try SearchQuery(parsing: query)).places(in: text)
  }

  @Test("are each place of each term, overlapping ones too, and a place once")
  func places() throws {
    #expect(try places("林业", "林业林业，林 业") == [0..<2, 2..<4, 5..<8])
    #expect(try places("人人", "人人人") == [0..<2, 1..<3])
    #expect(try places("发展 绿色发展", "绿色发展") == [0..<4, 2..<4])
    #expect(try places("info* OR information", "Information") == [0..<11])
    #expect(try places("林业 NOT 农业", "农业林业") == [2..<4])
    // From each of the first to the nearest of the second; far ones are none.
    #expect(try places("经济 NEAR/2 发展", "发展经济，大力推动经济高质量发展") == [0..<4])
    #expect(try places("经济 NEAR/3 发展", "发展经济，大力推动经济高质量发展") == [0..<4, 9..<16])
    #expect(try places("２０２５年", "到2025 年") == [1..<7])
  }

  @Test("are counted from the lists as they are found in the texts", arguments: 0..<40)
  func counts(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let alphabet = RandomText(size: [2, 3, 5][seed % 3], using: &random)
    let segments = (0..<2).map { _ in
      (0..<8).map { _ in alphabet.text(30, lines: true, using: &random) }
    }
    var index = try TestIndex(segments)
    try index.delete(segment: 0, 2..<4)
    let facts = RandomFacts(count: index.texts.count, using: &random)
    for _ in 0..<20 {
      let text = RandomQuery(alphabet, segments.flatMap(\.self), facts, using: &random).text
      let query = try SearchQuery(parsing: text, units: facts).resolved(in: index.snapshot) {
        facts.documents(where: $0, in: index)
      }
      let matches = try QueryMatches(query, in: index.snapshot, within: nil)
      let searcher = Searcher(index.snapshot)
      #expect(
        try matches.total == searcher.search(query, limit: 0, orNear: false).total,
        "seed \(seed), \(query.text)")
      for segment in 0..<2 {
        let expected = matches.ordinals[segment].map { ordinal in
          let text = index.texts[index.position(segment: segment, ordinal: Int(ordinal))] ?? ""
          return OccurrenceFinder(query).places(in: text).count
        }
        #expect(
          try matches.occurrences(segment: segment) == expected, "seed \(seed), \(query.text)")
      }
    }
  }
}

@Suite("Order of a concordance")
struct ConcordanceOrderTests {
  private struct Line {
    let left: String
    let hit: String
    let right: String
  }

  private let lines = [
    Line(left: "推动", hit: "经济", right: "转型"), Line(left: "发展", hit: "经济", right: "发展"),
    Line(left: "推 动", hit: "经济", right: "，转型"), Line(left: "加快推动", hit: "经济", right: "发展质量"),
  ]

  private func order(_ order: ConcordanceOrder) -> [Int] {
    let keys = lines.map {
      ConcordanceKey(order, left: $0.left, hit: $0.hit, right: $0.right)
    }
    return lines.indices.sorted { keys[$0] < keys[$1] || (keys[$0] == keys[$1] && $0 < $1) }
  }

  @Test("goes by the neighbour first, blanks left out")
  func neighbours() {
    // By code points: a comma, 发, 转 behind; 动, 展 in front.
    #expect(order(.right) == [2, 1, 3, 0])
    #expect(order(.left) == [2, 0, 3, 1])
    #expect(order(.document) == [0, 1, 2, 3])
  }
}
