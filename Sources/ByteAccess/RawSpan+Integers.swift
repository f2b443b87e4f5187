/// Little-endian integers from bytes; nil where the bytes end before the integer does, so that
/// no length that a file claims can lead outside it.
extension RawSpan {
  @inlinable @inline(__always) package func uint8(at offset: Int) -> UInt8? {
    guard offset >= 0, offset < byteCount else { return nil }
    return unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  @inlinable @inline(__always) package func uint16(at offset: Int) -> UInt16? {
    guard offset >= 0, offset <= byteCount - 2 else { return nil }
    return unsafe UInt16(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  @inlinable @inline(__always) package func uint32(at offset: Int) -> UInt32? {
    guard offset >= 0, offset <= byteCount - 4 else { return nil }
    return unsafe UInt32(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inlinable @inline(__always) package func uint64(at offset: Int) -> UInt64? {
    guard offset >= 0, offset <= byteCount - 8 else { return nil }
    return unsafe UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// A variable-length integer: seven bits a byte, least first, the high bit on all but the last.
  ///
  /// - Parameter offset: moved behind the integer; left where it is when there is none.
  /// - Returns: nil where the bytes end inside it or it does not fit 64 bits.
  @inlinable package func varint(at offset: inout Int) -> UInt64? {
    var position = offset
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position >= 0, position < byteCount, shift < 64 {
      let byte = unsafe unsafeLoad(fromByteOffset: position, as: UInt8.self)
      position += 1
      let bits = UInt64(byte & 0x7F)
      if shift == 63, bits > 1 { return nil }
      value |= bits << shift
      if byte < 0x80 {
        offset = position
        return value
      }
      shift += 7
    }
    return nil
  }
}
