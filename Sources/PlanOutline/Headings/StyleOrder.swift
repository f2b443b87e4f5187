/// Which numbering style of a plan stands above which.
///
/// 一、 above （一） is the rule; some documents have it the other way round, and their numbers
/// show it.
struct StyleOrder: Equatable {
  private(set) var isInverted = false

  init() {}

  /// - Parameter numbered: the numbered headings of a text in order.
  init(_ numbered: [(style: NumberingStyle, number: Int)]) {
    let pair = numbered.filter { $0.style == .comma || $0.style == .bracket }
    let usual = Self.misfits(pair, outer: .comma)
    let inverted = Self.misfits(pair, outer: .bracket)
    isInverted = inverted * 2 < usual
  }

  /// Place from the outermost.
  func rank(_ style: NumberingStyle) -> Int {
    guard isInverted else { return style.rawValue }
    return switch style {
    case .comma: NumberingStyle.bracket.rawValue
    case .bracket: NumberingStyle.comma.rawValue
    default: style.rawValue
    }
  }

  func isAbove(_ a: NumberingStyle, _ b: NumberingStyle) -> Bool { rank(a) < rank(b) }

  /// Headings whose number does not fit, or that stand in front of the first outer one.
  private static func misfits(
    _ numbered: [(style: NumberingStyle, number: Int)], outer: NumberingStyle
  ) -> Int {
    var misfits = 0
    var outerNumber = 0
    var innerNumber = 0
    for (style, number) in numbered {
      if style == outer {
        if number != outerNumber + 1 { misfits += 1 }
        outerNumber = number
        innerNumber = 0
      } else {
        if outerNumber == 0 { misfits += 1 }
        if number != innerNumber + 1 { misfits += 1 }
        innerNumber = number
      }
    }
    return misfits
  }
}
