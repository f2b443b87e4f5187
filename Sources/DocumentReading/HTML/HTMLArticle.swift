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
    /// Items of text that are shown of those in front of the article.
    fileprivate var shownInFront: [Bool] = []
    /// Items of the article; nil where all of the page is.
    fileprivate var article: Range<Int>?

    static let all = Choice()

    func isLeftOut(_ node: Int) -> Bool { !leftOut.isEmpty && leftOut[node] }
    func shows(_ item: Int) -> Bool {
      guard let article else { return true }
      return item < shownInFront.count ? shownInFront[item] : item < article.upperBound
    }
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

  /// Of a node with all that is in it.
  private struct Measure {
    /// Bytes of text without white space; of those, in links; of those, in sentences outside links.
    var text: Int32 = 0
    var linked: Int32 = 0
    var good: Int32 = 0
    var links: Int32 = 0
    /// A heading or a title in it that the page calls its own.
    var hasTitle = false

    mutating func add(_ inner: Measure) {
      text &+= inner.text
      linked &+= inner.linked
      good &+= inner.good
      links &+= inner.links
      hasTitle = hasTitle || inner.hasTitle
    }
  }

  init(_ page: HTMLPage) {
    self.page = page
    measures = Self.measures(of: page)
  }

  // MARK: Choosing

  func choice() -> Choice {
    guard let body = page.nodes.firstIndex(where: { $0.element == .body }) else { return .all }
    var choice = Choice()
    choice.leftOut = Array(repeating: false, count: page.nodes.count)
    let total = Int(measures[body].good)
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
    let node = page.nodes[article]
    choice.article = Int(node.begin)..<Int(node.end)
    choice.shownInFront = shown(before: Int(node.begin))
    return choice
  }

  /// The smallest container that holds nearly all sentences.
  private func article(from body: Int, total: Int, _ choice: Choice) -> Int {
    var left = 0
    for index in page.nodes.indices where choice.leftOut[index] {
      left += Int(measures[index].good)
    }
    let whole = max(1, total - left)
    var best = body
    for index in page.nodes.indices where index > body && isContainer(index) {
      let share = Int(measures[index].good) * 100 / whole
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
    let good = Int(measure.good)
    switch node.element {
    case .nav, .footer, .aside: return good * 4 <= total
    case .header: return good * 4 <= total && !measure.hasTitle && !isInArticle(index)
    default:
      guard node.hint == .furniture, node.element != .html else { return false }
      return good * 10 <= total && !measure.hasTitle
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
      && Int(measure.linked) * 10 >= Int(measure.text) * 6
  }

  /// Of the items in front of the article: text that names it or tells of it.
  private func shown(before article: Int) -> [Bool] {
    var open: [Int] = []
    return page.items[..<article].map { item in
      switch item {
      case .open(let index): if page.nodes[Int(index)].element.isBlock { open.append(Int(index)) }
      case .close(let index): if page.nodes[Int(index)].element.isBlock { _ = open.popLast() }
      case .text:
        guard let block = open.last else { return false }
        return isTitle(block) || HTMLWords.isLabelled(rowText(of: block))
      }
      return true
    }
  }

  private func isTitle(_ block: Int) -> Bool {
    var index = Int32(block)
    for _ in 0..<3 where index >= 0 {
      let node = page.nodes[Int(index)]
      if node.hint == .title { return true }
      if let depth = node.element.headingDepth, depth <= 3 { return true }
      index = node.parent
    }
    return Self.isCalledTitle(Self.ownText(of: block, page), page)
  }

  /// Whether the page's head calls its article so.
  private static func isCalledTitle(_ text: String, _ page: HTMLPage) -> Bool {
    let squeezed = text.filter { !$0.isWhitespace }
    guard squeezed.count >= 6 else { return false }
    return page.titles.contains { $0.filter { !$0.isWhitespace }.contains(squeezed) }
  }

  /// The text of a block; for a cell that of its row, of which the label may be another cell.
  private func rowText(of block: Int) -> String {
    let element = page.nodes[block].element
    let parent = Int(page.nodes[block].parent)
    if element == .td || element == .th, parent >= 0, page.nodes[parent].element == .tr {
      return Self.ownText(of: parent, page)
    }
    return Self.ownText(of: block, page)
  }

  private static func ownText(of node: Int, _ page: HTMLPage) -> String {
    String(decoding: ownBytes(of: node, page), as: UTF8.self)
  }

  /// At most some hundred bytes.
  private static func ownBytes(of node: Int, _ page: HTMLPage) -> [UInt8] {
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

  private static func measures(of page: HTMLPage) -> [Measure] {
    var measures = Array(repeating: Measure(), count: page.nodes.count)
    let text = page.text.span
    var silent = 0
    var links = 0
    /// Blocks that are open, and whether a sentence was met in them.
    var open: [(node: Int, hasMark: Bool)] = []
    for item in page.items {
      switch item {
      case .open(let index):
        let node = page.nodes[Int(index)]
        if silent > 0 || node.element.isSilent || node.isHidden { silent += 1 }
        if node.isLink { links += 1 }
        if node.isLink, silent == 0 { measures[Int(index)].links = 1 }
        if node.element.isBlock { open.append((Int(index), false)) }
      case .close(let index):
        if silent > 0 { silent -= 1 }
        if page.nodes[Int(index)].isLink { links -= 1 }
        guard page.nodes[Int(index)].element.isBlock, let block = open.popLast() else { continue }
        measures[block.node].good = good(measures[block.node], block.node, block.hasMark, page)
      case .text(let start, let end):
        guard silent == 0, let block = open.last else { continue }
        let bytes = text.extracting(Int(start)..<Int(end))
        if !block.hasMark, HTMLWords.hasSentenceMark(bytes) { open[open.count - 1].hasMark = true }
        let count = letters(bytes)
        measures[block.node].text += count
        if links > 0 { measures[block.node].linked += count }
      }
    }
    for index in page.nodes.indices {
      let node = page.nodes[index]
      guard node.hint == .title || (node.element.headingDepth ?? 9) <= 2 else { continue }
      measures[index].hasTitle = isCalledTitle(ownText(of: index, page), page)
    }
    // Children stand behind their parents.
    for index in page.nodes.indices.reversed() {
      let parent = Int(page.nodes[index].parent)
      guard parent >= 0 else { continue }
      let inner = measures[index]
      measures[parent].add(inner)
    }
    return measures
  }

  /// Bytes of a block's own text that are sentences outside links.
  private static func good(
    _ own: Measure, _ index: Int, _ hasMark: Bool, _ page: HTMLPage
  ) -> Int32 {
    guard own.text > 0, own.linked * 2 < own.text,
      hasMark || own.text >= 90 || page.nodes[index].element == .td,
      own.text > 1_000 || own.text < 12 || !isFooter(index, page)
    else { return 0 }
    return own.text - own.linked
  }

  private static func isFooter(_ index: Int, _ page: HTMLPage) -> Bool {
    // Most blocks hold one text.
    let node = page.nodes[index]
    if node.end - node.begin == 2, case .text(let start, let end) = page.items[Int(node.begin) + 1]
    {
      let end = min(Int(end), Int(start) + 600)
      return HTMLWords.isFooter(page.text.span.extracting(Int(start)..<end))
    }
    return HTMLWords.isFooter(ownBytes(of: index, page).span)
  }

  /// Bytes that are no white space.
  private static func letters(_ bytes: Span<UInt8>) -> Int32 {
    var count: Int32 = 0
    for index in bytes.indices { count &+= bytes[index] > 0x20 ? 1 : 0 }
    return count
  }
}
