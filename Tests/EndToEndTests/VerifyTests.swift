import Foundation
import Testing

@Suite("Verify beside a writer")
struct VerifyTests {
  @Test("a writer that replaces everything meanwhile is no damage")
  func besideWriter() throws {
    let desk = try Desk()
    try desk.writeCorpus()
    try #require(try desk.run("ingest", "corpus", "--quiet").code == 0)
    let script = """
      (for i in 1 2 3; do "$0" ingest corpus --rebuild --quiet >/dev/null 2>&1; done) & p=$!
      while kill -0 $p 2>/dev/null; do "$0" verify --quiet || exit 9; done
      wait
      """
    let result = try Command.run([], in: desk.folder, through: ["sh", "-c", script])
    #expect(result.code == 0, "\(result.errors)")
  }
}
