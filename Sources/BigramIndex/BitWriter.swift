import ByteAccess

/// Bits in the making, least significant first. The word of 64 bits that is being filled is
/// written when it is full.
package struct BitWriter: Sendable {
  /// Zeros in front of a Rice code's quotient from which on the value is written as it is.
  static let longestQuotient: UInt64 = 20

  private var words: [UInt64] = []
  private var pending: UInt64 = 0
  /// Bits in `pending`, 0 to 63.
  private var pendingCount = 0

  /// Words of 64 bits that were taken away from the start.
  private var removedWords = 0

  package init() {}

  package var bitCount: Int { (removedWords + words.count) << 6 + pendingCount }

  /// Bytes that `withBytes` gives, less the last few.
  var bufferedBytes: Int { words.count << 3 }

  /// Appends the low bits of a value whose other bits are 0.
  ///
  /// - Parameter width: 0 to 64.
  @inline(__always)
  package mutating func append(_ value: UInt64, width: Int) {
    pending |= value << UInt64(pendingCount)
    pendingCount += width
    if pendingCount >= 64 {
      words.append(pending)
      pendingCount -= 64
      pending = value >> UInt64(width - pendingCount)
    }
  }

  /// Appends a value as quotient and rest (Rice, "Some practical universal noiseless coding
  /// techniques", 1979): `value >> parameter` zeros, a one, the low bits. Where there would be 20
  /// zeros or more, 20 of them are followed by the value in 32 bits.
  ///
  /// - Parameters:
  ///   - value: below 2^32.
  ///   - parameter: 0 to 31.
  @inline(__always)
  package mutating func append(rice value: UInt64, parameter: Int) {
    let quotient = value >> UInt64(parameter)
    if quotient >= Self.longestQuotient {
      append(value << Self.longestQuotient, width: Int(Self.longestQuotient) + 32)
    } else {
      let low = value & (1 << UInt64(parameter) - 1)
      append((low << 1 | 1) << quotient, width: Int(quotient) + 1 + parameter)
    }
  }

  /// Appends a value as Elias's gamma code ("Universal codeword sets", 1975): as many zeros as the
  /// value has bits behind its first, a one, those bits.
  ///
  /// - Parameter value: 1 to 2^31 - 1.
  @inline(__always)
  package mutating func append(gamma value: UInt64) {
    let width = 63 - value.leadingZeroBitCount
    let low = value & (1 << UInt64(width) - 1)
    append((low << 1 | 1) << UInt64(width), width: 2 * width + 1)
  }

  /// Zeros up to a whole byte.
  package mutating func align() {
    append(0, width: (8 - pendingCount & 7) & 7)
  }

  /// Appends all bits of another writer, from which none were taken.
  package mutating func append(_ other: BitWriter) {
    for word in other.words { append(word, width: 64) }
    append(other.pending, width: other.pendingCount)
  }

  package mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    removedWords = 0
    pending = 0
    pendingCount = 0
  }

  /// Takes the bits away that fill words of 64; `bitCount` counts them on.
  mutating func takeWholeWords() -> [UInt64] {
    let taken = words
    removedWords += taken.count
    words = []
    return taken
  }

  /// Calls `body` with pieces of the bytes of all bits that are there, with zeros behind them up to a
  /// whole byte.
  package func withBytes<E: Error>(_ body: (RawSpan) throws(E) -> Void) throws(E) {
    try words.withLittleEndianBytes(body)
    var rest = [UInt8](repeating: 0, count: (pendingCount + 7) / 8)
    for lane in rest.indices { rest[lane] = UInt8(truncatingIfNeeded: pending >> UInt64(8 * lane)) }
    try rest.withLittleEndianBytes(body)
  }
}
