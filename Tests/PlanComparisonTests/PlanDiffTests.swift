import PlanComparison
import PlanDocument
import Testing

@Suite("Two versions of a plan")
struct PlanDiffTests {
  /// Sections of one level, each a title with paragraphs.
  private func version(
    _ sections: [(String, [String])], targets: [TargetRecord] = []
  ) -> PlanVersion {
    var divisions: [DivisionRecord] = []
    var passages: [PassageRecord] = []
    var text = ""
    var outline = Outline()
    var places: [(String, Int)] = []
    for (number, section) in sections.enumerated() {
      let start = text.utf8.count
      text += section.0 + "\n"
      for paragraph in section.1 {
        places.append((paragraph, number))
        text += paragraph + "\n"
      }
      outline.divisions.append(
        Division(
          level: .chapter, number: number + 1, label: "第\(number + 1)章",
          title: MendedText(
            TextSpan(0, section.0.utf8.count), of: SourceText(section.0)), parent: nil,
          heading: TextSpan(start, start + section.0.utf8.count),
          extent: TextSpan(start, text.utf8.count)))
    }
    let source = SourceText(text)
    for number in outline.divisions.indices {
      divisions.append(DivisionRecord(number, of: outline, source: source))
    }
    for (paragraph, number) in places {
      let own = SourceText(paragraph)
      passages.append(
        PassageRecord(
          Passage(
            kind: .paragraph,
            text: MendedText(TextSpan(0, paragraph.utf8.count), of: own), division: number),
          of: outline, source: source, document: DocumentID("d")))
    }
    return PlanVersion(
      document: checkedPlan("d", []).document, divisions: divisions, passages: passages,
      targets: targets)
  }

  private func changes(_ old: PlanVersion, _ new: PlanVersion) -> [String] {
    PlanDiff(old: old, new: new).changes().map { "\($0.kind) \($0.status) \($0.name)" }
  }

  private let base: [(String, [String])] = [
    ("发展基础", ["过去五年全区教育事业取得长足进步。"]), ("总体要求", ["坚持立德树人，坚持公平优质。"]),
    ("扩充学位供给", ["有序新建学校，分年度推进项目。", "办好乡镇学校，保留必要的小规模学校。"]),
    ("保障措施", ["强化经费保障，落实财政责任。"]),
  ]

  @Test("a version is the same as itself")
  func same() { #expect(changes(version(base), version(base)).isEmpty) }

  @Test("sections are added, removed, moved and reworded; new numbers alone are no change")
  func sections() {
    var added = base
    added.insert(("组织实施", ["成立领导小组，按季度调度。"]), at: 0)
    #expect(changes(version(base), version(added)).first == "section added 组织实施")
    #expect(!changes(version(base), version(added)).contains { $0.contains("moved") })
    #expect(changes(version(added), version(base)).first == "section removed 组织实施")
    var moved = base
    moved.append(moved.remove(at: 0))
    #expect(changes(version(base), version(moved)) == ["section moved 发展基础"])
    var reworded = base
    reworded[2].0 = "增加学位供给"
    #expect(changes(version(base), version(reworded)) == ["section reworded 增加学位供给"])
  }

  @Test("a paragraph with other words is reworded, one with nothing in common is removed and added")
  func paragraphs() {
    var reworded = base
    reworded[2].1[1] = "办好农村学校，保留必要的小规模学校。"
    let found = PlanDiff(old: version(base), new: version(reworded)).changes()
    #expect(found.map(\.kind) == [.paragraph])
    #expect(found.map(\.status) == [.reworded])
    #expect(found[0].old?.text == base[2].1[1])
    #expect(found[0].new?.text == reworded[2].1[1])
    var other = base
    other[2].1[1] = "与国外高校合作设立分校。"
    #expect(
      Set(changes(version(base), version(other)))
        == ["paragraph removed 扩充学位供给", "paragraph added 扩充学位供给"])
  }

  @Test("targets are changed with what the new is against the old, added and removed")
  func targets() {
    let old = version(
      base,
      targets: [claim("森林覆盖率", 33), claim("城镇登记失业率", 4, at: 1), claim("湿地保护率", 40, at: 2)])
    let new = version(
      base,
      targets: [claim("全市森林覆盖率", 35), claim("城镇登记失业率", 4, at: 1), claim("耕地保有量", 40, "万亩", at: 2)])
    let found = PlanDiff(old: old, new: new).changes()
    #expect(
      Set(found.map { "\($0.status) \($0.name)" })
        == ["changed 全市森林覆盖率", "removed 湿地保护率", "added 耕地保有量"])
    let changed = found.first { $0.status == .changed }
    #expect(changed?.verdict?.status == .stricter)
    #expect(changed?.old?.target?.value == 33)
  }

  @Test("a name that stands several times is paired with what is the same first")
  func repeated() {
    let old = version(base, targets: [claim("造林", 5, "万亩", at: 0), claim("造林", 8, "万亩", at: 9)])
    let new = version(base, targets: [claim("造林", 8, "万亩", at: 0), claim("造林", 6, "万亩", at: 9)])
    let found = PlanDiff(old: old, new: new).changes()
    #expect(found.map { [$0.old?.target?.value, $0.new?.target?.value] } == [[5, 6]])
  }
}
