import BigramIndex

/// Characters of simplified and traditional writing that stand for one another.
enum CharacterVariants {
  /// By character itself and then the others, where there are any.
  private static let all: [UInt32: [UInt32]] = {
    var all: [UInt32: [UInt32]] = [:]
    for word in VariantTable.classes.split(whereSeparator: \.isWhitespace) {
      // As the index holds them: a compatibility ideograph is another character there.
      let folded = Phrase(String(word)).tokens.compactMap(\.first)
      for one in folded {
        var known = all[one] ?? [one]
        for other in folded where !known.contains(other) { known.append(other) }
        all[one] = known
      }
    }
    return all
  }()

  /// A folded character and what it is written as besides; nil where it is written in one way.
  static func writings(of scalar: UInt32) -> [UInt32]? {
    all[scalar].flatMap { $0.count > 1 ? $0 : nil }
  }
}

extension QueryTerm {
  /// The term with each of its Han characters in all writings.
  var inAllWritings: QueryTerm {
    QueryTerm(
      elements: elements.map { element in
        guard case .token(let token) = element, token.count == 1,
          let writings = CharacterVariants.writings(of: token[0])
        else { return element }
        return .anyOf(writings.map { [$0] })
      })
  }
}

extension SearchQuery {
  /// The query with Han characters of its terms in simplified and traditional writing alike; the
  /// conditions of fields and regular expressions stay as they are.
  package var inAllWritings: SearchQuery { with(root: root, terms: terms.map(\.inAllWritings)) }
}
