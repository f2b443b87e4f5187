import ByteAccess

/// Frequencies and positions.
extension PostingCursor {
  /// The bit behind the list.
  private var listEnd: Int { entry.list.upperBound &* 8 }

  /// Occurrences in the document that the cursor stands on.
  @inline(__always)
  mutating func frequency(in bytes: RawSpan) throws(Damage) -> UInt32 {
    if long != nil {
      if index < 0 { findIndex(in: bytes) }
      if piecesRead >> UInt32(index >> 4) & 1 == 0 {
        if entry.term.hasPositions {
          try readPiece(index >> 4, in: bytes)
        } else {
          try readFrequencies(in: bytes)
        }
      }
    }
    return frequencies[index]
  }

  /// Reads the frequencies of all documents of the block.
  mutating func readFrequencies(in bytes: RawSpan) throws(Damage) {
    guard long != nil else { return }
    let pieces = (block.size + ListCoding.pieceSize - 1) / ListCoding.pieceSize
    for piece in 0..<pieces where piecesRead >> UInt32(piece) & 1 == 0 {
      try readPiece(piece, in: bytes)
    }
  }

  /// Reads the frequencies of a piece, behind which its positions stand. Without positions, pieces
  /// are read one behind another.
  mutating func readPiece(_ piece: Int, in bytes: RawSpan) throws(Damage) {
    if frequencies.isEmpty {
      frequencies = [UInt32](repeating: 1, count: ListCoding.blockSize)
    }
    let start = piece * ListCoding.pieceSize
    if entry.term.hasPositions {
      reader.position = try self.start(ofPiece: piece, in: bytes)
    } else if piece == 0 {
      reader.position = block.pieces.lowerBound * 8
    }
    let count = min(ListCoding.pieceSize, block.size - start)
    guard Self.read(&frequencies, start..<start + count, &reader, in: bytes),
      reader.position <= block.pieces.upperBound * 8
    else { throw damage() }
    piecesRead |= 1 << UInt32(piece)
    positionIndex = start
  }

  /// Reads a bit for each frequency, and then those that are not 1.
  ///
  /// - Returns: false where one of them is none.
  private static func read(
    _ frequencies: inout [UInt32], _ range: Range<Int>, _ reader: inout BitReader, in bytes: RawSpan
  ) -> Bool {
    var span = frequencies.mutableSpan
    var flags = reader.bits(range.count, in: bytes)
    for place in range { span[place] = 1 }
    while flags != 0 {
      let frequency = reader.gamma(in: bytes) &+ 1
      guard frequency > 1 else { return false }
      span[range.lowerBound &+ flags.trailingZeroBitCount] = UInt32(truncatingIfNeeded: frequency)
      flags &= flags &- 1
    }
    return true
  }

  /// The bit at which a piece of a list with positions begins.
  @inline(__always)
  private func start(ofPiece piece: Int, in bytes: RawSpan) throws(Damage) -> Int {
    let others = (block.size - 1) / ListCoding.pieceSize
    let isWide = block.pieces.count >= ListCoding.widePieces
    let table = block.pieces.lowerBound
    let begin = (table + others * (isWide ? 4 : 2)) * 8
    guard piece > 0 else { return begin }
    let start =
      isWide
      ? bytes.uint32(at: table + 4 * piece - 4).map { Int($0) }
      : bytes.uint16(at: table + 2 * piece - 2).map { Int($0) }
    guard let start, begin + start < block.pieces.upperBound * 8 else { throw damage() }
    return begin + start
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
    let frequency = try goToPositions(in: bytes)
    let coding = PositionCoding(
      frequency: frequency, extent: sizes.extent(of: document, in: bytes))
    let start = reader.position
    reader.position &+= coding.bitCount
    if frequency == 1 {
      let position = BitReader(position: start).first(coding.lowWidth, in: bytes)
      if position >= shift { positions.append(position - shift) }
      return
    }
    guard
      let found = Self.decode(coding, at: start, before: listEnd, shift, into: &places, in: bytes)
    else { throw damage() }
    positions.append(contentsOf: places[..<found])
  }

