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
    let firsts = Self.keys(a, words) + [words.written(a)]
    let seconds = Self.keys(b, words) + [words.written(b)]
    let one = canonical(firsts[0])
    for name in firsts + seconds {
      let other = canonical(name)
      guard one != other else { continue }
      for (known, meant) in same where meant == other { same[known] = one }
      same[other] = one
      same[name] = one
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

  /// What a claim is compared as: by its name as written, else by its key.
  func canonical(_ key: NameBytes, written: @autoclosure () -> NameBytes) -> NameBytes {
    guard !same.isEmpty else { return key }
    return same[written()] ?? same[key] ?? key
  }

  func forbids(_ a: Claim, _ b: Claim, words: ComparisonWords) -> Bool {
    guard !different.isEmpty else { return false }
    return different.contains(Pair(a: a.key.identity, b: b.key.identity))
      || different.contains(
        Pair(a: words.written(a.record.indicator), b: words.written(b.record.indicator)))
  }
}
