import TextFolding

/// How the lines of a concordance are ordered.
package enum ConcordanceOrder: String, CaseIterable, Sendable {
  /// By what stands in front of the occurrence, from it to the left.
  case left
  /// By what stands behind it.
  case right
  /// As they stand in the documents.
  case document
}

/// What lines of a concordance are sorted by: folded code points without white space, those next to
/// the occurrence first, so that what is written alike stands together.
package struct ConcordanceKey: Comparable, Sendable {
  private let first: [UInt32]
  private let second: [UInt32]

  package init(_ order: ConcordanceOrder, left: String, hit: String, right: String) {
    func folded(_ text: String) -> [UInt32] { TokenStream(text).scalars }
    switch order {
    case .left: (first, second) = (folded(left).reversed(), folded(hit + right))
    case .right: (first, second) = (folded(right), folded(left).reversed())
    case .document: (first, second) = ([], [])
    }
  }

  package static func < (left: Self, right: Self) -> Bool {
    if left.first != right.first { return left.first.lexicographicallyPrecedes(right.first) }
    return left.second.lexicographicallyPrecedes(right.second)
  }
}
