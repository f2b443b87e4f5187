import Foundation
import Testing

@Suite("What the command says")
struct MessageTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.writeCorpus()
    try #require(try desk.run("ingest", "corpus", "--quiet").code == 0)
  }

  @Test("names an unknown command and the nearest one, behind global options too")
  func unknownCommand() throws {
    for arguments in [
      ["serch", "林业"], ["serch", "--library", "x"], ["--library", "x", "serch"],
      ["--lang", "zh", "serch", "--limit", "3"],
    ] {
      let result = try Command.run(arguments, in: desk.folder)
      #expect(result.code == 2)
      #expect(result.errorLines.count == 1)
      #expect(result.errors.contains("serch") && result.errors.contains("search"))
      #expect(!result.errors.contains("--library"))
    }
    #expect(try desk.run("nope", "--library", "x").errors.contains("Commands are ingest"))
    for arguments in [["--version"], ["--help"], ["help"], ["help", "search"]] {
      #expect(try Command.run(arguments, in: desk.folder).code == 0)
    }
  }

  @Test("names near parts for one that is not there")
  func unknownPart() throws {
    let result = try desk.run("search", "林业", "--in", "第三篇")
    #expect(result.code == 2)
    #expect(result.errors.contains("第三篇: none of the documents has such a part"))
    #expect(result.errors.contains("第一篇"))
    #expect(try desk.run("search", "林业", "--in", "第二篇").code == 0)
  }

  @Test("says behind what a query stands that begins with a minus")
  func minus() throws {
    for arguments in [["search", "-发展"], ["search", "林业", "-产业"]] {
      let result = try Command.run(arguments, in: desk.folder)
      #expect(result.code == 2)
      #expect(result.errors.contains("search -- "), "\(result.errors)")
    }
    #expect(try desk.run("search", "--", "-产业 林业").code == 0)
  }

  @Test("sums up counts and concordances, and says that nothing was found")
  func summaries() throws {
    for options in [["--kwic"], ["--count-by", "part"]] {
      let found = try Command.run(["search", "森林覆盖率"] + options, in: desk.folder)
      #expect(found.errors.contains("2 hits in 2 passages"), "\(found.errors)")
      let none = try Command.run(["search", "没有的"] + options, in: desk.folder)
      #expect(none.code == 1)
      #expect(none.errors.contains("Nothing found."))
      let quiet = try Command.run(["search", "森林", "--quiet"] + options, in: desk.folder)
      #expect(quiet.errors.isEmpty)
    }
    let one = try desk.run("search", "森林覆盖率", "--kwic", "--limit", "1")
    #expect(one.objects.count == 1)
    #expect(one.errors.contains("2 passages, 1 shown"))
  }

  @Test("a link that leads out of the folder is told under the summary")
  func links() throws {
    try desk.write("elsewhere/plan.txt", "某市规划\n\n到2025年，入学率达到99%。\n")
    let link = desk.folder.appendingPathComponent("corpus/out.txt").path
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "../elsewhere/plan.txt")
    let result = try desk.run("ingest", "corpus")
    #expect(result.code == 0)
    #expect(result.errorLines.count == 2)
    #expect(result.errorLines.last?.hasPrefix("note: corpus/out.txt: a link") == true)
  }

  @Test("a pipe is called one, and a lock that cannot be made says what to do")
  func systemReasons() throws {
    let pipe = try Command.run(
      ["outline", "/dev/stdin"], in: desk.folder,
      through: ["sh", "-c", "echo x | exec \"$0\" \"$@\""])
    #expect(pipe.code == 2)
    #expect(pipe.errors.contains("it is a pipe, not a file. Write what comes out of it"))
    try FileManager.default.createDirectory(
      atPath: desk.folder.path + "/other/lock", withIntermediateDirectories: true)
    let lock = try desk.run("ingest", "corpus", "--library", "other")
    #expect(lock.code == 2)
    #expect(lock.errors.contains("other/lock: cannot open: Is a directory. "))
  }

  @Test("is Chinese throughout where Chinese is asked for")
  func chinese() throws {
    func errors(_ arguments: String...) throws -> String {
      let result = try Command.run(arguments + ["--lang", "zh"], in: desk.folder)
      #expect(result.code != 0, "\(arguments)")
      return result.errors
    }
    /// Whether there is an English sentence: three words in a row.
    func isEnglish(_ text: String) -> Bool { text.contains(/[A-Za-z]+ [A-Za-z]+ [A-Za-z]+/) }
    let queries = [
      "(林业", "林业)", "林业 OR", "OR 林业", "“林业", "\"\"", "()", "*林", "林 - 业", "/林", "/林*/",
      "/(?i)林/", "titel:林", "year:多", "value:3亿圆", "level:市县", "title:", "title:(/林/)",
      "doc:forrest",
      "in:第九篇",
      "林 NEAR/x 业", "(林 业) NEAR/1 三", "林 NEAR/1 业 NEAR/1 三", "??", "\u{200D}", " ",
      String(repeating: "(", count: 200),
    ]
    for query in queries {
      let text = try errors("search", query)
      #expect(text.hasPrefix("检索式第 "), "\(query): \(text)")
      #expect(!isEnglish(text), "\(query): \(text)")
    }
    try desk.write("empty.txt", "")
    try desk.write("program.txt", Data([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]))
    try desk.write("archive.docx", Data([0x50, 0x4B, 0x03, 0x04, 1]))
    try desk.write("broken.xml", "<a>\n<b></a>")
    try desk.write("entity.xml", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>")
    try desk.write("m/a.txt", "某市规划\n\n到2025年，入学率达到99%。\n")
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path + "/loop.txt", withDestinationPath: "loop.txt")
    for manifest in ["id\na\n", "path\n\"\"\n", "path,id\na.txt\n", "path\na.txt\na.txt\n"] {
      try desk.write("m/manifest.csv", manifest)
      let text = try errors("ingest", "m")
      #expect(text.contains("清单有误") && !isEnglish(text), "\(manifest): \(text)")
    }
    for name in [
      "empty.txt", "none.txt", "loop.txt", "/dev/null", "corpus", "program.txt", "archive.docx",
      "broken.xml", "entity.xml",
    ] {
      let text = try errors("outline", name)
      #expect(!isEnglish(text), "\(name): \(text)")
    }
    #expect(try !isEnglish(errors("search", "林业", "--in", "第三篇")))
    #expect(try !isEnglish(errors("documents", "--library", "none")))
    // Damage, of the catalog and of a segment.
    let index = desk.folder.appendingPathComponent("Index")
    let segments = index.appendingPathComponent("segments")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: segments.path).first)
    for file in [
      index.appendingPathComponent("catalog.sqlite"), segments.appendingPathComponent(name),
    ] {
      let sound = try Data(contentsOf: file)
      for offset in [0, sound.count / 3, sound.count - 5] {
        var damaged = sound
        damaged[offset] ^= 0x10
        try damaged.write(to: file)
        let text = try errors("verify")
        #expect(
          !text.isEmpty && !isEnglish(text.replacing("gangyao ingest PATH", with: "")), "\(text)")
      }
      try sound.write(to: file)
    }
    #expect(try desk.run("verify").code == 0)
  }
}
