import ByteAccess
import PlanDocument

/// Reads one file: its bytes to text with lines, pages and markup.
package struct DocumentReader: Sendable {
  package let options: ReadingOptions

  package init(options: ReadingOptions = ReadingOptions()) { self.options = options }

  /// - Throws: `ReadingError`, which names the file and what to do.
  package func read(path: String) throws(ReadingError) -> ReadDocument {
    try read(bytes(of: path), path: path)
  }

  /// Reads bytes that came from elsewhere; `path` is what messages call them, and its ending says
  /// what they are.
  package func read(_ bytes: [UInt8], path: String) throws(ReadingError) -> ReadDocument {
    guard !bytes.isEmpty else { throw .empty(path: path) }
    guard bytes.count <= options.largestFile else {
      throw .tooLarge(path: path, bytes: bytes.count, limit: options.largestFile)
    }
    let named = SourceFormat.ofEnding(path)
    // A page under the name of a PDF is what a server gives that has lost the file.
    if PDFReader.isPDF(bytes) || (named == .pdf && !HTMLReader.looksLikeHTML(bytes)) {
      let read = try PDFReader(path: path, options: options).read(bytes)
      return try document(
        read.text, .pdf, encoding: "UTF-8", of: bytes, path: path, warnings: read.warnings)
    }
    if let old = OfficeReader.format(of: bytes, named: named) {
      let (text, warnings) = try OfficeReader(path: path, options: options).read(bytes, as: old)
      return try document(text, old, encoding: "UTF-8", of: bytes, path: path, warnings: warnings)
    }
    if let foreign = SourceFormat.ofMagic(bytes) {
      guard foreign == .zip else { throw .foreign(path: path, foreign) }
      let (text, warnings) = try DOCXReader(path: path, options: options).read(bytes)
      return try document(text, .docx, encoding: "UTF-8", of: bytes, path: path, warnings: warnings)
    }
    let decoder = TextDecoder(path: path, encoding: options.encoding)
    let decoded = try decoder.decode(
      bytes,
      hint: named == .text
        ? nil : XMLReader.declaredEncoding(bytes) ?? HTMLReader.declaredEncoding(bytes))
    let format = Self.format(of: decoded.bytes, named: named)
    let text: SourceText
    switch format {
    case .html:
      text = try HTMLReader(path: path, options: options).read(decoded.bytes)
    case .xml:
      text = try XMLReader(path: path, options: options).read(decoded.bytes)
    case .text, .pdf, .docx, .doc, .wps, .rtf, .odt:
      let plain = SourceText(bytes: decoded.bytes)
      text = plain.paged(PageTable(source: plain).starts())
    }
    return try document(
      text, format, encoding: decoded.encoding, of: bytes, path: path, warnings: decoded.warnings)
  }

  private func document(
    _ text: SourceText, _ format: SourceFormat, encoding: String, of bytes: [UInt8], path: String,
    warnings: [ReadingWarning] = []
  ) throws(ReadingError) -> ReadDocument {
    guard text.bytes.contains(where: { $0 > 0x20 }) else { throw .noText(path: path) }
    return ReadDocument(
      text: text, format: format, encoding: encoding,
      checksum: "sha256:" + SHA256.hexDigest(of: bytes), warnings: warnings)
  }

  /// What a text is read as: what its name says, but a page under the name of XML is a page.
  private static func format(of text: [UInt8], named: SourceFormat?) -> SourceFormat {
    switch named {
    case .text, .html: named ?? .text
    case .xml: !XMLReader.looksLikeXML(text) && HTMLReader.isPage(text) ? .html : .xml
    case .pdf, .docx, .doc, .wps, .rtf, .odt, nil:
      if XMLReader.looksLikeXML(text) {
        HTMLReader.isPage(text) ? .html : .xml
      } else {
        HTMLReader.looksLikeHTML(text) ? .html : .text
      }
    }
  }

  private func bytes(of path: String) throws(ReadingError) -> [UInt8] {
    let file: MappedFile
    do throws(FileError) {
      file = try MappedFile(path: path)
    } catch {
      throw error.isFolder
        ? .isFolder(path: path) : .cannotOpen(path: path, reason: error.reason)
    }
    guard file.count <= options.largestFile else {
      throw .tooLarge(path: path, bytes: file.count, limit: options.largestFile)
    }
    return file.bytes(0..<file.count) ?? []
  }
}
