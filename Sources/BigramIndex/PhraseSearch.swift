import ByteAccess

/// Finds a phrase by the lists of its parts: documents that have all of them, led by the rarest, and
/// in these the places where all stand as in the phrase.
struct PhraseSearch {
  private let parts: [PhraseCover.Part]
  private var cursors: [PostingCursor]
  private var starts: [UInt32] = []
  private var found: [UInt32] = []

  /// - Parameter cover: at least one part.
  init(_ cover: PhraseCover, in segment: Segment) {
    parts = cover.parts
    cursors = parts.map { PostingCursor($0.entry, of: segment) }
  }

  /// The documents with the number of starts in each.
  mutating func run(in bytes: RawSpan) throws(Damage) -> PostingList {
    var list = PostingList()
    var target: UInt32 = 0
    while try cursors[0].seek(target, in: bytes) {
      let document = cursors[0].document
      target = document + 1
      var isEverywhere = true
      for index in 1..<cursors.count {
        guard try cursors[index].seek(document, in: bytes) else { return list }
        if cursors[index].document != document {
          target = cursors[index].document
          isEverywhere = false
          break
        }
      }
      guard isEverywhere else { continue }
      let count = try countStarts(in: bytes)
      if count > 0 { list.append(document, frequency: UInt32(count)) }
    }
    return list
  }

  /// Places in the document that all cursors stand on.
  private mutating func countStarts(in bytes: RawSpan) throws(Damage) -> Int {
    starts.removeAll(keepingCapacity: true)
    try cursors[0].readPositions(in: bytes, shift: parts[0].offset, into: &starts)
    for index in 1..<cursors.count where !starts.isEmpty {
      found.removeAll(keepingCapacity: true)
      try cursors[index].readPositions(in: bytes, shift: parts[index].offset, into: &found)
      keepFound()
    }
    return starts.count
  }

  /// Keeps the starts that were found, too; both are ascending.
  private mutating func keepFound() {
    var kept = 0
    var place = 0
    for start in starts {
      while place < found.count, found[place] < start { place += 1 }
      guard place < found.count else { break }
      if found[place] == start {
        starts[kept] = start
        kept += 1
      }
    }
    starts.removeLast(starts.count - kept)
  }
}
