import Foundation
import PlanDocument
import PlanPipeline
import TargetExtraction
import Testing

@Suite("Selections")
struct SelectionTests {
  @Test(
    "a path takes consecutive labels, and all below them",
    arguments: [
      ("第三篇", "第三篇/第一章", true), ("第三篇/第一章", "第三篇/第一章/第二节", true),
      ("第一章", "第三篇/第一章", true), ("第三篇/第二节", "第三篇/第一章/第二节", false),
      ("专栏", "第三篇/专栏3", false), ("第三 篇/", "第三篇", true),
    ])
  func paths(selection: String, path: String, isIn: Bool) {
    #expect(PathSelection(selection).contains(path) == isIn)
  }

  @Test(
    "a condition on values reads relation, number and unit",
    arguments: [
      (">=90", ValueCondition.Relation.atLeast, 90.0, nil), ("≤ 5%", .atMost, 5, "%"),
      ("＞1,000", .above, 1000, nil), ("12.5", .equal, 12.5, nil), ("<1亿元", .below, 1, "元"),
    ] as [(String, ValueCondition.Relation, Double, String?)])
  func conditions(
    text: String, relation: ValueCondition.Relation, number: Double, unit: String?
  ) throws {
    let condition = try #require(ValueCondition(text))
    #expect(condition.relation == relation)
    #expect(condition.number == number)
    #expect(condition.unit?.name == unit)
  }

  @Test("a condition that is none is refused", arguments: ["", "多", ">=", ">=甲", "90乙丙丁"])
  func noConditions(text: String) {
    #expect(ValueCondition(text) == nil)
  }

  @Test("names that are nearly right are found, others are not")
  func nearNames() {
    let names = ["dongsheng-fyp14", "sample-energy", "sample-ecology"]
    #expect(NearNames.of("dongsheng", among: names) == ["dongsheng-fyp14"])
    #expect(NearNames.of("sample-enregy", among: names).first == "sample-energy")
    #expect(NearNames.of("水利", among: names).isEmpty)
    #expect(NearNames.of("", among: names).isEmpty)
  }

  @Test("a folder gives its readable files by name; hidden ones and links out of it are left")
  func collecting() throws {
    let place = try Workplace()
    try place.write("b.txt", "x")
    try place.write("a/source.html", "x")
    try place.write(".hidden/c.txt", "x")
    try place.write("notes.xyz", "x")
    let outside = place.root.appendingPathComponent("outside.txt")
    try Data("x".utf8).write(to: outside)
    try FileManager.default.createSymbolicLink(
      atPath: place.plans.path + "/out.txt", withDestinationPath: outside.path)
    var collector = FileCollector()
    let (files, problems) = try collector.files(in: [place.plans.path])
    #expect(files.map(\.id.name) == ["a", "b"])
    #expect(problems.isEmpty)
    // Named once more, a file is not read twice.
    #expect(try collector.files(in: [place.plans.path + "/b.txt"]).files.isEmpty)
  }
}
