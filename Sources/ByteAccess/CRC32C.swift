/// The Castagnoli checksum (RFC 3720, appendix B.4): polynomial 0x1EDC6F41, reflected.
package enum CRC32C {
  /// Eight tables, so that eight bytes are taken a step ("slicing by 8", Kounavis and Berry, 2008).
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var value = UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1 }
      tables[byte] = value
    }
    for byte in 0..<256 {
      var value = tables[byte]
      for slice in 1..<8 {
        value = tables[Int(value & 0xFF)] ^ value >> 8
        tables[slice * 256 + byte] = value
      }
    }
    return tables
  }()

  /// The checksum of some bytes.
  package static func checksum(_ bytes: Span<UInt8>) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    let tables = tables
    var index = 0
    while index + 8 <= bytes.count {
      var low: UInt32 = 0
      for lane in 0..<4 { low |= UInt32(bytes[index + lane]) << UInt32(8 * lane) }
      let mixed = crc ^ low
      crc = tables[7 * 256 + Int(mixed & 0xFF)] ^ tables[6 * 256 + Int(mixed >> 8 & 0xFF)]
      crc ^= tables[5 * 256 + Int(mixed >> 16 & 0xFF)] ^ tables[4 * 256 + Int(mixed >> 24)]
      crc ^= tables[3 * 256 + Int(bytes[index + 4])] ^ tables[2 * 256 + Int(bytes[index + 5])]
      crc ^= tables[256 + Int(bytes[index + 6])] ^ tables[Int(bytes[index + 7])]
      index += 8
    }
    while index < bytes.count {
      crc = tables[Int((crc ^ UInt32(bytes[index])) & 0xFF)] ^ crc >> 8
      index += 1
    }
    return ~crc
  }

  package static func checksum(_ bytes: [UInt8]) -> UInt32 { checksum(bytes.span) }
}
