import Foundation
import Testing

@Suite("Wording of groups, neighbours and explained words")
struct WordingTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    for (name, topic) in [("a", "数字经济"), ("b", "数字经济"), ("c", "粮食生产"), ("d", "粮食生产")] {
      try desk.write(
        "corpus/\(name).txt",
        "某地\(name)发展规划\n\n第一章 总则\n\n"
          + (0..<12).map { "大力发展\(topic)，完成任务\($0)。" }.joined()
          + "\n\n名词解释\n\n1.“放管服”：简政放权，简称“改革”。\n")
    }
    try desk.write(
      "corpus/manifest.csv",
      "path,region,period\na.txt,甲市,2021-2025\nb.txt,甲市,2021-2025\nc.txt,乙市,2016-2020\n"
        + "d.txt,乙市,2016-2020\n")
    try #require(try desk.run("ingest", "corpus", "--quiet").code == 0)
  }

  @Test("terms gives what a group has and the others have not, with its figures")
  func terms() throws {
    let rows = try desk.run("terms", "--by", "year").objects
    let recent = rows.filter { $0["group"] as? String == "2021" }
    #expect(recent.contains { ($0["term"] as? String)?.contains("数字经济") == true })
    #expect(!recent.contains { ($0["term"] as? String)?.contains("粮食") == true })
    #expect(!rows.contains { $0["term"] as? String == "完成任务" })
    let row = try #require(recent.first)
    #expect(row["count"] as? Int == 24 && row["other_count"] as? Int == 0)
    #expect(row["documents"] as? Int == 2)
    #expect((row["log_likelihood"] as? Double ?? 0) > 10.83)
    let region = try desk.run("terms", "--by", "region", "--group", "乙市", "--format", "csv")
    #expect(
      region.output.hasPrefix(
        "group,term,count,other_count,per_10000,other_per_10000,log_likelihood,log_ratio,documents")
    )
    #expect(!region.output.contains("甲市"))
    #expect(try desk.run("terms", "--by", "level").code == 1)
    let unknown = try desk.run("terms", "--by", "region", "--group", "丙市")
    #expect(unknown.code == 2 && unknown.errors.contains("乙市, 甲市"))
    #expect(try desk.run("terms", "--by", "document", "--doc", "a", "--doc", "b").code == 1)
  }

  @Test("collocates gives what stands near a word, and on which side")
  func collocates() throws {
    let rows = try desk.run("collocates", "数字经济").objects
    let left = try #require(rows.first { $0["term"] as? String == "大力发展" })
    #expect(left["count"] as? Int == 24)
    #expect(left["left"] as? Int == 24 && left["right"] as? Int == 0)
    #expect(left["total"] as? Int == 48)
    #expect(left["documents"] as? Int == 2)
    let dice = try desk.run("collocates", "数字经济", "--sort", "log-dice", "--window", "4").objects
    #expect(!dice.isEmpty)
    #expect(try desk.run("collocates", "没有的词").code == 1)
    #expect(try desk.run("collocates", "(数字").code == 2)
  }

  @Test("glossary gives the words that plans explain, and lines for synonyms")
  func glossary() throws {
    let rows = try desk.run("glossary").objects
    #expect(rows.map { $0["document"] as? String } == ["a", "b", "c", "d"])
    #expect(rows.allSatisfy { $0["term"] as? String == "放管服" })
    #expect(rows.allSatisfy { $0["explanation"] as? String == "简政放权，简称“改革”。" })
    #expect(try desk.run("glossary", "--synonyms").output == "放管服, 改革\n")
    let address = try #require(rows.first?["address"] as? String)
    #expect(try desk.run("show", address).output.contains("▶ 1.“放管服”"))
  }
}
