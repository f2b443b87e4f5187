/// Encodings by the names that people and pages give them.
enum EncodingName {
  /// Lower case, without `-`, `_` and blanks, and what they are read as. Pages that declare gb2312 or
  /// gbk hold characters outside them; GB18030 holds both.
  private static let names: [String: String] = [
    "utf8": "UTF-8", "utf8bom": "UTF-8", "utf8sig": "UTF-8", "unicode": "UTF-16LE",
    "utf16": "UTF-16LE", "utf16le": "UTF-16LE", "utf16be": "UTF-16BE", "utf32": "UTF-32LE",
    "utf32le": "UTF-32LE", "utf32be": "UTF-32BE", "gb2312": "GB18030", "gbk": "GB18030",
    "gb18030": "GB18030", "xgbk": "GB18030", "cp936": "GB18030", "ms936": "GB18030",
    "windows936": "GB18030", "euccn": "GB18030", "gb": "GB18030", "big5": "BIG5",
    "cp950": "BIG5", "windows950": "BIG5", "big5hkscs": "BIG5-HKSCS", "hz": "HZ",
    "hzgb2312": "HZ", "shiftjis": "SHIFT_JIS", "sjis": "SHIFT_JIS", "eucjp": "EUC-JP",
    "euckr": "EUC-KR", "latin1": "ISO-8859-1", "iso88591": "ISO-8859-1", "ascii": "UTF-8",
    "usascii": "UTF-8",
  ]

  /// Those that a user may name, for messages.
  static let shown = ["utf-8", "utf-16", "utf-32", "gb18030", "gbk", "gb2312", "big5", "hz"]

  /// Nil for a name that is not known.
  static func named(_ name: String) -> String? {
    names[name.lowercased().filter { !"-_ ".contains($0) }]
  }

  /// Bytes of its smallest unit, by which a reader goes on behind one that it cannot read.
  static func unit(_ encoding: String) -> Int {
    encoding.hasPrefix("UTF-32") ? 4 : encoding.hasPrefix("UTF-16") ? 2 : 1
  }
}
