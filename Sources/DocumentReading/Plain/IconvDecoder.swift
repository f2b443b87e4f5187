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

  /// A text with U+FFFD for what could not be decoded.
  struct Lossy {
    var bytes: [UInt8] = []
    /// The first bytes that could not be decoded, some of them, and the number of all.
    var places: [Int] = []
    var count = 0
  }

  /// - Parameter name: as iconv knows it: `GB18030`, `BIG5`, `UTF-16LE`.
  static func utf8(_ bytes: [UInt8], from name: String) throws(Failure) -> [UInt8] {
    let read = try convert(bytes, from: name, unit: nil)
    if let first = read.places.first { throw .invalid(byte: first) }
    return read.bytes
  }

  /// Goes on behind what cannot be decoded.
  ///
  /// - Parameter unit: bytes to leave out there.
  static func lossy(_ bytes: [UInt8], from name: String, unit: Int) throws(Failure) -> Lossy {
    try convert(bytes, from: name, unit: unit)
  }

  /// - Parameter unit: nil to stop at the first byte that cannot be decoded.
  private static func convert(
    _ bytes: [UInt8], from name: String, unit: Int?
  ) throws(Failure) -> Lossy {
    guard let descriptor = unsafe iconv_open("UTF-8", name), Int(bitPattern: descriptor) != -1
    else { throw .unknown }
    defer { unsafe iconv_close(descriptor) }
    var read = Lossy()
    read.bytes.reserveCapacity(bytes.count + bytes.count / 2 + 16)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    unsafe bytes.withUnsafeBytes { source in
      guard let base = source.baseAddress else { return }
      // iconv reads through this pointer and writes nothing there.
      var next: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(
        mutating: base.assumingMemoryBound(to: CChar.self))
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
        read.bytes.append(contentsOf: buffer[..<written])
        guard code != 0, code != E2BIG else { continue }
        read.count += 1
        if read.places.count < TextDecoder.shownPlaces { read.places.append(source.count - left) }
        guard let unit, left > unit, code != EINVAL else {
          if unit != nil { read.bytes += TextDecoder.replacement }
          return
        }
        read.bytes += TextDecoder.replacement
        unsafe next = next?.advanced(by: unit)
        left -= unit
      }
    }
    return read
  }
}
