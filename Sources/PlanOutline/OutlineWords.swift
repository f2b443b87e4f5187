/// Word lists of the outline.
enum OutlineWords {
  /// Marks in front of the entries of a list.
  static let bullets: [String] = [
    "●", "◆", "■", "▲", "★", "○", "◇", "□", "△", "☆", "•", "·", "＊", "*", "※", "►", "▶", "➢", "✓",
    "\u{F06C}", "\u{F06E}", "\u{F075}", "\u{F0B7}", "\u{F0D8}", "\u{F0FC}", "——", "--", "――", "──",
    "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", "⑪", "⑫",
  ]

  /// What the caption of a figure ends with that has no number.
  static let figureEndings: [String] = [
    "示意图",
    "布局图",
    "分布图",
    "规划图",
    "结构图",
    "框架图",
    "流程图",
    "区位图",
    "格局图",
    "现状图",
  ]

  /// What the heading of a list of explained words ends with.
  static let glossaryEndings: [String] = [
    "名词解释",
    "术语解释",
    "名词术语解释",
    "名词释义",
    "术语释义",
    "名词说明",
    "术语表",
    "名词注释",
  ]

  /// Headings over a table of contents.
  static let contentsTitles: Set<String> = ["目录", "目次", "Contents", "CONTENTS"]

  /// Headings in front of the first unit.
  static let prefaces: Set<String> = ["序言", "前言", "序", "引言", "导言", "总则", "绪论"]

  /// Words of a table's head that say what its columns hold.
  static let serialHeads: Set<String> = ["序号", "编号", "序", "No.", "NO."]
  static let categoryHeads: Set<String> = ["类别", "类型", "领域", "分类", "维度", "项目类别", "指标类别", "指标类型"]
  static let nameHeads: [String] = ["指标名称", "指标", "项目名称", "名称", "项目", "内容"]
  static let unitHeads: Set<String> = ["单位", "计量单位"]
  static let attributeHeads: Set<String> = ["属性", "指标属性", "性质", "指标性质", "类型属性"]
  static let valueHeads: [String] = [
    "年", "目标", "现状", "基期", "规划", "任务", "完成", "数量", "投资", "增长", "累计", "值", "率",
  ]
  /// Words that finish the head of a column of values.
  static let valueHeadEndings: Set<String> = [
    "目标值", "目标", "实际值", "实际", "现状", "现状值", "预期值", "预计", "完成", "完成值", "完成情况", "情况", "值", "任务", "数值",
    "年均增长",
  ]
  /// Heads of columns that are read for nothing else.
  static let otherHeads: Set<String> = [
    "备注", "说明", "责任单位", "责任部门", "牵头单位", "牵头部门", "主管部门", "数据来源", "年", "年均", "累计", "增速", "年均增速",
    "年均增长", "年均/累计",
    "年均增速/累计", "现状", "目标", "主要", "其中", "基期", "基数", "主要指标", "指标类型", "指标项", "指标层级", "总投资", "建设性质",
    "建设地点",
    "建设规模", "建设内容", "建设年限", "起止年限", "主要目标", "具体指标",
  ]
  /// What the head of a column of values ends with and no name of an indicator does.
  static let headEndings: [String] = [
    "目标", "目标值", "现状", "现状值", "基期值", "规划值", "年均增速", "年均增长", "指标", "属性", "实际值", "完成情况", "任务",
  ]
  /// What the cell of an attribute holds.
  static let attributes: Set<String> = ["约束性", "预期性", "指导性", "约束", "预期", "引导性", "建议性"]
  /// Marks for a value that is not there.
  static let emptyValues: Set<String> = ["-", "—", "——", "–", "/", "--", "－", "…"]
  /// Characters of which units are made.
  static let unitCharacters = Set(
    "%％‰℃㎡㎥元万亿千百十吨公里米平方立顷亩人次户个件处座张条所家项年月日天小时分钟/／·度标准床辆套台只头羽公斤克瓦mMkgKWwhHdtTμ³²3"
      .unicodeScalars)

  /// Lines of a web page around a plan.
  static let wrapperLines: Set<String> = [
    "下载", "打印", "全屏", "收藏", "加大", "还原", "减小】", "减小", "】", "分享", "分享:", "分享：", "首页", "关闭", "打印本页",
    "关闭窗口",
    "大", "中", "小", "【打印】", "【关闭】", "返回顶部", "字体：", "【字号：", "当前位置：", "当前位置:", "您的位置:", "您的位置：",
    "我要纠错",
    "扫一扫在手机打开当前页", "微信", "微博", "上一篇", "下一篇", "相关文档", "相关链接", "相关稿件",
    "相关报道：", "相关新闻", "推荐阅读", "【【", "【字体：", "阅读量：", "时间：", "编辑", "播报", "Public domain",
  ]

  /// What such a line begins with, where it is short.
  static let wrapperBeginnings: [String] = [
    "来源：", "来源:", "发布时间：", "发布时间:", "发表时间：", "发布日期：", "责任编辑：", "责任编辑:", "编辑：", "【字号", "字号：", "字体：",
    "浏览次数", "点击数", "阅读次数", "当前位置", "您的位置", "信息来源", "原文链接：", "【法宝引证码】", "扫一扫", "分享到", "索引号", "发文机构：",
    "字号 ", "【打印", "【字体", "阅读量", "浏览量", "参考资料：", "词条统计", "本词条由", "访问次数", "主办单位", "版权所有", "ICP备",
  ]
}
