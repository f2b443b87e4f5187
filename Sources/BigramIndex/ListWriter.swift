import ByteAccess

/// Writes posting lists behind one another; FORMAT.md describes them.
struct ListWriter {
  private(set) var bits = BitWriter()
  /// By document: tokens, and positions.
  private let lengths: [UInt32]
  private let extents: [UInt32]
  private let average: Double
  private var long = LongListParts()

  init(lengths: [UInt32], extents: [UInt32], tokens: Int) {
    self.lengths = lengths
    self.extents = extents
    average = Double(tokens) / Double(max(1, lengths.count))
  }

  /// Takes away what is written so far, but for the last few bytes.
  mutating func takeWholeWords() -> [UInt64] { bits.takeWholeWords() }

  /// Bytes written so far; every list begins at a whole byte.
  var byteCount: Int { bits.bitCount >> 3 }

  mutating func append(_ list: borrowing OccurrenceList) {
    if list.count < ListCoding.longList {
      appendShort(list)
    } else {
      appendLong(list)
    }
    bits.align()
  }

  private mutating func appendShort(_ list: borrowing OccurrenceList) {
    let parameter = ListCoding.gapParameter(documents: list.count, of: lengths.count)
    // In most lists every document has the term once.
    let isPlain = (0..<list.count).allSatisfy { list.frequency($0) == 1 }
    bits.append(isPlain ? 1 : 0, width: 1)
    var next: UInt32 = 0
    for index in 0..<list.count {
      let document = list.document(index)
      bits.append(rice: UInt64(document - next), parameter: parameter)
      if !isPlain { bits.append(gamma: UInt64(list.frequency(index))) }
      next = document + 1
    }
    guard list.hasPositions else { return }
    var place = 0
    for index in 0..<list.count {
      Self.appendPositions(index, of: list, extents, from: &place, to: &bits)
    }
  }

  /// A static function: one of the value itself would copy the bits at every call.
  private static func appendPositions(
    _ index: Int, of list: borrowing OccurrenceList, _ extents: [UInt32], from place: inout Int,
    to bits: inout BitWriter
  ) {
    let frequency = list.frequency(index)
    let coding = PositionCoding(
      frequency: frequency, extent: Int(extents[Int(list.document(index))]))
    coding.append(list, from: place, to: &bits)
    place += Int(frequency)
  }

  private mutating func appendLong(_ list: borrowing OccurrenceList) {
    let isBitmap = ListCoding.isBitmap(documents: list.count, of: lengths.count)
    long.removeAll()
    if isBitmap { long.body.append(bitmapOf: list, count: lengths.count) }
    var place = 0
    var start = 0
    while start < list.count {
      let range = start..<min(start + ListCoding.blockSize, list.count)
      long.begin(last: list.document(range.upperBound - 1), share: share(of: list, range))
      if !isBitmap {
        let first = start == 0 ? 0 : list.document(start - 1) + 1
        long.body.append(ordinals: list, range, from: first)
      }
      appendPieces(of: list, range, from: &place)
      start = range.upperBound
    }
    long.finish(to: &bits)
  }

  private func share(of list: borrowing OccurrenceList, _ range: Range<Int>) -> Double {
    var share = 0.0
    for index in range {
      share = max(
        share,
        BlockWeight.share(
          frequency: list.frequency(index),
          length: lengths[Int(list.document(index))], average: average))
    }
    return share
  }

  /// Appends frequencies and positions of a block, piece by piece.
  private mutating func appendPieces(
    of list: borrowing OccurrenceList, _ range: Range<Int>, from place: inout Int
  ) {
    let hasPositions = list.hasPositions
    long.pieces.removeAll()
    var starts: [Int] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let piece = start..<min(start + ListCoding.pieceSize, range.upperBound)
      if start > range.lowerBound { starts.append(long.pieces.bitCount) }
      var flags: UInt64 = 0
      for index in piece where list.frequency(index) > 1 {
        flags |= 1 << UInt64(index - piece.lowerBound)
      }
      long.pieces.append(flags, width: piece.count)
      for index in piece where list.frequency(index) > 1 {
        long.pieces.append(gamma: UInt64(list.frequency(index) - 1))
      }
      if hasPositions {
        for index in piece {
          Self.appendPositions(index, of: list, extents, from: &place, to: &long.pieces)
        }
      }
      start = piece.upperBound
    }
    if hasPositions {
      let bytes = (long.pieces.bitCount + 7) / 8
      let width = 2 * starts.count + bytes < ListCoding.widePieces ? 16 : 32
      for start in starts { long.body.append(UInt64(start), width: width) }
    }
    long.body.append(long.pieces)
    long.body.align()
  }
}

/// A long list in the making.
private struct LongListParts {
  /// Bitmap and blocks.
  var body = BitWriter()
  /// Frequencies and positions of one block.
  var pieces = BitWriter()
  /// Of each block its last document, where it begins in `body`, its largest share.
  private var lasts: [UInt32] = []
  private var starts: [Int] = []
  private var weights: [UInt8] = []

  mutating func removeAll() {
    body.removeAll()
    lasts.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
  }

  mutating func begin(last: UInt32, share: Double) {
    lasts.append(last)
    starts.append(body.bitCount >> 3)
    weights.append(BlockWeight.byte(ofShare: share))
  }

  /// Writes the tables of the blocks and what stands behind them.
  func finish(to bits: inout BitWriter) {
    for last in lasts { bits.append(UInt64(last), width: 32) }
    let size = lasts.count * ListCoding.headSize
    for start in starts {
      bits.append(UInt64(UInt32(truncatingIfNeeded: size + start)), width: 32)
    }
    for weight in weights { bits.append(UInt64(weight), width: 8) }
    bits.append(body)
  }
}

extension BitWriter {
  /// Appends one bit for each document of a segment, up to a whole byte.
  fileprivate mutating func append(bitmapOf list: borrowing OccurrenceList, count: Int) {
    var word: UInt64 = 0
    var start = 0
    for index in 0..<list.count {
      let document = list.document(index)
      while Int(document) >= start + 32 {
        append(word, width: 32)
        word = 0
        start += 32
      }
      word |= 1 << UInt64(Int(document) - start)
    }
    while count - start > 32 {
      append(word, width: 32)
      word = 0
      start += 32
    }
    append(word, width: count - start)
    align()
  }

  /// Appends ordinals as high bits in unary, up to a whole byte, and low bits, likewise.
  ///
  /// - Parameter first: the least that the first of them could be.
  fileprivate mutating func append(
    ordinals list: borrowing OccurrenceList, _ range: Range<Int>, from first: UInt32
  ) {
    let width = ListCoding.lowWidth(
      documents: range.count, span: list.document(range.upperBound - 1) - first)
    var high: UInt32 = 0
    for index in range {
      let next = (list.document(index) - first) >> UInt32(width)
      append(unary: Int(next - high))
      high = next
    }
    align()
    let mask: UInt32 = 1 << UInt32(width) - 1
    for index in range { append(UInt64((list.document(index) - first) & mask), width: width) }
    align()
  }
}
