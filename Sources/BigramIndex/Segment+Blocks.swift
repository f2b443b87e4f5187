import ByteAccess
import TextFolding

/// How a phrase is answered.
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
    if CommonString.lengths.contains(phrase.count) {
      guard (0..<phrase.count).allSatisfy({ phrase.kind($0) == .han }) else { return .several }
      return try entry(of: CommonString(phrase.tokens.map { $0[0] })).map { .term($0) } ?? .several
    }
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

  /// Tokens of a document on average.
  package var averageLength: Double { Double(tokenCount) / Double(max(1, documentCount)) }
}
