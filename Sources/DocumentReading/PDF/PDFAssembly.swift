import PlanDocument

/// Puts the pages of a document together to one text.
struct PDFAssembly {
  private let pages: [PDFPage]
  private let rules: [PageRules]
  private let joiner: WordJoiner

  /// - Parameter rules: of each page.
  /// - Parameter isRecognized: whether the words were recognised in pictures.
  init(_ pages: [PDFPage], rules: [PageRules], isRecognized: Bool = false) {
    self.pages = pages.map { page in
      var page = page
      page.words = PageOverlay.removed(from: page.words)
      return page
    }
    self.rules = rules
    var joiner = WordJoiner(pages)
    joiner.isRecognized = isRecognized
    self.joiner = joiner
  }

  /// A page, read: what stands beside its text, and the text in order.
  private struct Sheet {
    var asides: [(text: String, role: MarkupBlock.Role)] = []
    var layout: PageLayout
    var number: Int?
  }

  func text() -> SourceText {
    let sheets = self.sheets()
    let defaults = AreaDefaults(sheets.flatMap { $0.layout.areas })
    let rule = ParagraphRule(joiner: joiner, usesIndents: usesIndents(sheets, defaults))
    var writer = PDFTextWriter(rule: rule, joiner: joiner)
    let numbers = pageNumbers(sheets)
    for (index, sheet) in sheets.enumerated() {
      writer.beginPage(number: numbers[index])
      var isFirst = true
      for item in sheet.layout.items {
        switch item {
        case .table(let table): writer.add(table, isFirstOfPage: isFirst)
        case .row(let row, let area):
          writer.add(
            ParagraphRule.Line(
              row: row, text: joiner.text(row),
              area: defaults.completed(sheet.layout.areas[area], row), page: index))
        }
        isFirst = false
      }
      for aside in sheet.asides { writer.addAside(aside.text, role: aside.role) }
    }
    return writer.end()
  }

  private func sheets() -> [Sheet] {
    let rows = pages.map { RowBuilder.rows(of: $0.words) }
    let furniture = PageFurniture(
      pages.indices.map { index in
        // Heads of tables are repeated too.
        let tables = RuledGrid.grids(rules[index]).filter { $0.columns.count > 2 }
        return PageFurniture.Page(
          height: pages[index].height,
          rows: rows[index].map { row in
            PageFurniture.Row(
              row: row, text: joiner.text(row),
              isInTable: tables.contains { table in row.words.contains { table.contains($0) } })
          })
      })
    var sheets: [Sheet] = []
    var bodies: [[PDFWord]] = []
    for index in pages.indices {
      var asides: [(text: String, role: MarkupBlock.Role)] = []
      let body = rows[index].indices.filter { furniture.kinds[index][$0] == nil }
        .map { rows[index][$0] }
      let notes = PageNotes.first(of: body, texts: body.map { joiner.text($0) })
      let words = body[..<notes].flatMap(\.words)
      for row in body[notes...] {
        let text = joiner.text(row)
        if let last = asides.last, !PageNotes.beginsNote(text) {
          var whole = last.text
          WordJoiner.append(text, to: &whole)
          asides[asides.count - 1].text = whole
        } else {
          asides.append((text, .footnote))
        }
      }
      for (number, row) in rows[index].enumerated() {
        guard let kind = furniture.kinds[index][number] else { continue }
        asides.append((joiner.text(row), kind == .pageNumber ? .pageNumber : .runningHead))
      }
      let layout = PageLayout(
        words, rules: rules[index], joiner: joiner, before: sheets.last?.layout.lastGaps)
      sheets.append(Sheet(asides: asides, layout: layout, number: furniture.numbers[index]))
      bodies.append(words)
    }
    if let usual = Self.usualGap(sheets) {
      for index in sheets.indices {
        sheets[index].layout = PageLayout(
          bodies[index], rules: rules[index], joiner: joiner,
          before: index > 0 ? sheets[index - 1].layout.lastGaps : nil, usualGap: usual)
      }
      return sheets
    }
    // A head and a row at the foot of a page are too few to be seen as a table by themselves.
    for index in sheets.indices.dropLast().reversed() {
      guard let behind = sheets[index + 1].layout.firstGaps,
        sheets[index].layout.lastGaps == nil
      else { continue }
      sheets[index].layout = PageLayout(
        bodies[index], rules: rules[index], joiner: joiner,
        before: index > 0 ? sheets[index - 1].layout.lastGaps : nil, behind: behind)
    }
    return sheets
  }

  /// The middle of the gap between the columns that most pages have; nil where most have none.
  private static func usualGap(_ sheets: [Sheet]) -> Double? {
    let gaps = sheets.compactMap(\.layout.columnGap).sorted()
    guard gaps.count >= 2, gaps.count * 2 > sheets.count else { return nil }
    let middle = gaps[gaps.count / 2]
    return gaps.count { abs($0 - middle) < 6 } * 4 >= gaps.count * 3 ? middle : nil
  }

  /// What is printed on each page, else what the pages around it lead to expect.
  private func pageNumbers(_ sheets: [Sheet]) -> [Int] {
    var shift =
      sheets.indices.lazy.compactMap { index in
        sheets[index].number.map { $0 - index }
      }.first ?? 1
    if shift < 1 { shift = 1 }
    return sheets.indices.map { index in
      if let number = sheets[index].number { shift = number - index }
      return index + shift
    }
  }

  /// Whether first lines of paragraphs begin further right.
  private func usesIndents(_ sheets: [Sheet], _ defaults: AreaDefaults) -> Bool {
    var indented = 0
    var all = 0
    for sheet in sheets {
      for case .row(let row, let area) in sheet.layout.items {
        let area = defaults.completed(sheet.layout.areas[area], row)
        guard row.right > area.left + (area.right - area.left) * 0.8 else { continue }
        all += 1
        if (1.2...2.8).contains((row.left - area.left) / row.em) { indented += 1 }
      }
    }
    return indented * 20 >= all
  }
}

/// The edges of text that most pages have, for pages that have too little of it to tell.
struct AreaDefaults {
  private let left: Double?
  private let right: Double?
  private let pitch: Double

  /// Lines that say by themselves where an area's edges are.
  private static let enough = 6

  init(_ areas: [TextArea]) {
    let full = areas.filter { $0.isColumn && $0.lines >= 10 }
    let widths = full.map { $0.right - $0.left }.sorted()
    // Pages of lists and headings show no full line.
    let typical = widths.isEmpty ? 0 : widths[widths.count * 4 / 5]
    let alike = full.filter { abs($0.right - $0.left - typical) < typical * 0.1 }
    left = Self.median(alike.map(\.left))
    right = Self.median(alike.map(\.right))
    pitch = Self.median(areas.filter { $0.pitch > 0 }.map(\.pitch)) ?? 0
  }

  private static func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }

  /// An area with the edges that its own lines are too few to show.
  func completed(_ area: TextArea, _ row: TextRow) -> TextArea {
    var area = area
    guard area.isColumn, let left, let right, row.left > left - row.em * 3,
      row.right < right + row.em * 3
    else { return area }
    // Of a page of short lines the longest are not full.
    if abs(area.left - left) < row.em * 3 { area.right = max(area.right, right) }
    guard area.lines < Self.enough else { return area }
    area.left = min(area.left, left)
    area.right = max(area.right, right)
    if area.pitch == 0 { area.pitch = pitch }
    return area
  }
}
