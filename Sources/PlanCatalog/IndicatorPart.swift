import TextFolding

/// What names of indicators are looked up by: their tokens, and pairs of neighbours, each as a number.
///
/// Two parts may have one number (it is a checksum), so that what is found has to be looked at.
enum IndicatorPart {
  /// Each once.
  static func all(of tokens: TokenStream) -> Set<Int64> {
    var parts: Set<Int64> = []
    for index in 0..<tokens.count {
      parts.insert(number(of: tokens.scalars(of: index)))
      if index > 0 {
        parts.insert(number(of: tokens.scalars(of: index - 1), tokens.scalars(of: index)))
      }
    }
    return parts
  }

  /// The fewest parts that tell most of a run of tokens: its pairs, or the one token that it is.
  static func wanted(in run: [[UInt32]]) -> Set<Int64> {
    guard run.count > 1 else { return Set(run.map { number(of: $0[...]) }) }
    return Set(zip(run, run.dropFirst()).map { number(of: $0[...], $1[...]) })
  }

  /// FNV-1a of 64 bits, over code points.
  private static func number(of tokens: ArraySlice<UInt32>...) -> Int64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for token in tokens {
      for scalar in token { sum = (sum ^ UInt64(scalar)) &* 0x100_0000_01B3 }
      sum = (sum ^ 0x11_0000) &* 0x100_0000_01B3
    }
    return Int64(bitPattern: sum)
  }
}
