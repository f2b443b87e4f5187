import ArgumentParser
import PlanPipeline

/// `gangyao remove`: takes documents out of the library.
struct RemoveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove",
      abstract: say("从库中移除文件。", "Takes documents out of the library."),
      discussion: say(
        """
        原文件不受影响。
        例：
          gangyao remove sample-education
        """,
        """
        The files themselves are left alone.
        EXAMPLES:
          gangyao remove sample-education
        """))
  }

  @Argument(help: ArgumentHelp(say("库中的文件名。", "Documents of the library.")))
  var documents: [String]

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let removed = try LibraryWriter.remove(documents, from: options.libraryPath)
    guard !options.quiet else { return }
    for name in removed { Console.note(say("已移除 \(name)", "removed \(name)")) }
  }
}
