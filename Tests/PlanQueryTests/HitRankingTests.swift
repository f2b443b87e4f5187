import BigramIndex
import Testing
import TextFolding

@testable import PlanQuery

@Suite("Order of exact hits")
struct HitRankingTests {
  private static func score(
    _ query: String, _ text: String, _ fields: [HitFields.Field] = []
  ) throws -> Double {
    let query = try SearchQuery(parsing: query)
    let ranking = HitRanking(
      query, BM25(documents: 100, tokens: 2000),
      inverses: query.scoredTerms.indices.map { 2 + Double($0) })
    return ranking.score(TokenStream(text), in: HitFields(fields))
  }

  @Test(
    "terms count as near by the tokens of the shortest span that belong to none",
    arguments: [
      ([[0..<2], [2..<4]], 0), ([[2..<4], [0..<2]], 1), ([[0..<2], [5..<7]], 3),
      ([[0..<2, 8..<10], [11..<13]], 1), ([[0..<1], [4..<5], [2..<3]], 3),
      ([[0..<4], [2..<6]], 0), ([[0..<2], []], nil),
    ] as [([[Range<Int>]], Int?)])
  func between(groups: [[Range<Int>]], expected: Int?) {
    #expect(HitRanking.between(groups) == expected)
  }

  @Test("a phrase comes before near terms, and these before scattered ones, whatever their number")
  func proximity() throws {
    let filler = String(repeating: "某", count: 60)
    let phrase = try Self.score("绿色 发展", "绿色发展" + filler)
    let near = try Self.score("绿色 发展", "绿色的发展" + filler)
    let far = try Self.score("绿色 发展", "绿色" + filler + "发展")
    let often = try Self.score(
      "绿色 发展", "绿色绿色绿色\(filler.prefix(10))发展发展发展")
    #expect(phrase > near)
    #expect(near > far)
    #expect(phrase > often)
    #expect(try Self.score("绿色 NEAR/9 发展", "绿色发展") > Self.score("绿色 NEAR/9 发展", "绿色某发展"))
    #expect(
      try Self.score("(绿色 OR 低碳) 发展", "低碳发展") > Self.score("(绿色 OR 低碳) 发展", "低碳某发展"))
  }

  @Test("a term in a title or heading adds to those in the text, by the weight of the field")
  func fields() throws {
    let text = "森林覆盖率提高"
    func score(_ title: String, _ weight: Double) throws -> Double {
      try Self.score("森林", text, [HitFields.Field(TokenStream(title), weight: weight)])
    }
    let alone = try Self.score("森林", text)
    #expect(try score("草原", 1) == alone)
    #expect(try score("森林", 0.5) > alone)
    #expect(try score("森林", 1) > score("森林", 0.5))
    // One place in the text and one in a field of weight 1 are two places.
    let model = BM25(documents: 100, tokens: 2000)
    let two = model.weight(inverse: 2, frequency: 2, norm: model.norm(length: 7))
    #expect(try abs(score("森林", 1) - two) < 1e-12)
  }

  @Test("is that of BM25 where neither fields nor places tell more")
  func plain() throws {
    let model = BM25(documents: 100, tokens: 2000)
    #expect(
      try Self.score("森林", "森林和森林")
        == model.weight(inverse: 2, frequency: 2, norm: model.norm(length: 5)))
  }
}
