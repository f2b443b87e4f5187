import PlanComparison
import PlanDocument
import Testing

/// A plan made for a test, with a paragraph around each claim that names one.
func checkedPlan(
  _ name: String, _ claims: [TargetRecord], paragraphs: [String] = [], region: String? = nil,
  code: String? = nil, words: ComparisonWords = .standard, mapping: PairMapping = PairMapping(),
  tables: TableSums = TableSums()
) -> CheckedPlan {
  var metadata = PlanMetadata()
  metadata[.region] = region.map { PlanMetadata.Found($0) }
  metadata[.regionCode] = code.map { PlanMetadata.Found($0) }
  let passages = paragraphs.map { text in
    let source = SourceText(text)
    return PassageRecord(
      Passage(
        kind: .paragraph, text: MendedText(TextSpan(0, source.bytes.count), of: source),
        division: nil), of: Outline(), source: source, document: DocumentID(name))
  }
  return CheckedPlan(
    document: DocumentRecord(
      document: DocumentID(name), path: "/\(name)", metadata: metadata, checksum: "",
      format: "text", encoding: nil, characters: 0, units: 0, passages: 0, targets: 0),
    targets: claims, passages: passages, tables: tables, words: words, mapping: mapping)
}

@Suite("Pairs of claims whose names differ")
struct PairingTests {
  @Test("what one name has more stands around the other: the paragraph is about it")
  func context() {
    let overall = checkedPlan(
      "a", [claim("其他散剂产值", 10, "亿元", base: "元", borrowed: "其他散剂")],
      paragraphs: ["生物制药。年产其他散剂3000万支，产值达到10亿元。"])
    let other = checkedPlan(
      "b", [claim("生物制药产业产值", 8, "亿元", document: "b", base: "元")],
      paragraphs: ["生物制药产业产值达到8亿元。"])
    let found = PlanCheck().verdicts(overall, other)
    #expect(found.map(\.status) == [.looser])
    #expect(found.map(\.match) == [.context])
    #expect(found.allSatisfy { !$0.isProposed && $0.confidence < 1 })
  }

  @Test("a word that one name has more inside stands around the other")
  func inside() {
    func found(_ paragraph: String) -> [Verdict] {
      PlanCheck().verdicts(
        checkedPlan(
          "a", [claim("储备煤炭资源", 1_700, "万吨", max: 2_000, base: "吨")],
          paragraphs: [paragraph]),
        checkedPlan(
          "b", [claim("煤炭应急储备能力", 1_500, "万吨", document: "b", base: "吨")],
          paragraphs: ["煤炭应急储备能力达到1500万吨。"])
      ).filter { $0.match == .context }
    }
    #expect(found("加强煤炭应急保障，储备煤炭资源1700-2000万吨。").count == 1)
    #expect(found("储备煤炭资源1700-2000万吨。").isEmpty)
  }

  @Test("without it, or where it only says how important something is, there is no pair")
  func noContext() {
    let overall = checkedPlan(
      "a", [claim("旅游总消费", 10, "亿元", base: "元")], paragraphs: ["重点发展旅游，旅游总消费10亿元。"])
    for name in ["乡村旅游总消费", "重点旅游总消费"] {
      let other = checkedPlan(
        "b", [claim(name, 8, "亿元", document: "b", base: "元")], paragraphs: [name])
      #expect(PlanCheck().verdicts(overall, other).allSatisfy { $0.isProposed })
    }
  }

  @Test("near names with one value that is no common one are a pair")
  func values() {
    let found = PlanCheck().verdicts(
      checkedPlan("a", [claim("淤地坝坝体培高加厚", 64, "座")]),
      checkedPlan("b", [claim("淤地坝除险加固", 64, "座", document: "b")]))
    #expect(found.map(\.status) == [.agree])
    #expect(found.map(\.match) == [.value])
    // Four of anything may be four of another thing.
    let few = PlanCheck().verdicts(
      checkedPlan("a", [claim("淤地坝坝体培高加厚", 4, "座")]),
      checkedPlan("b", [claim("淤地坝除险加固", 4, "座", document: "b")]))
    #expect(few.isEmpty)
  }

  @Test("parts: an added kind of what is added, one of two that are joined, a phase of a project")
  func parts() {
    let wholes = [
      claim("学校", 31, "所", change: "increase"), claim("高新技术企业和科技型中小企业总数", 80, "家"),
      claim("光伏项目", 5, "GW", factor: 1e6, base: "千瓦"),
    ]
    let parts = [
      claim("义务教育阶段学校", 18, "所", change: "increase", document: "b"),
      claim("高新技术企业", 45, "家", document: "b"),
      claim("一期光伏项目", 150, "万千瓦", year: "2022", document: "b", factor: 1e4, base: "千瓦"),
    ]
    let found = PlanCheck().verdicts(checkedPlan("a", wholes), checkedPlan("b", parts))
    #expect(found.map(\.status) == [.partOf, .partOf, .partOf])
    // An average is no part of an average.
    let averages = PlanCheck().verdicts(
      checkedPlan("a", [claim("人均收入", 5, "万元", change: "increase", base: "元")]),
      checkedPlan("b", [claim("农民人均收入", 3, "万元", change: "increase", document: "b", base: "元")]))
    #expect(!averages.contains { $0.status == .partOf })
  }

