import ByteAccess

/// How long the documents of a segment are: two columns of numbers of 0, 1, 2 or 4 bytes, as wide as
/// their largest needs, and for each 64 documents where the first stands if all positions of all
/// documents are counted through, with one between two documents: its *place*.
struct DocumentSizes: Sendable {
  /// Documents of the segment.
  let count: Int
  /// Bits of a place.
  let placeWidth: Int
  private let lengths: Column
  private let breaks: Column
  private let hasBreaks: Bool
  private let starts: Range<Int>
  /// Documents between two entries of `starts`.
  static let startDistance = 64

  /// - Parameters:
  ///   - starts: the section of this name.
  ///   - places: its last number.
  init(
    count: Int, lengths: Range<Int>, breaks: Range<Int>, starts: Range<Int>, places: UInt32
  ) {
    self.count = count
    self.starts = starts
    placeWidth = ListCoding.width(ofNumbersBelow: Int(places))
    self.lengths = Column(lengths, count: count)
    self.breaks = Column(breaks, count: count)
    hasBreaks = !breaks.isEmpty
  }

  /// Tokens of a document; 0 past the last.
  @inline(__always)
  func length(of document: UInt32, in bytes: RawSpan) -> UInt32 {
    Int(document) < count ? lengths.number(Int(document), in: bytes) : 0
  }

  /// Positions of a document, of which the largest is one less; 0 past the last document.
  @inline(__always)
  func extent(of document: UInt32, in bytes: RawSpan) -> Int {
    guard Int(document) < count else { return 0 }
    let positions =
      UInt64(lengths.number(Int(document), in: bytes))
      &+ (hasBreaks ? UInt64(breaks.number(Int(document), in: bytes)) : 0)
    return Int(min(positions, UInt64(UInt32.max)))
  }

  /// Line ends between the tokens of a document.
  func breakCount(of document: UInt32, in bytes: RawSpan) -> UInt32 {
    Int(document) < count ? breaks.number(Int(document), in: bytes) : 0
  }

  /// The document that a place belongs to, and its position there; nil where there is none.
  func document(
    at place: UInt64, in bytes: RawSpan
  ) -> (document: UInt32, position: UInt32)? {
    func start(_ entry: Int) -> UInt64 {
      bytes.uint32(at: starts.lowerBound + 4 * entry).map { UInt64($0) } ?? .max
    }
    // The last entry is where all ends.
    var low = 0
    var high = starts.count / 4 - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if start(middle) <= place { low = middle } else { high = middle }
    }
    var begin = start(low)
    guard begin <= place else { return nil }
    let first = low * Self.startDistance
    for document in first..<max(first, min(count, first + Self.startDistance)) {
      let end =
        begin + UInt64(lengths.number(document, in: bytes))
        + UInt64(breaks.number(document, in: bytes)) + 1
      if place < end { return (UInt32(document), UInt32(truncatingIfNeeded: place - begin)) }
      begin = end
    }
    return nil
  }

  /// Places of documents, and behind them where all ends.
  static func places(lengths: [UInt32], breaks: [UInt32]) -> [UInt32] {
    var places: [UInt32] = [0]
    places.reserveCapacity(lengths.count + 1)
    for (length, breaks) in zip(lengths, breaks) {
      places.append(places[places.count - 1] &+ length &+ breaks &+ 1)
    }
    return places
  }

  /// The section `starts`.
  static func starts(_ places: [UInt32]) -> [UInt32] {
    var starts = stride(from: 0, to: places.count - 1, by: startDistance).map { places[$0] }
    starts.append(places[places.count - 1])
    return starts
  }

  private struct Column {
    private let start: Int
    /// Bytes of a number.
    private let width: Int

    init(_ range: Range<Int>, count: Int) {
      start = range.lowerBound
      width = count > 0 ? range.count / count : 0
    }

    @inline(__always)
    func number(_ index: Int, in bytes: RawSpan) -> UInt32 {
      switch width {
      case 2: UInt32(bytes.uint16(at: start &+ 2 &* index) ?? 0)
      case 1: UInt32(bytes.uint8(at: start &+ index) ?? 0)
      case 4: bytes.uint32(at: start &+ 4 &* index) ?? 0
      default: 0
      }
    }
  }

  /// Calls `body` with numbers as a column: as many bytes for each as the largest needs, none where
  /// all are 0.
  static func withColumn<E: Error>(
    _ numbers: [UInt32], _ body: (RawSpan) throws(E) -> Void
  ) throws(E) {
    switch numbers.max() ?? 0 {
    case 0: break
    case ...0xFF: try numbers.map { UInt8(truncatingIfNeeded: $0) }.withLittleEndianBytes(body)
    case ...0xFFFF: try numbers.map { UInt16(truncatingIfNeeded: $0) }.withLittleEndianBytes(body)
    default: try numbers.withLittleEndianBytes(body)
    }
  }

  /// Whether a section can be such a column.
  static func isColumn(_ bytes: Int, count: Int) -> Bool {
    [0, count, 2 * count, 4 * count].contains(bytes)
  }
}
