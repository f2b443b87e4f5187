import HardwareCRC

/// The Castagnoli checksum (RFC 3720, appendix B.4): polynomial 0x1EDC6F41, reflected.
package enum CRC32C {
  private static let isInHardware = hardware_crc_is_there()

  /// Sixteen tables, so that sixteen bytes are taken a step ("slicing", Kounavis and Berry, 2008).
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 16 * 256)
    for byte in 0..<256 {
      var value = UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1 }
      tables[byte] = value
    }
    for byte in 0..<256 {
      var value = tables[byte]
      for slice in 1..<16 {
        value = tables[Int(value & 0xFF)] ^ value >> 8
        tables[slice * 256 + byte] = value
      }
    }
    return tables
  }()

  /// The checksum of some bytes.
  package static func checksum(_ bytes: Span<UInt8>) -> UInt32 {
    unsafe bytes.withUnsafeBytes { unsafe checksum($0) }
  }

  package static func checksum(_ bytes: [UInt8]) -> UInt32 { checksum(bytes.span) }

  /// The checksum of some bytes; those of the range that are not there are left out.
  ///
  /// - Parameter start: the checksum of bytes before them, to go on with; 0 for none.
  package static func checksum(
    _ bytes: RawSpan, _ range: Range<Int>, after start: UInt32 = 0
  ) -> UInt32 {
    let range = range.clamped(to: 0..<bytes.byteCount)
    return unsafe bytes.withUnsafeBytes {
      unsafe checksum(UnsafeRawBufferPointer(rebasing: $0[range]), after: start)
    }
  }

  private static func checksum(
    _ bytes: UnsafeRawBufferPointer, after start: UInt32 = 0
  ) -> UInt32 {
    isInHardware
      ? unsafe ~hardware_crc(~start, bytes.baseAddress, bytes.count)
      : unsafe withoutHardware(bytes, after: start)
  }

  /// The same, where the processor has no instruction for it.
  package static func withoutHardware(
    _ bytes: RawSpan, after start: UInt32 = 0
  ) -> UInt32 {
    unsafe bytes.withUnsafeBytes { unsafe withoutHardware($0, after: start) }
  }

  private static func withoutHardware(
    _ bytes: UnsafeRawBufferPointer, after start: UInt32
  ) -> UInt32 {
    unsafe tables.withUnsafeBufferPointer { tables in
      var rest = ~start
      var index = 0
      while index + 16 <= bytes.count {
        let first =
          unsafe UInt64(rest)
          ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let second = unsafe UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
        rest = 0
        for lane in 0..<8 {
          let shift = UInt64(8 &* lane)
          let (one, other) = (
            Int(truncatingIfNeeded: first &>> shift & 0xFF),
            Int(truncatingIfNeeded: second &>> shift & 0xFF)
          )
          rest ^= unsafe tables[(15 &- lane) &* 256 &+ one]
          rest ^= unsafe tables[(7 &- lane) &* 256 &+ other]
        }
        index += 16
      }
      while index < bytes.count {
        unsafe rest = tables[Int((rest ^ UInt32(bytes[index])) & 0xFF)] ^ rest >> 8
        index += 1
      }
      return ~rest
    }
  }
}
