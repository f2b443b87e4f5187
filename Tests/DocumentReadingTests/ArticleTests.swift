import DocumentReading
import Foundation
import PlanDocument
import Testing

@Suite("The article of a page")
struct ArticleTests {
  private let sentence = "到2030年，全市森林覆盖率达到35%，单位地区生产总值能耗降低14%。"
  private let title = "示例市绿色发展规划"

  private func lines(_ body: String, head: String = "") throws -> [String] {
    let page = "<html><head>\(head)</head><body>\(body)</body></html>"
    return ReadingFixture.string(
      try ReadingFixture.read(Array(page.utf8), as: "a.html").text
    ).split(separator: "\n").map(String.init)
  }

  private var article: String {
    (1...6).map { "<p>第\($0)段，\(sentence)</p>" }.joined()
  }

  private func links(_ count: Int, _ word: String = "栏目") -> String {
    "<ul>" + (1...count).map { "<li><a href=\"/\($0)\">\(word)\($0)</a></li>" }.joined() + "</ul>"
  }

  @Test("menus, paths, related pages and the foot of a site are left out")
  func site() throws {
    let read = try lines(
      "<div class=\"top\">\(links(8))</div><div class=\"crumbs\">当前位置：<a href=\"/\">首页</a></div>"
        + "<div class=\"wrap\"><h1>\(title)</h1><div class=\"TRS_Editor\">\(article)</div>"
        + "<div class=\"xglj\"><h3>相关链接</h3>\(links(3, "解读"))</div></div>"
        + "<div class=\"bottom\"><p>主办单位：示例市人民政府，版权所有</p>\(links(5, "友情"))</div>")
    #expect(read.first == title)
    #expect(read.count == 7)
    #expect(!read.contains { $0.contains("栏目") || $0.contains("相关") || $0.contains("版权") })
  }

  @Test("the article is found without any telling name, also in tables that lay out a page")
  func nameless() throws {
    let body =
      "<table><tr><td>\(links(9))</td><td><div>\(article)</div></td></tr></table><div>\(links(9))</div>"
    #expect(try lines(body).count == 6)
  }

  @Test("what names the document and tells of it in front of the article is kept")
  func front() throws {
    let read = try lines(
      "<div class=\"nav\">\(links(9))</div><table><tr><td>发文字号：</td><td>示政发〔2026〕1号</td></tr>"
        + "<tr><td>浏览次数：</td><td>12</td></tr></table>"
        + "<div class=\"bt\">\(title)</div><div class=\"x\"><span>字体：大 中 小</span></div>"
        + "<div id=\"zoom\">\(article)</div>")
    #expect(read.prefix(3) == ["发文字号：", "示政发〔2026〕1号", title])
    #expect(read.count == 9)
  }

  @Test("a title of the page's head is known in the body whatever its element")
  func calledTitle() throws {
    let read = try lines(
      "<div>\(links(9))</div><div><span>\(title)</span></div><div>\(article)</div>",
      head: "<title>\(title)_示例市人民政府</title>")
    #expect(read.first == title)
    let meta = try lines(
      "<div>\(links(9))</div><div><p>\(title)</p></div><div>\(article)</div>",
      head: "<meta name=\"ArticleTitle\" content=\"\(title)\">")
    #expect(meta.first == title)
  }

  @Test("a page without furniture, a fragment and a file saved from Word are read whole")
  func whole() throws {
    let cover = "<div class=\"WordSection1\"><p>封面</p></div>"
    #expect(try lines(cover + "<div class=\"WordSection2\">\(article)</div>").first == "封面")
    let fragment = links(9) + article
    let read = ReadingFixture.string(
      try ReadingFixture.read(Array(fragment.utf8), as: "a.html").text)
    #expect(read.contains("栏目9"))
    #expect(try lines("<p>短</p>" + links(2)) == ["短", "栏目1", "栏目2"])
  }

  @Test("an article in parts beside one another stays whole")
  func parts() throws {
    let read = try lines(
      "<div class=\"menu\">\(links(9))</div><div><div>\(article)</div><div>\(article)</div><div>\(article)</div></div>"
    )
    #expect(read.count == 18)
  }

  @Test("lists of attachments and contents inside the article stay")
  func attachments() throws {
    let files = (1...5).map { "<p><a href=\"/\($0).doc\">附件\($0)</a></p>" }.joined()
    let contents =
      "<ul>" + (1...5).map { "<li><a href=\"#\($0)\">第\($0)章</a></li>" }.joined() + "</ul>"
    let read = try lines(
      "<div class=\"nav\">\(links(9))</div><div class=\"content\">\(contents)\(article)\(files)</div>"
    )
    #expect(read.contains("附件5"))
    #expect(read.contains("第5章"))
    #expect(!read.contains("栏目1"))
  }

  @Test("numbers of ordered lists are shown, once")
  func orderedLists() throws {
    #expect(
      try lines(
        "<ol start=3><li>甲</li><li>（二）乙</li><li><p>丙</p></li></ol><ol type=a><li>丁</li></ol><ul><li>戊</li></ul>"
      )
        == ["3. 甲", "（二）乙", "5. 丙", "a. 丁", "戊"])
  }

  @Test("raised digits are no part of a number")
  func raised() throws {
    #expect(
      try lines("<p>10万m<sup>2</sup>，10<sup>8</sup>吨，说明<sup>[1]</sup></p>") == ["10万m²，10⁸吨，说明[1]"])
  }

  @Test("tables that nobody closed, and cells without rows, are read")
  func malformedTables() throws {
    let source = try ReadingFixture.html(
      "<table><td>甲<td>1<tr><td>乙<td>2<table><tr><td>内<td>3</table></table><p>后")
    let text = ReadingFixture.string(source)
    for word in ["甲", "乙", "内", "后"] { #expect(text.contains(word)) }
    let open = try ReadingFixture.html("<table><tr><td>甲</td><td>1</td></tr><tr><td>乙")
    #expect(ReadingFixture.string(open).hasSuffix("乙\n"))
  }

  @Test("pages larger than a page are refused with that reason, texts are not")
  func tooLarge() {
    var options = ReadingOptions()
    options.largestMarkup = 100
    let page = Array("<html><body>\(String(repeating: "<p>文</p>", count: 20))</body></html>".utf8)
    #expect(
      throws: ReadingError.markupTooLarge(path: "a.html", bytes: page.count, limit: 100)
    ) { try DocumentReader(options: options).read(page, path: "a.html") }
    #expect(throws: Never.self) {
      try DocumentReader(options: options).read(Array((sentence + sentence).utf8), path: "a.txt")
    }
  }

  @Test("deep pages with stray ends cost no more than their length")
  func strayEnds() {
    let page =
      "<html><body>" + String(repeating: "<div>", count: 1_900)
      + String(repeating: "</b></p>", count: 20_000) + "文</body></html>"
    #expect(ReadingFixture.error(Array(page.utf8), as: "a.html") == nil)
    let deep = "<html><body>" + String(repeating: "<b>", count: 300_000) + "文</body></html>"
    #expect(
      ReadingFixture.error(Array(deep.utf8), as: "a.html") == .tooDeep(path: "a.html", limit: 2_000)
    )
  }
}
