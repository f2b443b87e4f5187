import ByteAccess
import TextFolding

/// What a segment keeps by document, as it grows: lengths, attributes, ids, stored tokens.
struct SegmentParts: Sendable {
  let attributeCount: Int
  private(set) var lengths: [UInt32] = []
  /// One column an attribute.
  private(set) var attributes: [[UInt32]]
  private(set) var idOffsets: [UInt32] = [0]
  private(set) var ids = ByteWriter()
  private(set) var textOffsets: [UInt64] = [0]
  private(set) var text = ByteWriter()
  private(set) var tokens = 0

  /// Code units of each document's stored tokens.
  var unitCounts: [Int] {
    zip(textOffsets, textOffsets.dropFirst()).map { Int($1 - $0) / 2 }
  }

  init(attributeCount: Int) {
    self.attributeCount = attributeCount
    attributes = Array(repeating: [], count: attributeCount)
  }

  mutating func add(_ stream: TokenStream, attributes values: [UInt32], id: String) {
    lengths.append(UInt32(stream.count))
    tokens += stream.count
    for column in 0..<attributeCount {
      attributes[column].append(column < values.count ? values[column] : 0)
    }
    ids.append(Array(id.utf8))
    idOffsets.append(UInt32(ids.count))
    StoredTokens.encode(stream, into: &text)
    textOffsets.append(UInt64(text.count))
  }

  /// Adds a document as a segment keeps it.
  mutating func add(_ ordinal: Int, of segment: Segment) throws(IndexError) {
    let length = segment.length(of: ordinal)
    lengths.append(UInt32(length))
    tokens += length
    for column in 0..<attributeCount {
      attributes[column].append(segment.attribute(column, of: ordinal))
    }
    ids.append(Array(try segment.id(of: ordinal).utf8))
    idOffsets.append(UInt32(ids.count))
    text.append(segment.file.bytes(try segment.textRange(of: ordinal)) ?? [])
    textOffsets.append(UInt64(text.count))
  }
}
