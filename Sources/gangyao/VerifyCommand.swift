import ArgumentParser
import PlanPipeline

/// `gangyao verify`: reads the whole library and says whether it is as it was written.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: say("通读整个库，检查每一个字节。", "Reads the whole library and checks every byte."),
      discussion: say(
        """
        完好则退出码为 0，有损坏为 1。
        例：
          gangyao verify
        """,
        """
        Exit code 0 where all is well, 1 where something is damaged.
        EXAMPLES:
          gangyao verify
        """))
  }

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let report = try LibraryVerifier(folder: options.libraryPath).verify()
    for file in report.leftovers where !options.quiet {
      Console.note(
        say(
          "\(file)：中断的写入留下的文件，下次写入时会清除。",
          "\(file): left by a writer that was interrupted; the next one removes it."))
    }
    if !report.isSealed, !options.quiet {
      let seal = LibraryFolder(options.libraryPath).seal
      Console.note(
        say(
          "\(seal)：没有这个文件，因为上次写入中断；目录只按内容检查。下次写入会补上。",
          "\(seal): missing, since the last writer was interrupted; of the catalog only what its "
            + "tables hold was checked. The next writer makes it anew."))
    }
    for fault in report.faults { Console.note(explain(fault)) }
    guard report.faults.isEmpty else {
      Console.note(
        say(
          "发现 \(report.faults.count) 处损坏。用 'gangyao ingest PATH --rebuild' 重建。",
          "\(report.faults.count) faults. Build the library anew with 'gangyao ingest PATH --rebuild'."
        ))
      throw ExitCode.nothingFound
    }
    if !options.quiet {
      Console.line(
        say(
          "完好：\(report.documents) 个文件，\(report.passages) 个段落，\(report.segments) 个索引段，\(report.bytes) 字节。",
          "sound: \(report.documents) documents, \(report.passages) passages, "
            + "\(report.segments) segments, \(report.bytes) bytes."))
    }
  }
}
