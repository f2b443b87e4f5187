import BigramIndex
import TextFolding

/// Terms of queries, looked up in a segment.
extension Segment {
  /// The documents in which a term occurs, deleted ones too, with the number of its starts in each.
  func occurrences(of term: QueryTerm) throws(IndexError) -> PostingList {
    if let phrase = term.phrase { return try occurrences(of: phrase) }
    if term.elements.count == 1, case .prefix(let prefix) = term.elements[0] {
      return try wordsBeginning(prefix)
    }
    var list = PostingList()
    for document in try candidates(for: term) {
      let tokens = try self.tokens(of: Int(document))
      let count = TermMatcher(tokens).shortestMatches(of: term).count
      if count > 0 {
        list.documents.append(document)
        list.frequencies.append(UInt32(count))
      }
    }
    return list
  }

  /// Documents with everything of a term that is not open.
  private func candidates(for term: QueryTerm) throws(IndexError) -> [UInt32] {
    var documents: [UInt32]?
    func narrow(_ list: PostingList) {
      documents =
        documents.map { SortedOrdinals.intersection($0, list.documents) } ?? list.documents
    }
    for run in term.literalRuns { narrow(try occurrences(of: run)) }
    for case .prefix(let prefix) in term.elements { narrow(try wordsBeginning(prefix)) }
    return documents ?? []
  }

  private func wordsBeginning(_ prefix: [UInt32]) throws(IndexError) -> PostingList {
    var lists: [PostingList] = []
    for number in words(withPrefix: prefix) {
      if let entry = try entry(of: Term(.word, number)) { lists.append(try postings(of: entry)) }
    }
    return PostingList.union(lists)
  }

  /// Of some documents those in which two terms stand near one another.
  func documents(
    _ candidates: [UInt32], near first: QueryTerm, _ second: QueryTerm, distance: Int
  ) throws(IndexError) -> [UInt32] {
    var result: [UInt32] = []
    for document in candidates {
      let matcher = TermMatcher(try tokens(of: Int(document)))
      if matcher.areNear(first, second, distance: distance) { result.append(document) }
    }
    return result
  }
}
