import PlanDocument

/// Words that say on which side of a number the value lies.
enum BoundWords {
  /// In front of the number.
  static let before = WordTable<PlanTarget.Bound>([
    ("不低于", .atLeast), ("不少于", .atLeast), ("不小于", .atLeast), ("不得少于", .atLeast),
    ("不得低于", .atLeast), ("不得小于", .atLeast), ("不应少于", .atLeast), ("不应低于", .atLeast),
    ("不下于", .atLeast), ("至少", .atLeast), ("最少", .atLeast), ("≥", .atLeast), (">=", .atLeast),
    ("不超过", .atMost), ("不高于", .atMost), ("不大于", .atMost), ("不多于", .atMost), ("不得超过", .atMost),
    ("不得高于", .atMost), ("最多", .atMost), ("至多", .atMost), ("控制在", .atMost), ("≤", .atMost),
    ("<=", .atMost), ("不突破", .atMost),
    ("超过", .above), ("突破", .above), ("高于", .above), ("大于", .above), ("多于", .above), ("超", .above),
    ("逾", .above), (">", .above), ("跨越", .above), ("跃上", .above), ("迈上", .above),
    ("低于", .below), ("小于", .below), ("少于", .below), ("不足", .below), ("不到", .below), ("<", .below),
    ("约", .about), ("大约", .about), ("约为", .about), ("近", .about), ("将近", .about), ("接近", .about),
    ("±", .about), ("约达", .about),
  ])

  /// Of those, the ones that belong to the value expression; 超过 and 突破 are verbs.
  static let written = WordTable<Bool>(
    words: """
      不低于 不少于 不小于 不得少于 不得低于 不得小于 至少 最少 ≥ >= 不超过 不高于 不大于 不多于 不得超过 最多 至多 ≤ <= 不足
      约 大约 近 将近 接近 > < ±
      """)

  /// Behind the unit.
  static let after = WordTable<PlanTarget.Bound>([
    ("以上", .atLeast), ("及以上", .atLeast), ("(含)以上", .atLeast), ("（含）以上", .atLeast),
    ("以下", .atMost), ("及以下", .atMost), ("以内", .atMost), ("之内", .atMost),
    ("左右", .about), ("上下", .about),
  ])

  /// Inside a range of bounds that make no claim: 以上 of a rank or level.
  static let more = WordTable<Bool>(words: "余 多 来 几")
}
