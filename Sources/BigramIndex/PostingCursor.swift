import ByteAccess

/// Walks one posting list, and reads frequencies and positions only where they are asked for.
///
/// In a long list `seek` looks for a document among the bits of its block; whoever goes on from
/// document to document has blocks decoded as a whole.
struct PostingCursor {
  /// The document that the cursor stands on.
  private(set) var document: UInt32 = 0

  let entry: TermEntry
  let sizes: DocumentSizes
  let long: LongList?
  private let checks: CheckedBlocks
  let blockCount: Int
  /// Whether `seek` decodes whole blocks: for a list most of whose documents are wanted.
  private let isDense: Bool

  /// The block it stands in; its number is -1 before the first and `blockCount` behind the last.
  private(set) var block = PostingBlock()
  private(set) var number = -1
  /// The document's place in the block; below 0 where nobody asked yet.
  var index = -1
  /// Its place among the block's bits.
  private var place = 0
  private var isDecoded = false
  private var isInMemory = false
  /// Documents of the block, where it is decoded.
  var documents: [UInt32]
  /// Frequencies of the block's documents, as far as pieces were read.
  var frequencies: [UInt32] = []
  /// Bits for the pieces that were read.
  var piecesRead: UInt32 = 0
  /// Where positions are read, and the document of the block whose positions stand there.
  var reader = BitReader(position: 0)
  var positionIndex = 0
  /// Room for the positions in one document.
  var places: [UInt32] = []

  init(_ entry: TermEntry, of segment: Segment, isDense: Bool = true) {
    self.entry = entry
    self.isDense = isDense
    sizes = segment.sizes
    checks = segment.checks
    long = LongList(entry, in: segment)
    blockCount = long?.blockCount ?? 1
    documents = []
  }

  /// Makes room for the documents of a block.
  private mutating func makeRoom() {
    guard documents.isEmpty else { return }
    documents = [UInt32](repeating: 0, count: min(entry.documents, ListCoding.blockSize))
  }

  /// A cursor on a list in memory, of one document or more.
  init(_ list: PostingList, of segment: Segment) {
    entry = TermEntry(term: Term(key: 0), documents: list.count, list: 0..<0, once: nil)
    isDense = true
    sizes = segment.sizes
    checks = segment.checks
    long = nil
    blockCount = list.isEmpty ? 0 : 1
    documents = list.documents
    frequencies = list.frequencies
    block.size = list.count
    isInMemory = true
    isDecoded = true
  }

  /// Goes to the next document; false behind the last.
  @inline(__always)
  mutating func next(in bytes: RawSpan) throws(Damage) -> Bool {
    if number >= 0, number < blockCount {
      if index < 0 { findIndex(in: bytes) }
      index &+= 1
      if index < block.size {
        if !isDecoded { try decode(in: bytes) }
        document = documents[index]
        return true
      }
    }
    guard number + 1 < blockCount else {
      end()
      return false
    }
    try read(number + 1, in: bytes)
    return true
  }

  private mutating func end() {
    number = blockCount
    document = .max
  }

  /// Goes to the first document that is not before one; stays where it is not. False behind the
  /// last.
  @inline(__always)
  mutating func seek(_ target: UInt32, in bytes: RawSpan) throws(Damage) -> Bool {
    if number >= 0 {
      if number >= blockCount { return false }
      if document >= target { return true }
    }
    return try seekOn(target, in: bytes)
  }

  private mutating func seekOn(_ target: UInt32, in bytes: RawSpan) throws(Damage) -> Bool {
    if let long {
      if number < 0 { try check(long.head) }
      if number < 0 || block.last < target {
        let wanted = long.block(notBefore: target, from: number + 1, in: bytes)
        guard wanted < blockCount else {
          end()
          return false
        }
        if isDense { try read(wanted, in: bytes) } else { try open(wanted, in: bytes) }
      }
      guard isDecoded else {
        guard let found = block.seek(target, in: bytes) else { throw damage() }
        place = found.place
        index = found.index
        document = block.document(at: place, index, in: bytes)
        return true
      }
    } else if number < 0 {
      guard blockCount > 0 else {
        end()
        return false
      }
      try read(0, in: bytes)
    }
    let found = gallop(target)
    guard found < block.size else {
      end()
      return false
    }
    index = found
    document = documents[found]
    return true
  }

