import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.writeCorpus()
    try desk.write("bad/good.txt", "某市教育规划\n\n一、目标\n\n到2025年，入学率达到99%。\n")
    try desk.write("bad/empty.txt", "")
    try desk.write("bad/binary.txt", Data([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 3, 0]))
    try desk.write("bad/noise.txt", Data((0..<400).map { UInt8(truncatingIfNeeded: $0 &* 7) }))
    var broken = Data("某市规划\n到2025年，".utf8)
    broken.append(contentsOf: [0xFF, 0xFF, 0x81, 0x20, 0xFF])
    try desk.write("bad/broken.txt", broken)
    try desk.write("bad/half.html", "<html><body><p>到2025年，入学率达到99%。</p><p>到20")
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.appendingPathComponent("bad/gone.txt").path,
      withDestinationPath: "nowhere.txt")
    try FileManager.default.createDirectory(
      at: desk.folder.appendingPathComponent("hollow"), withIntermediateDirectories: true)
  }

  @Test("each ends in one line with its name and what to do; the rest is ingested; the code is 2")
  func oneLineEach() throws {
    let result = try desk.run("ingest", "bad", "missing.txt", "hollow", "corpus", "--quiet")
    #expect(result.code == 2)
    let status = Dictionary(
      uniqueKeysWithValues: result.objects.compactMap { object -> (String, String)? in
        guard let path = object["path"] as? String, let status = object["status"] as? String
        else { return nil }
        return (path, status)
      })
    let bad = [
      "bad/empty.txt", "bad/binary.txt", "bad/noise.txt", "bad/broken.txt", "bad/half.html",
      "bad/gone.txt", "missing.txt", "hollow",
    ]
    for path in bad {
      #expect(status[path] == "failed", "\(path)")
      let lines = result.errorLines.filter { $0.hasPrefix("failed: \(path):") }
      #expect(lines.count == 1, "\(path): \(result.errors)")
      // What is wrong, and then what to do.
      #expect(lines.first?.contains(/[.?] [A-Z]/) == true, "\(lines)")
    }
    #expect(result.errorLines.count == bad.count, "\(result.errors)")
    for path in ["bad/good.txt", "corpus/forest/source.txt", "corpus/water.html"] {
      #expect(status[path] == "added", "\(path)")
    }
    #expect(try desk.run("search", "入学率").objects.last?["total"] as? Int == 1)
    #expect(try desk.run("verify").code == 0)
  }

  @Test("a command about one bad file says the same")
  func oneFile() throws {
    for path in ["bad/empty.txt", "bad/binary.txt", "bad/half.html", "bad/gone.txt", "none.txt"] {
      let result = try desk.run("targets", path)
      #expect(result.code == 2, "\(path)")
      #expect(result.output.isEmpty, "\(path)")
      #expect(result.errorLines.count == 1 && result.errors.contains(path), "\(result.errors)")
    }
    let folder = try desk.run("outline", "corpus")
    #expect(folder.code == 2)
    #expect(folder.errors.contains("is a folder"))
  }

  @Test("a file that the user may not read is named, the others are read")
  func unreadable() throws {
    let nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o777], ofItemAtPath: desk.folder.path)
    let secret = desk.folder.appendingPathComponent("corpus/water.html").path
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)
    let probe = try? Command.run(["--version"], in: desk.folder, through: nobody)
    guard probe?.code == 0 else { return }
    let result = try Command.run(["ingest", "corpus", "--quiet"], in: desk.folder, through: nobody)
    #expect(result.code == 2)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("corpus/water.html") && result.errors.contains("permissions"))
    #expect(result.objects.map { $0["status"] as? String } == ["added", "failed"])
  }

  @Test("a folder that the user may not list is named, the others are read")
  func unreadableFolder() throws {
    let nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o777], ofItemAtPath: desk.folder.path)
    let secret = desk.folder.appendingPathComponent("corpus/forest").path
    try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: secret)
    let probe = try? Command.run(["--version"], in: desk.folder, through: nobody)
    guard probe?.code == 0 else { return }
    let result = try Command.run(["ingest", "corpus", "--quiet"], in: desk.folder, through: nobody)
    #expect(result.code == 2)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("corpus/forest: the folder cannot be listed"))
    #expect(result.objects.map { $0["status"] as? String } == ["failed", "added"])
  }

  @Test("a pipe in a folder keeps nobody waiting")
  func pipe() throws {
    let made = try Command.run(
      ["--version"], in: desk.folder,
      through: ["sh", "-c", "mkfifo corpus/a.txt && exec \"$0\" \"$@\""])
    #expect(made.code == 0)
    let result = try Command.run(
      ["ingest", "corpus", "--quiet"], in: desk.folder, through: ["timeout", "20"])
    #expect(result.code == 2)
    #expect(result.objects.map { $0["status"] as? String } == ["failed", "added", "added"])
  }

  @Test("output that cannot be written is an error")
  func fullDisk() throws {
    _ = try desk.run("ingest", "corpus")
    for redirection in ["> /dev/full", ">&-"] {
      let result = try Command.run(
        ["passages"], in: desk.folder, through: ["sh", "-c", "\"$0\" \"$@\" \(redirection)"])
      #expect(result.code == 2, "\(redirection)")
      #expect(result.errors.contains("standard output"), "\(redirection)")
    }
  }

  @Test("an empty name is no library")
  func emptyLibraryName() throws {
    for command in [["ingest", "corpus"], ["search", "林业"], ["verify"]] {
      let result = try Command.run(command + ["--library", ""], in: desk.folder)
      #expect(result.code == 2)
      #expect(result.errors.contains("--library"))
    }
  }
}
