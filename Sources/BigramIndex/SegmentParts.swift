import ByteAccess
import TextFolding

/// What a segment keeps by document, as it grows, but for the stored tokens: lengths, attributes, ids.
struct SegmentParts: Sendable {
  let attributeCount: Int
  private(set) var lengths: [UInt32] = []
  /// Line ends between the tokens of each document.
  private(set) var breaks: [UInt32] = []
  /// Those of one document stand together.
  private(set) var attributes: [UInt32] = []
  private(set) var idOffsets: [UInt32] = [0]
  private(set) var ids = ByteWriter()
  private(set) var tokens = 0

  /// Positions of each document.
  var extents: [UInt32] { zip(lengths, breaks).map { $0 &+ $1 } }

  init(attributeCount: Int) { self.attributeCount = attributeCount }

  /// Adds a document.
  ///
  /// - Parameter positions: one more than the largest position in it.
  mutating func close(length: Int, positions: Int, attributes values: [UInt32], id: String) {
    lengths.append(UInt32(length))
    breaks.append(UInt32(positions - length))
    tokens += length
    for column in 0..<attributeCount {
      attributes.append(column < values.count ? values[column] : 0)
    }
    ids.append(Array(id.utf8))
    idOffsets.append(UInt32(ids.count))
  }

  /// Adds a document as a segment keeps it.
  mutating func add(_ ordinal: Int, of segment: Segment) throws(IndexError) {
    let length = segment.length(of: ordinal)
    lengths.append(UInt32(length))
    breaks.append(
      segment.file.withBytes { segment.sizes.breakCount(of: UInt32(ordinal), in: $0) })
    tokens += length
    for column in 0..<attributeCount {
      attributes.append(try segment.attribute(column, of: ordinal))
    }
    ids.append(Array(try segment.id(of: ordinal).utf8))
    idOffsets.append(UInt32(ids.count))
  }
}
