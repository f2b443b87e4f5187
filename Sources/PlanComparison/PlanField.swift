import PlanDocument

/// A field of policy: what a departmental plan is responsible for.
package enum PlanField: String, Sendable, CaseIterable {
  case education = "教育"
  case health = "卫生健康"
  case welfare = "民政养老"
  case employment = "就业社保"
  case ecology = "生态环境"
  case water = "水利"
  case energy = "能源"
  case industry = "工业"
  case farming = "农业农村"
  case transport = "交通"
  case housing = "住房城建"
  case culture = "文化旅游"
  case science = "科技创新"
  case digital = "数字信息"
  case trade = "商贸开放"
  case safety = "应急安全"

  /// Words of titles, chapters and names of indicators that tell the field.
  private var words: [String] {
    switch self {
    case .education:
      ["教育", "学校", "入学", "巩固率", "幼儿园", "学位", "教师", "义务教育", "受教育", "学生", "高中阶段"]
    case .health: ["卫生", "健康", "医疗", "医师", "护士", "床位", "预期寿命", "医院", "中医", "死亡率", "发病率"]
    case .welfare: ["养老", "民政", "老年", "托位", "托育", "殡葬", "低保", "儿童福利", "社会救助"]
    case .employment: ["就业", "失业", "社会保险", "参保", "社保", "人社", "人力资源", "职业技能"]
    case .ecology:
      [
        "生态", "环境", "空气质量", "PM2.5", "污水", "垃圾", "森林", "湿地", "草原", "绿地", "水体", "碳排放",
        "二氧化碳", "污染", "矿山", "造林", "水土保持", "氮氧化物", "化学需氧量", "固废",
      ]
    case .water: ["水利", "水资源", "用水", "供水", "节水", "灌溉", "防洪", "水安全", "河道", "水库"]
    case .energy: ["能源", "煤炭", "电力", "能耗", "清洁能源", "光伏", "风电", "储能", "油气", "天然气", "千瓦"]
    case .industry: ["工业", "制造", "产业园", "规上", "规模以上", "劳动生产率", "数控", "战略性新兴产业"]
    case .farming: ["农业", "农村", "粮食", "耕地", "乡村", "农田", "农机", "畜牧", "农民", "高标准农田"]
    case .transport: ["交通", "公路", "铁路", "港口", "机场", "里程", "客运", "货运", "吞吐量", "轨道"]
    case .housing: ["住房", "城镇化", "城市更新", "棚户区", "老旧小区", "供热", "管网", "建设用地", "城市建设"]
    case .culture: ["文化", "旅游", "体育", "游客", "图书馆", "博物馆", "文旅", "广播电视"]
    case .science: ["科技", "创新", "研发", "专利", "高新技术", "人才"]
    case .digital: ["数字", "信息化", "5G", "宽带", "大数据", "政务服务", "互联网", "人工智能"]
    case .trade: ["商务", "进出口", "外资", "外贸", "消费品零售", "物流", "电子商务", "开放"]
    case .safety: ["安全生产", "应急", "生产安全", "事故", "消防", "防灾", "减灾", "食品安全", "药品"]
    }
  }

  /// The fields that words of a text name.
  static func fields(of text: String) -> Set<PlanField> {
    Set(allCases.filter { $0.words.contains(where: text.holds) })
  }

  /// The fields of a departmental plan by its title; none of a plan of all fields.
  package static func fields(of document: DocumentRecord) -> Set<PlanField> {
    let title = document.title ?? ""
    // 国民经济和社会发展 is of everything.
    guard !title.holds("国民经济和社会发展"), !title.holds("政府工作报告") else { return [] }
    return fields(of: title)
  }

  /// The fields of a claim: of its name, else of the titles above it.
  static func fields(of claim: Claim, in plan: CheckedPlan) -> Set<PlanField> {
    let own = fields(of: claim.record.indicator)
    return own.isEmpty ? fields(of: plan.context.heads(of: claim).text) : own
  }
}
