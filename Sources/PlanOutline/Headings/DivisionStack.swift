import PlanDocument

/// The units that are open at a place of the text, outermost first.
struct DivisionStack {
  struct Entry {
    /// Nil for a unit outside the numbering: a box, a glossary, an annex.
    var style: NumberingStyle?
    var kind: OutlineHeading.Kind
    var number: Int
    /// Index in the outline.
    var division: Int
    /// Whether text follows its heading on the same line.
    var isRunIn = false
    /// Whether it has no elder sibling.
    var isFirst = true
    /// Whether that is so of all elder siblings, of which there is one at least, and each of
    /// them has no paragraph more.
    var eldersAreSingle = false
    var paragraphs = 0
  }

  /// Where a numbered heading belongs.
  struct Place: Equatable {
    /// How many entries stay open above it.
    var depth: Int
    /// The number of its elder sibling; nil for a first child.
    var before: Int?
    /// The elder sibling in the outline.
    var elder: Int?
  }

  let order: StyleOrder
  /// Styles whose numbers do not begin again in each unit.
  let countsOn: Set<NumberingStyle>
  private(set) var entries: [Entry] = []
  /// The last number of each style outside boxes, until a unit above begins; of styles that count
  /// on over those units, for good.
  private var latest: [NumberingStyle: Int] = [:]

  init(order: StyleOrder, countsOn: Set<NumberingStyle>) {
    self.order = order
    self.countsOn = countsOn
  }

  var top: Entry? { entries.last }
  var boxIndex: Int? { entries.lastIndex { $0.kind == .box } }
  var isInGlossary: Bool { entries.contains { $0.kind == .glossary } }

  /// Counts a paragraph of the innermost unit.
  mutating func countParagraph() {
    if !entries.isEmpty { entries[entries.count - 1].paragraphs += 1 }
  }

  /// Whether the elder sibling at a place and all before it are run-in headings with one
  /// paragraph each.
  func hasSingleElders(_ place: Place) -> Bool {
    guard place.elder != nil, place.depth == entries.count - 1 else { return false }
    let elder = entries[place.depth]
    return elder.isRunIn && elder.paragraphs == 1 && (elder.isFirst || elder.eldersAreSingle)
  }

  /// Whether one paragraph more would not belong to the innermost unit but to the one around it:
  /// the last of several numbered paragraphs has ended.
  var isListDone: Bool {
    guard let entry = entries.last, let style = entry.style, style >= .number else { return false }
    return entry.isRunIn && entry.eldersAreSingle && entry.paragraphs == 1
  }

  mutating func push(_ entry: Entry) {
    if let style = entry.style, boxIndex == nil {
      latest = latest.filter { !order.isAbove(style, $0.key) || countsOn.contains($0.key) }
      latest[style] = entry.number
    }
    entries.append(entry)
  }

  /// Closes all but the outermost; returns what was closed.
  mutating func close(to depth: Int) -> [Entry] {
    let closed = Array(entries[min(depth, entries.count)...])
    entries.removeLast(closed.count)
    return closed
  }

  /// Where a heading of a style would stand, or nil where its number does not fit.
  ///
  /// - Parameters:
  ///   - isCertain: the label alone makes it a heading, whatever its number.
  ///   - mayJump: a number or two may be missing in front of it.
  func place(
    _ style: NumberingStyle, number: Int, isCertain: Bool, mayJump: Bool = false
  ) -> Place? {
    let floor = boxIndex.map { $0 + 1 } ?? 0
    if let same = entries[floor...].lastIndex(where: { $0.style == style }) {
      let before = entries[same].number
      let follows = number == before + 1 || (mayJump && (before + 2...before + 3).contains(number))
      guard isCertain || follows || number == 1 else { return nil }
      return Place(depth: same, before: before, elder: entries[same].division)
    }
    if floor > 0 {
      if let outside = entries[..<floor].lastIndex(where: { $0.style == style }) {
        let before = entries[outside].number
        if isCertain || number == before + 1 {
          return Place(depth: outside, before: before, elder: entries[outside].division)
        }
        guard number == 1 else { return nil }
        return Place(depth: depth(of: style, from: floor), before: nil, elder: nil)
      }
      let isWider = entries[..<floor].contains { order.isAbove(style, $0.style ?? .part) }
      if isWider || style.isNamed {
        guard isCertain || number == 1 else { return nil }
        return Place(depth: depth(of: style, from: 0), before: nil, elder: nil)
      }
    }
    let goesOn = number > 1 && number == (latest[style] ?? 0) + 1
    guard isCertain || number == 1 || goesOn else { return nil }
    // What counts on from in front of a box ends the box.
    return Place(depth: depth(of: style, from: goesOn ? 0 : floor), before: nil, elder: nil)
  }

  /// Entries that a heading of this style stands below.
  private func depth(of style: NumberingStyle, from floor: Int) -> Int {
    var depth = floor
    while depth < entries.count,
      entries[depth].style.map({ order.isAbove($0, style) }) ?? (entries[depth].kind != .box)
    {
      depth += 1
    }
    return depth
  }
}
