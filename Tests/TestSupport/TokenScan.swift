import Foundation
import TextFolding

/// Search by reading every token of every document: slow, and right by being simple. The index's
/// answers are compared with it.
package struct TokenScan: Sendable {
  /// Folded code points.
  package typealias Token = [UInt32]

  /// A query as it is meant, without its text.
  package indirect enum Query: Sendable {
    case phrase([Token])
    case all([Query])
    case any([Query])
    case not(Query)
    /// Words that begin with this.
    case prefix(Token)
    /// Tokens of which some are open.
    case open([Piece])
    case near(Query, Query, distance: Int)
    /// Texts that a regular expression matches, by another engine than the index uses.
    case pattern(String)
    /// Documents with one of these numbers (`origins`), whatever their text.
    case documents(Set<Int>)

    /// The phrase that a text is, its line ends taken for blanks.
    package static func phrase(_ text: String) -> Query {
      .phrase(TokenScan.lines(text).flatMap(\.self))
    }
  }

  package enum Piece: Sendable {
    case token(Token)
    case prefix(Token)
    case any
    /// Up to eight tokens that are no marks.
    case gap
  }

  package struct Found: Sendable, Equatable {
    package let document: Int
    package let score: Double
  }

  /// Lines of tokens of each document; nil for a deleted one.
  private let documents: [[[Token]]?]
  private let origins: [Int]

  /// - Parameters:
  ///   - texts: documents in order, nil for deleted ones.
  ///   - origins: a number for each, by which `Query.documents` names it; nil for its place.
  package init(_ texts: [String?], origins: [Int]? = nil) {
    documents = texts.map { $0.map(Self.lines) }
    self.origins = origins ?? Array(texts.indices)
  }

  /// Documents that match, best first, ties by document order.
  package func search(_ query: Query, within allowed: Set<Int>? = nil) -> [Found] {
    let live = documents.indices.filter { documents[$0] != nil }
    let lengths = documents.map { Double(($0 ?? []).reduce(0) { $0 + $1.count }) }
    let average = live.reduce(0) { $0 + lengths[$1] } / Double(max(1, live.count))
    var found: [Found] = []
    let weighed = Self.leaves(query).map { leaf -> (leaf: Query, inverse: Double) in
      let count = Double(live.filter { !occurrences(leaf, $0).isEmpty }.count)
      return (leaf, log(1 + (Double(live.count) - count + 0.5) / (count + 0.5)))
    }
    for document in live where matches(query, document) && allowed?.contains(document) ?? true {
      var score = 0.0
      for (leaf, inverse) in weighed {
        let count = Double(Set(occurrences(leaf, document).map(\.lowerBound)).count)
        guard count > 0 else { continue }
        score += inverse * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * lengths[document] / average))
      }
      found.append(Found(document: document, score: score))
    }
    return found.sorted { ($1.score, $0.document) < ($0.score, $1.document) }
  }

  /// Phrases and words of a query in order, without those below a NOT.
  private static func leaves(_ query: Query) -> [Query] {
    switch query {
    case .phrase, .prefix, .open: [query]
    case .documents, .pattern: []
    case .all(let parts), .any(let parts): parts.flatMap(leaves)
    case .not: []
    case .near(let first, let second, _): [first, second]
    }
  }

  private func matches(_ query: Query, _ document: Int) -> Bool {
    switch query {
    case .phrase, .prefix, .open: !occurrences(query, document).isEmpty
    case .pattern(let pattern):
      Self.text(of: documents[document] ?? []).range(
        of: "(?m)" + pattern, options: [.regularExpression, .caseInsensitive]) != nil
    case .documents(let wanted): wanted.contains(origins[document])
    case .all(let parts): parts.allSatisfy { matches($0, document) }
    case .any(let parts): parts.contains { matches($0, document) }
    case .not(let part): !matches(part, document)
    case .near(let first, let second, let distance):
      occurrences(first, document).contains { one in
        occurrences(second, document).contains { other in
          let gap =
            one.upperBound <= other.lowerBound
            ? other.lowerBound - one.upperBound
            : other.upperBound <= one.lowerBound ? one.lowerBound - other.upperBound : -1
          return gap >= 0 && gap <= distance
        }
      }
    }
  }

  /// Where a phrase or prefix stands, in tokens of the document.
  private func occurrences(_ query: Query, _ document: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for line in documents[document] ?? [] {
      for place in line.indices {
        switch query {
        case .phrase(let tokens):
          if line[place] == tokens.first, line[place...].starts(with: tokens) {
            result.append(start + place..<start + place + tokens.count)
          }
        case .prefix(let beginning):
          if line[place].starts(with: beginning) {
            result.append(start + place..<start + place + 1)
          }
        case .open(let pieces):
          for end in Self.ends(pieces[...], line, place) {
            result.append(start + place..<start + end)
          }
        default: break
        }
      }
      start += line.count
    }
    return result
  }

  /// Where a sequence of pieces may end that begins at a place of a line.
  private static func ends(_ pieces: ArraySlice<Piece>, _ line: [Token], _ place: Int) -> [Int] {
    guard let piece = pieces.first else { return [place] }
    let rest = pieces.dropFirst()
    switch piece {
    case .gap:
      var found: [Int] = []
      for length in 0...8 {
        let end = place + length
        guard end <= line.count, !line[place..<end].contains(where: isMark) else { break }
        found += ends(rest, line, end)
      }
      return Array(Set(found))
    case .any: return place < line.count ? ends(rest, line, place + 1) : []
    case .token(let token):
      return place < line.count && line[place] == token ? ends(rest, line, place + 1) : []
    case .prefix(let beginning):
      return place < line.count && line[place].starts(with: beginning)
        ? ends(rest, line, place + 1) : []
    }
  }

  /// Folded text: a blank between two words, a line feed between lines.
  private static func text(of lines: [[Token]]) -> String {
    lines.map { line in
      var text = String.UnicodeScalarView()
      for (place, token) in line.enumerated() {
        if place > 0, isWord(token), isWord(line[place - 1]) { text.append(" ") }
        text.append(contentsOf: token.compactMap(Unicode.Scalar.init))
      }
      return String(text)
    }.joined(separator: "\n")
  }

  private static func isWord(_ token: Token) -> Bool {
    var stream = TokenStream()
    stream.append(token: token[...])
    return stream.kind(0) == .word
  }

  private static func isMark(_ token: Token) -> Bool {
    var stream = TokenStream()
    stream.append(token: token[...])
    return stream.kind(0) == .mark
  }

  /// The tokens of a text without its line ends.
  package static func tokens(_ text: String) -> [Token] { lines(text).flatMap(\.self) }

  package static func tokenCount(_ text: String) -> Int { TokenStream(text).count }

  /// The tokens of a text, line by line.
  private static func lines(_ text: String) -> [[Token]] {
    let stream = TokenStream(text)
    var lines: [[Token]] = [[]]
    for index in 0..<stream.count {
      if stream.lineStarts.contains(UInt32(index)) { lines.append([]) }
      lines[lines.count - 1].append(Array(stream.scalars(of: index)))
    }
    return lines
  }
}
