import PlanDocument

/// What a claim says as a quantity: what it is measured in, and between what it lies.
struct ClaimQuantity: Sendable, Equatable {
  /// Base unit, `count` for things that are counted, empty where the text has none.
  let dimension: String
  /// In the base unit; equal but for a range and for bounds.
  let low: Double
  let high: Double
  /// The value itself, in the base unit.
  let value: Double
  /// As written, in `unit`.
  let written: Double
  let bound: String
  /// Digits behind the point, as written.
  let decimals: Int
  let unit: String

  /// Nil for words in place of a number.
  init?(_ record: TargetRecord) {
    self.init(
      value: record.value, max: record.valueMax, base: record.valueBase,
      maxBase: record.valueMaxBase, unitBase: record.unitBase, unit: record.unit,
      bound: record.op)
  }

  /// The value of the base year in a table.
  static func baseline(of record: TargetRecord) -> ClaimQuantity? {
    guard let value = record.baseline else { return nil }
    var base: Double?
    if let target = record.value, let targetBase = record.valueBase, target != 0 {
      base = value * (targetBase / target)
    }
    return ClaimQuantity(
      value: value, max: nil, base: base, maxBase: nil, unitBase: record.unitBase,
      unit: record.unit, bound: "=")
  }

  private init?(
    value: Double?, max: Double?, base: Double?, maxBase: Double?, unitBase: String?, unit: String,
    bound: String
  ) {
    guard let value, value.isFinite else { return nil }
    let own = base ?? value
    let top = max.map { maxBase ?? $0 } ?? own
    guard own.isFinite, top.isFinite else { return nil }
    self.unit = unit
    self.bound = bound
    self.value = own
    written = value
    decimals = Self.decimals(value)
    dimension = Self.dimension(unitBase ?? unit)
    switch bound {
    case ">=", ">": (low, high) = (own, .infinity)
    case "<=", "<": (low, high) = (-.infinity, own)
    case "~": (low, high) = (own - abs(own) * 0.05, own + abs(own) * 0.05)
    default: (low, high) = (min(own, top), Swift.max(own, top))
    }
  }

  var isShare: Bool { dimension == "%" || dimension == "个百分点" }
  var isCount: Bool { dimension == "count" }
  var isRange: Bool { bound == "range" }

  /// Whether both are of one kind: the same base unit, or one of them without any.
  func isComparable(to other: ClaimQuantity) -> Bool {
    dimension == other.dimension || dimension.isEmpty || other.dimension.isEmpty
  }

  /// Both are money, of other currencies.
  func isOtherMoney(than other: ClaimQuantity) -> Bool {
    dimension != other.dimension && Self.money.contains(dimension)
      && Self.money.contains(other.dimension)
  }

  /// Equal as written, or after rounding to the coarser precision of the two.
  func equals(_ other: ClaimQuantity) -> Bool {
    if isRange || other.isRange {
      return isRange && other.isRange && low == other.low && high == other.high
    }
    if Self.same(value, other.value) { return true }
    guard unit == other.unit else { return false }
    // 65.4 and 65 are one value, 2.5 and 3 are not: the written ones have to lie close, and an exact
    // half could be rounded to either side.
    let places = min(decimals, other.decimals)
    guard decimals != other.decimals, abs(written - other.written) <= 0.02 * abs(written),
      !Self.isHalf(written, places), !Self.isHalf(other.written, places)
    else { return false }
    return Self.same(Self.rounded(written, places), Self.rounded(other.written, places))
  }

  /// Half of the last place that is written.
  var roundingError: Double {
    var step = 0.5
    for _ in 0..<decimals { step /= 10 }
    return step
  }

  /// Digits of the written number without the zeros at its ends.
  var significantDigits: Int {
    var digits = "\(abs(written))".filter { $0.isASCII && $0.isNumber }[...]
    while digits.last == "0" { digits.removeLast() }
    while digits.first == "0" { digits.removeFirst() }
    return digits.count
  }

  private static func same(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-9 * Swift.max(abs(a), abs(b))
  }

  private static func rounded(_ value: Double, _ places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (value * scale).rounded() / scale
  }

  private static func isHalf(_ value: Double, _ places: Int) -> Bool {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rest = (value * scale).truncatingRemainder(dividingBy: 1)
    return abs(abs(rest) - 0.5) < 1e-6
  }

  private static func decimals(_ value: Double) -> Int {
    let text = "\(value)"
    guard let point = text.firstIndex(of: "."), !text.contains("e") else { return 0 }
    let digits = text[text.index(after: point)...]
    return digits == "0" ? 0 : digits.count
  }

  private static func dimension(_ unit: String) -> String {
    if counted.contains(unit) { return "count" }
    guard unit.hasSuffix("/d") || unit.hasPrefix("m3") else { return unit }
    let above = unit.hasPrefix("m3") ? "立方米" + unit.dropFirst(2) : unit
    return above.hasSuffix("/d") ? above.dropLast(1) + "日" : above
  }

  private static let money: Set<String> = ["元", "美元", "欧元", "日元", "港元"]

  /// Classifiers that one and the same thing may have.
  private static let counted: Set<String> = [
    "个", "家", "所", "处", "座", "项", "条", "件", "套", "台", "支", "只", "种", "类", "部", "场", "次", "届", "户",
    "片", "栋", "批",
    "门", "间", "辆", "艘", "架", "张", "对", "组", "队", "名单", "例", "起", "份", "根", "口", "眼", "株", "头",
  ]
}
