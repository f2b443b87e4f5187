import ByteAccess
import TextFolding

/// Writes the stored tokens of documents, which `StoredTokens` describes, from the ranks of their
/// tokens, so that no text stands in memory beside these.
struct StoredTextWriter {
  /// By rank the token's UTF-16 code units: `units[starts[rank]..<starts[rank + 1]]`.
  private var units: [UInt16] = []
  private var starts: [UInt32] = [0]
  private var kinds: [TokenKind] = []
  /// Code units of the longest token.
  private var longest = 0
  private static let bufferSize = 1 << 18

  init(_ tokens: TokenNumbers, _ ranks: TokenRanks) {
    starts.reserveCapacity(ranks.numbers.count + 1)
    kinds.reserveCapacity(ranks.numbers.count)
    for number in ranks.numbers {
      for scalar in tokens.scalars(of: number) { StoredTokens.append(scalar, to: &units) }
      longest = max(longest, units.count - Int(starts[starts.count - 1]))
      starts.append(UInt32(units.count))
      kinds.append(tokens.tokens[number].kind)
    }
  }

  /// Appends the text of all documents to a file.
  ///
  /// - Parameters:
  ///   - sequence: ranks of the tokens of all documents; 0 at the end of a line and behind each
  ///     document.
  ///   - documentStarts: where each document begins there, and the end of all.
  /// - Returns: by document the byte at which its text begins, and the end of all.
  func write(
    _ sequence: [UInt32], documentStarts: [UInt32], to file: inout SectionWriter
  ) throws(FileError) -> [UInt64] {
    var offsets: [UInt64] = [0]
    offsets.reserveCapacity(documentStarts.count)
    // A token, and a blank or a line end before it.
    let room = longest + 1
    var buffer = [UInt16](repeating: 0, count: max(Self.bufferSize, room))
    var used = 0
    var written = 0
    for document in 0..<documentStarts.count - 1 {
      var place = Int(documentStarts[document])
      let end = Int(documentStarts[document + 1]) - 1
      var previous: TokenKind?
      while true {
        place = Self.append(
          sequence.span, place..<end, units.span, starts.span, kinds.span, room, &previous, &buffer,
          &used)
        if place >= end { break }
        try file.append(Array(buffer[..<used]))
        written += used
        used = 0
      }
      offsets.append(UInt64(2 * (written + used)))
    }
    try file.append(Array(buffer[..<used]))
    return offsets
  }

  /// Appends tokens as long as there is room for the next; with spans, since arrays would be asked at
  /// every step whose they are.
  ///
  /// - Parameters:
  ///   - room: code units that a token can take.
  ///   - previous: kind of the token before; nil at the start of a line.
  /// - Returns: the place of the first that was left.
  private static func append(
    _ sequence: Span<UInt32>, _ range: Range<Int>, _ units: Span<UInt16>, _ starts: Span<UInt32>,
    _ kinds: Span<TokenKind>, _ room: Int, _ previous: inout TokenKind?,
    _ buffer: inout [UInt16], _ used: inout Int
  ) -> Int {
    var buffer = buffer.mutableSpan
    for place in range {
      guard used &+ room <= buffer.count else { return place }
      let rank = Int(sequence[place])
      if rank == 0 {
        buffer[used] = StoredTokens.lineEnd
        used &+= 1
        previous = nil
        continue
      }
      let kind = kinds[rank]
      if StoredTokens.needsBlank(between: previous, kind) {
        buffer[used] = StoredTokens.blank
        used &+= 1
      }
      for unit in Int(starts[rank])..<Int(starts[rank &+ 1]) {
        buffer[used] = units[unit]
        used &+= 1
      }
      previous = kind
    }
    return range.upperBound
  }
}
