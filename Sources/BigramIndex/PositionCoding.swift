import ByteAccess

/// How the positions of a term in one document are written: a single one as it is; several as high
/// bits in unary, then low bits, so that their length follows from their number (Elias, 1974; Fano,
/// 1971).
struct PositionCoding {
  let frequency: UInt32
  /// Positions of the document: each is below.
  let extent: Int
  let lowWidth: Int

  @inline(__always)
  init(frequency: UInt32, extent: Int) {
    self.frequency = frequency
    self.extent = extent
    lowWidth =
      frequency == 1
      ? ListCoding.width(ofNumbersBelow: extent)
      : ListCoding.lowWidth(
        documents: Int(frequency), span: UInt32(truncatingIfNeeded: max(0, extent &- 1)))
  }

  /// Bits of the high bits.
  @inline(__always)
  var highCount: Int {
    frequency == 1 ? 0 : Int(frequency) &+ max(0, extent &- 1) >> lowWidth
  }

  /// Bits in all.
  @inline(__always)
  var bitCount: Int { highCount &+ Int(frequency) &* lowWidth }

  /// Appends positions: ascending, as many as the frequency, all below `extent`.
  ///
  /// - Parameters:
  ///   - list: has them.
  ///   - start: index of the first among its positions.
  func append(_ list: borrowing OccurrenceList, from start: Int, to bits: inout BitWriter) {
    guard frequency > 1 else {
      bits.append(UInt64(list.position(start)), width: lowWidth)
      return
    }
    let end = start + Int(frequency)
    var high: UInt32 = 0
    for index in start..<end {
      let next = list.position(index) >> UInt32(lowWidth)
      bits.append(unary: Int(next - high))
      high = next
    }
    bits.append(zeros: max(0, extent - 1) >> lowWidth - Int(high))
    let mask: UInt32 = 1 << UInt32(lowWidth) - 1
    for index in start..<end { bits.append(UInt64(list.position(index) & mask), width: lowWidth) }
  }
}

extension BitWriter {
  /// Appends as many zeros and a one.
  mutating func append(unary count: Int) {
    append(zeros: count & ~31)
    append(1 << UInt64(count & 31), width: count & 31 + 1)
  }

  mutating func append(zeros count: Int) {
    var rest = count
    while rest > 32 {
      append(0, width: 32)
      rest -= 32
    }
    append(0, width: rest)
  }
}
