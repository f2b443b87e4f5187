import ByteAccess
import TextFolding

/// What a segment keeps by document, as it grows: lengths, attributes, ids, stored tokens.
struct SegmentParts: Sendable {
  let attributeCount: Int
  private(set) var lengths: [UInt32] = []
  /// Line ends between the tokens of each document.
  private(set) var breaks: [UInt32] = []
  /// One column an attribute.
  private(set) var attributes: [[UInt32]]
  private(set) var idOffsets: [UInt32] = [0]
  private(set) var ids = ByteWriter()
  private(set) var textOffsets: [UInt64] = [0]
  /// UTF-16 code units of the stored tokens; none of documents that are taken from segments.
  var text: [UInt16] = []
  private(set) var tokens = 0

  /// Code units of each document's stored tokens.
  var unitCounts: [Int] {
    zip(textOffsets, textOffsets.dropFirst()).map { Int($1 - $0) / 2 }
  }

  /// Positions of each document.
  var extents: [UInt32] { zip(lengths, breaks).map { $0 &+ $1 } }

  init(attributeCount: Int) {
    self.attributeCount = attributeCount
    attributes = Array(repeating: [], count: attributeCount)
  }

  /// Ends a document whose text was appended.
  ///
  /// - Parameter positions: one more than the largest position in it.
  mutating func close(length: Int, positions: Int, attributes values: [UInt32], id: String) {
    lengths.append(UInt32(length))
    breaks.append(UInt32(positions - length))
    tokens += length
    for column in 0..<attributeCount {
      attributes[column].append(column < values.count ? values[column] : 0)
    }
    ids.append(Array(id.utf8))
    idOffsets.append(UInt32(ids.count))
    textOffsets.append(UInt64(2 * text.count))
  }

  /// Adds a document as a segment keeps it, but for its stored tokens.
  mutating func add(_ ordinal: Int, of segment: Segment) throws(IndexError) {
    let length = segment.length(of: ordinal)
    lengths.append(UInt32(length))
    breaks.append(
      segment.file.withBytes { segment.sizes.breakCount(of: UInt32(ordinal), in: $0) })
    tokens += length
    for column in 0..<attributeCount {
      attributes[column].append(try segment.attribute(column, of: ordinal))
    }
    ids.append(Array(try segment.id(of: ordinal).utf8))
    idOffsets.append(UInt32(ids.count))
    let units = try segment.textRange(of: ordinal).count / 2
    textOffsets.append(textOffsets[textOffsets.count - 1] + UInt64(2 * units))
  }
}
