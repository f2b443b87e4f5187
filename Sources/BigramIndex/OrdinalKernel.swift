import ByteAccess

/// The loop that most of the time of a query for frequent terms goes into, without a check of bounds
/// at each step: they are compared once for the whole block. The only file of the module with pointers.
@safe
enum OrdinalKernel {
  /// Reads ascending numbers, which stand as high bits in unary and low bits (Elias and Fano).
  ///
  /// - Parameters:
  ///   - high: first bit of the high bits.
  ///   - low: first bit of the low bits, behind the high ones.
  ///   - first: what is added to each, without regard to overflow.
  /// - Returns: the last one less `first`; nil where the bits lie outside the bytes, are fewer than
  ///   `count`, or are not those of ascending numbers.
  @inline(__always)
  static func decode(
    high: Int, low: Int, lowWidth: Int, count: Int, first: UInt32,
    into documents: inout [UInt32], in bytes: RawSpan
  ) -> UInt64? {
    // Windows of eight bytes are read.
    guard high >= 0, high <= low, lowWidth >= 0, lowWidth < 32, count >= 0,
      documents.count >= count,
      (low + count * lowWidth) >> 3 + 8 <= bytes.byteCount
    else { return nil }
    return unsafe bytes.withUnsafeBytes { buffer in
      unsafe documents.withUnsafeMutableBufferPointer { output -> UInt64? in
        guard let base = buffer.baseAddress, let output = output.baseAddress else { return nil }
        let mask: UInt64 = 1 &<< UInt64(lowWidth) &- 1
        let width = UInt64(lowWidth)
        var offset = high >> 3
        let end = (low &+ 7) >> 3
        // Bits of the first byte before the high ones are left out.
        let skipped = UInt64(truncatingIfNeeded: high & 7)
        var unread = UInt64.max &<< skipped
        var place = 0 &- skipped
        var lowPlace = low
        var index = 0
        var next: UInt64 = 0
        var isAscending = true
        while index < count {
          guard offset < end else { return nil }
          var word =
            unsafe UInt64(
              littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) & unread
          unread = .max
          let found = min(word.nonzeroBitCount, count &- index)
          for _ in 0..<found {
            let lowBits =
              unsafe UInt64(
                littleEndian: base.loadUnaligned(fromByteOffset: lowPlace >> 3, as: UInt64.self))
              &>> UInt64(truncatingIfNeeded: lowPlace & 7) & mask
            let value =
              (place &+ UInt64(truncatingIfNeeded: word.trailingZeroBitCount &- index)) &<< width
              | lowBits
            word &= word &- 1
            isAscending = isAscending && value >= next
            next = value &+ 1
            unsafe output[index] = first &+ UInt32(truncatingIfNeeded: value)
            index &+= 1
            lowPlace &+= lowWidth
          }
          place &+= 64
          offset &+= 8
        }
        return isAscending ? next &- 1 : nil
      }
    }
  }
}
