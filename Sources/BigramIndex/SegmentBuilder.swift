import ByteAccess
import TextFolding

/// A segment in the making: documents come in, a file goes out.
package struct SegmentBuilder: Sendable {
  /// Most documents and occurrences of terms that one segment takes.
  package static let documentLimit = 1 << 28
  package static let occurrenceLimit = 1 << 30

  /// How many attributes each document has.
  package let attributeCount: Int
  private var parts: SegmentParts
  private var terms = TermTable()
  private var words: [[UInt32]: UInt32] = [:]
  /// Term and position of every occurrence in order, and where each document's begin.
  private var occurrenceTerms: [UInt32] = []
  private var occurrencePositions: [UInt32] = []
  private var documentStarts: [Int] = [0]

  package init(attributeCount: Int) {
    self.attributeCount = attributeCount
    parts = SegmentParts(attributeCount: attributeCount)
  }

  package var documentCount: Int { parts.lengths.count }
  package var isEmpty: Bool { documentCount == 0 }

  /// About how many bytes of memory it holds, and will hold while it is written.
  package var memory: Int {
    occurrenceTerms.count * 16 + terms.keys.count * 32 + parts.text.count + words.count * 96
  }

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - attributes: as many as `attributeCount`; missing ones are 0.
  ///   - id: what `bigram` calls it; empty for none.
  package mutating func add(
    _ tokens: TokenStream, attributes: [UInt32] = [], id: String = ""
  ) throws(IndexError) {
    guard documentCount < Self.documentLimit,
      occurrenceTerms.count + 2 * tokens.count < Self.occurrenceLimit
    else {
      throw .tooLarge(what: "\(documentCount + 1) documents", limit: Self.documentLimit)
    }
    parts.add(tokens, attributes: attributes, id: id)
    addTerms(of: tokens)
    documentStarts.append(occurrenceTerms.count)
  }

  private mutating func addTerms(of tokens: TokenStream) {
    var lineStarts = tokens.lineStarts[...]
    /// Token before, where it is adjacent: its kind and its code point or word number.
    var previous: (kind: TokenKind, part: UInt32)?
    var position: UInt32 = 0
    for index in 0..<tokens.count {
      if lineStarts.first == UInt32(index) {
        lineStarts.removeFirst()
        position += 1
        previous = nil
      }
      let kind = tokens.kind(index)
      let part: UInt32
      switch kind {
      case .han:
        part = tokens.scalars[Int(tokens.starts[index])]
        note(Term(.character, part), position)
      case .mark:
        part = tokens.scalars[Int(tokens.starts[index])]
        note(Term(.mark, part), position)
      case .word:
        part = wordNumber(tokens.scalars(of: index))
        note(Term(.word, part), position)
      }
      if let previous, position > 0 {
        switch (previous.kind, kind) {
        case (.han, .han): note(Term(.bigram, previous.part, part), position - 1)
        case (.han, .word): note(Term(.characterWord, previous.part, part), position - 1)
        case (.word, .han): note(Term(.wordCharacter, previous.part, part), position - 1)
        default: break
        }
      }
      previous = (kind, part)
      position += 1
    }
  }

  private mutating func note(_ term: Term, _ position: UInt32) {
    occurrenceTerms.append(terms.number(of: term))
    occurrencePositions.append(position)
  }

  private mutating func wordNumber(_ scalars: ArraySlice<UInt32>) -> UInt32 {
    let word = Array(scalars)
    if let known = words[word] { return known }
    let number = UInt32(words.count)
    words[word] = number
    return number
  }

  /// The file's bytes.
  package func encode() -> [UInt8] {
    var serializer = SegmentSerializer(parts: parts)
    let sorted = words.keys.sorted { $0.lexicographicallyPrecedes($1) }
    var rank = [UInt32](repeating: 0, count: sorted.count)
    for (place, word) in sorted.enumerated() {
      rank[Int(words[word] ?? 0)] = UInt32(place)
      serializer.append(word: word)
    }
    // Scatter by term: occurrences of each term stand together, still in order.
    var ends = [Int](repeating: 0, count: terms.keys.count + 1)
    for term in occurrenceTerms { ends[Int(term) + 1] += 1 }
    for index in 1..<ends.count { ends[index] += ends[index - 1] }
    let starts = ends
    var documents = [UInt32](repeating: 0, count: occurrenceTerms.count)
    var positions = documents
    for document in 0..<documentCount {
      for index in documentStarts[document]..<documentStarts[document + 1] {
        let term = Int(occurrenceTerms[index])
        documents[ends[term]] = UInt32(document)
        positions[ends[term]] = occurrencePositions[index]
        ends[term] += 1
      }
    }
    var order: [(term: Term, number: Int)] = []
    order.reserveCapacity(terms.keys.count)
    for (number, key) in terms.keys.enumerated() {
      order.append((Self.ranked(Term(key: key), rank), number))
    }
    order.sort { $0.term < $1.term }
    for (term, number) in order {
      let range = starts[number]..<starts[number + 1]
      serializer.append(term, documents: documents[range], positions: positions[range])
    }
    return serializer.finish()
  }

  /// The term with the places of its words in the sorted list in place of their numbers.
  private static func ranked(_ term: Term, _ rank: [UInt32]) -> Term {
    switch term.kind {
    case .word: Term(.word, rank[Int(term.first)])
    case .characterWord: Term(.characterWord, term.first, rank[Int(term.second)])
    case .wordCharacter: Term(.wordCharacter, rank[Int(term.first)], term.second)
    default: term
    }
  }
}
