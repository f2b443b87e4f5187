import BigramIndex
import Dispatch
import Synchronization

/// Makes segments of batches of documents, several at once, and keeps their order.
final class SegmentQueue: Sendable {
  private struct State {
    /// By batch.
    var entries: [Int: CommitPoint.Entry] = [:]
    var failure: IndexError?
  }

  private let folder: String
  private let free: DispatchSemaphore
  private let group = DispatchGroup()
  private let state = Mutex(State())
  private let threads: Int

  init(folder: String, threads: Int) {
    self.folder = folder
    self.threads = threads
    free = DispatchSemaphore(value: threads)
  }

  /// Takes a batch; waits while as many as there are threads are being made.
  func add(_ documents: CorpusBatch, batch: Int, name: String) throws(IndexError) {
    free.wait()
    group.enter()
    DispatchQueue.global().async {
      do throws(IndexError) {
        try self.make(documents, batch, name)
      } catch {
        self.state.withLock { $0.failure = error }
      }
      self.free.signal()
      self.group.leave()
    }
  }

  /// All entries in the order of their batches, when the last is on the disk.
  func finish() throws(IndexError) -> [CommitPoint.Entry] {
    group.wait()
    let state = state.withLock(\.self)
    if let failure = state.failure { throw failure }
    return state.entries.sorted { $0.key < $1.key }.map(\.value)
  }

  private func make(
    _ documents: CorpusBatch, _ batch: Int, _ name: String
  ) throws(IndexError) {
    var maker = SegmentMaker(expectedBytes: documents.byteCount)
    while let document = documents.next() { try maker.add(document) }
    let entry = try maker.write(to: folder, name: name)
    state.withLock { $0.entries[batch] = entry }
  }
}
