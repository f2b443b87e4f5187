/// Where one term occurs, ready to be written.
struct OccurrenceList {
  /// Ordinals, ascending, each once; then what is left of an earlier list.
  private var documents: [UInt32] = []
  private var frequencies: [UInt32] = []
  /// Positions document by document, ascending in each; empty for terms without.
  private var positions: [UInt32] = []
  /// Documents.
  private(set) var count = 0
  private(set) var hasPositions = false

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  func document(_ index: Int) -> UInt32 { documents[index] }

  @inline(__always)
  func frequency(_ index: Int) -> UInt32 { frequencies[index] }

  /// - Parameter index: of all positions of all documents.
  @inline(__always)
  func position(_ index: Int) -> UInt32 { positions[index] }

  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    count = 0
    hasPositions = false
  }

  /// Adds an occurrence of a term without positions to a list that was not filled; they come in order.
  mutating func append(_ document: UInt32) {
    if count > 0, documents[count - 1] == document {
      frequencies[count - 1] += 1
    } else {
      documents.append(document)
      frequencies.append(1)
      count += 1
    }
  }

  /// Adds a document whose positions, if it has any, are appended by `body`, to a list that was not
  /// filled.
  mutating func append<E: Error>(
    _ document: UInt32, frequency: UInt32, _ body: (inout [UInt32]) throws(E) -> Void
  ) throws(E) {
    documents.append(document)
    frequencies.append(frequency)
    count += 1
    try body(&positions)
    hasPositions = !positions.isEmpty
  }

  /// Makes it a list that `body` writes.
  ///
  /// - Parameters:
  ///   - limit: room for so many documents and positions.
  ///   - body: writes documents, frequencies and, where it has any, all positions; returns the number
  ///     of documents.
  @inline(__always)
  mutating func fill(
    upTo limit: Int, hasPositions: Bool,
    _ body: (
      inout MutableSpan<UInt32>, inout MutableSpan<UInt32>, inout MutableSpan<UInt32>
    ) -> Int
  ) {
    Self.makeRoom(&documents, limit)
    Self.makeRoom(&frequencies, limit)
    Self.makeRoom(&positions, limit)
    self.hasPositions = hasPositions
    count = Self.write(&documents, &frequencies, &positions, body)
  }

  @inline(__always)
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

  @inline(__always)
  private static func makeRoom(_ numbers: inout [UInt32], _ count: Int) {
    guard numbers.count < count else { return }
    numbers.append(contentsOf: repeatElement(0, count: count - numbers.count))
  }
}
