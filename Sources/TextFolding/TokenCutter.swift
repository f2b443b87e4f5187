/// Folds code points one by one and cuts them into tokens.
///
/// The rule needs one code point of look-ahead: a full stop belongs to a word only between two
/// digits, so it waits for what follows.
struct TokenCutter {
  /// Whether the last token is a word that may grow.
  private var inWord = false
  /// Whether a line end was met since the last token.
  private var lineEnded = false
  /// Where the full stop that waits came from.
  private var waitingStop: Range<UInt32>?
  /// Code points fed so far.
  private var fed: UInt32 = 0

  /// For each folded code point where it came from; nil where nobody asked.
  var sources: SourceMap?

  /// Ranges of fed code points, one a folded code point.
  struct SourceMap: Sendable {
    var starts: [UInt32] = []
    var ends: [UInt32] = []
  }

  private static let fullStop: UInt32 = 0x2E

  /// Goes on behind what a stream holds already, with a line end between.
  mutating func resume(_ stream: TokenStream) { lineEnded = stream.count > 0 }

  mutating func feed(_ scalar: UInt32, into stream: inout TokenStream) {
    let source = fed..<fed + 1
    fed += 1
    let entry = FoldingTable.entry(of: scalar)
    if entry & (1 << 21) != 0 {
      feedSequence(entry, source: source, into: &stream)
      return
    }
    let mapped = entry & 0x1F_FFFF
    take(
      mapped == 0 ? scalar : mapped, CharacterClass(rawValue: entry >> 28) ?? .mark,
      source: source, into: &stream)
  }

  /// Takes a code point that is a Han character and needs no other care, which most are.
  ///
  /// - Returns: whether it was taken; nothing has happened else.
  @inline(__always)
  mutating func feedHan(_ scalar: UInt32, into stream: inout TokenStream) -> Bool {
    let entry = FoldingTable.entry(of: scalar)
    guard entry >> 21 == CharacterClass.han.rawValue << 7, waitingStop == nil, !lineEnded,
      sources == nil
    else { return false }
    fed &+= 1
    inWord = false
    let mapped = entry & 0x1F_FFFF
    stream.scalars.append(mapped == 0 ? scalar : mapped)
    stream.starts.append(UInt32(stream.scalars.count))
    return true
  }

  /// A code point that folds to several.
  private mutating func feedSequence(
    _ entry: UInt32, source: Range<UInt32>, into stream: inout TokenStream
  ) {
    let index = Int(entry & 0x1F_FFFF)
    let isOwnWord = entry & (1 << 22) != 0
    if isOwnWord {
      flushStop(&stream)
      inWord = false
    }
    let bounds =
      Int(FoldingTable.sequenceOffsets[index])..<Int(FoldingTable.sequenceOffsets[index + 1])
    for position in bounds {
      let folded = FoldingTable.sequences[position]
      take(folded, CharacterClass(of: folded), source: source, into: &stream)
    }
    if isOwnWord { inWord = false }
  }

  private mutating func take(
    _ folded: UInt32, _ kind: CharacterClass, source: Range<UInt32>, into stream: inout TokenStream
  ) {
    if let stop = waitingStop {
      waitingStop = nil
      if kind == .word, Self.isDigit(folded) {
        extend(Self.fullStop, source: stop, &stream)
      } else {
        begin(Self.fullStop, source: stop, &stream)
        inWord = false
      }
    }
    switch kind {
    case .word:
      if inWord, let last = stream.scalars.last {
        if folded >= 0x300, let whole = FoldingTable.composition(last, folded) {
          stream.scalars[stream.scalars.count - 1] = whole
          sources?.ends[stream.scalars.count - 1] = source.upperBound
        } else {
          extend(folded, source: source, &stream)
        }
      } else {
        begin(folded, source: source, &stream)
        inWord = true
      }
    case .han:
      begin(folded, source: source, &stream)
      inWord = false
    case .mark:
      if folded == Self.fullStop, inWord, Self.isDigit(stream.scalars.last ?? 0) {
        waitingStop = source
      } else {
        begin(folded, source: source, &stream)
        inWord = false
      }
    case .blank: inWord = false
    case .lineEnd:
      inWord = false
      lineEnded = true
    case .ignored: break
    }
  }

  /// A full stop that still waits is a mark.
  mutating func finish(_ stream: inout TokenStream) { flushStop(&stream) }

  private mutating func flushStop(_ stream: inout TokenStream) {
    guard let stop = waitingStop else { return }
    waitingStop = nil
    begin(Self.fullStop, source: stop, &stream)
    inWord = false
  }

  private mutating func begin(
    _ folded: UInt32, source: Range<UInt32>, _ stream: inout TokenStream
  ) {
    if lineEnded {
      lineEnded = false
      if stream.count > 0 { stream.lineStarts.append(UInt32(stream.count)) }
    }
    stream.scalars.append(folded)
    stream.starts.append(UInt32(stream.scalars.count))
    note(source)
  }

  private mutating func extend(
    _ folded: UInt32, source: Range<UInt32>, _ stream: inout TokenStream
  ) {
    stream.scalars.append(folded)
    stream.starts[stream.starts.count - 1] = UInt32(stream.scalars.count)
    note(source)
  }

  private mutating func note(_ source: Range<UInt32>) {
    sources?.starts.append(source.lowerBound)
    sources?.ends.append(source.upperBound)
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
}
