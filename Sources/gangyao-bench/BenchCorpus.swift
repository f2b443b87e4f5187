import ByteAccess
import DocumentReading
import Foundation
import PlanDocument
import PlanPipeline

/// The files that are measured on.
struct BenchCorpus {
  let files: [PlannedFile]
  /// Bytes and code points of all of them.
  let bytes: Int
  let characters: Int
  /// Of ids and contents, in order.
  let checksum: String

  /// - Throws: where a path or a file cannot be read; a corpus is whole or nothing.
  init(_ path: String) throws {
    var collector = FileCollector()
    let found = try collector.files(in: [path])
    if let problem = found.problems.first { throw problem.1 }
    files = found.files
    var hash = SHA256()
    var bytes = 0
    var characters = 0
    for file in files {
      let content = try SmallFile.read(file.path)
      bytes += content.count
      hash.update(Array("\(file.id.name)\n".utf8))
      hash.update(content)
      characters += try DocumentReader().read(content, path: file.path).text.codePointCount
    }
    self.bytes = bytes
    self.characters = characters
    checksum = hash.finish()
  }

  /// Prints what is needed to repeat a measurement.
  func printHead(_ options: BenchOptions) {
    print("machine   \(Machine.description)")
    print("compiler  \(Machine.compiler)")
    print(
      "corpus    \(options.corpus): \(files.count) files, \(bytes) bytes, \(characters) characters, "
        + "sha256 \(checksum.prefix(16))")
    print("runs      \(options.runs), seed \(options.seed)")
  }
}
