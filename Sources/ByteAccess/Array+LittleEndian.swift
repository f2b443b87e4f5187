extension Array where Element: FixedWidthInteger {
  /// The integers' bytes, least significant first.
  ///
  /// - Parameter extra: bytes to have room for behind them.
  @inlinable package func littleEndianBytes(extra: Int = 0) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * MemoryLayout<Element>.size + extra)
    #if _endian(little)
      unsafe withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    #else
      for value in self {
        unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
      }
    #endif
    return bytes
  }
}
