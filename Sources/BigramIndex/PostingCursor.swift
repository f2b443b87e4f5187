import ByteAccess

/// Walks one posting list block by block, and reads frequencies and positions only where they are
/// asked for.
struct PostingCursor {
  /// The document that the cursor stands on.
  private(set) var document: UInt32 = 0

  private let entry: TermEntry
  private let segment: Segment
  private let documentCount: Int
  private let widths: Int
  private let isLong: Bool
  let blockCount: Int
  /// Documents of the block that was read last, its first `size` entries.
  private var documents: [UInt32]
  private var size = 0
  private var block = -1
  private var index = -1
  private var frequencies: [UInt32] = []
  private var hasFrequencies = false
  /// Where the block's frequencies begin, and then its positions.
  private var reader = BitReader(position: 0)
  /// The document of the block whose positions the reader stands before.
  private var positionIndex = 0

  init(_ entry: TermEntry, of segment: Segment) {
    self.entry = entry
    self.segment = segment
    documentCount = segment.documentCount
    widths = segment.range(of: .positionWidths).lowerBound
    isLong = entry.documents >= ListCoding.longList
    blockCount = (entry.documents + ListCoding.blockSize - 1) / ListCoding.blockSize
    documents = [UInt32](repeating: 0, count: min(entry.documents, ListCoding.blockSize))
  }

  /// Goes to the next document; false behind the last.
  @inline(__always)
  mutating func next(in bytes: RawSpan) throws(Damage) -> Bool {
    index += 1
    if index >= size {
      guard block + 1 < blockCount else {
        index = size
        return false
      }
      try read(block + 1, in: bytes)
    }
    document = documents[index]
    return true
  }

  /// All documents and frequencies, of a cursor that was not moved yet.
  mutating func readAll(in bytes: RawSpan) throws(Damage) -> PostingList {
    var list = PostingList()
    list.documents.reserveCapacity(entry.documents)
    list.frequencies.reserveCapacity(entry.documents)
    for block in 0..<blockCount {
      try read(block, in: bytes)
      if !hasFrequencies { try readFrequencies(in: bytes) }
      list.documents.append(contentsOf: documents[..<size])
      list.frequencies.append(contentsOf: frequencies[..<size])
    }
    return list
  }

  /// Gives the documents and frequencies of the block that was read last.
  mutating func withBlock(
    in bytes: RawSpan, _ body: (ArraySlice<UInt32>, ArraySlice<UInt32>) -> Void
  ) throws(Damage) {
    if !hasFrequencies { try readFrequencies(in: bytes) }
    body(documents[..<size], frequencies[..<size])
  }

  /// The largest share of a document in a block, at most 1.
  func largestShare(of block: Int, in bytes: RawSpan) -> Double {
    guard isLong else { return 1 }
    return Double(bytes.uint8(at: head(block) + 13) ?? 255) / 255
  }

  /// Goes to the first document that is not before one; stays where it is not. False behind the
  /// last.
  mutating func seek(_ target: UInt32, in bytes: RawSpan) throws(Damage) -> Bool {
    if block < 0, try !next(in: bytes) { return false }
    if index < size, document >= target { return true }
    if size == 0 || documents[size - 1] < target {
      let wanted = isLong ? blockNotBefore(target, in: bytes) : blockCount
      guard wanted < blockCount else {
        block = blockCount
        size = 0
        index = 0
        return false
      }
      try read(wanted, in: bytes)
    }
    // The block holds it or a later one.
    var low = index
    var step = 1
    while low + step < size, documents[low + step] < target {
      low += step
      step *= 2
    }
    var high = min(low + step, size - 1)
    while low < high {
      let middle = (low + high) / 2
      if documents[middle] < target { low = middle + 1 } else { high = middle }
    }
    index = low
    document = documents[low]
    return true
  }

