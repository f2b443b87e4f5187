import BigramIndex

/// A query, read.
package struct SearchQuery: Sendable, Equatable {
  /// As it was written.
  package let text: String
  package let root: QueryNode
  /// What the query looks for, each once.
  package let terms: [QueryTerm]

  /// Conditions that are no text of the passages, in query order.
  private let placedConditions: [PlacedCondition]
  /// For each condition the documents that meet it; empty as long as nobody was asked.
  private(set) var sets: [DocumentSet] = []

  /// A term that was asked for with `~`.
  package struct Expansion: Sendable, Equatable {
    package let written: String
    /// What is looked for besides.
    package let others: [String]
  }

  /// Terms that tell near matches apart, and that nothing has to have.
  var boosts: [Int] = []

  /// Terms that were asked for with `~`, in query order.
  package internal(set) var expansions: [Expansion] = []

  init(
    text: String, root: QueryNode, terms: [QueryTerm], conditions: [PlacedCondition] = []
  ) {
    self.text = text
    self.root = root
    self.terms = terms
    placedConditions = conditions
  }

  /// The same conditions, changed or not, with another tree and other terms.
  func with(
    root: QueryNode, terms: [QueryTerm],
    conditions change: (QueryCondition) -> QueryCondition = { $0 }
  ) -> SearchQuery {
    var query = SearchQuery(
      text: text, root: root, terms: terms,
      conditions: placedConditions.map {
        PlacedCondition(condition: change($0.condition), position: $0.position)
      })
    query.sets = sets
    query.expansions = expansions
    return query
  }

  /// What the query asks for besides text.
  package var conditions: [QueryCondition] { placedConditions.map(\.condition) }

  /// The query with the documents that meet its conditions.
  ///
  /// - Parameters:
  ///   - index: in which regular expressions are matched.
  ///   - documents: finds those of other conditions; a `QueryProblem` that it throws becomes a `QueryError` at the
  ///   condition's place.
  package func resolved(
    in index: IndexSnapshot,
    _ documents: (QueryCondition) throws -> DocumentSet = { _ in
      DocumentSet(ranges: [])
    }
  ) throws -> SearchQuery {
    var query = self
    query.sets = placedConditions.map { _ in DocumentSet(ranges: []) }
    var patterns: [(number: Int, pattern: QueryPattern)] = []
    for (number, placed) in placedConditions.enumerated() {
      if case .pattern(let pattern) = placed.condition {
        patterns.append((number, pattern))
        continue
      }
      do {
        query.sets[number] = try documents(placed.condition)
      } catch let problem as QueryProblem {
        throw QueryError(query: text, position: placed.position, problem)
      }
    }
    // Expressions last: they look at texts, and only at those that the rest lets through.
    guard !patterns.isEmpty else { return query }
    let rest = try query.withoutPatterns.map { try QueryMatches($0, in: index, within: nil) }
    for (number, pattern) in patterns {
      do {
        query.sets[number] = try PatternSearch(pattern, in: index)
          .documents(among: rest?.ordinals)
      } catch let problem as QueryProblem {
        throw QueryError(query: text, position: placedConditions[number].position, problem)
      }
    }
    return query
  }

  /// The parts of a conjunction that hold no regular expression; nil where there is none.
  private var withoutPatterns: SearchQuery? {
    guard case .all(let nodes) = root else { return nil }
    let rest = nodes.filter { node in
      !node.conditions.contains { number in
        if case .pattern = placedConditions[number].condition { true } else { false }
      }
    }
    return rest.isEmpty ? nil : with(root: .all(rest), terms: terms)
  }

  /// Expressions that a text is looked for that is shown: those not below a NOT.
  var wantedPatterns: [QueryPattern] {
    root.wantedConditions.compactMap { number in
      if case .pattern(let pattern) = placedConditions[number].condition { pattern } else { nil }
    }
  }

  /// Conditions on targets that are not below a NOT.
  package var wantedTargets: [TargetPredicate] {
    root.wantedConditions.compactMap { number in
      if case .target(let predicate) = placedConditions[number].condition { predicate } else { nil }
    }
  }

  /// Whether it looks for something that stands in a text: words, or what an expression matches.
  package var looksForText: Bool { !root.scoredTerms.isEmpty || !wantedPatterns.isEmpty }

  /// Reads a query in the language of `search`.
  ///
  /// - Parameter units: who knows units; nil where there is no library to ask, so that conditions
  ///   are errors. A query with conditions has to be `resolved` before it is searched for.
  /// - Parameter synonyms: what `~` looks for; nil for those that the project ships.
  /// - Throws: `QueryError`, which says where and why, for anything that would otherwise have to be
  ///   corrected or left out.
  package init(
    parsing text: String, units: (any UnitReader)? = nil, synonyms: SynonymTable? = nil
  ) throws(QueryError) {
    var parser = QueryParser(text: text, units: units, synonyms: synonyms)
    self = try parser.parse()
  }

  /// A query for one exact phrase, whatever marks it holds.
  package init(phrase: Phrase) {
    self.init(term: QueryTerm(phrase))
  }

  /// A query for one term.
  package init(term: QueryTerm) { self.init(text: "", root: .term(0), terms: [term]) }

  /// Terms that add to the score and are highlighted, in query order.
  package var scoredTerms: [QueryTerm] { root.scoredTerms.map { terms[$0] } }

  /// The documents that meet a condition.
  func set(_ condition: Int) -> DocumentSet {
    precondition(condition < sets.count, "a query with conditions is resolved before it is used")
    return sets[condition]
  }
}
