import DocumentReading
import Foundation
import PlanDocument
import TestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
  @Test("an empty file, and one without text, are named as such")
  func empty() {
    #expect(ReadingFixture.error([]) == .empty(path: "plan.txt"))
    #expect(ReadingFixture.error(Array(" \n\t\n".utf8)) == .noText(path: "plan.txt"))
    #expect(
      ReadingFixture.error(Array("<html><body> </body></html>".utf8), as: "a.html")
        == .noText(path: "a.html"))
  }

  @Test("a binary file under a text name is refused at its first byte that is no text")
  func binary() {
    var random = SplitMix64(seed: 5)
    let bytes = (0..<2_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let error = ReadingFixture.error([0x07] + bytes)
    #expect(error != nil)
    let controls = Array("文字".utf8) + [UInt8](repeating: 0x01, count: 40)
    #expect(ReadingFixture.error(controls) == .binary(path: "plan.txt", byte: 6))
  }

  @Test("other formats are refused by name")
  func foreign() {
    #expect(ReadingFixture.error([0x89, 0x50, 0x4E, 0x47]) == .foreign(path: "plan.txt", .png))
    #expect(ReadingFixture.error([0x1F, 0x8B, 0x08]) == .foreign(path: "plan.txt", .gzip))
  }

  @Test("a page that breaks off is refused, wherever it was cut")
  func cutInHalf() {
    let page = Array("<html><body><p>第一章 总则</p><p>第二章 目标</p></body></html>".utf8)
    #expect(ReadingFixture.error(page, as: "a.html") == nil)
    for length in 13..<page.count - 14 {
      let part = Array(page.prefix(length))
      let error = ReadingFixture.error(part, as: "a.html")
      #expect(error != nil, "\(length) bytes")
    }
    #expect(
      ReadingFixture.error(Array("<p>片段</p><p>第二".utf8), as: "a.html") == nil)
  }

  @Test("elements nested too deep are refused, up to the limit all text is read")
  func depth() throws {
    func page(_ depth: Int) -> [UInt8] {
      Array(
        ("<html><body>" + String(repeating: "<div>", count: depth) + "深"
          + String(repeating: "</div>", count: depth) + "</body></html>").utf8)
    }
    #expect(try ReadingFixture.text(page(1_500), as: "a.html") == "深\n")
    #expect(
      ReadingFixture.error(page(5_000), as: "a.html") == .tooDeep(path: "a.html", limit: 2_000))
  }

  @Test("a file larger than the limit is not read")
  func tooLarge() {
    var options = ReadingOptions()
    options.largestFile = 10
    #expect(throws: ReadingError.tooLarge(path: "a.txt", bytes: 11, limit: 10)) {
      try DocumentReader(options: options).read([UInt8](repeating: 0x41, count: 11), path: "a.txt")
    }
  }

  @Test("a folder, a missing file and a dangling link are each one clear line")
  func paths() throws {
    try ReadingFixture.withFolder { folder in
      let reader = DocumentReader()
      #expect(throws: ReadingError.isFolder(path: folder.path)) {
        try reader.read(path: folder.path)
      }
      let missing = folder.appendingPathComponent("missing.txt").path
      let link = folder.appendingPathComponent("link.txt").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: missing)
      for path in [missing, link] {
        do throws(ReadingError) {
          _ = try reader.read(path: path)
          Issue.record("\(path) was read")
        } catch {
          #expect(error.path == path)
          #expect("\(error)".hasPrefix("\(path): "))
          #expect(!"\(error)".contains("\n"))
        }
      }
    }
  }

  @Test("a file on disk is read with its checksum")
  func checksum() throws {
    try ReadingFixture.withFolder { folder in
      let path = folder.appendingPathComponent("abc.txt").path
      try Data("abc".utf8).write(to: URL(fileURLWithPath: path))
      let document = try DocumentReader().read(path: path)
      #expect(
        document.checksum
          == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      #expect(document.format == .text)
    }
  }
}
