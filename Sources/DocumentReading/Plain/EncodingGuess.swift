/// Which encoding bytes are in that are neither UTF-8 nor marked: GB18030, Big5, UTF-16 or UTF-32, by
/// what the characters would be.
struct EncodingGuess {
  let bytes: [UInt8]

  /// Bytes that are looked at, from the beginning.
  static let sample = 1 << 18

  /// UTF-16 and UTF-32 without a byte-order mark; nil for anything else.
  ///
  /// In the right byte order nearly all units are characters that Chinese texts are made of, in the
  /// wrong one few are.
  ///
  /// - Parameter needsZero: a line end, a digit or a blank has a zero byte there, and no other
  ///   encoding has one.
  func wide(needsZero: Bool = true) -> String? {
    let count = min(bytes.count, Self.sample) & ~3
    guard bytes.count >= 8, !needsZero || bytes.contains(0) else { return nil }
    if bytes.count % 4 == 0 {
      for (name, high, middle) in [("UTF-32LE", 3, 2), ("UTF-32BE", 0, 1)] {
        let all = stride(from: 0, to: count, by: 4)
        if all.allSatisfy({ bytes[$0 + high] == 0 && bytes[$0 + middle] <= 0x10 }) { return name }
      }
    }
    guard bytes.count % 2 == 0 || bytes.count > 200 else { return nil }
    var big = 0
    var little = 0
    for index in stride(from: 0, to: count, by: 2) {
      if Self.isUsual(high: bytes[index], low: bytes[index + 1]) { big += 1 }
      if Self.isUsual(high: bytes[index + 1], low: bytes[index]) { little += 1 }
    }
    guard big != little, max(big, little) * 40 >= count / 2 * 38 else { return nil }
    return big > little ? "UTF-16BE" : "UTF-16LE"
  }

  /// Whether a unit of UTF-16 is a Han character, a mark or letter beside them, or half of a
  /// rarer character.
  private static func isUsual(high: UInt8, low: UInt8) -> Bool {
    switch high {
    case 0x00: (0x20..<0x7F).contains(low) || (0x09...0x0D).contains(low) || low >= 0xA0
    case 0x20...0x26, 0x30...0x33, 0x4E...0x9F, 0xD8...0xDF, 0xFE, 0xFF: true
    default: false
    }
  }

  /// GB18030 or Big5: the one in which more of the text is characters in daily use.
  ///
  /// Half of the characters of Big5 end in a byte below 0x80, which in GB18030 only rare characters do;
  /// simplified text in GB18030 has few of them. Traditional text in GB18030 has lead bytes that Big5
  /// does not have.
  func chinese() -> String {
    let (daily, others) = gb18030()
    let (frequent, rest, invalid) = big5()
    guard invalid * 100 <= frequent + rest, frequent + rest > 0 else { return "GB18030" }
    let asBig5 = frequent * 100 / max(1, frequent + rest)
    let asGB = daily * 100 / max(1, daily + others)
    return asBig5 >= 80 && asBig5 > asGB ? "BIG5" : "GB18030"
  }

  /// Characters of GB 2312's first level (and marks) and all others of two bytes.
  private func gb18030() -> (daily: Int, others: Int) {
    var daily = 0
    var others = 0
    var index = 0
    let end = min(bytes.count, Self.sample) - 1
    while index < end {
      let lead = bytes[index]
      let trail = bytes[index + 1]
      guard lead >= 0x81 else {
        index += 1
        continue
      }
      if (0x30...0x39).contains(trail) {
        others += 1
        index += 4
        continue
      }
      if trail >= 0xA1, (0xB0...0xD7).contains(lead) || (0xA1...0xA3).contains(lead) {
        daily += 1
      } else {
        others += 1
      }
      index += 2
    }
    return (daily, others)
  }

  /// Characters of Big5's frequent level (and marks), others, and bytes that are none.
  private func big5() -> (frequent: Int, rest: Int, invalid: Int) {
    var frequent = 0
    var rest = 0
    var invalid = 0
    var index = 0
    let end = min(bytes.count, Self.sample) - 1
    while index < end {
      let lead = bytes[index]
      let trail = bytes[index + 1]
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      guard (0xA1...0xF9).contains(lead),
        (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail)
      else {
        invalid += 1
        index += 1
        continue
      }
      if (0xA1...0xC6).contains(lead) { frequent += 1 } else { rest += 1 }
      index += 2
    }
    return (frequent, rest, invalid)
  }
}
