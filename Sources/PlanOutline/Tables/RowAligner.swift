import PlanDocument

/// Cuts the tokens of a table's body into rows, and the rows into the cells of its columns, in
/// order and all at once, at the least cost.
///
/// Time and memory grow with the tokens times the columns.
struct RowAligner {
  let kinds: [TableColumn.Kind]
  private(set) var tokens: [TableToken] = []
  private var states: [State]
  /// Tokens in front that all ways to go on from are known of.
  private var known = 0
  /// Rows that no later token can change; their tokens are given up.
  private var settled: [Row] = []
  /// How many tokens those were.
  private var base = 0
  /// The furthest place that a way other than through exact rows leads to.
  private var furthest = 0
  /// Where the last exact row ends, and what the way there costs.
  private var exactEnd = 0
  private var exactCost = Float.infinity
  private var openings: [Opening] = []
  /// Whether a blank parts words of one cell, since wide gaps part the cells.
  var isWide = false
  /// Whether empty cells are tokens of their own.
  var showsEmpty = false

  struct Row {
    /// One range of tokens a column; empty where the cell is.
    var cells: [Range<Int>]
    var tokens: Range<Int>
    /// Whether it is one text across all columns.
    var isWhole = false
    /// How little it fits.
    var cost: Float
  }

  /// A row that holds one text across all columns.
  private static let wholeCost: Float = 3.0
  /// The same where its mark or empty cells beside it say so.
  private static let markedWholeCost: Float = 0.8
  /// A row that begins inside a line.
  private static let midLineCost: Float = 8.0
  /// A row that shows no serial number where others have one.
  private static let noSerialCost: Float = 1.0
  /// What a table that ends too early leaves behind, a row's worth of tokens.
  private static let leftCost: Float = 3.0
  /// States that are so much worse than the best at their place are not followed.
  private static let beam: Float = 14.0
  private static let longestCell = 12

  private static func longest(_ kind: TableColumn.Kind) -> Int {
    switch kind {
    case .serial: 1
    case .unit, .attribute: 3
    case .value, .category: 4
    case .name, .other: longestCell
    }
  }

  /// - Parameter kinds: what the columns hold, two of them at least.
  init(kinds: [TableColumn.Kind]) {
    self.kinds = kinds
    states = Array(repeating: State(), count: kinds.count)
    states[0].cost = 0
  }

  /// Takes in tokens behind those that it has.
  mutating func append(_ more: ArraySlice<TableToken>, isLast: Bool) {
    tokens += more
    let needed = (tokens.count + 1) * kinds.count
    if states.capacity < needed { states.reserveCapacity(max(needed, states.capacity * 2)) }
    while states.count < needed { states.append(State()) }
    // A cell can reach this far ahead.
    let ahead = isLast ? 0 : Self.longestCell
    while known < tokens.count - ahead {
      if known >= Self.settledBlock, known >= furthest, isOnlyWay(known) { settle() }
      expand(known)
      known += 1
    }
  }

  /// Tokens that are given up at once when their rows are settled.
  private static let settledBlock = 1_024

  /// Whether every way leads through the end of a row at a place.
  private func isOnlyWay(_ place: Int) -> Bool {
    let first = place * kinds.count
    guard states[first].cost < .infinity else { return false }
    return (1..<kinds.count).allSatisfy { states[first + $0].cost == .infinity }
  }

  /// Gives up the tokens that are known, all of whose rows are settled.
  private mutating func settle() {
    settled += rows(end: known)
    base += known
    tokens.removeFirst(known)
    states.removeFirst(known * kinds.count)
    states[0].from = 0
    exactEnd = max(0, exactEnd - known)
    furthest = 0
    known = 0
  }

  /// The token before which the table ends: what follows fits no row.
  mutating func end() -> Int {
    guard known > 0 else { return base }
    finishRow(known)
    return base + bestEnd()
  }

