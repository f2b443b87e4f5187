import Foundation
import Testing

@Suite("What a plan says of itself, on the command line")
struct MetadataCommandTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write(
      "plan.txt",
      "无锡市水利发展规划（征求意见稿）\n锡水〔2022〕3号\n\n一、基础\n规划期为2021—2025年，展望到2035年。\n")
  }

  @Test("outline --metadata prints one object with the place of each value")
  func object() throws {
    let result = try desk.run("outline", "plan.txt", "--metadata")
    let found = try #require(result.objects.first)
    #expect(result.code == 0 && result.objects.count == 1)
    #expect(found["title"] as? String == "无锡市水利发展规划（征求意见稿）")
    #expect(found["region_code"] as? String == "320200")
    #expect(found["status"] as? String == "征求意见稿")
    #expect(found["horizon"] as? String == "2035")
    #expect(found["dates"] is NSNull)
    #expect((found["offsets"] as? [String: Int])?["number"] == 17)
  }

  @Test("for people it is a table with lines")
  func table() throws {
    let result = try desk.run("outline", "plan.txt", "--metadata", "--format", "csv")
    #expect(result.output.contains("number,锡水〔2022〕3号,2,17\r\n"))
    #expect(result.output.hasPrefix("field,value,line,offset\r\n"))
  }
}
