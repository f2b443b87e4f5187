/// Words that stand around the name of an indicator and do not belong to it.
enum SubjectWords {
  /// A word for several names of which each has its own value.
  static let respective = WordTable<Bool>(words: "分别")

  /// Verbs of reaching, between the name and its value: 森林覆盖率⟦达到⟧24.1%.
  static let reached = WordTable<Bool>(
    words: """
      达到 达 达成 实现 为 是 达到了 提高到 提升到 提高至 提升至 增加到 增加至 增长到 增长至 扩大到 扩大至 发展到 发展至 上升到 上升至
      下降到 下降至 降低到 降低至 降到 降至 减少到 减少至 压减到 压减至 压缩到 压缩至 缩短到 缩短至 缩小到 缩小至 控制在 控制到 稳定在 保持在
      维持在 保持 稳定 完成 突破 超过 超 高于 低于 大于 小于 多于 少于 逾 调整为 调整到 增至 升至 提至 跃升至 跃升到 力争达到 仅 仅为 只有
      首超 首破 首达 首次超过 首次突破 首次达到 已达到 已达 可达 可达到 将达到 将达 预计达到 预计达 有望达到 基本达到 突破至 达至 ＝ = —— 跨越 跃上 拓展到 拓展至 调控在 调控到 延长到 延长至
      缩减到 缩减至 迈上 确保达到 不断提高到 稳定达到 全部达到 全面达到 均达到 均达 都达到 分别达到 分别达 分别为 分别 达标率达 位列 位居 排名 安排
      """)

  /// Words that end like one of those around a number and are none.
  static let wordEnds = WordTable<Bool>(
    words:
      "供应 响应 适应 效应 反应 感应 对应 相应 主要 需要 重要 首都 成都 都市 以上 以下 占比 对比 公里 自由 理由 缘由 成就 造就 就业 年均 人均 平均 户均 目的 地的 各自 面积共 公共 可持续 拥有 享有 国有 所有 公有 特有 没有"
  )

  /// Words of reaching or bounding that may stand between a verb and a number and say nothing more.
  static let filler = WordTable<Bool>(
    words: """
      不低于 不少于 不超过 不高于 不大于 不小于 至少 最少 不足 不到 约 约为 近 将近 接近 大约 不得少于 不得低于 不得超过 不得高于 累计 总计 共计 合计
      共 各 每年 年均 平均 原则上 最高 最低 的 了 到 至 由 从 以 力争 预计 每年不少于 已 最多 至多 不应低于 不应少于 再 必须 须 仅 就 可 总 ： : ≥ ≤ > < ± >= <=
      约占 有 左右 分别 拟 从现状 由目前 预期 现在 现在的 目前 目前的 将 要求 要 应 也 都 均 全部 双双 逆势 实际 名义 强劲 稳步 快速 大幅 逐年 同步 持续 显著 明显 总体
      首次 历史性 率先 提前 按 按照 平均每年 一举 顺利 全年 再次
      """)

  /// Adverbs, modal words and connectives in front of a name, whatever follows.
  static let leading = WordTable<Bool>(
    words: """
      力争 力争使 争取 确保 努力 计划 预计 预期 有望 将 已 已经 累计 共 共计 总计 其中 其中， 其中： 并 并且 且 以及 及 和 每年 年均 平均每年 每年平均
      全年 努力实现 至少 最少 使 让 把 也 还 又 仍 约 约有 近年来 目前 现已 另外 此外 合计 一是 二是 三是 现有 现存 应该 应当 可能 结果 使得 从而 可见 四是 五是 六是 首批 先后 陆续 ， 、 ； ： ● ◆ ■ •
      · ★ ▲ ▪ ◎ ○ ※ —— — - * 了 与 或 当年 预期目标 主要预期目标是 主要目标是 年内 主要是 ） 奋力实现 五年 按照 同时 要 由 今后五年 一批 等 从 累计有
      截止目前 截至目前 目标是 即 到 拟 主要目标 三年 期内 每年将 通过 以 分别 为
      """)

