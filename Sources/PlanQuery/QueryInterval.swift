/// The numbers that a condition takes: `>=100`, `<5`, `=3`, `100..200`.
package struct QueryInterval: Hashable, Sendable {
  package var lower: Double?
  package var includesLower = true
  package var upper: Double?
  package var includesUpper = true

  /// Reads a relation (`=` where none stands) and a number, or two numbers with `..` between.
  ///
  /// - Parameter text: `≥`, `≤` and full-width signs are taken as well; commas between digits are
  ///   left out.
  /// - Returns: the interval and what stands behind the number; nil where there is no number.
  static func reading(_ text: String) -> (interval: QueryInterval, rest: String)? {
    let plain = text.replacing("≥", with: ">=").replacing("≤", with: "<=")
      .replacing("＞", with: ">").replacing("＜", with: "<").replacing("＝", with: "=")
    var rest = Substring(plain.filter { !$0.isWhitespace })
    let relation = [">=", "<=", ">", "<", "="].first { rest.hasPrefix($0) }
    rest = rest.dropFirst(relation?.count ?? 0)
    guard let number = takeNumber(&rest) else { return nil }
    var interval = QueryInterval()
    switch relation {
    case ">=", ">": (interval.lower, interval.includesLower) = (number, relation == ">=")
    case "<=", "<": (interval.upper, interval.includesUpper) = (number, relation == "<=")
    default:
      interval.lower = number
      interval.upper = number
      if relation == nil, rest.hasPrefix("..") {
        rest = rest.dropFirst(2)
        guard let end = takeNumber(&rest), end >= number else { return nil }
        interval.upper = end
      }
    }
    return (interval, String(rest))
  }

  private static func takeNumber(_ rest: inout Substring) -> Double? {
    var digits = ""
    var end = rest.startIndex
    if end < rest.endIndex, rest[end] == "-" || rest[end] == "+" {
      digits.append(rest[end])
      end = rest.index(after: end)
    }
    while end < rest.endIndex, rest[end].isASCII {
      if rest[end] == ".", rest[end...].hasPrefix("..") { break }
      guard rest[end].isNumber || rest[end] == "." || rest[end] == "," else { break }
      if rest[end] != "," { digits.append(rest[end]) }
      end = rest.index(after: end)
    }
    guard let number = Double(digits), number.isFinite else { return nil }
    rest = rest[end...]
    return number
  }

  /// The least and the greatest number that lie in it, both included.
  ///
  /// Numbers that differ by less than a billionth count as equal, since units are converted in
  /// binary: 150 亩 are 10 公顷.
  ///
  /// - Parameter factor: what the bounds are multiplied by, above 0.
  package func closed(scaledBy factor: Double = 1) -> ClosedRange<Double> {
    let slack = 1e-9
    let least = lower.map { bound in
      let bound = bound * factor
      return bound + (includesLower ? -1 : 1) * abs(bound) * slack
        + (includesLower || bound != 0 ? 0 : Double.leastNormalMagnitude)
    }
    let most = upper.map { bound in
      let bound = bound * factor
      return bound - (includesUpper ? -1 : 1) * abs(bound) * slack
        - (includesUpper || bound != 0 ? 0 : Double.leastNormalMagnitude)
    }
    let low = least ?? -.greatestFiniteMagnitude
    return low...max(low, most ?? .greatestFiniteMagnitude)
  }
}
