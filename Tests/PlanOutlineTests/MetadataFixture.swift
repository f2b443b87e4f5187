import PlanDocument
import PlanOutline

/// What is found in a text written for a test.
enum MetadataFixture {
  static func read(_ text: String) -> PlanMetadata {
    let source = SourceText(text)
    return MetadataFinder().metadata(of: OutlineBuilder().outline(of: source), source: source)
  }

  /// What a title alone says; behind it stands text.
  static func title(_ title: String) -> PlanMetadata { read(title + "\n\n一、总则\n文字。\n") }

  /// A notice with a plan: its parts as lines, without those that are nil.
  static func notice(
    title: String = "甲州市人民政府关于印发甲州市水利发展“十四五”规划的通知",
    number: String? = "甲政发〔2021〕18号",
    body: String = "《甲州市水利发展“十四五”规划》已经市政府同意，现印发给你们，请认真组织实施。",
    signed: [String] = ["甲州市人民政府", "2021年9月2日"],
    plan: String? = "甲州市水利发展“十四五”规划"
  ) -> String {
    let lines = [title, number, "各县（区）人民政府，市政府各部门：", body] + signed + [plan]
    let text = lines.compactMap { $0 }.joined(separator: "\n")
    return text + "\n一、发展基础\n" + String(repeating: "水利工作取得成效。", count: 30) + "\n"
  }
}

extension PlanMetadata {
  /// A field's text, empty where it was not found: what tests compare.
  func text(_ field: MetadataField) -> String { self[field]?.text ?? "" }
}
