import BigramIndex
import Foundation
import PlanQuery
import TestSupport
import Testing
import TextFolding

@Suite("Search")
struct SearchTests {
  private func found(_ query: String, _ texts: [String]) throws -> [Int] {
    let index = try TestIndex([texts])
    var result: [Int] = []
    try Searcher(index.snapshot).forEachMatch(SearchQuery(parsing: query)) { _, ordinal in
      result.append(ordinal)
      return true
    }
    return result
  }

  @Test(
    "matches whole tokens that stand together",
    arguments: [
      ("5G", "15G", false), ("5G", "在5G上", true), ("25", "2025", false), ("25", "25 年", true),
      ("2025年", "2025 年", true), ("90%", "达到90％", true), ("90%", "达到90", false),
      ("R&D", "研究（R&D）", true), ("R&D", "R D", false), ("吨/年", "万吨／年", true),
      ("吨/年", "吨年", false), ("经济", "经\n济", false), ("经济", "经，济", false), ("经济", "经 济", true),
      ("1.5", "11.5", false), ("5", "1.5", false), ("（一）", "(一)", true), ("a", "a b", true),
      ("a b", "b a", true), ("\"a b\"", "b a", false), ("%", "5%", true), ("𠮷5", "𠮷5", true),
      ("5，", "𠮷5，", true), ("b，", "ab，", false), ("，b", "，b𠮷", true), ("，b", "，bc b", false),
      ("b，", "ab，b", false),
      ("𐐨，", "𐐨𐐨，", false), ("①2025年", "①2025年", true), ("2025年", "①2025年", true),
      ("12025", "①2025年", false),
    ])
  func tokens(query: String, text: String, matches: Bool) throws {
    #expect(try found(query, [text]) == (matches ? [0] : []))
  }

  @Test(
    "finds open terms",
    arguments: [
      ("数字?平台", "数字化平台", true), ("数字?平台", "数字平台", false), ("数字*平台", "数字平台", true),
      ("数字*平台", "数字政务服务一体平台", true), ("数字*平台", "数字一二三四五六七八平台", true),
      ("数字*平台", "数字一二三四五六七八九平台", false), ("数字*平台", "数字，平台", false),
      ("数字*平台", "数字\n平台", false), ("info*", "the information", true), ("info*", "inf", false),
      ("20*年", "2025年", true), ("20*年", "1999年", false), ("数字?", "数字", false),
      ("数 NEAR/1 台", "台字数", true), ("数 NEAR/0 台", "台字数", false),
      ("数 NEAR/2 数", "数", false), ("数 NEAR/2 数", "数字数", true),
    ])
  func openTerms(query: String, text: String, matches: Bool) throws {
    #expect(try found(query, ["别的", text]) == (matches ? [1] : []))
  }

  @Test("thousands of open tokens ask for a passage as long, and take no time")
  func manyOpenTokens() throws {
    let open = String(repeating: "?", count: 5_000)
    let text = String(repeating: "林业，", count: 1_000) + "发展"
    #expect(try found(open + "发", [text, "发"]).isEmpty)
    #expect(try found("??" + "发?", [text, "发展", "一二发展"]) == [0, 2])
    #expect(try found(String(repeating: "?", count: 3_000) + "发", [text, "发"]) == [0])
  }

  @Test("finds prefixes and open terms as matching every document does", arguments: 0..<20)
  func openTermsAgree(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let alphabet = RandomText(size: 3, using: &random)
    let texts = (0..<12).map { _ in alphabet.text(30, lines: true, using: &random) }
    let index = try TestIndex([texts])
    for query in ["发?展", "发*展", "2*", "一*经", "?济", "经济??", "数*字*经", "字 NEAR/3 一"] {
      let query = try SearchQuery(parsing: query)
      let result = try Searcher(index.snapshot).search(query, limit: .max, orNear: false)
      let expected = texts.indices.filter { number in
        let matcher = TermMatcher(TokenStream(texts[number]))
        return query.terms.count == 2
          ? matcher.areNear(query.terms[0], query.terms[1], distance: 3)
          : !matcher.matches(of: query.terms[0]).isEmpty
      }
      #expect(result.hits.map(\.ordinal).sorted() == expected, "seed \(seed), \(query.text)")
    }
  }

