/// Words by which parts of a page are known.
enum HTMLWords {
  /// Labels of what an office's page tells of a document, in front of the article.
  static let labels = [
    "索引号", "发文机关", "发布机构", "发文单位", "制发机关", "成文日期", "生成日期", "发布日期", "发布时间", "发文日期",
    "印发日期", "公开日期", "发文字号", "发文文号", "文号", "文件编号", "标题", "名称", "信息名称", "主题分类", "主题词",
    "组配分类", "体裁分类", "有效性", "文件状态", "公文时效",
  ]

  /// Words of what stands below every page of a site.
  static let footers = [
    "版权所有", "ICP备", "网站标识码", "公网安备", "主办单位", "承办单位", "技术支持", "网站地图", "联系我们", "建议使用",
    "分辨率", "Copyright", "All Rights Reserved",
  ]

  /// `发文字号：国发〔2018〕42号`, also with blanks in the label.
  static func isLabelled(_ text: String) -> Bool {
    let squeezed = text.filter { !$0.isWhitespace }
    guard squeezed.count <= 200, let colon = squeezed.firstIndex(where: { "：:".contains($0) })
    else { return false }
    let label = squeezed[..<colon].drop { "[【".contains($0) }
    return labels.contains { label == $0 }
  }

  static func isFooter(_ text: Span<UInt8>) -> Bool { footerWords.stands(in: text) }

  private static let footerWords = ByteWords(footers)

  /// Whether ，。；！ or ？ is in a text of UTF-8.
  static func hasSentenceMark(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index + 2 < text.count {
      let byte = text[index]
      if byte >= 0xE3 {
        switch (byte, text[index + 1], text[index + 2]) {
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x81),
          (0xEF, 0xBC, 0x9F):
          return true
        default: break
        }
      }
      index += 1
    }
    return false
  }
}
