import BigramIndex

/// A query, read.
package struct SearchQuery: Sendable, Equatable {
  /// As it was written.
  package let text: String
  package let root: QueryNode
  /// What the query looks for, each once.
  package let terms: [QueryTerm]

  init(text: String, root: QueryNode, terms: [QueryTerm]) {
    self.text = text
    self.root = root
    self.terms = terms
  }

  /// Reads a query in the language of `search`.
  ///
  /// - Throws: `QueryError`, which says where and why, for anything that would otherwise have to be
  ///   corrected or left out.
  package init(parsing text: String) throws(QueryError) {
    var parser = QueryParser(text: text)
    self = try parser.parse()
  }

  /// A query for one exact phrase, whatever marks it holds.
  package init(phrase: Phrase) {
    self.init(text: "", root: .term(0), terms: [QueryTerm(phrase)])
  }

  /// Terms that add to the score and are highlighted, in query order.
  package var scoredTerms: [QueryTerm] { root.scoredTerms.map { terms[$0] } }
}
