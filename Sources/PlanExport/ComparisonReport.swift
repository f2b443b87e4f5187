/// A comparison as one page that needs nothing else: counts, a filter, both sides with the differing
/// words marked, a plot of the values.
package struct ComparisonReport: Sendable {
  /// What one side says.
  package struct Side: Sendable {
    /// Where it stands: `dongsheng-fyp14:632 第四篇/第一章`.
    package var place: String
    package var text: String

    package init(place: String, text: String) {
      self.place = place
      self.text = text
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
    page += filter
    for section in sections where !section.rows.isEmpty {
      page += "<section>\n<h2>\(safe(section.title))</h2>\n"
      for row in section.rows { page += html(row) }
      page += "</section>\n"
    }
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
      let marked =
        pieces.map { pieces in
          pieces.map { $0.isChanged ? "<mark>\(safe($0.text))</mark>" : safe($0.text) }.joined()
        } ?? safe(side.text)
      text +=
        "<div><b>\(safe(name))</b> <cite>\(safe(side.place))</cite>"
        + "<blockquote>\(marked)</blockquote></div>\n"
    }
    text += "</div>\n"
    if let plot = row.plot { text += plot.svg + "\n" }
    return text + "<p class=\"note\">\(safe(row.note))</p>\n</article>\n"
  }

  private static let style = """
    body{font:16px/1.6 system-ui,sans-serif;margin:0 auto;max-width:64rem;padding:1rem;color:#1b1b1b;background:#fff}
    h1{font-size:1.4rem}h2{font-size:1.15rem;border-bottom:1px solid #999}h3{font-size:1rem;margin:.2rem 0}
    #filter{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center;position:sticky;top:0;background:inherit;padding:.5rem 0}
    button{font:inherit;border:1px solid #888;border-radius:.3rem;background:inherit;color:inherit;padding:.1rem .5rem;cursor:pointer}
    button[aria-pressed=true]{outline:2px solid #1a4f8b}
    article{border-left:.3rem solid #888;margin:1rem 0;padding:.2rem .8rem}
    article.conflict,article.looser,article.removed{border-color:#b3261e}
    article.stricter,article.baseline_differs,article.changed{border-color:#a66a00}
    article.agree,article.baseline_agrees,article.added{border-color:#2e7d32}
    .status{border:1px solid #888;border-radius:.3rem;padding:0 .3rem;font-size:.85rem}
    .flag{font-size:.8rem;color:#5a3d00;background:#fff1d0;padding:0 .3rem;border-radius:.3rem}
    .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:1rem}
    blockquote{margin:.2rem 0;overflow-wrap:anywhere}cite{font-size:.85rem;color:#555;font-style:normal}
    mark{background:#ffe08a;color:inherit}.none{color:#777}.note{margin:.2rem 0}
    svg{max-width:100%;height:auto}
    @media (prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}cite{color:#aaa}mark{background:#6b5200}\
    .flag{background:#4a3a10;color:#ffe9b0}svg text{fill:#e8e8e8}svg line,svg path,svg rect{stroke:#e8e8e8}}
    @media print{#filter{display:none}article{break-inside:avoid}}
    """

  private static let script = """
    const form = document.getElementById("filter"), rows = [...document.querySelectorAll("article")];
    let status = "";
    function show() {
      const words = form.words.value.trim().toLowerCase();
      let count = 0;
      for (const row of rows) {
        row.hidden = (status && row.dataset.status !== status)
          || (words && !row.textContent.toLowerCase().includes(words));
        if (!row.hidden) count++;
      }
      for (const part of document.querySelectorAll("section"))
        part.hidden = ![...part.querySelectorAll("article")].some(row => !row.hidden);
      const shown = document.getElementById("shown");
      shown.textContent = count + " " + shown.dataset.words;
    }
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("input", show);
    for (const button of form.querySelectorAll("button")) button.addEventListener("click", () => {
      status = button.dataset.status;
      for (const other of form.querySelectorAll("button"))
        other.setAttribute("aria-pressed", other === button);
      show();
    });
    show();
    """
}
