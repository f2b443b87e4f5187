import ArgumentParser
import PlanDocument
import PlanExport
import PlanPipeline
import TargetEvaluation

/// `gangyao sample`: a random sample for a person to judge.
struct SampleCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sample",
      abstract: say("随机抽样，供人工核对。", "A random sample for a person to judge."),
      discussion: say(
        """
        按文件和类型分层，比例相同；同一种子抽到同一样本。空列填 1（对）或 0（错），
        句子样本填 claims（句中实有几个数字指标）和 right（找到的有几个对），
        然后用 'gangyao evaluate' 计算精确率、召回率和 95% 区间。
        例：
          gangyao sample --n 100 --seed 7 --format csv > 样本.csv
          gangyao sample 规划.txt --unit sentence --n 80 -o 句子.csv --bom
        """,
        """
        Stratified by document and kind, in proportion; one seed gives one sample. Fill 1 (right)
        or 0 (wrong) into the empty columns; of sentences fill in claims (how many the sentence
        makes) and right (how many of those found are right). 'gangyao evaluate' then gives
        precision, recall and their 95 % intervals.
        EXAMPLES:
          gangyao sample --n 100 --seed 7 --format csv > sample.csv
          gangyao sample plan.txt --unit sentence --n 80 -o sentences.csv --bom
        """))
  }

  enum Unit: String, CaseIterable, ExpressibleByArgument {
    case record, sentence
  }

  @Argument(
    help: ArgumentHelp(say("文件或库中的文件名；不写则为整个库。", "Files or documents; none: all of the library.")))
  var plans: [String] = []

  @Option(name: .customLong("n"), help: ArgumentHelp(say("抽多少。", "How many to draw.")))
  var count = 100

  @Option(name: .long, help: ArgumentHelp(say("随机种子。", "Seed of the random numbers.")))
  var seed: UInt64 = 1

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "record（记录：估精确率）或 sentence（句子：估召回率）。",
        "record (for precision) or sentence (for recall).")))
  var unit: Unit = .record

  @OptionGroup var output: OutputOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if count < 1 { throw ValidationError(say("--n 至少为 1。", "--n is at least 1.")) }
  }

  func run() throws {
    var failures = 0
    switch unit {
    case .record:
      let records = try collect(&failures) {
        try PlanSource.resolve($0, options: options, reading: reading.options).targets
      }
      .filter { $0.kind != PlanTarget.Kind.pledge.rawValue }
      let drawn = SystematicSample.draw(count, from: records, seed: seed) {
        "\($0.document)/\($0.kind)"
      }
      output.print(
        drawn, columns: .sampledTargets, shown: ["id", "kind", "indicator", "text", "year"],
        elastic: ["indicator"])
    case .sentence:
      let sentences = try collect(&failures) { name in
        let plan = try PlanReading.analyze(name, options: options, reading: reading.options)
        return SampledSentence.all(
          of: plan.outline, source: plan.source, document: plan.id, targets: plan.targetRecords)
      }
      let drawn = SystematicSample.draw(count, from: sentences, seed: seed) {
        "\($0.document)/\($0.kind.rawValue)"
      }
      output.print(
        drawn, columns: .sampledSentences, shown: ["document", "kind", "line", "found", "text"],
        elastic: ["text"])
    }
    if failures > 0 { throw ExitCode.failed }
  }

  private func collect<Item>(
    _ failures: inout Int, _ items: (String) throws -> [Item]
  ) throws -> [Item] {
    var all: [Item] = []
    for name in try PlanReading.names(plans, options: options) {
      do {
        all += try items(name)
      } catch {
        failures += 1
        Console.note(explain(error))
      }
    }
    return all
  }
}

extension RecordColumns where Record == TargetRecord {
  /// Records with the columns that a coder fills in.
  static var sampledTargets: Self {
    let kept: Set<String> = [
      "id", "document", "kind", "indicator", "change", "op", "value", "value_max", "unit", "year",
      "per", "text", "sentence", "path", "page", "line", "offset", "confidence",
    ]
    return Self(targets.columns.filter { kept.contains($0.name) })
      .adding(
        (CodedSample.recordVerdicts + ["remark"]).map { name in
          RecordColumn(name, name, name) { _ in .null }
        })
  }
}

extension RecordColumns where Record == SampledSentence {
  static var sampledSentences: Self {
    let cells: [RecordColumn<SampledSentence>] = [
      RecordColumn("document", "文件", "document") { .string($0.document) },
      RecordColumn("kind", "类型", "kind") { .string($0.kind.rawValue) },
      RecordColumn("path", "位置", "path") { .string($0.path) },
      RecordColumn("page", "页", "page", .integer) { .optional($0.page) },
      RecordColumn("line", "行", "line", .integer) { .integer($0.line) },
      RecordColumn("offset", "偏移", "offset", .integer) { .integer($0.offset) },
      RecordColumn("text", "原句", "sentence") { .string($0.text) },
      RecordColumn("found", "找到", "found", .integer) { .integer($0.found.count) },
      RecordColumn("found_claims", "找到的", "found claims", .list) {
        .array($0.found.map { .string("\($0.kind) \($0.indicator) \($0.op) \($0.text)") })
      },
    ]
    let empty = (CodedSample.sentenceVerdicts + ["remark"]).map { name in
      RecordColumn<SampledSentence>(name, name, name) { _ in .null }
    }
    return Self(cells + empty)
  }
}
