import PlanDocument

/// The name under which indicators of several plans are compared: fixed wordings for what is
/// written in several ways, without marks and 的.
package enum IndicatorKey {
  /// Wordings and what they are called; at each place the longest one holds.
  private static let wordings = WordTable<String>(entries(IndicatorWordTable.standard) + own)

  private static func entries(_ table: IndicatorWordTable) -> [(String, String)] {
    table.wordings.flatMap { wording in
      // The table has small letters; plans write R&D and GDP.
      wording.written == wording.written.uppercased()
        ? [(wording.written, wording.meant)]
        : [(wording.written, wording.meant), (wording.written.uppercased(), wording.meant)]
    }
  }

  /// A point inside a name is kept only so.
  private static let own = [("占比例", "比重"), ("PM2.5", "pm2.5"), ("pm2.5", "pm2.5")]

  package static func key(of indicator: String) -> String {
    key(of: indicator.unicodeScalars.map(\.value))
  }

  /// - Parameter indicator: the code points of its name.
  static func key(of indicator: [UInt32]) -> String {
    let scalars =
      indicator.contains(where: PassageText.isBlank)
      ? indicator.filter { !PassageText.isBlank($0) } : indicator
    var kept: [UInt8] = []
    kept.reserveCapacity(scalars.count * 3)
    var hasUpperCase = false
    var index = 0
    while index < scalars.count {
      if let wording = wordings.match(scalars, at: index, before: scalars.count) {
        kept.append(contentsOf: wording.value.utf8)
        index += wording.length
      } else {
        if let scalar = Unicode.Scalar(scalars[index]), isKept(scalar) {
          kept.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
          hasUpperCase = hasUpperCase || isUpperCase(scalar)
        }
        index += 1
      }
    }
    let key = String(decoding: kept, as: UTF8.self)
    return hasUpperCase ? key.lowercased() : key
  }

  private static func isUpperCase(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x80: (0x41...0x5A).contains(scalar.value)
    case 0x2E80...0x9FFF: false
    default: scalar.properties.isUppercase
    }
  }

  /// Letters and digits, without 的.
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7684: false
    case 0x4E00...0x9FFF: true
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
