import ByteAccess

/// Looks for single positions among several of a document, without decoding the others: the high
/// bits of a position tell how many zeros stand before it.
struct PositionProbe {
  private let coding: PositionCoding
  /// First bit of the high bits, and of the low ones.
  private let high: Int
  private let low: Int
  /// Bits of the high bits that were passed, and zeros among them.
  private var passed = 0
  private var zeros = 0
  /// Bits that a step passes: fewer than a window has for certain.
  private static let step = 56

  /// - Parameters:
  ///   - coding: of two positions or more.
  ///   - start: the bit at which they begin; they end within the bytes.
  init(_ coding: PositionCoding, at start: Int) {
    self.coding = coding
    high = start
    low = start &+ coding.highCount
  }

  /// Of some ascending numbers keeps those that are a position less `shift`.
  ///
  /// - Returns: how many of them, now the first ones.
  mutating func keep(
    _ starts: inout [UInt32], _ count: Int, shift: UInt32, in bytes: RawSpan
  ) -> Int {
    var span = starts.mutableSpan
    var kept = 0
    for place in 0..<count {
      let start = span[place]
      if has(UInt64(start) &+ UInt64(shift), in: bytes) {
        span[kept] = start
        kept &+= 1
      }
    }
    return kept
  }

  /// - Parameter position: not before that of the last call.
  @inline(__always)
  private mutating func has(_ position: UInt64, in bytes: RawSpan) -> Bool {
    guard position < UInt64(coding.extent) else { return false }
    let width = UInt64(coding.lowWidth)
    let wanted = Int(truncatingIfNeeded: position &>> width)
    var window = BitReader(position: high &+ passed).window(bytes)
    while passed &+ Self.step < coding.highCount {
      let count = (~window & (1 &<< UInt64(Self.step) &- 1)).nonzeroBitCount
      if zeros &+ count >= wanted { break }
      zeros &+= count
      passed &+= Self.step
      window = BitReader(position: high &+ passed).window(bytes)
    }
    let missing = wanted &- zeros
    var place = missing > 0 ? PostingBlock.select(~window, missing) &+ 1 : 0
    let mask: UInt64 = 1 &<< width &- 1
    while passed &+ place < coding.highCount {
      if place >= Self.step {
        guard BitReader(position: high &+ passed &+ place).window(bytes) & 1 == 1 else {
          return false
        }
      } else if window &>> UInt64(place) & 1 == 0 {
        return false
      }
      let index = passed &+ place &- wanted
      let bits = BitReader(position: low &+ index &* coding.lowWidth).window(bytes) & mask
      if bits >= position & mask { return bits == position & mask }
      place &+= 1
    }
    return false
  }
}
