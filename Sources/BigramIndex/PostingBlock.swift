import ByteAccess

/// Where one block of a long list stands in the file, and its documents.
///
/// The documents are ones among bits: of the list's bitmap, whose bit is the ordinal, or of the
/// block's high bits, where `place - index` is what the ordinal has above its low bits.
struct PostingBlock: Sendable {
  /// Documents.
  var size = 0
  /// The least ordinal that could stand in it, and its last.
  var first: UInt32 = 0
  var last: UInt32 = 0
  var isBitmap = false
  /// First bit of the bits.
  var bits = 0
  /// First bit of the low bits, and bits of each ordinal there.
  var low = 0
  var lowWidth = 0
  /// Bytes of frequencies and positions, with the table of the pieces.
  var pieces = 0..<0

  /// A block with documents of its own; it ends behind them for now.
  ///
  /// - Parameter start: where its documents begin in the file.
  init(size: Int, first: UInt32, last: UInt32, start: Int) {
    self.size = size
    self.first = first
    self.last = last
    let span = last &- first
    lowWidth = ListCoding.lowWidth(documents: size, span: span)
    bits = start * 8
    let high = Int(span) >> lowWidth + size
    let lowStart = start + (high + 7) / 8
    low = lowStart * 8
    let end = lowStart + (size * lowWidth + 7) / 8
    pieces = end..<end
  }

  /// - Parameter bitmap: where the list's bitmap begins.
  init(size: Int, first: UInt32, last: UInt32, start: Int, end: Int, bitmap: Int) {
    self.size = size
    self.first = first
    self.last = last
    isBitmap = true
    bits = bitmap * 8
    pieces = start..<end
  }

  init() {}

  /// Reads all documents.
  ///
  /// - Returns: false where they are not ascending up to the last.
  func decode(into documents: inout [UInt32], in bytes: RawSpan) -> Bool {
    isBitmap ? decodeBitmap(&documents, bytes) : decodeOrdinals(&documents, bytes)
  }

  private func decodeOrdinals(_ documents: inout [UInt32], _ bytes: RawSpan) -> Bool {
    OrdinalKernel.decode(
      high: bits, low: low, lowWidth: lowWidth, count: size, first: first, into: &documents,
      in: bytes) == UInt64(last &- first)
  }

  /// Takes the bits of the block's documents out of the bitmap.
  private func decodeBitmap(_ documents: inout [UInt32], _ bytes: RawSpan) -> Bool {
    var index = 0
    var base = Int(first)
    while base <= Int(last) {
      // As many bits as a window has for certain.
      let count = min(56, Int(last) &+ 1 &- base)
      var word = BitReader(position: bits &+ base).window(bytes) & (1 &<< UInt64(count) &- 1)
      while word != 0 {
        guard index < size else { return false }
        documents[index] = UInt32(truncatingIfNeeded: base &+ word.trailingZeroBitCount)
        index &+= 1
        word &= word &- 1
      }
      base &+= count
    }
    return index == size && index > 0 && documents[index - 1] == last
  }

  /// The first document that is not before one, which is not behind the last of the block.
  ///
  /// - Returns: its place among the bits and, except in a bitmap, its index; nil for bits that are
  ///   none of a block.
  func seek(_ target: UInt32, in bytes: RawSpan) -> (place: Int, index: Int)? {
    if isBitmap {
      guard let place = nextOne(from: Int(max(target, first)), in: bytes) else { return nil }
      return place <= Int(last) ? (place, -1) : nil
    }
    let wanted = UInt64(target > first ? target &- first : 0)
    var zeros = Int(wanted >> UInt64(lowWidth))
    let high = zeros
    var place = 0
    if zeros > 0 {
      // Behind as many zeros stand the ordinals with these high bits or higher ones.
      while true {
        guard bits &+ place < low else { return nil }
        let word = BitReader(position: bits &+ place).alignedWord(bytes)
        let count = (~word).nonzeroBitCount
        if count >= zeros {
          place &+= Self.select(~word, zeros) &+ 1
          break
        }
        zeros &-= count
        place &+= 64
      }
    }
    var index = place &- high
    guard index >= 0 else { return nil }
    while index < size {
      guard let one = nextOne(from: place, in: bytes) else { return nil }
      if value(at: one, index, in: bytes) >= wanted { return (one, index) }
      place = one &+ 1
      index &+= 1
    }
    return nil
  }

  /// What the ordinal at a place is above the block's first possible one.
  @inline(__always)
  private func value(at place: Int, _ index: Int, in bytes: RawSpan) -> UInt64 {
    let mask = 1 &<< UInt64(lowWidth) &- 1 as UInt64
    let lowBits =
      BitReader(position: low &+ index &* lowWidth).window(bytes) & mask
    return UInt64(truncatingIfNeeded: place &- index) &<< UInt64(lowWidth) | lowBits
  }

  @inline(__always)
  func document(at place: Int, _ index: Int, in bytes: RawSpan) -> UInt32 {
    isBitmap
      ? UInt32(truncatingIfNeeded: place)
      : first &+ UInt32(truncatingIfNeeded: value(at: place, index, in: bytes))
  }

  /// The first one at a place or behind it.
  @inline(__always)
  private func nextOne(from start: Int, in bytes: RawSpan) -> Int? {
    var place = start
    let end = isBitmap ? bits &+ Int(last) &+ 1 : low
    while bits &+ place < end {
      let window = BitReader(position: bits &+ place).window(bytes)
      if window != 0 { return place &+ window.trailingZeroBitCount }
      place &+= 57
    }
    return nil
  }

  /// The last one before a place; nil where there is none.
  @inline(__always)
  func previousOne(before end: Int, in bytes: RawSpan) -> Int? {
    var end = end
    while end > 0 {
      let start = max(0, end &- 56)
      let window =
        BitReader(position: bits &+ start).window(bytes) & (1 &<< UInt64(end &- start) &- 1)
      if window != 0 { return start &+ 63 &- window.leadingZeroBitCount }
      end = start
    }
    return nil
  }

  /// Documents of a bitmap's block before a place.
  func rank(of place: Int, in bytes: RawSpan) -> Int {
    var count = 0
    var start = Int(first)
    while start < place {
      let width = min(56, place &- start)
      let window =
        BitReader(position: bits &+ start).window(bytes) & (1 &<< UInt64(width) &- 1)
      count &+= window.nonzeroBitCount
      start &+= width
    }
    return count
  }

  /// The place of the n-th one of a word that has as many, n at least 1.
  @inline(__always)
  static func select(_ word: UInt64, _ n: Int) -> Int {
    var rest = word
    var n = n
    var place = 0
    for width in [32, 16, 8] {
      let count = (rest & (1 &<< UInt64(width) &- 1)).nonzeroBitCount
      if count < n {
        n &-= count
        rest &>>= UInt64(width)
        place &+= width
      }
    }
    while n > 1 {
      rest &= rest &- 1
      n &-= 1
    }
    return place &+ rest.trailingZeroBitCount
  }
}
