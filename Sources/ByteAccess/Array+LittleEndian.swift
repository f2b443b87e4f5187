extension Array where Element: FixedWidthInteger & BitwiseCopyable {
  /// Calls `body` with the integers' bytes, least significant first.
  @inlinable package func withLittleEndianBytes<R, E: Error>(
    _ body: (RawSpan) throws(E) -> R
  ) throws(E) -> R {
    #if _endian(little)
      try unsafe body(span.bytes)
    #else
      let swapped = map(\.littleEndian)
      return try unsafe body(swapped.span.bytes)
    #endif
  }
}
