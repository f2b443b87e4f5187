import Glibc

/// Bytes of a foreign encoding as UTF-8, by the C library's iconv.
@safe
enum IconvDecoder {
  enum Failure: Error, Equatable {
    /// The C library has no such encoding.
    case unknown
    /// The first byte that the encoding does not have, or the start of one cut off at the end.
    case invalid(byte: Int)
  }

  /// - Parameter name: as iconv knows it: `GB18030`, `BIG5`, `UTF-16LE`.
  static func utf8(_ bytes: [UInt8], from name: String) throws(Failure) -> [UInt8] {
    guard let descriptor = unsafe iconv_open("UTF-8", name), Int(bitPattern: descriptor) != -1
    else { throw .unknown }
    defer { unsafe iconv_close(descriptor) }
    var input = bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 2 + 16)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let failedAt: Int? = unsafe input.withUnsafeMutableBytes { source -> Int? in
      guard let base = source.baseAddress else { return nil }
      var next: UnsafeMutablePointer<CChar>? = unsafe base.assumingMemoryBound(to: CChar.self)
      var left = source.count
      while left > 0 {
        var written = 0
        let code: Int32 = unsafe buffer.withUnsafeMutableBytes { target in
          var out: UnsafeMutablePointer<CChar>? =
            unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = target.count
          let result = unsafe iconv(descriptor, &next, &left, &out, &room)
          let code = errno
          written = target.count - room
          return result == -1 ? code : 0
        }
        output.append(contentsOf: buffer[..<written])
        if code == EILSEQ || code == EINVAL { return source.count - left }
        if code != 0 && code != E2BIG { return source.count - left }
      }
      return nil
    }
    if let failedAt { throw .invalid(byte: failedAt) }
    return output
  }
}
