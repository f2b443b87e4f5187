import Foundation
import PlanCatalog
import PlanDocument
import PlanPipeline
import PlanQuery
import Testing
import TextFolding

@Suite("Counting")
struct CountTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("a.txt", plan("林业"))
    try place.write("b.txt", plan("水利"))
    try place.write("c.txt", plan("教育"))
    try place.write(
      "manifest.csv",
      "path,region,level,period\na.txt,甲市,city,2021-2025\nb.txt,乙省,province,2016-2020\n"
        + "c.txt,甲市,city,2021-2025\n")
    try place.ingest()
  }

  private func rows(
    _ key: PassageCount.Key, _ query: String = "林业 OR 组织领导",
    _ filter: PassageFilter = PassageFilter()
  ) throws -> [PassageCount.Row] {
    try LibraryReader(folder: place.library).read { view in
      let allowed = try view.passages(in: filter, library: place.library)
      let found = try LibraryMatches(
        try SearchQuery(parsing: query), in: view, within: allowed)
      return try PassageCount.rows(of: found, by: key, within: allowed, in: view)
    }
  }

  /// Tokens of the passages that a filter lets through.
  private func characters(_ filter: PassageFilter) throws -> Int {
    try LibraryReader(folder: place.library).read { view in
      let allowed = try view.passages(in: filter, library: place.library)
      var sum = 0
      for name in ["a", "b", "c"] {
        guard let document = try view.catalog.document(named: name) else { continue }
        for passage in try view.catalog.passages(of: document.key)
        where filter.path == nil || filter.path?.contains(passage.path) == true {
          sum += TokenStream(passage.text).count
        }
      }
      #expect(allowed != nil || filter.path == nil)
      return sum
    }
  }

  @Test("gives passages, hits and documents by document, part and chapter")
  func units() throws {
    let documents = try rows(.document)
    #expect(documents.map(\.key) == ["a", "b", "c"])
    #expect(documents.map(\.count) == [4, 1, 1])
    #expect(documents[0].title == "林业发展规划")
    #expect(try rows(.part).contains { $0.key == "c/第二篇" && $0.count == 1 })
    #expect(try rows(.chapter).contains { $0.key == "b/第二篇/第二章" && $0.count == 1 })
    let total = try rows(.chapter).reduce(0) { $0 + $1.hits }
    #expect(total == documents.reduce(0) { $0 + $1.hits })
    // Two in one passage.
    #expect(try rows(.document, "林").first { $0.key == "a" }?.hits == 4)
    #expect(try rows(.document, "，").map(\.hits) == [5, 5, 5])
  }

  @Test("puts documents together by region, level and year")
  func groups() throws {
    #expect(try rows(.region).map(\.key) == ["甲市", "乙省"])
    #expect(try rows(.region).map(\.documents) == [2, 1])
    #expect(try rows(.level).map(\.key) == ["city", "province"])
    #expect(try rows(.planYear).map(\.key) == ["2016", "2021"])
    #expect(try rows(.planYear) == rows(.year))
    #expect(try rows(.planYear).map(\.count) == [1, 5])
    #expect(try rows(.region, "没有的").isEmpty)
  }

  @Test("measures hits against the characters that were searched")
  func rates() throws {
    let all = try rows(.region, "组织")
    #expect(try all.reduce(0) { $0 + $1.characters } == characters(PassageFilter()))
    let parts = try rows(.part, "章 OR 规划 OR 组织 OR 工作")
    #expect(
      try parts.filter { $0.key?.hasPrefix("a") == true }.reduce(0) { $0 + $1.characters }
        == rows(.document, "组织").first { $0.key == "a" }?.characters)
    var filter = PassageFilter()
    filter.path = PathSelection("第二篇")
    let part = try rows(.document, "组织", filter)
    #expect(try part.reduce(0) { $0 + $1.characters } == characters(filter))
    let row = try #require(part.first)
    #expect(row.perTenThousand == Double(row.hits) / Double(row.characters) * 10_000)
  }

  @Test("keeps one order, whatever the order of ingest was")
  func order() throws {
    let other = try Workplace()
    for name in ["c", "a", "b"] {
      let topic = ["a": "林业", "b": "水利", "c": "教育"][name] ?? ""
      try other.ingest([try other.write("\(name).txt", plan(topic))])
    }
    // Replaced: it stands at the end of the index now.
    try other.write("a.txt", plan("农业"))
    try other.ingest([other.plans.appendingPathComponent("a.txt").path])
    try other.write("a.txt", plan("林业"))
    try other.ingest([other.plans.appendingPathComponent("a.txt").path])
    for text in ["组织领导", "发展 OR 章", "第一章", "覆盖率", "林业", "的"] {
      let found = try [place.library, other.library].map { try hits(text, in: $0) }
      #expect(found[0].streamed == found[1].streamed, "\(text)")
      #expect(found[0].pages == found[1].pages, "\(text)")
      #expect(found[0].ranked == found[1].ranked, "\(text)")
      #expect(found[0].ranked == found[0].pages, "\(text)")
      #expect(found[0].streamed.count == found[0].ranked.count, "\(text)")
    }
    #expect(
      try hits("组织领导", in: other.library).streamed.map { $0.prefix(2) } == ["a#", "b#", "c#"])
  }

  /// Addresses: streamed, ranked at once, and ranked two a page.
  private func hits(
    _ text: String, in library: String
  ) throws -> (streamed: [String], ranked: [String], pages: [String]) {
    try LibraryReader(folder: library).read { view in
      let query = try SearchQuery(parsing: text)
      func address(_ segment: Int, _ ordinal: Int) throws -> String {
        PassageAddress(try view.passage(segment: segment, ordinal: ordinal)).text
      }
      var streamed: [String] = []
      try LibraryMatches(query, in: view, within: nil).forEachMatch {
        streamed.append(try address($0, $1))
        return true
      }
      let searcher = Searcher(view.index)
      func page(_ offset: Int, _ limit: Int) throws -> [String] {
        try view.search(query, with: searcher, within: nil, offset: offset, limit: limit).hits
          .map { try address($0.segment, $0.ordinal) }
      }
      let count = streamed.count
      return (
        streamed, try page(0, .max),
        try stride(from: 0, to: count, by: 2).flatMap { try page($0, 2) }
      )
    }
  }
}

