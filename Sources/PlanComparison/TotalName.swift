import PlanDocument

/// The words of rows and columns that hold totals.
enum TotalName {
  /// 1 and 2 for 小计, 3 and 4 for 合计 and the like, 5 and 6 for 总计, the lower one where it says of what
  /// (农业合计); nil for a name of something else.
  static func level(_ name: String) -> Int? {
    let text = plain(name)
    guard let found = words.first(where: { text.hasSuffix($0.word) }) else {
      return territories.contains(text) ? 4 : nil
    }
    let front = text.dropLast(found.word.count)
    // 全区合计, 投资小计; 总量 and 总数 alone: 用水总量 is an indicator.
    guard front.isEmpty || (found.isSuffix && front.count <= 6 && !front.contains("其中")) else {
      return nil
    }
    return found.level * 2 - (front.isEmpty || territories.contains(String(front)) ? 0 : 1)
  }

  static let highest = 6
  /// The highest level of 小计.
  static let subtotal = 2

  /// Heads of columns of which the others are parts.
  static func isColumn(_ head: String) -> Bool {
    let text = plain(head)
    guard let found = words.first(where: { text.hasSuffix($0.word) }) else { return false }
    return found.isSuffix || text == found.word
  }

  /// Whether the values under a head are amounts that add up, as far as its words say.
  static func isAdditive(_ head: String) -> Bool { !rates.contains(where: head.holds) }

  /// Whether the values under a head are shares, whatever unit they are in.
  static func isShare(_ head: String) -> Bool {
    ["比重", "占比", "比例", "结构"].contains(where: head.holds)
  }

  /// Without white space and what stands in brackets or behind a colon at the end.
  static func plain(_ name: String) -> String {
    var text = name.squeezed[...]
    while let last = text.last, "：:".contains(last) { text = text.dropLast() }
    if let last = text.last, "）)".contains(last),
      let open = text.lastIndex(where: { "（(".contains($0) }), open > text.startIndex
    {
      text = text[..<open]
    }
    return String(text)
  }

  private static let words: [(word: String, level: Int, isSuffix: Bool)] = [
    ("小计", 1, true), ("总合计", 3, true), ("总计", 3, true), ("合计", 2, true), ("共计", 2, true),
    ("总量", 2, false), ("总数", 2, false),
  ]

  private static let territories: Set<String> = ["全国", "全省", "全区", "全市", "全县", "全旗", "全州", "全域"]

  private static let rates = [
    "率", "均", "增长", "增速", "增幅", "指数", "密度", "强度", "单价", "倍", "排名", "位次", "序号", "编号", "年份", "期限",
    "标准",
  ]
}
