extension WordText {
  private var table: Int? { frames[top].tables.indices.last }

  func beginTable() {
    beginCellBlock()
    // A table within a paragraph, as in a run, stands behind what the paragraph has so far.
    frames[top].events.append(.beginTable)
    frames[top].tables.append(WordTable())
  }

  func endTable() {
    guard frames[top].tables.popLast() != nil else { return }
    frames[top].events.append(.endTable)
    appendNotes()
    complete()
  }

  func beginRow() {
    guard let table else { return }
    frames[top].tables[table].rowMark = frames[top].events.mark
    frames[top].tables[table].rowEvent = frames[top].events.events.count
    frames[top].tables[table].column = 0
    frames[top].tables[table].last = nil
    frames[top].tables[table].isRowDeleted = false
    frames[top].tables[table].pages = 0
    frames[top].events.append(.beginRow(isHeader: false))
  }

  func endRow() {
    guard let table, frames[top].tables[table].isRowDeleted else { return }
    frames[top].events.cut(to: frames[top].tables[table].rowMark)
  }

  func beginCell() {
    guard let table else { return }
    frames[top].tables[table].cell = WordTable.Cell()
    frames[top].tables[table].isInCell = true
  }

  func tableProperty(_ element: WordElement, _ attributes: borrowing MarkupAttributes) {
    guard let table else { return }
    switch element {
    case .tblHeader:
      if attributes.isOn {
        frames[top].events.replace(
          at: frames[top].tables[table].rowEvent, with: .beginRow(isHeader: true))
      }
    case .gridBefore:
      let columns = min(max(attributes.integer("val") ?? 0, 0), TableGrid.largestSpan)
      guard columns > 0 else { return }
      frames[top].events.append(.skip(columns: Int32(columns)))
      frames[top].tables[table].column += columns
    case .gridSpan:
      frames[top].tables[table].cell.columns =
        min(max(attributes.integer("val") ?? 1, 1), TableGrid.largestSpan)
    case .vMerge:
      let begins = attributes.value("val") == "restart"
      frames[top].tables[table].cell.beginsMerge = begins
      frames[top].tables[table].cell.isMerged = !begins
    case .hMerge:
      frames[top].tables[table].cell.isJoinedToLeft = attributes.value("val") != "restart"
    case .cellDel: frames[top].tables[table].cell.isMuted = true
    default: break
    }
  }

  /// Begins the cell that is open, now that its properties are known.
  func beginCellBlock() {
    guard let table, frames[top].tables[table].isInCell,
      !frames[top].tables[table].cell.hasBegun
    else { return }
    var state = frames[top].tables[table]
    state.cell.hasBegun = true
    if state.cell.isMuted {
      // Deleted.
    } else if state.cell.isJoinedToLeft, var left = state.last {
      left.columns += state.cell.columns
      frames[top].events.replace(at: left.event, with: Self.event(left))
      state.last = left
      state.merges = state.merges.mapValues { $0.event == left.event ? left : $0 }
      state.cell.isMuted = true
      state.column += state.cell.columns
    } else if state.cell.isMerged, var above = state.merges[state.column] {
      above.rows += 1
      frames[top].events.replace(at: above.event, with: Self.event(above))
      state.merges[state.column] = above
      state.last = nil
      state.cell.isMuted = true
      state.column += above.columns
    } else {
      let cell = WordTable.OpenCell(
        event: frames[top].events.events.count, rows: 1, columns: state.cell.columns)
      frames[top].events.append(Self.event(cell))
      state.merges = state.merges.filter {
        $0.key >= state.column + cell.columns || $0.key + $0.value.columns <= state.column
      }
      if state.cell.beginsMerge { state.merges[state.column] = cell }
      state.last = cell
      state.column += cell.columns
    }
    frames[top].tables[table] = state
  }

  private static func event(_ cell: WordTable.OpenCell) -> MarkupEvents.Event {
    .beginCell(rows: Int32(cell.rows), columns: Int32(cell.columns), isHeader: false)
  }

  func endCell() {
    beginCellBlock()
    guard let table else { return }
    if !frames[top].tables[table].cell.isMuted { frames[top].events.append(.endCell) }
    frames[top].tables[table].isInCell = false
  }
}
