import PlanDocument

/// How strongly a plan binds itself.
enum ModalityWords {
  static let table = WordTable<PlanTarget.Modality>([
    ("确保", .ensure), ("必须", .ensure), ("不得", .ensure), ("坚决", .ensure), ("保证", .ensure),
    ("力争", .strive), ("争取", .strive), ("努力", .strive), ("力求", .strive),
    ("预计", .expect), ("预期", .expect), ("有望", .expect),
    ("鼓励", .may), ("原则上", .may), ("可以", .may), ("支持有条件", .may),
  ])

  /// What a value is measured against in words.
  static let benchmarks = WordTable<Bool>(
    words:
      "全国平均水平 全国平均 全省平均水平 全省平均 全市平均水平 全市平均 国家标准 国际先进水平 全国先进水平 自治区平均水平 全国平均增速 全省平均增速 经济增长 国家下达目标")
}
