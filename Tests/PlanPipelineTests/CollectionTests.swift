import Foundation
import PlanCatalog
import PlanDocument
import PlanPipeline
import Synchronization
import Testing

@Suite("Folders, copies and lines of JSON")
struct CollectionTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func ingest(
    _ paths: [String]? = nil, options: IngestRun.Options = .init(),
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) throws -> (outcomes: [FileOutcome], notes: [IngestNote]) {
    var run = IngestRun(folder: place.library, options: options)
    run.isStopped = isStopped
    var notes: [IngestNote] = []
    let outcomes = try run.ingest(paths ?? [place.plans.path]) { event in
      if case .note(let note) = event { notes.append(note) }
    }
    return (outcomes, notes)
  }

  private func line(_ id: String, _ word: String, _ more: String = "") -> String {
    let text = plan(word).replacing("\n", with: "\\n")
    return "{\"id\": \"\(id)\", \"title\": \"\(word)规划\"\(more), \"text\": \"\(text)\"}"
  }

  @Test("a line of JSON is a document, with what the line says of it", arguments: [1, 3])
  func lines(jobs: Int) throws {
    let path = try place.write(
      "corpus.jsonl",
      [
        line("甲", "林业", ", \"region\": \"某某省\", \"period\": \"2021-2025\""), "", line("乙", "水利"),
        "{\"id\": 7, \"text\": \"\(String(repeating: "教育覆盖率达到95%。", count: 9))\"}",
      ].joined(separator: "\n"))
    let outcomes = try ingest(options: .init(jobs: jobs)).outcomes
    #expect(outcomes.map(\.document) == ["甲", "乙", "7"])
    #expect(outcomes.map(\.path) == [path + ":1", path + ":3", path + ":4"])
    #expect(try place.matches("林业覆盖率") == ["甲"])
    let documents = try LibraryReader(folder: place.library).documents().map(\.record)
    #expect(documents[0].title == "林业规划")
    #expect(documents[0].region == "某某省")
    #expect(documents[0].path.hasSuffix("corpus.jsonl#甲"))
    #expect(try ingest().outcomes.map(\.status) == [.unchanged, .unchanged, .unchanged])
    try place.write("corpus.jsonl", line("甲", "林业") + "\n" + line("乙", "矿业"))
    #expect(try ingest().outcomes.map(\.status) == [.replaced, .replaced])
    #expect(try place.faults().isEmpty)
  }

  @Test("a bad line is named with its number, the others are read")
  func badLines() throws {
    let path = try place.write(
      "corpus.jsonl",
      [
        line("a", "林业"), "{\"id\": \"b\", \"text\"", "[1]", "{\"text\": \"x\"}",
        "{\"id\": \"c\", \"text\": 3}", "{\"id\": \"\", \"text\": \"x\"}", line("a", "水利"),
        "{\"id\": \"d\", \"text\": \" \"}",
      ].joined(separator: "\n"))
    let outcomes = try ingest([path]).outcomes
    let failed = outcomes.filter { $0.status == .failed }
    #expect(outcomes.filter { $0.status == .added }.map(\.document) == ["a"])
    #expect(failed.map(\.path) == [2, 3, 4, 5, 6, 7, 8].map { "\(path):\($0)" })
    let expected = [
      "no JSON", "no object", "no \"id\"", "no string", "no \"id\"", "its id a", "no text",
    ]
    for (outcome, words) in zip(failed, expected) {
      #expect(outcome.error?.contains(words) == true, "\(outcome)")
    }
  }

  @Test("the same bytes are read once, unless a manifest names both")
  func copies() throws {
    let first = try place.write("a.txt", plan("林业"))
    let second = try place.write("b/b.txt", plan("林业"))
    let (outcomes, notes) = try ingest()
    #expect(outcomes.map(\.document) == ["a", "a"])
    #expect(outcomes.map(\.status) == [.added, .unchanged])
    #expect(notes == [.copy(path: second, of: first)])
    #expect(try place.names() == ["a"])
    // In a later run as well.
    let third = try place.write("c/c.txt", plan("林业"))
    #expect(try ingest([third]).notes == [.copy(path: third, of: first)])
    try place.write("b/manifest.csv", "path,id\nb.txt,second\n")
    #expect(try ingest([second]).outcomes.map(\.document) == ["second"])
    #expect(try place.names() == ["a", "second"])
  }

  @Test("hidden files are counted and left out")
  func hidden() throws {
    try place.write("a.txt", plan("林业"))
    try place.write(".b.txt", plan("水利"))
    try place.write(".DS_Store", "x")
    let (outcomes, notes) = try ingest()
    #expect(outcomes.map(\.document) == ["a"])
    #expect(notes == [.hiddenFiles(folder: place.plans.path, count: 1)])
  }

  @Test(
    "a run that is stopped keeps what is finished, and goes on where it ended", arguments: [1, 2])
  func stop(jobs: Int) throws {
    let names = ["a", "b", "c", "d", "e"]
    for name in names { try place.write("\(name).txt", plan("林业\(name)")) }
    let asked = Mutex(0)
    let (outcomes, notes) = try ingest(options: .init(jobs: jobs)) {
      asked.withLock { count in
        count += 1
        return count > 4
      }
    }
    let done = outcomes.count
    #expect((1..<5).contains(done))
    #expect(notes == [.stopped(unread: 5 - done)])
    #expect(try place.names() == Array(names.prefix(done)))
    #expect(try place.faults().isEmpty)
    #expect(try ingest().outcomes.filter { $0.status == .added }.count == 5 - done)
    #expect(try place.names() == names)
    // A rebuild that is stopped leaves the library as it was.
    #expect(throws: PipelineError.stoppedRebuild(place.library)) {
      try ingest(options: .init(isRebuild: true), isStopped: { true })
    }
    #expect(try place.names() == names)
    #expect(try place.faults().isEmpty)
  }

  @Test("a dry run that is stopped says how many files it did not read")
  func stoppedRehearsal() throws {
    for name in ["a", "b", "c"] { try place.write("\(name).txt", plan("林业\(name)")) }
    let run = try ingest(options: .init(isDryRun: true), isStopped: { true })
    #expect(run.outcomes.isEmpty)
    #expect(run.notes == [.stoppedRehearsal(unread: 3)])
  }
}
