import Foundation
import Glibc
import Synchronization

/// A program that shows long output page by page; only ever started on a terminal.
enum Pager {
  private struct Running {
    let process: Process
    let columns: Int?
  }
  private static let running = Mutex<Running?>(nil)
  /// Messages that would stand in the middle of what the pager shows.
  private static let held = Mutex<[String]>([])

  /// Columns of the terminal in front of which a pager runs; nil where there is none.
  static var columns: Int?? { running.withLock { $0.map(\.columns) } }

  static var isRunning: Bool { running.withLock { $0 != nil } }

  /// From now on standard output goes to `$PAGER`, else to `less -R`, which ends by itself where
  /// everything fits on the screen. Nothing changes where output is no terminal or the pager cannot
  /// be started.
  static func start() {
    guard Console.isTerminal(.output), !isRunning else { return }
    var environment = ProcessInfo.processInfo.environment
    let command = environment["PAGER"] ?? "less -R"
    guard !command.isEmpty, command != "cat", environment["TERM"] != "dumb" else { return }
    // Ends on one screen (F), shows colour (R), leaves what it showed on the screen (X).
    if environment["LESS"] == nil { environment["LESS"] = "FRX" }
    if environment["LESSCHARSET"] == nil { environment["LESSCHARSET"] = "utf-8" }
    let columns = Console.width
    let pipe = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // Without the program everything is shown as it is.
    process.arguments = ["-c", "\(command) || cat"]
    process.environment = environment
    process.standardInput = pipe.fileHandleForReading
    do { try process.run() } catch { return }
    running.withLock { $0 = Running(process: process, columns: columns) }
    dup2(pipe.fileHandleForWriting.fileDescriptor, STDOUT_FILENO)
    try? pipe.fileHandleForWriting.close()
    try? pipe.fileHandleForReading.close()
    hand(terminalTo: getpgid(process.processIdentifier))
    // It may have been stopped for reading a terminal that was not yet its own.
    kill(-getpgid(process.processIdentifier), SIGCONT)
  }

  /// Lets the user read to the end.
  static func finish() {
    guard let running = running.withLock({ $0 }) else { return }
    close(STDOUT_FILENO)
    running.process.waitUntilExit()
    hand(terminalTo: getpgrp())
    Self.running.withLock { $0 = nil }
    for text in held.withLock({ $0 }) { Console.note(text) }
  }

  /// Keeps a message until the pager has ended.
  ///
  /// - Returns: false where no pager runs.
  static func hold(_ text: String) -> Bool {
    guard isRunning else { return false }
    held.withLock { $0.append(text) }
    return true
  }

  /// Makes a process group the one that the keyboard belongs to, Ctrl-C included; Foundation starts
  /// every process in a group of its own.
  private static func hand(terminalTo group: pid_t) {
    signal(SIGTTOU, SIG_IGN)
    tcsetpgrp(STDERR_FILENO, group)
  }
}
