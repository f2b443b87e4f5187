import PlanExport
import PlanWorkbook
import TargetEvaluation

extension EvaluationError {
  var chinese: String {
    switch self {
    case .notJSON(let line): "第 \(line) 行不是 JSON 对象；手工记录每行一个对象"
    case .range(let line): "第 \(line) 行的范围应写作 [起点, 终点后一位]，小的在前"
    case .nothingToEvaluate:
      "没有填写任何判断；请在样本的空列里填 1 或 0，或用 --source 给出手工记录（.jsonl）所属的规划"
    case .verdict(let line, let column, let found):
      "第 \(line) 行 \(column) 列：“\(found)”不是判断；请填 1 或 0（y 或 n，对 或 错），计数的列填数字"
    case .nothingInCommon: "两个文件没有相同的行；两位编码者应使用同一样本的副本"
    }
  }
}

extension WorkbookError {
  var chinese: String {
    switch self {
    case .cannotCreate(let path): "\(path)：不能建立工作簿。请检查文件夹和权限。"
    case .library(let path, let problem): "\(path)：工作簿没有写成（\(problem)）。"
    case .tooManyRows(let sheet, let limit):
      "工作表“\(sheet)”将超过 \(limit) 行，这是工作簿的上限。请用 --format csv，或减少文件。"
    }
  }
}