  /// Adverbs that are dropped only in front of a verb: 重点培养, but 重点企业装备数控率.
  static let adverbs = WordTable<Bool>(
    words: """
      重点 基本 全面 新 再 年 稳步 进一步 积极 逐步 不断 大力 加快 持续 着力 有序 深入 成功 高标准 高质量 高水平 科学 合理 精心 规划 有效 规范 统筹 同步 支持 鼓励
      引导 推动 促进 带动 保持 总 各 分别 均 都 全部 基本实现 全力 集中 优先 滚动 联合 实质 启动 推进 加强 强化 分批 分期 分步 完善 共同 新建 规模化 继续 提前
      """)

  /// Verbs that say only that something is made, reached or brought in.
  static let light = WordTable<Bool>(
    words: """
      建成 建成投用 建设 建设完成 完成 实现 达到 打造 引进 引入 培育 培养 新建 新增 新建成 新建设 新引进 新培育 新整备 整备 新认定 新改建 新改扩建 新开工 改扩建 扩建 续建 推动 推进
      开展 实施 组织 举办 生产 年生产 年产 年接待 年处理 年加工 年销售 推出 创作 创作了 创建 创成 配套建设 配套 配备 设立 设置 建立 组建 成立 形成 增加 净增 增设 规划建设
      规划布局 规划建成 规划 布局 安排 落实 落户 拥有 具有 集聚 集聚了 招引 招聘 引育 遴选 评选 认定 选拔 扶持 支持 建设改造 维修 新建改造 获得 获评 荣获 争创
      取得 开工建设 开工 竣工 投用 建成使用 建成运营 投产 打造出 提供 发放 吸引 开发 新创 创办 孵化 推广 编制 制定 出台 签约 签订 承办 选派 选聘 派出 谋划 谋划实施
      遴选建设 种植 栽植 投放 供应 布设 新设 新设立 新批 新挂牌 新入列 新开通 新签约 新投产 新投用 新评定 新入库 新创建 新组建 新布局 新交付 新开行 新获批 新获评 新打造 新成立 新孵化 新培养 筹建 筹集 投入 发展 年培训 年新增 年引进 增长 有 建 设 搭建 举行 新增设 修建 新修 规划实施 规划打造 新建改建 新建扩建
      """)

  /// Nouns that begin like a verb.
  static let compounds = WordTable<Bool>(
    words: """
      建设用地 增加值 生产总值 生产性 生产力 生产安全 生产线 生产能力 生产设备 增长率 增长极 增长点 发展水平 发展指数 发展改革 建成区 支持率 实施率 落实率 完成率 达标率 引进项目 引进投资
      生产亩 生产基地 培育库 推广面积 推广应用 投入强度 投入产出 投入占 有效 有机 有色 有线 有害 有关 有轨 设施 设备 设计 设区 设市 建筑 建材 建制 建档 建立健全 规划区 规划面积 开发区 开发利用 开发强度 支持政策
      新增劳动力 新增城镇 新增就业 新增建设用地 签约率 和谐 和田 及时 以工 将军 让利 各级 各类 各乡 共享 共建 总书记 投产率 组织化 认定率 年均 年龄 年产值 年产量 年产能 新能源 新材料 新兴 新型 新一代
      到期 计划生育 计划单列 按期 按时 按揭 按需 按比例 并购 并网 并轨 并联 基本建设 技术改造 建设投资 改造投资 建设规模 建设标准 建设任务 建设兵团 年龄段 实现率 开工率 投资占 为民 通过率 把关 要素 由来 从业 等级 或然 与会 使用 发展速度 获得感 提供商 增长幅度 生产亿 有限
      """)

  /// Verbs behind which a counted thing stands (建成一座…): they make a small Chinese numeral a
  /// quantity, and are no part of a name.
  static let building = WordTable<Bool>(
    words: """
      建成 建设 打造 新建 新增 培育 培养 引进 创建 创成 设立 设置 建立 组建 成立 配备 改造 改建 扩建 改扩建 布局 实施 完成 推出 创作 举办 开展 新建成 规划建设 遴选
      支持 认定 争创 形成 招引 增设 开工 引育 孵化 编制 制定 出台 储备 谋划 修建 维修 整治 修复 打通 创办 拥有 获评 获得 选派 培训 等 各 新认定 发展 建立起
      投用 规划 搭建 改造提升 提升 建有 设有 建好 办好 建强 做强 壮大 达到 有 建 设
      """)

