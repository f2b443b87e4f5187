import TextFolding

/// Characters of simplified and traditional writing that stand for one another.
enum CharacterVariants {
  /// A line a class, folded: as the index holds them, a compatibility ideograph is another character.
  private static let classes: TokenStream = {
    var classes = TokenStream()
    for word in VariantTable.classes.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
    {
      classes.append(String(word))
    }
    return classes
  }()

  /// A folded character and what it is written as besides; nil where it is written in one way.
  static func writings(of scalar: UInt32) -> [UInt32]? {
    // Few characters are asked for: a table by character takes longer to make.
    var writings = [scalar]
    var start = 0
    for end in classes.lineStarts.map(Int.init) + [classes.count] {
      let members = start..<end
      if members.contains(where: { classes.scalars(of: $0).first == scalar }) {
        for member in members.compactMap({ classes.scalars(of: $0).first })
        where !writings.contains(member) { writings.append(member) }
      }
      start = end
    }
    return writings.count > 1 ? writings : nil
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
  /// The query with Han characters of its terms, fields and regular expressions in simplified and
  /// traditional writing alike. To be made before the query is `resolved`.
  package var inAllWritings: SearchQuery {
    with(root: root, terms: terms.map(\.inAllWritings)) { $0.inAllWritings }
  }
}

extension QueryCondition {
  fileprivate var inAllWritings: QueryCondition {
    switch self {
    case .title(let term): .title(term.inAllWritings)
    case .heading(let term): .heading(term.inAllWritings)
    case .region(let term): .region(term.inAllWritings)
    case .box(let term): .box(term?.inAllWritings)
    case .target(let predicate): .target(predicate.inAllWritings)
    // What was an expression is one with other characters in it.
    case .pattern(let pattern):
      .pattern((try? QueryPattern(pattern.source, inAllWritings: true)) ?? pattern)
    case .document, .regionCode, .level, .kind, .planYear, .part: self
    }
  }
}

extension TargetPredicate {
  fileprivate var inAllWritings: TargetPredicate {
    switch self {
    case .test(.indicator(let term)): .test(.indicator(term.inAllWritings))
    case .test: self
    case .all(let parts): .all(parts.map(\.inAllWritings))
    case .any(let parts): .any(parts.map(\.inAllWritings))
    case .not(let part): .not(part.inAllWritings)
    }
  }
}
