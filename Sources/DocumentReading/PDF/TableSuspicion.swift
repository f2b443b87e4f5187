/// Tells from the words of a page whether it is worth while to look for printed lines.
enum TableSuspicion {
  /// Larger pages, in square points, get no picture.
  private static let largest = 8_000_000.0

  static func mayHoldLines(_ page: PDFPage) -> Bool {
    guard page.width > 0, page.height > 0, page.width * page.height <= largest else {
      return false
    }
    let rows = RowBuilder.rows(of: page.words)
    guard let right = rows.map(\.right).max() else { return false }
    // Cells side by side.
    if rows.count(where: { $0.pieces(gap: 1.1).count >= 2 }) >= 2 { return true }
    // Lines that end together before the others do: a frame.
    var together = 1
    for (one, other) in zip(rows, rows.dropFirst()) {
      let isShort = right - one.right > one.em * 1.2
      together = isShort && abs(one.right - other.right) < one.em * 1.2 ? together + 1 : 1
      if together >= 3 { return true }
    }
    return false
  }
}
