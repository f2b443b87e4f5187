import Foundation
import PlanDocument

/// A record made by hand, with the other answers that are right as well.
struct GoldRecord: Decodable {
  var range: [Int]?
  var at: Int?
  var kind: String?
  var indicator: String?
  var indicatorAlso: [String]?
  var change: String?
  var changeAlso: [String]?
  var op: String?
  var value: Double?
  var valueMax: Double?
  var unit: String?
  var unitAlso: [String]?
  var year: String?
  var yearAlso: [String?]?
  var binding: String?
  var baseline: Double?
  var optional: Bool?

  /// Whether every field that counts is right.
  func isMet(by record: TargetRecord) -> Bool {
    record.kind == kind && record.value == value && record.valueMax == valueMax
      && record.op == op && ([unit ?? ""] + (unitAlso ?? [])).contains(record.unit)
      && ([change ?? ""] + (changeAlso ?? [])).contains(record.change)
      && ([year] + (yearAlso ?? [])).contains(record.year)
      && ([indicator ?? ""] + (indicatorAlso ?? [])).map(Self.letters)
        .contains(Self.letters(record.indicator))
  }

  /// Without marks and white space, which do not count.
  private static func letters(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.precomposedStringWithCompatibilityMapping.unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        })
    ).lowercased()
  }

  static func read(_ url: URL) throws -> [GoldRecord] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try decoder.decode(GoldRecord.self, from: Data($0.utf8))
    }
  }
}
