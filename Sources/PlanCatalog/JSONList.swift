/// Arguments of SQLite's `json_each`: one argument for any number of values.
enum JSONList {
  static func text(of numbers: some Sequence<Int>) -> String {
    "[" + numbers.map(String.init).joined(separator: ",") + "]"
  }

  /// Strings as RFC 8259 has them (section 7). Written here, since Foundation's encoder takes as long as the
  /// search that asks.
  static func text(of strings: some Sequence<String>) -> String {
    var text = "["
    var isFirst = true
    for string in strings {
      text += isFirst ? "\"" : ",\""
      isFirst = false
      for scalar in string.unicodeScalars {
        switch scalar.value {
        case 0x22: text += "\\\""
        case 0x5C: text += "\\\\"
        case ..<0x20:
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: text.unicodeScalars.append(scalar)
        }
      }
      text += "\""
    }
    return text + "]"
  }
}
