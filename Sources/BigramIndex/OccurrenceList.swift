/// Where one term occurs, ready to be written.
struct OccurrenceList {
  /// Ordinals, ascending, each once.
  private(set) var documents: [UInt32] = []
  private(set) var frequencies: [UInt32] = []
  /// Positions document by document, ascending in each; empty for terms without.
  private(set) var positions: [UInt32] = []

  var isEmpty: Bool { documents.isEmpty }
  var count: Int { documents.count }

  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
  }

  /// Adds one occurrence; they come in order.
  @inline(__always)
  mutating func append(_ document: UInt32) {
    let last = documents.count - 1
    if last >= 0, documents[last] == document {
      frequencies[last] += 1
    } else {
      documents.append(document)
      frequencies.append(1)
    }
  }

  @inline(__always)
  mutating func append(_ document: UInt32, position: UInt32) {
    append(document)
    positions.append(position)
  }

  /// Adds a document whose positions, if it has any, are appended by `body`.
  mutating func append<E: Error>(
    _ document: UInt32, frequency: UInt32, _ body: (inout [UInt32]) throws(E) -> Void
  ) throws(E) {
    documents.append(document)
    frequencies.append(frequency)
    try body(&positions)
  }
}
