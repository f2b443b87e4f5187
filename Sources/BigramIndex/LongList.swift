import ByteAccess

/// A list that is cut into blocks, as it stands in the file: tables of the blocks, perhaps a bitmap,
/// the blocks.
struct LongList: Sendable {
  let list: Range<Int>
  let documents: Int
  let blockCount: Int
  let isBitmap: Bool
  private let documentCount: Int

  /// - Parameter documentCount: documents of the segment.
  init(_ list: Range<Int>, documents: Int, of documentCount: Int) {
    self.list = list
    self.documents = documents
    self.documentCount = documentCount
    blockCount = (documents + ListCoding.blockSize - 1) / ListCoding.blockSize
    isBitmap = ListCoding.isBitmap(documents: documents, of: documentCount)
  }

  /// The list of a term; nil for a short one.
  init?(_ entry: TermEntry, in segment: Segment) {
    guard entry.documents >= ListCoding.longList else { return nil }
    self.init(entry.list, documents: entry.documents, of: segment.documentCount)
  }

  /// The bytes of its tables and of its bitmap.
  var head: Range<Int> {
    let end = tablesEnd + (isBitmap ? (documentCount + 7) / 8 : 0)
    return list.lowerBound..<min(end, list.upperBound)
  }

  /// First byte behind the tables.
  var tablesEnd: Int { list.lowerBound + blockCount * ListCoding.headSize }

  /// The last document of a block; the largest number past the end of the file.
  @inline(__always)
  func last(_ block: Int, in bytes: RawSpan) -> UInt32 {
    bytes.uint32(at: list.lowerBound &+ 4 &* block) ?? .max
  }

  @inline(__always)
  func start(_ block: Int, in bytes: RawSpan) -> Int? {
    bytes.uint32(at: list.lowerBound &+ 4 &* (blockCount &+ block)).map { Int($0) }
  }

  /// The largest share of a document in a block, in 255ths.
  @inline(__always)
  func weight(_ block: Int, in bytes: RawSpan) -> UInt8 {
    bytes.uint8(at: list.lowerBound &+ 8 &* blockCount &+ block) ?? 255
  }

  /// The place of a block; nil where the bytes are none of a list.
  func block(_ number: Int, in bytes: RawSpan) -> PostingBlock? {
    guard number >= 0, number < blockCount, tablesEnd <= list.upperBound,
      let start = start(number, in: bytes)
    else { return nil }
    let end = number + 1 < blockCount ? self.start(number + 1, in: bytes) ?? 0 : list.count
    let last = last(number, in: bytes)
    let previous = number == 0 ? nil : self.last(number - 1, in: bytes)
    guard start <= end, end <= list.count, Int(last) < documentCount, previous ?? 0 <= last,
      previous != last
    else { return nil }
    let first = previous.map { $0 &+ 1 } ?? 0
    let size = min(ListCoding.blockSize, documents - number * ListCoding.blockSize)
    let (begin, stop) = (list.lowerBound + start, list.lowerBound + end)
    guard isBitmap else {
      let block = PostingBlock(size: size, first: first, last: last, start: begin)
      guard block.pieces.lowerBound <= stop else { return nil }
      var whole = block
      whole.pieces = block.pieces.lowerBound..<stop
      return whole
    }
    guard tablesEnd + (documentCount + 7) / 8 <= begin else { return nil }
    return PostingBlock(
      size: size, first: first, last: last, start: begin, end: stop, bitmap: tablesEnd)
  }

  /// The first block, from one on, whose last document is not before a document: steps that double,
  /// then halving.
  func block(notBefore target: UInt32, from start: Int, in bytes: RawSpan) -> Int {
    var low = start
    guard low < blockCount, last(low, in: bytes) < target else { return low }
    var step = 1
    while low &+ step < blockCount, last(low &+ step, in: bytes) < target {
      low &+= step
      step &*= 2
    }
    var high = min(low &+ step, blockCount)
    low &+= 1
    while low < high {
      let middle = (low &+ high) / 2
      if last(middle, in: bytes) < target { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
