extension [UInt8] {
  /// Appends a copy of some bytes, all at once where there are many.
  @inlinable
  package mutating func append(copying bytes: Span<UInt8>) {
    guard bytes.count >= 12 else {
      for index in bytes.indices { append(bytes[index]) }
      return
    }
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