  /// Growth as a change of what went before; the name is the subject itself.
  static let growth = WordTable<Bool>(
    words: """
      年均增长 年均增长率 涨幅 年均增速 年均递增 年均增幅 增长 同比增长 增长率 增速 增幅 递增 平均增长 年均实际增长 实际增长 年均名义增长 年增长 年增长率 年增速 每年增长
      比上年增长 较上年增长 累计增长 平均增速 平均每年增长 年均增加 年平均增长 名义增长 年均复合增长率 复合增长率 年复合增长率 翻 增长了 同口径增长 可比增长 上涨 同比上涨 涨 总体上涨
      """)
  /// Of those, the ones that are part of the name.
  static let growthNames = WordTable<Bool>(
    words: "增长率 增速 增幅 涨幅 涨跌幅 年均增长率 年均增速 年均增幅 年增长率 年增速 平均增速 年均复合增长率 复合增长率 年复合增长率")

  /// What grew or shrank by an amount or a share.
  static let increases = WordTable<Bool>(
    words: "新增 增加 增加了 提高 提高了 提升 提升了 上升 上升了 扩大 扩大了 增 净增 净增加 新增加 每年新增 年均新增 年新增 累计新增 累计增加 年均提高 每年提高")
  /// Of those, the ones that say so in front of the name as well (增加吞吐能力500万吨).
  static let additions = WordTable<Bool>(words: "新增 增加 净增 净增加 新增加 年新增 每年新增")
  static let decreases = WordTable<Bool>(
    words: """
      下降 下降了 降低 降低了 减少 减少了 压减 压减了 压缩 压缩了 缩短 缩短了 削减 缩小 缩减 降 累计下降 累计降低 年均下降 年均降低 平均下降 降低率 下降率 每年下降 每年降低 减 精简 减量
      """)
  /// Verbs of taking away that carry the name (化解政府债务, 消化库存, 减免税费).
  static let removing = WordTable<Bool>(
    words: "化解政府债务 化解债务 消化 减免 退出产能 化解隐性债务 化解产能 淘汰落后 去化 减税 退出 清退 削减 减排 压减")

  /// Names that say nothing without whose they are.
  static let bareMeasures = WordTable<Bool>(
    words: """
      产值 总产值 工业总产值 年产值 增加值 销售收入 营业收入 主营业务收入 财政收入 总收入 收入 利润 利税 税收 总投资 投资 投资额 总投资额 计划总投资 年产量 产量 产能 年产能
      出口交货值 总额 出口额 市场占有率 地区市场占有率 占比 比重 占比重 规模 面积 总面积 建筑面积 总建筑面积 占地面积 装机 装机容量 总装机 装机规模 总量 数量 总数 总规模 覆盖率
      贡献率 成交额 成交金额 签约额 合同额 综合利用率 处置率 交易额 交易量 销售额 零售额 固定资产投资 本地化率 综合产值 全产业链产值 总长 总长度 全长 里程 总里程 长度 库容 总库容
      """)

  /// Nouns that need the verb in front of them and whose they are: 新引进⟦项目⟧.
  static let generic = WordTable<Bool>(
    words: "项目 企业 投资 相关企业 资金 相关项目 人才 基地 岗位 任务 平台 机构 人员 部门 事项")

  /// Verbs that a rate never keeps (实现…覆盖率), all others are part of its name (新建小区…覆盖率).
  static let rateVerbs = WordTable<Bool>(words: "实现 达到 完成 推动 推进 保持 促进 力争 落实")

  /// Nouns that count measures taken rather than things.
  static let abstractNouns = WordTable<Bool>(
    words: "举措 措施 政策 行动 任务 事项 制度 服务 试点 改革 活动 机制 条款 成果 标准 规范 办法")

  /// Words that open a circumstance before the verb of the clause: 依托重点企业引进…
  static let circumstances = WordTable<Bool>(
    words: "依托 围绕 通过 根据 利用 针对 结合 面向 发挥 按照 立足 聚焦 借助 鼓励 支持 引导 在 对 为 以 从")

  /// Places that a plan means itself by.
  static let scopes = WordTable<Bool>(words: "全省 全市 全区 全县 全国 全州 全旗 全盟 全镇 我省 我市 我区 我县 各地 各市 各县")
}
