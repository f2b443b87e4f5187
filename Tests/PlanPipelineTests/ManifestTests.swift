import PlanCatalog
import PlanDocument
import PlanPipeline
import Testing

@Suite("What a manifest and the text say of a plan")
struct ManifestTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private let notice =
    "合肥市人民政府关于印发合肥市国民经济和社会发展第十四个五年规划纲要的通知\n合政〔2021〕5号\n各县（市）区人民政府：\n"
    + "《合肥市国民经济和社会发展第十四个五年规划纲要》已经市人大审议，现印发给你们。\n合肥市人民政府\n2021年4月2日\n"
    + "合肥市国民经济和社会发展第十四个五年规划纲要\n一、发展基础\n"
    + String(repeating: "到2025年，森林覆盖率达到24%。\n", count: 20)

  private func record(manifest: String) throws -> DocumentRecord {
    try place.write("x.txt", notice)
    try place.write("manifest.csv", manifest)
    try place.ingest()
    return try #require(try LibraryReader(folder: place.library).documents().first).record
  }

  @Test("the library keeps what the text says, with its places")
  func fromText() throws {
    let record = try record(manifest: "path\nx.txt\n")
    #expect(record.title == "合肥市国民经济和社会发展第十四个五年规划纲要")
    #expect(record.notice == "合肥市人民政府关于印发合肥市国民经济和社会发展第十四个五年规划纲要的通知")
    #expect(record.regionCode == "340100" && record.level == "city")
    #expect(record.issued == "2021-04-02" && record.adopted == nil)
    #expect(record.offsets["number"] == 37)
    #expect(record.status == "final")
  }

  @Test("the manifest goes first; its days have names or are kept as they stand")
  func manifestFirst() throws {
    let record = try record(
      manifest: "path,title,dates,published\nx.txt,题,adopted=2021-02-03; 2020,2021-05-06\n")
    #expect(record.title == "题" && record.offsets["title"] == nil)
    #expect(record.adopted == "2021-02-03" && record.published == "2021-05-06")
    #expect(record.dates == "2020")
    #expect(record.issued == "2021-04-02")
  }

  @Test("a region of the manifest has the code of the table, or none")
  func manifestRegion() throws {
    let other = try record(manifest: "path,region\nx.txt,南京市\n")
    #expect(other.regionCode == "320100" && other.level == "city")
    let unknown = try record(manifest: "path,region\nx.txt,某某镇\n")
    #expect(unknown.regionCode == nil && unknown.level == nil)
  }
}
