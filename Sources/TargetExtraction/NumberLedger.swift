import PlanDocument

/// The plain numbers of a source, each with what is known of it so far.
///
/// What stands in the ledger is written over by what is entered later: first places, then what
/// the numbers of running text are, then records.
struct NumberLedger {
  private(set) var numbers: [AccountedNumber]

  /// - Parameter fallback: of numbers that nothing is entered for.
  init(_ source: SourceText, fallback: NumberFate) {
    numbers = PlainNumbers.spans(in: source.bytes).map { AccountedNumber(span: $0, fate: fallback) }
  }

  /// Enters a fate for all numbers that begin in a span.
  mutating func enter(_ fate: NumberFate, in span: TextSpan, passage: Int? = nil) {
    var index = numbers.partitionPoint { $0.span.start < span.start }
    while index < numbers.count, numbers[index].span.start < span.end {
      numbers[index].fate = fate
      if let passage { numbers[index].passage = passage }
      index += 1
    }
  }

  mutating func enter(_ fate: NumberFate, in text: MendedText, passage: Int? = nil) {
    for piece in text.pieces { enter(fate, in: piece.source, passage: passage) }
  }

  /// Enters a fate for the number that holds a byte.
  mutating func enter(_ fate: NumberFate, holding byte: Int, record: Int? = nil) {
    let index = numbers.partitionPoint { $0.span.end <= byte }
    guard index < numbers.count, numbers[index].span.contains(byte) else { return }
    numbers[index].fate = fate
    numbers[index].record = record
  }

  /// Enters the first numbers from a byte on.
  mutating func enter(
    _ fate: NumberFate, first count: Int, from byte: Int, before end: Int, record: Int?
  ) {
    var index = numbers.partitionPoint { $0.span.end <= byte }
    var left = count
    while left > 0, index < numbers.count, numbers[index].span.start < end {
      numbers[index].fate = fate
      numbers[index].record = record
      index += 1
      left -= 1
    }
  }
}
