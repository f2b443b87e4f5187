import BigramIndex
import Foundation
import PlanQuery
import TestSupport
import Testing

@Suite("Search against a scan over tokens")
struct ScanAgreementTests {
  private static let queriesOfSeed = 22
  /// 2,288 queries; 20,900 where the environment has GANGYAO_LONG (`Scripts/test --long`).
  private static let seeds =
    ProcessInfo.processInfo.environment["GANGYAO_LONG"] == nil ? 0..<104 : 0..<950

  @Test(
    "finds the same documents, total, order and scores as reading every one", arguments: seeds)
  func agrees(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let alphabet = RandomText(size: [2, 3, 5, 10][seed % 4], using: &random)
    // The last seeds have lists that are long enough to be skipped in, then to be cut into blocks.
    let (documents, length) =
      switch seed % 104 {
      case ..<100: (8, 40)
      case ..<102: (60, 200)
      default: (600, 12)
      }
    let segments = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (0..<Int.random(in: 1...documents, using: &random)).map { _ in
        alphabet.text(Int.random(in: 0...length, using: &random), lines: true, using: &random)
      }
    }
    var index = try TestIndex(segments)
    for (number, texts) in segments.enumerated() where Bool.random(using: &random) {
      let start = Int.random(in: 0..<texts.count, using: &random)
      try index.delete(
        segment: number, start..<Int.random(in: start...texts.count, using: &random))
    }
    let texts = segments.flatMap(\.self)
    let facts = RandomFacts(count: texts.count, using: &random)
    let queries = (0..<Self.queriesOfSeed).map { _ in
      RandomQuery(alphabet, texts, facts, using: &random)
    }
    try compare(queries, facts, index, "seed \(seed)", using: &random)

    let last = index.snapshot.segments.count
    try index.merge(0..<Int.random(in: 1...last, using: &random))
    for segment in index.snapshot.segments { try segment.verify() }
    try compare(queries, facts, index, "seed \(seed), merged", using: &random)
  }

  private func compare(
    _ queries: [RandomQuery], _ facts: RandomFacts, _ index: TestIndex, _ place: String,
    using random: inout SplitMix64
  ) throws {
    let scan = TokenScan(index.texts, origins: index.origins)
    let searcher = Searcher(index.snapshot)
    for query in queries {
      let allowed = Bool.random(using: &random) ? randomSet(index, using: &random) : nil
      let expected = scan.search(query.meaning, within: allowed?.positions)
      let parsed = try SearchQuery(parsing: query.text, units: facts).resolved(in: index.snapshot) {
        condition in
        facts.documents(where: condition, in: index)
      }
      let found = try searcher.search(parsed, within: allowed?.documents, limit: .max)
      #expect(found.total == expected.count, "\(place), \(query.text)")
      guard found.total > 0 else { continue }
      let positions = found.hits.map {
        index.position(segment: $0.segment, ordinal: $0.ordinal)
      }
      #expect(positions.sorted() == expected.map(\.document).sorted(), "\(place), \(query.text)")
      #expect(
        isSameOrder(found.hits.map(\.score), positions, expected), "\(place), \(query.text)")
      var streamed: [Int] = []
      try searcher.forEachMatch(parsed, within: allowed?.documents) { segment, ordinal in
        streamed.append(index.position(segment: segment, ordinal: ordinal))
        return true
      }
      #expect(streamed == positions.sorted(), "\(place), \(query.text)")
      let page = try searcher.search(parsed, within: allowed?.documents, offset: 1, limit: 2)
      #expect(page.hits == Array(found.hits.dropFirst().prefix(2)), "\(place), \(query.text)")
    }
  }

  private func isSameOrder(
    _ scores: [Double], _ positions: [Int], _ expected: [TokenScan.Found]
  ) -> Bool {
    zip(zip(scores, positions), expected).allSatisfy { found, expected in
      abs(found.0 - expected.score) < 1e-6 && found.1 == expected.document
    }
  }

  private func randomSet(
    _ index: TestIndex, using random: inout SplitMix64
  ) -> (documents: DocumentSet, positions: Set<Int>) {
    var ranges: [[Range<Int>]] = []
    var positions: Set<Int> = []
    for (number, segment) in index.snapshot.segments.enumerated() {
      let start = Int.random(in: 0...segment.documentCount, using: &random)
      let end = Int.random(in: start...segment.documentCount, using: &random)
      ranges.append(start < end ? [start..<end] : [])
      positions.formUnion(
        (start..<end).map { index.position(segment: number, ordinal: $0) })
    }
    return (DocumentSet(ranges: ranges), positions)
  }
}
