import Foundation
import Testing

@Suite("An encoding that was named at ingest")
struct NamedEncodingTests {
  @Test("holds for --coverage and sample, which read the file of a document again")
  func laterReading() throws {
    let desk = try Desk()
    // HZ with a stretch that is none, so that the file is not recognised as HZ.
    let plan = """
      ~{R;!"D?1j~}
      ~{5=~}2025~{Dj#,I-AV828GBJ4o5=~}35.2%~{#,A8J32zA?4o5=~}120~{Mr6V!#~}
      ~{ V~}

      """
    try desk.write("corpus/plan.txt", plan)
    try #require(try desk.run("ingest", "corpus", "--encoding", "hz").code == 0)

    let numbers = try desk.run("targets", "plan", "--coverage", "--format", "jsonl")
    let targets = numbers.objects.filter { $0["fate"] as? String == "target" }
    #expect(targets.compactMap { $0["text"] as? String } == ["35.2", "120万"])
    #expect(targets.allSatisfy { ($0["context"] as? String)?.contains("达到") == true })

    let sample = try desk.run("sample", "plan", "--n", "2", "--format", "csv")
    #expect(sample.output.contains("森林覆盖率") && sample.output.contains("粮食产量"))

    // Named again, it is what is said now.
    let plain = try desk.run(
      "targets", "plan", "--coverage", "--format", "jsonl", "--encoding", "utf-8")
    #expect(!plain.output.contains("森林覆盖率"))
  }
}
