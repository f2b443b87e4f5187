/// Finds the article of a page: the text that the page is there for, without menus, lists of other
/// pages and what a site puts below everything.
///
/// Two signs: where the sentences stand that are no links (text density), and what the usual
/// containers are called (`HTMLHint`). A page without furniture is all article.
struct HTMLArticle {
  /// What to show of a page.
  struct Choice {
    /// Nodes to leave out with all that is in them.
    fileprivate var leftOut: [Bool] = []
    /// Items of text that are shown; empty for all.
    fileprivate var shown: [Bool] = []

    static let all = Choice()

    func isLeftOut(_ node: Int) -> Bool { !leftOut.isEmpty && leftOut[node] }
    func shows(_ item: Int) -> Bool { shown.isEmpty || shown[item] }
  }

  /// Share of a page's sentences, in hundredths, that its article holds: of any container, and of one
  /// that is called an article.
  static let share = 90
  static let namedShare = 75
  /// Bytes of sentences from which on a page has an article to be found.
  static let leastText = 300
  /// Links outside the article from which on there is furniture around it.
  static let furnitureLinks = 6

  private let page: HTMLPage
  private var measures: [Measure]
  private let blocks: [Int]

  /// Of a node with all that is in it.
  private struct Measure {
    /// Bytes of text without white space; of those, in links; of those, in sentences outside links.
    var text = 0
    var linked = 0
    var good = 0
    var links = 0
    /// A heading or a title in it that the page calls its own.
    var hasTitle = false

    mutating func add(_ inner: Measure) {
      text += inner.text
      linked += inner.linked
      good += inner.good
      links += inner.links
      hasTitle = hasTitle || inner.hasTitle
    }
  }

  init(_ page: HTMLPage) {
    self.page = page
    measures = Array(repeating: Measure(), count: page.nodes.count)
    blocks = Self.blocks(of: page)
    measure()
  }

  // MARK: Choosing

  func choice() -> Choice {
    guard let body = page.nodes.firstIndex(where: { $0.element == .body }) else { return .all }
    var choice = Choice()
    choice.leftOut = Array(repeating: false, count: page.nodes.count)
    let total = measures[body].good
    var hasFurniture = false
    for index in page.nodes.indices where index != body && isFurniture(index, total: total) {
      choice.leftOut[index] = true
      hasFurniture = true
    }
    guard total >= Self.leastText else { return choice }
    let article = article(from: body, total: total, choice)
    let outside = measures[body].links - measures[article].links
    guard article != body, hasFurniture || outside >= Self.furnitureLinks else { return choice }
    for index in page.nodes.indices
    where !contains(article, index) && !contains(index, article) && isListOfLinks(index) {
      choice.leftOut[index] = true
    }
    choice.shown = page.items.indices.map { isShown($0, article: article) }
    return choice
  }

  /// The smallest container that holds nearly all sentences.
  private func article(from body: Int, total: Int, _ choice: Choice) -> Int {
    var left = 0
    for index in page.nodes.indices where choice.leftOut[index] { left += measures[index].good }
    let whole = max(1, total - left)
    var best = body
    for index in page.nodes.indices where index > body && isContainer(index) {
      let share = measures[index].good * 100 / whole
      guard share >= Self.namedShare, !choice.leftOut[index], contains(best, index) else {
        continue
      }
      let node = page.nodes[index]
      let isNamed = node.hint == .article || node.element == .article || node.element == .main
      if share >= Self.share || isNamed { best = index }
    }
    return best
  }

  private func isContainer(_ index: Int) -> Bool {
    switch page.nodes[index].element {
    case .body, .main, .article, .section, .div, .td, .block, .form: true
    default: false
    }
  }

  private func contains(_ outer: Int, _ inner: Int) -> Bool {
    page.nodes[outer].begin <= page.nodes[inner].begin
      && page.nodes[inner].end <= page.nodes[outer].end
  }

  private func isFurniture(_ index: Int, total: Int) -> Bool {
    let node = page.nodes[index]
    let measure = measures[index]
    switch node.element {
    case .nav, .footer, .aside: return measure.good * 4 <= total
    case .header: return measure.good * 4 <= total && !measure.hasTitle && !isInArticle(index)
    default:
      guard node.hint == .furniture, node.element != .html else { return false }
      return measure.good * 10 <= total && !measure.hasTitle
    }
  }

  private func isInArticle(_ index: Int) -> Bool {
    var parent = page.nodes[index].parent
    while parent >= 0 {
      let node = page.nodes[Int(parent)]
      if node.element == .article || node.element == .main { return true }
      parent = node.parent
    }
    return false
  }

  private func isListOfLinks(_ index: Int) -> Bool {
    let measure = measures[index]
    return page.nodes[index].element.isBlock && measure.links >= 3
      && measure.linked * 10 >= measure.text * 6
  }

