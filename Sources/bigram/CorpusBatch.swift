import Synchronization

/// Documents that are handed on one by one; those that were are no longer in memory.
final class CorpusBatch: Sendable {
  private let rest: Mutex<[CorpusDocument]>

  /// Bytes of text of all documents.
  let byteCount: Int

  init(_ documents: [CorpusDocument]) {
    byteCount = documents.reduce(0) { $0 + $1.text.count }
    rest = Mutex(documents.reversed())
  }

  /// The next document; nil behind the last.
  func next() -> CorpusDocument? { rest.withLock { $0.popLast() } }
}
