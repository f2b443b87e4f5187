import CXLSXWriter
import Glibc

/// Why a workbook cannot be written.
package enum WorkbookError: Error, Equatable, CustomStringConvertible {
  case cannotCreate(path: String)
  /// What libxlsxwriter says.
  case library(path: String, problem: String)
  /// More rows than a sheet holds.
  case tooManyRows(sheet: String, limit: Int)

  package var description: String {
    switch self {
    case .cannotCreate(let path):
      "\(path): the workbook cannot be created. Check the folder and its permissions."
    case .library(let path, let problem):
      "\(path): the workbook could not be written (\(problem))."
    case .tooManyRows(let sheet, let limit):
      "sheet '\(sheet)' would have more than \(limit) rows, which is all that a workbook holds. Use "
        + "--format csv, or fewer documents."
    }
  }
}

/// One cell of a sheet, with the type that a spreadsheet shows it as.
package enum WorkbookCell: Sendable, Equatable {
  case empty
  case text(String)
  case number(Double)
  case bool(Bool)
}

/// Writes an XLSX file sheet by sheet: the only code that calls libxlsxwriter.
///
/// Text cells are text whatever they begin with; a spreadsheet runs none of them as a formula.
@safe package final class Workbook {
  /// Rows of a sheet, the head included (Office Open XML).
  package static let rowLimit = 1_048_576
  /// Characters of a cell (UTF-16 units); longer text ends in an ellipsis.
  package static let cellLimit = 32_767

  private let path: String
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let headFormat: UnsafeMutablePointer<lxw_format>?
  private let wrapFormat: UnsafeMutablePointer<lxw_format>?
  private var isClosed = false

  /// - Parameters:
  ///   - path: an existing file is replaced.
  ///   - created: seconds since 1970, kept in the file's properties.
  package init(path: String, title: String, created: Int) throws(WorkbookError) {
    self.path = path
    var options = unsafe lxw_workbook_options()
    unsafe options.constant_memory = 1
    guard let workbook = unsafe workbook_new_opt(path, &options) else {
      throw .cannotCreate(path: path)
    }
    unsafe self.workbook = workbook
    unsafe headFormat = workbook_add_format(workbook)
    unsafe wrapFormat = workbook_add_format(workbook)
    if let headFormat = unsafe headFormat {
      unsafe format_set_bold(headFormat)
      unsafe format_set_bottom(headFormat, 1)
    }
    if let wrapFormat = unsafe wrapFormat { unsafe format_set_text_wrap(wrapFormat) }
    unsafe title.withCString { text in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = UnsafeMutablePointer(mutating: text)
      unsafe properties.created = time_t(created)
      _ = unsafe workbook_set_properties(workbook, &properties)
    }
  }

  deinit {
    // A workbook that was given up is freed by closing it; its file is the caller's to remove.
    if !isClosed { _ = unsafe workbook_close(workbook) }
  }

  /// Adds a sheet with a head that stays in view and, for tables, filters.
  ///
  /// - Parameters:
  ///   - widths: of the columns, in characters.
  ///   - wraps: long text goes on in the next line of its cell.
  package func addSheet(
    named name: String, head: [String], widths: [Double], wraps: Bool = false,
    hasFilter: Bool, rows: some Sequence<[WorkbookCell]>
  ) throws(WorkbookError) {
    guard let sheet = unsafe workbook_add_worksheet(workbook, name) else {
      throw .library(path: path, problem: "sheet '\(name)'")
    }
    for (column, width) in widths.enumerated() {
      let column = UInt16(column)
      _ = unsafe worksheet_set_column(sheet, column, column, width, wraps ? wrapFormat : nil)
    }
    for (column, title) in head.enumerated() {
      try check(unsafe worksheet_write_string(sheet, 0, UInt16(column), title, headFormat))
    }
    unsafe worksheet_freeze_panes(sheet, 1, 0)
    var last = 0
    for row in rows {
      last += 1
      guard last < Self.rowLimit else { throw .tooManyRows(sheet: name, limit: Self.rowLimit) }
      for (column, cell) in row.enumerated() {
        let (line, column) = (UInt32(last), UInt16(column))
        switch cell {
        case .empty: break
        case .text(let text):
          try check(
            unsafe worksheet_write_string(sheet, line, column, Self.fitted(text), nil))
        case .number(let value):
          try check(unsafe worksheet_write_number(sheet, line, column, value, nil))
        case .bool(let value):
          try check(unsafe worksheet_write_boolean(sheet, line, column, value ? 1 : 0, nil))
        }
      }
    }
    if hasFilter, !head.isEmpty {
      try check(
        unsafe worksheet_autofilter(sheet, 0, 0, UInt32(max(1, last)), UInt16(head.count - 1)))
    }
  }

  /// Writes the file; nothing can be added afterwards.
  package func close() throws(WorkbookError) {
    isClosed = true
    try check(unsafe workbook_close(workbook))
  }

  /// Text without the control characters that XML cannot hold, cut where a cell ends.
  static func fitted(_ text: String) -> String {
    let allowed = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 || [0x09, 0x0A, 0x0D].contains($0.value)
    }
    let plain =
      allowed
      ? text
      : String(
        String.UnicodeScalarView(
          text.unicodeScalars.map {
            $0.value >= 0x20 || [0x09, 0x0A, 0x0D].contains($0.value) ? $0 : "\u{FFFD}"
          }))
    guard plain.utf16.count > cellLimit else { return plain }
    var kept = ""
    var count = 1
    for character in plain {
      count += character.utf16.count
      if count > cellLimit { break }
      kept.append(character)
    }
    return kept + "…"
  }

  private func check(_ error: lxw_error) throws(WorkbookError) {
    guard error != LXW_NO_ERROR else { return }
    let problem = unsafe lxw_strerror(error).map { unsafe String(cString: $0) } ?? "?"
    throw .library(path: path, problem: problem)
  }
}
