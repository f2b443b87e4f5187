import ByteAccess
import Foundation
import PlanQuery

/// What `~` looks for: what the project ships, `synonyms.txt` of the library, and a file that is named
/// (docs/query.md).
enum SynonymFile {
  static func table(library: String, file: String?) throws -> SynonymTable {
    var table = SynonymTable.shipped
    let own = library + "/synonyms.txt"
    let files =
      (FileManager.default.fileExists(atPath: own) ? [own] : []) + [file].compactMap { $0 }
    for path in files {
      guard let text = String(validating: try SmallFile.read(path), as: UTF8.self) else {
        throw FileProblem(file: path, problem: say("不是 UTF-8 文本。", "it is no text in UTF-8."))
      }
      do {
        try table.add(text)
      } catch {
        throw FileProblem(
          file: path,
          problem: say(
            "第 \(error.line) 行“\(error.text)”：一行至少要有两个说法，用逗号分开。",
            "line \(error.line), '\(error.text)': a line has two wordings or more, with commas between."
          ))
      }
    }
    return table
  }
}
