import Foundation
import PlanDocument
import Testing

@testable import TargetExtraction

/// Numbers with their values from the test suites of other parsers; see docs/numbers.md for what is
/// left out and why.
@Suite("Numbers that others collected")
struct OthersNumberTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/external/numbers")
  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  /// Suites whose answers are values; the others have dates, ordinals and rewritings.
  static let suites = [
    "cn2an", "cn2an_direct", "an2cn_inverse", "icu_rbnf", "duck_numeral", "duck_quantity",
    "duck_distance", "duck_money", "rt_number", "rt_percent", "rt_range", "rt_currency",
    "rt_dimension", "rt_age", "nemo", "wetext", "jionlp_money",
    "jionlp_money_extract",
  ]
  static let types: Set<String> = [
    "number", "digits", "quantity", "distance", "distance-range", "money", "money-range",
    "percentage", "fraction", "numberrange", "currency", "dimension", "year", "age",
  ]

  struct Expected: Decodable {
    var text: String
    var start: Int
    var end: Int
    var type: String
    var value: String?
    var unit: String?
    var lo: String?
    var hi: String?
  }

  struct Case: Decodable {
    var suite: String
    var input: String
    var expected: [Expected]
    var scope: String
    var suspect: String?
    var tags: [String]?
  }

  @Test(
    "are read with their values, 98 of 100 at least",
    .enabled(if: OthersNumberTests.isThere, "needs ../shared/external"))
  func values() throws {
    var total = 0
    var wrong: [String] = []
    for suite in Self.suites {
      let file = Self.folder.appendingPathComponent("\(suite).jsonl")
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let item = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
        guard item.scope == "core", item.suspect == nil, !item.isForeignForm else { continue }
        for expected in item.expected where Self.types.contains(expected.type) {
          guard expected.isValue else { continue }
          total += 1
          let found = Reading(item.input, at: expected)
          if !found.isRight {
            wrong.append("\(suite): \(item.input) ⟦\(expected.text)⟧ read \(found)")
          }
        }
      }
    }
    // OTHERS_REPORT=FILE writes the list that docs/numbers.md explains.
    if let path = ProcessInfo.processInfo.environment["OTHERS_REPORT"] {
      try wrong.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(total > 500)
    let share = 1 - Double(wrong.count) / Double(max(1, total))
    #expect(share >= 0.98, "\(total - wrong.count) of \(total)")
  }
}

extension OthersNumberTests.Case {
  /// Forms that no plan writes, each named in docs/numbers.md.
  var isForeignForm: Bool {
    let forms = ["又", "e", "E", "^", "打", "几", "  ", ", "]
    return forms.contains(where: input.contains) || isDate
  }
}

extension OthersNumberTests.Case {
  /// What the source calls a fraction and is a day or a month: 2008/08, 八月八日.
  private var isDate: Bool {
    input.contains("月")
      || expected.contains { $0.type == "fraction" && ($0.value?.contains("/0") ?? false) }
  }
}

extension OthersNumberTests.Expected {
  /// Weights in 两 are left out.
  var isValue: Bool {
    (value != nil || lo != nil || hi != nil) && unit != "两"
      && !(unit == "Gram" && text.contains("两"))
  }
}

/// What the scanner makes of the place where others have a number.
struct Reading: CustomStringConvertible {
  let expected: OthersNumberTests.Expected
  let mentions: [(value: Double, upper: Double?, unit: String)]

  init(_ input: String, at expected: OthersNumberTests.Expected) {
    self.expected = expected
    let source = SourceText(input)
    let text = PassageText(MendedText(TextSpan(0, source.bytes.count), of: source))
    // Code points of the input that are no white space, as PassageText counts them.
    let places = input.unicodeScalars.enumerated().filter { !$0.element.properties.isWhitespace }
      .map(\.offset)
    mentions = NumberScanner(text).mentions().filter { mention in
      mention.text.contains {
        places.indices.contains($0) && (expected.start..<expected.end).contains(places[$0])
      }
    }.map { mention in
      let unit = mention.unitText(in: text)
      let scale = Self.scale(of: unit)
      return (mention.value * scale, mention.valueMax.map { $0 * scale }, unit)
    }
  }

  /// 万 and 亿 in front of a unit, and weights that others give in grams.
  private static func scale(of unit: String) -> Double {
    let scalars = unit.unicodeScalars.map(\.value)
    if let whole = UnitWords.table.match(scalars, at: 0, before: scalars.count),
      whole.length == scalars.count
    {
      return unit == "成" ? 10 : 1
    }
    let multiple = UnitWords.multipliers.match(scalars, at: 0, before: scalars.count)
    return (multiple?.value ?? 1) * (unit == "成" ? 10 : 1)
  }

  var isRight: Bool {
    mentions.contains { mention in
      if let lo = number(expected.lo), let hi = number(expected.hi), lo != hi {
        // Between the two, or two numbers with a bound each (大于X并小于Y).
        return same(mention.value, lo)
          && (mention.upper.map { same($0, hi) } ?? mentions.contains { same($0.value, hi) })
      }
      guard let value = number(expected.value) ?? number(expected.lo) ?? number(expected.hi) else {
        return false
      }
      let weights: [String: Double] = ["斤": 500, "公斤": 1_000, "千克": 1_000, "毫克": 0.001, "两": 50]
      return same(mention.value, value)
        || (expected.unit == "%" && mention.unit.isEmpty && same(mention.value * 100, value))
        || (expected.unit == "%" && mention.unit == "‰" && same(mention.value / 10, value))
        || (expected.unit == "Gram" && same(mention.value * (weights[mention.unit] ?? 1), value))
    }
  }

  /// A decimal, or a fraction `1/3`.
  private func number(_ text: String?) -> Double? {
    guard let text else { return nil }
    let parts = text.split(separator: "/").compactMap { Double($0) }
    return parts.count == 2 && parts[1] != 0 ? parts[0] / parts[1] : Double(text)
  }

  private func same(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-9 * max(1e-6, abs(b))
  }

  var description: String {
    mentions.map { "\($0.value)–\($0.upper ?? 0) \($0.unit)" }.joined(separator: "; ")
  }
}
