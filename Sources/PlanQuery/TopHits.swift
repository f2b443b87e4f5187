/// Keeps the best of many hits: a heap with the worst of them at its root.
struct TopHits {
  private let capacity: Int
  private var heap: [Hit] = []

  init(capacity: Int) { self.capacity = max(0, capacity) }

  /// Takes a hit.
  mutating func add(_ hit: Hit) {
    if heap.count < capacity {
      heap.append(hit)
      siftUp(heap.count - 1)
    } else if let worst = heap.first, Self.isWorse(worst, than: hit) {
      heap[0] = hit
      siftDown()
    }
  }

  /// Takes the documents of a segment; segments have to come in order.
  mutating func add(_ scores: DocumentScores, segment: Int) {
    var bound = bound
    for (place, score) in scores.scores.enumerated() where score > bound {
      add(Hit(segment: segment, ordinal: Int(scores.documents[place]), score: score))
      bound = self.bound
    }
  }

  /// Documents that score less are not kept; of those that score as much, later ones are not.
  var bound: Double {
    heap.count < capacity ? -Double.infinity : heap.first?.score ?? .infinity
  }

  /// The hits, best first.
  func sorted() -> [Hit] { heap.sorted { Self.isWorse($1, than: $0) } }

  private static func isWorse(_ a: Hit, than b: Hit) -> Bool {
    if a.score != b.score { return a.score < b.score }
    return (a.segment, a.ordinal) > (b.segment, b.ordinal)
  }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard Self.isWorse(heap[child], than: heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var worst = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if Self.isWorse(heap[child], than: heap[worst]) { worst = child }
      }
      if worst == parent { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
