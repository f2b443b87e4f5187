import DocumentReading
import Foundation
import PlanDocument

/// Texts in the encodings that plans come in, and a reader for bytes under a name.
enum ReadingFixture {
  /// The C library's number of an encoding for Foundation.
  static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  static func encode(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
    Array(text.data(using: encoding) ?? Data())
  }

  static func read(_ bytes: [UInt8], as name: String = "plan.txt") throws -> ReadDocument {
    try DocumentReader().read(bytes, path: name)
  }

  static func text(_ bytes: [UInt8], as name: String = "plan.txt") throws -> String {
    let document = try read(bytes, as: name)
    return String(decoding: document.text.bytes, as: UTF8.self)
  }

  static func html(_ body: String) throws -> SourceText {
    try read(Array("<html><body>\(body)</body></html>".utf8), as: "plan.html").text
  }

  static func string(_ source: SourceText) -> String {
    String(decoding: source.bytes, as: UTF8.self)
  }

  /// What an error says, or nil where none was thrown.
  static func error(_ bytes: [UInt8], as name: String = "plan.txt") -> ReadingError? {
    do {
      _ = try DocumentReader().read(bytes, path: name)
      return nil
    } catch {
      return error
    }
  }

  /// A folder of its own for one test, removed when `body` ends.
  static func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gangyao-reading-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}
