/// Words of the notices that issue a plan, and of what stands around them.
enum NoticeWords {
  /// 关于 … what is done … to a document: 关于印发《…》的通知.
  static let verbs: [String] = [
    "印发", "发布", "公布", "下发", "颁发", "颁布", "转发", "批转", "印送", "公开征求", "征求", "公开征集", "报送", "批准",
  ]

  /// What a notice's title ends with.
  static let endings: [String] = ["的通知", "的函", "的公告", "的通告", "的决议", "的决定", "的公示", "的启事"]

  /// Verbs of a notice that asks for opinions on a draft.
  static let asking: [String] = ["征求", "征集"]

  /// Verbs of a notice that issues a document.
  static let issuing: [String] = [
    "印发", "发布", "公布", "下发", "颁发", "颁布", "转发", "批转", "批准", "决议",
  ]

  /// What a body's name ends with.
  static let issuerEndings: [String] = [
    "人民政府", "政府", "办公厅", "办公室", "委员会", "国务院", "中共中央", "行政公署", "行署", "管委会", "领导小组", "指挥部", "人大常委会",
    "常委会", "人民法院", "检察院", "代表大会", "研究院", "党组", "党委", "省委", "市委", "区委", "县委", "州委", "旗委", "发展改革委",
    "发改委", "卫生健康委", "住建委", "国资委", "工信委", "联合会", "协会", "总署", "总局", "总社", "兵团", "银行", "司令部", "部", "厅",
    "局",
    "署", "中心",
  ]

  /// What stands in front of 部 in the departments of the Party and of others that are in every
  /// place.
  static let partyDepartments: [String] = [
    "宣传", "组织", "统战", "统一战线工作", "社会工作", "武装", "人民武装", "指挥", "政治", "工作", "司令", "本", "各", "支", "总",
  ]

  /// A place's own word for its government, which does not say whose it is: 我代表市人民政府.
  static let nameless: Set<String> = [
    "省", "市", "区", "县", "旗", "州", "盟", "自治区", "自治州", "自治县", "自治旗", "特区", "新区", "本届", "本", "全", "地区",
  ]

  /// Labels of a page's table of what a document is, and what each gives.
  static let labels: [(label: String, field: Label)] = [
    ("发文机关", .issuer), ("发文单位", .issuer), ("发文机构", .issuer), ("发布机构", .issuer), ("发布机关", .issuer),
    ("发布单位", .issuer), ("发布部门", .issuer), ("制发机关", .issuer), ("制定机关", .issuer), ("公开主体", .issuer),
    ("发文字号", .number), ("发文文号", .number), ("文件编号", .number), ("文件号", .number), ("文号", .number),
    ("成文日期", .issued), ("成文时间", .issued), ("发文日期", .issued), ("发文时间", .issued), ("印发日期", .issued),
    ("印发时间", .issued), ("生成日期", .issued), ("制发日期", .issued),
    ("发布日期", .published), ("发布时间", .published), ("发表时间", .published), ("发表日期", .published),
    ("公布日期", .published),
    ("公开日期", .published), ("公开时间", .published), ("上传时间", .published), ("时间", .published),
    ("日期", .published),
    ("原文链接", .source), ("原文地址", .source),
  ]

  /// Labels that give nothing; they end the value before them.
  static let otherLabels: [String] = [
    "索引号", "主题分类", "主题词", "标题", "名称", "名称", "来源", "信息来源", "有效性", "时效性", "实施日期", "效力级别", "法规类别",
    "阅读量",
    "浏览次数", "点击数", "字体", "字号", "作者", "责任编辑", "编辑", "废止日期", "失效日期", "体裁分类", "组配分类", "分类", "公开方式",
  ]

  enum Label { case issuer, number, issued, published, source }

  /// What follows a cover's day on the same line, where a converter joined the two.
  static let behindCover: Set<String> = ["前言", "目录", "序言", "目次", "引言", "序"]

  /// Words by which a body says that it passed or approved a plan; they end the line.
  static let adoptions: [String] = ["通过", "批准"]
}
