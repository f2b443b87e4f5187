import Foundation
import Testing

@Suite("What a researcher checks and takes along")
struct AccountabilityTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.writeCorpus()
    _ = try desk.run("ingest", "corpus", "--quiet")
  }

  @Test("targets --explain gives the words of each field with their places")
  func explain() throws {
    let records = try desk.run("targets", "corpus/forest/source.txt", "--explain").objects
    let record = try #require(records.first { $0["indicator"] as? String == "森林覆盖率" })
    let explain = try #require(record["explain"] as? [String: Any])
    let evidence = try #require(explain["evidence"] as? [[String: Any]])
    let words = evidence.map { "\($0["field"] ?? "")=\($0["text"] ?? "")" }
    #expect(words.contains("value=24.1") && words.contains("indicator=森林覆盖率"), "\(words)")
    #expect(words.contains("year=到2025年"), "\(words)")
    let text = try String(
      contentsOf: desk.folder.appendingPathComponent("corpus/forest/source.txt"), encoding: .utf8)
    let scalars = Array(text.unicodeScalars)
    for item in evidence {
      let offset = try #require(item["offset"] as? Int)
      let length = try #require(item["length"] as? Int)
      let first = try #require((item["text"] as? String)?.unicodeScalars.first)
      #expect(scalars[offset] == first && length > 0, "\(item)")
    }
    let told = try desk.run("targets", "forest", "--explain", "--format", "table")
    #expect(told.output.contains("subject.before: ") || told.output.contains("subject.before "))
  }

  @Test("targets --coverage adds up, for a file and for a document of the library")
  func coverage() throws {
    for plan in ["corpus/forest/source.txt", "forest"] {
      let result = try desk.run("targets", plan, "--coverage")
      let total = try #require(result.objects.last?["total"] as? Int)
      #expect(result.objects.count == total + 1 && total > 10)
      #expect(result.objects.last?["counted"] as? Int == total)
      let fates = try #require(result.objects.last?["fates"] as? [String: Int])
      #expect(fates.values.reduce(0, +) == total)
      #expect(fates["page_number"] ?? 0 >= 2)
    }
  }

  @Test("targets --coverage says where the file is no longer the one that was ingested")
  func stale() throws {
    try desk.write("corpus/water.html", "<html><body><p>到2025年，供水普及率达到99%。</p></body></html>")
    let result = try desk.run("targets", "water-plan", "--coverage")
    #expect(result.code == 2 && result.errors.contains("has changed since"))
  }

  @Test("-o writes a file whose ending says its form, and nothing on standard output")
  func file() throws {
    let result = try desk.run("targets", "-o", "targets.csv", "--headers", "zh", "--bom")
    #expect(result.code == 0 && result.output.isEmpty)
    let written = try Data(contentsOf: desk.folder.appendingPathComponent("targets.csv"))
    #expect(String(decoding: written, as: UTF8.self).hasPrefix("\u{FEFF}编号,文件,类型,指标,"))
    #expect(try desk.names().allSatisfy { !$0.hasSuffix(".new") && !$0.hasSuffix(".making") })
  }

  @Test("a workbook has three sheets and is the same to the byte when its time is")
  func workbook() throws {
    var books: [Data] = []
    for _ in 0..<2 {
      let result = try Command.run(
        ["targets", "-o", "targets.xlsx"], in: desk.folder,
        environment: ["SOURCE_DATE_EPOCH": "1700000000"])
      #expect(result.code == 0, "\(result.errors)")
      books.append(try Data(contentsOf: desk.folder.appendingPathComponent("targets.xlsx")))
    }
    #expect(books[0] == books[1])
    #expect(books[0].starts(with: Data("PK\u{3}\u{4}".utf8)))
    #expect(books[0].range(of: Data("xl/worksheets/sheet3.xml".utf8)) != nil)
    let refused = try desk.run("targets", "--format", "xlsx")
    #expect(refused.code == 2 && refused.errors.contains("-o FILE.xlsx"))
  }

  @Test("--package describes its table with hash, rows and types")
  func package() throws {
    #expect(try desk.run("targets", "--package", "data/out").code == 0)
    let folder = desk.folder.appendingPathComponent("data/out")
    let table = try String(
      contentsOf: folder.appendingPathComponent("targets.csv"), encoding: .utf8)
    let object = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.appendingPathComponent("datapackage.json")))
    let package = try #require(object as? [String: Any])
    let resource = try #require((package["resources"] as? [[String: Any]])?.first)
    #expect(resource["bytes"] as? Int == table.utf8.count)
    let lines = table.components(separatedBy: "\r\n")
    #expect(resource["rows"] as? Int == lines.count - 2)
    let schema = try #require(resource["schema"] as? [String: Any])
    let fields = try #require(schema["fields"] as? [[String: Any]])
    #expect(fields.map { $0["name"] as? String ?? "" } == lines[0].components(separatedBy: ","))
    #expect(fields.allSatisfy { !($0["description"] as? String ?? "").isEmpty })
    #expect((package["sources"] as? [[String: Any]])?.count == 2)
  }

  @Test("a sample that was filled in is evaluated, and two coders are compared")
  func sample() throws {
    let drawn = try desk.run("sample", "--n", "3", "--seed", "7", "--format", "csv")
    #expect(
      drawn.output == (try desk.run("sample", "--n", "3", "--seed", "7", "--format", "csv").output))
    var lines = drawn.output.components(separatedBy: "\r\n").filter { !$0.isEmpty }
    #expect(lines.count == 4)
    let empty = String(repeating: ",", count: 10)
    #expect(lines[1...].allSatisfy { $0.hasSuffix(empty) })
    func fill(_ verdicts: [String], _ name: String) throws {
      for line in 1...3 {
        lines[line] = String(lines[line].dropLast(empty.count)) + "," + verdicts[line - 1]
        lines[line] += String(repeating: ",", count: 9)
      }
      try desk.write(name, lines.joined(separator: "\r\n") + "\r\n")
      lines = drawn.output.components(separatedBy: "\r\n").filter { !$0.isEmpty }
    }
    try fill(["1", "1", "0"], "a.csv")
    try fill(["1", "0", "0"], "b.csv")
    let figures = try desk.run("evaluate", "a.csv").objects
    #expect(figures[0]["subject"] as? String == "detection")
    #expect(figures[0]["of"] as? Int == 3 && figures[0]["count"] as? Int == 2)
    let agreement = try desk.run("evaluate", "a.csv", "b.csv").objects
    #expect(agreement[0]["measure"] as? String == "alpha")
    #expect(try desk.run("sample", "--unit", "sentence", "--n", "2").objects.count == 2)
    let unjudged = try desk.run("evaluate", "corpus/manifest.csv")
    #expect(unjudged.code == 2 && unjudged.errors.contains("no verdict is filled in"))
  }
}
