import ByteAccess

/// Writes the term of a token and those of the pairs that begin with it.
struct PairGrouping {
  private let documentStarts: [UInt32]
  private let codes: [UInt32]
  private let pairs: PairSeconds
  /// By rank of the second token: how many records have it, then where they go; zero in between.
  private var counts: [UInt32]
  private var seconds: [UInt32] = []
  private var met: RankSet
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
    pairs = PairSeconds(codes: ranks.codes)
    counts = [UInt32](repeating: 0, count: ranks.codes.count)
    met = RankSet(limit: ranks.codes.count)
  }

  mutating func append(
    _ records: ArraySlice<UInt64>, of rank: Int, to serializer: inout SegmentSerializer
  ) throws(FileError) {
    let code = codes[rank]
    let kind = Term.kind(ofCode: code)
    seconds.removeAll(keepingCapacity: true)
    let isSecond = pairs.test(after: kind)
    Self.count(records.span, isSecond, &counts, &met)
    met.drain(into: &seconds)
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
        records.span, hasPositions: kind == .word, isSecond, documentStarts, &counts, &grouped,
        &documents, &frequencies, &positions)
    }
    swap(&list, &self.list)
    swap(&counts, &self.counts)
    swap(&grouped, &self.grouped)
    try serializer.append(Term(code, 0), self.list)
    try appendPairs(code, to: &serializer)
  }

  /// Takes the documents of the records, and puts those that begin a pair with others of the same
  /// second token. With spans, since the arrays would be asked at every step whose they are.
  ///
  /// - Returns: the number of documents.
  private static func group(
    _ records: Span<UInt64>, hasPositions: Bool, _ isSecond: PairSeconds.Test,
    _ documentStarts: [UInt32], _ counts: inout [UInt32], _ grouped: inout [UInt64],
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
      if hasPositions { positions[number] = index &- start }
      let second = Int(truncatingIfNeeded: record & 0xFFFF_FFFF)
      if isSecond(second) {
        let place = counts[second]
        grouped[Int(place)] = UInt64(document) << 32 | UInt64(index &- start)
        counts[second] = place &+ 1
      }
    }
    return found + 1
  }

  /// Counts the tokens that make a pair with one token before them.
  private static func count(
    _ records: Span<UInt64>, _ isSecond: PairSeconds.Test, _ counts: inout [UInt32],
    _ met: inout RankSet
  ) {
    var counts = counts.mutableSpan
    for number in records.indices {
      let second = Int(truncatingIfNeeded: records[number] & 0xFFFF_FFFF)
      guard isSecond(second) else { continue }
      if counts[second] == 0 { met.insert(second) }
      counts[second] &+= 1
    }
  }

  private mutating func appendPairs(
    _ code: UInt32, to serializer: inout SegmentSerializer
  ) throws(FileError) {
    var place = 0
    let grouped = grouped
    for second in seconds {
      let end = Int(counts[Int(second)])
      counts[Int(second)] = 0
      let term = Term(code, codes[Int(second)])
      if end - place == 1 {
        serializer.append(
          term, onlyIn: UInt32(grouped[place] >> 32),
          at: UInt32(truncatingIfNeeded: grouped[place]))
      } else {
        let range = place..<end
        list.fill(upTo: range.count, hasPositions: true) { documents, frequencies, positions in
          Self.split(grouped.span, range, &documents, &frequencies, &positions)
        }
        try serializer.append(term, list)
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

  /// Takes documents, frequencies and positions from some records, which are in order.
  ///
  /// - Returns: the number of documents.
  @inline(__always)
  private static func split(
    _ records: Span<UInt64>, _ range: Range<Int>, _ documents: inout MutableSpan<UInt32>,
    _ frequencies: inout MutableSpan<UInt32>, _ positions: inout MutableSpan<UInt32>
  ) -> Int {
    var found = -1
    var last = UInt32.max
    for index in range {
      let document = UInt32(truncatingIfNeeded: records[index] >> 32)
      positions[index &- range.lowerBound] = UInt32(truncatingIfNeeded: records[index])
      if document == last {
        frequencies[found] &+= 1
      } else {
        last = document
        found &+= 1
        documents[found] = document
        frequencies[found] = 1
      }
    }
    return found + 1
  }
}
