import PlanDocument

/// Reads the columns of a table from the tokens above its first row.
struct TableHead {
  private let source: SourceText
  private(set) var columns: [TableColumn] = []
  /// A head over several columns, with the first of them; they reach to the last column.
  private(set) var spanning: (tokens: [TableToken], column: Int)?

  /// - Parameters:
  ///   - second: index of the first token of a second row of heads below the last head of the
  ///     first row; nil where there is one row.
  ///   - count: columns that the rows show, nil where that is not known.
  init(_ tokens: [TableToken], of source: SourceText, second: Int?, count: Int?) {
    self.source = source
    for token in tokens[..<(second ?? tokens.count)] { add(token) }
    if let second, columns.count < 2 {
      for token in tokens[second...] { add(token) }
    } else if let second {
      spanning = (columns.removeLast().tokens, columns.count)
      columns.append(TableColumn(kind: .other, tokens: [tokens[second]]))
      for token in tokens[(second + 1)...] { add(token) }
    }
    if let count { mergeDown(to: count) }
    for index in columns.indices {
      columns[index].kind = TableColumn.kind(ofHead: text(columns[index]))
    }
    // Where no head says so, the first words behind the serial number are the name.
    if !columns.contains(where: { $0.kind == .name }),
      let index = columns.firstIndex(where: { $0.kind == .other || $0.kind == .category })
    {
      columns[index].kind = .name
    }
  }

  private func text(_ column: TableColumn) -> String {
    column.tokens.map { source.string($0.span) }.joined()
  }

  private mutating func add(_ token: TableToken) {
    if token.isEmpty { return }
    let word = source.string(token.span)
    guard let last = columns.last else {
      columns.append(TableColumn(kind: .other, tokens: [token]))
      return
    }
    let before = text(last)
    if word == "年" || word.hasPrefix("年"), before.last?.isNumber == true {
      columns[columns.count - 1].tokens.append(token)
      return
    }
    if let first = word.first, "（([［".contains(first), !before.isEmpty {
      columns[columns.count - 1].tokens.append(token)
      return
    }
    // “十四五”, broken off what it qualifies.
    if before.first == "“", before.last == "”" {
      columns[columns.count - 1].tokens.append(token)
      return
    }
    if word == "属性", before == "指标" {
      columns[columns.count - 1].tokens.append(token)
      return
    }
    if OutlineWords.valueHeadEndings.contains(word), !token.isFirst || token.isWholeLine {
      // 目标值 under a year that a narrow column broke, be another head between them.
      if OutlineWords.attributeHeads.contains(before) {
        if let year = columns.lastIndex(where: { text($0).hasSuffix("年") }) {
          columns[year].tokens.append(token)
          return
        }
      } else if TableColumn.kind(ofHead: before) == .value || before.hasSuffix("”") {
        columns[columns.count - 1].tokens.append(token)
        return
      }
    }
    columns.append(TableColumn(kind: .other, tokens: [token]))
  }

  /// Makes two columns of the first that holds words: the rows have one more than the head.
  mutating func splitName() {
    guard let index = columns.firstIndex(where: { $0.kind != .serial && $0.kind != .category })
    else { return }
    columns.insert(TableColumn(kind: .other, tokens: []), at: index + 1)
    columns[index + 1].kind = columns[index].kind
    columns[index].kind = .category
    if let column = spanning?.column, column > index { spanning?.column = column + 1 }
  }

  /// Joins heads that were broken until there are as many as the rows have cells.
  private mutating func mergeDown(to count: Int) {
    let least = max(count, 2, spanning.map { $0.column + 1 } ?? 0)
    while columns.count > least {
      var best = columns.count - 1
      var bestLength = Int.max
      for index in 1..<columns.count where index != spanning?.column {
        let first = text(columns[index - 1])
        let second = text(columns[index])
        guard
          TableColumn.kind(ofHead: first) == .other || TableColumn.kind(ofHead: second) == .other
        else { continue }
        if first.count + second.count < bestLength {
          bestLength = first.count + second.count
          best = index
        }
      }
      if bestLength == Int.max, spanning != nil { return }
      columns[best - 1].tokens += columns[best].tokens
      columns.remove(at: best)
      if let head = spanning, best < head.column { spanning?.column -= 1 }
    }
  }
}
