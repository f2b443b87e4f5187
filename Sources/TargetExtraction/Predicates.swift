import PlanDocument

/// Where in a clause its subject ends and what is said of it begins: 生产总值⟦连跨两个台阶⟧.
enum Predicates {
  /// The place of the first verb of a clause behind its first two code points, or the clause's end.
  ///
  /// - Parameter firm: only verbs that are never part of a name.
  static func start(in clause: Range<Int>, of text: PassageText, firm: Bool) -> Int {
    let first = clause.first {
      $0 >= clause.lowerBound + 2
        && (firmVerbs.match(text.scalars, at: $0, before: clause.upperBound) != nil
          || (!firm && verbs.match(text.scalars, at: $0, before: clause.upperBound) != nil))
    }
    return first ?? clause.upperBound
  }

  private static let firmVerbs = WordTable<Bool>(
    words:
      "连跨 连续跨越 迈上 跃上 迈入 跃居 跃升 位居 稳居 居全国 居全省 居首 居第 再创 创历史 从全国第 从全省第 首次突破 双双突破 连续一 连续二 连续两 连续三 连续四 连续五 连续六 连续七 连续八 连续九 连续十 连续多 连续1 连续2 连续3 连续4 连续5 连续6 连续7 连续8 连续9"
  )

  private static let verbs = WordTable<Bool>(
    words: """
      跨越 保持 持续 稳步 实现 突破 达到 首次 连续 同比 比上 较上 呈现 逐年 不断 显著 明显 大幅 总体 圆满 顺利 稳定增 快速增 稳中 创 优于 高于 低于 快于
      """)
}
