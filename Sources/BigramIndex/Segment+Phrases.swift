import ByteAccess
import TextFolding

/// Phrases, found exactly.
extension Segment {
  /// The documents in which a phrase occurs, deleted ones too, with the number of its occurrences,
  /// overlapping ones counted.
  ///
  /// A phrase without marks is answered by positions. One with marks is narrowed by its runs of
  /// other tokens and then looked for in the stored tokens, for marks have no positions.
  package func occurrences(of phrase: Phrase) throws(IndexError) -> PostingList {
    guard !phrase.isEmpty else { return PostingList() }
    if phrase.count == 1 {
      guard let term = term(of: phrase, at: 0), let entry = try entry(of: term) else {
        return PostingList()
      }
      return try postings(of: entry)
    }
    let runs = Self.runsWithoutMarks(of: phrase)
    if runs == [0..<phrase.count] {
      return try startPositions(of: phrase)?.postings ?? PostingList()
    }
    guard let candidates = try documents(withAllPartsOf: phrase, runs: runs) else {
      return PostingList()
    }
    return try StoredTextScan(phrase).occurrences(in: self, among: candidates)
  }

  /// All documents and frequencies of a term.
  package func postings(of entry: TermEntry) throws(IndexError) -> PostingList {
    try reading { bytes throws(Damage) in
      var list = PostingList()
      list.documents.reserveCapacity(entry.documents)
      list.frequencies.reserveCapacity(entry.documents)
      var cursor = PostingCursor(entry, documentCount: documentCount)
      while try cursor.next(in: bytes) {
        list.append(cursor.document, frequency: cursor.frequency)
      }
      return list
    }
  }

  /// The term of one token; nil for a word that no document has.
  func term(of phrase: Phrase, at index: Int) -> Term? {
    switch phrase.kind(index) {
    case .han: Term(.character, phrase.tokens[index][0])
    case .mark: Term(.mark, phrase.tokens[index][0])
    case .word: wordNumber(of: phrase.tokens[index]).map { Term(.word, $0) }
    }
  }

  private static func runsWithoutMarks(of phrase: Phrase) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for index in 0...phrase.count {
      if index < phrase.count, phrase.kind(index) != .mark {
        start = start ?? index
      } else if let begin = start {
        runs.append(begin..<index)
        start = nil
      }
    }
    return runs
  }

  /// Documents that have every run and every mark of a phrase; nil where one is in none.
  private func documents(
    withAllPartsOf phrase: Phrase, runs: [Range<Int>]
  ) throws(IndexError) -> [UInt32]? {
    var lists: [[UInt32]] = []
    for run in runs {
      let list = try occurrences(of: phrase.part(run)).documents
      if list.isEmpty { return nil }
      lists.append(list)
    }
    for mark in Set(
      phrase.tokens.indices.filter { phrase.kind($0) == .mark }.map { phrase.tokens[$0] })
    {
      guard let entry = try entry(of: Term(.mark, mark[0])) else { return nil }
      lists.append(try postings(of: entry).documents)
    }
    lists.sort { $0.count < $1.count }
    return lists.dropFirst().reduce(lists[0], SortedOrdinals.intersection)
  }

  /// Where a phrase of at least two tokens, none a mark, begins; nil where nowhere.
  private func startPositions(of phrase: Phrase) throws(IndexError) -> PhraseStarts? {
    guard let cover = try PhraseCover(phrase, in: self) else { return nil }
    return try reading { bytes throws(Damage) in
      var starts = try PhraseStarts(cover.parts[0], documentCount: documentCount, in: bytes)
      for part in cover.parts.dropFirst() where !starts.isEmpty {
        try starts.narrow(by: part, documentCount: documentCount, in: bytes)
      }
      return starts
    }
  }
}
