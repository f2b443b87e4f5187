import BigramIndex
import TestSupport
import Testing

@testable import PlanQuery

@Suite("Other writings of a number")
struct NumberFormTests {
  private static func forms(_ text: String) -> [String] {
    let tokens = Phrase(text).tokens.map {
      String(String.UnicodeScalarView($0.map { Unicode.Scalar($0)! }))
    }
    return NumberForms.forms(at: tokens[...])?.writings ?? []
  }

  @Test(
    "are found",
    arguments: [
      ("二〇二五年", ["2025"]), ("二零二五年", ["2025"]), ("2025年", ["二〇二五", "二零二五"]),
      ("2035年", ["二〇三五", "二零三五"]), ("1998年", ["一九九八"]), ("百分之六十五", ["65%"]),
      ("百分之六点五", ["6.5%"]), ("65%", ["百分之六十五"]), ("6.5%", ["百分之六点五"]),
      ("一百二十", ["120"]), ("120个", ["一百二十"]), ("十五", ["15"]), ("15", ["十五"]),
      ("三千零五", ["3005"]), ("3005", ["三千零五"]), ("一千零二十", ["1020"]), ("1020", ["一千零二十"]),
      ("三百亿", ["300"]), ("五", []), ("十四五", []), ("一二三产业", []), ("一般", []), ("0", []), ("007", []),
      ("5g", []), ("12345678", []), ("一百二", []), ("百", []), ("百分之", []), ("十十", []),
    ])
  func forms(text: String, expected: [String]) { #expect(Self.forms(text) == expected) }

  @Test("of every number to 9,999 lead back to it")
  func roundTrip() {
    for number in 1..<10_000 {
      #expect(NumberForms.value(of: Array(NumberForms.inWords(number))) == number)
    }
  }
}

@Suite("Synonyms")
struct SynonymTests {
  private static func writings(_ text: String, _ lines: String) throws -> [String] {
    var table = SynonymTable()
    try table.add(lines)
    return try #require(table.writings(of: Phrase(text))).map(\.text)
  }

  @Test("stand for the longest phrase of a group, and for numbers")
  func writings() throws {
    let lines = """
      # a remark

      研发经费, R&D经费，研究与试验发展经费 # of the region
      研发, 研究开发
      """
    #expect(
      try Self.writings("研发经费投入", lines) == ["研发经费投入", "r&d经费投入", "研究与试验发展经费投入"])
    #expect(try Self.writings("研发投入", lines) == ["研发投入", "研究开发投入"])
    #expect(try Self.writings("投入", lines) == ["投入"])
    #expect(
      try Self.writings("2025年研发", lines)
        == ["2025年研发", "2025年研究开发", "二〇二五年研发", "二〇二五年研究开发", "二零二五年研发", "二零二五年研究开发"])
  }

  @Test("leave out what holds another writing")
  func nested() throws {
    let lines = "城镇化率, 常住人口城镇化率, 城市化率"
    #expect(try Self.writings("城镇化率", lines) == ["城镇化率", "城市化率"])
    #expect(try Self.writings("常住人口城镇化率", lines) == ["常住人口城镇化率", "城镇化率", "城市化率"])
  }

  @Test("in a line by themselves are an error that names it")
  func badLine() throws {
    var table = SynonymTable()
    #expect(throws: SynonymTable.LineProblem(line: 2, text: "丙")) { try table.add("甲, 乙\n丙") }
  }

  @Test("that the project ships are groups, each phrase once in a group")
  func shipped() throws {
    var table = SynonymTable()
    try table.add(ShippedSynonyms.text)
    let lines = ShippedSynonyms.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count >= 150)
    #expect(Set(lines).count == lines.count)
    #expect(try #require(table.writings(of: Phrase("放管服"))).count == 2)
  }

  @Test("are asked for by '~', in quotes or not, and beside NEAR")
  func query() throws {
    var table = SynonymTable()
    try table.add("甲, 乙")
    func root(_ text: String) throws -> QueryNode {
      try SearchQuery(parsing: text, synonyms: table).root
    }
    #expect(try root("~甲") == .any([.term(0), .term(1)]))
    #expect(try root("~\"甲\" 丙") == .all([.any([.term(0), .term(1)]), .term(2)]))
    #expect(try root("-~甲") == .not(.any([.term(0), .term(1)])))
    #expect(
      try root("~甲 NEAR/3 丙")
        == .any([.near(0, 2, distance: 3), .near(1, 2, distance: 3)]))
    #expect(try root("~丙") == .term(0))
    let query = try SearchQuery(parsing: "~甲", synonyms: table)
    #expect(query.expansions == [.init(written: "甲", others: ["乙"])])
    for text in ["~", "~ 甲", "~(甲 乙)", "~甲*乙", "~甲?", "~~甲", "~-甲"] {
      let error = #expect(throws: QueryError.self) { try SearchQuery(parsing: text) }
      #expect(error?.problem == .misplacedTilde, "\(text)")
    }
  }

  @Test("too many of them are an error")
  func tooMany() {
    var table = SynonymTable()
    try? table.add("甲, 乙, 丙, 丁")
    #expect(table.writings(of: Phrase("甲甲甲甲"))?.count == 256)
    #expect(table.writings(of: Phrase("甲甲甲甲甲")) == nil)
  }
}

@Suite("Simplified and traditional writing")
struct VariantTests {
  private static func segments(_ texts: [String]) -> [[String]] {
    [texts[..<120], texts[120..<200], texts[200...]].map(Array.init)
  }

  @Test("are one where that is asked for: the documents and counts of a scan")
  func scan() throws {
    var random = SplitMix64(seed: 11)
    let letters = Array("发發髮展云雲后後里裏干乾a1，。 ")
    let texts = (0..<300).map { _ in
      String(
        (0..<Int.random(in: 0...20, using: &random)).map { _ in
          letters.randomElement(using: &random)!
        })
    }
    let index = try TestIndex(Self.segments(texts))
    let simplified: [Character: Character] = [
      "發": "发", "髮": "发", "雲": "云", "後": "后", "裏": "里", "乾": "干",
    ]
    func plain(_ text: String) -> String { String(text.map { simplified[$0] ?? $0 }) }
    let plainIndex = try TestIndex(Self.segments(texts.map(plain)))
    let words = Array("发發髮展云雲后後里裏干乾")
    for _ in 0..<400 {
      let word = String(
        (0..<Int.random(in: 1...4, using: &random)).map { _ in words.randomElement(using: &random)!
        })
      let open =
        Bool.random(using: &random) ? "?" + word : Bool.random(using: &random) ? "\(word)*展" : word
      let query = try SearchQuery(parsing: open).inAllWritings
      let found = try Searcher(index.snapshot).search(query, limit: 500, orNear: false)
      let expected = try Searcher(plainIndex.snapshot).search(
        SearchQuery(parsing: plain(open)), limit: 500, orNear: false)
      #expect(found.total == expected.total, "\(open)")
      #expect(found.hits.map(\.ordinal) == expected.hits.map(\.ordinal), "\(open)")
      #expect(
        zip(found.hits, expected.hits).allSatisfy { abs($0.score - $1.score) < 1e-9 }, "\(open)")
    }
  }

  @Test("are marked as they stand in the text")
  func highlights() throws {
    let query = try SearchQuery(parsing: "发展").inAllWritings
    #expect(Highlighter(query).highlights(in: "經濟發展和发展") == [2..<4, 5..<7])
  }
}
