import PlanExport

/// What can be wrong with a `manifest.csv`; lines are 1-based.
package enum ManifestProblem: Error, Equatable, CustomStringConvertible {
  case encoding
  case csv(CSVError)
  case noPathColumn
  case emptyPath(line: Int)
  case repeatedPath(line: Int, path: String, earlier: Int)

  package var description: String {
    switch self {
    case .encoding: "cannot be read as UTF-8 text; save the manifest as CSV in UTF-8"
    case .csv(let error): error.description
    case .noPathColumn:
      "line 1: there is no column 'path', which says which file a row is about"
    case .emptyPath(let line): "line \(line): the cell 'path' is empty"
    case .repeatedPath(let line, let path, let earlier):
      "line \(line): \(path) stands in line \(earlier) already"
    }
  }
}
