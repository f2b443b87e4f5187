import Foundation
import Glibc

/// Where data and messages go: data to standard output, everything else to standard error.
struct Console: Sendable {
  enum Stream { case output, error }

  /// Prints data as it stands.
  static func write(_ text: String) { print(text, terminator: "") }

  static func line(_ text: String) { print(text) }

  /// Prints a message for people.
  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func isTerminal(_ stream: Stream) -> Bool {
    isatty(stream == .output ? STDOUT_FILENO : STDERR_FILENO) == 1
  }

  /// Colour only on terminals, and never where `NO_COLOR` is set.
  static var usesColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isTerminal(.output) && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }

  /// Columns of the terminal; nil where output goes elsewhere.
  static var width: Int? {
    guard isTerminal(.output) else { return nil }
    let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return columns ?? 100
  }

  static func bold(_ text: String) -> String { usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  static func dim(_ text: String) -> String { usesColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  /// How a hit is marked: colour on a terminal, brackets elsewhere.
  static func marked(_ text: String) -> String {
    usesColour ? "\u{1B}[1;31m\(text)\u{1B}[0m" : "⟦\(text)⟧"
  }
}
