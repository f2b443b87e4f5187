/// The formats that a file can be read as.
package enum SourceFormat: String, Sendable, CaseIterable {
  case text
  case html
  case xml
  case pdf
  case docx
  /// Old formats of word processors, read by way of LibreOffice.
  case doc, wps, rtf, odt

  /// File name endings, lower case, without the dot.
  package static let endings: [(String, SourceFormat)] = [
    ("txt", .text), ("text", .text), ("md", .text), ("html", .html), ("htm", .html),
    ("xhtml", .html), ("shtml", .html), ("xml", .xml), ("pdf", .pdf), ("docx", .docx),
    ("doc", .doc), ("wps", .wps), ("rtf", .rtf), ("odt", .odt),
  ]

  package static func ofEnding(_ path: String) -> SourceFormat? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    let ending = path[path.index(after: dot)...].lowercased()
    return endings.first { $0.0 == ending }?.1
  }

  /// What the first bytes give away; nil for anything that may be text.
  static func ofMagic(_ bytes: [UInt8]) -> ForeignFormat? {
    ForeignFormat.allCases.first { bytes.starts(with: $0.magic) }
  }
}

/// Formats that are recognised, to be refused by name.
package enum ForeignFormat: String, Sendable, CaseIterable {
  case zip = "ZIP (a Word .docx, or an archive)"
  case compoundFile = "Microsoft compound file (such as .xls or .ppt)"
  case gzip = "gzip"
  case png = "PNG image"
  case jpeg = "JPEG image"
  case executable = "ELF program"

  var magic: [UInt8] {
    switch self {
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .compoundFile: CompoundFile.magic
    case .gzip: [0x1F, 0x8B]
    case .png: [0x89, 0x50, 0x4E, 0x47]
    case .jpeg: [0xFF, 0xD8, 0xFF]
    case .executable: [0x7F, 0x45, 0x4C, 0x46]
    }
  }

  /// What a user can do about it.
  var advice: String {
    switch self {
    case .zip: "Unpack it, or save the Word file as text (UTF-8) or HTML."
    case .compoundFile: "Save it as text (UTF-8), .docx or PDF."
    case .gzip: "Unpack it first: gunzip FILE.gz"
    case .png, .jpeg, .executable: "Give a text, a page, a Word file or a PDF."
    }
  }
}
