/// Words by which the names of regions are told from other words.
enum RegionWords {
  /// What a national document, or the name of a national body, begins with.
  static let national: [String] = [
    "中华人民共和国", "全国", "国家", "国务院", "中共中央", "党中央", "中央", "最高人民", "中国",
  ]

  /// Words that begin in the same way and say nothing of a jurisdiction.
  static let notNational: [String] = [
    "中央商务区", "国家级", "国家重点", "国家税务总局", "中国（", "中国(", "中国共产党", "中国—", "中国-",
  ]

  /// Endings of names below the prefecture, and the characters that such a name has at least and
  /// at most.
  static let countyEndings: [(ending: String, shortest: Int, longest: Int)] = [
    ("自治县", 5, 16), ("自治旗", 5, 10), ("联合旗", 5, 10), ("县", 2, 5), ("旗", 3, 8), ("林区", 4, 5),
    ("特区", 4, 4),
    ("区", 3, 4), ("市", 3, 6),
  ]

  static let longestCounty = 16

  /// Names of counties that the rules for endings would cut or refuse.
  static let hardCounties: [String] = [
    "滨海新区", "浦东新区", "沈北新区", "石景山区", "元宝山区", "碾子山区", "八公山区", "西塞山区", "铁山港区", "黄石港区", "梁子湖区", "龙子湖区",
    "观山湖区", "青山湖区", "东西湖区", "海勃湾区", "下花园区", "达坂城区", "共青城市", "白云鄂博矿区", "鹰手营子矿区", "梅里斯达斡尔族区",
    "莫力达瓦达斡尔族自治旗", "民和回族土族自治县", "津市市", "辉县市", "赣县区", "沙县区", "梅县区", "沙市区", "新市区", "西市区", "达县区",
    "瓜州县", "泽州县", "肇州县", "全州县", "龙州县", "象州县", "枣强县", "武强县", "宁强县", "天全县", "万全区", "梁园区", "绿园区",
    "清新区",
    "辛集市", "社旗县", "红旗区", "新林区", "金林区", "北林区", "碑林区", "芒市", "加格达奇区", "堆龙德庆区", "沙依巴克区", "克拉玛依区",
    "富拉尔基区", "扎赉诺尔区", "管城回族区", "瀍河回族区", "顺河回族区",
  ]

  /// Zones that have an administration of their own.
  static let zones: [String] = ["新区", "高新区", "经开区", "开发区", "工业园区", "合作区"]

  /// What follows the short form of a region that the document is of.
  static let behindShort: [String] = [
    "国民经济", "政府工作报告", "“", "\"", "「", "‘", "第", "十一五", "十二五", "十三五", "十四五", "十五五", "总体规划", "人民政府",
    "管委会", "管理委员会",
  ]

  /// Words inside of which or behind which no long name of a county ends.
  static let neverInside: [String] = [
    "和", "与", "及", "的", "年", "关于", "推进", "加快", "促进", "支持", "加强", "建设", "发展", "实施", "规划", "印发", "企业",
    "管理",
    "现代",
  ]

  /// Words in a region's place of a title that end like a county and are none.
  static let noCounties: [String] = [
    "全县", "各县", "我县", "本县", "县市", "区县", "州县", "市县", "大县", "强县", "贫困县", "示范县", "试点县", "先进县", "全区",
    "各区",
    "我区", "本区", "省区", "市区", "全市", "各市", "我市", "本市", "省市", "示范区", "开发区", "保护区", "先行区", "试验区", "功能区",
    "经济区", "高新区", "经开区", "商务区", "度假区", "名胜区", "风景区", "服务区", "集聚区", "产业区", "工业区", "自贸区", "贸易区",
    "保税区",
    "合作区", "核心区", "中心区", "主城区", "老城区", "生态区", "旅游区", "行政区", "三区", "社区", "小区", "园区", "地区", "片区",
    "新区",
    "上市", "超市", "股市", "夜市", "集市", "楼市", "大城市", "小城市", "新城市", "红旗",
  ]

  /// The same for names of four characters and more: 高寒山区 is none, 青山区 is one.
  static let noLongCounties: [String] = [
    "山区", "灾区", "牧区", "库区", "景区", "郊区", "城区", "街区", "校区", "厂区", "辖区", "湖区", "港区", "湾区", "战区", "禁区",
    "分区", "学区", "农区", "垦区", "老区", "海区", "城市", "都市",
  ]

  /// What turns a name into another word: 区域, 县级, 市场.
  static let notBehind: Set<Unicode.Scalar> = ["域", "位", "间", "划", "块", "级", "场", "民", "容", "面"]
}
