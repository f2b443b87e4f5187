/// A rule of extraction with its own examples; `⟦ ⟧` marks the value that it takes.
///
/// The examples are tests: every one is run through the whole extraction.
package struct ExtractionRule: Sendable {
  package struct Example: Sendable {
    /// A sentence with the value marked.
    package let sentence: String
    /// The name that the value belongs to.
    package let indicator: String
  }

  /// As provenance names it.
  package let name: String
  package let meaning: String
  package let chinese: String
  package let examples: [Example]
  /// Sentences in which nothing is taken.
  package let counterexamples: [String]

  init(
    _ name: String, _ meaning: String, _ chinese: String, examples: [(String, String)] = [],
    counterexamples: [String] = []
  ) {
    self.name = name
    self.meaning = meaning
    self.chinese = chinese
    self.examples = examples.map { Example(sentence: $0.0, indicator: $0.1) }
    self.counterexamples = counterexamples
  }

  /// All rules for running text. Which one found a value says where its name stood.
  package static let all: [ExtractionRule] = [
    subjectBefore, objectBehind, shareTaken, earlierNumber, earlierClause, share, topic, head,
  ]

  static let subjectBefore = ExtractionRule(
    "subject.before", "The name stands in the clause, before verb, bound and number.",
    "指标名在本分句中，位于动词、界限词和数字之前。",
    examples: [
      ("到2025年，森林覆盖率提高到⟦24.1%⟧。", "森林覆盖率"),
      ("全国城镇调查失业率控制在⟦5.5%以内⟧。", "全国城镇调查失业率"),
      ("新建污水处理站⟦一座⟧。", "污水处理站"),
      ("旅游业累计实现增加值⟦12.5亿元⟧。", "旅游业增加值"),
      ("粮食产能稳定在⟦千亿斤以上⟧。", "粮食产能"),
      ("单位能耗下降⟦百分之十三点五⟧。", "单位能耗"),
      ("居民收入翻⟦一番⟧。", "居民收入"),
      ("培训农民⟦8万余人次⟧。", "培训农民"),
      ("粮食产量达到⟦四亿六千五百万吨⟧。", "粮食产量"), ("投资增长⟦1.5倍⟧。", "投资"),
      ("孕产妇死亡率降到⟦12/10万⟧。", "孕产妇死亡率"), ("人均预期寿命提高到⟦80岁以上⟧。", "人均预期寿命"),
      ("灌溉水利用系数提高到⟦0.55⟧。", "灌溉水利用系数"), ("出口逆势增长⟦5%⟧、居全国第3位。", "出口"),
      ("新建、改造高标准农田⟦20万亩⟧。", "高标准农田"), ("按2020年价格计算的生产总值增长⟦5%⟧。", "生产总值"),
      ("规上工业增加值增速高于全国⟦0.3个百分点⟧。", "规上工业增加值增速高于全国"),
      ("城镇居民收入达到⟦5万元⟧，农村居民收入达到⟦3万元⟧，分别增长⟦5%⟧和⟦6%⟧。", "农村居民收入"),
      ("城镇、农村常住居民收入分别增长⟦5%⟧、⟦6%⟧。", "农村常住居民收入"),
    ],
    counterexamples: [
      "第24.1节规定了提高到新水平的办法。", "建设5G网络，推广4A级景区和PM2.5监测。", "《防洪标准》GB50201于2014年发布。",
      "围绕5个方面开展工作，数据分为两类。", "数十家企业参与，红十字会支持。", "建设20万吨级泊位，培育百亿元级集群。",
      "坚持“两个维护”，打好三大攻坚战。", "65岁以上老年人免费乘车。", "2021年3月15日起施行。",
    ])

  static let objectBehind = ExtractionRule(
    "object.behind", "The thing counted stands behind number and unit.",
    "所计之物在数字和单位之后。",
    examples: [
      ("建设⟦40个⟧示范基地。", "示范基地"), ("培育⟦2-3家⟧龙头企业。", "龙头企业"),
      ("每个乡镇至少建成⟦一所⟧公办中心幼儿园。", "每个乡镇公办中心幼儿园"),
      ("推动⟦30%⟧的县通过国家认定。", "县通过国家认定"), ("实施稳经济⟦30项⟧举措。", "稳经济举措"),
      ("完成⟦87平方公里以上⟧的红线划定。", "红线划定"), ("一期⟦15万千瓦⟧光伏项目开工。", "一期光伏项目"),
      ("建设⟦20个⟧国家级、⟦19个⟧省级重点县。", "省级重点县"),
      ("对⟦45亿亩⟧林地和⟦10亿亩⟧湿地等资源实行监管。", "湿地"),
    ],
    counterexamples: ["超过1000人规模的学校必须配备专职教师。", "实施10亿元以上的项目。"])

  static let shareTaken = ExtractionRule(
    "object.share",
    "A share behind 按 and the amount in its brackets are of what is done with them.",
    "“按…的比例（数量）”：指标是其后所做之事。",
    examples: [
      ("按年消费量的⟦5%⟧（⟦约30-40万吨⟧）储备成品粮。", "储备成品粮"),
      ("按照专任教师的⟦10%⟧（⟦2000名⟧）培养骨干教师。", "培养骨干教师"),
    ],
    counterexamples: ["按照规定给予补助。"])

  static let earlierNumber = ExtractionRule(
    "subject.before.clause",
    "The clause names nothing: the value is of what the number before was of.",
    "本分句没有指标名：沿用前一个数字的指标。",
    examples: [
      ("工业增加值突破⟦270亿元⟧，年均增长⟦6%以上⟧。", "工业增加值"),
      ("出口额由⟦2亿美元⟧提高到⟦5亿美元⟧。", "出口额"),
      ("现有易涝点⟦300处⟧，完成整治⟦200处⟧。", "整治易涝点"),
    ],
    counterexamples: ["年均增长6%以上。"])

  static let earlierClause = ExtractionRule(
    "subject.earlier.clause", "The name stands alone in the clause before the verb and number.",
    "指标名独自在前一分句中。",
    examples: [
      ("公共预算收入，力争达到⟦60亿元⟧。", "公共预算收入"), ("生产总值连跨两个万亿元台阶，年均增长⟦6%⟧。", "生产总值"),
      ("提高计算机普及率，达到⟦4%以上⟧。", "计算机普及率"),
    ],
    counterexamples: ["各项事业蓬勃发展。力争达到60亿元。"])

  static let share = ExtractionRule(
    "subject.share", "占…比重 without its own subject: the subject is that of the number before.",
    "占…比重没有自己的主语：沿用前一个数字的主语。",
    examples: [
      ("文化产业增加值达到⟦15亿元⟧，占地区生产总值比重提高到⟦5%⟧。", "文化产业增加值占地区生产总值比重"),
      ("一般贸易进出口增长⟦14.4%⟧、占进出口总额⟦53.6%⟧。", "一般贸易进出口占进出口总额"),
    ])

  static let topic = ExtractionRule(
    "subject.topic", "A bare measure (产值, 总投资) is of the subject that the sentence began with.",
    "单独的量名（产值、总投资）属于句首所说的主体。",
    examples: [
      ("白酒产能达到⟦3万吨/年⟧，产值达到⟦35亿元⟧。", "白酒产值"), ("新增上市公司⟦62家⟧，总数⟦186家⟧。", "上市公司总数"),
      ("实施北川水源扩容工程，供水能力达到⟦3.2万(m3/d)⟧。", "北川水源扩容工程供水能力"),
    ])

  static let head = ExtractionRule(
    "subject.head",
    "A bare measure in a sentence without subject is of the paragraph's run-in head.",
    "句中没有主语的量名属于段首小标题所说的主体。",
    examples: [("培育风电产业。加快项目落地，产值达到⟦20亿元⟧。", "风电产业产值")])

  /// Rules that read something else than the numbers of running text.
  package static let others: [ExtractionRule] = [
    ExtractionRule(
      "table.indicator", "A cell of a value column; name, unit, base value by their columns.",
      "表格数值列的单元格；名称、单位、基期值取自各自的列。"),
    ExtractionRule(
      "table.labelled", "One of several labelled values of a cell (重点城市≥30 一般城市≥15).",
      "单元格中带标签的几个数值之一（重点城市≥30 一般城市≥15）。"),
    ExtractionRule(
      "table.words", "A cell of a value column that holds words (完成自治区任务).",
      "数值列中写文字的单元格（完成自治区任务）。"),
    ExtractionRule(
      "table.project", "A sum or size in the row of a project (`--projects`).",
      "项目表中一行的投资或规模（`--projects`）。"),
    ExtractionRule(
      "pledge.words", "Words that promise a quantity without a number (全覆盖, 零增长).",
      "不写数字而承诺数量的词语（全覆盖、零增长）。"),
  ]

  /// The rule that a record names; nil for a name of another version.
  package static func named(_ name: String) -> ExtractionRule? {
    all.first { $0.name == name } ?? others.first { $0.name == name }
  }
}