  /// The rows of the tokens in front of that.
  mutating func rows() -> [Row] {
    let end = end()
    return settled + rows(end: end - base)
  }

  /// A table that goes on costs what its rows do not fit, one that ends what it leaves.
  private func bestEnd() -> Int {
    let share = Self.leftCost / Float(kinds.count)
    var left: Float = 0
    var best = states[known * kinds.count].cost
    var end = known
    for place in stride(from: known - 1, through: 0, by: -1) {
      if !tokens[place].isEmpty { left += share }
      if left > best { break }
      guard tokens[place].isFirst else { continue }
      let cost = states[place * kinds.count].cost + left
      if cost < best {
        best = cost
        end = place
      }
    }
    return best < .infinity ? end : 0
  }

  private func rows(end: Int) -> [Row] {
    var rows: [Row] = []
    let columns = kinds.count
    var state = end * columns
    guard states[state].cost < .infinity else { return [] }
    var row = Row(cells: Array(repeating: 0..<0, count: columns), tokens: end..<end, cost: 0)
    var endCost = states[state].cost
    while state > 0 {
      let before = Int(states[state].from)
      let from = before / columns
      let to = state / columns
      if states[state].step == .exact {
        for column in 0..<columns where !tokens[from + column].isEmpty {
          row.cells[column] = from + column..<from + column + 1
        }
      } else if states[state].step == .whole {
        if isSum(from) {
          setSum(&row, from..<to)
        } else {
          row.isWhole = true
          row.cells[0] = from..<to
        }
      } else if from < to, states[state].step != .skip {
        let column = state % columns == 0 ? columns - 1 : state % columns - 1
        if !tokens[from].isEmpty { row.cells[column] = from..<to }
      }
      state = before
      if state % columns == 0 {
        row.tokens = from..<row.tokens.upperBound
        row.cost = endCost - states[state].cost
        rows.append(row)
        row = Row(cells: Array(repeating: 0..<0, count: columns), tokens: from..<from, cost: 0)
        endCost = states[state].cost
      }
    }
    if base > 0 {
      for index in rows.indices {
        rows[index].tokens = rows[index].tokens.shifted(by: base)
        for column in rows[index].cells.indices where !rows[index].cells[column].isEmpty {
          rows[index].cells[column] = rows[index].cells[column].shifted(by: base)
        }
      }
    }
    return rows.reversed()
  }

  /// 合计 stands in the column of names, its values in the last columns.
  private func setSum(_ row: inout Row, _ range: Range<Int>) {
    let values = range.lowerBound + sumLength(range.lowerBound)
    let name = kinds.firstIndex { $0 == .name || $0 == .other } ?? 0
    let first = kinds.count - (range.upperBound - values)
    row.cells[min(name, first - 1)] = range.lowerBound..<values
    for place in values..<range.upperBound {
      row.cells[first + place - values] = place..<place + 1
    }
  }

  // MARK: - Steps

  /// The best way to a place with a number of filled columns.
  private struct State {
    var cost = Float.infinity
    var from: Int32 = 0
    /// The last serial number on the way.
    var serial: Int32 = 0
    /// How its last step took tokens.
    var step = Step.cell
  }

  private enum Step: UInt8 {
    case cell
    /// A row of one text, or 合计 and its values.
    case whole
    /// A whole row whose tokens fill one column each.
    case exact
    case skip
  }

  private mutating func relax(
    _ state: Int, _ cost: Float, from before: Int, serial: Int32, step: Step = .cell
  ) {
    guard cost < states[state].cost else { return }
    if step != .exact { furthest = max(furthest, state / kinds.count) }
    states[state] = State(cost: cost, from: Int32(before), serial: serial, step: step)
  }

  /// A cell that may begin at a place.
  private struct Opening {
    var column: Int
    var cost: Float
    var from: Int
  }

  private func next(_ place: Int, _ column: Int) -> Int {
    column + 1 == kinds.count ? place * kinds.count : place * kinds.count + column + 1
  }

