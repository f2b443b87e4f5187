import Dispatch
import Synchronization

/// Pieces of work done at the same time, as many as there are cores.
package enum SideBySide {
  /// The results of `body` for 0 to `count` − 1, in that order.
  ///
  /// - Throws: what the first of the pieces threw that threw anything; the others are done all the same.
  package static func map<R: Sendable, E: Error>(
    _ count: Int, _ body: @Sendable (Int) throws(E) -> R
  ) throws(E) -> [R] {
    guard count > 1 else { return count == 1 ? [try body(0)] : [] }
    let results = Mutex([Result<R, E>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let result: Result<R, E>
      do throws(E) { result = .success(try body(number)) } catch { result = .failure(error) }
      results.withLock { $0[number] = result }
    }
    var values: [R] = []
    for result in results.withLock({ $0 }) {
      if let result { values.append(try result.get()) }
    }
    return values
  }
}
