import PlanDocument

/// Puts an opening mark that stands alone on its line in front of the next: `（`, `三）改革开放`.
struct LoneMarks {
  let source: SourceText

  func join(_ lines: [TextLine]) -> [TextLine] {
    guard lines.contains(where: { $0.span.count <= 4 && $0.first.opens }) else { return lines }
    var joined: [TextLine] = []
    joined.reserveCapacity(lines.count)
    for line in lines {
      guard let mark = joined.last, mark.span.count <= 4, mark.first == mark.last, mark.first.opens,
        line.gap == 0, !line.startsPage, mark.role == nil, line.role == nil
      else {
        joined.append(line)
        continue
      }
      var whole = line
      whole.number = mark.number
      whole.span.start = mark.span.start
      whole.first = mark.first
      whole.indent = mark.indent
      whole.width += mark.width
      whole.gap = mark.gap
      whole.startsPage = mark.startsPage
      joined[joined.count - 1] = whole
    }
    return joined
  }
}
