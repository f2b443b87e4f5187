/// One step of a name on the way to its key.
package struct KeyChange: Sendable, Hashable {
  package enum Kind: String, Sendable {
    /// One wording for another, from the word table.
    case wording
    /// 全区学校共有 in front.
    case holder
    /// 年均, 每年
    case frequency
    /// 2×1000MW
    case size
    /// 全市, the region's name
    case territory
    /// 增长率: the key is that of a rate.
    case rate
    /// 新建, 完成; 改造 moves to the end.
    case verb
    /// 总量, 面积
    case measure
    /// 率, 比重 of a value in %
    case share
  }

  package let kind: Kind
  /// `before → after`
  package let words: String

  init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }
}
