import BigramIndex
import ByteAccess
import TextFolding

/// A regular expression of a query.
package struct QueryPattern: Hashable, Sendable {
  /// As it was written, without the slashes.
  package let source: String
  /// As it is matched against folded text.
  let expression: String
  /// What every text holds that it matches.
  let requirement: RequiredText

  /// - Parameter inAllWritings: whether Han characters stand for their simplified and traditional
  ///   writings too.
  /// - Throws: `QueryProblem` with code points of the source before the place.
  init(_ source: String, inAllWritings: Bool = false) throws(PatternProblem) {
    var reader = PatternReader(source, inAllWritings: inAllWritings)
    let requirement = try reader.requirement()
    self.source = source
    self.requirement = requirement
    expression = reader.output
    do {
      let compiled = try RegularExpression(expression)
      if try compiled.firstMatch(in: []) != nil {
        throw PatternProblem(problem: .matchesEverything, offset: 0)
      }
    } catch let failure as RegularExpression.Failure {
      switch failure {
      case .syntax(let message, let code, let offset):
        throw PatternProblem(
          problem: .badExpression(message, code: code), offset: reader.place(ofByte: offset))
      case .limit: throw PatternProblem(problem: .expressionTooCostly, offset: 0)
      }
    } catch let problem as PatternProblem {
      throw problem
    } catch {
      throw PatternProblem(problem: .expressionTooCostly, offset: 0)
    }
  }
}

/// What is wrong with an expression, and where.
struct PatternProblem: Error {
  let problem: QueryProblem
  /// Code points of the expression before the place.
  let offset: Int
}

/// Finds the documents that an expression matches.
struct PatternSearch {
  private let index: IndexSnapshot
  private let pattern: QueryPattern

  init(_ pattern: QueryPattern, in index: IndexSnapshot) {
    self.pattern = pattern
    self.index = index
  }

  /// Segments are looked through side by side.
  ///
  /// - Parameter allowed: for each segment documents to look at; nil for all.
  /// - Throws: `QueryProblem.expressionTooCostly` where the limits of matching are reached;
  ///   `IndexError`.
  func documents(among allowed: [[UInt32]]? = nil) throws -> DocumentSet {
    DocumentSet(
      ranges: try SideBySide.map(index.segments.count) { number in
        try documents(ofSegment: number, among: allowed?[number])
      })
  }

  private func documents(
    ofSegment number: Int, among allowed: [UInt32]?
  ) throws -> [Range<Int>] {
    var candidates = try candidates(number)
    if let allowed { candidates = SortedOrdinals.intersection(candidates, allowed) }
    guard !candidates.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var text: [UInt8] = []
    do {
      let expression = try RegularExpression(pattern.expression)
      for ordinal in candidates {
        let ordinal = Int(ordinal)
        try index.segments[number].foldedText(of: ordinal, into: &text)
        guard try expression.firstMatch(in: text) != nil else { continue }
        if let last = found.last, last.upperBound == ordinal {
          found[found.count - 1] = last.lowerBound..<ordinal + 1
        } else {
          found.append(ordinal..<ordinal + 1)
        }
      }
    } catch is RegularExpression.Failure {
      throw QueryProblem.expressionTooCostly
    }
    return found
  }

  /// Live documents of a segment with all that the expression requires.
  private func candidates(_ number: Int) throws(IndexError) -> [UInt32] {
    let segment = index.segments[number]
    let deleted = index.deleted(in: number)
    guard let documents = try Self.documents(with: pattern.requirement, in: segment) else {
      return index.live(in: number)
    }
    return PostingList(
      documents: documents, frequencies: [UInt32](repeating: 1, count: documents.count)
    ).removing(deleted).documents
  }

  /// Nil for all documents.
  private static func documents(
    with required: RequiredText, in segment: Segment
  ) throws(IndexError) -> [UInt32]? {
    switch required {
    case .anything: return nil
    case .run(let scalars):
      return try segment.occurrences(of: Phrase(tokens: scalars.map { [$0] })).documents
    case .mark(let mark): return try segment.occurrences(of: Phrase(tokens: [[mark]])).documents
    case .all(let parts):
      var result: [UInt32]?
      // Marks are in more documents than words: their lists are read only where that saves more.
      let marks = parts.filter(\.isMark)
      for part in parts.filter({ !$0.isMark }) + marks {
        if let result, part.isMark, try isLong(part, beside: result.count, in: segment) { continue }
        guard let own = try documents(with: part, in: segment) else { continue }
        result = result.map { SortedOrdinals.intersection($0, own) } ?? own
      }
      return result
    case .any(let parts):
      var result: [UInt32] = []
      for part in parts {
        guard let own = try documents(with: part, in: segment) else { return nil }
        result = SortedOrdinals.union(result, own)
      }
      return result
    }
  }

  /// Whether reading the list of a mark takes longer than matching so many documents.
  private static func isLong(
    _ required: RequiredText, beside documents: Int, in segment: Segment
  ) throws(IndexError) -> Bool {
    guard case .mark(let mark) = required,
      case .term(let entry) = try segment.answer(to: Phrase(tokens: [[mark]]))
    else { return false }
    return entry.documents > 200 * documents
  }
}

extension RequiredText {
  fileprivate var isMark: Bool { if case .mark = self { true } else { false } }
}
