/// The number that a page shows in front of an entry of `<ol>`.
enum HTMLListNumber {
  /// - Parameter form: `1`, `a`, `A`, `i` or `I` in ASCII; 0 for none.
  /// - Returns: nil where nothing is shown.
  static func text(_ number: Int, form: UInt8) -> String? {
    switch form {
    case 0: nil
    case 0x61, 0x41:
      ListNumber.letters(number).map { (form == 0x61 ? $0 : $0.uppercased()) + ". " }
    case 0x69, 0x49:
      ListNumber.roman(number).map { (form == 0x69 ? $0.lowercased() : $0) + ". " }
    default: "\(number). "
    }
  }

  /// Whether a text carries a number of its own, so that the list's would be a second one.
  static func isNumbered(_ bytes: Span<UInt8>) -> Bool {
    var head: [UInt8] = []
    for index in bytes.indices where bytes[index] > 0x20 {
      head.append(bytes[index])
      if head.count == 12 { break }
    }
    let text = String(decoding: head, as: UTF8.self)
    guard let first = text.first else { return false }
    return first.isNumber || "（(第".contains(first)
  }
}
