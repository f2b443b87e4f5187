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

  /// Makes it a list that `body` writes.
  ///
  /// - Parameters:
  ///   - limit: room for so many documents, and for as many positions where it has any.
  ///   - body: writes documents, frequencies and all positions; returns the number of documents.
  mutating func fill(
    upTo limit: Int, hasPositions: Bool,
    _ body: (
      inout MutableSpan<UInt32>, inout MutableSpan<UInt32>, inout MutableSpan<UInt32>
    ) -> Int
  ) {
    func fit(_ numbers: inout [UInt32], _ count: Int) {
      if numbers.count > count { numbers.removeLast(numbers.count - count) }
      if numbers.count < count {
        numbers.append(contentsOf: repeatElement(0, count: count - numbers.count))
      }
    }
    fit(&documents, limit)
    fit(&frequencies, limit)
    fit(&positions, hasPositions ? limit : 0)
    let count = Self.write(&documents, &frequencies, &positions, body)
    fit(&documents, count)
    fit(&frequencies, count)
  }

  private static func write(
    _ documents: inout [UInt32], _ frequencies: inout [UInt32], _ positions: inout [UInt32],
    _ body: (
      inout MutableSpan<UInt32>, inout MutableSpan<UInt32>, inout MutableSpan<UInt32>
    ) -> Int
  ) -> Int {
    var documents = documents.mutableSpan
    var frequencies = frequencies.mutableSpan
    var positions = positions.mutableSpan
    return body(&documents, &frequencies, &positions)
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
