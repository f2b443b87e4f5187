import Foundation
import PlanCatalog
import PlanDocument
import PlanPipeline
import TestSupport
import Testing

@Suite("Archives")
struct ArchiveTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = place.plans.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }

  private static let files: [(name: String, content: [UInt8])] = [
    ("甲/source.txt", Array(plan("林业").utf8)), ("乙/规划.txt", Array(plan("水利").utf8)),
    ("丙.txt", Array(plan("教育").utf8)), ("丁.exe", [1]), ("__MACOSX/._丙.txt", [1]),
    (".hidden.txt", [1]),
  ]

  @Test("is read like a folder, member by member in its order", arguments: ["zip", "tar"], [1, 3])
  func members(form: String, jobs: Int) throws {
    let bytes = form == "zip" ? StoredZip.bytes(Self.files) : PlainTar.bytes(Self.files)
    let path = try write("各省.\(form)", bytes)
    let outcomes = try place.ingest(options: .init(jobs: jobs))
    #expect(outcomes.map(\.document) == ["各省/甲", "各省/乙/规划", "各省/丙"])
    #expect(outcomes.map(\.path) == ["甲/source.txt", "乙/规划.txt", "丙.txt"].map { "\(path)/\($0)" })
    #expect(try place.matches("水利覆盖率") == ["各省/乙/规划"])
    #expect(try place.ingest().map(\.status) == [.unchanged, .unchanged, .unchanged])
    #expect(try place.faults().isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.plans.path).count == 1)
  }

  @Test("holds a manifest for its members")
  func manifest() throws {
    let manifest = "path,id,region\nsource.txt,first,某某省\nnone.txt,second,\n"
    let path = try write(
      "a.zip", StoredZip.bytes(Self.files + [("甲/manifest.csv", Array(manifest.utf8))]))
    var notes: [IngestNote] = []
    let outcomes = try IngestRun(folder: place.library).ingest([path]) { event in
      if case .note(let note) = event { notes.append(note) }
    }
    #expect(outcomes.map(\.document) == ["first", "a/乙/规划", "a/丙"])
    #expect(
      notes == [
        .rowWithoutFile(
          manifest: path + "/甲/manifest.csv", line: 3, path: path + "/甲/none.txt")
      ])
    #expect(try LibraryReader(folder: place.library).documents()[0].record.region == "某某省")
  }

  @Test("names that lead out of it, and archives inside, are said and left out")
  func escapes() throws {
    let path = try write(
      "a.tar",
      PlainTar.bytes(
        [
          ("../up.txt", [1]), ("/etc/up.txt", [1]), ("b/../../up.txt", [1]), ("in.zip", [1]),
          ("lines.jsonl", [1]),
        ] + Self.files.prefix(1)))
    let outcomes = try place.ingest([path])
    #expect(outcomes.filter { $0.status == .added }.map(\.document) == ["a/甲"])
    let failed = outcomes.filter { $0.status == .failed }
    #expect(failed.count == 5)
    #expect(failed.allSatisfy { $0.error?.contains("archive") == true })
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.root.path).count == 2)
  }

  @Test("without a document is said to be so; one that is none is a clear error")
  func empty() throws {
    let empty = try write("empty.zip", StoredZip.bytes([("a.exe", [1])]))
    let none = try write("none.zip", Array("no archive".utf8))
    let outcomes = try place.ingest([empty, none])
    #expect(outcomes.map(\.status) == [.failed, .failed])
    #expect(outcomes[0].error?.contains("no document") == true)
    #expect(outcomes[1].error?.contains("damaged") == true)
  }

  @Test("cut or with flipped bytes gives documents or errors, and never ends the run")
  func damage() throws {
    var random = SplitMix64(seed: 7)
    for form in ["zip", "tar"] {
      let whole = form == "zip" ? StoredZip.bytes(Self.files) : PlainTar.bytes(Self.files)
      for round in 0..<60 {
        var bytes = whole
        if round % 2 == 0 {
          bytes.removeLast(Int(random.next() % UInt64(bytes.count)))
        } else {
          for _ in 0..<3 {
            bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << (random.next() % 8)
          }
        }
        let path = try write("damaged.\(form)", bytes)
        let outcomes = try place.ingest([path], options: .init(isDryRun: true))
        #expect(!outcomes.isEmpty)
      }
    }
  }
}
