import ArgumentParser
import ByteAccess
import PlanDocument
import PlanExport
import PlanPipeline
import TargetEvaluation

/// `gangyao evaluate`: how right the targets are, from what a person has judged.
struct EvaluateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "evaluate",
      abstract: say("精确率、召回率和编码者一致性。", "Precision, recall, and agreement of coders."),
      discussion: say(
        """
        例：
          gangyao evaluate 样本.csv                         填好的抽样：各字段精确率，95% 区间
          gangyao evaluate 句子.csv                         填好的句子样本：召回率
          gangyao evaluate 标准.jsonl --source 规划.txt     与手工记录比较
          gangyao evaluate 甲.csv 乙.csv                    两位编码者：Krippendorff α
        """,
        """
        EXAMPLES:
          gangyao evaluate sample.csv                       a judged sample: precision of each field
          gangyao evaluate sentences.csv                    a judged sample of sentences: recall
          gangyao evaluate gold.jsonl --source plan.txt     against records made by hand
          gangyao evaluate a.csv b.csv                      two coders: Krippendorff's alpha
        """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        "一个文件（样本 .csv 或手工记录 .jsonl），或两位编码者的两个文件。",
        "One file (a sample .csv, or gold .jsonl), or two coders' files.")))
  var files: [String]

  @Option(
    name: .long,
    help: ArgumentHelp(say("手工记录所属的文件或文件名。", "The file or document that the gold records are of.")))
  var source: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard (1...2).contains(files.count) else {
      throw ValidationError(say("写一个或两个文件。", "Name one file or two."))
    }
    if source != nil, files.count == 2 {
      throw ValidationError(say("--source 只用于一个文件。", "--source goes with one file."))
    }
    if source == nil, files.count == 1, Self.isJSON(files[0]) {
      throw ValidationError(
        say(
          "手工记录要与原文比较：请加 --source 规划.txt。",
          "Gold records are compared with a plan: add --source PLAN.txt."))
    }
    if files.count == 2, Self.isJSON(files[0]) != Self.isJSON(files[1]) {
      throw ValidationError(say("两个文件要同一种形式。", "Both files have to be of one form."))
    }
  }

  func run() throws {
    output.print(
      try figures(), columns: .figures,
      shown: ["subject", "measure", "value", "low", "high", "count", "of"])
  }

  private func figures() throws -> [Figure] {
    if files.count == 2 {
      return Self.isJSON(files[0])
        ? try naming(files[1]) {
          try CoderAgreement(try Self.annotations(files[0]), try Self.annotations(files[1])).figures
        }
        : try naming(files[1]) {
          try CoderAgreement(try Self.rows(files[0]), try Self.rows(files[1])).figures
        }
    }
    guard let source else {
      return try naming(files[0]) { try CodedSample(try Self.rows(files[0])).figures() }
    }
    let gold = try naming(files[0]) { try Self.annotations(files[0]) }
    let found = try PlanSource.resolve(source, options: options, reading: reading.options).targets
      .filter { $0.kind != PlanTarget.Kind.pledge.rawValue }
    return TargetScore(gold, found: found.map(AnnotatedClaim.init)).figures
  }

  /// Puts the file's name in front of what is wrong with it.
  private func naming<Value>(_ file: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as EvaluationError {
      throw FileProblem(file: file, problem: say(error.chinese, "\(error)"))
    } catch let error as CSVError {
      throw FileProblem(file: file, problem: say(error.chinese, "\(error)"))
    }
  }

  private static func isJSON(_ file: String) -> Bool {
    file.hasSuffix(".jsonl") || file.hasSuffix(".json")
  }

  private static func text(_ file: String) throws -> String {
    String(decoding: try SmallFile.read(file), as: UTF8.self)
  }

  private static func annotations(_ file: String) throws -> AnnotatedClaim.File {
    try AnnotatedClaim.File(try text(file))
  }

  private static func rows(_ file: String) throws -> [CodedSample.Row] {
    try CSVReader(try text(file)).rows.map { (line: $0.line, cells: $0.cells) }
  }
}

/// What is wrong with a file, in the language of the messages.
struct FileProblem: Error, CustomStringConvertible {
  /// Nil where the problem names it.
  var file: String?
  let problem: String

  var description: String { (file.map { $0 + say("：", ": ") } ?? "") + problem }
}

extension RecordColumns where Record == Figure {
  static var figures: Self {
    Self([
      RecordColumn("subject", "对象", "subject") { .string($0.subject) },
      RecordColumn("measure", "指标", "measure") { .string($0.measure) },
      RecordColumn("value", "值", "value", .number) { rounded($0.value) },
      RecordColumn("low", "95%下限", "95% low", .number) { rounded($0.interval?.low) },
      RecordColumn("high", "95%上限", "95% high", .number) { rounded($0.interval?.high) },
      RecordColumn("count", "对", "right", .integer) { .optional($0.count) },
      RecordColumn("of", "总", "of", .integer) { .optional($0.of) },
    ])
  }

  /// Four decimals.
  private static func rounded(_ value: Double?) -> JSONValue {
    .optional(value.map { ($0 * 10_000).rounded() / 10_000 })
  }
}
