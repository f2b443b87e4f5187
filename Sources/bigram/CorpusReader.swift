import ByteAccess
import FoundationEssentials

/// One line of a corpus.
struct CorpusDocument: Sendable {
  let id: String
  /// The title, a line end, the text, as UTF-8.
  let text: [UInt8]
}

/// Reads a corpus of JSON Lines in order; bad lines are reported, counted and left out.
struct CorpusReader {
  /// Most bytes of one line.
  static let lineLimit = 256 << 20

  private struct Line: Decodable {
    let id: String
    let title: String
    let text: String
  }

  private let file: MappedFile
  private let decoder = JSONDecoder()
  private let report: (String) -> Void
  private var offset = 0
  private var number = 0
  private var ids = SeenIDs()
  private(set) var rejected = 0

  /// - Parameter report: takes one message for each line that is left out.
  init(path: String, report: @escaping (String) -> Void) throws {
    file = try MappedFile(path: path)
    self.report = report
  }

  /// Bytes of the file.
  var byteCount: Int { file.count }

  /// The next document; nil at the end.
  mutating func next() -> CorpusDocument? {
    while let range = nextLine() {
      number += 1
      guard range.count <= Self.lineLimit else {
        reject("a line of \(range.count) bytes is over the limit of \(Self.lineLimit)")
        continue
      }
      if let document = file.withBytes({ CorpusLine.document(in: $0, range) }) {
        if isNew(document.id, at: range.lowerBound) { return document }
        continue
      }
      let data = Data(file.bytes(range) ?? [])
      if data.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      do {
        let line = try decoder.decode(Line.self, from: data)
        guard isNew(line.id, at: range.lowerBound) else { continue }
        return CorpusDocument(
          id: line.id, text: Array(line.title.utf8) + [0x0A] + Array(line.text.utf8))
      } catch let error as DecodingError {
        reject(Self.reason(error))
      } catch {
        reject("\(error)")
      }
    }
    return nil
  }

  /// Notes an id; reports one that was there before.
  private mutating func isNew(_ id: String, at offset: Int) -> Bool {
    let known = ids.note(id, line: offset) { [file, decoder] in
      Self.id(in: file, at: $0, decoder) == id
    }
    guard let known else { return true }
    reject("the id '\(id)' stands in line \(Self.lineNumber(in: file, at: known)) already")
    return false
  }

  /// The id in a line that was read before.
  private static func id(in file: MappedFile, at start: Int, _ decoder: JSONDecoder) -> String? {
    let end = file.withBytes { $0.firstOffset(of: 0x0A, from: start) } ?? file.count
    if let document = file.withBytes({ CorpusLine.document(in: $0, start..<end) }) {
      return document.id
    }
    return try? decoder.decode(Line.self, from: Data(file.bytes(start..<end) ?? [])).id
  }

  /// The number of the line that begins at an offset, from 1.
  private static func lineNumber(in file: MappedFile, at offset: Int) -> Int {
    file.withBytes { bytes in
      var number = 1
      var place = 0
      while let end = bytes.firstOffset(of: 0x0A, from: place), end < offset {
        number += 1
        place = end + 1
      }
      return number
    }
  }

  private mutating func reject(_ reason: String) {
    rejected += 1
    report("\(file.path):\(number): \(reason); the line is left out")
  }

  private mutating func nextLine() -> Range<Int>? {
    let start = offset
    guard start < file.count else { return nil }
    let end = file.withBytes { $0.firstOffset(of: 0x0A, from: start) } ?? file.count
    offset = end + 1
    return start..<end
  }

  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "the field '\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "the field '\(context.codingPath.last?.stringValue ?? "")' is no text"
    default: "not a JSON object"
    }
  }
}
