import BigramIndex
import TestSupport
import Testing
import TextFolding

@testable import PlanQuery

@Suite("Near matches")
struct NearRankingTests {
  private static func score(_ text: String) -> Double {
    NearRanking(
      [("森林", 2.0), ("森", 1), ("林", 1), ("2025", 3)].map {
        NearRanking.Part(phrase: Phrase($0.0), inverse: $0.1, repetitions: 1)
      }, BM25(documents: 10, tokens: 200)
    ).score(TokenStream(text))
  }

  @Test("are scored by what they have of the query, and by the sentence that has most")
  func best() {
    #expect(Self.score("道路") == 0)
    #expect(Self.score("森林覆盖率") > Self.score("森覆盖林率"))
    #expect(Self.score("森林2025") > Self.score("森林。2025"))
    #expect(Self.score("森林。道路") == Self.score("道路。森林"))
    // 林 with nothing around: 1 of 20 tokens of a document, 1 of 40 of a sentence.
    let document = 1.6 * 2.2 / (1 + 1.2 * (0.25 + 0.75 / 20))
    let sentence = 1.6 * 2.2 / (1 + 1.2 / 40)
    #expect(abs(Self.score("林") - document - 2.2 * sentence) < 1e-12)
  }

  @Test("a title counts less than the text below it")
  func title() {
    #expect(Self.score("森林\n道路的养护") < Self.score("道路\n森林的养护"))
    #expect(Self.score("森林\n道路的养护") > 0)
  }

  @Test("do not depend on which of equal documents stand first")
  func ties() throws {
    let texts = (0..<450).map { "生态工程\($0 % 3 == 0 ? "，有修复" : "，没有")" } + ["湿地的修复工程"]
    let query = try SearchQuery(parsing: "生态湿地修复工程")
    var scores: [[Double]] = []
    for texts in [texts, texts.reversed()] {
      let result = try Searcher(try TestIndex([texts]).snapshot).search(query, limit: 500)
      #expect(result.hits.count == 451)
      scores.append(result.hits.map(\.score))
    }
    #expect(scores[0] == scores[1])
    #expect(scores[0] == scores[0].sorted(by: >))
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
