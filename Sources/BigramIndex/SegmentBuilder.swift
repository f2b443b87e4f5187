import ByteAccess
import TextFolding

/// A segment in the making: documents come in, a file goes out.
package struct SegmentBuilder: Sendable {
  /// Most documents and positions that one segment takes.
  package static let documentLimit = 1 << 28
  package static let occurrenceLimit = 1 << 30

  /// How many attributes each document has.
  package let attributeCount: Int
  private var parts: SegmentParts
  private var tokens = TokenNumbers()
  /// Number of the token at each position of all documents, one behind another; 0 at the end of a
  /// line and behind each document.
  private var sequence: [UInt32] = []
  /// Where each document begins in `sequence`, and its end.
  private var documentStarts: [UInt32] = [0]

  /// - Parameter expectedBytes: about how many bytes of UTF-8 will come, where that is known.
  package init(attributeCount: Int, expectedBytes: Int = 0) {
    self.attributeCount = attributeCount
    parts = SegmentParts(attributeCount: attributeCount)
    guard expectedBytes > 1 << 22 else { return }
    // Chinese text has a token for each three bytes, other text fewer.
    sequence.reserveLargePages(expectedBytes / 2)
  }

  package var documentCount: Int { parts.lengths.count }
  package var isEmpty: Bool { documentCount == 0 }

  /// About how many bytes of memory it holds, and will hold while it is written.
  package var memory: Int {
    sequence.count * 10 + tokens.scalars.count * 8 + tokens.tokens.count * 64
  }

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - attributes: as many as `attributeCount`; missing ones are 0.
  ///   - id: what `bigram` calls it; empty for none.
  package mutating func add(
    _ stream: TokenStream, attributes: [UInt32] = [], id: String = ""
  ) throws(IndexError) {
    guard documentCount < Self.documentLimit,
      sequence.count + 2 * stream.count < Self.occurrenceLimit
    else {
      throw .tooLarge(what: "\(documentCount + 1) documents", limit: Self.documentLimit)
    }
    let start = sequence.count
    addTokens(of: stream)
    parts.close(
      length: stream.count, positions: sequence.count - start, attributes: attributes, id: id)
    sequence.append(0)
    documentStarts.append(UInt32(sequence.count))
  }

  private mutating func addTokens(of stream: TokenStream) {
    let start = sequence.count
    sequence.append(contentsOf: repeatElement(0, count: stream.count + stream.lineStarts.count))
    Self.write(stream, &tokens, &sequence, from: start)
  }

  /// Writes the numbers of tokens over zeros; with spans, since arrays would be asked at every step
  /// whose they are.
  private static func write(
    _ stream: TokenStream, _ tokens: inout TokenNumbers, _ sequence: inout [UInt32],
    from start: Int
  ) {
    var sequence = sequence.mutableSpan
    let starts = stream.starts.span
    let scalars = stream.scalars.span
    var place = start
    var nextLine = 0
    var lineStart = stream.lineStarts.first ?? .max
    for index in 0..<stream.count {
      if lineStart == UInt32(truncatingIfNeeded: index) {
        nextLine += 1
        lineStart = nextLine < stream.lineStarts.count ? stream.lineStarts[nextLine] : .max
        place += 1
      }
      sequence[place] = tokens.note(starts, scalars, index)
      place += 1
    }
  }

  /// The file's bytes.
  package func encode() -> [UInt8] {
    var builder = self
    let memory = MemorySink()
    // Memory takes all bytes.
    try? builder.finish(to: memory)
    return memory.bytes
  }

  /// Writes the file; what is done with is given up on the way, so that the builder is of no use any
  /// more.
  mutating func finish(to sink: any ByteSink) throws(FileError) {
    var serializer = try SegmentSerializer(parts: parts, to: sink)
    let ranks = TokenRanks(tokens)
    for number in ranks.words { serializer.append(word: tokens.scalars(of: number)) }
    // From here on it holds ranks.
    Self.replace(&sequence, by: ranks.ranks.span)
    let threshold = CommonString.threshold(of: documentCount)
    let marks = try appendTerms(ranks, threshold, to: &serializer)
    appendStrings(at: marks, ranks, threshold, to: &serializer)
    let text = StoredTextWriter(tokens, ranks)
    try serializer.finish { file throws(FileError) in
      try text.write(sequence, documentStarts: documentStarts, to: &file)
    }
  }

  private func appendStrings(
    at marks: PlaceMarks, _ ranks: TokenRanks, _ threshold: Int,
    to serializer: inout SegmentSerializer
  ) {
    let finder = CommonStringFinder(
      sequence, documentStarts: documentStarts, codes: ranks.codes, threshold: threshold)
    for (string, list) in finder.strings(at: marks) { serializer.append(string, list) }
  }

  /// By number how often it stands in a sequence.
  private static func counts(of sequence: Span<UInt32>, below limit: Int) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: limit)
    var span = counts.mutableSpan
    for place in sequence.indices { span[Int(sequence[place])] &+= 1 }
    return counts
  }

  private static func replace(_ numbers: inout [UInt32], by table: Span<UInt32>) {
    var numbers = numbers.mutableSpan
    for place in numbers.indices { numbers[place] = table[Int(numbers[place])] }
  }

  /// - Returns: places of pairs in so many documents.
  private func appendTerms(
    _ ranks: TokenRanks, _ threshold: Int, to serializer: inout SegmentSerializer
  ) throws(FileError) -> PlaceMarks {
    var grouping = PairGrouping(
      documentStarts: documentStarts, ranks: ranks, threshold: threshold)
    // A few sorts of some tokens each take a part of the memory of one of all.
    var occurrences = TokenOccurrences()
    let counts = Self.counts(of: sequence.span, below: ranks.codes.count)
    let groups = TokenOccurrences.groups(counts: counts, size: max(1 << 22, sequence.count / 8))
    for group in groups {
      occurrences.sort(sequence, counts: counts, in: group)
      for rank in group {
        try grouping.append(occurrences.records(of: rank), of: rank, to: &serializer)
      }
    }
    return grouping.marks
  }
}
