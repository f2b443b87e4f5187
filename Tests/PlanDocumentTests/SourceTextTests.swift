import PlanDocument
import TestSupport
import Testing

@Suite("Source text")
struct SourceTextTests {
  @Test("counts CR LF and a lone CR as one line end")
  func lineEnds() {
    let source = SourceText("一\r\n二\r三\n")
    #expect(source.string(TextSpan(0, source.bytes.count)) == "一\n二\n三\n")
    #expect(source.lineCount == 4)
    #expect(source.codePointCount == 6)
  }

  @Test("gives line and code point offset of every byte as a count from the start would")
  func offsets() {
    var random = SplitMix64(seed: 7)
    let alphabet: [Character] = ["a", "中", "𠀀", "\n", "é"]
    let text = String((0..<3_000).map { _ in alphabet.randomElement(using: &random) ?? "a" })
    let source = SourceText(text)
    var codePoints = 0
    var line = 1
    var byte = 0
    for scalar in text.unicodeScalars {
      #expect(source.codePointOffset(ofByte: byte) == codePoints)
      #expect(source.line(ofByte: byte) == line)
      codePoints += 1
      byte += String(scalar).utf8.count
      if scalar == "\n" { line += 1 }
    }
    #expect(source.codePointOffset(ofByte: byte) == source.codePointCount)
  }

  @Test("an empty text has one empty line and no page")
  func empty() {
    let source = SourceText("")
    #expect(source.lineCount == 1)
    #expect(source.span(ofLine: 1).isEmpty)
    #expect(source.page(ofByte: 0) == nil)
    #expect(source.codePointOffset(ofByte: 99) == 0)
  }

  @Test("a page holds from its first byte to the next page's")
  func pages() {
    let source = SourceText(
      bytes: Array("甲\n乙\n丙".utf8),
      pages: [PageStart(byte: 0, number: 18), PageStart(byte: 4, number: 19)])
    #expect(source.page(ofByte: 3) == 18)
    #expect(source.page(ofByte: 4) == 19)
    #expect(source.page(ofByte: 9) == 19)
  }
}

@Suite("Mended text")
struct MendedTextTests {
  private let source = SourceText("旅游收入\n515 亿元，GDP\ngrowth")

  @Test("leads every byte back to its source")
  func mapsBack() {
    var mended = MendedText(source.span(ofLine: 1), of: source)
    mended.append(source.span(ofLine: 2), of: source)
    mended.insert(" ")
    mended.append(source.span(ofLine: 3), of: source)
    #expect(mended.string == "旅游收入515 亿元，GDP growth")
    for (index, byte) in mended.bytes.enumerated() where byte != 0x20 {
      #expect(source.bytes[mended.sourceByte(of: index)] == byte, "byte \(index)")
    }
    #expect(mended.sourceSpan == TextSpan(0, source.bytes.count))
    #expect(mended.sourceByte(of: mended.count) == source.bytes.count)
  }

  @Test("a slice keeps the map")
  func slice() {
    var mended = MendedText(source.span(ofLine: 1), of: source)
    mended.append(source.span(ofLine: 2), of: source)
    let part = mended.slice(6..<15)
    #expect(part.string == "收入515")
    #expect(part.pieces.count == 2)
    #expect(source.string(TextSpan(part.sourceByte(of: 6), part.sourceByte(of: 6) + 3)) == "515")
  }

  @Test("adjoining spans become one piece")
  func adjoining() {
    var mended = MendedText(TextSpan(0, 3), of: source)
    mended.append(TextSpan(3, 6), of: source)
    #expect(mended.pieces.count == 1)
  }
}

@Suite("Outline paths")
struct OutlinePathTests {
  @Test("join the labels from the top, with the level's word where nothing is printed")
  func path() {
    let source = SourceText("第二篇 甲\n指标表")
    var outline = Outline()
    let whole = TextSpan(0, source.bytes.count)
    outline.divisions = [
      Division(
        level: .part, number: 2, label: "第二篇", title: MendedText(TextSpan(10, 13), of: source),
        parent: nil, heading: source.span(ofLine: 1), extent: whole),
      Division(
        level: .table, number: nil, label: "",
        title: MendedText(source.span(ofLine: 2), of: source),
        parent: 0, heading: source.span(ofLine: 2), extent: source.span(ofLine: 2)),
    ]
    #expect(outline.path(of: 1) == "第二篇/表")
    #expect(outline.path(of: nil) == "")
    #expect(outline.lineage(of: 1) == [1, 0])
    let record = DivisionRecord(1, of: outline, source: source)
    #expect(record.label == nil)
    #expect(record.title == "指标表")
    #expect(record.line == 2)
    #expect(record.offset == 6)
    #expect(record.length == 3)
  }
}
