import Foundation
import Testing

@testable import PlanCatalog

@Suite("Lists for json_each")
struct JSONListTests {
  @Test("are read back as they were, whatever stands in a string")
  func strings() throws {
    let lists = [
      [], ["产值"], ["a\"b", "\\", "\u{1}\n\t", "𠮷", ""], ["],[\"", "/", "\u{7F}", "e\u{301}"],
    ]
    for list in lists {
      let text = JSONList.text(of: list)
      #expect(try JSONDecoder().decode([String].self, from: Data(text.utf8)) == list, "\(text)")
    }
    #expect(JSONList.text(of: [1, -2]) == "[1,-2]")
    #expect(JSONList.text(of: [Int]()) == "[]")
  }
}
