import Foundation

/// Hands pieces of output from the thread that reads a child to the one that waits for it.
final class PieceQueue: @unchecked Sendable {
  enum Next {
    case piece([UInt8])
    case ended(ChildProcess.Ending)
    case failed(String)
    /// The time is up.
    case late
  }

  /// Pieces that wait at most; then the child has to.
  private static let mostWaiting = 64

  private let condition = NSCondition()
  // All below are touched under the condition's lock only.
  private var waiting: [[UInt8]] = []
  private var taken = 0
  private var end: Next?
  private var isDropped = false

  /// Waits for room; false where nobody takes pieces any more.
  func put(_ piece: [UInt8]) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while waiting.count - taken >= Self.mostWaiting, !isDropped { condition.wait() }
    guard !isDropped else { return false }
    waiting.append(piece)
    condition.broadcast()
    return true
  }

  func end(_ end: Next) {
    condition.lock()
    defer { condition.unlock() }
    self.end = end
    condition.broadcast()
  }

  /// The next piece or the end, whichever is first; waits until `deadline`.
  func next(before deadline: Date) -> Next {
    condition.lock()
    defer { condition.unlock() }
    while taken == waiting.count {
      if let end { return end }
      guard condition.wait(until: deadline) else {
        return taken < waiting.count ? take() : end ?? .late
      }
    }
    return take()
  }

  /// No piece is wanted any more; waits until the child is gone, for some seconds at most.
  func drop() {
    condition.lock()
    defer { condition.unlock() }
    isDropped = true
    waiting = []
    taken = 0
    condition.broadcast()
    let latest = Date(timeIntervalSinceNow: 5)
    while end == nil { guard condition.wait(until: latest) else { return } }
  }

  private func take() -> Next {
    defer {
      taken += 1
      if taken == waiting.count {
        waiting.removeAll(keepingCapacity: true)
        taken = 0
      }
      condition.broadcast()
    }
    return .piece(waiting[taken])
  }
}
