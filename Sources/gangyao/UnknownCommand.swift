import PlanPipeline

/// A word in the place of a command that is none.
struct UnknownCommand: Error, CustomStringConvertible {
  let name: String
  let near: [String]
  let commands: [String]

  /// Nil for a command, and for an option, which the parser reads.
  init?(_ name: String, among commands: [String]) {
    guard !name.isEmpty, !name.hasPrefix("-"), name != "help", !commands.contains(name) else {
      return nil
    }
    self.name = name
    self.commands = commands
    near = NearNames.of(name, among: commands)
  }

  var description: String {
    let meant = near.isEmpty ? commands : near
    return near.isEmpty
      ? say(
        "\(name)：没有这个命令。命令有 \(meant.joined(separator: "、"))。",
        "\(name): there is no such command. Commands are \(meant.joined(separator: ", ")).")
      : say(
        "\(name)：没有这个命令。是不是 \(meant.joined(separator: "、"))？'gangyao --help' 列出全部命令。",
        "\(name): there is no such command. Perhaps \(meant.joined(separator: ", ")) is meant? "
          + "'gangyao --help' lists them all.")
  }
}
