import BigramIndex
import ByteAccess
import TextFolding

/// Terms of queries, looked up in a segment.
extension Segment {
  /// The documents in which a term occurs, deleted ones too, with the number of its starts in each.
  func occurrences(of term: QueryTerm) throws(IndexError) -> PostingList {
    if let phrase = term.phrase { return try occurrences(of: phrase) }
    if term.elements.count == 1, case .prefix(let prefix) = term.elements[0] {
      return try wordsBeginning(prefix)
    }
    if let writings = try writings(of: term) {
      var lists: [PostingList] = []
      for writing in writings { lists.append(try occurrences(of: writing)) }
      return PostingList.union(lists)
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

  /// Most terms that one with several writings is looked up as.
  private static let writingLimit = 64

  /// The terms of one writing that a term with several stands for, those whose pairs the segment has.
  ///
  /// - Returns: nil where it has one writing only, and where it has too many or a gap, in which its
  ///   places would be counted twice.
  private func writings(of term: QueryTerm) throws(IndexError) -> [QueryTerm]? {
    guard term.hasFixedLength else { return nil }
    var isOpen = false
    var writings: [[QueryTerm.Element]] = [[]]
    for element in term.elements {
      guard case .anyOf(let choices) = element else {
        try extend(&writings, by: [element])
        continue
      }
      isOpen = true
      try extend(&writings, by: choices.map(QueryTerm.Element.token))
      guard writings.count <= Self.writingLimit else { return nil }
    }
    return isOpen ? writings.map(QueryTerm.init(elements:)) : nil
  }

  /// Sets each choice behind each writing, where two Han characters are a pair that the segment has.
  private func extend(
    _ writings: inout [[QueryTerm.Element]], by choices: [QueryTerm.Element]
  ) throws(IndexError) {
    var longer: [[QueryTerm.Element]] = []
    for writing in writings {
      for choice in choices {
        if case .token(let first) = writing.last, case .token(let second) = choice,
          CharacterClass(of: first[0]) == .han, CharacterClass(of: second[0]) == .han,
          try entry(of: Term(.bigram, first[0], second[0])) == nil
        {
          continue
        }
        longer.append(writing + [choice])
      }
    }
    writings = longer
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
    for case .anyOf(let choices) in term.elements {
      var lists: [PostingList] = []
      for choice in choices { lists.append(try occurrences(of: Phrase(tokens: [choice]))) }
      narrow(PostingList.union(lists))
    }
    return documents ?? []
  }

  private func wordsBeginning(_ prefix: [UInt32]) throws(IndexError) -> PostingList {
    var lists: [PostingList] = []
    for number in words(withPrefix: prefix) {
      if let entry = try entry(of: Term(.word, number)) { lists.append(try postings(of: entry)) }
    }
    return PostingList.union(lists)
  }

  /// So many documents are looked at by one thread before another is worth its start.
  private static let nearPiece = 128

  /// Of some documents those in which two terms stand near one another.
  func documents(
    _ candidates: [UInt32], near first: QueryTerm, _ second: QueryTerm, distance: Int
  ) throws(IndexError) -> [UInt32] {
    let pieces = (candidates.count + Self.nearPiece - 1) / Self.nearPiece
    return try SideBySide.map(pieces) { piece throws(IndexError) in
      var result: [UInt32] = []
      for document in candidates.dropFirst(piece * Self.nearPiece).prefix(Self.nearPiece) {
        let matcher = TermMatcher(try tokens(of: Int(document)))
        if matcher.areNear(first, second, distance: distance) { result.append(document) }
      }
      return result
    }.flatMap { $0 }
  }
}
