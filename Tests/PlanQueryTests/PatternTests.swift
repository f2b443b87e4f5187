import BigramIndex
import TestSupport
import Testing

@testable import PlanQuery

@Suite("Regular expressions")
struct PatternTests {
  private func required(_ pattern: String) throws -> String {
    func line(_ text: RequiredText) -> String {
      switch text {
      case .anything: "*"
      case .run(let scalars):
        String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
      case .mark(let mark): Unicode.Scalar(mark).map { String(Character($0)) } ?? ""
      case .all(let parts): "(" + parts.map(line).joined(separator: "&") + ")"
      case .any(let parts): "(" + parts.map(line).joined(separator: "|") + ")"
      }
    }
    return line(try QueryPattern(pattern).requirement)
  }

  @Test(
    "requires the Han characters and marks that every match holds",
    arguments: [
      ("森林覆盖率", "森林覆盖率"), ("森林.{0,5}覆盖率", "(森林&覆盖率)"), ("增长|提高", "(增长|提高)"),
      ("(增长|提高)到\\d+", "((增长|提高)&到)"), ("经济?增", "(经&增)"), ("经济*增", "(经&增)"),
      ("经济+增", "(经&济&增)"), ("(?:经济)+", "经济"), ("(?:经济)*增", "增"), ("经济{2}", "(经&济)"),
      ("经{0,3}济", "济"), ("[经济]增", "增"), ("\\d+%", "%"), ("增|\\d", "*"), ("(?=经济).济", "(经济&济)"),
      ("(?!经济)济", "济"), ("(?<a>经济)增", "(经济&增)"), ("经 济", "经济"), ("⽣态", "生态"), ("^经$", "经"),
      ("经\\/济", "(经&/&济)"), ("经{,3}", "*"), ("增长.*%", "(增长&%)"), ("增％+", "(增&%)"), ("增%?", "增"),
      ("增\\(长", "(增&(&长)"), ("3\\.5", "*"), ("3[.]5[%]", "*"), ("（增）", "((&增&))"), ("增\\c%", "增"),
      ("(增)\\g-1长", "(增&长)"), ("增|%", "(增|%)"),
    ])
  func requirements(pattern: String, expected: String) throws {
    #expect(try required(pattern) == expected)
  }

  @Test(
    "matches folded text: width, case and blanks are as in phrases",
    arguments: [
      ("R&D）经费", true), ("r&d", true), ("２０２５ 年", true), ("2025年", true), ("（R&D）", true),
      ("\\d{4}年", true), ("投入 强度", true), ("^到", true), ("强度$", true), ("[（]r", true),
      ("\\d{5}", false), ("到\\s", false), ("5g 基站", false), ("r & d", true),
    ])
  func folding(pattern: String, isFound: Bool) throws {
    let index = try TestIndex([["到２０２５年，研究与试验发展（R&D）经费 投入强度"]])
    let query = try SearchQuery(parsing: "/\(pattern)/").resolved(in: index.snapshot)
    #expect(
      try Searcher(index.snapshot).search(query, limit: 1).total == (isFound ? 1 : 0), "\(pattern)")
  }

  @Test(
    "refuses what is no expression, with its place",
    arguments: [
      ("/一", 0), ("/(一/", 3), ("/一[/", 3), ("/(?i)一/", 1), ("/(*UTF)一/", 1), ("/\\Q一/", 1),
      ("//", 0),
      ("/一*/", 1), ("/.*/", 1), ("一 /^/", 3), ("title:(/一/)", 7),
    ])
  func errors(text: String, position: Int) {
    let error = #expect(throws: QueryError.self) {
      try SearchQuery(parsing: text, units: FewUnits())
    }
    #expect(error?.position == position, "\(error?.description ?? "")")
  }

  @Test("ends in an error where matching takes too long, never in a hit less")
  func limits() throws {
    let index = try TestIndex([[String(repeating: "a", count: 5000) + "一"]])
    let query = try SearchQuery(parsing: "/(a+)+b一|(a|a)*(a|a)*(a|a)*c/")
    let error = #expect(throws: QueryError.self) { try query.resolved(in: index.snapshot) }
    #expect(error?.problem == .expressionTooCostly)
  }

  @Test("marks and counts what it matched")
  func highlights() throws {
    let query = try SearchQuery(parsing: "/增长 ?\\d+%/ OR 到")
    #expect(Highlighter(query).highlights(in: "年均增长 5%，增长12 %") == [2..<7, 8..<14])
    #expect(OccurrenceFinder(query).places(in: "年均增长 5%，到12 %").count == 2)
  }

  @Test("folded text is the same from the index and from tokens")
  func foldedText() throws {
    let texts = ["ab 5 ，年5g基站 3 .5 a.b\n\n第二 行𠮷x", "", "，a b"]
    let index = try TestIndex([texts])
    for (ordinal, _) in texts.enumerated() {
      var text: [UInt8] = []
      try index.snapshot.segments[0].foldedText(of: ordinal, into: &text)
      let line = FoldedLine(try index.snapshot.segments[0].tokens(of: ordinal))
      #expect(String(decoding: text, as: UTF8.self) == String(decoding: line.bytes, as: UTF8.self))
    }
  }
}