  /// Text of the article, and in front of it what names it and tells of it.
  private func isShown(_ item: Int, article: Int) -> Bool {
    guard case .text = page.items[item] else { return true }
    let node = page.nodes[article]
    if item > node.begin, item < node.end { return true }
    guard item < node.begin else { return false }
    let block = blocks[item]
    guard block >= 0 else { return false }
    return isTitle(block) || HTMLWords.isLabelled(rowText(of: block))
  }

  private func isTitle(_ block: Int) -> Bool {
    var index = Int32(block)
    for _ in 0..<3 where index >= 0 {
      let node = page.nodes[Int(index)]
      if node.hint == .title { return true }
      if let depth = node.element.headingDepth, depth <= 3 { return true }
      index = node.parent
    }
    return isCalledTitle(ownText(of: block))
  }

  /// Whether the page's head calls its article so.
  private func isCalledTitle(_ text: String) -> Bool {
    let squeezed = text.filter { !$0.isWhitespace }
    guard squeezed.count >= 6 else { return false }
    return page.titles.contains { $0.filter { !$0.isWhitespace }.contains(squeezed) }
  }

  /// The text of a block; for a cell that of its row, of which the label may be another cell.
  private func rowText(of block: Int) -> String {
    let element = page.nodes[block].element
    let parent = Int(page.nodes[block].parent)
    if element == .td || element == .th, parent >= 0, page.nodes[parent].element == .tr {
      return ownText(of: parent)
    }
    return ownText(of: block)
  }

  private func ownText(of node: Int) -> String {
    String(decoding: ownBytes(of: node), as: UTF8.self)
  }

  /// At most some hundred bytes.
  private func ownBytes(of node: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for item in Int(page.nodes[node].begin)..<Int(page.nodes[node].end) {
      if case .text(let start, let end) = page.items[item] {
        bytes.append(contentsOf: page.text[Int(start)..<min(Int(end), Int(start) + 600)])
      }
      if bytes.count > 600 { break }
    }
    return bytes
  }

  // MARK: Measuring

  /// For each item the block that its text belongs to, −1 for none.
  private static func blocks(of page: HTMLPage) -> [Int] {
    var result = Array(repeating: -1, count: page.items.count)
    var open: [Int] = []
    for (place, item) in page.items.enumerated() {
      switch item {
      case .open(let index): if page.nodes[Int(index)].element.isBlock { open.append(Int(index)) }
      case .close(let index): if page.nodes[Int(index)].element.isBlock { _ = open.popLast() }
      case .text: result[place] = open.last ?? -1
      }
    }
    return result
  }

  private mutating func measure() {
    var marks = Array(repeating: false, count: page.nodes.count)
    let bytes = page.text
    let text = bytes.span
    var silent = 0
    var links = 0
    for (place, item) in page.items.enumerated() {
      switch item {
      case .open(let index):
        let node = page.nodes[Int(index)]
        if silent > 0 || node.element.isSilent || node.isHidden { silent += 1 }
        if node.isLink { links += 1 }
        if node.isLink, silent == 0 { measures[Int(index)].links = 1 }
      case .close(let index):
        if silent > 0 { silent -= 1 }
        if page.nodes[Int(index)].isLink { links -= 1 }
      case .text(let start, let end):
        guard silent == 0, blocks[place] >= 0 else { continue }
        var count = 0
        var index = Int(start)
        while index < Int(end) {
          if text[index] > 0x20 { count += 1 }
          if !marks[blocks[place]], HTMLWords.isSentenceMark(text, at: index) {
            marks[blocks[place]] = true
          }
          index += 1
        }
        measures[blocks[place]].text += count
        if links > 0 { measures[blocks[place]].linked += count }
      }
    }
    for index in page.nodes.indices where measures[index].text > 0 {
      let own = measures[index]
      let isSentence = marks[index] || own.text >= 90 || page.nodes[index].element == .td
      if isSentence, own.linked * 2 < own.text,
        own.text > 1_000 || own.text < 12
          || !HTMLWords.isFooter(ownBytes(of: index))
      {
        measures[index].good = own.text - own.linked
      }
    }
    for index in page.nodes.indices {
      let node = page.nodes[index]
      guard node.hint == .title || (node.element.headingDepth ?? 9) <= 2 else { continue }
      let isTitle = isCalledTitle(ownText(of: index))
      measures[index].hasTitle = isTitle
    }
    // Children stand behind their parents.
    for index in page.nodes.indices.reversed() {
      let parent = Int(page.nodes[index].parent)
      guard parent >= 0 else { continue }
      let inner = measures[index]
      measures[parent].add(inner)
    }
  }
}
