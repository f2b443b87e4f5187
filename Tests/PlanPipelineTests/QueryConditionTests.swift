import PlanCatalog
import PlanDocument
import PlanPipeline
import PlanQuery
import Testing

@Suite("Conditions of queries on a library")
struct QueryConditionTests {
  private let place: Workplace

  private static let forest = """
    某市林业发展“十四五”规划
    第一篇 发展基础
    第一章 主要成就
    “十三五”时期，森林覆盖率达到20%。
    第二篇 主要目标
    第一章 总体目标
    到2025年，森林覆盖率提高到24.1%，林业总产值达到10亿元。
    到2030年，林业总产值达到30亿元以上。
    第二章 造林任务
    到2025年，新增造林面积150亩，培训林农2万人。
    专栏1 重点工程
    到2025年，投资12000万元建设国家储备林。
    """

  private static let energy = """
    甲县能源发展“十四五”规划
    第一章 主要目标
    到2025年，能源产业投资达到100000万元。
    到2025年，非化石能源消费占比提高5个百分点，弃风率控制在5%以内。
    第二章 保障措施
    加强组织领导，落实责任。
    """

  init() throws {
    place = try Workplace()
    try place.write("forest.txt", Self.forest)
    try place.write("energy.txt", Self.energy)
    try place.ingest()
  }

  /// The passages that match, as the first characters of their texts.
  private func texts(_ query: String, inAllWritings: Bool = false) throws -> [String] {
    try LibraryReader(folder: place.library).read { view in
      var found: [String] = []
      let query = try LibraryConditions(view).query(query, inAllWritings: inAllWritings)
      try LibraryMatches(query, in: view, within: nil)
        .forEachMatch { segment, ordinal in
          found.append(try view.passage(segment: segment, ordinal: ordinal).text)
          return true
        }
      return found
    }
  }

  @Test(
    "numbers find passages by one target that meets all of them, in whatever unit",
    arguments: [
      ("value:>=10亿元", ["能源产业投资", "24.1%", "30亿元"]),
      ("value:10亿元", ["能源产业投资", "24.1%"]),
      ("value:100000万元", ["能源产业投资", "24.1%"]),
      ("value:>=10 unit:亿元 year:2025", ["能源产业投资", "24.1%"]),
      ("unit:亿元 value:<10", ["12000万元"]),
      ("value:>10亿元", ["30亿元"]),
      ("year:2030", ["30亿元"]),
      ("value:10公顷", ["150亩"]), ("value:>=10 unit:公顷", ["150亩"]),
      ("value:5%", ["弃风率"]), ("value:5个百分点", ["弃风率"]), ("unit:个百分点", ["弃风率"]),
      ("value:5% indicator:非化石", []), ("value:5个百分点 indicator:非化石", ["弃风率"]),
      ("indicator:覆盖率 value:>=20%", ["24.1%"]),
      ("indicator:产值 year:(2025 OR 2030)", ["24.1%", "30亿元"]),
      ("indicator:产值 year:(NOT 2025)", ["30亿元"]),
      ("indicator:产值 value:24.1%", []), ("indicator:产值 AND 森林", ["24.1%"]),
      ("unit:=万元", ["能源产业投资", "12000万元"]),
    ])
  func numbers(query: String, expected: [String]) throws {
    let found = try texts(query)
    #expect(found.count == expected.count, "\(query): \(found)")
    for (text, part) in zip(found, expected) { #expect(text.contains(part), "\(query)") }
  }

  @Test(
    "fields find passages by where they stand",
    arguments: [
      ("doc:energy 投资", 1), ("doc:for* 投资", 1), ("title:林业 投资", 1), ("title:能源 OR title:林业", 18),
      ("in:第二篇/第一章 kind:paragraph", 2), ("in:第一章 产值", 2), ("heading:造林 造林", 2),
      ("heading:主要目标 kind:paragraph", 5), ("box:* 投资", 1), ("box:工程", 2), ("box:能源", 0),
      ("kind:标题 目标", 3), ("投资 -doc:forest", 1), ("投资 NOT (title:能源 OR box:*)", 0),
      ("/投资.*万元/ doc:energy", 1), ("/[一-龥]{2}率/", 3),
    ])
  func fields(query: String, count: Int) throws {
    let found = try texts(query)
    #expect(found.count == count, "\(query): \(found)")
  }

  @Test(
    "fields and expressions find both writings where both are asked for",
    arguments: [
      ("title:林業 投資", 1), ("heading:造林任務 培訓", 1), ("box:重點工程 投資", 1), ("indicator:總產值", 2),
      ("/[發發]展/", 3), ("/發展.*規劃/", 2), ("/投(資|入)/", 2),
    ])
  func writings(query: String, count: Int) throws {
    #expect(try texts(query).isEmpty)
    let found = try texts(query, inAllWritings: true)
    #expect(found.count == count, "\(query): \(found)")
  }

  @Test("names of indicators are found after documents were replaced, and no others are kept")
  func replaced() throws {
    try place.write("energy.txt", plan("节水"))
    try place.ingest()
    #expect(try texts("indicator:节水").count == 1)
    #expect(try texts("indicator:弃风").isEmpty)
    try LibraryReader(folder: place.library).read { view in
      #expect(
        try view.catalog.indicators(holding: [[Array("弃".unicodeScalars).map(\.value)]]).isEmpty)
      var names: Set<String> = []
      for key in try view.catalog.keys() {
        names.formUnion(
          try view.catalog.targets(of: key).filter { $0.kind == "target" }.map(\.indicator))
      }
      #expect(try Set(view.catalog.indicators(holding: [])) == names)
    }
  }

  @Test("a query without a term gives what matches in document order, with score 0")
  func order() throws {
    try LibraryReader(folder: place.library).read { view in
      let query = try LibraryConditions(view).query("year:2025")
      let result = try view.search(
        query, with: Searcher(view.index), within: nil, offset: 1, limit: 2)
      #expect(result.total == 5)
      #expect(result.hits.map(\.score) == [0, 0])
      let names = try result.hits.map {
        try view.passage(segment: $0.segment, ordinal: $0.ordinal).document
      }
      #expect(names == ["energy", "forest"])
    }
  }

  @Test(
    "a document or part that is not there is an error with a place and a suggestion",
    arguments: [("投资 doc:forrest", 7, "forest"), ("in:第九篇/第一章", 3, "第二篇/第一章")])
  func unknown(query: String, position: Int, hint: String) throws {
    let error = #expect(throws: QueryError.self) { try texts(query) }
    #expect(error?.position == position)
    #expect(error?.message.contains(hint) == true, "\(error?.message ?? "")")
  }

  @Test("what is read as one condition on targets is what a look at every target finds")
  func oracle() throws {
    try LibraryReader(folder: place.library).read { view in
      var expected: Set<String> = []
      for key in try view.catalog.keys() {
        for target in try view.catalog.targets(of: key) where target.kind == "target" {
          if target.unitBase == "元", let value = target.valueBase, value >= 1e9 - 1,
            target.year == "2025" || target.yearInherited == "2025"
          {
            expected.insert("\(target.document)#\(target.passage)")
          }
        }
      }
      var found: Set<String> = []
      let query = try LibraryConditions(view).query("unit:亿元 year:2025 value:≥10")
      try LibraryMatches(query, in: view, within: nil).forEachMatch { segment, ordinal in
        let place = try view.place(segment: segment, ordinal: ordinal)
        let name = try view.catalog.document(withKey: place.document)?.document ?? ""
        found.insert("\(name)#\(place.passage)")
        return true
      }
      #expect(found == expected)
      #expect(!found.isEmpty)
    }
  }
}
