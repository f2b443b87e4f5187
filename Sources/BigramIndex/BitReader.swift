import ByteAccess

/// Reads what `BitWriter` writes. Past the end of the bytes there are zeros, so that no read fails:
/// whoever reads compares `position` with where the bits should end.
package struct BitReader: Sendable {
  /// The next bit, counted from the first of the bytes; never negative.
  package var position: Int

  package init(position: Int) { self.position = position }

  /// The next bits, at least 57 of them.
  @inline(__always)
  package func window(_ bytes: RawSpan) -> UInt64 {
    guard let word = bytes.uint64(at: position >> 3) else { return lastWindow(bytes) }
    return word &>> UInt64(position & 7)
  }

  /// The window where fewer than eight bytes remain.
  func lastWindow(_ bytes: RawSpan) -> UInt64 {
    var word: UInt64 = 0
    for lane in 0..<8 {
      word |= UInt64(bytes.uint8(at: position >> 3 + lane) ?? 0) << UInt64(8 * lane)
    }
    return word >> UInt64(position & 7)
  }

  /// The next bits, which stay the next.
  ///
  /// - Parameter width: 0 to 32.
  @inline(__always)
  func first(_ width: Int, in bytes: RawSpan) -> UInt32 {
    UInt32(truncatingIfNeeded: window(bytes) & (1 &<< UInt64(width) &- 1))
  }

  /// The next 64 bits; the position is that of a whole byte.
  @inline(__always)
  func alignedWord(_ bytes: RawSpan) -> UInt64 {
    bytes.uint64(at: position >> 3) ?? lastWindow(bytes)
  }

  /// - Parameter width: 0 to 57.
  @inline(__always)
  package mutating func bits(_ width: Int, in bytes: RawSpan) -> UInt64 {
    let value = window(bytes) & (1 &<< UInt64(width) &- 1)
    position &+= width
    return value
  }

  @inline(__always)
  package mutating func rice(_ parameter: Int, in bytes: RawSpan) -> UInt64 {
    let window = window(bytes)
    let zeros = window.trailingZeroBitCount
    if zeros >= BitWriter.longestQuotient {
      position &+= 52
      return window &>> 20 & 0xFFFF_FFFF
    }
    let low = window &>> UInt64(zeros &+ 1) & (1 &<< UInt64(parameter) &- 1)
    position &+= zeros &+ 1 &+ parameter
    return UInt64(zeros) &<< UInt64(parameter) | low
  }

  /// - Returns: 0 where no gamma code stands.
  @inline(__always)
  package mutating func gamma(in bytes: RawSpan) -> UInt64 {
    let window = window(bytes)
    if window & 1 == 1 {
      position &+= 1
      return 1
    }
    let zeros = window.trailingZeroBitCount
    if zeros <= 27 {
      position &+= 2 &* zeros &+ 1
      return 1 &<< UInt64(zeros) | window &>> UInt64(zeros &+ 1) & (1 &<< UInt64(zeros) &- 1)
    }
    position &+= zeros &+ 1
    guard zeros <= 31 else { return 0 }
    return 1 &<< UInt64(zeros) | bits(zeros, in: bytes)
  }
}
