import ArgumentParser
import DocumentReading

/// How files are read, for every command that reads them.
struct ReadingArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "文本和网页的编码（默认逐个识别）：utf-8、utf-16、gb18030、gbk、big5、hz 等。",
        "Encoding of texts and pages (default: recognised in each file): utf-8, utf-16, gb18030, gbk, big5, hz …"
      ), valueName: "name"))
  var encoding: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      say(
        "没有文字的 PDF（扫描件）由图像识别文字；需要 ocrmypdf 和 tesseract-ocr-chi-sim。",
        "Recognise the text of a PDF that has none (a scan); needs ocrmypdf and tesseract-ocr-chi-sim."
      )))
  var ocr = false

  func validate() throws {
    if let encoding, !ReadingOptions.knows(encoding: encoding) {
      throw ValidationError(
        say(
          "--encoding：不认识编码“\(encoding)”。请写 utf-8、utf-16、utf-32、gb18030、gbk、gb2312、big5、hz 之一。",
          "--encoding: '\(encoding)' is no encoding that is known. Give one of utf-8, utf-16, utf-32, gb18030, gbk, gb2312, big5, hz."
        ))
    }
  }

  var options: ReadingOptions {
    var options = ReadingOptions()
    options.encoding = encoding
    options.recognizesText = ocr
    return options
  }
}
