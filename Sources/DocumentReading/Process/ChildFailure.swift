/// Why a child process gave nothing that can be used.
package enum ChildFailure: Error, Equatable, CustomStringConvertible {
  /// No program of that name is on the PATH.
  case notInstalled(program: String)
  case notStarted(program: String, problem: String)
  /// Killed with its children after that many seconds.
  case tooSlow(program: String, seconds: Double)
  /// Killed with its children after that many bytes of output.
  case tooMuchOutput(program: String, bytes: Int)

  package var description: String {
    switch self {
    case .notInstalled(let program): "\(program) is not installed"
    case .notStarted(let program, let problem): "\(program) cannot be started: \(problem)"
    case .tooSlow(let program, let seconds): "\(program) was ended after \(Int(seconds)) seconds"
    case .tooMuchOutput(let program, let bytes):
      "\(program) was ended after \(bytes) bytes of output"
    }
  }
}
