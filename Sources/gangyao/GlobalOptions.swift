import ArgumentParser
import ByteAccess

extension Language: ExpressibleByArgument {}

/// Options that every command has.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "使用哪个库（默认 $GANGYAO_LIBRARY，否则 ./Index）。",
        "The library (default $GANGYAO_LIBRARY, else ./Index)."),
      valueName: "dir"))
  var library: String?

  @Option(name: .long, help: ArgumentHelp(say("消息语言：zh 或 en。", "Language of messages: zh or en.")))
  var lang: Language?

  @Flag(name: .long, help: ArgumentHelp(say("少说。", "Say less.")))
  var quiet = false

  @Flag(name: .long, help: ArgumentHelp(say("多说。", "Say more.")))
  var verbose = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      say("终端上不用分页程序（$PAGER，默认 less）。", "No pager on a terminal ($PAGER, default less).")))
  var noPager = false

  /// An empty name, as of a variable that is not set, would be the root of the file system.
  func validate() throws {
    if library?.isEmpty == true {
      throw ValidationError(say("--library 后面要有文件夹名。", "--library needs the name of a folder."))
    }
  }

  /// The library's folder.
  var libraryPath: String {
    if let library { return library }
    let variable = EnvironmentVariable.value("GANGYAO_LIBRARY") ?? ""
    return variable.isEmpty ? "Index" : variable
  }
}
