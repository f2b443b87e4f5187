import Synchronization

/// Documents that are handed on one by one; those that were are no longer in memory.
final class CorpusBatch: Sendable {
  private let rest: Mutex<[CorpusDocument]>

  init(_ documents: [CorpusDocument]) { rest = Mutex(documents.reversed()) }

  /// The next document; nil behind the last.
  func next() -> CorpusDocument? { rest.withLock { $0.popLast() } }
}
