import ArgumentParser
import ByteAccess
import Foundation

/// The program: `gangyao COMMAND …`.
@main
struct Gangyao: ParsableCommand {
  static let version = "0.1.0"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "gangyao",
      abstract: say(
        "纲要：读入政府规划，精确检索，抽取数字指标。",
        "Gangyao: reads Chinese government plans, searches them exactly, extracts their targets."),
      discussion: say(
        """
        例：
          gangyao ingest Corpus                        读入文件夹里的规划
          gangyao search 森林覆盖率                    找出所有段落，一字不漏
          gangyao targets --format csv > targets.csv   全部数字指标及其出处
          gangyao outline 规划.txt                     篇、章、节和专栏
        """,
        """
        EXAMPLES:
          gangyao ingest Corpus                        read the plans of a folder
          gangyao search 森林覆盖率                    find every passage, exactly
          gangyao targets --format csv > targets.csv   every numeric target with its place
          gangyao outline plan.txt                     parts, chapters, sections and boxes
        """),
      version: version,
      subcommands: [
        IngestCommand.self, DocumentsCommand.self, RemoveCommand.self, OutlineCommand.self,
        ShowCommand.self, TargetsCommand.self, PassagesCommand.self, SearchCommand.self,
        CiteCommand.self, TermsCommand.self, CollocatesCommand.self, GlossaryCommand.self,
        CheckCommand.self,
        DiffCommand.self, KeysCommand.self, SampleCommand.self, EvaluateCommand.self,
        VerifyCommand.self,
      ])
  }

  /// Runs a command and ends the process with the exit codes of CONTRACT: 0 done and found, 1
  /// done and nothing found, 2 an error.
  static func main() {
    do {
      let arguments = arranged(Array(CommandLine.arguments.dropFirst()))
      var command = try parsed(arguments)
      if let long = command as? any PagedCommand, long.wantsPager { Pager.start() }
      try command.run()
      try Console.finish()
      exit(.success)
    } catch let code as ExitCode {
      do { try Console.finish() } catch {
        Console.note(explain(error))
        exit(.failed)
      }
      exit(code)
    } catch {
      if exitCode(for: error) == .success {
        Console.line(fullMessage(for: error))
        exit(.success)
      }
      Console.note(isUsage(error) ? fullMessage(for: error) : explain(error))
      if isUsage(error), let hint = Self.hint(CommandLine.arguments) { Console.note(hint) }
      exit(.failed)
    }
  }

  /// What was perhaps meant where a query begins with `-`, which reads like an option.
  private static func hint(_ arguments: [String]) -> String? {
    guard arguments.contains("search"), !arguments.contains("--") else { return nil }
    let query = arguments.first {
      $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.unicodeScalars.contains { !$0.isASCII }
    }
    return query.map {
      say(
        "以“-”开头的检索式写在 -- 之后：gangyao search -- '\($0)'",
        "A query that begins with '-' stands behind '--': gangyao search -- '\($0)'")
    }
  }

  /// The command that arguments name, read without the others, which takes a third of the time. What
  /// cannot be read so, `--help` among it, is read from the root, which tells all there is to tell.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    guard let name = arguments.first else { return try parseAsRoot(arguments) }
    if name == "search", let search = SearchCommand(plain: Array(arguments.dropFirst())) {
      return search
    }
    let commands = configuration.subcommands
    if let type = commands.first(where: { $0.configuration.commandName == name }) {
      if let command = try? type.parseAsRoot(Array(arguments.dropFirst())),
        Swift.type(of: command) == type
      {
        return command
      }
    } else if let error = UnknownCommand(
      name, among: commands.compactMap { $0.configuration.commandName })
    {
      throw error
    }
    return try parseAsRoot(arguments)
  }

  /// Global options in front of the command's name are moved behind it, where they are parsed.
  static func arranged(_ arguments: [String]) -> [String] {
    var front: [String] = []
    var rest = arguments[...]
    while let first = rest.first {
      let takesValue = first == "--library" || first == "--lang"
      let isGlobal =
        takesValue || first == "--quiet" || first == "--verbose" || first.hasPrefix("--library=")
        || first.hasPrefix("--lang=")
      guard isGlobal else { break }
      front += rest.prefix(takesValue ? 2 : 1)
      rest = rest.dropFirst(takesValue ? 2 : 1)
    }
    return rest.prefix(1) + front + rest.dropFirst()
  }

  /// Whether an error is about the arguments, which the parser words.
  private static func isUsage(_ error: any Error) -> Bool {
    error is ValidationError || exitCode(for: error) == .validationFailure
  }

  /// Ends the process; output that could not be written is an error, whatever the code.
  private static func exit(_ code: ExitCode) -> Never {
    do {
      try StandardOutput.flush()
    } catch {
      // Who has read enough leaves the pager before the end: that is no error.
      if !Pager.isRunning {
        Console.note(explain(error))
        Foundation.exit(ExitCode.failed.rawValue)
      }
    }
    Pager.finish()
    Foundation.exit(code.rawValue)
  }
}

/// A command whose output for people may be longer than a screen.
protocol PagedCommand {
  var output: OutputOptions { get }
  var options: GlobalOptions { get }
}

extension PagedCommand {
  /// Whether its output is shown page by page, if it goes to a terminal.
  var wantsPager: Bool {
    !options.noPager && (output.chosen == .table || output.chosen == .md)
  }
}

extension ExitCode {
  /// Done, and nothing was found.
  static let nothingFound = ExitCode(1)
  /// An error.
  static let failed = ExitCode(2)
  /// Stopped by the user, as a shell tells it: 128 and the number of SIGINT.
  static let interrupted = ExitCode(130)
}
