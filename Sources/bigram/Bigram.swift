import ArgumentParser
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
      var command = try parsed(Array(CommandLine.arguments.dropFirst()))
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
  /// The command that arguments name. That of `search` without options is read without the others: a
  /// third of the time of a process that answers one query is the reading of its arguments. What cannot
  /// be read so is read as all others are, which says what is wrong with it.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    if arguments.first == "search", !arguments.contains(where: { $0.hasPrefix("-") }),
      let command = try? SearchCommand.parse(Array(arguments.dropFirst()))
    {
      return command
    }
    return try parseAsRoot(arguments)
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
