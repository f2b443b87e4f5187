import ByteAccess
import Glibc
import PlanExport
import PlanPipeline

extension FileError {
  var chinese: String {
    "\(path == "standard output" ? "标准输出" : path)：不能\(Self.operations[operation] ?? "处理")：\(reason.chinese)。\(reason.chineseAdvice)"
  }

  private static let operations = [
    "open": "打开", "read": "读取", "create": "新建", "write": "写入", "flush": "写到磁盘",
    "replace": "替换", "remove": "删除", "list": "列出", "map": "映射", "look at": "查看",
    "lock": "加锁", "make the folder": "新建文件夹",
  ]
}

extension FileReason {
  /// Without a full stop. Codes that hardly ever occur keep the operating system's words.
  var chinese: String {
    switch self {
    case .pipe: "它是管道，不是文件"
    case .device: "它是设备，不是文件"
    case .socket: "它是套接字，不是文件"
    case .system(ENOENT): "没有这个文件或文件夹"
    case .system(ENOTDIR): "路径中有一段不是文件夹"
    case .system(EACCES): "没有权限"
    case .system(EPERM): "系统不允许这样做"
    case .system(EROFS): "这里只能读，不能写"
    case .system(ENOSPC): "磁盘已满"
    case .system(EDQUOT): "磁盘配额已用完"
    case .system(EISDIR): "它是文件夹"
    case .system(EEXIST): "已有同名文件"
    case .system(ELOOP): "链接绕成了圈"
    case .system(ENAMETOOLONG): "名称太长"
    case .system(EMFILE), .system(ENFILE): "打开的文件太多"
    case .system(EIO): "磁盘读写出错"
    case .system(EBADF): "文件没有打开"
    case .system(EPIPE): "读取的一方已经关闭"
    case .system(EINVAL): "参数无效"
    case .system(EBUSY): "正在使用"
    case .system(EFBIG): "文件太大"
    case .system(ENOMEM): "内存不足"
    case .system: description
    }
  }

  var chineseAdvice: String {
    switch self {
    case .pipe, .device, .socket: "请先把内容存成文件，再写出该文件名。"
    case .system(ENOENT), .system(ENOTDIR): "请检查名称。"
    case .system(EACCES), .system(EPERM): "请检查文件及其所在文件夹的权限，或另选位置。"
    case .system(EROFS): "请另选位置。"
    case .system(ENOSPC), .system(EDQUOT): "请腾出空间，或另选位置。"
    case .system(EISDIR): "请写出其中的文件。"
    case .system(EEXIST): "请先删除它，或另取名称。"
    case .system(ELOOP): "请直接写出文件本身。"
    case .system(ENAMETOOLONG): "请改用较短的名称。"
    case .system(EMFILE), .system(ENFILE): "请关闭其他程序，或用 'ulimit -n' 提高上限。"
    case .system(EIO): "请检查磁盘。"
    case .system: "请检查路径和权限。"
    }
  }
}

extension CSVError {
  /// Without a full stop.
  var chinese: String {
    switch self {
    case .openQuote(let line): "第 \(line) 行：这里开始的引号没有结束"
    case .afterQuote(let line, let found):
      "第 \(line) 行：引号结束之后还有“\(found)”；单元格里的引号要写两遍"
    case .columns(let line, let found, let expected):
      "第 \(line) 行：有 \(found) 格，而表头有 \(expected) 格"
    }
  }
}

extension JSONLineProblem {
  /// What stands behind the number of the line, without a full stop.
  var chinese: String {
    switch self {
    case .noJSON: "不是 JSON：每行是一个对象，文中的换行写作 \\n"
    case .noObject: "不是 JSON 对象：每行写作 {\"id\": …, \"title\": …, \"text\": …}"
    case .missing(let field): "缺少“\(field)”：每行要有 id 和 text"
    case .notText(let field): "的“\(field)”不是字符串：请加引号"
    case .tooLong(let bytes, let limit): "有 \(bytes) 字节，超过单个文件的上限 \(limit)：请拆分"
    }
  }
}
