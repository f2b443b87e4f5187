import BigramIndex
import ByteAccess
import DocumentReading
import PlanCatalog
import PlanDocument
import PlanExport
import PlanPipeline
import PlanQuery

/// What an error says to a reader, in the language of the messages.
///
/// Errors describe themselves in English; what a user meets day by day is said in Chinese too.
func explain(_ error: any Error) -> String {
  guard Language.current == .zh else { return "\(error)" }
  let chinese: String? =
    switch error {
    case let error as PipelineError: error.chinese
    case let error as CatalogError: error.chinese
    case let error as ReadingError: error.chinese
    case let error as FileError: error.chinese
    case let error as QueryError: error.chinese
    case let error as IndexError: error.chinese
    case let error as LibraryFault: error.chinese
    case let error as CSVError: error.chinese
    default: nil
    }
  return chinese ?? "\(error)"
}

extension PipelineError {
  var chinese: String {
    switch self {
    case .missingPath(let path):
      "\(path)：没有这个文件或文件夹。请检查拼写；相对路径从当前文件夹算起。"
    case .noReadableFiles(let path):
      "\(path)：文件夹里没有可读的文件（\(FileCollector.kinds)）。直接写出文件名则不看扩展名。"
    case .unreadableFolder(let path, let reason):
      "\(path)：打不开这个文件夹：\(reason.chinese)。\(reason.chineseAdvice)"
    case .manifest(let path, let problem):
      "\(path)：清单有误：\(problem.chinese)。"
    case .unknownDocument(let name, let library, let near):
      "\(name)：既不是文件，库 \(library) 里也没有它。\(Self.perhaps(near))用 'gangyao documents' 查看库里有什么。"
    case .unknownPath(let path, let document, let near):
      "\(document)：没有 \(path) 这一部分。\(Self.perhaps(near))用 'gangyao outline \(document)' 查看结构。"
    case .unknownPart(let path, let near):
      "\(path)：所查文件中没有这一部分。\(Self.perhaps(near))用 'gangyao outline 文件名' 查看结构。"
    case .sameID(let id, let path, let other):
      "\(path)：标识 \(id) 已属于 \(other)。请改文件名，或在同一文件夹的 manifest.csv 里另给标识，"
        + "或先用 'gangyao remove \(id)' 移除旧的。"
    case .jsonLine(let path, let line, let problem):
      "\(path)：第 \(line) 行\(problem.chinese)。这一行略去。"
    case .nested(let path, let member):
      "\(path)/\(member)：不打开压缩包里的压缩包。请取出来单独写出。"
    case .escape(let path, let member):
      "\(path)：其中的“\(member)”指向压缩包之外，没有读。"
    case .emptyContainer(let path):
      "\(path)：里面没有可读的文件（\(FileCollector.kinds)）。"
    case .severalDocuments(let path, let count):
      "\(path)：里面有 \(count) 个文件。请先用 'gangyao ingest \(path)' 入库，再写出其中一个；'gangyao documents' 列出它们。"
    case .stoppedRebuild(let library):
      "\(library)：重建已中止，库仍是原样。"
    case .locked(let library, let holder):
      "\(library)：库正被 \(Self.name(ofHolder: holder)) 写入。请等它结束。"
    case .library(let path, let problem):
      "\(path)：\(problem.chinese)"
    }
  }

  /// What a lock says of its holder, `process 12 (gangyao ingest)`.
  private static func name(ofHolder holder: String) -> String {
    guard let match = holder.wholeMatch(of: /process (\d+) \((.*)\)/) else {
      return holder.isEmpty ? "另一个进程" : holder
    }
    return "进程 \(match.1)（\(match.2)）"
  }

  private static func perhaps(_ near: [String]) -> String {
    near.isEmpty ? "" : "是不是 \(near.joined(separator: "、"))？"
  }
}

extension CatalogError {
  var chinese: String {
    switch self {
    case .missing(let path):
      "\(path)：这里没有库。用 'gangyao ingest 路径' 建一个，或用 --library 指定别处。"
    case .version(let path, let found, let known):
      "\(path)：库的版本是 \(found)，本程序用的是 \(known)。请用 'gangyao ingest 路径 --rebuild' 重建。"
    case .database(let path, let message):
      "\(path)：\(Self.sqlite[message] ?? message)。如文件已损坏，请用 'gangyao ingest 路径 --rebuild' 重建。"
    }
  }
}

extension CatalogError {
  /// SQLite's words for what happens to files.
  private static let sqlite = [
    "file is not a database": "不是 SQLite 数据库",
    "database disk image is malformed": "数据库结构已损坏",
    "database is locked": "数据库正被占用",
    "disk I/O error": "磁盘读写出错",
    "database or disk is full": "磁盘已满",
    "attempt to write a readonly database": "数据库只能读，不能写",
    "unable to open database file": "数据库打不开",
  ]
}

