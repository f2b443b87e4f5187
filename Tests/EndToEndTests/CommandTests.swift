import Foundation
import Testing

@Suite("The command on a corpus of three pages")
struct CommandTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.writeCorpus()
  }

  private func ingest() throws {
    let result = try desk.run("ingest", "corpus", "--quiet")
    try #require(result.code == 0, "\(result.errors)")
  }

  @Test("ingests, says so a line a file, and the second time leaves everything as it is")
  func ingesting() throws {
    let first = try desk.run("ingest", "corpus")
    #expect(first.code == 0)
    #expect(first.objects.map { $0["document"] as? String } == ["forest", "water-plan"])
    #expect(first.objects.allSatisfy { $0["status"] as? String == "added" })
    #expect(first.objects[0]["path"] as? String == "corpus/forest/source.txt")
    #expect(first.errors.contains("2 added, 0 replaced, 0 unchanged, 0 failed"))
    let names = try desk.names()
    let second = try desk.run("ingest", "corpus")
    #expect(second.objects.allSatisfy { $0["status"] as? String == "unchanged" })
    #expect(try desk.names() == names)
  }

  @Test("finds a phrase that a line end tears, with its place and what to mark")
  func searching() throws {
    try ingest()
    let result = try desk.run("search", "森林覆盖率达到")
    #expect(result.code == 0)
    let hit = try #require(result.objects.first)
    #expect(hit["rank"] as? Int == 1)
    #expect(hit["document"] as? String == "forest")
    #expect(hit["kind"] as? String == "paragraph")
    #expect(hit["path"] as? String == "第一篇/第一章")
    #expect(hit["line"] as? Int == 4)
    #expect(hit["page"] as? Int == 1)
    let text = try #require(hit["text"] as? String)
    let mark = try #require((hit["highlights"] as? [[Int]])?.first)
    #expect(String(Array(text)[mark[0]..<mark[0] + mark[1]]) == "森林覆盖率达到")
    let last = try #require(result.objects.last)
    #expect(last["total"] as? Int == 1)
    #expect(last["returned"] as? Int == 1)
    #expect(last["near"] as? Int == 0)
    #expect(last["took_us"] is Int)
  }

  @Test("marks hits for people, and shows where they stand")
  func forPeople() throws {
    try ingest()
    let result = try desk.run("search", "森林覆盖率", "--format", "table", "--limit", "1")
    #expect(result.code == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("1  forest:"))
    #expect(lines[0].contains(" › 第一章"))
    #expect(lines[1].contains("⟦森林覆盖率⟧"))
    #expect(!result.output.contains("\u{1B}"))
    #expect(result.errors.contains("2 passages, 1 shown"))
  }

  @Test("pages through hits, streams all of them, and counts them")
  func paging() throws {
    try ingest()
    let second = try desk.run("search", "森林覆盖率", "--limit", "1", "--offset", "1").objects
    #expect(second.first?["rank"] as? Int == 2)
    #expect(second.last?["total"] as? Int == 2)
    let all = try desk.run("search", "森林覆盖率", "--all").objects
    #expect(all.dropLast().map { $0["path"] as? String } == ["第一篇/第一章", "第二篇/第一章"])
    #expect(all.first?["rank"] is NSNull)
    let counts = try desk.run("search", "森林覆盖率", "--count-by", "part").objects
    #expect(counts.map { $0["key"] as? String } == ["forest/第一篇", "forest/第二篇"])
    #expect(counts.map { $0["count"] as? Int } == [1, 1])
    #expect(counts.map { $0["hits"] as? Int } == [1, 1])
    #expect(counts.allSatisfy { ($0["per_10000"] as? Double ?? 0) > 0 })
    let years = try desk.run("search", "供水普及率", "--count-by", "plan-year").objects
    #expect(years.contains { $0["key"] as? String == "2021" && $0["documents"] as? Int == 1 })
    let csv = try desk.run("search", "供水普及率", "--format", "csv").output
    #expect(
      csv.hasPrefix("rank,score,document,kind,path,line,page,offset,text,highlights,address\r\n1,"))
  }

  @Test("sets occurrences under one another with their context")
  func concordance() throws {
    try ingest()
    let rows = try desk.run("search", "覆盖率", "--kwic").objects
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0["hit"] as? String == "覆盖率" })
    #expect((rows[0]["left"] as? String)?.hasSuffix("全市森林") == true)
    #expect((rows[1]["right"] as? String)?.hasPrefix("提高到") == true)
    let lines = try desk.run("search", "覆盖率", "--kwic", "--format", "table").output
      .split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.contains("⟦覆盖率⟧") })
    // Under one another, whatever stands in front.
    let starts = lines.compactMap { line in
      line.firstIndex(of: "⟦").map { width(line[..<$0]) }
    }
    #expect(Set(starts).count == 1)
    #expect(try desk.run("search", "覆盖率", "--kwic", "--limit", "1").objects.count == 1)
    let sorted = try desk.run("search", "林业", "--kwic", "--all", "--sort", "right").objects
    let rights = sorted.compactMap { $0["right"] as? String }
    #expect(rights.count > 5)
    let firsts = rights.map { $0.unicodeScalars.first?.value ?? 0 }
    // A full-width mark is sorted as what it folds to.
    #expect(
      firsts.filter { $0 >= 0x4E00 && $0 < 0xA000 }
        == firsts.filter { $0 >= 0x4E00 && $0 < 0xA000 }.sorted())
    let csv = try desk.run("search", "覆盖率", "--kwic", "--format", "csv").output
    #expect(csv.hasPrefix("document,kind,path,line,page,offset,left,hit,right,address\r\nforest,"))
    let page = try desk.run("search", "覆盖率", "--kwic", "--format", "md", "--context", "4").output
    #expect(page.contains("| 全市森林 | **覆盖率** | 达到 2 |"))
    #expect(try desk.run("search", "覆盖率", "--kwic", "--context", "-1").code == 2)
    #expect(try desk.run("search", "鼉", "--kwic").code == 1)
  }

  @Test("takes global options in front of the command's name too")
  func globalOptions() throws {
    let result = try desk.run("--library", "elsewhere", "--quiet", "ingest", "corpus")
    #expect(result.code == 0 && result.errors.isEmpty)
    #expect(try desk.run("search", "森林", "--library=elsewhere").code == 0)
    #expect(try desk.run("search", "森林").code == 2)
  }

  @Test("looks only where it is told to")
  func filters() throws {
    try ingest()
    #expect(try desk.run("search", "森林", "--doc", "water-plan").code == 1)
    #expect(
      try desk.run("search", "到2025年", "--level", "province").objects.last?["total"] as? Int == 1)
    #expect(
      try desk.run("search", "森林覆盖率", "--in", "第二篇").objects.last?["total"] as? Int == 1)
    #expect(try desk.run("search", "森林覆盖率", "--division", "box").code == 1)
    let unknown = try desk.run("search", "森林", "--doc", "forrest")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("forest"))
  }

  @Test("says that only near matches were found, and exits 1; with nothing at all too")
  func nearMatches() throws {
    try ingest()
    let near = try desk.run("search", "森林覆盖率下降", "--format", "table")
    #expect(near.code == 1)
    #expect(near.output.hasPrefix("No passage matches as asked."))
    let counted = try desk.run("search", "森林覆盖率下降").objects.last
    #expect(counted?["total"] as? Int == 0)
    #expect(counted?["near"] as? Int ?? 0 > 0)
    let nothing = try desk.run("search", "鼉")
    #expect(nothing.code == 1)
    #expect(nothing.objects.count == 1)
  }

  @Test("points at what is wrong with a query, and exits 2")
  func badQuery() throws {
    try ingest()
    let result = try desk.run("search", "森林 (覆盖率")
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("\n") && result.errors.contains("^"))
  }

  @Test("extracts targets from a file without a library, and writes nothing")
  func targetsOfFile() throws {
    let names = try desk.names()
    let result = try desk.run("targets", "corpus/forest/source.txt")
    #expect(result.code == 0)
    let target = try #require(
      result.objects.first { $0["value"] as? Double == 24.1 }, "\(result.output)")
    #expect(target["indicator"] as? String == "森林覆盖率")
    #expect(target["unit"] as? String == "%")
    #expect(target["year"] as? String == "2025")
    #expect(target["path"] as? String == "第二篇/第一章")
    #expect(target["page"] as? Int == 3)
    #expect(!result.objects.contains { $0["value"] as? Double == 23.5 })
    #expect(
      try desk.run("targets", "corpus/forest/source.txt", "--kind", "all").objects
        .contains { $0["value"] as? Double == 23.5 })
    let bounded = try desk.run("targets", "corpus/forest/source.txt", "--value", ">=24%")
    #expect(bounded.objects.map { $0["value"] as? Double } == [24.1])
    #expect(try desk.names() == names)
  }

  @Test("the offset of a target leads to its number in the source")
  func offsets() throws {
    let file = desk.folder.appendingPathComponent("corpus/forest/source.txt")
    let source = Array(try String(contentsOf: file, encoding: .utf8).unicodeScalars)
    let result = try desk.run("targets", "corpus/forest/source.txt", "--kind", "all")
    #expect(!result.objects.isEmpty)
    for target in result.objects {
      let offset = try #require(target["offset"] as? Int)
      let text = try #require(target["text"] as? String)
      #expect(text.unicodeScalars.contains(source[offset]), "\(text)")
    }
  }

  @Test("shows outline and text of a file and of a document alike")
  func outlineAndShow() throws {
    try ingest()
    let file = try desk.run("outline", "corpus/forest/source.txt")
    #expect(file.code == 0)
    #expect(
      file.objects.map { $0["path"] as? String }
        == ["第一篇", "第一篇/第一章", "第一篇/第二章", "第二篇", "第二篇/第一章"])
    #expect(try desk.run("outline", "forest").output == file.output)
    #expect(try desk.run("outline", "forest", "--depth", "1").objects.count == 2)
    let part = try desk.run("show", "forest", "第一篇/第二章")
    #expect(part.output.contains("基层管护力量薄弱"))
    let unknown = try desk.run("show", "forest", "第九篇/第二章")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("第一篇/第二章"))
  }

  @Test("lists documents and passages, removes, verifies")
  func keeping() throws {
    try ingest()
    let documents = try desk.run("documents").objects
    #expect(documents.map { $0["document"] as? String } == ["forest", "water-plan"])
    #expect(documents[1]["level"] as? String == "province")
    #expect((documents[0]["checksum"] as? String)?.hasPrefix("sha256:") == true)
    #expect(documents[0].keys.contains("issuer"))
    let passages = try desk.run("passages", "water-plan").objects
    #expect(passages.contains { ($0["text"] as? String)?.contains("供水普及率") == true })
    #expect(try desk.run("verify").code == 0)
    #expect(try desk.run("remove", "forest").code == 0)
    #expect(try desk.run("search", "森林覆盖率", "--doc", "water-plan").code == 1)
    #expect(try desk.run("documents").objects.count == 1)
    #expect(try desk.run("remove", "forest").code == 2)
    let segments = desk.folder.appendingPathComponent("Index/segments")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: segments.path).first)
    let segment = segments.appendingPathComponent(name)
    var bytes = try Data(contentsOf: segment)
    bytes[bytes.count / 2] ^= 0xFF
    try bytes.write(to: segment)
    let damaged = try desk.run("verify")
    #expect(damaged.code == 1)
    #expect(damaged.errors.contains(name))
  }

  @Test("speaks Chinese where the locale or --lang asks for it")
  func languages() throws {
    let chinese = try Command.run(
      ["search", "甲"], in: desk.folder, environment: ["LANG": "zh_CN.UTF-8"])
    #expect(chinese.code == 2)
    #expect(chinese.errors.contains("这里没有库"))
    #expect(try desk.run("search", "甲").errors.contains("there is no library here"))
    #expect(try desk.run("search", "甲", "--lang", "zh").errors.contains("这里没有库"))
    let help = try desk.run("search", "--help")
    #expect(help.code == 0)
    #expect(help.output.contains("EXAMPLES"))
    #expect(try desk.run("nonsense").code == 2)
  }

  @Test("searches a library in a folder that it may not write")
  func readOnlyLibrary() throws {
    try ingest()
    let nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    let files = FileManager.default
    let index = desk.folder.appendingPathComponent("Index").path
    for name in [index, index + "/segments"] {
      try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: name)
    }
    let probe = try? Command.run(["--version"], in: desk.folder, through: nobody)
    guard probe?.code == 0 else { return }
    let names = try desk.names()
    let result = try Command.run(["search", "森林覆盖率"], in: desk.folder, through: nobody)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.objects.last?["total"] as? Int == 2)
    #expect(try desk.names() == names)
    let writing = try Command.run(["ingest", "corpus"], in: desk.folder, through: nobody)
    #expect(writing.code == 2)
    #expect(writing.errors.contains("Index"))
  }

  /// Columns of a terminal: Han characters take two.
  private func width(_ text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
