import TextFolding

/// A short text (a title, a region, an indicator) that terms are looked for in.
package struct FieldText: Sendable {
  private let matcher: TermMatcher

  package init(_ text: String) { matcher = TermMatcher(TokenStream(text)) }

  package func contains(_ term: QueryTerm) -> Bool { !matcher.shortestMatches(of: term).isEmpty }
}