  /// Like `readPositions`, but from the start of an array that has room for one number.
  ///
  /// - Returns: how many numbers there are now.
  mutating func readStarts(
    in bytes: RawSpan, shift: UInt32, into starts: inout [UInt32]
  ) throws(Damage) -> Int {
    let position: UInt32
    if let once = entry.once {
      position = once.position
    } else {
      let frequency = try goToPositions(in: bytes)
      let coding = PositionCoding(
        frequency: frequency, extent: sizes.extent(of: document, in: bytes))
      let start = reader.position
      reader.position &+= coding.bitCount
      if frequency > 1 {
        guard
          let count = Self.decode(
            coding, at: start, before: listEnd, shift, into: &starts, in: bytes)
        else { throw damage() }
        return count
      }
      position = BitReader(position: start).first(coding.lowWidth, in: bytes)
    }
    guard position >= shift else { return 0 }
    starts[0] = position - shift
    return 1
  }

  /// Writes several positions less `shift` from the start of an array; those below `shift` are left
  /// out.
  ///
  /// - Parameter end: the bit that they end before.
  /// - Returns: how many they are; nil where they do not end, are not ascending or not in the document.
  private static func decode(
    _ coding: PositionCoding, at start: Int, before end: Int, _ shift: UInt32,
    into starts: inout [UInt32], in bytes: RawSpan
  ) -> Int? {
    let count = Int(coding.frequency)
    guard start &+ coding.bitCount <= end else { return nil }
    if starts.count < count {
      starts.append(contentsOf: repeatElement(0, count: count - starts.count))
    }
    let last = OrdinalKernel.decode(
      high: start, low: start &+ coding.highCount, lowWidth: coding.lowWidth, count: count,
      first: 0 &- shift, into: &starts, in: bytes)
    guard let last, last < UInt64(coding.extent) else { return nil }
    // Those below are now behind all others.
    var below = 0
    while below < count, starts[below] >= 0 &- shift, shift > 0 { below &+= 1 }
    if below > 0 {
      for place in below..<count { starts[place - below] = starts[place] }
    }
    return count - below
  }

  /// Positions that can be decoded and compared in the time in which one is looked for.
  private static let probeCost = 3

  /// Of some ascending numbers keeps those that `readPositions` would append.
  ///
  /// - Returns: how many of them, now the first ones.
  mutating func keepPositions(
    in bytes: RawSpan, shift: UInt32, of starts: inout [UInt32], count: Int
  ) throws(Damage) -> Int {
    if let once = entry.once {
      return Self.keep(once.position, shift, &starts, count)
    }
    let frequency = try goToPositions(in: bytes)
    let coding = PositionCoding(
      frequency: frequency, extent: sizes.extent(of: document, in: bytes))
    let begin = reader.position
    reader.position &+= coding.bitCount
    if frequency == 1 {
      let position = BitReader(position: begin).first(coding.lowWidth, in: bytes)
      return Self.keep(position, shift, &starts, count)
    }
    if count &* Self.probeCost < Int(frequency) {
      guard begin &+ coding.bitCount <= listEnd else { throw damage() }
      var probe = PositionProbe(coding, at: begin)
      return probe.keep(&starts, count, shift: shift, in: bytes)
    }
    guard
      let found = Self.decode(coding, at: begin, before: listEnd, shift, into: &places, in: bytes)
    else { throw damage() }
    return Self.keep(places.span, found, &starts, count)
  }

  /// Of some ascending numbers keeps those that are among others.
  ///
  /// - Returns: how many of them, now the first ones.
  private static func keep(
    _ others: Span<UInt32>, _ otherCount: Int, _ starts: inout [UInt32], _ count: Int
  ) -> Int {
    var span = starts.mutableSpan
    var kept = 0
    var place = 0
    var other = 0
    while place < count, other < otherCount {
      let (a, b) = (span[place], others[other])
      if a == b {
        span[kept] = a
        kept &+= 1
      }
      place &+= a <= b ? 1 : 0
      other &+= b <= a ? 1 : 0
    }
    return kept
  }

  /// Keeps the one number that is `position - shift`.
  @inline(__always)
  private static func keep(
    _ position: UInt32, _ shift: UInt32, _ starts: inout [UInt32], _ count: Int
  ) -> Int {
    guard position >= shift else { return 0 }
    for place in 0..<count where starts[place] == position - shift {
      starts[0] = position - shift
      return 1
    }
    return 0
  }

