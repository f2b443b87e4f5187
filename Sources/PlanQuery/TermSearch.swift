import BigramIndex

/// A query for one term, for all of some terms or for any of them, without deleted documents: no set
/// of documents is made for it, and only what can reach the top hits is scored.
struct TermSearch {
  private let index: IndexSnapshot
  private let isConjunction: Bool
  /// By segment and term.
  private let operands: [[RankedOperand]]
  private let model: BM25
  /// Terms in the order of the query, one that stands twice twice.
  private let order: [Int]
  /// Inverse document frequencies of the terms, each once.
  let inverses: [Double]

  /// - Returns: nil for other queries, and where documents are deleted.
  init?(_ query: SearchQuery, _ index: IndexSnapshot) throws(IndexError) {
    guard let (terms, isConjunction) = Self.terms(of: query.root),
      index.commitPoint.segments.allSatisfy({ $0.deleted.isEmpty })
    else { return nil }
    self.index = index
    self.isConjunction = isConjunction
    let model = BM25(documents: index.liveDocuments, tokens: index.liveTokens)
    self.model = model
    // A term that stands twice in the query counts twice and is weighed once.
    var distinct: [Int] = []
    for term in terms where !distinct.contains(term) { distinct.append(term) }
    let order = terms.map { distinct.firstIndex(of: $0) ?? 0 }
    self.order = order
    var sources: [[RankedOperand.Source]] = []
    var counts = [Int](repeating: 0, count: distinct.count)
    for segment in index.segments {
      var own: [RankedOperand.Source] = []
      for (slot, term) in distinct.enumerated() {
        let source = try Self.source(of: query.terms[term], in: segment)
        switch source {
        case .entry(let entry): counts[slot] += entry.documents
        case .list(let list): counts[slot] += list.count
        }
        own.append(source)
      }
      sources.append(own)
    }
    let inverses = counts.map { model.inverseDocumentFrequency(matching: $0) }
    self.inverses = inverses
    // Loops: a closure that could throw is called by way of its type.
    var operands: [[RankedOperand]] = []
    operands.reserveCapacity(sources.count)
    for own in sources {
      var ranked: [RankedOperand] = []
      ranked.reserveCapacity(own.count)
      for slot in own.indices {
        ranked.append(
          RankedOperand(
            own[slot], inverse: inverses[slot], multiplicity: order.count { $0 == slot }))
      }
      operands.append(ranked)
    }
    self.operands = operands
  }

  /// The terms of a query that is one, all of some, or any of some.
  private static func terms(of root: QueryNode) -> (terms: [Int], isConjunction: Bool)? {
    func plain(_ nodes: [QueryNode]) -> [Int]? {
      var terms: [Int] = []
      for node in nodes {
        guard case .term(let term) = node else { return nil }
        terms.append(term)
      }
      return terms
    }
    return switch root {
    case .term(let term): ([term], false)
    case .all(let nodes): plain(nodes).map { ($0, true) }
    case .any(let nodes): plain(nodes).map { ($0, false) }
    default: nil
    }
  }

  private static func source(
    of term: QueryTerm, in segment: Segment
  ) throws(IndexError) -> RankedOperand.Source {
    guard let phrase = term.phrase else { return .list(try segment.occurrences(of: term)) }
    return switch try segment.answer(to: phrase) {
    case .nowhere: .list(PostingList())
    case .term(let entry): .entry(entry)
    case .several: .list(try segment.occurrences(of: phrase))
    }
  }

  /// The best hits, and how many documents match.
  func hits(_ capacity: Int) throws(IndexError) -> (top: TopHits, total: Int) {
    var top = TopHits(capacity: capacity)
    var total = 0
    for (number, segment) in index.segments.enumerated() {
      let scores = RankedScores(model, order: order, in: segment)
      if isConjunction {
        var search = RankedIntersection(operands[number], in: segment, scores, bound: top.bound)
        total += try search.run { document, score in
          top.add(Hit(segment: number, ordinal: Int(document), score: score))
          return top.bound
        }
      } else {
        let present = operands[number].contains { $0.documents > 0 }
        guard present else { continue }
        var search = RankedUnion(operands[number], in: segment, scores, bound: top.bound)
        total += try search.run { document, score in
          top.add(Hit(segment: number, ordinal: Int(document), score: score))
          return top.bound
        }
      }
    }
    return (top, total)
  }
}
