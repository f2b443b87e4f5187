import BigramIndex
import TestSupport
import Testing
import TextFolding

@testable import PlanQuery

@Suite("Near matches")
struct SentenceScoreTests {
  private static func score(_ text: String) -> Double {
    SentenceScores([
      (Phrase("森林"), 2), (Phrase("森"), 1), (Phrase("林"), 1), (Phrase("2025"), 3),
    ]).best(in: TokenStream(text))
  }

  @Test("are scored by the sentence that has most of the query")
  func best() {
    #expect(Self.score("道路") == 0)
    #expect(Self.score("森林覆盖率") > Self.score("森覆盖林率"))
    #expect(Self.score("森林2025") > Self.score("森林。2025"))
    #expect(Self.score("森林2025") > Self.score("森林\n2025"))
    #expect(Self.score("森林。道路") == Self.score("道路\n森林"))
    // 林 with nothing around: 1 of 20 tokens.
    #expect(abs(Self.score("林") - 2.2 / (1 + 1.2 / 20)) < 1e-12)
  }

  @Test("with their words in one sentence come before those that have them scattered")
  func order() throws {
    let index = try TestIndex([
      ["生态。道路。修复。养护。工程", "生态修复的工程。道路养护很好", "无关的文字", "生态、水系修复工程"]
    ])
    let result = try Searcher(index.snapshot).search(SearchQuery(parsing: "生态湿地修复工程"), limit: 10)
    #expect(result.total == 0)
    #expect(result.nearTotal == 3)
    #expect(result.hits.map(\.ordinal) == [3, 1, 0])
    let pages = try (0..<3).map { start in
      try Searcher(index.snapshot).search(
        SearchQuery(parsing: "生态湿地修复工程"), offset: start, limit: 1
      ).hits.map(\.ordinal)
    }
    #expect(pages == [[3], [1], [0]])
  }
}
