import Foundation

/// Whether a claim says what a hand-made one says, field by field.
package enum ClaimMatch {
  /// Fields that are compared, in the order in which they are reported.
  package static let fields = [
    "value", "unit", "op", "change", "year", "per", "indicator", "binding", "baseline",
  ]
  /// Those that must all be right for a record to be strictly right.
  package static let strictFields = ["value", "unit", "op", "change", "year", "indicator"]

  package static func isStrictlyRight(_ found: AnnotatedClaim, gold: AnnotatedClaim) -> Bool {
    isSameKind(found, gold: gold)
      && strictFields.allSatisfy { isRight($0, found: found, gold: gold) }
  }

  package static func isSameKind(_ found: AnnotatedClaim, gold: AnnotatedClaim) -> Bool {
    found.kind == gold.kind || (gold.also["kind"] ?? []).contains(found.kind)
  }

  package static func isRight(
    _ field: String, found: AnnotatedClaim, gold: AnnotatedClaim
  ) -> Bool {
    switch field {
    case "value": same(gold.value, found.value) && same(gold.valueMax, found.valueMax)
    case "baseline": ([gold.baseline] + gold.baselineAlso).contains { same($0, found.baseline) }
    case "unit":
      ([gold.unit] + (gold.also["unit"] ?? [])).contains {
        plainUnit($0 ?? "") == plainUnit(found.unit)
      }
    case "indicator":
      names(gold).contains { letters($0) == letters(found.indicator) }
    case "op": isRight(found.op, gold.op, gold.also["op"])
    case "change": isRight(found.change, gold.change, gold.also["change"])
    case "year": isRight(found.year, gold.year, gold.also["year"])
    case "per": isRight(found.per, gold.per, gold.also["per"])
    case "binding": isRight(found.binding, gold.binding, gold.also["binding"])
    default: false
    }
  }

  /// The best F1 of character pairs between a name and those that are right, 0 ... 1.
  package static func likeness(_ found: AnnotatedClaim, gold: AnnotatedClaim) -> Double {
    names(gold).map { likeness($0, found.indicator) }.max() ?? 0
  }

  private static func names(_ gold: AnnotatedClaim) -> [String] {
    [gold.indicator] + (gold.also["indicator"] ?? []).compactMap { $0 }
  }

  /// Nothing and an empty text are the same.
  private static func isRight(_ found: String?, _ gold: String?, _ also: [String?]?) -> Bool {
    (found ?? "") == (gold ?? "") || (also ?? []).contains(found)
  }

  private static func same(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) <= 1e-9 * max(1, abs(a))
  }

  /// Letters and digits alone, in NFKC and lower case.
  package static func letters(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.precomposedStringWithCompatibilityMapping.unicodeScalars.filter { isLetter($0) })
    ).lowercased()
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  private static func plainUnit(_ unit: String) -> String {
    String(unit.filter { !$0.isWhitespace }).precomposedStringWithCompatibilityMapping
      .replacing("³", with: "3").lowercased()
  }

  private static func likeness(_ a: String, _ b: String) -> Double {
    let first = pairs(letters(a))
    let second = pairs(letters(b))
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    let both = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
    return 2 * Double(both)
      / Double(first.values.reduce(0, +) + second.values.reduce(0, +))
  }

  private static func pairs(_ text: String) -> [String: Int] {
    let letters = Array(text)
    var pairs: [String: Int] = [:]
    if letters.count == 1 { pairs[text] = 1 }
    for (a, b) in zip(letters, letters.dropFirst()) { pairs[String([a, b]), default: 0] += 1 }
    return pairs
  }
}
