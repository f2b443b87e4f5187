import PlanExport
import Testing

@Suite("Lines of a terminal")
struct LineWrapTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return LineWrap.lines(of: scalars, width: width).map {
      String(String.UnicodeScalarView(scalars[$0]))
    }
  }

  @Test("are as wide as the terminal, without a closing mark in front and without broken words")
  func wrapping() {
    #expect(lines("加快发展数字经济", 8) == ["加快发展", "数字经济"])
    #expect(lines("加快发展，数字经济", 8) == ["加快发", "展，数字", "经济"])
    #expect(lines("建设5G network基站", 10) == ["建设5G ", "network基", "站"])
    #expect(lines("到2025年", 4) == ["到", "2025", "年"])
    #expect(lines("", 8).isEmpty)
    #expect(lines("，，，，，，", 4) == ["，，", "，，", "，，"])
  }

  @Test("lose nothing but blanks between them", arguments: 4..<30)
  func whole(width: Int) {
    let text = "到2035年，R&D经费投入强度（%）达到3.2以上；unbreakablewordthatislongerthanaline，“双碳”目标。"
    let found = lines(text, width)
    #expect(found.joined() == text)
    for line in found { #expect(DisplayWidth.of(line) <= width, "\(line)") }
  }
}
