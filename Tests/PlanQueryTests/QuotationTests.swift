import PlanQuery
import Testing

@Suite("Quotations")
struct QuotationTests {
  private let text = "　　坚持生态优先。他说：“种树！”到2025年，覆盖率达到24.1%；面积5万亩。"

  private func sentence(_ word: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(word.unicodeScalars)
    let start = scalars.indices.first { scalars[$0...].starts(with: wanted) } ?? 0
    return Quotation.sentence(of: text, around: start..<start + wanted.count)
  }

  @Test("are the sentence that a place stands in, with its closing marks")
  func sentences() {
    #expect(sentence("生态") == "坚持生态优先。")
    #expect(sentence("种树") == "他说：“种树！”")
    #expect(sentence("覆盖率") == "到2025年，覆盖率达到24.1%；")
    #expect(sentence("万亩") == "面积5万亩。")
    #expect(sentence("优先。他") == "坚持生态优先。他说：“种树！”")
    #expect(Quotation.sentence(of: "", around: 0..<0) == "")
    #expect(Quotation.sentence(of: "没有句号", around: 9..<12) == "没有句号")
  }

  @Test("end behind a sentence where a text is long")
  func fronts() {
    #expect(Quotation.front(of: text, length: 100) == String(text.dropFirst(2)))
    #expect(Quotation.front(of: text, length: 20) == "坚持生态优先。他说：“种树！”")
    #expect(Quotation.front(of: text, length: 3) == "坚持生态优先。")
    #expect(Quotation.front(of: "没有句号", length: 2) == "没有句号")
  }
}
