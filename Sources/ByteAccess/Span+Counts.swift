/// Eight bytes are looked at together: most of a text is no exception to anything.
extension Span where Element == UInt8 {
  /// How many bytes from a place on are ASCII, in whole steps of eight.
  @inlinable
  package func asciiStretch(from start: Int) -> Int {
    unsafe withUnsafeBytes { buffer in
      var index = start
      while index + 8 <= buffer.count,
        unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      return index - start
    }
  }

  /// Characters that begin in well-formed UTF-8, and whether a control character may be there other than
  /// line ends and tabs.
  ///
  /// - Parameter range: within the span.
  package func characters(in range: Range<Int>) -> (count: Int, mayHaveControls: Bool) {
    unsafe extracting(range).withUnsafeBytes { buffer in
      let highs: UInt64 = 0x8080_8080_8080_8080
      var count = buffer.count
      var controls: UInt64 = 0
      var index = 0
      while index + 8 <= buffer.count {
        let word = unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        index += 8
        // Bytes 0x80 to 0xBF go on with a character.
        let inner = word & ~(word << 1) & highs
        if inner != 0 { count &-= inner.nonzeroBitCount }
        // Of seven bits: high bit where the byte is at least 0x20, or where adding one reaches 0x80.
        let low = word & ~highs
        let shown = low &+ 0x6060_6060_6060_6060
        let deletes = low &+ 0x0101_0101_0101_0101
        let odd = (~shown | deletes) & ~word & highs
        guard odd != 0 else { continue }
        // A line end or a tab is left where the byte is 0x0A or 0x09.
        let ends = (low ^ 0x0A0A_0A0A_0A0A_0A0A) &+ 0x7F7F_7F7F_7F7F_7F7F
        let tabs = (low ^ 0x0909_0909_0909_0909) &+ 0x7F7F_7F7F_7F7F_7F7F
        controls |= odd & ends & tabs
      }
      while index < buffer.count {
        let byte = unsafe buffer[index]
        index += 1
        if byte & 0xC0 == 0x80 { count &-= 1 }
        if byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F { controls = 1 }
      }
      return (count, controls != 0)
    }
  }
}
