import PlanComparison
import PlanDocument
import Testing

@Suite("What must not be compared, and what is said beside a verdict")
struct JudgingTests {
  private func verdicts(_ a: TargetRecord, _ b: TargetRecord) -> [Verdict] {
    PlanCheck().verdicts(checkedPlan("a", [a]), checkedPlan("b", [b]))
  }

  @Test("current and constant prices are not comparable")
  func prices() {
    let found = verdicts(
      claim("地区生产总值", 800, "亿元", base: "元", sentence: "按现价计算，地区生产总值达到800亿元"),
      claim("地区生产总值", 700, "亿元", base: "元", sentence: "按2020年不变价计算，地区生产总值达到700亿元"))
    #expect(found.map(\.reason) == [.otherPrices])
    #expect(found.map(\.status) == [.notComparable])
  }

  @Test("what there is in a year is not what was added over five, unless they are equal")
  func stocks() {
    let stock = claim("充电桩", 900, "个")
    let sum = claim("充电桩", 500, "个", year: "2021-2025", basis: "cumulative")
    #expect(verdicts(stock, sum).map(\.reason) == [.stockAgainstSum])
    let equal = claim("充电桩", 900, "个", year: "2021-2025", basis: "cumulative")
    #expect(verdicts(stock, equal).map(\.status) == [.agree])
  }

  @Test("a yearly amount that times the years is not the sum is not comparable")
  func flows() {
    let yearly = claim("森林抚育", 2.8, "万亩", year: nil, per: "year", base: "平方米")
    #expect(
      verdicts(claim("森林抚育", 14, "万亩", year: nil, base: "平方米"), yearly).map(\.status) == [.agree])
    #expect(
      verdicts(claim("森林抚育", 20, "万亩", year: nil, base: "平方米"), yearly).map(\.status)
        == [.notComparable])
    // Three years are three times the yearly amount.
    #expect(
      verdicts(claim("森林抚育", 8.4, "万亩", year: "2023-2025", base: "平方米"), yearly).map(\.status)
        == [.agree])
  }

  @Test("different years are different years, with the straight path as a remark")
  func path() {
    let found = verdicts(
      claim("森林覆盖率", 35, baseline: 30, table: "indicator"), claim("森林覆盖率", 33, year: "2023"))
    #expect(found.map(\.status) == [.yearDiffers])
    #expect(found.first?.remarks == [.onPath(value: 33, year: 2023)])
  }

  @Test("binding against expected is a remark")
  func binding() {
    let found = verdicts(
      claim("森林覆盖率", 35, binding: "约束性"), claim("森林覆盖率", 35, binding: "预期性"))
    #expect(found.map(\.status) == [.agree])
    #expect(found.first?.remarks == [.otherBinding])
  }

  @Test("a rate of growth is held against base value and target of the other plan")
  func growth() {
    let level = claim("接待游客", 161.05, "万人次", baseline: 100, factor: 1e4, base: "人次")
    let right = claim("接待游客", 10, change: "growth", basis: "annual_average")
    let wrong = claim("接待游客", 5, change: "growth", basis: "annual_average")
    #expect(verdicts(level, right).map(\.status) == [.agree])
    #expect(verdicts(level, wrong).map(\.status) == [.conflict])
    // Levels of money are in other prices than its growth.
    let money = claim("工业增加值", 161.05, "亿元", baseline: 100, factor: 1e8, base: "元")
    #expect(
      verdicts(money, claim("工业增加值", 5, change: "growth", basis: "annual_average")).isEmpty)
  }

  @Test("base values that are still to come are said to be")
  func missingBase() {
    let filled = claim("战略性新兴产业比重", 9, baseline: 6.8, table: "indicator")
    let empty = claim(
      "战略性新兴产业比重", 9, table: "indicator", sentence: "战略性新兴产业比重 % 待反馈 9 预期性")
    #expect(verdicts(empty, filled).map(\.reason) == [.baseMissing, .sameValue])
  }

  @Test("a row whose own base value is better than its target is met already")
  func ownBase() {
    let row = claim("城镇登记失业率", 4.5, baseline: 3.36, table: "indicator")
    let found = PlanCheck().verdicts(within: checkedPlan("a", [row]))
    #expect(found.map(\.isAlreadyMet) == [true])
    #expect(found.map(\.reason) == [.ownBase])
    // Trees are planted anew each year.
    let trees = verdicts(
      claim("营造林", 35, "万亩", year: "2025", base: "平方米"),
      claim("营造林", 40, "万亩", kind: "actual", year: "2020", base: "平方米"))
    #expect(!trees.contains { $0.isAlreadyMet })
  }

  @Test("of several target columns of a row the last alone has its base value")
  func columns() {
    let row = [
      claim("森林覆盖率", 32.6, year: "2023", baseline: 32.3, at: 1, document: "b", table: "indicator"),
      claim("森林覆盖率", 33, year: "2025", baseline: 32.3, at: 2, document: "b", table: "indicator"),
    ]
    let found = PlanCheck().verdicts(
      checkedPlan("a", [claim("森林覆盖率", 32.5, baseline: 32.3, table: "indicator")]),
      checkedPlan("b", row))
    #expect(found.filter { $0.status == .baselineAgrees }.count == 1)
  }
}
