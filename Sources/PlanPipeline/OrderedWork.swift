import Dispatch
import Foundation
import Synchronization

/// Does the same work on many inputs, several at a time, and hands the results on in the order of
/// the inputs, to one thread.
final class OrderedWork<Input: Sendable, Output: Sendable>: Sendable {
  private struct State {
    /// The next input to be taken on, and the next to be handed on.
    var next = 0
    var handed = 0
    var results: [Int: Output] = [:]
    var isStopped = false
  }

  private let inputs: [Input]
  private let jobs: Int
  private let work: @Sendable (Input) -> Output
  private let state = Mutex(State())
  /// One token for each input that may be under way or wait to be handed on: what bounds memory.
  private let room = DispatchSemaphore(value: 0)
  private let finished = DispatchSemaphore(value: 0)

  /// Threads parse deeply nested markup: as much stack as a main thread has, in bytes.
  private static var stackSize: Int { 8 << 20 }

  /// - Parameter jobs: how many inputs at a time, at least 1; one does without threads.
  init(_ inputs: [Input], jobs: Int, work: @escaping @Sendable (Input) -> Output) {
    self.inputs = inputs
    self.jobs = min(jobs, inputs.count)
    self.work = work
    guard self.jobs > 1 else { return }
    for _ in 0..<self.jobs {
      room.signal()
      let thread = Thread { self.run() }
      thread.stackSize = Self.stackSize
      thread.start()
    }
  }

  /// The input whose result is the next; nil at the end.
  var upcoming: Input? {
    let index = state.withLock { $0.handed }
    return index < inputs.count ? inputs[index] : nil
  }

  /// Waits for the next result; nil at the end.
  func next() -> (input: Input, output: Output)? {
    let index = state.withLock { $0.handed }
    guard index < inputs.count else { return nil }
    let output = jobs > 1 ? result(of: index) : work(inputs[index])
    state.withLock { $0.handed += 1 }
    if jobs > 1 { room.signal() }
    return (inputs[index], output)
  }

  /// Lets every thread come to its end; called when no more results are wanted.
  func stop() {
    state.withLock { $0.isStopped = true }
    for _ in 0..<jobs { room.signal() }
  }

  private func result(of index: Int) -> Output {
    while true {
      if let output = state.withLock({ $0.results.removeValue(forKey: index) }) { return output }
      finished.wait()
    }
  }

  private func run() {
    while true {
      room.wait()
      let index: Int? = state.withLock { state in
        guard !state.isStopped, state.next < inputs.count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
      guard let index else { return }
      let output = work(inputs[index])
      state.withLock { $0.results[index] = output }
      finished.signal()
    }
  }
}
