import BigramIndex

/// One query on one state of an index: the lists of its terms, and what follows from them.
struct QueryEvaluation {
  private let index: IndexSnapshot
  private let query: SearchQuery
  /// For each segment and term the live documents that have it; none for terms that the tree is without.
  private let lists: [[PostingList]]

  init(_ query: SearchQuery, _ index: IndexSnapshot) throws(IndexError) {
    self.index = index
    self.query = query
    let used = Set(query.root.terms)
    var lists: [[PostingList]] = []
    for (number, segment) in index.segments.enumerated() {
      var own = [PostingList](repeating: PostingList(), count: query.terms.count)
      for term in used {
        own[term] = try segment.occurrences(of: query.terms[term])
          .removing(index.deleted(in: number))
      }
      lists.append(own)
    }
    self.lists = lists
  }

  func list(segment: Int, term: Int) -> PostingList { lists[segment][term] }

  /// Live documents that have a term, in all segments.
  func count(ofTerm term: Int) -> Int { lists.reduce(0) { $0 + $1[term].count } }

  /// The documents of a segment that match, ascending.
  func matches(segment: Int, within allowed: DocumentSet?) throws(IndexError) -> [UInt32] {
    let all = try matches(query.root, segment)
    return allowed.map { SortedOrdinals.intersection(all, $0.ranges(in: segment)) } ?? all
  }

  private func matches(_ node: QueryNode, _ segment: Int) throws(IndexError) -> [UInt32] {
    switch node {
    case .term(let term): return lists[segment][term].documents
    case .any(let nodes):
      var result: [UInt32] = []
      for node in Self.distinct(nodes) {
        result = SortedOrdinals.union(result, try matches(node, segment))
      }
      return result
    case .condition(let number):
      return index.live(query.set(number).ranges(in: segment), in: segment)
    case .all(let nodes): return try conjunction(nodes, segment)
    case .not(let inner):
      return SortedOrdinals.difference(index.live(in: segment), try matches(inner, segment))
    case .near(let first, let second, let distance):
      let both = SortedOrdinals.intersection(
        lists[segment][first].documents, lists[segment][second].documents)
      return try index.segments[segment].documents(
        both, near: query.terms[first], query.terms[second], distance: distance)
    }
  }

  /// What matches all nodes, those without NOT first, the shortest first.
  private func conjunction(_ nodes: [QueryNode], _ segment: Int) throws(IndexError) -> [UInt32] {
    var wanted: [[UInt32]] = []
    var unwanted: [[UInt32]] = []
    var ranges: [[Range<Int>]] = []
    for node in Self.distinct(nodes) {
      if case .condition(let number) = node {
        ranges.append(query.set(number).ranges(in: segment))
      } else if case .not(let inner) = node {
        unwanted.append(try matches(inner, segment))
      } else {
        wanted.append(try matches(node, segment))
      }
    }
    wanted.sort { $0.count < $1.count }
    var result = wanted.first ?? index.live(ranges.popLast(), in: segment)
    for ranges in ranges { result = SortedOrdinals.intersection(result, ranges) }
    for list in wanted.dropFirst() { result = SortedOrdinals.intersection(result, list) }
    for list in unwanted { result = SortedOrdinals.difference(result, list) }
    return result
  }

  /// What is asked twice is evaluated once.
  private static func distinct(_ nodes: [QueryNode]) -> [QueryNode] {
    var seen: Set<QueryNode> = []
    return nodes.filter { seen.insert($0).inserted }
  }
}
