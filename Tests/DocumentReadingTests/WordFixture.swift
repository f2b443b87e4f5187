import DocumentReading
import PlanDocument
import TestSupport

/// Word files made of their parts, with the namespace `w` (and `mc`, `wps`, `v`, `m`) declared.
enum WordFixture {
  static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

  static func file(
    _ body: String, styles: String = "", numbering: String = "", footnotes: String = "",
    endnotes: String = "", pages: Int? = nil, namespace: String = transitional
  ) -> [UInt8] {
    func part(_ root: String, _ content: String) -> [UInt8] {
      Array(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:\(root) xmlns:w=\"\(namespace)\" "
          + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
          + "xmlns:wps=\"urn:wps\" xmlns:v=\"urn:v\" "
          + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">"
          + content + "</w:\(root)>").utf8)
    }
    func relations(_ list: [(String, String)]) -> [UInt8] {
      let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
      let items = list.enumerated().map {
        "<Relationship Id=\"r\($0)\" Type=\"\(base)\($1.0)\" Target=\"\($1.1)\"/>"
      }
      return Array(
        "<Relationships xmlns=\"urn:r\">\(items.joined())</Relationships>".utf8)
    }
    var files = [
      (
        "_rels/.rels",
        relations([
          ("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml"),
        ])
      ),
      (
        "word/_rels/document.xml.rels",
        relations([
          ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("footnotes", "footnotes.xml"),
          ("endnotes", "/word/endnotes.xml"),
        ])
      ),
      ("word/document.xml", part("document", "<w:body>\(body)</w:body>")),
      ("word/styles.xml", part("styles", styles)),
      ("word/numbering.xml", part("numbering", numbering)),
      ("word/footnotes.xml", part("footnotes", footnotes)),
      ("word/endnotes.xml", part("endnotes", endnotes)),
    ]
    if let pages {
      files.append(
        ("docProps/app.xml", Array("<Properties><Pages>\(pages)</Pages></Properties>".utf8)))
    }
    return StoredZip.bytes(files)
  }

  static func source(
    _ body: String, styles: String = "", numbering: String = "", footnotes: String = "",
    endnotes: String = "", pages: Int? = nil
  ) throws -> SourceText {
    try ReadingFixture.read(
      file(
        body, styles: styles, numbering: numbering, footnotes: footnotes, endnotes: endnotes,
        pages: pages), as: "plan.docx"
    ).text
  }

  static func lines(_ source: SourceText) -> [String] {
    ReadingFixture.string(source).split(separator: "\n").map(String.init)
  }

  static func lines(_ body: String, styles: String = "", numbering: String = "") throws -> [String]
  {
    lines(try source(body, styles: styles, numbering: numbering))
  }

  /// A paragraph.
  static func p(_ text: String, style: String? = nil, properties: String = "") -> String {
    let style = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
    return "<w:p><w:pPr>\(style)\(properties)</w:pPr>\(r(text))</w:p>"
  }

  /// A run.
  static func r(_ text: String, properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  static func numbered(_ text: String, _ instance: Int, level: Int = 0) -> String {
    p(
      text,
      properties:
        "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(instance)\"/></w:numPr>")
  }

  /// A numbering of one definition; a level is its format and text.
  static func numbering(
    _ levels: [(format: String, text: String)], extra: String = "", instances: String? = nil
  ) -> String {
    let list = levels.enumerated().map {
      "<w:lvl w:ilvl=\"\($0)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\($1.format)\"/>"
        + "<w:lvlText w:val=\"\($1.text)\"/>\(extra)</w:lvl>"
    }
    return "<w:abstractNum w:abstractNumId=\"7\">\(list.joined())</w:abstractNum>"
      + (instances ?? "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>")
  }

  static func table(_ rows: [String]) -> String {
    "<w:tbl><w:tblGrid/>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
  }

  static func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(p(text))</w:tc>"
  }

  static func cells(_ source: SourceText) -> [String: TableCellPlace] {
    var cells: [String: TableCellPlace] = [:]
    for block in source.blocks {
      if case .cell(let place) = block.role { cells[source.string(block.span)] = place }
    }
    return cells
  }
}
