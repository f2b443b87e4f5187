import BigramIndex
import PlanPipeline

extension IndexError {
  var chinese: String {
    switch self {
    case .file(let error): error.chinese
    case .notASegment(let path, _): "\(path)：不是这个库的索引段，或头部已损坏。请重建。"
    case .version(let path, let found, let known):
      "\(path)：格式版本是 \(found)，本程序读的是 \(known)。请重建。"
    case .damaged(let path, let section, let offset, _):
      "\(path)：索引段的 \(section) 部分从第 \(offset) 字节起已损坏。请重建。"
    case .commitPoint: "索引段的清单已损坏。请重建。"
    case .tooLarge(_, let limit): "超过了一个索引段的上限 \(limit)。"
    }
  }
}

extension LibraryFault {
  var chinese: String {
    switch self {
    case .catalogBytes(let path, let first, let last):
      "\(path)：第 \(first) 至 \(last) 字节与写入时不同（校验和不符）"
    case .catalogSize(let path, let found, let expected):
      "\(path)：有 \(found) 字节，写入时是 \(expected) 字节"
    case .seal(let path): "\(path)：目录校验和的文件本身已损坏"
    case .structure(let path, let message): "\(path)：SQLite 发现结构损坏（\(message)）"
    case .catalog(let error): error.chinese
    case .textMissing(let path, let document): "\(path)：\(document) 的正文不见了"
    case .digest(let path, let document): "\(path)：\(document) 的内容与写入时不同（摘要不符）"
    case .unreadable(let path, let document, let reason):
      "\(path)：\(document) 读不出来（\(reason)）"
    case .index(let error): error.chinese
    case .notInIndex(let path, let passage, let document):
      "\(path)：索引中 \(document) 的第 \(passage) 段不在应在的位置"
    case .otherTokens(let path, let ordinal, let passage, let document):
      "\(path)：索引第 \(ordinal) 条与 \(document) 的第 \(passage) 段不一致"
    case .stray(let path, let ordinal): "\(path)：索引第 \(ordinal) 条不属于库中任何文件"
    }
  }
}

extension LibraryProblem {
  var chinese: String {
    switch self {
    case .busy: "库一直在被写入。请再试一次。"
    case .damagedIndex(let error):
      "索引已损坏（\(error.chinese)）请用 'gangyao ingest 路径 --rebuild' 重建整个库。"
    case .textMissing(let document): "\(document) 的正文不见了。请用 'gangyao verify' 检查。"
    case .unknownPassage(let passage, let document):
      "索引里有文件 \(document) 的第 \(passage) 段，而目录里没有。请用 'gangyao verify' 检查。"
    }
  }
}

extension ManifestProblem {
  /// Without a full stop.
  var chinese: String {
    switch self {
    case .encoding: "不是 UTF-8 文本；请把清单另存为 UTF-8 的 CSV"
    case .csv(let error): error.chinese
    case .noPathColumn: "第 1 行：没有 path 列，不知道各行说的是哪个文件"
    case .emptyPath(let line): "第 \(line) 行：path 一格是空的"
    case .repeatedPath(let line, let path, let earlier):
      "第 \(line) 行：\(path) 在第 \(earlier) 行已有"
    }
  }
}

extension IngestNote {
  /// In the language of the messages.
  var told: String {
    switch self {
    case .renamed(let path, let from, let to):
      say("\(path)：这个文件原来的标识 \(from) 已改为 \(to)", description)
    case .linkOutside(let path):
      say("\(path)：链接指向文件夹之外，没有读入；要读入请直接写出它指向的文件", description)
    case .hiddenFiles(let folder, let count):
      say("\(folder)：有 \(count) 个隐藏文件没有读入；要读入请直接写出文件名", description)
    case .copy(let path, let other):
      say("\(path)：与 \(other) 内容完全相同，没有重复读入；两份都要请在 manifest.csv 里给它标识", description)
    case .stoppedRehearsal(let unread):
      say("已中止；有 \(unread) 个文件没有读", description)
    case .stopped(let unread):
      say("已中止；完成的部分都在库中，还有 \(unread) 个文件没有读。再次运行同一命令即可接着做", description)
    case .rowWithoutFile(let manifest, let line, let path):
      say("\(manifest)：第 \(line) 行的文件 \(path) 不存在", description)
    case .otherChecksum(let path, let manifest, let line):
      say("\(path)：与 \(manifest) 第 \(line) 行的校验和不符；已按文件现状读入", description)
    }
  }
}
