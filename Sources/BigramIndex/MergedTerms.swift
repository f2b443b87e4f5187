/// The terms of one segment, with the numbers that its words have after merging; still ascending,
/// since words keep their order.
struct MergedTerms {
  /// The term it stands on, as the merged segment writes it; nil behind the last.
  private(set) var term: Term?
  private(set) var entry: TermEntry?
  private let segment: Segment
  private let numbers: [UInt32?]
  private var terms: TermIterator

  init(_ segment: Segment, _ numbers: [UInt32?]) throws(IndexError) {
    self.segment = segment
    self.numbers = numbers
    terms = TermIterator(segment)
    try advance()
  }

  /// Goes to the next term all of whose words are still in use.
  mutating func advance() throws(IndexError) {
    var terms = terms
    defer { self.terms = terms }
    while true {
      entry = try segment.reading { bytes throws(Damage) in try terms.next(in: bytes) }
      guard let old = entry?.term else {
        term = nil
        return
      }
      guard let new = renumbered(old) else { continue }
      guard term.map({ $0 < new }) ?? true else {
        throw segment.damaged(.terms, 0, "terms out of order")
      }
      term = new
      return
    }
  }

  private func renumbered(_ term: Term) -> Term? {
    guard let first = renumbered(term.first), let second = renumbered(term.second) else {
      return nil
    }
    return Term(first, second)
  }

  /// The code of a token after merging; nil for a word that no document has.
  private func renumbered(_ code: UInt32) -> UInt32? {
    guard let old = Term.word(ofCode: code) else { return code }
    return number(old).map { Term.words + $0 }
  }

  private func number(_ old: UInt32) -> UInt32? {
    Int(old) < numbers.count ? numbers[Int(old)] : nil
  }
}
