import Foundation
import PlanDocument

/// A numeric claim as a person annotated it, or as the program printed it: one line of JSON.
///
/// Names of fields are those of the machine-readable output; a gold file may add, for each field,
/// other values that are right as well (`indicator_also`), and `optional` records that count
/// neither when found nor when missed.
package struct AnnotatedClaim: Sendable, Equatable {
  /// Code points before the number.
  package var at: Int
  package var text = ""
  package var kind = ""
  package var indicator = ""
  package var change: String?
  package var op: String?
  package var value: Double?
  package var valueMax: Double?
  package var unit = ""
  package var year: String?
  package var per: String?
  package var binding: String?
  package var baseline: Double?
  /// 0 ... 1; nil in files made by hand.
  package var confidence: Double?
  package var isOptional = false
  /// By the name of the field; nil inside a list is "nothing".
  package var also: [String: [String?]] = [:]
  package var baselineAlso: [Double?] = []

  package init(_ record: TargetRecord) {
    at = record.offset
    text = record.text
    kind = record.kind
    indicator = record.indicator
    change = record.change
    op = record.op
    value = record.value
    valueMax = record.valueMax
    unit = record.unit
    year = record.year
    per = record.per
    binding = record.binding
    baseline = record.baseline
    confidence = record.confidence
  }

  private init?(_ object: [String: Any]) {
    guard let place = Self.number(object["at"]) ?? Self.number(object["offset"]) else {
      return nil
    }
    at = Int(place)
    func string(_ name: String) -> String? { object[name] as? String }
    text = string("text") ?? ""
    kind = string("kind") ?? ""
    indicator = string("indicator") ?? ""
    change = string("change")
    op = string("op")
    value = Self.number(object["value"])
    valueMax = Self.number(object["value_max"])
    unit = string("unit") ?? ""
    year = string("year")
    per = string("per")
    binding = string("binding")
    baseline = Self.number(object["baseline"])
    confidence = Self.number(object["confidence"])
    isOptional = object["optional"] as? Bool ?? false
    for name in ["kind", "indicator", "change", "op", "unit", "year", "per", "binding"] {
      guard let others = object[name + "_also"] as? [Any] else { continue }
      also[name] = others.map { $0 as? String }
    }
    baselineAlso = (object["baseline_also"] as? [Any] ?? []).map(Self.number)
  }

  private static func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }

  /// A file of annotations: claims by place, and the ranges of the source that were annotated.
  package struct File: Sendable {
    package var claims: [AnnotatedClaim] = []
    /// Half-open, in code points; empty where all of the source was.
    package var ranges: [Range<Int>] = []

    /// - Parameter text: one JSON object a line; blank lines are skipped.
    package init(_ text: String) throws(EvaluationError) {
      let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      for (index, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
        let parsed = try? JSONSerialization.jsonObject(with: Data(line.utf8))
        guard let object = parsed as? [String: Any] else { throw .notJSON(line: index + 1) }
        if let range = object["range"] as? [Int] {
          guard range.count == 2, range[0] <= range[1] else { throw .range(line: index + 1) }
          ranges.append(range[0]..<range[1])
        } else if let claim = AnnotatedClaim(object) {
          claims.append(claim)
        }
      }
      claims.sort { $0.at < $1.at }
    }

    package func isAnnotated(_ place: Int) -> Bool {
      ranges.isEmpty || ranges.contains { $0.contains(place) }
    }
  }
}
