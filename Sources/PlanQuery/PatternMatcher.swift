import BigramIndex
import Synchronization
import TextFolding

/// Finds the places of an expression in texts; it is compiled once.
final class PatternMatcher: Sendable {
  /// Nil where it cannot be compiled, which was told when the query was read.
  private let expression: Mutex<RegularExpression?>

  init(_ pattern: QueryPattern) {
    let source = pattern.expression
    expression = Mutex(try? RegularExpression(source))
  }

  /// Where it matches, in tokens; what cannot be told within the limits is left out.
  func places(in tokens: TokenStream) -> [Range<Int>] {
    let line = FoldedLine(tokens)
    return expression.withLock { expression in
      guard let expression else { return [] }
      var places: [Range<Int>] = []
      var start = 0
      while let found = try? expression.firstMatch(in: line.bytes, from: start) {
        if !found.isEmpty { places.append(line.tokens(ofBytes: found)) }
        start = max(found.upperBound, start + 1)
        if found.isEmpty { start = max(start, found.upperBound + 1) }
        // Not into the middle of a character.
        while start < line.bytes.count, line.bytes[start] & 0xC0 == 0x80 { start += 1 }
      }
      return places
    }
  }
}