  /// Goes to where the positions in the document stand that the cursor stands on.
  ///
  /// - Returns: how many there are.
  @inline(__always)
  private mutating func goToPositions(in bytes: RawSpan) throws(Damage) -> UInt32 {
    if long != nil {
      if index < 0 { findIndex(in: bytes) }
      let piece = index >> 4
      if piecesRead >> UInt32(piece) & 1 == 0 || positionIndex > index
        || positionIndex >> 4 != piece
      {
        try readPiece(piece, in: bytes)
      }
      if positionIndex < index { try findDocuments(from: positionIndex, in: bytes) }
    }
    if positionIndex < index { try skipAll(through: index, in: bytes) }
    positionIndex = index &+ 1
    return frequencies[index]
  }

  /// All documents and frequencies, of a cursor that was not moved yet.
  mutating func readAll(in bytes: RawSpan) throws(Damage) -> PostingList {
    var list = PostingList()
    list.documents.reserveCapacity(entry.documents)
    list.frequencies.reserveCapacity(entry.documents)
    for block in 0..<blockCount {
      try read(block, in: bytes)
      try readFrequencies(in: bytes)
      list.documents.append(contentsOf: documents[..<self.block.size])
      list.frequencies.append(contentsOf: frequencies[..<self.block.size])
    }
    return list
  }

  /// Gives the documents and frequencies of the block that was read last.
  mutating func withBlock(
    in bytes: RawSpan, _ body: (ArraySlice<UInt32>, ArraySlice<UInt32>) -> Void
  ) throws(Damage) {
    try readFrequencies(in: bytes)
    body(documents[..<block.size], frequencies[..<block.size])
  }

  /// The largest share of a document in a block, at most 1.
  func largestShare(of block: Int, in bytes: RawSpan) -> Double {
    long.map { Double($0.weight(block, in: bytes)) / 255 } ?? 1
  }

  /// Whether pieces of a block stand one behind another and fill it: for `verify`, of a block that
  /// was read.
  mutating func isFilled(in bytes: RawSpan) throws(Damage) -> Bool {
    guard entry.once == nil else { return true }
    guard let long else {
      if entry.term.hasPositions { try skipAll(through: block.size, in: bytes) }
      return (reader.position + 7) / 8 == entry.list.upperBound
    }
    guard entry.term.hasPositions else {
      piecesRead = 0
      try readFrequencies(in: bytes)
      return (reader.position + 7) / 8 == block.pieces.upperBound
    }
    var end: Int?
    for piece in 0..<(block.size + ListCoding.pieceSize - 1) / ListCoding.pieceSize {
      let start = try start(ofPiece: piece, in: bytes)
      guard end ?? start == start else { return false }
      try readPiece(piece, in: bytes)
      try skipAll(through: min(block.size, positionIndex + ListCoding.pieceSize), in: bytes)
      end = reader.position
    }
    return (reader.position + 7) / 8 == block.pieces.upperBound
      && (number > 0 || long.start(0, in: bytes) == bodyStart(long))
  }

  /// Where the first block of a list begins.
  private func bodyStart(_ long: LongList) -> Int {
    long.tablesEnd - long.list.lowerBound + (long.isBitmap ? (sizes.count + 7) / 8 : 0)
  }

  /// Passes the positions of documents of the block up to one.
  private mutating func skipAll(through end: Int, in bytes: RawSpan) throws(Damage) {
    guard positionIndex < end else { return }
    let place = Self.skip(
      documents.span.extracting(positionIndex..<end),
      frequencies.span.extracting(positionIndex..<end), sizes, reader,
      before: listEnd, in: bytes)
    guard let place else { throw damage() }
    reader.position = place
    positionIndex = end
  }

  /// - Returns: the bit behind the positions of some documents; nil where they do not end.
  private static func skip(
    _ documents: Span<UInt32>, _ frequencies: Span<UInt32>, _ sizes: DocumentSizes,
    _ start: BitReader, before end: Int, in bytes: RawSpan
  ) -> Int? {
    var place = start.position
    for index in documents.indices {
      let coding = PositionCoding(
        frequency: frequencies[index], extent: sizes.extent(of: documents[index], in: bytes))
      place &+= coding.bitCount
      guard place <= end else { return nil }
    }
    return place
  }

  /// Whether the cursor stands on the last document of a block.
  var isAtBlockEnd: Bool { index == block.size - 1 }
}
