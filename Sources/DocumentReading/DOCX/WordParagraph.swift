/// A paragraph of a Word file in the making.
struct WordParagraph {
  var style: String?
  var numbering: Int?
  var level: Int?
  /// 0 … 8; 9 for text.
  var outlineLevel: Int?
  /// The mark at its end was deleted: the next paragraph goes on with it.
  var isJoined = false
  /// A section ends with it; whether that section began on the page of the one before.
  var section: Section?
  /// Whether its block has been begun, which its first text does.
  var hasBegun = false
  /// Whether its number was counted.
  var isCounted = false
  /// The number in front of its text.
  var label: String?
  var role = MarkupEvents.Role.paragraph
  /// Text boxes that hang on it, to be read behind it.
  var boxes = MarkupEvents()

  enum Section { case page, continuous }
}

/// A table in the making. What is known of a cell only in rows below goes back into its event.
struct WordTable {
  /// The cell that is open above, by its first column: its event and what that says.
  struct OpenCell {
    var event: Int
    var rows: Int
    var columns: Int
  }

  struct Cell {
    var columns = 1
    var isMerged = false
    var beginsMerge = false
    var isJoinedToLeft = false
    /// Whether its event has been written.
    var hasBegun = false
    /// Whether it is shown as a part of another.
    var isMuted = false
    var pages = 0
  }

  var merges: [Int: OpenCell] = [:]
  var column = 0
  var cell = Cell()
  var isInCell = false
  /// The last cell of the row.
  var last: OpenCell?
  var rowEvent = 0
  var rowMark = MarkupEvents.Mark()
  var isRowDeleted = false
  /// Page breaks of the row: cells side by side break at the same place.
  var pages = 0
}

/// A field: its instruction, then its result.
struct WordField {
  var instruction = ""
  var isInResult = false

  var name: Substring {
    instruction.drop(while: \.isWhitespace).prefix { !$0.isWhitespace && $0 != "\\" }
  }

  /// `EQ \o\ac(○,3)` draws ③ and has no result.
  var drawnNumber: String? {
    guard name.uppercased() == "EQ" else { return nil }
    let text = instruction.filter { !$0.isWhitespace }.lowercased()
    guard let match = text.firstMatch(of: /\\o(?:\\a[clr])?\([○〇](?:,|;)(\d{1,2})\)/),
      let number = Int(match.1)
    else { return nil }
    return WordNumberFormat.circled(number)
  }
}
