import ByteAccess
import Foundation

/// Queries from a file, one a line; blank lines are left out.
struct QueryList {
  let queries: [String]

  /// - Parameter path: `-` for standard input; pipes are read to their end.
  /// - Throws: `FileError`, or `NotText` where the file is not UTF-8.
  init(path: String) throws {
    let bytes = try SmallFile.read(path == "-" ? "/dev/stdin" : path)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw NotText(path: path) }
    queries = Self.queries(in: text)
  }

  static func queries(in text: String) -> [String] {
    text.drop { $0 == "\u{FEFF}" }.split(whereSeparator: \.isNewline).map(String.init)
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }

  struct NotText: Error, CustomStringConvertible {
    let path: String

    var description: String {
      say("\(path)：不是 UTF-8 文本。请另存为 UTF-8。", "\(path): is no UTF-8 text. Save it as UTF-8.")
    }
  }
}
