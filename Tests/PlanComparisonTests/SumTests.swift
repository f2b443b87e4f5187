import PlanComparison
import PlanDocument
import Testing

@Suite("Sums and shares of one plan")
struct SumTests {
  private func found(_ claims: [TargetRecord]) -> [Verdict] {
    PlanCheck().verdicts(within: checkedPlan("a", claims)).filter { $0.match == .part }
  }

  /// Values of one sentence, in its order.
  private func values(
    _ sentence: String, _ values: [(String, Double, String)], years: [String?] = []
  ) -> [TargetRecord] {
    values.enumerated().map { index, value in
      claim(
        value.0, value.1, value.2, year: years.isEmpty ? "2025" : years[index], at: index * 10,
        text: JSONText.number(value.1) + value.2, sentence: sentence)
    }
  }

  @Test(
    "a ratio of industries that is not 100 is a conflict",
    arguments: [
      ([4.1, 40.2, 55.5], 99.8), ([4.1, 40.2, 55.7], nil), ([33.3, 33.3, 33.3], nil),
      ([1, 2, 3], nil), ([5, 40, 56], nil), ([5, 40, 58], 103),
    ] as [([Double], Double?)])
  func ratio(parts: [Double], sum: Double?) {
    let text = parts.map(JSONText.number).joined(separator: ":")
    var claims: [TargetRecord] = []
    var offset = 0
    for part in parts {
      claims.append(
        claim(
          "三次产业结构比例", part, "", at: offset, text: JSONText.number(part),
          sentence: "三次产业结构比例调整为\(text)"))
      offset += JSONText.number(part).count + 1
    }
    let verdicts = found(claims)
    #expect(verdicts.count == (sum == nil ? 0 : 1), "\(text)")
    if let sum, case .shares(let told)? = verdicts.first?.reason {
      #expect(abs(told - sum) < 0.001)
    }
  }

  @Test("shares of the three industries in one sentence are 100 % within their rounding")
  func industries() {
    let sentence = "第一产业比重5%、第二产业比重40%、第三产业比重52%。"
    let claims = values(
      sentence, [("第一产业比重", 5, "%"), ("第二产业比重", 40, "%"), ("第三产业比重", 52, "%")])
    #expect(found(claims).map(\.status) == [.conflict])
  }

  @Test("parts behind 其中 that are more than their total are a conflict, fewer are not")
  func parts() {
    let more = "共改造小区100个，其中老城60个、新城50个。"
    #expect(
      found(values(more, [("小区改造", 100, "个"), ("老城小区", 60, "个"), ("新城小区", 50, "个")]))
        .map(\.reason) == [.sum(110)])
    let fewer = "共改造小区100个，其中老城60个、新城30个。"
    #expect(
      found(values(fewer, [("小区改造", 100, "个"), ("老城小区", 60, "个"), ("新城小区", 30, "个")])).isEmpty)
    let one = "共改造小区100个，其中老城160个。"
    #expect(
      found(values(one, [("小区改造", 100, "个"), ("老城小区", 160, "个")])).map(\.reason)
        == [.partExceeds])
    // At least 100 leaves room for more.
    var open = values(more, [("小区改造", 100, "个"), ("老城小区", 60, "个"), ("新城小区", 50, "个")])
    open[0].op = ">="
    #expect(found(open).isEmpty)
  }

  @Test("five years that do not add up to the total of the five years are a conflict")
  func years() {
    let sentence = "每年新增学位。"
    let amounts: [Double] = [6000, 9000, 10_000, 9000, 7000]
    let list = amounts.enumerated().map {
      claim("学位供给", $1, "个", year: "\(2021 + $0)", at: 10 + $0, sentence: sentence)
    }
    let total = claim("学位供给", 40_000, "个", year: "2021-2025", at: 1)
    #expect(found([total] + list).map(\.reason) == [.sum(41_000)])
    let right = claim("学位供给", 41_000, "个", year: "2021-2025", at: 1)
    #expect(found([right] + list).isEmpty)
  }
}

enum JSONText {
  /// A number as plans write it.
  static func number(_ value: Double) -> String {
    value.rounded() == value ? "\(Int(value))" : "\(value)"
  }
}
