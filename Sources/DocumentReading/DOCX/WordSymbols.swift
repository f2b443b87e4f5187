/// Characters of the fonts whose signs lie where Unicode has none (`w:sym`).
enum WordSymbols {
  /// - Parameters:
  ///   - code: hexadecimal, F0xx or without the F0.
  /// - Returns: nil for a sign that means nothing in a text.
  static func text(font: String, code: String) -> String? {
    guard let value = UInt32(code, radix: 16) else { return nil }
    let low = value & 0xFF
    let isPrivate = (0xF000...0xF0FF).contains(value) || value <= 0xFF
    let name = font.lowercased()
    if isPrivate, name.hasPrefix("symbol") { return symbol[low] ?? ascii(low) }
    if isPrivate, name.hasPrefix("wingdings") { return wingdings[low] }
    guard !(0xE000...0xF8FF).contains(value), value >= 0x20 else { return nil }
    return Unicode.Scalar(value).map { String($0) }
  }

  private static func ascii(_ low: UInt32) -> String? {
    (0x20...0x3F).contains(low) ? Unicode.Scalar(low).map { String($0) } : nil
  }

  /// Adobe's Symbol encoding, what plans use of it.
  private static let symbol: [UInt32: String] = [
    0x2D: "−", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0x44: "Δ",
    0x53: "Σ", 0x57: "Ω", 0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
  ]

  /// Bullets, boxes and arrows of Wingdings.
  private static let wingdings: [UInt32: String] = [
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA1: "○",
    0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "×", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑", 0xA7: "▪",
  ]
}