  @Test("one year of several is a part of their sum")
  func years() {
    let years = [2000.0, 2500, 2500, 1500, 1500].enumerated().map {
      claim("新造林", $1, "亩", year: "\(2021 + $0)", at: $0, document: "b", base: "平方米")
    }
    let found = PlanCheck().verdicts(
      checkedPlan("a", [claim("新造林", 10_000, "亩", year: nil, base: "平方米")]),
      checkedPlan("b", years))
    #expect(found.map(\.status) == Array(repeating: .partOf, count: 5))
  }

  @Test("a number that stands with two units is named, and not compared")
  func units() {
    let found = PlanCheck().verdicts(
      checkedPlan("a", [claim("新增劳动力受过高中教育比例", 13.5, "%")]),
      checkedPlan("b", [claim("新增劳动力平均受教育年限", 13.5, "年", document: "b")]))
    #expect(found.map(\.status) == [.notComparable])
    #expect(found.first?.reason == .otherUnit)
  }
}

@Suite("What a user has said of names")
struct MappingTests {
  private func verdicts(_ a: String, _ b: String, _ mapping: PairMapping) -> [Verdict] {
    PlanCheck(mapping: mapping).verdicts(
      checkedPlan("a", [claim(a, 30)], mapping: mapping),
      checkedPlan("b", [claim(b, 31, document: "b")], mapping: mapping))
  }

  @Test("a confirmed pair is one indicator, whatever the names are, and no proposal")
  func confirmed() {
    var mapping = PairMapping()
    mapping.confirm("绿化水平", "林草植被盖度")
    let found = verdicts("绿化水平", "林草植被盖度", mapping)
    #expect(found.map(\.status) == [.stricter])
    #expect(found.map(\.match) == [.mapping])
    #expect(found.allSatisfy { !$0.isProposed })
    // Three names by two pairs.
    mapping.confirm("林草植被盖度", "绿化程度")
    #expect(verdicts("绿化水平", "绿化程度", mapping).count == 1)
  }

  @Test("a forbidden pair is none, be it near, of one key, or of one name with other marks")
  func forbidden() {
    var mapping = PairMapping()
    mapping.forbid("全市森林覆盖率", "森林覆盖率")
    #expect(verdicts("全市森林覆盖率", "森林覆盖率", mapping).isEmpty)
    #expect(verdicts("森林覆盖率", "森林覆盖率", mapping).count == 1)
    mapping.forbid("高速公路里程占比", "高速公路总里程占比")
    #expect(verdicts("高速公路里程占比", "高速公路总里程占比", mapping).isEmpty)
  }

  @Test("a user's wordings and directions go before the built-in ones")
  func words() {
    let words = ComparisonWords(
      IndicatorWordTable(
        wordings: [IndicatorWordTable.Wording("林草覆盖度", "森林覆盖率")],
        directions: ["甲乙指数": .less]))
    let found = PlanCheck(words: words).verdicts(
      checkedPlan("a", [claim("森林覆盖率", 30), claim("甲乙指数", 5, "分", at: 1)], words: words),
      checkedPlan(
        "b", [claim("林草覆盖度", 31, document: "b"), claim("甲乙指数", 4, "分", at: 1, document: "b")],
        words: words))
    #expect(found.map(\.status) == [.stricter, .stricter])
  }

  @Test("keys say what led each name to them")
  func reasons() {
    let groups = KeyGroup.groups(of: [
      checkedPlan("a", [claim("全市研发投入强度", 2), claim("研发经费投入占地区生产总值比重", 2, at: 1)])
    ])
    #expect(groups.count == 1)
    let changes = groups[0].changes.flatMap { $0 }
    #expect(changes.contains { $0.kind == .wording && $0.words.contains("研发投入强度") })
    #expect(changes.contains { $0.kind == .territory })
  }
}

@Suite("What is missing on one side")
struct MissingTests {
  @Test("rows of a departmental plan outside its field are not missed in the overall plan")
  func fields() {
    var metadata = PlanMetadata()
    metadata[.title] = PlanMetadata.Found("某区教育发展规划")
    let document = DocumentRecord(
      document: DocumentID("b"), path: "/b", metadata: metadata, checksum: "", format: "text",
      encoding: nil, characters: 0, units: 0, passages: 0, targets: 0)
    let rows = [
      claim("高等教育毛入学率", 60, document: "b", table: "indicator"),
      claim("铁路里程", 60, "公里", at: 1, document: "b", table: "indicator"),
    ]
    let overall = checkedPlan("a", [claim("义务教育巩固率", 95, binding: "约束性", table: "indicator")])
    let education = CheckedPlan(document: document, targets: rows)
    let found = PlanCheck().verdicts(overall, education).filter { $0.status == .onlyInB }
    #expect(found.map(\.key) == ["高等教育毛入学率"])
    let untaken = PlanCheck().untaken(overall, by: [education])
    #expect(untaken.map(\.remarks) == [[.inFieldOf(["b"])]])
  }
}
