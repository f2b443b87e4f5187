import DocumentReading
import Foundation
import TestSupport
import Testing

@Suite("Old formats of word processors")
struct OfficeTests {
  private static func compound(_ streams: [String], word: [UInt8] = []) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 512 - bytes.count)
    bytes += word + [UInt8](repeating: 0, count: (512 - word.count % 512) % 512)
    for name in streams {
      let wide = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      bytes += wide + [UInt8](repeating: 0, count: 128 - wide.count)
    }
    return bytes
  }

  @Test("a password is named as such, in .docx and in .doc")
  func encrypted() {
    #expect(
      ReadingFixture.error(Self.compound(["EncryptionInfo", "EncryptedPackage"]), as: "a.docx")
        == .encrypted(path: "a.docx"))
    let head: [UInt8] = [0xEC, 0xA5, 0xC1, 0x00, 0, 0, 0, 0, 0, 0, 0, 0x01, 0]
    #expect(
      ReadingFixture.error(Self.compound(["WordDocument"], word: head), as: "a.doc")
        == .encrypted(path: "a.doc"))
  }

  @Test("a compound file of another program is refused by name")
  func foreign() {
    #expect(
      ReadingFixture.error(Self.compound(["Workbook"]), as: "a.xls")
        == .foreign(path: "a.xls", .compoundFile))
  }

  @Test(
    "without LibreOffice one line says what to install",
    .enabled(if: !ChildProcess.isInstalled("soffice"), "LibreOffice is installed"))
  func missing() {
    #expect(
      ReadingFixture.error(Array("{\\rtf1\\ansi text}".utf8), as: "a.rtf")
        == .needsProgram(path: "a.rtf", program: "LibreOffice", package: "libreoffice-writer"))
  }

  @Test(
    "with it the text comes out, however broken the file is",
    .enabled(
      if: startsOffice && ChildProcess.isInstalled("soffice"),
      "needs LibreOffice and GANGYAO_OFFICE=1"))
  func converted() async throws { try await onOwnThread { try Self.convert() } }

  private static func convert() throws {
    let good = Array("{\\rtf1\\ansi\\u35268?\\u21010?\\par 2025}".utf8)
    let document = try ReadingFixture.read(good, as: "plan")
    #expect(document.format == .rtf)
    #expect(ReadingFixture.string(document.text) == "规划\n2025\n")
    var random = SplitMix64(seed: 3)
    let noise = (0..<3_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    _ = ReadingFixture.error(Self.compound(["WordDocument"], word: noise), as: "a.doc")
  }
}
