import ByteAccess

/// Where a phrase may begin: documents with positions, narrowed term by term.
struct PhraseStarts {
  private var documents: [UInt32] = []
  /// Where each document's positions end in `positions`.
  private var ends: [Int] = []
  private var positions: [UInt32] = []

  var isEmpty: Bool { documents.isEmpty }

  /// All documents and positions of one term.
  init(_ part: PhraseCover.Part, documentCount: Int, in bytes: RawSpan) throws(Damage) {
    documents.reserveCapacity(part.entry.documents)
    ends.reserveCapacity(part.entry.documents)
    positions.reserveCapacity(part.entry.documents)
    var cursor = PostingCursor(part.entry, documentCount: documentCount)
    while try cursor.next(in: bytes) {
      let before = positions.count
      try cursor.readPositions(in: bytes, shift: part.offset, into: &positions)
      if positions.count > before { close(cursor.document) }
    }
  }

  /// Keeps the starts from which the term stands at its place, too.
  mutating func narrow(
    by part: PhraseCover.Part, documentCount: Int, in bytes: RawSpan
  ) throws(Damage) {
    let old = self
    self = PhraseStarts()
    var cursor = PostingCursor(part.entry, documentCount: documentCount)
    var found: [UInt32] = []
    var hasDocument = try cursor.next(in: bytes)
    var start = 0
    for (index, document) in old.documents.enumerated() {
      let end = old.ends[index]
      while hasDocument, cursor.document < document { hasDocument = try cursor.next(in: bytes) }
      guard hasDocument else { return }
      if cursor.document == document {
        found.removeAll(keepingCapacity: true)
        try cursor.readPositions(in: bytes, shift: part.offset, into: &found)
        keep(old.positions, start..<end, in: found, document)
      }
      start = end
    }
  }

  private init() {}

  /// Takes the positions that are in both ascending lists.
  private mutating func keep(
    _ old: [UInt32], _ range: Range<Int>, in found: [UInt32], _ document: UInt32
  ) {
    let before = positions.count
    var place = 0
    for index in range {
      let position = old[index]
      while place < found.count, found[place] < position { place += 1 }
      guard place < found.count else { break }
      if found[place] == position { positions.append(position) }
    }
    if positions.count > before { close(document) }
  }

  private mutating func close(_ document: UInt32) {
    documents.append(document)
    ends.append(positions.count)
  }

  /// The documents with the number of starts in each.
  var postings: PostingList {
    var frequencies: [UInt32] = []
    frequencies.reserveCapacity(ends.count)
    var start = 0
    for end in ends {
      frequencies.append(UInt32(end - start))
      start = end
    }
    return PostingList(documents: documents, frequencies: frequencies)
  }
}
