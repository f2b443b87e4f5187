/// Words that measure and count, as plans write them.
enum UnitWords {
  enum Sort: Sendable {
    /// A share or a difference of shares.
    case rate
    /// A physical or monetary unit.
    case measure
    /// A word that counts things.
    case classifier
    /// A length of time; a quantity only where the subject is one.
    case duration
    /// A size that belongs to a name (220千伏变电站).
    case size
  }

  private static let rates = "% ％ ‰ 个百分点 百分点 个千分点 倍 番"
  private static let measures = """
    元 美元 欧元 港元 人民币 日元 英镑 元/人 元/吨 元/平方米
    吨 吨标准煤 吨标煤 吨/万元 立方米/万元 吨标准煤/万元 吨油当量 吨二氧化碳 公斤 千克 斤 克 毫克 微克 t kg g mg
    平方公里 平方千米 平方米 平米 亩 公顷 平方厘米 ㎡ m2 m² km2 km² hm2 标准亩
    立方米 立方 方 水立方 标立方米 标方 m3 m³ 立方千米 升 毫升 l ml
    公里 千米 车道公里 皮长公里 沟公里 对公里 延米 米 厘米 毫米 微米 海里 里 km m cm mm
    千瓦 千瓦时 瓦 兆瓦 吉瓦 瓦时 度 千瓦小时 kw kwh mw gw gwh mwh w
    千焦 焦 大卡 帕 兆帕 分贝 db 摄氏度 ℃ 赫兹
    m3/d m³/d m3/h m³/h mg/l μg/m3 μg/m³ ug/m3 微克/立方米 毫克/升 克/立方米
    t/d t/h 吨/日 吨/天 吨/年 吨/小时 立方米/日 立方米/天 立方米/小时 立方米/秒 吨/亩 公斤/亩
    mbps gbps 比特/秒 兆 gb tb pb eb flops eflops pflops 标准机架 机架 万亿次 人年 人·年 p dwt 载重吨
    标箱 标准箱 teu 箱 桶 公担 立方米/人 平方米/人 字 公里/小时
    """
  private static let classifiers = """
    人次 人 名 位 户 户次 家 家次 个 处 座 所 条 项 项次 件 部 台 台套 台（套） 台(套) 辆 套 片 粒 支 头 只 羽 栋
    幢 间 张 床 间（套） 期 场 场次 届 次 起 例 门 种 类 册 本 株 棵 口 眼 孔 艘 架 列 班 队 对 节 颗 枚
    盏 根 块 篇 首 幅 集 款 盘 宗 笔 单 份 份次 课时 学时 学位 个学位 车次 班次 架次 艘次 航次 人天 床位 村次
    团 组 套（间） 户（间） 处次 亿次 基 批次 通道 万众 工日 人月 商户 段 尾 匹 峰 包 瓶 袋 盒 幢楼
    条次 站点 岗位 个岗位 亿件 标段 泊位 个泊位 车位 个车位 车道 个村 剂次 单位 个单位
    """
  private static let durations = "年 年半 个月 月 周 天 日 小时 分钟 秒 毫秒 岁 个工作日 工作日 年一遇 届满"
  private static let sizes = "千伏 伏 kv v 千伏安 兆伏安 mva kva 安 寸 英寸 纳米 nm"

  static let table: WordTable<Sort> = {
    func entries(_ words: String, _ sort: Sort) -> [(String, Sort)] {
      words.split(whereSeparator: \.isWhitespace).map { (String($0), sort) }
    }
    return WordTable(
      entries(rates, .rate) + entries(measures, .measure) + entries(classifiers, .classifier)
        + entries(durations, .duration) + entries(sizes, .size))
  }()

  /// 万, 亿 and their compounds in front of a unit.
  static let multipliers = WordTable<Double>([
    ("十", 10), ("百", 100), ("千", 1_000), ("万", 1e4), ("十万", 1e5), ("百万", 1e6),
    ("千万", 1e7), ("亿", 1e8), ("十亿", 1e9), ("百亿", 1e10), ("千亿", 1e11), ("万亿", 1e12),
  ])

  /// What a rate per base counts against: 件/万人, 人/百亿元, 万元/人, 吨/年.
  static let perBases = WordTable<Bool>(
    words: """
      人 户 万人 万人次 亿元 百亿元 万元 元 吨 平方公里 平方米 公顷 亩 年 月 日 天 小时 秒 d h a 床 人·年 千人 十万人
      10万 10万人 10万人口 百人 班 车 立方米 升 l 公里 km2 km² m2 m3 m³ 套 个 人日 百户 万户 台 次 千瓦时 标准煤 小时·人
      """)
}
