import ByteAccess

/// Why a file could not be read. Every case names the file, the place where there is one, and what
/// to do.
package enum ReadingError: Error, Equatable, CustomStringConvertible {
  case cannotOpen(path: String, reason: FileReason)
  case isFolder(path: String)
  case empty(path: String)
  /// Only white space, or markup without text.
  case noText(path: String)
  /// `byte` is the first one that no text has.
  case binary(path: String, byte: Int)
  case foreign(path: String, ForeignFormat)
  /// `tried` are the encodings; `byte` the first one that the last of them does not have.
  case unknownEncoding(path: String, tried: [String], byte: Int)
  /// A name that the user gave and nobody knows.
  case unknownEncodingName(path: String, name: String, known: [String])
  /// An HTML file that begins a page and does not end it.
  case cutOff(path: String, bytes: Int)
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// A page, which is read as a whole; other files may be larger.
  case markupTooLarge(path: String, bytes: Int, limit: Int)
  /// Markup nested deeper than the limit.
  case tooDeep(path: String, limit: Int)
  case markup(path: String, problem: String)
  /// A ZIP that cannot be read; in libarchive's words.
  case damagedArchive(path: String, problem: String)
  /// A ZIP without the parts of a Word file.
  case noWordDocument(path: String)
  /// A part of a ZIP that is out of all proportion to the file.
  case unpacksTooLarge(path: String, part: String, bytes: Int)
  /// XML that is not well-formed; `line` is 1-based, `problem` in the parser's words.
  case malformedXML(path: String, line: Int, problem: String)
  /// A program that reads this format is missing; `package` is its name at Debian.
  case needsProgram(path: String, program: String, package: String)
  /// Another program gave nothing, or was ended at a limit.
  case program(path: String, ChildFailure)
  /// Opens only with a password.
  case encrypted(path: String)
  /// `problem` in the words of the program that reads it.
  case damagedPDF(path: String, problem: String)
  /// Pages without any text: pictures of paper.
  case scan(path: String, pages: Int)
  /// The text is there, but its characters are not those that the pages show.
  case garbled(path: String, percent: Int)
  /// XML with an entity of its own, or one that only another file would explain.
  case entity(path: String, name: String)

  package var path: String {
    switch self {
    case .cannotOpen(let path, _), .isFolder(let path), .empty(let path), .noText(let path),
      .binary(let path, _), .foreign(let path, _), .unknownEncoding(let path, _, _),
      .unknownEncodingName(let path, _, _),
      .cutOff(let path, _), .tooLarge(let path, _, _), .markupTooLarge(let path, _, _),
      .tooDeep(let path, _), .markup(let path, _), .malformedXML(let path, _, _),
      .entity(let path, _), .needsProgram(let path, _, _), .program(let path, _),
      .encrypted(let path), .damagedPDF(let path, _), .scan(let path, _), .garbled(let path, _),
      .damagedArchive(let path, _), .noWordDocument(let path), .unpacksTooLarge(let path, _, _):
      path
    }
  }

  package var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "\(path): cannot be opened: \(reason). \(reason.advice)"
    case .isFolder(let path):
      "\(path): is a folder. Name a file in it, or use 'ingest', which reads folders."
    case .empty(let path):
      "\(path): the file is empty (0 bytes). Fetch it again."
    case .noText(let path):
      "\(path): holds no text, only white space or markup. Fetch it again."
    case .binary(let path, let byte):
      "\(path): byte \(byte) is no text: a binary file under a text name? Give a text or HTML "
        + "file."
    case .foreign(let path, let format):
      "\(path): is \(format.rawValue), which is not read. \(format.advice)"
    case .unknownEncoding(let path, let tried, let byte):
      "\(path): too many bytes are valid in no known encoding (tried \(tried.joined(separator: ", "))), the "
        + "first is byte \(byte). Name the encoding (--encoding), or save the file as UTF-8."
    case .unknownEncodingName(let path, let name, let known):
      "\(path): '\(name)' is no encoding that is known. Give one of \(known.joined(separator: ", ")), or none."
    case .cutOff(let path, let bytes):
      "\(path): the HTML breaks off after \(bytes) bytes, before </body> or inside a tag. Fetch the "
        + "page again."
    case .tooLarge(let path, let bytes, let limit):
      "\(path): \(bytes) bytes are more than the \(limit) that are read as one document. Split it."
    case .markupTooLarge(let path, let bytes, let limit):
      "\(path): \(bytes) bytes of HTML or XML are more than the \(limit) that are read as one page. "
        + "Split it, or save its text."
    case .tooDeep(let path, let limit):
      "\(path): elements are nested deeper than \(limit). Save the page's text instead."
    case .markup(let path, let problem):
      "\(path): cannot be read as HTML: \(problem). Save the page's text instead."
    case .damagedArchive(let path, let problem):
      "\(path): the file is damaged: \(problem). Fetch it again."
    case .noWordDocument(let path):
      "\(path): is a ZIP without a Word document in it. Unpack it, and give the files in it."
    case .unpacksTooLarge(let path, let part, let bytes):
      "\(path): its part \(part) unpacks to more than \(bytes) bytes, out of all proportion to the "
        + "file. It is not read."
    case .malformedXML(let path, let line, let problem):
      "\(path):\(line): the XML is not well-formed: \(problem). Fetch the file again, or mend it."
    case .needsProgram(let path, let program, let package):
      "\(path): needs \(program), which is not installed. Install it: apt-get install \(package)"
    case .program(let path, let failure):
      "\(path): cannot be read: \(failure). Split the file, or save it in another format."
    case .encrypted(let path):
      "\(path): is encrypted and opens only with a password. Save it without one."
    case .damagedPDF(let path, let problem):
      "\(path): is damaged, no page of it can be read (\(problem)). Fetch it again."
    case .scan(let path, let pages):
      "\(path): holds no text on any of its \(pages) pages: a scan, or blank pages. Use '--ocr' (it needs ocrmypdf and "
        + "tesseract-ocr-chi-sim), or give the text."
    case .garbled(let path, let percent):
      "\(path): \(percent) % of its characters are wrong: the fonts do not say which characters their "
        + "shapes are. Use '--ocr', which reads the shapes, or give the text."
    case .entity(let path, let name):
      "\(path): the XML has the entity '\(name)', which is not expanded. Put its text in the place of "
        + "'&\(name);' and take its declaration out."
    }
  }
}
