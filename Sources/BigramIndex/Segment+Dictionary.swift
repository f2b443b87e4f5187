import ByteAccess

/// A term of a segment: in how many documents it occurs, and where its list stands in the file.
package struct TermEntry: Sendable {
  package let term: Term
  /// Documents that contain it, deleted ones too; at least 1.
  package let documents: Int
  /// Its list's bytes; empty for a term that occurs once.
  let list: Range<Int>
  /// Where a term that occurs once does; nil for others.
  let once: (document: UInt32, position: UInt32)?
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
  private(set) var term: Term
  private var reader: BitReader
  private let end: Int
  private var list: Int
  private let listsEnd: Int
  private let sizes: DocumentSizes
  private var seconds = SecondsParameter()
  private var isFirst = true

  /// - Parameter block: block of the dictionary to begin with; it has to exist.
  init(_ segment: Segment, block: Int, in bytes: RawSpan) throws(Damage) {
    let place =
      segment.range(of: .termBlocks).lowerBound + SegmentSerializer.blockEntrySize * block
    let terms = segment.range(of: .terms)
    let lists = segment.range(of: .lists)
    guard let key = bytes.uint64(at: place), let termsStart = bytes.uint32(at: place + 8),
      let listsStart = bytes.uint32(at: place + 12),
      Int(termsStart) <= terms.count, Int(listsStart) <= lists.count
    else { throw Damage(section: .termBlocks, offset: place, found: "a block outside the file") }
    let entrySize = SegmentSerializer.blockEntrySize
    try segment.check(place..<place + entrySize, .termBlocks)
    var stop = terms.upperBound
    if place + 2 * entrySize <= segment.range(of: .termBlocks).upperBound {
      try segment.check(place + entrySize..<place + 2 * entrySize, .termBlocks)
      stop = terms.lowerBound + Int(bytes.uint32(at: place + entrySize + 8) ?? 0)
    }
    guard stop <= terms.upperBound, stop >= terms.lowerBound + Int(termsStart) else {
      throw Damage(section: .termBlocks, offset: place, found: "a block outside the file")
    }
    try segment.check(terms.lowerBound + Int(termsStart)..<stop, .terms)
    term = Term(key: key)
    reader = BitReader(position: 8 * (terms.lowerBound + Int(termsStart)))
    end = 8 * terms.upperBound
    list = lists.lowerBound + Int(listsStart)
    listsEnd = lists.upperBound
    sizes = segment.sizes
  }

  /// Goes to the next term; false behind the last.
  mutating func next(in bytes: RawSpan) throws(Damage) -> Bool {
    guard reader.position < end else {
      entry = nil
      return false
    }
    if isFirst {
      // The first of a block repeats nothing: its key stands in the block table.
      isFirst = false
    } else if reader.bits(1, in: bytes) == 0 {
      let gap = reader.rice(seconds.value, in: bytes)
      seconds.note(gap)
      term = Term(key: term.key &+ gap &+ 1)
    } else {
      let gap = reader.gamma(in: bytes)
      guard gap > 0 else { throw damage("an impossible term") }
      term = Term(term.first &+ UInt32(truncatingIfNeeded: gap), 0)
    }
    if reader.bits(1, in: bytes) == 1 {
      try readOnce(in: bytes)
    } else {
      try readList(in: bytes)
    }
    guard reader.position <= end else { throw damage("a term that ends too early") }
    return true
  }

  @inline(__always)
  private mutating func readOnce(in bytes: RawSpan) throws(Damage) {
    let place = reader.bits(sizes.placeWidth, in: bytes)
    guard let once = sizes.document(at: place, in: bytes) else {
      throw damage("an impossible place")
    }
    entry = TermEntry(term: term, documents: 1, list: list..<list, once: once)
  }

  @inline(__always)
  private mutating func readList(in bytes: RawSpan) throws(Damage) {
    let documents = reader.gamma(in: bytes)
    guard documents > 0, documents <= UInt64(sizes.count), list <= listsEnd else {
      throw damage("\(documents) documents")
    }
    let length = reader.rice(
      ListCoding.lengthParameter(documents: Int(documents)), in: bytes)
    guard length <= UInt64(listsEnd - list), documents <= 8 * length else {
      throw damage("a list that lies outside its section")
    }
    entry = TermEntry(
      term: term, documents: Int(documents), list: list..<list + Int(length), once: nil)
    list += Int(length)
  }

  /// Goes to a term among the next ones of a block, at whose start the cursor stands; others are
  /// not looked at more than is needed to pass them.
  mutating func find(
    _ wanted: Term, among count: Int, in bytes: RawSpan
  ) throws(Damage) -> TermEntry? {
    var reader = reader
    var key = term.key
    var seconds = seconds
    var list = list
    let placeWidth = sizes.placeWidth
    for number in 0..<count {
      // The bits of a term up to and with its flag of one occurrence are in one window as a rule.
      var window = reader.window(bytes)
      if number > 0 {
        let zeros = (window &>> 1).trailingZeroBitCount
        if window & 1 == 0, zeros < BitWriter.longestQuotient {
          let parameter = seconds.value
          let low = window &>> UInt64(zeros &+ 2) & (1 &<< UInt64(parameter) &- 1)
          let gap = UInt64(zeros) &<< UInt64(parameter) | low
          seconds.note(gap)
          key = key &+ gap &+ 1
          reader.position &+= zeros &+ 2 &+ parameter
          window &>>= UInt64(zeros &+ 2 &+ parameter)
        } else {
          reader.position &+= 1
          if window & 1 == 0 {
            let gap = reader.rice(seconds.value, in: bytes)
            seconds.note(gap)
            key = key &+ gap &+ 1
          } else {
            let gap = reader.gamma(in: bytes)
            key = (key >> 32 &+ gap) << 32
          }
          window = reader.window(bytes)
        }
      }
      if key >= wanted.key {
        guard key == wanted.key else { return nil }
        term = wanted
        self.reader = reader
        self.list = list
        if self.reader.bits(1, in: bytes) == 1 {
          try readOnce(in: bytes)
        } else {
          try readList(in: bytes)
        }
        guard self.reader.position <= end else { throw damage("a term that ends too early") }
        return entry
      }
      reader.position &+= 1
      if window & 1 == 1 {
        reader.position &+= placeWidth
      } else {
        let documents = reader.gamma(in: bytes)
        let parameter = ListCoding.lengthParameter(documents: Int(documents))
        list &+= Int(reader.rice(min(31, parameter), in: bytes))
      }
    }
    return nil
  }

  private func damage(_ found: String) -> Damage {
    Damage(section: .terms, offset: reader.position / 8, found: found)
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
        let place = table + SegmentSerializer.blockEntrySize * middle
        let key = bytes.uint64(at: place) ?? .max
        if key <= term.key { low = middle + 1 } else { high = middle }
      }
      // The entries on both sides of the place that was found are compared with their checksums, this
      // one here, others by the cursor: where both are right, so is the place.
      guard low > 0 else {
        try check(table..<table + min(8, range(of: .termBlocks).count), .termBlocks)
        return nil
      }
      var cursor = try TermCursor(self, block: low - 1, in: bytes)
      // Behind the last term there are only zeros up to a whole byte.
      let rest = header.terms - SegmentSerializer.blockSize * (low - 1)
      return try cursor.find(term, among: min(SegmentSerializer.blockSize, rest), in: bytes)
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
      last.map({ $0 < entry.term }) ?? true, entry.term.kind != nil
    else {
      throw Damage(
        section: .terms, offset: segment.range(of: .terms).upperBound,
        found: "terms that are too few or out of order")
    }
    last = entry.term
    return entry
  }
}
