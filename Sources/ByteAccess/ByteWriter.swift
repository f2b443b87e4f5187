/// Bytes in the making: little-endian integers and varints behind one another.
package struct ByteWriter: Sendable, Equatable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package var count: Int { bytes.count }

  @inline(__always)
  package mutating func append(_ byte: UInt8) { bytes.append(byte) }

  package mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  package mutating func append(_ value: UInt16) { appendLittleEndian(UInt64(value), width: 2) }
  package mutating func append(_ value: UInt32) { appendLittleEndian(UInt64(value), width: 4) }
  package mutating func append(_ value: UInt64) { appendLittleEndian(value, width: 8) }

  private mutating func appendLittleEndian(_ value: UInt64, width: Int) {
    var rest = value
    for _ in 0..<width {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Seven bits a byte, least first, the high bit on all but the last.
  package mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Zeros up to a multiple of `alignment`.
  package mutating func align(to alignment: Int) {
    while bytes.count % alignment != 0 { bytes.append(0) }
  }
}
