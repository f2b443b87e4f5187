import ByteAccess
import Foundation
import Glibc
import Synchronization

/// Where data and messages go: data to standard output, everything else to standard error.
struct Console: Sendable {
  enum Stream { case output, error }

  /// Data on its way to a file (`-o`): it is put there whole when the command has ended.
  private struct Collected {
    let path: String
    var bytes: [UInt8] = []
    var failure: (any Error)?
  }
  private static let collected = Mutex<Collected?>(nil)

  /// From now on data goes to a file and not to standard output.
  static func redirect(to path: String) {
    collected.withLock { if $0?.path != path { $0 = Collected(path: path) } }
  }

  /// Puts collected data into its file at once: a reader sees the old file or the new one.
  ///
  /// - Throws: what `fail` was told, or why the file cannot be written.
  static func finish() throws {
    guard let file = collected.withLock({ $0 }) else { return }
    if let failure = file.failure { throw failure }
    try SmallFile.replace(file.path, file.bytes)
  }

  /// Keeps collected data from its file, which stays as it was.
  static func fail(_ error: any Error) {
    collected.withLock { $0?.failure = error }
  }

  /// Prints data as it stands.
  static func write(_ text: String) {
    let isCollected = collected.withLock { file in
      file?.bytes.append(contentsOf: text.utf8)
      return file != nil
    }
    if !isCollected { print(text, terminator: "") }
  }

  static func line(_ text: String) { write(text + "\n") }

  /// Data that is no text, for a file.
  static func write(_ bytes: [UInt8]) {
    collected.withLock { $0?.bytes.append(contentsOf: bytes) }
  }

  /// Prints a message for people.
  static func note(_ text: String) {
    if Pager.hold(text) { return }
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func isTerminal(_ stream: Stream) -> Bool {
    if stream == .output, collected.withLock({ $0 != nil }) { return false }
    if stream == .output, Pager.isRunning { return true }
    return isatty(stream == .output ? STDOUT_FILENO : STDERR_FILENO) == 1
  }

  /// Colour only on terminals, and never where `NO_COLOR` is set.
  static var usesColour: Bool {
    isTerminal(.output) && (EnvironmentVariable.value("NO_COLOR") ?? "").isEmpty
      && EnvironmentVariable.value("TERM") != "dumb"
  }

  /// Columns of the terminal; nil where output goes elsewhere.
  static var width: Int? {
    guard isTerminal(.output) else { return nil }
    let stated = EnvironmentVariable.value("COLUMNS").flatMap { Int($0) }
    return stated ?? Pager.columns ?? Terminal.columns ?? 100
  }

  static func bold(_ text: String) -> String { usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  static func dim(_ text: String) -> String { usesColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  /// How a hit is marked: colour on a terminal, brackets elsewhere.
  static func marked(_ text: String) -> String {
    usesColour ? "\u{1B}[1;31m\(text)\u{1B}[0m" : "⟦\(text)⟧"
  }
}
