import ArgumentParser
import Foundation
import PlanExport
import PlanPipeline

/// `gangyao ingest`: reads files into the library.
struct IngestCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ingest",
      abstract: say("把文件或文件夹读入库中。", "Reads files and folders into the library."),
      discussion: say(
        """
        未变的文件跳过，变了的替换；读不了的逐一说明，其余照常。按 Ctrl-C 中止，完成的部分保留。
        例：
          gangyao ingest Corpus
          gangyao ingest 规划/ 报告.html --jobs 2
          gangyao ingest 各省规划.zip 汇编.jsonl       压缩包、每行一个文件的 JSON
          gangyao ingest Corpus --rebuild            全部重新来过
          gangyao ingest Corpus --dry-run            只看会做什么
        """,
        """
        Unchanged files are skipped, changed ones replaced; what cannot be read is said, the rest is done.
        Ctrl-C stops it and keeps what is finished.
        EXAMPLES:
          gangyao ingest Corpus
          gangyao ingest plans/ report.html --jobs 2
          gangyao ingest plans.zip corpus.jsonl      archives; JSON with a document a line
          gangyao ingest Corpus --rebuild            everything anew
          gangyao ingest Corpus --dry-run            only say what would be done
        """))
  }

  @Argument(help: ArgumentHelp(say("文件和文件夹。", "Files and folders."), valueName: "path"))
  var paths: [String]

  @Option(name: .long, help: ArgumentHelp(say("同时处理几个文件。", "How many files at a time.")))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(
    name: .long, help: ArgumentHelp(say("只看会做什么，不写任何东西。", "Say what would be done, write nothing."))
  )
  var dryRun = false

  @Flag(
    name: .long,
    help: ArgumentHelp(say("丢掉整个库，全部重新读入。", "Drop the library and read everything anew.")))
  var rebuild = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if jobs < 1 { throw ValidationError(say("--jobs 至少为 1。", "--jobs is at least 1.")) }
  }

  func run() throws {
    let started = ContinuousClock.now
    let progress = Progress(isShown: !options.quiet && Console.isTerminal(.error))
    let bar = IngestBar(started: started)
    let interrupt = Interrupt()
    var run = IngestRun(
      folder: options.libraryPath,
      options: .init(
        jobs: jobs, isDryRun: dryRun, isRebuild: rebuild, reading: reading.options))
    run.isStopped = interrupt.check
    var notes: [IngestNote] = []
    let outcomes = try run.ingest(paths) { event in
      switch event {
      case .reading(let path, let state): progress.show(bar.line(path, state, at: .now))
      case .warning(let path, let warning):
        progress.clear()
        if options.verbose { Console.note("\(path): \(warning.told)") }
      case .note(let note): notes.append(note)
      case .finished(let outcome, let cause):
        progress.clear()
        report(outcome, cause)
      }
    }
    progress.clear()
    if output.chosen == .table {
      printTable(outcomes)
    } else {
      output.print(outcomes, columns: Self.columns, shown: [])
    }
    if !options.quiet {
      let summary = Self.summary(outcomes, seconds: started.duration(to: .now))
      Console.note((dryRun ? say("（未写入）", "(nothing written) ") : "") + summary)
    }
    if !options.quiet { for note in notes { Console.note(say("注意：", "note: ") + note.told) } }
    if interrupt.isAsked { throw ExitCode.interrupted }
    if outcomes.contains(where: { $0.status == .failed }) { throw ExitCode.failed }
  }

  private func report(_ outcome: FileOutcome, _ cause: (any Error)?) {
    if let cause {
      Console.note(say("失败：", "failed: ") + explain(cause))
    } else if options.verbose {
      Console.note("\(outcome.status.rawValue) \(outcome.path)")
    }
  }

  private func printTable(_ outcomes: [FileOutcome]) {
    output.print(
      outcomes.filter { $0.status != .failed }, columns: Self.columns,
      shown: ["status", "document", "characters", "units", "targets", "path"], elastic: ["path"])
  }

  private static let columns = RecordColumns<FileOutcome>([
    RecordColumn("path", "路径", "path") { .string($0.path) },
    RecordColumn("document", "文件", "document") { .optional($0.document) },
    RecordColumn("status", "状态", "status") { .string($0.status.rawValue) },
    RecordColumn("characters", "字数", "characters") { .optional($0.characters) },
    RecordColumn("units", "单元", "units") { .optional($0.units) },
    RecordColumn("targets", "指标", "targets") { .optional($0.targets) },
    RecordColumn("error", "错误", "error") { .optional($0.error) },
  ])

  private static func summary(_ outcomes: [FileOutcome], seconds: Duration) -> String {
    func count(_ status: FileOutcome.Status) -> Int { outcomes.count { $0.status == status } }
    let characters = outcomes.reduce(0) { $0 + ($1.characters ?? 0) }
    let targets = outcomes.reduce(0) { $0 + ($1.targets ?? 0) }
    let tenths = Int((seconds / .milliseconds(100)).rounded())
    let time = say("\(tenths / 10).\(tenths % 10) 秒", "\(tenths / 10).\(tenths % 10) s")
    return say(
      "新增 \(count(.added))，替换 \(count(.replaced))，未变 \(count(.unchanged))，失败 \(count(.failed))；"
        + "共 \(characters) 字，\(targets) 条指标；用时 \(time)。",
      "\(count(.added)) added, \(count(.replaced)) replaced, \(count(.unchanged)) unchanged, "
        + "\(count(.failed)) failed; \(characters) characters, \(targets) targets; \(time).")
  }
}
