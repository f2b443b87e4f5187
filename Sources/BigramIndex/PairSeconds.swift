/// Which tokens make a pair with one of some kind before them, told by their ranks alone: those of Han
/// characters stand before those of words, and those before marks.
struct PairSeconds {
  /// The first rank of a word, and the first of a mark; rank 0 is no token.
  private let words: Int
  private let marks: Int

  /// - Parameter codes: ascending, by rank.
  init(codes: [UInt32]) {
    words = codes.count { Term.kind(ofCode: $0) == .han }
    marks = words + codes.count { Term.kind(ofCode: $0) == .word }
  }

  /// A run of ranks, and all from some rank on.
  struct Test {
    fileprivate let start: Int
    fileprivate let count: Int
    fileprivate let rest: Int

    @inline(__always)
    func callAsFunction(_ rank: Int) -> Bool {
      UInt(bitPattern: rank &- start) < UInt(bitPattern: count) || rank >= rest
    }
  }

  /// See `Term.isPair`.
  func test(after first: Term.CodeKind) -> Test {
    switch first {
    case .han: Test(start: 1, count: marks - 1, rest: .max)
    case .word: Test(start: 1, count: words - 1, rest: marks)
    case .mark: Test(start: words, count: marks - words, rest: .max)
    }
  }
}
