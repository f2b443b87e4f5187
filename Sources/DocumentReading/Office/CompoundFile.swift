/// What can be told of a Microsoft compound file without taking it apart.
enum CompoundFile {
  static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  enum Content: Equatable {
    /// A document of Word or WPS.
    case word
    /// A document behind a password, of any program.
    case encrypted
    case other
  }

  /// Names of streams are UTF-16 in the directory, which has 128 bytes for each.
  static func content(_ bytes: [UInt8]) -> Content {
    if holds("EncryptedPackage", bytes) { return .encrypted }
    guard holds("WordDocument", bytes) else { return .other }
    return isEncryptedWord(bytes) ? .encrypted : .word
  }

  private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
    let wanted = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let span = bytes.span
    var place = 0
    while place + wanted.count <= span.count {
      var length = 0
      while length < wanted.count, span[place + length] == wanted[length] { length += 1 }
      if length == wanted.count { return true }
      place += 128
    }
    return false
  }

  /// The stream of a Word document begins with its mark, at a sector; bit 8 of the flags that follow
  /// says that it is encrypted ([MS-DOC] 2.5.2, `fEncrypted`).
  private static func isEncryptedWord(_ bytes: [UInt8]) -> Bool {
    var place = 512
    while place + 12 <= bytes.count {
      if bytes[place] == 0xEC, bytes[place + 1] == 0xA5, bytes[place + 3] == 0x00,
        bytes[place + 2] >= 0x65
      {
        return bytes[place + 11] & 0x01 != 0
      }
      place += 512
    }
    return false
  }
}
