import PlanDocument

/// What a cell of a table holds, as far as sums go.
enum CellAmount: Equatable {
  /// A number that fills the cell, with digits behind the point and the unit behind it (341个).
  case number(Double, decimals: Int, unit: String)
  /// A mark for no amount: —, -, /.
  case none
  case empty
  /// Anything else: words, a range, a bound, a number inside a sentence.
  case words

  init(_ text: String) {
    let scalars = text.squeezed.unicodeScalars.map(Self.folded)
    if scalars.isEmpty {
      self = .empty
    } else if scalars.allSatisfy({ Self.dashes.contains($0) }) {
      self = .none
    } else {
      self = Self.number(scalars) ?? .words
    }
  }

  var isNumber: Bool { if case .number = self { true } else { false } }

  /// The number, and 0 for a mark of no amount.
  var value: Double? {
    switch self {
    case .number(let value, _, _): value
    case .none: 0
    case .empty, .words: nil
    }
  }

  var unit: String? { if case .number(_, _, let unit) = self { unit } else { nil } }

  /// Half of the last place that is written; 0 where no number is.
  var roundingError: Double {
    guard case .number(_, let decimals, _) = self else { return 0 }
    return (0..<decimals).reduce(0.5) { step, _ in step / 10 }
  }

  /// 1234, 1,234, -5, 12.5, 341个.
  private static func number(_ scalars: [Unicode.Scalar]) -> CellAmount? {
    let isNegative = scalars[0] == "-"
    var digits = ""
    var decimals = 0
    var hasPoint = false
    var place = isNegative ? 1 : 0
    while place < scalars.count {
      let scalar = scalars[place]
      if isDigit(scalar) {
        digits.unicodeScalars.append(scalar)
        if hasPoint { decimals += 1 }
      } else if scalar == ".", !hasPoint, !digits.isEmpty, isDigit(scalars, place + 1) {
        digits += "."
        hasPoint = true
      } else if scalar == ",", !hasPoint, parts(scalars, place) {
        // Between groups of three digits.
      } else {
        break
      }
      place += 1
    }
    let unit = scalars[place...]
    guard let value = Double(digits), digits.count <= 15, unit.count <= 5,
      unit.allSatisfy({ $0 == "%" || $0 == "/" || $0.properties.isAlphabetic })
    else { return nil }
    let written = String(String.UnicodeScalarView(unit))
    // 2021年 is a time, 8以上 a bound.
    guard !notUnits.contains(where: written.holds) else { return nil }
    return .number(isNegative ? -value : value, decimals: decimals, unit: written)
  }

  private static func parts(_ scalars: [Unicode.Scalar], _ comma: Int) -> Bool {
    comma > 0 && isDigit(scalars[comma - 1]) && (1...3).allSatisfy { isDigit(scalars, comma + $0) }
      && !isDigit(scalars, comma + 4)
  }

  private static func isDigit(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    place < scalars.count && isDigit(scalars[place])
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// ASCII in place of full-width forms.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static let notUnits = ["年", "月", "以上", "以下", "以内", "左右", "余", "多"]
  private static let dashes: Set<Unicode.Scalar> = ["-", "—", "–", "―", "/", "─"]
}
