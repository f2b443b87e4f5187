import ByteAccess

/// A term of a segment: in how many documents it occurs, and where its lists stand in the file.
package struct TermEntry: Sendable, Equatable {
  package let term: Term
  /// Documents that contain it, deleted ones too; at least 1.
  package let documents: Int
  let postings: Range<Int>
  /// Empty for terms without positions.
  let positions: Range<Int>
}

/// Bytes that contradict the format, before the path of the file is known.
struct Damage: Error {
  let section: SegmentSection
  let offset: Int
  let found: String
}

/// Walks the term dictionary from the start of a block.
struct TermCursor {
  private(set) var entry: TermEntry?
  private var offset: Int
  private let end: Int
  private var key: UInt64
  private var postings: Int
  private var positions: Int
  private var isFirst = true
  private let limits: (postings: Int, positions: Int)

  /// - Parameter block: block of the dictionary to begin with; it has to exist.
  init(_ segment: Segment, block: Int, in bytes: RawSpan) throws(Damage) {
    let place =
      segment.range(of: .termBlocks).lowerBound + SegmentSerializer.blockEntrySize * block
    let terms = segment.range(of: .terms)
    let postingsRange = segment.range(of: .postings)
    let positionsRange = segment.range(of: .positions)
    guard let key = bytes.uint64(at: place), let termsStart = bytes.uint32(at: place + 8),
      let postingsStart = bytes.uint64(at: place + 12),
      let positionsStart = bytes.uint64(at: place + 20),
      Int(termsStart) <= terms.count, postingsStart <= UInt64(postingsRange.count),
      positionsStart <= UInt64(positionsRange.count)
    else { throw Damage(section: .termBlocks, offset: place, found: "a block outside the file") }
    self.key = key
    offset = terms.lowerBound + Int(termsStart)
    end = terms.upperBound
    postings = postingsRange.lowerBound + Int(postingsStart)
    positions = positionsRange.lowerBound + Int(positionsStart)
    limits = (postingsRange.upperBound, positionsRange.upperBound)
  }

  /// Goes to the next term; false behind the last.
  mutating func next(in bytes: RawSpan) throws(Damage) -> Bool {
    guard offset < end else {
      entry = nil
      return false
    }
    let start = offset
    guard let delta = bytes.varint(at: &offset), let documents = bytes.varint(at: &offset),
      let postingsLength = bytes.varint(at: &offset)
    else { throw damage(start, "a term that ends too early") }
    // The first of a block repeats nothing: its key stands in the block table.
    key = key &+ delta
    guard isFirst || delta > 0, let kind = Term(key: key).kind else {
      throw damage(start, "an impossible term")
    }
    isFirst = false
    var positionsLength: UInt64 = 0
    if kind.hasPositions {
      guard let length = bytes.varint(at: &offset) else {
        throw damage(start, "a term that ends too early")
      }
      positionsLength = length
    }
    guard offset <= end, documents > 0, documents <= postingsLength,
      postingsLength <= UInt64(limits.postings - postings),
      positionsLength <= UInt64(limits.positions - positions)
    else { throw damage(start, "lists that lie outside their sections") }
    let postingsEnd = postings + Int(postingsLength)
    let positionsEnd = positions + Int(positionsLength)
    entry = TermEntry(
      term: Term(key: key), documents: Int(documents), postings: postings..<postingsEnd,
      positions: positions..<positionsEnd)
    postings = postingsEnd
    positions = positionsEnd
    return true
  }

  private func damage(_ offset: Int, _ found: String) -> Damage {
    Damage(section: .terms, offset: offset, found: found)
  }
}

extension Segment {
  /// Runs a reader of the file's bytes and gives its damage the name of the file.
  func reading<R>(_ body: (RawSpan) throws(Damage) -> R) throws(IndexError) -> R {
    do {
      return try file.withBytes(body)
    } catch {
      throw damaged(error.section, error.offset, error.found)
    }
  }

  private var blockCount: Int {
    range(of: .termBlocks).count / SegmentSerializer.blockEntrySize
  }

  /// The entry of a term; nil where no document has it.
  package func entry(of term: Term) throws(IndexError) -> TermEntry? {
    try reading { bytes throws(Damage) in
      let table = range(of: .termBlocks).lowerBound
      var low = 0
      var high = blockCount
      while low < high {
        let middle = (low + high) / 2
        let key = bytes.uint64(at: table + SegmentSerializer.blockEntrySize * middle) ?? .max
        if key <= term.key { low = middle + 1 } else { high = middle }
      }
      guard low > 0 else { return nil }
      var cursor = try TermCursor(self, block: low - 1, in: bytes)
      for _ in 0..<SegmentSerializer.blockSize {
        guard try cursor.next(in: bytes), let entry = cursor.entry, entry.term <= term else {
          return nil
        }
        if entry.term == term { return entry }
      }
      return nil
    }
  }

  /// Calls `body` with every term in ascending order.
  func forEachTerm(
    _ body: (TermEntry, RawSpan) throws(Damage) -> Void
  ) throws(IndexError) {
    var terms = TermIterator(self)
    try reading { bytes throws(Damage) in
      while let entry = try terms.next(in: bytes) { try body(entry, bytes) }
    }
  }
}

/// All terms of a segment in ascending order, block by block.
struct TermIterator {
  private let segment: Segment
  private var cursor: TermCursor?
  /// Terms given so far.
  private var count = 0
  private var last: Term?

  init(_ segment: Segment) { self.segment = segment }

  mutating func next(in bytes: RawSpan) throws(Damage) -> TermEntry? {
    guard count < segment.header.terms else { return nil }
    if count % SegmentSerializer.blockSize == 0 {
      cursor = try TermCursor(segment, block: count / SegmentSerializer.blockSize, in: bytes)
    }
    count += 1
    guard try cursor?.next(in: bytes) == true, let entry = cursor?.entry,
      last.map({ $0 < entry.term }) ?? true
    else {
      throw Damage(
        section: .terms, offset: segment.range(of: .terms).upperBound,
        found: "terms that are too few or out of order")
    }
    last = entry.term
    return entry
  }
}
