/// What is written in several ways, and what it is compared as.
///
/// Taken from how plans name the indicators of the five-year outlines; the longer wording goes
/// first where two begin alike.
enum NameWordings {
  /// What only a comparison takes for one, behind the wordings of `IndicatorWordTable`.
  static let table: [(written: NameBytes, meant: NameBytes)] = words([
    ("年平均浓度", "浓度"), ("年均浓度", "浓度"), ("平均浓度", "浓度"), ("光伏发电", "光伏"), ("太阳能发电", "光伏"),
    ("风力发电", "风电"), ("旅游营业收入", "旅游收入"), ("旅游总收入", "旅游收入"), ("旅游综合收入", "旅游收入"),
    ("游客营业收入", "旅游收入"), ("游客收入", "旅游收入"), ("接待国内外游客", "接待游客"), ("制造产业", "制造业"),
    ("制造业项目", "制造项目"), ("制造业企业", "制造企业"), ("产业产值", "产值"),
    ("工业总产值", "产值"), ("入河湖库", "入河"), ("城市生活垃圾", "生活垃圾"), ("义务教育巩固率", "义务教育阶段巩固率"),
    ("达到或好于三类", "达到或优于三类"), ("好于三类", "优于三类"), ("在校学生", "学生"), ("在校生", "学生"),
    ("储备能力", "储备"),
    // The power of the plants is another matter than the energy of a year: without 量 both were 发电.
    ("发电量", "发电电能"),
  ])

  /// An industry's share in the product is that of its value added.
  static let shares: [(written: NameBytes, meant: NameBytes)] = words([
    ("增加值占地区生产总值", "占地区生产总值"), ("增加值占规上工业增加值", "占规上工业增加值"),
  ])

  /// Left out wherever they stand.
  static let silent = words(
    "的 拥有 分别 累计 力争 预计 总共 新引进 相关 各级各类 各级 各类")

  /// 全区学校共有学生: what stands in front of these says only where they are.
  static let holdingVerbs = words("共有 共提供 共建成 共建设 共拥有 共接待")

  /// 年均空气质量优良天数: how it is counted, in front of a name.
  static let frequencies = words("年均 每年 平均每年 年度")

  /// The plan's own territory, at the head of a name.
  static let ownTerritory = words(
    "全自治区 全区 全市 全省 全县 全旗 全州 全盟 全社会 我区 我市 我省 我县 本区 本市 本省")

  /// Verbs that say only that something is made or reached, at either end.
  static let lightVerbs = words(
    "建设完成 新建 建设 建成 完成 实施 提供 达到 实现 新引进 引进 培育 打造 开展 推进 接待 划定 新增 增加")

  /// Of those, the ones that stand behind a name as well: 充电桩建设.
  static let makingVerbs = words("划定 建设完成 新建 建设 建成 完成")

  /// What makes a name that of a rate of change.
  static let changeEnds = words("年均增长率 增长率 降低率 下降率 年均增长 增长 降低 下降")

  /// 每千名老人 goes by 千名老人 as well.
  static let perBases = words("每百 每千 每万 每十万")

  /// Verbs that carry the meaning: 改造老旧管网 is 老旧管网改造.
  static let movedVerbs = words(
    "改造提升 改造 治理 修复 整治 化解 盘活 淘汰 退出 更新 储备")

  /// Nouns of measure at the end of a name that leave it the same.
  static let measureEnds = words(
    "总数量 总人数 总规模 总面积 总长度 总里程 总数 总量 总额 数量 人数 面积 规模 长度 量 数 额")

  /// At the end of the names of powers (千瓦).
  static let powerEnds = words(
    "装机容量 装机规模 总装机 装机 发电项目 项目 发电")

  /// Names that say nothing without their surroundings.
  static let generic = Set(
    words(
      """
      增长 公里 比重 总产值 增加值 投入 产出 其他 其中 共 建筑业 可以 速度 水平 能力 规模 项目 企业 投资 资金 人才 基地 岗位 任务 平台 机构
      人员 部门 事项 工程 群众 经济 支出 印张 死亡 国家和地区 供水能力 处理能力 生产能力 供热能力 综合治理 一期 二期 三期 四期 重点项目 重大项目 产值 总投资 面积 占地 建筑 学校 学位 单位 活动 政策 措施 收入 利润 税收 产能 产量
      """))

  /// What opens words that were left in place of a name.
  static let noNames = words("同比 环比 比上年 比去年 比原 较 下降 上升 在内 相应 平均年 按照 按可比 按不变")

  /// Names of parts of the country, alone or in front of what is counted there.
  static let places = words(
    """
    北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南
    西藏 陕西 甘肃 青海 宁夏 新疆 东部 中部 西部 东北 西北 西南 华北 华东 华南 沿海 内地
    """)

  /// At the end of the name of a place.
  static let placeEnds = words("地区 各省 各市 各县")

  /// Words of which one name has one and the other another: then they are two indicators.
  static let scopes: [[NameBytes]] = [
    words("城镇 农村 城乡 城市"), words("小学 初中 高中 学前 义务教育 高等 职业"),
    words("一产 二产 三产 第一产业 第二产业 第三产业 工业 农业 服务业"),
    words("国家级 省级 市级 县级 区级 自治区级"),
    words("进口 出口 进出口"), words("男 女"), words("招收 毕业"), words("招生 毕业"),
    words("新增 累计"), words("增长 下降"), words("人均 地均 单位"),
    words("清洁能源 新能源 可再生 非化石"), words("规上 限上 限额以上"), words("家庭 机构 社区 普惠 公办 民办"),
    words("中央 地方 国有 民营 民间 外资"),
  ]

  /// In front of a noun, but not telling whose or of what it is.
  static let plainFronts = Set(
    words("重点 重大 新型 示范 主要 全国 国家 国家级 自治区级 省级 市级 大型 优质 特色 一批 年度 骨干 龙头 标志性 高质量 专项 试点"))

  /// What shares are called at their end: 建成区绿地 of 40 % is 建成区绿地率.
  static let shareEnds = words("比重 率")

  /// Measures of which a part is no smaller than the whole.
  static let averages = words("人均 户均 亩均 地均 均 每 单位 率 比重 强度 指数 年限 价格 寿命 天数 密度 水平")

  /// Words with blanks between.
  private static func words(_ list: String) -> [NameBytes] {
    list.split(whereSeparator: \.isWhitespace).map { NameBytes(String($0)) }
  }

  private static func words(
    _ pairs: [(String, String)]
  ) -> [(written: NameBytes, meant: NameBytes)] {
    pairs.map { (NameBytes($0.0), NameBytes($0.1)) }
  }
}
