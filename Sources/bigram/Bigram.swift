import ArgumentParser
import BigramIndex
import ByteAccess
import Glibc

/// The index engine alone, without plans.
@main
struct Bigram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bigram",
    abstract: "An exact full-text index for Chinese.",
    discussion: """
      EXAMPLES:
        bigram build corpus.jsonl DIR          one {"id","title","text"} per line
        bigram search DIR 森林覆盖率           documents with the exact phrase, best first
        bigram search DIR --queries list.txt   one query per line
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, SearchCommand.self, MergeCommand.self, VerifyCommand.self,
      InspectCommand.self,
    ])

  /// Ends the process with 0 for done and found, 1 for nothing found or damage found, 2 for errors.
  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if try answersOneQuery(arguments) { return }
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      if exitCode(for: error) == .success {
        print(fullMessage(for: error))
        Glibc.exit(0)
      }
      Console.note(fullMessage(for: error))
      Glibc.exit(ExitCode.failed.rawValue)
    }
  }
}

extension Bigram {
  /// Runs `search DIR QUERY` without options, the command that scripts start thousands of times: the
  /// parser of arguments takes twice the time of the answer, and has nothing to decide here.
  ///
  /// - Returns: false for other arguments; nothing was done.
  private static func answersOneQuery(_ arguments: [String]) throws -> Bool {
    guard arguments.count == 3, arguments[0] == "search",
      !arguments[1].hasPrefix("-"), !arguments[2].hasPrefix("-")
    else { return false }
    let answers = QueryAnswers(snapshot: try IndexFolder(path: arguments[1]).openExisting())
    if try answers.print(arguments[2]) == 0 { throw ExitCode.nothingFound }
    return true
  }
}

extension ExitCode {
  /// Done, and nothing was found; or damage was.
  static let nothingFound = ExitCode(1)
  /// An error.
  static let failed = ExitCode(2)
}

enum Console {
  /// Prints a message for people.
  static func note(_ text: String) {
    StandardError.write(line: text)
  }
}
