/// A comparison as one page that needs nothing else: counts, a filter, both sides with the differing
/// words marked, a plot of the values.
package struct ComparisonReport: Sendable {
  /// What one side says.
  package struct Side: Sendable {
    /// Where it stands: `dongsheng-fyp14:632 第四篇/第一章`.
    package var place: String
    package var text: String
    /// The words of the text that are compared; set in bold where they stand in it once.
    package var value: String?

    package init(place: String, text: String, value: String? = nil) {
      self.place = place
      self.text = text
      self.value = value
    }
  }

  package struct Row: Sendable {
    /// What the filter goes by.
    package var status: String
    /// What the status is called.
    package var label: String
    package var name: String
    package var left: Side?
    package var right: Side?
    package var note: String
    package var flags: [String] = []
    package var plot: ValuePlot?

    package init(
      status: String, label: String, name: String, left: Side?, right: Side?, note: String
    ) {
      self.status = status
      self.label = label
      self.name = name
      self.left = left
      self.right = right
      self.note = note
    }
  }

  /// Rows under a heading of their own.
  package struct Section: Sendable {
    package var title: String
    package var rows: [Row]

    package init(title: String, rows: [Row]) {
      self.title = title
      self.rows = rows
    }
  }

  package struct Words: Sendable {
    package var all: String
    package var search: String
    package var left: String
    package var right: String
    package var shown: String

    package init(all: String, search: String, left: String, right: String, shown: String) {
      self.all = all
      self.search = search
      self.left = left
      self.right = right
      self.shown = shown
    }
  }

  package var title: String
  /// `zh` or `en`.
  package var language: String
  /// What was compared, a line each.
  package var summary: [String]
  package var sections: [Section]
  package var words: Words
  /// The statuses in the order of their buttons; others follow as they come.
  package var order: [String] = []

  package init(
    title: String, language: String, summary: [String], sections: [Section], words: Words
  ) {
    self.title = title
    self.language = language
    self.summary = summary
    self.sections = sections
    self.words = words
  }

  package var html: String {
    let safe = MarkupText.html
    var page = """
      <!DOCTYPE html>
      <html lang="\(safe(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>\(safe(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(safe(title))</h1>

      """
    for line in summary { page += "<p>\(safe(line))</p>\n" }
    let isEmpty = sections.allSatisfy(\.rows.isEmpty)
    if !isEmpty { page += filter }
    for section in sections where !section.rows.isEmpty {
      page += "<section>\n<h2>\(safe(section.title))</h2>\n"
      for row in section.rows { page += html(row) }
      page += "</section>\n"
    }
    if isEmpty { return page + "</body>\n</html>\n" }
    return page + "<script>\n\(Self.script)\n</script>\n</body>\n</html>\n"
  }

  // MARK: Parts

  private var filter: String {
    let safe = MarkupText.html
    var counts: [(status: String, label: String, count: Int)] = []
    var places: [String: Int] = [:]
    for row in sections.flatMap(\.rows) {
      if let place = places[row.status] {
        counts[place].count += 1
      } else {
        places[row.status] = counts.count
        counts.append((row.status, row.label, 1))
      }
    }
    let total = counts.reduce(0) { $0 + $1.count }
    let first = order.compactMap { status in counts.first { $0.status == status } }
    counts = first + counts.filter { !order.contains($0.status) }
    var text = "<form id=\"filter\" role=\"search\">\n"
    text +=
      "<button type=\"button\" data-status=\"\" aria-pressed=\"true\">"
      + "\(safe(words.all)) \(total)</button>\n"
    for count in counts {
      text +=
        "<button type=\"button\" class=\"\(safe(count.status))\" data-status=\"\(safe(count.status))\" "
        + "aria-pressed=\"false\">\(safe(count.label)) \(count.count)</button>\n"
    }
    return text
      + "<label>\(safe(words.search)) <input type=\"search\" name=\"words\"></label>\n"
      + "<output id=\"shown\" data-words=\"\(safe(words.shown))\"></output>\n</form>\n"
  }

  private func html(_ row: Row) -> String {
    let safe = MarkupText.html
    var text = "<article class=\"\(safe(row.status))\" data-status=\"\(safe(row.status))\">\n"
    let flags = row.flags.map { " <span class=\"flag\">\(safe($0))</span>" }.joined()
    text +=
      "<h3><span class=\"status\">\(safe(row.label))</span> \(safe(row.name))\(flags)</h3>\n"
    let difference = row.left.flatMap { left in
      row.right.map { TextDifference(left.text, $0.text) }
    }
    text += "<div class=\"sides\">\n"
    for (side, pieces, name) in [
      (row.left, difference?.old, words.left), (row.right, difference?.new, words.right),
    ] {
      guard let side else {
        text += "<div class=\"none\"><b>\(safe(name))</b> —</div>\n"
        continue
      }
      let marked = Self.marked(
        pieces ?? [TextDifference.Piece(side.text, isChanged: false)], value: side.value)
      text +=
        "<div><b>\(safe(name))</b> <cite>\(safe(side.place))</cite>"
        + "<blockquote>\(marked)</blockquote></div>\n"
    }
    text += "</div>\n"
    if let plot = row.plot { text += plot.svg + "\n" }
    return text + "<p class=\"note\">\(safe(row.note))</p>\n</article>\n"
  }

  /// The pieces with the differing ones marked, and the value in bold.
  private static func marked(_ pieces: [TextDifference.Piece], value: String?) -> String {
    let text = pieces.map(\.text).joined()
    var bold = text.endIndex..<text.endIndex
    if let value, !value.isEmpty {
      let places = text.ranges(of: value)
      if places.count == 1 { bold = places[0] }
    }
    var html = ""
    var start = text.startIndex
    for piece in pieces {
      guard let end = text.index(start, offsetBy: piece.text.count, limitedBy: text.endIndex)
      else { break }
      let cuts = [start, bold.lowerBound, bold.upperBound, end].map { min(max($0, start), end) }
      if piece.isChanged { html += "<mark>" }
      for (number, (from, to)) in zip(cuts, cuts.dropFirst()).enumerated() where from < to {
        let words = MarkupText.html(String(text[from..<to]))
        html += number == 1 ? "<b>\(words)</b>" : words
      }
      if piece.isChanged { html += "</mark>" }
      start = end
    }
    return html
  }
}
