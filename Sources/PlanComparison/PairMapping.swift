import PlanDocument

/// Which pairs of names a user has confirmed or forbidden for good.
package struct PairMapping: Sendable, Equatable {
  /// Names that are of one indicator, each led to one of them.
  private var same: [NameBytes: NameBytes] = [:]
  /// Pairs that are not, as names and as keys, in both orders.
  private var different: Set<Pair> = []

  private struct Pair: Hashable, Sendable {
    let a: NameBytes
    let b: NameBytes
  }

  package init() {}

  package var isEmpty: Bool { same.isEmpty && different.isEmpty }

  /// Two names are of one indicator.
  package mutating func confirm(_ a: String, _ b: String, words: ComparisonWords = .standard) {
    let pairs = zip(Self.keys(a, words), Self.keys(b, words))
    for (first, second) in pairs {
      let (one, other) = (canonical(first), canonical(second))
      guard one != other else { continue }
      for (name, known) in same where known == other { same[name] = one }
      same[other] = one
      same[second] = one
    }
  }

  /// Two names are of different indicators, whatever their keys are.
  package mutating func forbid(_ a: String, _ b: String, words: ComparisonWords = .standard) {
    for (first, second) in zip(Self.keys(a, words), Self.keys(b, words)) where first != second {
      different.insert(Pair(a: first, b: second))
      different.insert(Pair(a: second, b: first))
    }
    let (first, second) = (words.written(a), words.written(b))
    different.insert(Pair(a: first, b: second))
    different.insert(Pair(a: second, b: first))
  }

  /// A name is compared as a level, as a share and as a rate of change: each has a key of its own.
  private static func keys(_ name: String, _ words: ComparisonWords) -> [NameBytes] {
    [
      ComparisonKey(name: name, words: words),
      ComparisonKey(name: name, isShare: true, words: words),
    ]
    .map(\.identity)
  }

  func canonical(_ key: NameBytes) -> NameBytes { same.isEmpty ? key : same[key] ?? key }

  func forbids(_ a: Claim, _ b: Claim, words: ComparisonWords) -> Bool {
    guard !different.isEmpty else { return false }
    return different.contains(Pair(a: a.key.identity, b: b.key.identity))
      || different.contains(
        Pair(a: words.written(a.record.indicator), b: words.written(b.record.indicator)))
  }
}