  /// Leaves the remaining cells of rows that end at a place empty.
  private mutating func finishRow(_ place: Int) {
    for column in 1..<kinds.count {
      let state = place * kinds.count + column
      guard states[state].cost < .infinity else { continue }
      relax(
        next(place, column), states[state].cost + emptyCost(column), from: state,
        serial: states[state].serial)
    }
  }

  private func emptyCost(_ column: Int) -> Float {
    let cost = CellCost.empty(kinds[column])
    return showsEmpty ? cost * 1.5 + 0.5 : cost
  }

  private mutating func expand(_ place: Int) {
    // What is behind an exact row by too much has lost.
    if place < exactEnd { dropBeyond(exactCost + Self.exactLead, place) }
    finishRow(place)
    let first = place * kinds.count
    var best = states[first].cost
    for column in 1..<kinds.count { best = min(best, states[first + column].cost) }
    guard best < .infinity else { return }
    if best == states[first].cost, takeExact(place) { return }
    let token = tokens[place]
    if token.isEmpty {
      for column in 0..<kinds.count where states[first + column].cost < best + Self.beam {
        let cost = states[first + column].cost
        let number = states[first + column].serial
        let from = first + column
        let doubt = kinds[column] == .serial ? Self.noSerialCost : 0.05
        relax(next(place + 1, column), cost + doubt, from: from, serial: number)
        relax(
          from + kinds.count, cost + (column == 0 ? 0.3 : 1.5), from: from, serial: number,
          step: .skip)
      }
      return
    }
    openings.removeAll(keepingCapacity: true)
    for column in 1..<kinds.count where states[first + column].cost < best + Self.beam {
      openings.append(
        Opening(column: column, cost: states[first + column].cost, from: first + column))
    }
    if states[first].cost < best + Self.beam { begin(first, place) }
    fill(place)
  }

  /// Ways that are so much worse than one that fits exactly are given up for it.
  private static let exactLead: Float = 3.0

  /// A row whose tokens fill the columns one by one, without a doubt, where nothing else is
  /// nearly as good.
  private mutating func takeExact(_ place: Int) -> Bool {
    let tokens = tokens
    let first = place * kinds.count
    let end = place + kinds.count
    guard end <= tokens.count, tokens[place].isFirst, end == tokens.count || tokens[end].isFirst
    else { return false }
    for column in 1..<kinds.count
    where states[first + column].cost < states[first].cost + Self.exactLead { return false }
    var serial = states[first].serial
    for column in kinds.indices {
      let token = tokens[place + column]
      if kinds[column] == .serial {
        guard let number = token.look.serial, number == serial + 1 else { return false }
        serial = number
        if end < tokens.count, !tokens[end].isEmpty, let next = tokens[end].look.serial,
          next != number + 1
        {
          return false
        }
      } else if token.isEmpty {
        guard kinds[column] != .name else { return false }
      } else {
        guard token.look.openBrackets == 0, CellCost.of(token.look, in: kinds[column]) == 0,
          kinds[column] == .value || !token.look.opensBracket,
          kinds[column] != .category || (token.isWholeLine && token.look.count <= 5),
          column == 0 || token.isWholeLine || !token.isFirst
        else { return false }
      }
    }
    // A cell that goes on in the next line would not fit so well alone.
    if end < tokens.count, tokens[end].look.opensBracket { return false }
    relax(end * kinds.count, states[first].cost, from: first, serial: serial, step: .exact)
    exactEnd = end
    exactCost = states[first].cost
    return true
  }

  private mutating func dropBeyond(_ limit: Float, _ place: Int) {
    let first = place * kinds.count
    for state in first..<first + kinds.count where states[state].cost > limit {
      states[state].cost = .infinity
    }
  }

