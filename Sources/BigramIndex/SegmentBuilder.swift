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

  package init(attributeCount: Int) {
    self.attributeCount = attributeCount
    parts = SegmentParts(attributeCount: attributeCount)
  }

  package var documentCount: Int { parts.lengths.count }
  package var isEmpty: Bool { documentCount == 0 }

  /// About how many bytes of memory it holds, and will hold while it is written.
  package var memory: Int {
    sequence.count * 14 + parts.text.count * 4 + tokens.scalars.count * 8
      + tokens.tokens.count * 64
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
    // As local variables they are known to be no one else's.
    var text: [UInt16] = []
    var sequence: [UInt32] = []
    swap(&text, &parts.text)
    swap(&sequence, &self.sequence)
    let starts = stream.starts
    let scalars = stream.scalars
    var nextLine = 0
    var previous: TokenKind?
    for index in 0..<stream.count {
      let (number, kind) = tokens.note(stream, index)
      if nextLine < stream.lineStarts.count, Int(stream.lineStarts[nextLine]) == index {
        nextLine += 1
        sequence.append(0)
        text.append(StoredTokens.lineEnd)
      } else if StoredTokens.needsBlank(between: previous, kind) {
        text.append(StoredTokens.blank)
      }
      sequence.append(number)
      for place in Int(starts[index])..<Int(starts[index + 1]) {
        StoredTokens.append(scalars[place], to: &text)
      }
      previous = kind
    }
    swap(&text, &parts.text)
    swap(&sequence, &self.sequence)
  }

  /// The file's bytes.
  package func encode() -> [UInt8] {
    var builder = self
    return builder.finish()
  }

  /// The file's bytes; what is done with is given up on the way, so that the builder is of no use
  /// any more.
  mutating func finish() -> [UInt8] {
    var serializer = SegmentSerializer(parts: parts)
    let ranks = TokenRanks(tokens)
    for number in ranks.words { serializer.append(word: tokens.scalars(of: number)) }
    // From here on it holds ranks.
    Self.replace(&sequence, by: ranks.ranks.span)
    let threshold = CommonString.threshold(of: documentCount)
    let marks = appendTerms(ranks, threshold, to: &serializer)
    appendStrings(at: marks, ranks, threshold, to: &serializer)
    sequence = []
    return serializer.finish()
  }

  private func appendStrings(
    at marks: PlaceMarks, _ ranks: TokenRanks, _ threshold: Int,
    to serializer: inout SegmentSerializer
  ) {
    let finder = CommonStringFinder(
      sequence, documentStarts: documentStarts, codes: ranks.codes, threshold: threshold)
    for (string, list) in finder.strings(at: marks) { serializer.append(string, list) }
  }

  private static func replace(_ numbers: inout [UInt32], by table: Span<UInt32>) {
    var numbers = numbers.mutableSpan
    for place in numbers.indices { numbers[place] = table[Int(numbers[place])] }
  }

  /// - Returns: places of pairs in so many documents.
  private func appendTerms(
    _ ranks: TokenRanks, _ threshold: Int, to serializer: inout SegmentSerializer
  ) -> PlaceMarks {
    var grouping = PairGrouping(
      documentStarts: documentStarts, ranks: ranks, threshold: threshold)
    // A few sorts of some tokens each take a part of the memory of one of all.
    var occurrences = TokenOccurrences()
    let counts = ranks.numbers.map { tokens.counts[$0] }
    let groups = TokenOccurrences.groups(counts: counts, size: max(1 << 22, sequence.count / 8))
    for group in groups {
      occurrences.sort(sequence, counts: counts, in: group)
      for rank in group {
        grouping.append(occurrences.records(of: rank), of: rank, to: &serializer)
      }
    }
    return grouping.marks
  }
}
