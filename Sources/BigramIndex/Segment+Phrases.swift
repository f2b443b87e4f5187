import ByteAccess
import TextFolding

/// Phrases, found exactly.
extension Segment {
  /// The documents in which a phrase occurs, deleted ones too, with the number of its occurrences,
  /// overlapping ones counted.
  ///
  /// A phrase is answered by positions where they name all its tokens. One with a mark that has no
  /// word beside it is narrowed by its runs of other tokens and then looked for in the stored tokens.
  package func occurrences(of phrase: Phrase) throws(IndexError) -> PostingList {
    guard !phrase.isEmpty else { return PostingList() }
    if phrase.count == 1 {
      guard let code = code(of: phrase, at: 0), let entry = try entry(of: Term(code, 0)) else {
        return PostingList()
      }
      return try postings(of: entry)
    }
    guard let cover = try PhraseCover(phrase, in: self) else { return PostingList() }
    if phrase.count == 2, cover.parts.count == 1, cover.parts[0].isNamed {
      return try postings(of: cover.parts[0].entry)
    }
    if !cover.parts.isEmpty {
      return try reading { bytes throws(Damage) in
        var search = PhraseSearch(cover, in: self)
        return try search.run(in: bytes)
      }
    }
    guard
      let candidates = try documents(
        withAllPartsOf: phrase, runs: Self.runsWithoutMarks(of: phrase))
    else { return PostingList() }
    return try StoredTextScan(phrase).occurrences(in: self, among: candidates)
  }

  /// All documents and frequencies of a term.
  package func postings(of entry: TermEntry) throws(IndexError) -> PostingList {
    try reading { bytes throws(Damage) in
      var cursor = PostingCursor(entry, of: self)
      return try cursor.readAll(in: bytes)
    }
  }

  /// The code of one token; nil for a word that no document has.
  func code(of phrase: Phrase, at index: Int) -> UInt32? {
    switch phrase.kind(index) {
    case .han: phrase.tokens[index][0]
    case .mark: Term.marks + phrase.tokens[index][0]
    case .word: wordNumber(of: phrase.tokens[index]).map { Term.words + $0 }
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
}
