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
    sequence.count * 24 + parts.text.count * 4 + tokens.scalars.count * 8
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
    var serializer = SegmentSerializer(parts: parts)
    let ranks = TokenRanks(tokens)
    for number in ranks.words { serializer.append(word: tokens.scalars(of: number)) }
    let occurrences = TokenOccurrences(
      sequence, counts: tokens.counts, ranks: ranks)
    var grouping = PairGrouping(documentStarts: documentStarts, ranks: ranks)
    for rank in 1..<ranks.codes.count {
      grouping.append(occurrences.next(to: rank), of: rank, to: &serializer)
    }
    return serializer.finish()
  }
}