  /// Goes to a document that is known to be in the list, of which so many documents stand before it.
  @inline(__always)
  mutating func go(to document: UInt32, rank: Int, in bytes: RawSpan) throws(Damage) {
    let number = rank / ListCoding.blockSize
    if number != self.number { try open(number, in: bytes) }
    index = rank % ListCoding.blockSize
    place = Int(document)
    self.document = document
  }

  /// The first index, from the cursor's on, of a document of a decoded block that is not before
  /// one.
  private func gallop(_ target: UInt32) -> Int {
    var low = max(0, index)
    guard low < block.size, documents[low] < target else { return low }
    var step = 1
    while low &+ step < block.size, documents[low &+ step] < target {
      low &+= step
      step &*= 2
    }
    var high = min(low &+ step, block.size)
    low &+= 1
    while low < high {
      let middle = (low &+ high) / 2
      if documents[middle] < target { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// Goes to the first document of a block, all of whose documents are decoded.
  mutating func read(_ number: Int, in bytes: RawSpan) throws(Damage) {
    try open(number, in: bytes)
    if long != nil { try decode(in: bytes) }
    index = 0
    document = documents[0]
  }

  private mutating func open(_ number: Int, in bytes: RawSpan) throws(Damage) {
    let old = self.number
    self.number = number
    index = -1
    if isInMemory { return }
    piecesRead = 0
    isDecoded = false
    if let long {
      if old < 0 { try check(long.head) }
      guard let block = long.block(number, in: bytes) else { throw damage() }
      self.block = block
      try check(block.isBitmap ? block.pieces : block.bits >> 3..<block.pieces.upperBound)
    } else if let once = entry.once {
      guard Int(once.document) < sizes.count else { throw damage() }
      documents = [once.document]
      block.size = 1
      frequencies = [1]
      isDecoded = true
    } else {
      try readShort(in: bytes)
      isDecoded = true
    }
  }

  private mutating func decode(in bytes: RawSpan) throws(Damage) {
    makeRoom()
    guard block.decode(into: &documents, in: bytes) else { throw damage() }
    isDecoded = true
  }

  private mutating func readShort(in bytes: RawSpan) throws(Damage) {
    try check(entry.list)
    reader = BitReader(position: entry.list.lowerBound * 8)
    let size = entry.documents
    makeRoom()
    block.size = size
    frequencies = [UInt32](repeating: 1, count: size)
    let isRead = Self.read(
      &documents, &frequencies, size, of: sizes.count, &reader, in: bytes)
    guard isRead, reader.position <= entry.list.upperBound * 8 else { throw damage() }
    positionIndex = 0
  }

  /// Reads documents and frequencies of a short list; frequencies are 1 before.
  ///
  /// - Returns: false for bits that are none of a list.
  private static func read(
    _ documents: inout [UInt32], _ frequencies: inout [UInt32], _ size: Int, of all: Int,
    _ reader: inout BitReader, in bytes: RawSpan
  ) -> Bool {
    var documents = documents.mutableSpan
    var frequencies = frequencies.mutableSpan
    let isPlain = reader.bits(1, in: bytes) == 1
    let parameter = ListCoding.gapParameter(documents: size, of: all)
    var next: UInt64 = 0
    for place in 0..<size {
      let document = next &+ reader.rice(parameter, in: bytes)
      guard document < UInt64(all) else { return false }
      documents[place] = UInt32(truncatingIfNeeded: document)
      if !isPlain {
        let frequency = reader.gamma(in: bytes)
        guard frequency > 0 else { return false }
        frequencies[place] = UInt32(truncatingIfNeeded: frequency)
      }
      next = document + 1
    }
    return true
  }

  /// The place in its block of a document that was found among the bits of a bitmap.
  mutating func findIndex(in bytes: RawSpan) {
    index = block.rank(of: place, in: bytes)
  }

  /// Puts the documents of the block before the cursor's, from one on, into `documents`.
  mutating func findDocuments(from start: Int, in bytes: RawSpan) throws(Damage) {
    guard !isDecoded else { return }
    makeRoom()
    var place = place
    var other = index - 1
    while other >= start {
      guard let one = block.previousOne(before: place, in: bytes) else { throw damage() }
      place = one
      documents[other] = block.document(at: one, other, in: bytes)
      other -= 1
    }
  }

  private func check(_ range: Range<Int>) throws(Damage) {
    if let offset = checks.firstDamage(in: range) {
      throw Damage(section: .lists, offset: offset, found: "its checksum differs")
    }
  }

  func damage() -> Damage {
    Damage(section: .lists, offset: entry.list.lowerBound, found: "an impossible list")
  }
}
