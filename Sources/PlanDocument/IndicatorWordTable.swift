/// What names of indicators are written in several ways, and which direction of an indicator is better.
///
/// One table serves the key that extraction gives to a target and the comparison of plans; a library
/// may add to it.
package struct IndicatorWordTable: Sendable, Equatable {
  /// One wording and what it is taken for.
  package struct Wording: Sendable, Equatable {
    package var written: String
    package var meant: String

    package init(_ written: String, _ meant: String) {
      self.written = written
      self.meant = meant
    }
  }

  package enum Better: String, Sendable, CaseIterable {
    case more, less
  }

  /// Replaced wherever they stand, in this order: the longer wording goes first where two begin
  /// alike. Latin letters in lower case, brackets and blanks as they fold.
  package var wordings: [Wording]
  /// Words of a name and what is better of it; they go before the built-in ones.
  package var directions: [String: Better]

  package init(wordings: [Wording] = [], directions: [String: Better] = [:]) {
    self.wordings = wordings
    self.directions = directions
  }

  /// This table behind wordings of a user, which go first.
  package func extended(by own: IndicatorWordTable) -> Self {
    Self(
      wordings: own.wordings + wordings,
      directions: directions.merging(own.directions) { _, theirs in theirs })
  }

  /// Taken from how plans name the indicators of the five-year outlines.
  package static let standard = Self(
    wordings: [
      Wording("研究与试验发展（r&d）经费", "研发经费"), Wording("研究与试验发展(r&d)经费", "研发经费"),
      Wording("研究与试验发展经费", "研发经费"), Wording("r&d经费", "研发经费"), Wording("全社会研发经费", "研发经费"),
      Wording("全社会研发投入", "研发经费投入"), Wording("研发投入强度", "研发经费投入占地区生产总值比重"),
      Wording("研发经费投入强度", "研发经费投入占地区生产总值比重"), Wording("国内生产总值", "地区生产总值"),
      Wording("gdp", "地区生产总值"), Wording("单位生产总值", "单位地区生产总值"), Wording("能源消耗", "能耗"),
      Wording("规模以上", "规上"), Wording("每万人口", "每万人"), Wording("每千人口", "每千人"),
      Wording("每千常住人口", "每千人"), Wording("常住居民", "居民"), Wording("主要劳动年龄人口", "劳动年龄人口"),
      Wording("ⅲ", "三"), Wording("iii", "三"), Wording("ⅱ", "二"), Wording("ⅴ", "五"),
      Wording("pm_2.5", "pm2.5"), Wording("细颗粒物（pm2.5）", "pm2.5"), Wording("细颗粒物(pm2.5)", "pm2.5"),
      Wording("细颗粒物", "pm2.5"), Wording("比例", "比重"), Wording("比率", "比重"), Wording("占比重", "比重"),
      Wording("占比", "比重"), Wording("增速", "增长率"), Wording("增幅", "增长率"),
    ])
}
