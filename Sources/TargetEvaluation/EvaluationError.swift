/// What can be wrong with a file that is to be evaluated.
package enum EvaluationError: Error, Equatable, CustomStringConvertible {
  case notJSON(line: Int)
  case range(line: Int)
  /// Neither verdict columns nor annotations.
  case nothingToEvaluate
  case verdict(line: Int, column: String, found: String)
  /// Two coders' files without a row in common.
  case nothingInCommon

  package var description: String {
    switch self {
    case .notJSON(let line):
      "line \(line): not a JSON object; a gold file has one object a line"
    case .range(let line):
      "line \(line): a range is written [first, last + 1] with the smaller number in front"
    case .nothingToEvaluate:
      "no verdict is filled in; write 1 or 0 into the empty columns of a sample, or name a gold file "
        + "(.jsonl) with --source"
    case .verdict(let line, let column, let found):
      "line \(line), column \(column): '\(found)' is no verdict; write 1 or 0 (y or n, 对 or 错), or "
        + "a number where the column counts"
    case .nothingInCommon:
      "the two files have no row in common; both coders work on copies of one sample"
    }
  }
}
