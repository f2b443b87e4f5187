import Foundation

/// A temporary folder to run the command in, with a corpus of three pages.
final class Desk {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ name: String, _ data: Data) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func run(_ arguments: String...) throws -> Command.Result {
    try Command.run(arguments, in: folder)
  }

  /// Everything below the folder, by name.
  func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }

  /// A plan of three pages whose lines and page ends tear words apart, and a page of the web.
  func writeCorpus() throws {
    try write("corpus/forest/source.txt", Self.typeset(Self.forest, width: 26, height: 7))
    try write(
      "corpus/water.html",
      """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>水利</title></head><body>
      <h1>某市水利发展规划</h1><h2>一、总体目标</h2>
      <p>到2025年，城乡供水普及率达到98%以上。</p></body></html>
      """)
    try write(
      "corpus/manifest.csv",
      "path,id,level,period\nwater.html,water-plan,province,2021-2025\n")
  }

  private static let forest = [
    "某市林业发展“十四五”规划",
    "第一篇 发展基础",
    "第一章 主要成就",
    "“十三五”时期，全市上下坚持生态优先，林业建设成效显著，城乡绿化全面推进，全市森林覆盖率达到 23.5%，"
      + "森林蓄积量达到 120 万立方米，林业产业稳步发展，城乡绿化水平明显提高，群众生态意识普遍增强，"
      + "为“十四五”时期林业发展打下了坚实基础。",
    "第二章 存在问题",
    "林业投入仍然不足，部分地区造林质量不高，林区道路建设滞后，防火设施陈旧，科技支撑有待加强，林业信息化水平"
      + "不高，基层管护力量薄弱，林业产业链条短，产品附加值低，林农增收渠道不宽，林业改革有待继续深化。",
    "第二篇 发展目标",
    "第一章 总体目标",
    "到 2025 年，森林覆盖率提高到 24.1%，新增造林面积 5 万亩以上，林业产业总产值年均增长 6% 左右，林区群众"
      + "收入持续增加，生态环境质量继续改善，林业治理体系更加完善，人民群众共享绿色发展成果。",
  ]

  /// Sets paragraphs in lines of one width and pages of one height, as a converter leaves them.
  private static func typeset(_ paragraphs: [String], width: Int, height: Int) -> String {
    var lines: [String] = []
    for paragraph in paragraphs {
      let isHeading = !paragraph.hasSuffix("。")
      var rest = Array(isHeading ? paragraph : "　　" + paragraph)[...]
      while !rest.isEmpty {
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
    }
    var text = ""
    for (number, start) in stride(from: 0, to: lines.count, by: height).enumerated() {
      text += number == 0 ? "" : "\u{0C}"
      text += lines[start..<min(lines.count, start + height)].joined(separator: "\n")
      text += "\n- \(number + 1) -\n"
    }
    return text
  }
}