  /// The first cells that a row can have at a place.
  private mutating func begin(_ state: Int, _ place: Int) {
    let token = tokens[place]
    var cost = states[state].cost + (token.isFirst ? 0 : Self.midLineCost)
    let isSum = isSum(place)
    for column in kinds.indices {
      openings.append(Opening(column: column, cost: cost, from: state))
      guard kinds[column] == .serial || kinds[column] == .category else { break }
      cost += isSum ? 0.3 : emptyCost(column)
    }
    if isSum, token.isFirst { takeSum(state, place) }
    guard token.isFirst, token.isWholeLine, !token.look.isNumber else { return }
    let isMarked =
      (token.look.last == "：" && token.look.count <= 16) || token.isSection
      || (showsEmpty
        && (place > 0 && tokens[place - 1].isEmpty
          || place + 1 < tokens.count && tokens[place + 1].isEmpty))
    var end = place + 1
    while end < tokens.count, tokens[end].isEmpty { end += 1 }
    relax(
      end * kinds.count,
      states[state].cost + (isMarked ? Self.markedWholeCost : Self.wholeCost), from: state,
      serial: states[state].serial, step: .whole)
  }

  /// 合计 with a value or none in each of the last columns.
  private mutating func takeSum(_ state: Int, _ place: Int) {
    var end = place + sumLength(place)
    let last = min(tokens.count, end + kinds.count - 1)
    while end < last, tokens[end].look.isNumber || tokens[end].look.isEmptyValue {
      end += 1
      relax(
        end * kinds.count, states[state].cost + 0.4, from: state, serial: states[state].serial,
        step: .whole)
    }
  }

  private func sumLength(_ place: Int) -> Int {
    tokens[place].look.count == 1 ? 2 : 1
  }

  /// 合计, 小 计
  private func isSum(_ place: Int) -> Bool {
    let look = tokens[place].look
    guard look.first == "合" || look.first == "小" || look.first == "总" || look.first == "共" else {
      return false
    }
    if look.count == 2 { return look.last == "计" }
    return look.count == 1 && place + 1 < tokens.count && tokens[place + 1].look.first == "计"
  }

  /// Tries cells of one token, of two, and so on, in all columns that can begin here.
  private mutating func fill(_ place: Int) {
    guard !openings.isEmpty else { return }
    let tokens = tokens
    let openings = openings
    let first = tokens[place]
    var look = TokenLook()
    var joined: Float = 0
    var joinedCategory: Float = 0
    var allWhole = true
    for end in place..<min(tokens.count, place + Self.longestCell) {
      let token = tokens[end]
      if token.isEmpty { break }
      if end > place {
        let cost =
          look.openBrackets > 0
          ? 0.02
          : CellCost.join(tokens[end - 1], token, isWide: isWide, showsEmpty: showsEmpty)
        joined += cost + 0.01 * Float(end - place)
        joinedCategory += cost == 0.35 ? 0.1 : cost
        if joined > Self.beam { break }
      }
      look.join(token.look)
      allWhole = allWhole && token.isWholeLine
      let length = end - place + 1
      for opening in openings where length <= Self.longest(kinds[opening.column]) {
        let kind = kinds[opening.column]
        var cost = opening.cost + (kind == .category ? joinedCategory : joined)
        var serial = states[opening.from].serial
        if kind == .serial {
          cost += CellCost.serial(first.look, &serial)
        } else {
          cost += CellCost.of(look, in: kind)
          if look.openBrackets > 0 { cost += 1.5 }
        }
        if first.look.opensBracket, kind != .value, kind != .serial { cost += 0.6 }
        if kind == .category {
          // A category mostly stands on lines of its own.
          if !allWhole { cost += look.count <= 6 ? 0.9 : 2 }
          if token.look.count > 5 { cost += 0.7 }
        }
        relax(next(end + 1, opening.column), cost, from: opening.from, serial: serial)
      }
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> {
    lowerBound + offset..<upperBound + offset
  }
}