  /// The first block behind this one whose last document is not before one.
  private func blockNotBefore(_ target: UInt32, in bytes: RawSpan) -> Int {
    func last(_ block: Int) -> UInt32 { bytes.uint32(at: head(block)) ?? .max }
    var low = block + 1
    var step = 1
    guard low < blockCount, last(low) < target else { return low }
    while low + step < blockCount, last(low + step) < target {
      low += step
      step *= 2
    }
    var high = min(low + step, blockCount)
    low += 1
    while low < high {
      let middle = (low + high) / 2
      if last(middle) < target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  @inline(__always)
  private func head(_ block: Int) -> Int {
    entry.list.lowerBound + ListCoding.headSize * block
  }

  mutating func read(_ block: Int, in bytes: RawSpan) throws(Damage) {
    self.block = block
    index = 0
    positionIndex = 0
    hasFrequencies = false
    if entry.once != nil {
      try readOnce()
    } else if isLong {
      try readLong(block, in: bytes)
    } else {
      try readShort(in: bytes)
    }
  }

  private mutating func readOnce() throws(Damage) {
    guard let once = entry.once, Int(once.document) < documentCount else { throw damage() }
    documents[0] = once.document
    size = 1
    frequencies = [1]
    hasFrequencies = true
  }

  private mutating func readShort(in bytes: RawSpan) throws(Damage) {
    reader = BitReader(position: entry.list.lowerBound * 8)
    size = entry.documents
    frequencies = [UInt32](repeating: 0, count: size)
    let parameter = ListCoding.gapParameter(documents: size, of: documentCount)
    var next: UInt64 = 0
    for place in 0..<size {
      let document = next &+ reader.rice(parameter, in: bytes)
      let frequency = reader.gamma(in: bytes)
      guard document < UInt64(documentCount), frequency > 0 else { throw damage() }
      documents[place] = UInt32(truncatingIfNeeded: document)
      frequencies[place] = UInt32(truncatingIfNeeded: frequency)
      next = document + 1
    }
    guard reader.position <= entry.list.upperBound * 8 else { throw damage() }
    hasFrequencies = true
  }

  private mutating func readLong(_ block: Int, in bytes: RawSpan) throws(Damage) {
    let head = head(block)
    size = min(ListCoding.blockSize, entry.documents - block * ListCoding.blockSize)
    guard let last = bytes.uint32(at: head), let start = bytes.uint32(at: head + 4),
      let width = bytes.uint8(at: head + 12), width <= 32,
      head + ListCoding.headSize <= entry.list.upperBound,
      Int(start) <= entry.list.count, Int(last) < documentCount
    else { throw damage() }
    let previous = block == 0 ? nil : bytes.uint32(at: head - ListCoding.headSize)
    let begin = (entry.list.lowerBound + Int(start)) * 8
    var next = previous.map { UInt64($0) + 1 } ?? 0
    if ListCoding.isBitmap(documents: entry.documents, of: documentCount) {
      try readBitmap(from: Int(next), through: Int(last), in: bytes)
      reader.position = begin
    } else {
      var window = BitReader(position: begin)
      let mask = 1 << UInt64(width) &- 1 as UInt64
      for place in 0..<size {
        next &+= window.window(bytes) & mask
        window.position &+= Int(width)
        documents[place] = UInt32(truncatingIfNeeded: next)
        next &+= 1
      }
      reader.position = (window.position + 7) & ~7
      guard next == UInt64(last) + 1, reader.position <= entry.list.upperBound * 8 else {
        throw damage()
      }
    }
  }

  /// Takes the bits of the documents of one block.
  private mutating func readBitmap(
    from first: Int, through last: Int, in bytes: RawSpan
  ) throws(Damage) {
    let bitmap = head(blockCount)
    guard bitmap + (documentCount + 7) / 8 <= entry.list.upperBound else { throw damage() }
    var place = 0
    var base = first
    while base <= last {
      // As many bits as a window has for certain.
      let count = min(56, last + 1 - base)
      var word =
        BitReader(position: bitmap * 8 + base).window(bytes) & (1 << UInt64(count) - 1)
      while word != 0 {
        guard place < size else { throw damage() }
        documents[place] = UInt32(truncatingIfNeeded: base + word.trailingZeroBitCount)
        place += 1
        word &= word &- 1
      }
      base += count
    }
    guard place == size, documents[size - 1] == UInt32(truncatingIfNeeded: last) else {
      throw damage()
    }
  }

  /// Occurrences in the document that the cursor stands on.
  @inline(__always)
  mutating func frequency(in bytes: RawSpan) throws(Damage) -> UInt32 {
    if !hasFrequencies { try readFrequencies(in: bytes) }
    return frequencies[index]
  }

  private mutating func readFrequencies(in bytes: RawSpan) throws(Damage) {
    if frequencies.count < documents.count {
      frequencies = [UInt32](repeating: 0, count: documents.count)
    }
    for place in 0..<size {
      let frequency = reader.gamma(in: bytes)
      guard frequency > 0 else { throw damage() }
      frequencies[place] = UInt32(truncatingIfNeeded: frequency)
    }
    guard reader.position <= entry.list.upperBound * 8 else { throw damage() }
    reader.position = (reader.position + 7) & ~7
    hasFrequencies = true
  }

  /// Appends the positions in the document that the cursor stands on, each less `shift`; those
  /// below `shift` are left out. To be called at most once a document.
  mutating func readPositions(
    in bytes: RawSpan, shift: UInt32, into positions: inout [UInt32]
  ) throws(Damage) {
    if let once = entry.once {
      if once.position >= shift { positions.append(once.position - shift) }
      return
    }
    if !hasFrequencies { try readFrequencies(in: bytes) }
    while positionIndex < index { try skipPositions(in: bytes) }
    positionIndex = index + 1
    let frequency = frequencies[index]
    let width = Int(bytes.uint8(at: widths + Int(document)) ?? 0) & 63
    if frequency == 1 {
      let position = UInt32(truncatingIfNeeded: reader.bits(min(width, 32), in: bytes))
      if position >= shift { positions.append(position - shift) }
      return
    }
    try checkRest(frequency)
    let parameter = ListCoding.positionParameter(width: min(width, 32), frequency: frequency)
    var next: UInt64 = 0
    for _ in 0..<frequency {
      next &+= reader.rice(min(31, parameter), in: bytes)
      guard next < UInt64(UInt32.max) else { throw damage() }
      if next >= UInt64(shift) { positions.append(UInt32(truncatingIfNeeded: next) - shift) }
      next &+= 1
    }
  }

  private mutating func skipPositions(in bytes: RawSpan) throws(Damage) {
    let width = min(32, Int(bytes.uint8(at: widths + Int(documents[positionIndex])) ?? 0))
    let frequency = frequencies[positionIndex]
    positionIndex += 1
    if frequency == 1 {
      reader.position += width
      return
    }
    try checkRest(frequency)
    let parameter = min(31, ListCoding.positionParameter(width: width, frequency: frequency))
    for _ in 0..<frequency { _ = reader.rice(parameter, in: bytes) }
  }

  /// Every position takes at least a bit.
  private func checkRest(_ count: UInt32) throws(Damage) {
    guard Int(count) <= entry.list.upperBound * 8 - reader.position else { throw damage() }
  }

  /// Whether the block was read to its end and what follows it begins there: for `verify`, after
  /// all positions of the block's last document were read.
  mutating func isExhausted(in bytes: RawSpan) throws(Damage) -> Bool {
    guard entry.once == nil else { return true }
    if !hasFrequencies { try readFrequencies(in: bytes) }
    if entry.term.hasPositions {
      while positionIndex < size { try skipPositions(in: bytes) }
    }
    let end =
      block + 1 < blockCount
      ? entry.list.lowerBound + Int(bytes.uint32(at: head(block + 1) + 4) ?? 0)
      : entry.list.upperBound
    return (reader.position + 7) / 8 == end
  }

  /// Whether the cursor stands on the last document of a block.
  var isAtBlockEnd: Bool { index == size - 1 }

  private func damage() -> Damage {
    Damage(section: .lists, offset: entry.list.lowerBound, found: "an impossible list")
  }
}
