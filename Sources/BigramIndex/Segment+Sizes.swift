import ByteAccess

/// What takes how much room.
extension Segment {
  /// Bytes of positions in the lists, without those of terms that occur once; read by going through
  /// all lists.
  package func positionBytes() throws(IndexError) -> Int {
    var bits = 0
    try forEachTerm { entry, bytes throws(Damage) in
      guard entry.once == nil, entry.term.hasPositions else { return }
      var cursor = PostingCursor(entry, of: self)
      while try cursor.next(in: bytes) {
        let coding = PositionCoding(
          frequency: try cursor.frequency(in: bytes),
          extent: sizes.extent(of: cursor.document, in: bytes))
        bits += coding.bitCount
      }
    }
    return bits / 8
  }
}
