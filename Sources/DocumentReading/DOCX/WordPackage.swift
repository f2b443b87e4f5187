/// The parts of a Word file, by their names in the ZIP.
struct WordPackage {
  let path: String
  let bytes: [UInt8]

  /// Bytes that one part may have unpacked. The body is read in pieces; what it becomes is limited by
  /// `ReadingOptions.largestFile`.
  static let largestPart = 1 << 30
  /// Bytes up to which a part may be packed as tightly as it likes; ZIP packs a thousandfold.
  static let harmless = 256 << 20
  static let tightest = 150

  /// A reference of one part to another.
  struct Relation {
    var id: String
    /// The last part of its type: `officeDocument`, `styles`, `footnotes` …
    var type: String
    var target: String
    var isExternal: Bool
  }

  /// Reads a part of XML.
  ///
  /// - Returns: false where there is no such part.
  /// - Throws: what is wrong with the ZIP or with the XML.
  func read(
    _ name: String, to handler: any MarkupHandler, options: ReadingOptions
  ) throws(ReadingError) -> Bool {
    let wanted = name.lowercased()
    let result: Result<Bool, ReadingError>
    do {
      result = try ArchiveReader.zip(bytes) { archive throws(ReadingError) -> Bool in
        try archived { () throws(ArchiveFailure) -> Bool in
          while let entry = try archive.next() {
            if entry.isFile, entry.name.lowercased() == wanted { return true }
          }
          return false
        } ? try parse(archive, name, to: handler, options: options) : false
      }
    } catch {
      throw error.error(of: path)
    }
    return try result.get()
  }

  private func parse(
    _ archive: ArchiveReader, _ name: String, to handler: any MarkupHandler, options: ReadingOptions
  ) throws(ReadingError) -> Bool {
    var total = 0
    var broken: ReadingError?
    let packed = max(1, bytes.count)
    do {
      try MarkupParser.xml(deepest: options.deepestElement, to: handler) {
        guard broken == nil else { return [] }
        do throws(ArchiveFailure) {
          let piece = try archive.piece()
          total += piece.count
          if total > Self.largestPart
            || (total > Self.harmless && total / packed > Self.tightest)
          {
            broken = .unpacksTooLarge(path: path, part: name, bytes: total)
            return []
          }
          return piece
        } catch {
          broken = error.error(of: path)
          return []
        }
      }
    } catch {
      if let broken { throw broken }
      throw ReadingError(error, path: "\(path):\(name)", limit: options.deepestElement)
    }
    if let broken { throw broken }
    return true
  }

  private func archived<R>(_ body: () throws(ArchiveFailure) -> R) throws(ReadingError) -> R {
    do throws(ArchiveFailure) {
      return try body()
    } catch {
      throw error.error(of: path)
    }
  }

  /// The references of a part; none where it has none.
  ///
  /// - Parameter part: empty for those of the file itself.
  func relations(of part: String, options: ReadingOptions) throws(ReadingError) -> [Relation] {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let folder = part[..<slash]
    let handler = WordRelationsHandler(folder: String(folder))
    _ = try read("\(folder)_rels/\(part[slash...]).rels", to: handler, options: options)
    return handler.relations
  }
}

/// Reads a part of relations.
final class WordRelationsHandler: MarkupHandler {
  private(set) var relations: [WordPackage.Relation] = []
  let isDone = false
  private let folder: String

  static let most = 20_000

  init(folder: String) { self.folder = folder }

  func kind(of name: String, namespace: String) -> Int { name == "Relationship" ? 1 : 0 }

  func open(_ kind: Int, _ attributes: borrowing MarkupAttributes) {
    guard kind == 1, relations.count < Self.most, let id = attributes.value("Id"),
      let type = attributes.value("Type"), let target = attributes.value("Target")
    else { return }
    relations.append(
      WordPackage.Relation(
        id: id,
        type: String(
          type[(type.lastIndex(of: "/").map { type.index(after: $0) } ?? type.startIndex)...]),
        target: Self.resolve(target, in: folder),
        isExternal: attributes.value("TargetMode") == "External"))
  }

  func close(_ kind: Int) {}
  func text(_ bytes: Span<UInt8>) {}

  /// `../word/x.xml` and `/word/x.xml` as names in the ZIP; nothing leads out of it.
  static func resolve(_ target: String, in folder: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