@Suite("Addresses of passages")
struct PassageAddressTests {
  @Test("are read as they are written")
  func parsing() {
    let address = PassageAddress(document: "a/b#c", path: "第一篇/第二章", offset: 12)
    #expect(address.text == "a/b#c#第一篇/第二章@12")
    #expect(PassageAddress(parsing: address.text) == address)
    #expect(PassageAddress(parsing: "a#@7")?.path == "")
    for text in ["a", "a#第一篇", "a@12", "#x@1", "a#x@", "a#x@-1", "a#x@1y"] {
      #expect(PassageAddress(parsing: text) == nil, "\(text)")
    }
  }

  @Test("lead back to the passage that they were made of")
  func lookup() throws {
    let place = try Workplace()
    try place.write("a.txt", plan("林业"))
    try place.ingest()
    let passages = try LibraryReader(folder: place.library).read { view in
      try view.catalog.document(named: "a").map { try view.catalog.passages(of: $0.key) } ?? []
    }
    #expect(passages.count > 8)
    for (number, passage) in passages.enumerated() {
      let address = try #require(PassageAddress(parsing: PassageAddress(passage).text))
      #expect(address.passage(among: passages) == number)
      let bare = PassageAddress(document: "a", path: "", offset: passage.offset)
      #expect(bare.passage(among: passages) == number)
      let inside = PassageAddress(document: "a", path: "", offset: passage.offset + 1)
      #expect(inside.passage(among: passages) == number)
    }
    #expect(PassageAddress(document: "a", path: "", offset: 0).passage(among: []) == nil)
  }
}
