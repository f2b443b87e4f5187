/// Writes the term of a token and those of the pairs that begin with it.
struct PairGrouping {
  private let documentStarts: [UInt32]
  private let codes: [UInt32]
  /// By rank of the second token: how many records have it, then where they go; zero in between.
  private var counts: [UInt32]
  private var seconds: [UInt32] = []
  /// Document (above 32 bits) and position of each record, those of one second token together.
  private var grouped: [UInt64] = []
  private var list = OccurrenceList()
  /// Places of pairs of two Han characters that are in at least `threshold` documents.
  private(set) var marks: PlaceMarks
  private let threshold: Int

  init(documentStarts: [UInt32], ranks: TokenRanks, threshold: Int) {
    self.threshold = threshold
    marks = PlaceMarks(count: Int(documentStarts[documentStarts.count - 1]))
    self.documentStarts = documentStarts
    codes = ranks.codes
    counts = [UInt32](repeating: 0, count: ranks.codes.count)
  }

  mutating func append(
    _ records: ArraySlice<UInt64>, of rank: Int, to serializer: inout SegmentSerializer
  ) {
    let code = codes[rank]
    let kind = Term.kind(ofCode: code)
    seconds.removeAll(keepingCapacity: true)
    countSeconds(records, after: kind)
    var place: UInt32 = 0
    for second in seconds {
      let count = counts[Int(second)]
      counts[Int(second)] = place
      place += count
    }
    if grouped.count < Int(place) {
      grouped += [UInt64](repeating: 0, count: Int(place) - grouped.count)
    }
    // As local variables they are known to be no one else's.
    var list = OccurrenceList()
    var counts: [UInt32] = []
    var grouped: [UInt64] = []
    swap(&list, &self.list)
    swap(&counts, &self.counts)
    swap(&grouped, &self.grouped)
    list.fill(upTo: records.count, hasPositions: kind == .word) {
      documents, frequencies, positions in
      Self.group(
        records.span, kind, documentStarts, codes.span, &counts, &grouped, &documents,
        &frequencies, &positions)
    }
    swap(&list, &self.list)
    swap(&counts, &self.counts)
    swap(&grouped, &self.grouped)
    serializer.append(Term(code, 0), self.list)
    appendPairs(code, to: &serializer)
  }

  /// Takes the documents of the records, and puts those that begin a pair with others of the same
  /// second token. With spans, since the arrays would be asked at every step whose they are.
  ///
  /// - Returns: the number of documents.
  private static func group(
    _ records: Span<UInt64>, _ kind: Term.CodeKind, _ documentStarts: [UInt32],
    _ codes: Span<UInt32>, _ counts: inout [UInt32], _ grouped: inout [UInt64],
    _ documents: inout MutableSpan<UInt32>, _ frequencies: inout MutableSpan<UInt32>,
    _ positions: inout MutableSpan<UInt32>
  ) -> Int {
    var counts = counts.mutableSpan
    var grouped = grouped.mutableSpan
    var document = -1
    var end: UInt32 = 0
    var start: UInt32 = 0
    var found = -1
    for number in records.indices {
      let record = records[number]
      let index = UInt32(truncatingIfNeeded: record >> 32)
      if index >= end {
        document = SortedOrdinals.gallop(documentStarts, from: document + 1, to: index + 1) - 1
        start = documentStarts[document]
        end = documentStarts[document + 1]
        found &+= 1
        documents[found] = UInt32(document)
        frequencies[found] = 0
      }
      frequencies[found] &+= 1
      if kind == .word { positions[number] = index &- start }
      let second = Int(truncatingIfNeeded: record & 0xFFFF_FFFF)
      if second != 0, Term.isPair(kind, Term.kind(ofCode: codes[second])) {
        let place = counts[second]
        grouped[Int(place)] = UInt64(document) << 32 | UInt64(index &- start)
        counts[second] = place &+ 1
      }
    }
    return found + 1
  }

  /// Counts the tokens behind one token, and lists them ascending.
  private mutating func countSeconds(_ records: ArraySlice<UInt64>, after kind: Term.CodeKind) {
    for record in records {
      let second = Int(truncatingIfNeeded: record & 0xFFFF_FFFF)
      guard isPair(second, after: kind) else { continue }
      if counts[second] == 0 { seconds.append(UInt32(second)) }
      counts[second] += 1
    }
    seconds.sort()
  }

  /// Whether a token makes a pair with the token before it.
  @inline(__always)
  private func isPair(_ second: Int, after kind: Term.CodeKind) -> Bool {
    second != 0 && Term.isPair(kind, Term.kind(ofCode: codes[second]))
  }

  private mutating func appendPairs(_ code: UInt32, to serializer: inout SegmentSerializer) {
    var place = 0
    for second in seconds {
      let end = Int(counts[Int(second)])
      counts[Int(second)] = 0
      let term = Term(code, codes[Int(second)])
      if end - place == 1 {
        serializer.append(
          term, onlyIn: UInt32(grouped[place] >> 32),
          at: UInt32(truncatingIfNeeded: grouped[place]))
      } else {
        list.removeAll()
        for index in place..<end {
          list.append(
            UInt32(grouped[index] >> 32), position: UInt32(truncatingIfNeeded: grouped[index]))
        }
        serializer.append(term, list)
        if list.count >= threshold, term.kind == .bigram {
          for index in place..<end {
            let document = Int(grouped[index] >> 32)
            marks.insert(
              Int(documentStarts[document]) + Int(truncatingIfNeeded: grouped[index] & 0xFFFF_FFFF))
          }
        }
      }
      place = end
    }
  }
}
