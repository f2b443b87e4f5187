import ArgumentParser
import BigramIndex
import TextFolding

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Print an index in the words of FORMAT.md.")

  @OptionGroup var index: IndexArgument

  @Option(help: "Also print in which documents this phrase occurs, and how often.")
  var phrase: String?

  func run() throws {
    let snapshot = try index.open()
    let point = snapshot.commitPoint
    print("commit point: version \(CommitPoint.version), nextNumber \(point.nextNumber)")
    try printSums(of: snapshot)
    for (entry, segment) in zip(point.segments, snapshot.segments) {
      print(
        "\n\(entry.name): version \(SegmentHeader.version), checksum \(hex(entry.checksum)), "
          + "documents \(entry.documents), tokens \(entry.tokens), "
          + "attributes \(segment.attributeCount), terms \(segment.header.terms)")
      print("  deleted \(entry.deleted.map { "\($0.lowerBound)..<\($0.upperBound)" })")
      for section in SegmentSection.allCases {
        guard let place = segment.header.sections[section] else { continue }
        print(
          "  section \(section.rawValue) \(section.name): offset \(place.offset), "
            + "length \(place.length), checksum \(hex(place.checksum))")
      }
      if let phrase { try printOccurrences(of: Phrase(phrase), in: segment) }
    }
  }

  /// What the sections are for, and how many bytes each of these takes in all segments.
  private static let parts: [(name: String, sections: [SegmentSection])] = [
    ("dictionary", [.termBlocks, .terms, .wordOffsets, .words, .strings]),
    ("lists", [.lists, .stringLists]),
    ("lengths", [.lengths, .breaks, .starts]),
    ("checksums", [.checksums]),
    ("attributes", [.attributes]),
    ("ids", [.idOffsets, .ids]),
    ("stored text", [.textOffsets, .text]),
  ]

  private func printSums(of snapshot: IndexSnapshot) throws {
    func bytes(_ sections: [SegmentSection]) -> Int {
      snapshot.segments.reduce(0) { sum, segment in
        sections.reduce(sum) { $0 + (segment.header.sections[$1]?.length ?? 0) }
      }
    }
    print("bytes of all segments by part:")
    for part in Self.parts { print("  \(part.name): \(bytes(part.sections))") }
    var positions = 0
    for segment in snapshot.segments { positions += try segment.positionBytes() }
    print("  of the lists, positions: \(positions)")
  }

  private func printOccurrences(of phrase: Phrase, in segment: Segment) throws {
    let list = try segment.occurrences(of: phrase)
    for (document, frequency) in zip(list.documents, list.frequencies) {
      print("  document \(document) '\(try segment.id(of: Int(document)))': \(frequency)")
    }
  }

  private func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
