import ByteAccess

/// Writes posting lists behind one another; FORMAT.md describes them.
struct ListWriter {
  private(set) var bits = BitWriter()
  /// By document: tokens, and bits of the largest position.
  private let lengths: [UInt32]
  private let widths: [UInt8]
  private let average: Double
  private var block = BitWriter()
  private var heads = ByteWriter()

  init(lengths: [UInt32], widths: [UInt8], tokens: Int) {
    self.lengths = lengths
    self.widths = widths
    average = Double(tokens) / Double(max(1, lengths.count))
  }

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
    var next: UInt32 = 0
    for index in 0..<list.count {
      let document = list.documents[index]
      bits.append(rice: UInt64(document - next), parameter: parameter)
      bits.append(gamma: UInt64(list.frequencies[index]))
      next = document + 1
    }
    guard !list.positions.isEmpty else { return }
    var place = 0
    for index in 0..<list.count {
      Self.appendPositions(index, of: list, widths, from: &place, to: &bits)
    }
  }

  /// A static function: one of the value itself would copy the bits at every call.
  private static func appendPositions(
    _ index: Int, of list: borrowing OccurrenceList, _ widths: [UInt8], from place: inout Int,
    to bits: inout BitWriter
  ) {
    let width = Int(widths[Int(list.documents[index])])
    let frequency = list.frequencies[index]
    if frequency == 1 {
      bits.append(UInt64(list.positions[place]), width: width)
      place += 1
      return
    }
    let parameter = ListCoding.positionParameter(width: width, frequency: frequency)
    var next: UInt32 = 0
    for _ in 0..<frequency {
      let position = list.positions[place]
      bits.append(rice: UInt64(position - next), parameter: parameter)
      next = position + 1
      place += 1
    }
  }

  private mutating func appendLong(_ list: borrowing OccurrenceList) {
    let isBitmap = ListCoding.isBitmap(documents: list.count, of: lengths.count)
    let blocks = (list.count + ListCoding.blockSize - 1) / ListCoding.blockSize
    block.removeAll()
    heads = ByteWriter()
    if isBitmap { appendBitmap(list) }
    var places = [blocks * ListCoding.headSize + block.bitCount / 8]
    var place = 0
    for number in 0..<blocks {
      let start = number * ListCoding.blockSize
      let range = start..<min(start + ListCoding.blockSize, list.count)
      var next = start == 0 ? 0 : list.documents[start - 1] + 1
      var gaps: UInt32 = 0
      var share = 0.0
      if !isBitmap {
        for index in range {
          gaps |= list.documents[index] - next
          next = list.documents[index] + 1
        }
      }
      let width = UInt32.bitWidth - gaps.leadingZeroBitCount
      next = start == 0 ? 0 : list.documents[start - 1] + 1
      if !isBitmap {
        for index in range {
          block.append(UInt64(list.documents[index] - next), width: width)
          next = list.documents[index] + 1
        }
        block.align()
      }
      for index in range {
        block.append(gamma: UInt64(list.frequencies[index]))
        share = max(
          share,
          BlockWeight.share(
            frequency: list.frequencies[index],
            length: lengths[Int(list.documents[index])], average: average))
      }
      block.align()
      let positions = blocks * ListCoding.headSize + block.bitCount / 8
      if !list.positions.isEmpty {
        for index in range {
          Self.appendPositions(index, of: list, widths, from: &place, to: &block)
        }
        block.align()
      }
      heads.append(list.documents[range.upperBound - 1])
      heads.append(UInt32(truncatingIfNeeded: places[number]))
      heads.append(UInt32(truncatingIfNeeded: positions))
      heads.append(UInt8(width))
      heads.append(BlockWeight.byte(ofShare: share))
      places.append(blocks * ListCoding.headSize + block.bitCount / 8)
    }
    for byte in heads.bytes { bits.append(UInt64(byte), width: 8) }
    bits.append(block)
  }

  /// One bit for each document of the segment.
  private mutating func appendBitmap(_ list: borrowing OccurrenceList) {
    var word: UInt64 = 0
    var start = 0
    for document in list.documents {
      while Int(document) >= start + 32 {
        block.append(word, width: 32)
        word = 0
        start += 32
      }
      word |= 1 << UInt64(Int(document) - start)
    }
    let rest = lengths.count - start
    if rest >= 32 {
      block.append(word, width: 32)
      start += 32
      while lengths.count - start >= 32 {
        block.append(0, width: 32)
        start += 32
      }
      word = 0
    }
    block.append(word, width: lengths.count - start)
    block.align()
  }
}
