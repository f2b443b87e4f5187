import PlanQuery
import TargetExtraction

/// Units as the extraction of targets knows them.
package struct LibraryUnits: UnitReader {
  package init() {}

  package func unit(_ written: String) -> QueryUnit? {
    guard let unit = BaseUnit(written: written), !unit.name.isEmpty || unit.factor != 1 else {
      return nil
    }
    return QueryUnit(base: unit.name, factor: unit.factor)
  }

  package func units(near written: String) -> [String] {
    NearNames.of(written, among: Self.common)
  }

  /// What plans measure in most often.
  private static let common = [
    "%", "个百分点", "元", "万元", "亿元", "人", "万人", "万人次", "户", "个", "家", "件", "项", "所", "张", "床",
    "亩", "万亩", "公顷", "平方米", "平方公里", "公里", "米", "吨", "万吨", "亿吨", "吨标准煤", "立方米", "亿立方米",
    "千瓦", "万千瓦", "千瓦时", "亿千瓦时", "岁", "年", "天", "分钟", "微克/立方米",
  ]
}
