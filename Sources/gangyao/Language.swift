import ByteAccess

/// The language of messages, headings and help.
enum Language: String, CaseIterable, Sendable {
  case zh
  case en

  /// `--lang`, else the locale of the environment (POSIX order: LC_ALL, LC_MESSAGES, LANG).
  ///
  /// Read once from the command line itself, because help is printed before options are parsed.
  static let current: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="),
        let language = Language(rawValue: String(argument.dropFirst(7)))
      {
        return language
      }
    }
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { EnvironmentVariable.value($0) }
      .first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("zh") ? .zh : .en
  }()
}

/// One message in both languages, in the one that is asked for.
func say(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
  Language.current == .zh ? chinese() : english()
}
