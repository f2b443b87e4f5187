import PlanComparison
import PlanDocument
import Testing

@Suite("Verdicts")
struct VerdictTests {
  private func plan(
    _ name: String, _ claims: [TargetRecord], region: String? = nil, code: String? = nil
  ) -> CheckedPlan {
    var metadata = PlanMetadata()
    metadata[.region] = region.map { PlanMetadata.Found($0) }
    metadata[.regionCode] = code.map { PlanMetadata.Found($0) }
    return CheckedPlan(
      document: DocumentRecord(
        document: DocumentID(name), path: "/\(name)", metadata: metadata, checksum: "",
        format: "text", encoding: nil, characters: 0, units: 0, passages: 0, targets: 0),
      targets: claims)
  }

  private func verdicts(_ a: TargetRecord, _ b: TargetRecord) -> [Verdict] {
    PlanCheck().verdicts(plan("a", [a]), plan("b", [b]))
  }

  private func status(_ a: TargetRecord, _ b: TargetRecord) -> Verdict.Status? {
    verdicts(a, b).first?.status
  }

  @Test("equal values agree, in whatever unit and with whatever bound to the same side")
  func agreement() {
    let overall = claim("进出口总额", 5, "亿美元", factor: 1e8, base: "美元")
    #expect(status(overall, claim("进出口总额", 50_000, "万美元", factor: 1e4, base: "美元")) == .agree)
    #expect(status(claim("森林覆盖率", 66), claim("森林覆盖率", 66, op: ">=")) == .agree)
    #expect(status(claim("森林覆盖率", 65.4), claim("森林覆盖率", 65)) == .agree)
    #expect(
      status(claim("煤炭储备", 1700, "万吨", op: "range", max: 2000), claim("煤炭储备", 1800, "万吨")) == .agree
    )
    // An exact half is no matter of rounding.
    #expect(status(claim("森林覆盖率", 32.5), claim("森林覆盖率", 33)) == .stricter)
  }

  @Test("the direction of the indicator tells stricter from looser; without one it is a conflict")
  func direction() {
    #expect(status(claim("森林覆盖率", 32), claim("森林覆盖率", 33)) == .stricter)
    #expect(status(claim("城镇登记失业率", 4.5), claim("城镇登记失业率", 4)) == .stricter)
    #expect(status(claim("PM2.5浓度", 22, "微克/立方米"), claim("PM2.5浓度", 25, "微克/立方米")) == .looser)
    #expect(
      status(claim("单位GDP能耗", 15, change: "decrease"), claim("单位GDP能耗", 13, change: "decrease"))
        == .looser)
    #expect(status(claim("甲乙指标", 4, "分"), claim("甲乙指标", 5, "分")) == .conflict)
    // Things that are counted may be others.
    #expect(status(claim("甲乙器物", 4, "座"), claim("甲乙器物", 5, "座")) == nil)
  }

  @Test("other years, other currencies, other bases and words are said to be what they are")
  func incomparable() {
    #expect(status(claim("森林覆盖率", 32), claim("森林覆盖率", 35, year: "2035")) == .yearDiffers)
    let yuan = claim("出口额", 2.5, "亿元", factor: 1e8, base: "元")
    let dollars = claim("出口额", 2.5, "亿美元", factor: 1e8, base: "美元")
    #expect(status(yuan, dollars) == .notComparable)
    #expect(
      status(
        claim("能耗", 13, change: "growth", basis: "cumulative"),
        claim("能耗", 3, change: "growth", basis: "annual_average")) == .notComparable)
    #expect(status(claim("能耗", nil, text: "完成省下达任务"), claim("能耗", 15)) == .notComparable)
  }

  @Test("a yearly amount is held against the sum of five years times five")
  func flows() {
    let yearly = claim("培训农民", 600, "人次", year: nil, per: "year")
    let sum = claim("培训农民", 3000, "人次", year: "2021-2025")
    let found = verdicts(yearly, sum)
    #expect(found.map(\.status) == [.agree])
    #expect(found.first?.reason == .yearlyAgainstSum)
  }

  @Test("base columns are held against each other and against what was reached")
  func baselines() {
    let overall = claim("森林覆盖率", 32.5, baseline: 32.3, table: "indicator")
    let other = claim("森林覆盖率", 33, baseline: 32.1, table: "indicator")
    #expect(verdicts(overall, other).map(\.status) == [.baselineDiffers, .stricter])
    let reached = claim("森林覆盖率", 32.3, kind: "actual", year: "2020")
    #expect(verdicts(overall, reached).map(\.status) == [.baselineAgrees])
    let sum = claim("森林覆盖率", 40, kind: "actual", year: "2016-2020")
    #expect(!verdicts(overall, sum).contains { $0.status == .baselineDiffers })
  }

  @Test("a target below what was reached is said to be met")
  func met() {
    let found = verdicts(
      claim("空气质量优良天数", 330, "天"), claim("空气质量优良天数", 331, "天", kind: "actual", year: "2020"))
    #expect(found.map(\.isAlreadyMet) == [true])
  }

  @Test("territories decide: amounts of a part are parts, peers stand side by side")
  func territories() {
    let a = [claim("粮食产量", 100, "万吨"), claim("森林覆盖率", 30)]
    let b = [
      claim("粮食产量", 10, "万吨", document: "b"), claim("森林覆盖率", 28, document: "b"),
    ]
    let province = plan("a", a, region: "某某省", code: "150000")
    let city = plan("b", b, region: "某某市", code: "150600")
    let other = plan("c", b, region: "另一省", code: "210000")
    let nested = PlanCheck().verdicts(province, city)
    #expect(nested.map(\.status) == [.partOf, .looser])
    #expect(PlanCheck().verdicts(province, other).map(\.status) == [.peer, .peer])
  }

  @Test("near names are proposed, never claimed; other scopes are not even that")
  func proposals() {
    let overall = [claim("高速公路通车总里程", 9000, "公里")]
    let near = PlanCheck().verdicts(
      plan("a", overall), plan("b", [claim("高速公路里程", 8000, "公里", document: "b")]))
    #expect(near.allSatisfy { $0.isProposed && $0.score < 1 })
    let scopes = PlanCheck().verdicts(
      plan("a", [claim("城镇自来水普及率", 90)]), plan("b", [claim("农村自来水普及率", 80, document: "b")]))
    #expect(scopes.isEmpty)
  }

  @Test("what only one of them has is named: binding targets, rows of tables")
  func missing() {
    let overall = plan("a", [claim("耕地保有量", 10, "万亩", binding: "约束性", table: "indicator")])
    let other = plan("b", [claim("图书馆藏书", 10, "万册", document: "b", table: "indicator")])
    #expect(PlanCheck().verdicts(overall, other).map(\.status) == [.onlyInB])
    #expect(PlanCheck().untaken(overall, by: [other]).map(\.status) == [.onlyInA])
    let taking = plan("c", [claim("耕地保有量", 10, "万亩", document: "c")])
    #expect(PlanCheck().untaken(overall, by: [other, taking]).isEmpty)
  }

  @Test("in one plan two values of one indicator are a conflict, unless their bounds leave room")
  func itself() {
    let table = claim("全民参保覆盖率", 96, at: 1, table: "indicator")
    let text = claim("全民参保覆盖率", 95, at: 2, passage: 1)
    #expect(PlanCheck().verdicts(within: plan("a", [table, text])).map(\.status) == [.conflict])
    let bounded = claim("全民参保覆盖率", 95, op: ">=", at: 3, passage: 2)
    // 由95%提高到96%: one sentence tells of two times.
    let change = [
      claim("自来水普及率", 95, at: 5, sentence: "由95%提高到96%"),
      claim("自来水普及率", 96, at: 6, sentence: "由95%提高到96%"),
    ]
    #expect(PlanCheck().verdicts(within: plan("a", change)).isEmpty)
    // Growth in two places is growth of two times, unless both say which.
    let growth = [
      claim("工业增加值", 5, change: "growth", year: nil, at: 7, passage: 3),
      claim("工业增加值", 6, change: "growth", at: 8, passage: 4),
    ]
    #expect(PlanCheck().verdicts(within: plan("a", growth)).isEmpty)
    #expect(PlanCheck().verdicts(within: plan("a", [bounded, table])).map(\.status) == [.stricter])
    // Sites that are counted in two places are other sites.
    let sites = [claim("公共厕所", 3, "座", at: 4), claim("公共厕所", 7, "座", at: 5)]
    #expect(PlanCheck().verdicts(within: plan("a", sites)).isEmpty)
  }

  @Test("what is built, and what is built and mended, are two amounts of one plan")
  func works() {
    func found(_ row: String, _ text: String) -> [Verdict.Status] {
      let table = claim(
        row, 2_000, "公里", year: "2021-2025", at: 1, table: "indicator", base: "米",
        sentence: row + " 2000", passage: 1)
      let told = claim(
        "雨水管网", 3_500, "公里", year: "2021-2025", at: 2, base: "米", sentence: text,
        passage: 2)
      return PlanCheck().verdicts(within: plan("a", [table, told])).map(\.status)
    }
    #expect(found("建设雨水管网", "累计新建改造雨水管网3500公里。").isEmpty)
    #expect(found("建设雨水管网", "累计新建雨水管网3500公里。") == [.conflict])
    #expect(found("建设雨水管网", "雨水管网达到3500公里。") == [.conflict])
  }

  @Test("values that are not finite, ranges that run backwards and empty names trap nothing")
  func oddities() {
    let odd = [
      claim("森林覆盖率", .infinity), claim("森林覆盖率", .nan), claim("", 3), claim("的", 3),
      claim("森林覆盖率", 5, op: "range", max: 2), claim("森林覆盖率", 0), claim("森林覆盖率", -1e308),
    ]
    _ = PlanCheck().verdicts(plan("a", odd), plan("b", odd))
    _ = PlanCheck().verdicts(within: plan("a", odd))
  }
}
