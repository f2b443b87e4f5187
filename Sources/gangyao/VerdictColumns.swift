import PlanComparison
import PlanDocument
import PlanExport

extension RecordColumns where Record == Verdict {
  /// Columns of `check`: those of CONTRACT.md, then both sides in short for tables.
  static var verdicts: Self {
    Self([
      RecordColumn("status", "结论", "verdict") { .string($0.status.rawValue) },
      RecordColumn("indicator_key", "指标", "indicator") { .string($0.key) },
      RecordColumn("match_score", "名称相似", "match", .number) { .number($0.score) },
      RecordColumn("a", "甲", "a") { Self.side($0.a) },
      RecordColumn("b", "乙", "b") { Self.side($0.b) },
      RecordColumn("difference", "差", "difference", .number) { .optional($0.difference) },
      RecordColumn("explanation", "说明", "explanation") { .string($0.explanation) },
      RecordColumn("proposed", "待确认", "proposed", .boolean) { .bool($0.isProposed) },
      RecordColumn("already_met", "已经达到", "already met", .boolean) { .bool($0.isAlreadyMet) },
      RecordColumn("confidence", "置信度", "confidence", .number) { .number($0.confidence) },
      RecordColumn("match", "配对依据", "paired by") { .string($0.match.rawValue) },
      RecordColumn("a_value", "甲：值", "a: value") { verdict in
        .optional(verdict.a.map { Self.short($0, verdict) })
      },
      RecordColumn("b_value", "乙：值", "b: value") { verdict in
        .optional(verdict.b.map { Self.short($0, verdict) })
      },
    ])
  }

  private static func side(_ record: TargetRecord?) -> JSONValue {
    record.map { RecordColumns<TargetRecord>.targets.json($0) } ?? .null
  }

  /// 66% (sample-energy:17)
  private static func short(_ record: TargetRecord, _ verdict: Verdict) -> String {
    "\(verdict.words(of: record)) (\(record.document):\(record.line))"
  }
}

