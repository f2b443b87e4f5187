import ByteAccess

/// Finds a phrase by the lists of its parts: documents that have all of them, led by the rarest, and
/// in these the places where all stand as in the phrase.
struct PhraseSearch {
  private let parts: [PhraseCover.Part]
  private var cursors: [PostingCursor]
  /// Parts whose positions are compared, in this order.
  private let compared: [Int]
  /// Room for one place at least.
  private var starts: [UInt32] = [0]

  /// - Parameter cover: at least one part.
  init(_ cover: PhraseCover, in segment: Segment) {
    parts = cover.parts
    // Positions of a pair that is far rarer than those named leave few to be looked for.
    let rarestNamed = parts.first { $0.isNamed }?.entry.documents ?? 0
    let leads =
      parts[0].entry.term.hasPositions && parts[0].entry.documents * 3 < rarestNamed
    var compared: [Int] = leads ? [0] : []
    for (index, part) in parts.enumerated() where part.isNamed { compared.append(index) }
    self.compared = compared
    cursors = []
    cursors.reserveCapacity(parts.count)
    let least = parts[0].entry.documents
    for (index, part) in parts.enumerated() {
      // A block is decoded as a whole where the rarest list has several documents for it.
      let isDense = index == 0 || part.entry.documents < least * 16
      cursors.append(PostingCursor(part.entry, of: segment, isDense: isDense))
    }
  }

  /// The documents with the number of starts in each.
  mutating func run(in bytes: RawSpan) throws(Damage) -> PostingList {
    var list = PostingList()
    var target: UInt32 = 0
    search: while try cursors[0].seek(target, in: bytes) {
      let document = cursors[0].document
      target = document + 1
      for index in 1..<cursors.count {
        guard try cursors[index].seek(document, in: bytes) else { return list }
        if cursors[index].document != document {
          target = cursors[index].document
          continue search
        }
      }
      let count = try countStarts(in: bytes)
      if count > 0 { list.append(document, frequency: UInt32(count)) }
    }
    return list
  }

  /// Places in the document that all named parts stand on.
  private mutating func countStarts(in bytes: RawSpan) throws(Damage) -> Int {
    var count = -1
    for index in compared {
      count =
        count < 0
        ? try cursors[index].readStarts(in: bytes, shift: parts[index].offset, into: &starts)
        : try cursors[index].keepPositions(
          in: bytes, shift: parts[index].offset, of: &starts, count: count)
      if count == 0 { return 0 }
    }
    return count
  }
}
