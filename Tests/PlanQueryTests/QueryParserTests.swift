import BigramIndex
import PlanQuery
import Testing

@Suite("Query language")
struct QueryParserTests {
  /// The query's tree in one line, phrases as their tokens joined by `·`.
  private func tree(_ text: String) throws -> String {
    let query = try SearchQuery(parsing: text, units: FewUnits())
    func line(_ node: QueryNode) -> String {
      switch node {
      case .term(let term): show(query.terms[term])
      case .condition(let number): "\(query.conditions[number])"
      case .all(let nodes): "(" + nodes.map(line).joined(separator: " & ") + ")"
      case .any(let nodes): "(" + nodes.map(line).joined(separator: " | ") + ")"
      case .not(let node): "!" + line(node)
      case .near(let one, let other, let distance):
        "\(show(query.terms[one])) ~\(distance) \(show(query.terms[other]))"
      }
    }
    return line(query.root)
  }

  private func show(_ term: QueryTerm) -> String {
    func string(_ token: [UInt32]) -> String {
      String(String.UnicodeScalarView(token.compactMap(Unicode.Scalar.init)))
    }
    return term.elements.map { element in
      switch element {
      case .token(let token): string(token)
      case .anyOf(let tokens): tokens.map(string).joined(separator: "/")
      case .prefix(let token): string(token) + "*"
      case .anyToken: "?"
      case .gap: "..."
      }
    }.joined(separator: "·")
  }

  @Test(
    "takes contiguous text as a phrase, blanks as AND, and operators in capitals",
    arguments: [
      ("数字经济", "数·字·经·济"),
      ("5G 2025年", "(5g & 2025·年)"),
      ("一 AND 二", "(一 & 二)"),
      ("一 二 OR 三", "((一 & 二) | 三)"),
      ("一 (二 OR 三)", "(一 & (二 | 三))"),
      ("一 NOT 二", "(一 & !二)"),
      ("一 -二", "(一 & !二)"),
      ("NOT 一", "!一"),
      ("一 and or not", "(一 & and & or & not)"),
      ("一ORb", "一·orb"),
      ("一　二", "一·二"),
      ("二二 二二", "(二·二 & 二·二)"),
    ])
  func operators(text: String, expected: String) throws { #expect(try tree(text) == expected) }

  @Test(
    "takes full-width marks, and '-' and '/' inside a term, as text",
    arguments: [
      ("研究与试验发展（R&D）经费", "研·究·与·试·验·发·展·(·r·&·d·)·经·费"),
      ("吨/年", "吨·/·年"),
      ("2021-2025", "2021·-·2025"),
      ("90%", "90·%"),
      ("－一", "-·一"),
      ("什么？", "什·么·?"),
      ("目标：一", "目·标·:·一"),
      ("http:一", "http·:·一"),
    ])
  func textMarks(text: String, expected: String) throws { #expect(try tree(text) == expected) }

  @Test(
    "takes everything between quotes as it stands",
    arguments: [
      ("\"一 OR (二)\"", "一·or·(·二·)"),
      ("“一 -二”", "一·-·二"),
      ("「year:2025」", "year·:·2025"),
      ("推进“一带一路”", "(推·进 & 一·带·一·路)"),
      ("-\"一 二\"", "!一·二"),
      ("\"a*?\"", "a·*·?"),
    ])
  func quotes(text: String, expected: String) throws { #expect(try tree(text) == expected) }

  @Test(
    "knows one token, the rest of a word, a gap, and nearness",
    arguments: [
      ("经?济", "经·?·济"),
      ("info*", "info*"),
      ("数字*平台", "数·字·...·平·台"),
      ("2025*年", "2025*·年"),
      ("一 NEAR/5 二", "一 ~5 二"),
      ("一 NEAR/0 \"二 三\" 四", "(一 ~0 二·三 & 四)"),
    ])
  func openTerms(text: String, expected: String) throws { #expect(try tree(text) == expected) }

  @Test(
    "says where and why a query is wrong",
    arguments: [
      ("", 0), ("  ", 0), ("一 (二", 2), ("一)", 1), ("一 OR", 4), ("AND 一", 0), ("一 OR OR 二", 5),
      ("\"一", 0), ("一 “二", 2), ("()", 1), ("\"\"", 0), ("一 - 二", 2), ("NOT", 3),
      ("*一", 0), ("一*", 1), ("一*，", 1), ("%*", 1), ("??", 0), ("一 NEAR/x 二", 7),
      ("(一 二) NEAR/1 三", 6), ("一 NEAR/1 二 NEAR/1 三", 11), ("一 NEAR/1", 8), ("\u{200D}", 0),
    ])
  func errors(text: String, position: Int) {
    #expect {
      try SearchQuery(parsing: text, units: FewUnits())
    } throws: { error in
      (error as? QueryError)?.position == position
    }
  }

  @Test("puts a caret under the place")
  func caret() {
    let error = #expect(throws: QueryError.self) { try SearchQuery(parsing: "一a (二") }
    #expect(
      error?.description
        == "character 4 of the query: this '(' is not closed\n  一a (二\n  \u{3000}  ^")
  }

  @Test("refuses endless nesting instead of running out of stack")
  func nesting() {
    for text in [String(repeating: "(", count: 5000), String(repeating: "-", count: 5000) + "一"] {
      #expect(throws: QueryError.self) { try SearchQuery(parsing: text) }
    }
  }
}
