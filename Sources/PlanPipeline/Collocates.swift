import BigramIndex
import PlanCatalog
import PlanQuery
import TextFolding

/// The strings that stand near a word more often than chance would have it.
package struct Collocates {
  package struct Row: Sendable, Equatable {
    package let term: String
    /// Occurrences near the word, to its left and to its right.
    package internal(set) var left: Int
    package internal(set) var right: Int
    /// Against all text that is not near the word.
    package let keyness: Keyness
    package let logDice: Double
    /// Documents in which it stands near the word.
    package let documents: Int

    package var together: Int { left + right }
  }

  package enum Measure: String, Sendable, CaseIterable {
    case logLikelihood = "log-likelihood"
    case logDice = "log-dice"
  }

  package struct Options: Sendable {
    /// Tokens on each side, never over the end of a passage; at least 1.
    package var window = 8
    package var limit = 30
    /// Fewest occurrences near the word, at least 1.
    package var fewest = 3
    package var measure = Measure.logLikelihood

    package init() {}
  }

  /// What was found, and how often the word stands in the library.
  package let rows: [Row]
  package let occurrences: Int

  package init(
    _ query: SearchQuery, _ options: Options, within allowed: DocumentSet?, in view: LibraryView
  ) throws {
    let found = try LibraryMatches(query, in: view, within: allowed)
    let finder = OccurrenceFinder(query)
    var body = TextBody()
    var near: [Window] = []
    var occurrences = 0
    for run in found.runs {
      for place in run.places {
        let ordinal = Int(found.matches.ordinals[run.segment][place])
        let tokens = try view.index.segments[run.segment].tokens(of: ordinal)
        let places = finder.places(in: tokens)
        occurrences += places.count
        for window in Self.windows(places, in: tokens, width: options.window) {
          body.append(window.tokens, window.range)
          near.append(window)
        }
      }
      body.endText()
    }
    self.occurrences = occurrences
    let total = try view.tokens(within: allowed)
    let size = near.reduce(0) { $0 + $1.range.count }
    var best: [(string: Int, row: Row)] = []
    let strings = RepeatedStrings(body, fewest: options.fewest)
    var counts: [Int: Int] = [:]
    for (string, entry) in strings.entries.enumerated() where entry.length >= 2 {
      counts[string] = entry.count
    }
    // The most frequent first: behind one whose best possible score is too low there is none.
    let candidates = strings.whole(counts).sorted {
      (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1)
    }
    for string in candidates {
      let count = counts[string] ?? 0
      let bound = Self.score(count, of: count, size, total, occurrences, options.measure)
      // Pieces of better strings are taken out of the list at the end: some more are kept for that.
      if best.count >= 4 * options.limit, let last = best.last?.row,
        bound < last.score(options.measure)
      {
        break
      }
      let phrase = SearchQuery(phrase: Phrase(tokens: strings.tokenScalars(of: string)))
      var all = 0
      let matches = try QueryMatches(phrase, in: view.index, within: allowed)
      for segment in matches.ordinals.indices {
        for own in try matches.occurrences(segment: segment) { all += own }
      }
      all = max(count, all)
      let keyness = Keyness(
        count: count, size: size, otherCount: all - count, otherSize: max(0, total - size))
      guard keyness.isOverused else { continue }
      let row = Row(
        term: strings.text(of: string), left: 0, right: 0, keyness: keyness,
        logDice: Collocation.logDice(together: count, first: occurrences, second: all),
        documents: strings.entries[string].texts)
      let score = row.score(options.measure)
      let place = best.firstIndex { $0.row.score(options.measure) < score } ?? best.count
      best.insert((string, row), at: place)
    }
    let rowOf = Dictionary(uniqueKeysWithValues: best.map { ($0.string, $0.row) })
    // 绿色低 of 绿色低碳: what hardly stands without a word of one character is a piece of one with it.
    let isCharacter = query.scoredTerms.allSatisfy { $0.elements.count == 1 }
    let whole = strings.distinct(best.map(\.string), counts: counts, limit: best.count)
      .lazy.compactMap { string -> Row? in
        guard var row = rowOf[string] else { return nil }
        let sides = Self.sides(
          of: strings.tokenScalars(of: string), in: near,
          isBound: isCharacter && 10 * row.keyness.count >= 9 * row.keyness.total)
        (row.left, row.right) = (sides.left, sides.right)
        return sides.isPiece ? nil : row
      }
    rows = Array(whole.prefix(options.limit))
  }

  private static func score(
    _ count: Int, of all: Int, _ size: Int, _ total: Int, _ node: Int, _ measure: Measure
  ) -> Double {
    switch measure {
    case .logDice: Collocation.logDice(together: count, first: node, second: all)
    case .logLikelihood:
      Keyness(count: count, size: size, otherCount: all - count, otherSize: max(0, total - size))
        .logLikelihood
    }
  }

  /// Tokens on one side of the word.
  private struct Window {
    let tokens: TokenStream
    let range: Range<Int>
    let isLeft: Bool

    /// Where a string stands in it.
    func places(of string: [[UInt32]]) -> [Range<Int>] {
      guard range.count >= string.count else { return [] }
      return (range.lowerBound...range.upperBound - string.count).compactMap { start in
        string.indices.allSatisfy { tokens.scalars(of: start + $0).elementsEqual(string[$0]) }
          ? start..<start + string.count : nil
      }
    }
  }

  /// How often a string stands on each side of the word, and whether it is but a piece of something
  /// longer, which the edge of a window has cut.
  ///
  /// - Parameter isBound: whether the word itself, where it is the neighbour, counts as such too.
  private static func sides(
    of string: [[UInt32]], in near: [Window], isBound: Bool
  ) -> (left: Int, right: Int, isPiece: Bool) {
    var left = 0
    var right = 0
    var before: [ArraySlice<UInt32>: Int] = [:]
    var behind: [ArraySlice<UInt32>: Int] = [:]
    for window in near {
      for place in window.places(of: string) {
        if window.isLeft { left += 1 } else { right += 1 }
        let isBehindWord = !window.isLeft && place.lowerBound == window.range.lowerBound
        if place.lowerBound > 0, isBound || !isBehindWord,
          window.tokens.kind(place.lowerBound - 1) == .han
        {
          before[window.tokens.scalars(of: place.lowerBound - 1), default: 0] += 1
        }
        let isBeforeWord = window.isLeft && place.upperBound == window.range.upperBound
        if place.upperBound < window.tokens.count, isBound || !isBeforeWord,
          window.tokens.kind(place.upperBound) == .han
        {
          behind[window.tokens.scalars(of: place.upperBound), default: 0] += 1
        }
      }
    }
    let most = max(before.values.max() ?? 0, behind.values.max() ?? 0)
    return (
      left, right, Double(most) >= RepeatedStrings.pieceShare * Double(left + right)
    )
  }

  /// Tokens near some places and not in one of them, each once: what stands between two places is
  /// parted in its middle.
  private static func windows(
    _ places: [Range<Int>], in tokens: TokenStream, width: Int
  ) -> [Window] {
    var windows: [Window] = []
    let merged = OrdinalRanges.union(places)
    for (number, place) in merged.enumerated() {
      let first =
        number == 0 ? 0 : (merged[number - 1].upperBound + place.lowerBound) / 2
      let last =
        number == merged.count - 1
        ? tokens.count : (place.upperBound + merged[number + 1].lowerBound) / 2
      windows.append(
        Window(
          tokens: tokens, range: max(first, place.lowerBound - width)..<place.lowerBound,
          isLeft: true))
      windows.append(
        Window(
          tokens: tokens,
          range: place.upperBound..<min(last, place.upperBound + width), isLeft: false))
    }
    return windows.filter { !$0.range.isEmpty }
  }
}

extension Collocates.Row {
  func score(_ measure: Collocates.Measure) -> Double {
    switch measure {
    case .logDice: logDice
    case .logLikelihood: keyness.logLikelihood
    }
  }
}

extension LibraryView {
  /// Tokens of the passages that are looked at.
  func tokens(within allowed: DocumentSet?) throws -> Int {
    guard let allowed else { return index.liveTokens }
    var sum = 0
    for (number, segment) in index.segments.enumerated()
    where allowed.ranges.indices.contains(number) {
      for range in allowed.ranges[number] {
        for ordinal in range { sum += segment.length(of: ordinal) }
      }
    }
    return sum
  }
}
