import PlanQuery

/// Four units, of which two can be converted into one another.
struct FewUnits: UnitReader {
  static let factors = [
    "元": ("元", 1.0), "万元": ("元", 1e4), "亿元": ("元", 1e8), "%": ("%", 1.0),
    "个百分点": ("个百分点", 1.0),
  ]

  func unit(_ written: String) -> QueryUnit? {
    Self.factors[written].map { QueryUnit(base: $0.0, factor: $0.1) }
  }

  func units(near written: String) -> [String] { written == "亿圆" ? ["亿元"] : [] }
}