extension ReadingError {
  var chinese: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "\(path)：打不开：\(reason.chinese)。\(reason.chineseAdvice)"
    case .isFolder(let path):
      "\(path)：是文件夹。请写出其中的文件，或用 'gangyao ingest' 读入整个文件夹。"
    case .empty(let path):
      "\(path)：文件是空的（0 字节）。请重新获取。"
    case .noText(let path):
      "\(path)：没有文字，只有空白或标记。请重新获取。"
    case .binary(let path, let byte):
      "\(path)：第 \(byte) 字节不是文字，可能是二进制文件用了文本的名字。请提供文本或 HTML 文件。"
    case .foreign(let path, let format):
      "\(path)：是 \(Self.name(format))，暂不能读。\(Self.advice(format))"
    case .unknownEncoding(let path, let tried, let byte):
      "\(path)：太多字节不属于任何已知编码（试过 \(tried.joined(separator: "、"))），首个是第 \(byte) 字节。请用 --encoding 指明编码，或另存为 UTF-8。"
    case .unknownEncodingName(let path, let name, let known):
      "\(path)：不认识编码“\(name)”。请写 \(known.joined(separator: "、")) 之一，或不写。"
    case .cutOff(let path, let bytes):
      "\(path)：HTML 在 \(bytes) 字节处中断，没有结束。请重新下载网页。"
    case .tooLarge(let path, let bytes, let limit):
      "\(path)：\(bytes) 字节，超过单个文件的上限 \(limit)。请拆分。"
    case .markupTooLarge(let path, let bytes, let limit):
      "\(path)：HTML 或 XML 有 \(bytes) 字节，超过一页的上限 \(limit)。请拆分，或另存其文字。"
    case .tooDeep(let path, let limit):
      "\(path)：标记嵌套超过 \(limit) 层。请另存网页的文字。"
    case .markup(let path, _):
      "\(path)：不能按 HTML 读取（其中没有任何元素）。请另存网页的文字。"
    case .damagedArchive(let path, _):
      "\(path)：文件已损坏。请重新获取。"
    case .noWordDocument(let path):
      "\(path)：是 ZIP，但其中没有 Word 文档。请先解压，再给出其中的文件。"
    case .unpacksTooLarge(let path, let part, let bytes):
      "\(path)：其中的 \(part) 解压后超过 \(bytes) 字节，与文件大小极不相称，不予读取。"
    case .malformedXML(let path, let line, _):
      "\(path)：第 \(line) 行不合 XML 的规则。请重新获取或修改。"
    case .needsProgram(let path, let program, let package):
      "\(path)：需要 \(program)，本机没有安装。请安装：apt-get install \(package)"
    case .program(let path, let failure):
      "\(path)：不能读取：\(failure.chinese)。请拆分文件，或另存为其他格式。"
    case .encrypted(let path):
      "\(path)：已加密，要有密码才能打开。请另存为不加密的文件。"
    case .damagedPDF(let path, let problem):
      "\(path)：文件已损坏，一页也读不出来（\(problem)）。请重新获取。"
    case .scan(let path, let pages):
      "\(path)：全部 \(pages) 页都没有文字，是扫描件或空白页。请加 '--ocr'（需要 ocrmypdf 和 tesseract-ocr-chi-sim），或提供文本。"
    case .garbled(let path, let percent):
      "\(path)：\(percent) % 的字符有误：字体没有说明字形是什么字。请加 '--ocr' 由字形识别，或提供文本。"
    case .entity(let path, let name):
      "\(path)：XML 用了实体“\(name)”，本程序不展开实体。请把 '&\(name);' 换成它的文字，并删去其声明。"
    }
  }

  private static func name(_ format: ForeignFormat) -> String {
    switch format {
    case .gzip: format.rawValue
    case .zip: "ZIP（Word 的 .docx，或压缩包）"
    case .compoundFile: "微软复合文件（如 .xls、.ppt）"
    case .png: "PNG 图片"
    case .jpeg: "JPEG 图片"
    case .executable: "ELF 程序"
    }
  }

  private static func advice(_ format: ForeignFormat) -> String {
    switch format {
    case .zip: "请先解压。"
    case .compoundFile: "请另存为文本（UTF-8）、.docx 或 PDF。"
    case .gzip: "请先解压：gunzip 文件.gz"
    case .png, .jpeg, .executable: "请提供文本、网页、Word 文件或 PDF。"
    }
  }
}

extension ChildFailure {
  /// Without a full stop.
  var chinese: String {
    switch self {
    case .notInstalled(let program): "没有安装 \(program)"
    case .notStarted(let program, let problem): "\(program) 不能启动：\(problem)"
    case .tooSlow(let program, let seconds): "\(program) 运行超过 \(Int(seconds)) 秒，已终止"
    case .tooMuchOutput(let program, let bytes): "\(program) 的输出超过 \(bytes) 字节，已终止"
    }
  }
}

extension PlanWarning {
  /// In the language of the messages.
  var told: String {
    switch self {
    case .missingHeadings(let first, nil, let line):
      say("第 \(line) 行之后缺 \(first)", description)
    case .missingHeadings(let first, let last?, let line):
      say("第 \(line) 行之后缺 \(first) 至 \(last)", description)
    case .unreadRows(let count, let all, let line):
      say("一张指标表的 \(all) 行中有 \(count) 行没有得出记录，首行在第 \(line) 行", description)
    case .reading(let warning): say(warning.chinese, warning.english)
    }
  }
}
