import ByteAccess

/// Reading a posting list only where it can matter.
extension Segment {
  /// How a phrase is answered.
  package enum Answer: Sendable {
    /// It is in no document.
    case nowhere
    /// By the list of one term alone.
    case term(TermEntry)
    /// By several lists, or by stored tokens.
    case several
  }

  /// How a phrase is answered here.
  package func answer(to phrase: Phrase) throws(IndexError) -> Answer {
    guard phrase.count == 1 || phrase.count == 2 else { return .several }
    guard let first = code(of: phrase, at: 0) else { return .nowhere }
    var second: UInt32 = 0
    if phrase.count == 2 {
      guard let code = code(of: phrase, at: 1) else { return .nowhere }
      guard Term.isPair(Term.kind(ofCode: first), Term.kind(ofCode: code)) else { return .several }
      second = code
    }
    return try entry(of: Term(first, second)).map { .term($0) } ?? .nowhere
  }

  /// Calls `body` with the documents and frequencies of a term, block by block in order.
  ///
  /// - Parameter isWanted: whether to read a block, whose documents have at most this share; see
  ///   `BlockWeight`.
  package func forEachBlock(
    of entry: TermEntry, where isWanted: (Double) -> Bool,
    _ body: (_ documents: ArraySlice<UInt32>, _ frequencies: ArraySlice<UInt32>) -> Void
  ) throws(IndexError) {
    try reading { bytes throws(Damage) in
      var cursor = PostingCursor(entry, of: self)
      for block in 0..<cursor.blockCount where isWanted(cursor.largestShare(of: block, in: bytes)) {
        try cursor.read(block, in: bytes)
        try cursor.withBlock(in: bytes, body)
      }
    }
  }

  /// Tokens of a document on average.
  package var averageLength: Double { Double(tokenCount) / Double(max(1, documentCount)) }
}
