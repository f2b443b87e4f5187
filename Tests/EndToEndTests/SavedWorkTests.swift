import Foundation
import Testing

@Suite("Addresses, sections and citations")
struct SavedWorkTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.writeCorpus()
    try #require(try desk.run("ingest", "corpus", "--quiet").code == 0)
  }

  private func address(_ query: String) throws -> String {
    try #require(try desk.run("search", query).objects.first?["address"] as? String)
  }

  @Test("an address is printed with each hit, and show takes it")
  func show() throws {
    let address = try address("森林覆盖率提高到")
    #expect(address.hasPrefix("forest#第二篇/第一章@"))
    let shown = try desk.run("show", address)
    #expect(shown.code == 0)
    #expect(shown.output.hasPrefix("某市林业发展"))
    #expect(shown.output.contains("\n▶ 到 2025 年，森林覆盖率提高到 24.1%"))
    #expect(shown.output.contains("第一章 总体目标"))
    #expect(!shown.output.contains("存在问题"))
    let rows = try desk.run("show", address, "--format", "jsonl").objects
    #expect(
      rows.filter { $0["marked"] as? Bool == true }.map { $0["address"] as? String } == [address])
    // In the middle of a passage, and with a path that is wrong: the number decides.
    let offset = try #require(address.split(separator: "@").last.flatMap { Int($0) })
    let inside = try desk.run("show", "forest#@\(offset + 3)", "--format", "jsonl")
    #expect(inside.errors.contains("No passage begins there"))
    #expect(
      inside.objects.filter { $0["marked"] as? Bool == true }.map { $0["address"] as? String }
        == [address])
    #expect(inside.code == 0)
    #expect(try desk.run("show", "forest#@0").code == 0)
    #expect(try desk.run("show", "forest#第二篇").output.contains("总体目标"))
    #expect(try desk.run("show", "forest#@99999").code == 2)
    #expect(try desk.run("cite", "forest#@99999").code == 2)
    #expect(try desk.run("show", "forrest#@0").errors.contains("forest"))
  }

  @Test("--open shows a hit in its section with what matches marked")
  func open() throws {
    let first = try desk.run("search", "森林覆盖率", "--open", "1", "--all", "--format", "table")
    #expect(first.code == 0)
    #expect(first.output.contains("▶ “十三五”时期"))
    #expect(first.output.contains("⟦森林覆盖率⟧达到"))
    #expect(first.output.contains("第一章 主要成就"))
    #expect(try desk.run("search", "森林覆盖率", "--open", "3").code == 1)
    #expect(try desk.run("search", "森林覆盖率", "--open", "0").code == 2)
    #expect(try desk.run("search", "森林覆盖率", "--open", "1", "--kwic").code == 2)
    let page = try desk.run("search", "森林覆盖率", "--open", "2", "--format", "md")
    #expect(page.output.contains("**森林覆盖率**"))
  }

  @Test("cite prints document, place and quote in two styles")
  func cite() throws {
    let address = try address("森林覆盖率提高到")
    let cited = try desk.run("cite", address)
    #expect(cited.code == 0)
    let lines = cited.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("“到 2025 年，森林覆盖率提高到 24.1%"))
    #expect(lines[1].hasPrefix("[1] ") && lines[1].contains("规划[R]."))
    #expect(lines[2].contains("第二篇 › 第一章") && lines[2].contains("line "))
    #expect(lines[3].contains(address))
    let bibtex = try desk.run("cite", "--query", "供水普及率", "--style", "bibtex")
    #expect(bibtex.output.hasPrefix("@techreport{water-plan:"))
    #expect(bibtex.output.contains("城乡供水普及率达到98\\%以上"))
    let object = try desk.run("cite", "--query", "森林覆盖率", "--hit", "2", "--format", "jsonl").objects
    #expect(object.first?["document"] as? String == "forest")
    #expect(object.first?["page"] is Int)
    #expect((object.first?["quote"] as? String)?.contains("森林覆盖率") == true)
    #expect(try desk.run("cite", "--query", "森林覆盖率", "--hit", "9").code == 1)
    #expect(try desk.run("cite", "forest").code == 2)
    #expect(try desk.run("cite").code == 2)
  }
}