  @Test("weighs a document as the formula says")
  func score() throws {
    let index = try TestIndex([["经济经济", "经济发展一二三四"], ["别的"]])
    let result = try Searcher(index.snapshot).search(SearchQuery(parsing: "经济"), limit: 10)
    let inverse = log(1 + (3.0 - 2 + 0.5) / 2.5)
    let average = 14.0 / 3
    #expect(result.total == 2)
    #expect(
      result.hits.map(\.score) == [
        inverse * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 4 / average)),
        inverse * 1 * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 8 / average)),
      ])
  }

  @Test("a term that stands twice counts twice and is evaluated once")
  func repeated() throws {
    let texts = (0..<400).map { "发展经济第\($0)项" }
    let searcher = Searcher(try TestIndex([texts]).snapshot)
    let once = try searcher.search(SearchQuery(parsing: "发展"), limit: 5)
    let twice = try searcher.search(SearchQuery(parsing: "发展 发展"), limit: 5)
    #expect(twice.total == once.total)
    #expect(twice.hits.map(\.score) == once.hits.map { $0.score + $0.score })
    for join in [" ", " OR ", " AND "] {
      let text = Array(repeating: "发展", count: 5000).joined(separator: join)
      #expect(try searcher.search(SearchQuery(parsing: text), limit: 5).total == 400)
    }
    let mixed = try searcher.search(SearchQuery(parsing: "(发展 OR 经济) (发展 OR 经济) -无"), limit: 1)
    #expect(mixed.total == 400)
  }

  @Test("gives all live documents but some for a query of only NOT")
  func onlyNot() throws {
    var index = try TestIndex([["一", "二", "三"], ["一二"]])
    try index.delete(segment: 0, 2..<3)
    let result = try Searcher(index.snapshot).search(SearchQuery(parsing: "NOT 一"), limit: 10)
    #expect(result.total == 1)
    #expect(result.hits == [Hit(segment: 0, ordinal: 1, score: 0)])
  }

  @Test("gives near matches where nothing is exact, and calls them so")
  func near() throws {
    let texts = ["数字政府", "经济数字政务", "天气", "数字政务"]
    let index = try TestIndex([texts])
    let searcher = Searcher(index.snapshot)
    let query = try SearchQuery(parsing: "数字政务厅")
    let result = try searcher.search(query, limit: 10)
    #expect(result.isNear)
    #expect((result.total, result.nearTotal) == (0, 3))
    #expect(result.hits.map(\.ordinal) == [3, 1, 0])
    #expect(Highlighter(query, near: true).highlights(in: texts[1]) == [2..<6])
    #expect(try searcher.search(query, limit: 10, orNear: false).hits.isEmpty)
    // Single characters where no pair is there; what is excluded stays so.
    let single = try searcher.search(SearchQuery(parsing: "气天 -政府"), limit: 10)
    #expect(single.hits.map(\.ordinal) == [2])
    let excluded = try searcher.search(SearchQuery(parsing: "数字政务厅 -经济"), limit: 10)
    #expect(excluded.hits.map(\.ordinal) == [3, 0])
    let none = try searcher.search(SearchQuery(parsing: "没有"), limit: 10)
    #expect(!none.isNear && none.hits.isEmpty)
  }

  @Test("stops when it is told to")
  func stops() throws {
    let index = try TestIndex([["一", "一"], ["一"]])
    var count = 0
    try Searcher(index.snapshot).forEachMatch(SearchQuery(parsing: "一")) { _, _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
  }
}
