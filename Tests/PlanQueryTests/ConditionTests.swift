import PlanQuery
import Testing

@Suite("Conditions in queries")
struct ConditionTests {
  private func conditions(_ text: String) throws -> [QueryCondition] {
    try SearchQuery(parsing: text, units: FewUnits()).conditions
  }

  private func term(_ text: String) throws -> QueryTerm {
    try SearchQuery(parsing: text).terms[0]
  }

  @Test("reads each field's value")
  func values() throws {
    #expect(try conditions("title:数字 box:* 一") == [.title(term("数字")), .box(nil)])
    #expect(try conditions("title:“数字 经济”") == [.title(term("\"数字 经济\""))])
    #expect(
      try conditions("doc:a-b doc:a* doc:\"a*\"") == [
        .document("a-b", isPrefix: false), .document("a", isPrefix: true),
        .document("a*", isPrefix: false),
      ])
    #expect(
      try conditions("region:1506 level:市 kind:专栏") == [
        .regionCode("1506"), .level("city"), .kind("box"),
      ])
    #expect(try conditions("in:第三篇/第一章") == [.part("第三篇/第一章")])
    #expect(try conditions("(一 OR -box:3)").count == 1)
  }

  @Test("takes conditions on targets that stand side by side for conditions on one target")
  func joining() throws {
    let two = try conditions("year:2025 AND binding:约束性")
    guard case .target(.all(let parts)) = try #require(two.first), two.count == 1 else {
      Issue.record("\(two)")
      return
    }
    #expect(parts.count == 2)
    #expect(try conditions("year:2025 一 binding:约束性").count == 2)
    #expect(try conditions("year:2025 (binding:约束性)").count == 2)
    #expect(try conditions("year:2025 OR binding:约束性").count == 2)
    #expect(try conditions("year:2025 -binding:约束性").count == 2)
  }

  @Test("takes a bare number beside a unit for a number of that unit")
  func units() throws {
    let unit = QueryUnit(base: "元", factor: 1e8)
    let hundred = try #require(try conditions("value:>=100亿元").first)
    guard case .target(.test(.value(let interval, let own))) = hundred else {
      Issue.record("\(hundred)")
      return
    }
    #expect(own == unit)
    #expect(
      try conditions("unit:亿元 value:>=100") == [
        .target(.all([.test(.unit(unit)), .test(.value(interval, unit))]))
      ])
    #expect(
      try conditions("unit:=亿元 value:>=100") == [
        .target(.all([.test(.unitAsWritten("亿元")), .test(.value(interval, nil))]))
      ])
  }

  @Test(
    "reads intervals",
    arguments: [
      (">=3", [3.0, 4], [2.9]), (">3", [3.1], [3.0]), ("<=3", [3, -5], [3.1]), ("<3", [2.9], [3]),
      ("3", [3], [3.1, 2.9]), ("=3", [3], [4]), ("3..5", [3, 5], [2, 6]), ("≥1,000", [1000], [999]),
      ("-2..-1", [-2, -1], [0]), (">0", [1e-300], [0]), ("0.5..1.5", [0.5, 1.5], [1.6]),
    ])
  func intervals(text: String, inside: [Double], outside: [Double]) throws {
    guard
      case .target(.test(.value(let interval, nil))) = try #require(
        try conditions("value:\(text)").first)
    else {
      Issue.record("\(text)")
      return
    }
    #expect(inside.allSatisfy(interval.closed().contains))
    #expect(!outside.contains(where: interval.closed().contains))
  }

  @Test("150 亩 are 10 公顷: units are converted in binary")
  func slack() throws {
    guard
      case .target(.test(.value(let interval, _))) = try #require(
        try conditions("value:>=10").first)
    else { return }
    #expect(interval.closed(scaledBy: 10_000).contains(150 * (10_000.0 / 15)))
  }

  @Test(
    "says where a condition is wrong, and what was perhaps meant",
    arguments: [
      ("一 titel:二", 2, "title:"), ("vlaue:>3", 0, "value:"),
      ("value:>=多", 6, ">="), ("value:>=100亿圆", 11, "亿元"), ("unit:吨吨", 5, "吨吨"),
      ("level:citty", 6, "city"), ("year:二〇二五", 5, "2025"), ("year:2025..2021", 5, ".."),
      ("title:", 0, "title:"), ("title: 一", 0, "title:"), ("title:(一 year:2025)", 9, "title:"),
      ("year:(2025", 5, "("), ("year:2025 NEAR/3 一", 10, "NEAR"), ("title:()", 7, ")"),
      ("title:(一 NEAR/3 二)", 9, "NEAR"), ("binding:软", 8, "约束性"), ("Title:一", 0, "title:"),
    ])
  func errors(text: String, position: Int, hint: String) {
    let error = #expect(throws: QueryError.self) {
      try SearchQuery(parsing: text, units: FewUnits())
    }
    #expect(error?.position == position, "\(text)")
    #expect(error?.message.contains(hint) == true, "\(error?.message ?? "")")
  }

  @Test(
    "takes other words before a colon for text",
    arguments: ["http:一", "gdp:增长", "5g:基站", "pm2.5:一", "注:一", "title：一"])
  func text(text: String) throws { #expect(try conditions(text).isEmpty) }

  @Test("a problem found in the library points at its condition")
  func resolving() throws {
    let query = try SearchQuery(parsing: "一 AND in:第九篇", units: FewUnits())
    let error = #expect(throws: QueryError.self) {
      try query.resolved(in: TestIndex([]).snapshot) { _ in
        throw QueryProblem.unknownPart("第九篇", near: ["第八篇"])
      }
    }
    #expect(error?.position == 9)
    #expect(error?.illustration == "  一 AND in:第九篇\n  \u{3000}        ^")
  }

  @Test("without a library, conditions are errors")
  func noLibrary() {
    let error = #expect(throws: QueryError.self) { try SearchQuery(parsing: "一 year:2025") }
    #expect(error?.position == 2)
  }
}
