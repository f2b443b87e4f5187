import Foundation
import PlanExport
import TestSupport
import Testing

@Suite("JSON lines")
struct JSONValueTests {
  @Test(
    "write numbers as short as they can be read back",
    arguments: [
      (270.0, "270"), (9.36, "9.36"), (-2.2, "-2.2"), (0.1 + 0.2, "0.30000000000000004"),
      (27_000_000_000, "27000000000"), (1e300, "1e+300"), (.infinity, "null"), (-0.0, "0"),
    ])
  func numbers(value: Double, text: String) {
    #expect(JSONValue.number(value).encoded == text)
  }

  @Test("are read back by Foundation as what was written")
  func roundTrip() throws {
    let text = "引号\" 反斜\\ 换行\n 制表\t \u{1} 𠀀 /"
    let line = JSONValue.object([("b", .string(text)), ("a", .array([.integer(1), .null]))]).encoded
    #expect(line.hasPrefix("{\"b\":"))
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["b"] as? String == text)
    #expect((object?["a"] as? [Any])?.count == 2)
  }
}

@Suite("CSV")
struct CSVTests {
  @Test("quotes what RFC 4180 asks to be quoted, and nothing else")
  func quotes() {
    #expect(CSVLine.encode(["a", "b,c", "d\"e", "f\ng"]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\"\r\n")
  }

  @Test(
    "guards cells that a spreadsheet would run, and leaves numbers and comparisons alone",
    arguments: [
      ("=1+1", "'=1+1"), ("-2.2", "-2.2"), ("=", "="), ("@x", "'@x"), ("≤22", "≤22"),
      (">=", ">="), ("+86", "'+86"), ("-甲", "'-甲"), ("-5%", "-5%"), ("-1+1", "'-1+1"),
      ("-2|cmd", "'-2|cmd"), ("\t=1", "'\t=1"), ("", ""), ("270亿元", "270亿元"),
    ])
  func guards(cell: String, written: String) {
    #expect(CSVLine.guarded(cell) == written)
  }

  @Test("reads back what it wrote", arguments: 0..<100)
  func roundTrip(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let alphabet: [Character] = ["a", "中", ",", "\"", "\n", " "]
    let rows = (0..<4).map { _ in
      (0..<3).map { _ in
        "x"
          + String(
            (0..<Int.random(in: 0...5, using: &random)).map { _ in
              alphabet.randomElement(using: &random) ?? "a"
            })
      }
    }
    let text = CSVLine.encode(["p", "q", "r"]) + rows.map(CSVLine.encode).joined()
    let read = try CSVReader(CSVLine.byteOrderMark + text)
    #expect(
      read.rows.map { row in ["p", "q", "r"].map { row.cells[$0] ?? "" } } == rows, "seed \(seed)")
  }

  @Test("says in which line a fault is")
  func faults() {
    #expect(throws: CSVError.columns(line: 3, found: 1, expected: 2)) {
      try CSVReader("a,b\n1,2\n3\n")
    }
    #expect(throws: CSVError.openQuote(line: 2)) { try CSVReader("a,b\n\"1,2\n3,4\n") }
    #expect(throws: CSVError.afterQuote(line: 2, found: "x")) { try CSVReader("a,b\n\"1\"x,2\n") }
  }
}

@Suite("Tables for people")
struct TextTableTests {
  @Test(
    "count two columns for a Han character and none for a combining mark",
    arguments: [("中文", 4), ("abc", 3), ("“引”", 4), ("１", 2), ("e\u{301}", 1), ("", 0), ("。", 2)])
  func widths(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test("line up whatever the characters")
  func alignment() {
    var table = TextTable([
      .init("指标"), .init("value", isNumber: true), .init("出处", isElastic: true),
    ])
    table.append(["森林覆盖率", "32.5", "第一篇"])
    table.append(["R&D", "2", "一段很长很长很长很长很长很长的文字"])
    let lines = table.lines(width: 40)
    #expect(
      lines == [
        "指标        value  出处", "森林覆盖率   32.5  第一篇",
        "R&D             2  一段很长很长很长很长…",
      ])
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 40 })
  }
}
