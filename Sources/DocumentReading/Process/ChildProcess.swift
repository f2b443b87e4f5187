import ByteAccess
import Foundation
import Subprocess

/// Another program, run to its end with limits and without a shell.
///
/// Its output comes in pieces while it runs, so that nothing holds all of it. At a limit the
/// program is killed together with all processes that it started.
package struct ChildProcess: Sendable {
  /// A name on the PATH; `arguments` reach it as they are.
  package let program: String
  package let arguments: [String]
  package let limits: ChildLimits
  /// Variables beside or instead of those of this process.
  package var environment: [String: String] = [:]

  package init(_ program: String, _ arguments: [String], limits: ChildLimits) {
    self.program = program
    self.arguments = arguments
    self.limits = limits
  }

  /// How a child ended.
  package struct Ending: Sendable, Equatable {
    /// Exit code; nil where a signal ended it, as a limit on memory may.
    package var code: Int?
    /// The beginning of what it said on standard error.
    package var messages: String
  }

  /// Bytes of standard error that are kept; the rest is read and dropped.
  private static let keptMessages = 16 << 10

  /// Where a program lies, nil where no folder of the PATH has it.
  package static func location(of program: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    for folder in folders.split(separator: ":") {
      let path = "\(folder)/\(program)"
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    return nil
  }

  package static func isInstalled(_ program: String) -> Bool { location(of: program) != nil }

  /// Starts the program; its output is to be taken piece by piece.
  package func start() throws(ChildFailure) -> RunningChild {
    guard Self.isInstalled(program) else { throw .notInstalled(program: program) }
    let pieces = PieceQueue()
    return RunningChild(self, pieces: pieces, task: start(into: pieces))
  }

  /// Runs the program to its end, on the thread of the caller.
  ///
  /// - Returns: all of standard output. An exit code other than 0 is no failure here.
  package func output() throws(ChildFailure) -> (bytes: [UInt8], ending: Ending) {
    let child = try start()
    var all: [UInt8] = []
    while let piece = try child.next() { all += piece }
    return (all, child.ending)
  }

  private func start(into pieces: PieceQueue) -> Task<Void, Never> {
    // The threads of the caller may all be waiting: the child is looked after by others.
    Task(executorPreference: OwnThreads.shared) {
      do {
        let result = try await Subprocess.run(
          executable, arguments: Arguments(wrappedArguments), environment: childEnvironment,
          platformOptions: Self.platformOptions, input: .none, output: .sequence, error: .sequence
        ) { execution in
          let messages = Task(executorPreference: OwnThreads.shared) {
            await Self.beginning(of: execution.standardError)
          }
          for try await piece in execution.standardOutput {
            var bytes: [UInt8] = []
            piece.bytes.copy(to: &bytes)
            guard pieces.put(bytes) else { break }
          }
          return await messages.value
        }
        let code: Int? =
          if case .exited(let code) = result.terminationStatus { Int(code) } else { nil }
        pieces.end(.ended(Ending(code: code, messages: result.closureResult)))
      } catch {
        pieces.end(.failed("\(error)"))
      }
    }
  }

  private static func beginning(of messages: SubprocessOutputSequence) async -> String {
    var kept: [UInt8] = []
    do {
      for try await piece in messages where kept.count < keptMessages {
        piece.bytes.copy(to: &kept)
      }
    } catch {
      // What was said so far is all that there is.
    }
    return String(decoding: kept.prefix(keptMessages), as: UTF8.self)
  }

  // MARK: Limits

  /// `prlimit` sets limits of the operating system where it is there; the wall clock always counts.
  private var limitArguments: [String]? {
    guard Self.isInstalled("prlimit") else { return nil }
    var limited = ["--cpu=\(Int(limits.seconds.rounded(.up)) + 1)", "--core=0"]
    if let memory = limits.memory { limited.append("--as=\(memory)") }
    return limited
  }

  private var executable: Executable { limitArguments == nil ? .name(program) : .name("prlimit") }

  private var wrappedArguments: [String] {
    limitArguments.map { $0 + [program] + arguments } ?? arguments
  }

  private var childEnvironment: Environment {
    var changes: [Environment.Key: String?] = [:]
    for (name, value) in environment { changes[Environment.Key(stringLiteral: name)] = value }
    return .inherit.updating(changes)
  }

  private static var platformOptions: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(
        signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))
    ]
    return options
  }
}

extension RawSpan {
  fileprivate func copy(to bytes: inout [UInt8]) {
    bytes.append(self, 0..<byteCount)
  }
}
