import DocumentReading
import Foundation
import PlanDocument
import TestSupport
import Testing

@Suite("Files of others")
struct SharedFilesTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared").standardizedFileURL

  private static func files(_ folder: String, _ endings: Set<String>? = nil) -> [String] {
    let root = Self.folder.appendingPathComponent(folder).path
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.map { "\(root)/\($0)" }.sorted().filter { path in
      let url = URL(fileURLWithPath: path)
      guard (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else {
        return false
      }
      return endings.map { $0.contains(url.pathExtension) } ?? true
    }
  }

  @Test(
    "malformed Word, HTML and XML files end in a text or one clear line, soon",
    .enabled(if: FileManager.default.fileExists(atPath: folder.path), "needs ../shared"))
  func badInput() throws {
    let files =
      Self.files("external/badinput/docx", ["docx"]) + Self.files("external/badinput/html")
      + Self.files("external/badinput/xml")
    #expect(files.count > 150)
    for path in files {
      let start = ContinuousClock.now
      do throws(ReadingError) {
        let document = try DocumentReader().read(path: path)
        #expect(String(validating: document.text.bytes, as: UTF8.self) != nil, "\(path)")
      } catch {
        #expect(error.path.hasPrefix(path))
        #expect(!"\(error)".contains("\n"), "\(error)")
      }
      #expect(ContinuousClock.now - start < .seconds(10), "\(path)")
    }
  }

  @Test(
    "plans in Word and HTML are read, with all their text",
    .enabled(if: FileManager.default.fileExists(atPath: folder.path), "needs ../shared"))
  func plans() throws {
    let files = Self.files("plans", ["docx", "html"])
    #expect(files.count > 30)
    for path in files {
      let document = try DocumentReader().read(path: path)
      #expect(document.text.bytes.count > 4_000, "\(path)")
      #expect(document.warnings.isEmpty, "\(path)")
      #expect(document.format == (path.hasSuffix("docx") ? .docx : .html))
    }
  }
}
