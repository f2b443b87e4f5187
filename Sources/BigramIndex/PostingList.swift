/// In which documents something occurs, and how often in each.
package struct PostingList: Sendable, Equatable {
  /// Ordinals, ascending, each once.
  package var documents: [UInt32]
  /// Occurrences in each, at least 1.
  package var frequencies: [UInt32]

  package init(documents: [UInt32] = [], frequencies: [UInt32] = []) {
    self.documents = documents
    self.frequencies = frequencies
  }

  package var count: Int { documents.count }
  package var isEmpty: Bool { documents.isEmpty }

  mutating func append(_ document: UInt32, frequency: UInt32) {
    documents.append(document)
    frequencies.append(frequency)
  }

  /// Without some ordinals.
  ///
  /// - Parameter ranges: sorted and disjoint.
  package func removing(_ ranges: [Range<Int>]) -> PostingList {
    guard !ranges.isEmpty else { return self }
    var result = PostingList()
    var next = 0
    for (index, document) in documents.enumerated() {
      while next < ranges.count, ranges[next].upperBound <= Int(document) { next += 1 }
      if next < ranges.count, ranges[next].lowerBound <= Int(document) { continue }
      result.append(document, frequency: frequencies[index])
    }
    return result
  }

  /// Documents of any of the lists, with their frequencies added.
  package static func union(_ lists: [PostingList]) -> PostingList {
    guard lists.count > 1 else { return lists.first ?? PostingList() }
    var sums: [UInt32: UInt32] = [:]
    for list in lists {
      for (index, document) in list.documents.enumerated() {
        sums[document, default: 0] &+= list.frequencies[index]
      }
    }
    let documents = sums.keys.sorted()
    return PostingList(documents: documents, frequencies: documents.map { sums[$0] ?? 1 })
  }
}
