import PlanQuery
import Testing

@Suite("Lists of explained words")
struct GlossaryTests {
  private func entries(_ passages: String...) -> [GlossaryEntry] {
    GlossaryReader().entries(passages).map(\.entry)
  }

  @Test("are known by their headings")
  func titles() {
    for text in ["名词解释", "附件  名词解释和说明", "有关内容名词注释", "注 释", "附录A 术语表"] {
      #expect(GlossaryReader.isTitle(text), "\(text)")
    }
    for text in ["注释性说明会", "本规划由市政府负责解释。", "名词", "解释"] where text != "名词" {
      #expect(!GlossaryReader.isTitle(text), "\(text)")
    }
  }

  @Test("have entries of one passage, number and quotation marks taken off")
  func onePassage() {
    let found = entries(
      "1.“三通一码”：市里通、县里通、码上通、一码通。", "（2）碳达峰：指二氧化碳排放不再增长。", "③双随机：随机抽取：对象和人员。",
      "本段不是条目。")
    #expect(found.map(\.term) == ["三通一码", "碳达峰", "双随机"])
    #expect(found[0].explanation == "市里通、县里通、码上通、一码通。")
    #expect(found[2].explanation == "随机抽取：对象和人员。")
  }

  @Test("have terms on a line of their own, with a colon or under a number")
  func twoPassages() {
    let found = entries(
      "［1］一降三减：", "火灾起数下降。", "［2］ESI：", "基本科学指标数据库。", "A.1 都市圈", "以中心城市为核心的区域。")
    #expect(found.map(\.term) == ["一降三减", "ESI", "都市圈"])
    #expect(found[1].explanation == "基本科学指标数据库。")
    #expect(GlossaryReader().entries(["说明", "［1］甲：", "乙。"]).map(\.passage) == [1])
  }

  @Test("give other names: brackets, 简称, 又称")
  func otherNames() {
    let found = entries(
      "1.研发经费（R&D经费）：用于研究的支出，简称“研发投入”。", "2.双碳：即碳达峰碳中和，又称双碳目标。", "3.放管服：简政放权。")
    #expect(found.map(\.otherNames) == [["R&D经费", "研发投入"], ["双碳目标"], []])
    #expect(found[0].term == "研发经费")
  }
}
