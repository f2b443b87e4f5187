import Foundation

/// A child process that runs, and its output as it comes.
package final class RunningChild {
  private let child: ChildProcess
  private let pieces: PieceQueue
  private let task: Task<Void, Never>
  private let deadline: Date
  private var bytes = 0
  private var isOver = false

  /// How it ended; meaningful behind the last piece.
  package private(set) var ending = ChildProcess.Ending(code: nil, messages: "")

  init(_ child: ChildProcess, pieces: PieceQueue, task: Task<Void, Never>) {
    self.child = child
    self.pieces = pieces
    self.task = task
    deadline = Date(timeIntervalSinceNow: child.limits.seconds)
  }

  deinit { stop() }

  /// The next piece of standard output, waited for; nil at the end.
  ///
  /// - Throws: at a limit, behind which the child and its children are gone.
  package func next() throws(ChildFailure) -> [UInt8]? {
    guard !isOver else { return nil }
    switch pieces.next(before: deadline) {
    case .piece(let piece):
      bytes += piece.count
      if bytes > child.limits.output {
        stop()
        throw .tooMuchOutput(program: child.program, bytes: child.limits.output)
      }
      return piece
    case .ended(let ending):
      self.ending = ending
      isOver = true
      return nil
    case .failed(let problem):
      isOver = true
      throw .notStarted(program: child.program, problem: problem)
    case .late:
      stop()
      throw .tooSlow(program: child.program, seconds: child.limits.seconds)
    }
  }

  /// Kills the child with its children, where it runs, and waits until they are gone.
  package func stop() {
    guard !isOver else { return }
    isOver = true
    task.cancel()
    pieces.drop()
  }
}