extension Verdict {
  /// The verdict in one sentence, in the language of messages.
  var explanation: String {
    let first = a.map(quote) ?? ""
    let second = b.map(quote) ?? ""
    let sides = say("甲 \(first)；乙 \(second)。", "A: \(first); B: \(second). ")
    let why: String =
      switch reason {
      case .sameValue: say("值相同。", "The same value.")
      case .sameAfterRounding:
        say("按较粗的精度取整后相同。", "The same after rounding to the coarser precision.")
      case .insideRange: say("一个在另一个的范围之内。", "One lies within the other's range.")
      case .values:
        status == .conflict
          ? say("两个值不能同时成立。", "The two values cannot both hold.")
          : status == .stricter
            ? say("乙的要求更高。", "B asks for more.") : say("乙的要求较低。", "B asks for less.")
      case .bounds:
        say("界限不同，可以同时成立。", "The bounds differ, and leave room for both.")
      case .years: say("时间不同。", "They are for different times.")
      case .reachedAgainstTarget:
        isAlreadyMet
          ? say("目标低于已经达到的水平。", "The target lies below what was reached already.")
          : say("一个是已达到的，一个是目标。", "One was reached, the other is a target.")
      case .baseYear:
        status == .baselineAgrees
          ? say("基期值相同。", "The values of the base year are the same.")
          : say("基期值不同。", "The values of the base year differ.")
      case .otherCurrency: say("货币不同，不能直接比较。", "They are in different currencies.")
      case .otherBasis: say("增长率的口径不同（年均、累计、同比）。", "The rates are on different bases.")
      case .words: say("至少一方是文字而不是数字。", "At least one of them is words, not a number.")
      case .yearlyAgainstSum:
        say(
          "一个是每年的量，一个是五年合计；由每年的量乘以五推算。",
          "One is yearly, the other a sum of five years: five times the yearly one was taken.")
      case .partOfTerritory:
        say("一地是另一地的一部分，数量只是部分。", "One territory is part of the other: its amount is a part.")
      case .twoJurisdictions: say("两地并列，不分高下。", "Two jurisdictions side by side.")
      case .noneTakesUp:
        say("约束性指标，其他规划都没有写。", "A binding target that none of the other plans takes up.")
      case .overallLacks: say("总体规划没有这一指标。", "The overall plan lacks this indicator.")
      case .otherPrices:
        say("一个按现价，一个按不变价（可比价），不能直接比较。", "One is in current prices, the other in constant ones.")
      case .stockAgainstSum:
        say(
          "一个是某年的总量，一个是几年的累计，不能直接比较。", "One is what there is in a year, the other a sum over years."
        )
      case .otherUnit:
        say("数字相同，而指标和单位不同。", "The numbers are equal, indicator and unit are not.")
      case .baseMissing:
        say("一方的基期值尚未填写。", "The base value of one of them is still to come.")
      case .partOfWhole: say("乙是甲的一部分。", "B is a part of A.")
      case .oneYearOfSeveral:
        say("乙是一年的量，甲是几年的合计。", "B is the amount of one year, A that of several.")
      case .growthOfLevels(let rate):
        say(
          "由基期值和目标值推算的增长率为 \(rate)%。",
          "Base value and target give a rate of \(rate) %.")
      case .ownBase:
        say("目标低于同一行的基期值。", "The target lies below the base value of its own row.")
      case .sum(let sum):
        say("各部分之和为 \(Self.number(sum))。", "The parts add up to \(Self.number(sum)).")
      case .tableSum(let sum, let count, let first, let last, let isColumns):
        say(
          "从“\(first)”到“\(last)”的 \(count) \(isColumns ? "列" : "行")之和为 \(Self.number(sum))。",
          "The \(count) \(isColumns ? "columns" : "rows") from “\(first)” to “\(last)” add up to \(Self.number(sum))."
        )
      case .shares(let sum):
        say("各项比重之和为 \(Self.number(sum))%。", "The shares add up to \(Self.number(sum)) %.")
      case .partExceeds: say("部分大于总量。", "The part is larger than the whole.")
      }
    switch status {
    case .onlyInA:
      return say("甲 \(first)。", "A: \(first). ") + why + remarks.map(Self.words).joined()
    case .onlyInB: return say("乙 \(second)。", "B: \(second). ") + why
    default: return sides + why + remarks.map(Self.words).joined()
    }
  }

  private static func number(_ value: Double) -> String {
    JSONValue.text(of: (value * 1e6).rounded() / 1e6) ?? "\(value)"
  }

  private static func words(_ remark: Remark) -> String {
    switch remark {
    case .onPath(let value, let year):
      say(
        "按直线推算，\(year) 年为 \(number((value * 100).rounded() / 100))。",
        " On a straight line it would be \(number((value * 100).rounded() / 100)) in \(year).")
    case .otherBinding: say("一个是约束性，一个是预期性。", " One is binding, the other expected.")
    case .inFieldOf(let plans):
      say(
        "属于 \(plans.joined(separator: "、")) 的领域。",
        " It is in the field of \(plans.joined(separator: ", ")).")
    }
  }

  /// The value that the verdict is on: of a base column its own, else as written.
  func words(of record: TargetRecord) -> String {
    guard status == .baselineAgrees || status == .baselineDiffers, let base = record.baseline,
      let value = JSONValue.text(of: base)
    else { return record.text }
    return value + record.unit
  }

  private func quote(_ record: TargetRecord) -> String {
    let isBase =
      (status == .baselineAgrees || status == .baselineDiffers) && record.baseline != nil
    let year = isBase ? record.baselineYear : record.year ?? record.yearInherited
    return "“\(record.indicator) \(words(of: record))”"
      + (year.map { say("（\($0)）", " (\($0))") } ?? "")
  }
}
