import PlanDocument

/// PDF to text: paragraphs, tables and pages out of the places of words, which `pdftotext` tells.
struct PDFReader {
  let path: String
  let options: ReadingOptions

  /// Whether bytes are a PDF: its mark may stand behind some others.
  static func isPDF(_ bytes: [UInt8]) -> Bool {
    bytes.place(of: "%PDF-", before: 1_024) != nil
  }

  struct Result {
    var text: SourceText
    var warnings: [ReadingWarning]
  }

  func read(_ bytes: [UInt8]) throws(ReadingError) -> Result {
    let tools = PDFTools(path: path, options: options)
    let file: PDFTools.File
    do {
      file = try PDFTools.File(bytes)
    } catch {
      throw .program(path: path, .notStarted(program: "pdftotext", problem: "\(error)"))
    }
    var pages = try tools.pages(of: file)
    var warnings: [ReadingWarning] = []
    var isRecognized = false
    if options.recognizesText {
      let quality = TextQuality(pages)
      if quality.isEmpty || quality.isUnusable {
        try tools.recognize(file, replacing: !quality.isEmpty)
        pages = try tools.pages(of: file)
        isRecognized = true
        warnings.append(
          ReadingWarning(
            "文字由图像识别（OCR）得来，数字可能有误",
            "the text was recognised from pictures (OCR); numbers may be misread"))
      }
    }
    let quality = TextQuality(pages)
    if quality.isEmpty { throw .scan(path: path, pages: pages.count) }
    if quality.isUnusable { throw .garbled(path: path, percent: quality.wrongPercent) }
    if quality.isDoubtful {
      warnings.append(
        ReadingWarning(
          "\(quality.wrongPercent)% 的字符没有意义：PDF 的字体没有说明字形是哪个字",
          "\(quality.wrongPercent) % of the characters have no meaning: a font of the PDF does not say "
            + "which character its shapes are"))
    }
    if quality.emptyPages > 0, pages.count > 1 {
      warnings.append(
        ReadingWarning(
          "\(pages.count) 页中有 \(quality.emptyPages) 页没有文字：是图片或空白页",
          "\(quality.emptyPages) of \(pages.count) pages hold no text: pictures, or blank pages"))
    }
    let rules = tools.rules(of: file, pages: pages)
    let text = PDFAssembly(pages, rules: rules, isRecognized: isRecognized).text()
    return Result(text: text, warnings: warnings)
  }
}

/// Text out of what `pdftotext -bbox-layout` prints, without its file.
package enum PDFLayoutText {
  /// - Parameter output: whole, cut off or damaged.
  package static func text(of output: [UInt8]) -> SourceText {
    let parser = PDFTextParser()
    var rest: [UInt8]? = output
    parser.take {
      defer { rest = nil }
      return rest ?? []
    }
    let rules = Array(repeating: PageRules(), count: parser.pages.count)
    return PDFAssembly(parser.pages, rules: rules).text()
  }
}
