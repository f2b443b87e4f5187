import Glibc

extension RawSpan {
  /// The first place of a byte from an offset on; nil where there is none.
  package func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    guard start >= 0, start < byteCount else { return nil }
    return unsafe withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}

extension [UInt8] {
  /// Appends some bytes; those of the range that are not there are left out.
  package mutating func append(_ bytes: RawSpan, _ range: Range<Int>) {
    let range = range.clamped(to: 0..<bytes.byteCount)
    unsafe bytes.withUnsafeBytes { unsafe append(contentsOf: $0[range]) }
  }
}
