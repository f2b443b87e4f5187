import BigramIndex
import ByteAccess
import Foundation
import TestSupport
import Testing
import TextFolding

@Suite("FORMAT.md")
struct FormatTests {
  @Test("shows the bytes that are written for its example")
  func workedExample() throws {
    let folder = try TemporaryFolder()
    var builder = SegmentBuilder(attributeCount: 1)
    try builder.add(TokenStream("经济、经济\n5G"), attributes: [7], id: "a")
    try builder.add(TokenStream("1.5年"), attributes: [9], id: "bc")
    var point = CommitPoint()
    var entry = try SegmentWriter.write(builder, to: folder.path, name: point.takeName())
    let path = folder.path + "/" + entry.name
    let segment = try Segment(path: path)
    entry.delete(1..<2, in: segment)
    point.segments = [entry]

    let bytes = try SmallFile.read(path)
    var lines = ["header " + Self.hex(bytes[..<40])]
    for section in SegmentSection.allCases {
      let place = try #require(segment.header.sections[section])
      let hex = Self.hex(bytes[place.offset..<place.offset + place.length])
      lines.append(hex.isEmpty ? section.name : "\(section.name) \(hex)")
    }
    lines.append("commit point " + Self.hex(point.encode()[...]))
    let written = try Self.exampleLines()
    for line in lines { #expect(written.contains(line), "\(line)") }
    #expect(written.count == lines.count)
  }

  private static func hex(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }

  /// The lines of the document's one code block, wrapped ones joined.
  private static func exampleLines() throws -> [String] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/BigramIndex/FORMAT.md").path
    let text = String(decoding: try SmallFile.read(path), as: UTF8.self)
    let block = try #require(text.components(separatedBy: "```\n").dropFirst().first)
    return block.replacingOccurrences(of: "\n  ", with: " ").split(separator: "\n").map(String.init)
  }
}
