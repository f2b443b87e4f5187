import ByteAccess
import DocumentReading
import Foundation
import PlanDocument

/// A file with a document a line: `{"id": …, "title": …, "text": …}` and what is known of it under
/// the names that a manifest has.
///
/// The file is mapped, not read: in memory are only where its lines stand and what they are called.
struct JSONLinesFile: DocumentContainer {
  static let endings: Set<String> = ["jsonl", "ndjson"]

  private(set) var members: [ContainerMember] = []
  private(set) var problems: [ContainerProblem] = []
  private let file: MappedFile
  /// Bytes of the line of each member.
  private var lines: [Range<Int>] = []

  /// - Parameters:
  ///   - path: as messages call it.
  ///   - longest: bytes of a line at most.
  init(path: String, longest: Int = ReadingOptions().largestFile) throws(FileError) {
    file = try MappedFile(path: path)
    var number = 0
    var start = 0
    while start < file.count {
      number += 1
      let end = Self.lineEnd(file, from: start)
      defer { start = end + 1 }
      let problem = { (error: JSONLineProblem) in
        ContainerProblem(
          path: "\(path):\(number)", error: PipelineError.jsonLine(path: path, line: number, error))
      }
      guard end - start <= longest else {
        problems.append(problem(.tooLong(bytes: end - start, limit: longest)))
        continue
      }
      guard let bytes = file.bytes(start..<end), !bytes.allSatisfy({ $0 <= 0x20 }) else { continue }
      do throws(JSONLineProblem) {
        let line = try JSONLine(bytes)
        members.append(
          ContainerMember(
            shownSuffix: ":\(number)", pathSuffix: "#\(line.id)", id: DocumentID(line.id),
            metadata: line.metadata, size: end - start, isNamed: true))
        lines.append(start..<end)
      } catch {
        problems.append(problem(error))
      }
    }
  }

  func manifests(under path: String) -> [Manifest] { [] }

  func read(_ member: Int, as shownPath: String, _ reader: DocumentReader) throws -> ReadDocument {
    guard let bytes = file.bytes(lines[member]) else { throw PipelineError.missingPath(shownPath) }
    return try reader.read(text: try JSONLine(bytes).text, path: shownPath)
  }

  /// The place of the next line end, or the end of the file.
  private static func lineEnd(_ file: MappedFile, from start: Int) -> Int {
    file.withBytes { $0.firstOffset(of: 0x0A, from: start) } ?? file.count
  }
}
