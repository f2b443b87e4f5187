import ArgumentParser
import ByteAccess
import Foundation
import PlanComparison
import PlanDocument
import PlanExport
import TargetExtraction

/// What a user has said of names of indicators: `indicators.csv` and `mapping.csv` of the library, and
/// files that are named (docs/check.md).
struct IndicatorFiles {
  var table = IndicatorWordTable()
  var words = ComparisonWords.standard
  var mapping = PairMapping()

  /// - Parameters:
  ///   - indicators: a word table beside that of the library, which goes first.
  ///   - mapping: pairs beside those of the library.
  init(options: GlobalOptions, indicators: String? = nil, mapping: String? = nil) throws {
    let folder = options.libraryPath
    for file in [indicators, Self.existing(folder + "/indicators.csv")].compactMap({ $0 }) {
      table = try Self.table(file).merged(behind: table)
    }
    if !table.wordings.isEmpty || !table.directions.isEmpty { words = ComparisonWords(table) }
    for file in [mapping, Self.existing(folder + "/mapping.csv")].compactMap({ $0 }) {
      try readMapping(file)
    }
  }

  /// Keys of targets by the user's table as well.
  func rekeyed(_ records: [TargetRecord]) -> [TargetRecord] {
    guard !table.wordings.isEmpty else { return records }
    let wordings = table.wordings.map {
      (written: IndicatorKey.key(of: $0.written), meant: IndicatorKey.key(of: $0.meant))
    }
    return records.map { record in
      var record = record
      for wording in wordings where record.indicatorKey.holds(wording.written) {
        record.indicatorKey = record.indicatorKey.replacing(wording.written, with: wording.meant)
      }
      return record
    }
  }

  private static func existing(_ path: String) -> String? {
    FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// Columns `written`, `meant` and `better`; the last two may be empty, not both.
  private static func table(_ file: String) throws -> IndicatorWordTable {
    var table = IndicatorWordTable()
    for row in try rows(file, columns: ["written"], any: ["meant", "better"]) {
      let written = row.cells["written"] ?? ""
      let meant = row.cells["meant"] ?? ""
      let better = row.cells["better"] ?? ""
      guard !written.isEmpty, !(meant.isEmpty && better.isEmpty) else {
        throw problem(
          file, row.line,
          say("要有 written，以及 meant 或 better。", "it needs 'written', and 'meant' or 'better'."))
      }
      if !meant.isEmpty { table.wordings.append(IndicatorWordTable.Wording(written, meant)) }
      guard !better.isEmpty else { continue }
      guard let direction = IndicatorWordTable.Better(rawValue: better) else {
        throw problem(
          file, row.line,
          say("better 只有 more 和 less，没有“\(better)”。", "'better' is more or less, not '\(better)'."))
      }
      table.directions[meant.isEmpty ? written : meant] = direction
    }
    return table
  }

  /// Columns `a`, `b` and `relation`, which is `same` or `different`.
  private mutating func readMapping(_ file: String) throws {
    for row in try Self.rows(file, columns: ["a", "b", "relation"]) {
      let (a, b) = (row.cells["a"] ?? "", row.cells["b"] ?? "")
      guard !a.isEmpty, !b.isEmpty else {
        throw Self.problem(file, row.line, say("a 和 b 都要写。", "both 'a' and 'b' are needed."))
      }
      switch row.cells["relation"] ?? "" {
      case "same": mapping.confirm(a, b, words: words)
      case "different": mapping.forbid(a, b, words: words)
      case let other:
        throw Self.problem(
          file, row.line,
          say(
            "relation 只有 same 和 different，没有“\(other)”。",
            "'relation' is same or different, not '\(other)'."))
      }
    }
  }

  private static func rows(
    _ file: String, columns: [String], any others: [String] = []
  ) throws -> [CSVReader.Row] {
    let reader: CSVReader
    do {
      reader = try CSVReader(String(decoding: try SmallFile.read(file), as: UTF8.self))
    } catch let error as CSVError {
      throw FileProblem(file: file, problem: say(error.chinese, "\(error)"))
    }
    guard reader.head.isEmpty || columns.allSatisfy(reader.head.contains),
      reader.head.isEmpty || others.isEmpty || others.contains(where: reader.head.contains)
    else {
      let names = (columns + others).joined(separator: ", ")
      throw FileProblem(
        file: file, problem: say("第一行要有列名 \(names)。", "the first line has to name \(names)."))
    }
    return reader.rows
  }

  private static func problem(_ file: String, _ line: Int, _ text: String) -> FileProblem {
    FileProblem(file: file, problem: say("第 \(line) 行：", "line \(line): ") + text)
  }
}

extension IndicatorWordTable {
  /// The rows of one file behind those of another.
  fileprivate func merged(behind other: IndicatorWordTable) -> IndicatorWordTable {
    IndicatorWordTable(
      wordings: other.wordings + wordings,
      directions: directions.merging(other.directions) { _, theirs in theirs })
  }
}

/// Options of commands that compare names.
struct IndicatorArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "确认或禁止的名称配对（CSV：a,b,relation），在库的 mapping.csv 之外。",
        "Pairs of names confirmed or forbidden (CSV: a,b,relation), beside the library's mapping.csv."
      ),
      valueName: "file"))
  var mapping: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "指标名的同义写法和方向（CSV：written,meant,better），在库的 indicators.csv 之外。",
        "Wordings and directions (CSV: written,meant,better), beside the library's indicators.csv."),
      valueName: "file"))
  var indicators: String?

  func files(_ options: GlobalOptions) throws -> IndicatorFiles {
    try IndicatorFiles(options: options, indicators: indicators, mapping: mapping)
  }
}

extension PlanSource {
  /// The plan made ready for comparison.
  ///
  /// - Parameter tables: what its tables add up to, where it is held against itself.
  func checked(_ files: IndicatorFiles, tables: TableSums = TableSums()) -> CheckedPlan {
    CheckedPlan(
      document: document, targets: targets, passages: passages, divisions: divisions,
      tables: tables, words: files.words, mapping: files.mapping)
  }
}
