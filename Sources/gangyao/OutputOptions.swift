import ArgumentParser
import Foundation
import PlanDocument
import PlanExport
import PlanWorkbook

/// Forms of output.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, jsonl, csv, md, xlsx, html
}

extension ColumnTitles: ExpressibleByArgument {}

/// How a command prints its records.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "输出格式：table、jsonl、csv、md、xlsx、html（终端上默认 table，写文件时看扩展名，否则 jsonl）。",
        "table, jsonl, csv, md, xlsx or html (default: table on a terminal, what the name of a file "
          + "says, else jsonl).")))
  var format: OutputFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      say("写入文件（整体替换），而不是标准输出。", "Write to a file, replaced as a whole, not to standard output."),
      valueName: "file"))
  var output: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(say("CSV 前加字节顺序标记（Excel 需要）。", "Byte-order mark before CSV, for Excel.")))
  var bom = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "CSV 和 XLSX 的列名：zh、en，或 names（字段名，CSV 默认）。",
        "Column titles of CSV and XLSX: zh, en, or names (field names; default for CSV).")))
  var headers: ColumnTitles?

  var chosen: OutputFormat {
    if let format { return format }
    if let ending = output.map({ URL(fileURLWithPath: $0).pathExtension.lowercased() }) {
      return OutputFormat(rawValue: ending) ?? (ending == "txt" ? .table : .jsonl)
    }
    return Console.isTerminal(.output) ? .table : .jsonl
  }

  func validate() throws {
    if chosen == .xlsx, output == nil {
      throw ValidationError(
        say("xlsx 要写入文件：请加 -o 文件.xlsx。", "A workbook goes to a file: add -o FILE.xlsx."))
    }
    if let output { Console.redirect(to: output) }
  }

  /// Prints records in the chosen form.
  ///
  /// - Parameters:
  ///   - shown: names of the columns that a table for people has, in its order.
  ///   - elastic: those that are cut when the table is too wide.
  ///   - documents: what the records come from, for the provenance that a workbook keeps.
  func print<Record>(
    _ records: some Sequence<Record>, columns: RecordColumns<Record>, shown: [String],
    elastic: Set<String> = [], documents: [DocumentRecord] = []
  ) {
    switch chosen {
    case .jsonl:
      for record in records { Console.line(columns.json(record).encoded) }
    case .csv:
      Console.write(
        (bom ? CSVLine.byteOrderMark : "") + columns.csvHead(headers ?? .names))
      for record in records { Console.write(columns.csv(record)) }
    case .xlsx:
      let titles = headers ?? (Language.current == .zh ? .zh : .en)
      let export = WorkbookExport(titles: titles, run: RunProvenance(documents: documents))
      do {
        Console.write(try export.bytes(records, columns: columns, beside: Self.scratch))
      } catch let error as WorkbookError {
        Console.fail(FileProblem(problem: say(error.chinese, "\(error)")))
      } catch {
        Console.fail(error)
      }
    case .table:
      let chosen = shown.compactMap { name in columns.columns.first { $0.name == name } }
      var table = TextTable(
        chosen.map { column in
          TextTable.Column(
            say(column.chinese, column.english), isNumber: Self.numbers.contains(column.name),
            isElastic: elastic.contains(column.name))
        })
      for record in records {
        table.append(chosen.map { RecordColumns<Record>.text($0.value(record)) })
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
          RecordColumns<Record>.text($0.value(record)).replacing("|", with: "\\|")
            .replacing("\n", with: " ")
        }
        Console.line("| " + cells.joined(separator: " | ") + " |")
      }
    case .html:
      let named = shown.compactMap { name in columns.columns.first { $0.name == name } }
      let chosen = named.isEmpty ? columns.columns : named
      Console.write(
        MarkupText.page(
          title: documents.count == 1 ? documents[0].title ?? documents[0].document : "gangyao",
          language: Language.current.rawValue,
          titles: chosen.map { say($0.chinese, $0.english) },
          rows: records.map { record in
            chosen.map { RecordColumns<Record>.text($0.value(record)) }
          }))
    }
  }

  /// Where a workbook is made before it takes the place of the file that was named.
  private static var scratch: String {
    FileManager.default.temporaryDirectory
      .appendingPathComponent("gangyao-\(ProcessInfo.processInfo.processIdentifier)").path
  }

  /// Columns whose values stand right.
  private static let numbers: Set<String> = [
    "value", "value_max", "baseline", "line", "page", "offset", "length", "characters",
    "passages", "targets", "count", "total", "low", "high", "of", "share", "hits", "documents",
    "per_10000", "other_per_10000", "other_count", "log_likelihood", "log_ratio", "log_dice",
    "left", "right",
  ]
}
