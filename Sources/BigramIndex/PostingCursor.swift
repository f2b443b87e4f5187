import ByteAccess

/// Walks one posting list, and its positions only where they are asked for.
struct PostingCursor {
  /// The document that the cursor stands on, and its occurrences.
  private(set) var document: UInt32 = 0
  private(set) var frequency: UInt32 = 0

  private var offset: Int
  private let end: Int
  private var positionOffset: Int
  private let positionEnd: Int
  /// Positions of earlier documents that were passed over but not yet skipped.
  private var unread: UInt64 = 0
  private var hasRead = true
  private var isFirst = true
  private let documentCount: UInt64

  init(_ entry: TermEntry, documentCount: Int) {
    offset = entry.postings.lowerBound
    end = entry.postings.upperBound
    positionOffset = entry.positions.lowerBound
    positionEnd = entry.positions.upperBound
    self.documentCount = UInt64(documentCount)
  }

  /// Goes to the next document; false behind the last.
  @inline(__always)
  mutating func next(in bytes: RawSpan) throws(Damage) -> Bool {
    if !hasRead { unread += UInt64(frequency) }
    guard offset < end else { return false }
    let start = offset
    guard let code = bytes.varint(at: &offset) else { throw damage(start) }
    let next = UInt64(document) + code >> 1
    guard next < documentCount, code > 1 || isFirst else { throw damage(start) }
    document = UInt32(truncatingIfNeeded: next)
    isFirst = false
    if code & 1 == 1 {
      frequency = 1
    } else {
      guard let more = bytes.varint(at: &offset), more < UInt64(UInt32.max) - 1 else {
        throw damage(start)
      }
      frequency = UInt32(truncatingIfNeeded: more) + 2
    }
    guard offset <= end else { throw damage(start) }
    hasRead = false
    return true
  }

  /// Appends the positions in the document that the cursor stands on, each less `shift`; those
  /// below `shift` are left out. To be called once a document.
  @inline(__always)
  mutating func readPositions(
    in bytes: RawSpan, shift: UInt32, into positions: inout [UInt32]
  ) throws(Damage) {
    try skipUnread(in: bytes)
    hasRead = true
    var position: UInt64 = 0
    for place in 0..<frequency {
      let start = positionOffset
      guard positionOffset < positionEnd, let delta = bytes.varint(at: &positionOffset),
        delta <= UInt64(UInt32.max), delta > 0 || place == 0
      else { throw Damage(section: .positions, offset: start, found: "an impossible position") }
      position += delta
      guard position <= UInt64(UInt32.max) else {
        throw Damage(section: .positions, offset: start, found: "an impossible position")
      }
      if position >= UInt64(shift) {
        positions.append(UInt32(truncatingIfNeeded: position) - shift)
      }
    }
  }

  /// Passes over as many varints as are unread: eight bytes a step, counting those that end one.
  private mutating func skipUnread(in bytes: RawSpan) throws(Damage) {
    while unread >= 8, positionOffset <= positionEnd - 8,
      let eight = bytes.uint64(at: positionOffset)
    {
      unread -= UInt64((~eight & 0x8080_8080_8080_8080).nonzeroBitCount)
      positionOffset += 8
    }
    while unread > 0 {
      guard positionOffset < positionEnd, let byte = bytes.uint8(at: positionOffset) else {
        throw Damage(section: .positions, offset: positionOffset, found: "too few positions")
      }
      positionOffset += 1
      if byte < 0x80 { unread -= 1 }
    }
  }

  /// Whether the lists were read to their ends, after `next` gave false.
  mutating func isExhausted(
    in bytes: RawSpan, withPositions hasPositions: Bool
  ) throws(Damage) -> Bool {
    guard hasPositions else { return offset == end }
    if !hasRead {
      unread += UInt64(frequency)
      hasRead = true
    }
    try skipUnread(in: bytes)
    return offset == end && positionOffset == positionEnd
  }

  private func damage(_ start: Int) -> Damage {
    Damage(section: .postings, offset: start, found: "an impossible document")
  }
}
