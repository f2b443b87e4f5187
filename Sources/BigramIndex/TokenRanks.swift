import TextFolding

/// The tokens of a segment in the order of their codes.
struct TokenRanks {
  /// Numbers of the tokens, ascending by code.
  private(set) var numbers: [Int] = []
  /// Codes at the same places.
  private(set) var codes: [UInt32] = []
  /// By number the place in both; 0 for no token, which is at no place that is looked up.
  private(set) var ranks: [UInt32]
  /// Numbers of the words, ascending by their code points.
  private(set) var words: [Int] = []

  init(_ tokens: TokenNumbers) {
    ranks = [UInt32](repeating: 0, count: tokens.tokens.count)
    var order: [(code: UInt32, number: Int)] = []
    for (number, token) in tokens.tokens.enumerated().dropFirst() {
      switch token.kind {
      case .han: order.append((tokens.scalars[token.start], number))
      case .mark: order.append((Term.marks + tokens.scalars[token.start], number))
      case .word: words.append(number)
      }
    }
    words.sort { tokens.scalars(of: $0).lexicographicallyPrecedes(tokens.scalars(of: $1)) }
    for (place, number) in words.enumerated() {
      order.append((Term.words + UInt32(place), number))
    }
    order.sort { $0.code < $1.code }
    // Rank 0 stands for the end of a line or a document.
    numbers = [0] + order.map(\.number)
    codes = [0] + order.map(\.code)
    for (rank, number) in numbers.enumerated() { ranks[number] = UInt32(rank) }
  }
}
