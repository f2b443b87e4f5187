import ArgumentParser
import Foundation
import PlanDocument
import PlanExport

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

  /// The library's folder.
  var libraryPath: String {
    if let library { return library }
    let variable = ProcessInfo.processInfo.environment["GANGYAO_LIBRARY"] ?? ""
    return variable.isEmpty ? "Index" : variable
  }
}

/// Forms of output.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, jsonl, csv, md
}

/// How a command prints its records.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "输出格式：table、jsonl、csv、md（终端上默认 table，否则 jsonl）。",
        "table, jsonl, csv or md (default: table on a terminal, else jsonl).")))
  var format: OutputFormat?

  @Flag(
    name: .long,
    help: ArgumentHelp(say("CSV 前加字节顺序标记（Excel 需要）。", "Byte-order mark before CSV, for Excel.")))
  var bom = false

  var chosen: OutputFormat { format ?? (Console.isTerminal(.output) ? .table : .jsonl) }

  /// Prints records in the chosen form.
  ///
  /// - Parameters:
  ///   - shown: names of the columns that a table for people has, in its order.
  ///   - elastic: those that are cut when the table is too wide.
  func print<Record>(
    _ records: some Sequence<Record>, columns: RecordColumns<Record>, shown: [String],
    elastic: Set<String> = []
  ) {
    switch chosen {
    case .jsonl:
      for record in records { Console.line(columns.json(record).encoded) }
    case .csv:
      Console.write((bom ? CSVLine.byteOrderMark : "") + columns.csvHead)
      for record in records { Console.write(columns.csv(record)) }
    case .table:
      let chosen = shown.compactMap { name in columns.columns.first { $0.name == name } }
      var table = TextTable(
        chosen.map { column in
          TextTable.Column(
            say(column.chinese, column.english), isNumber: Self.numbers.contains(column.name),
            isElastic: elastic.contains(column.name))
        })
      for record in records {
        table.append(chosen.map { RecordColumns<Record>.cell($0.value(record)) })
      }
      for (index, line) in table.lines(width: Console.width).enumerated() {
        Console.line(index == 0 ? Console.bold(line) : line)
      }
    case .md:
      let chosen = shown.compactMap { name in columns.columns.first { $0.name == name } }
      Console.line(
        "| " + chosen.map { say($0.chinese, $0.english) }.joined(separator: " | ") + " |")
      Console.line("|" + String(repeating: " --- |", count: chosen.count))
      for record in records {
        let cells = chosen.map {
          RecordColumns<Record>.cell($0.value(record)).replacing("|", with: "\\|")
            .replacing("\n", with: " ")
        }
        Console.line("| " + cells.joined(separator: " | ") + " |")
      }
    }
  }

  /// Columns whose values stand right.
  private static let numbers: Set<String> = [
    "value", "value_max", "baseline", "line", "page", "offset", "length", "characters",
    "passages", "targets", "count", "total",
  ]
}
