/// Counts the paragraphs of automatic numberings and gives the text in front of them.
struct WordCounter {
  let numbering: WordNumbering
  let styles: WordStyles

  /// What a paragraph's numbering shows.
  enum Label: Equatable {
    /// With the white space behind it.
    case number(String)
    case bullet
  }

  /// The last number of each level, nil above its first; by definition, for instances of one
  /// definition count on.
  private var counts: [Int: [Int?]] = [:]
  /// Starts of instances that have been used: each begins anew once.
  private var begun: Set<[Int]> = []

  init(numbering: WordNumbering, styles: WordStyles) {
    self.numbering = numbering
    self.styles = styles
  }

  /// Counts a paragraph.
  ///
  /// - Parameters:
  ///   - instance: the paragraph's `numId`.
  ///   - level: from 0; outside 0 … 8 the paragraph has no number.
  mutating func label(instance id: Int, level: Int) -> Label? {
    guard (0..<WordNumbering.levelCount).contains(level), let instance = numbering.instances[id]
    else { return nil }
    let definition = numbering.definition(of: instance, styles: styles)
    let levels = numbering.definitions[definition]?.levels ?? [:]
    func shape(_ level: Int) -> WordNumbering.Level {
      instance.levels[level] ?? levels[level] ?? WordNumbering.Level()
    }
    guard instance.levels[level] != nil || levels[level] != nil else { return nil }
    var count =
      counts[definition] ?? Array(repeating: nil, count: WordNumbering.levelCount)
    if let start = instance.starts[level], begun.insert([id, level]).inserted {
      count[level] = start
    } else {
      count[level] = count[level].map { $0 + 1 } ?? instance.starts[level] ?? shape(level).start
    }
    // Levels above that have not come count as if their first had.
    for above in 0..<level where count[above] == nil { count[above] = shape(above).start }
    for below in level + 1..<WordNumbering.levelCount {
      switch shape(below).restart {
      case 0: break
      case let at? where level + 1 > at: break
      default: count[below] = nil
      }
    }
    counts[definition] = count
    let own = shape(level)
    if own.format == "bullet" { return .bullet }
    let text = Self.text(own, count: count, shape: shape)
    guard !text.isEmpty else { return nil }
    return .number(text + (own.hasBlank && Self.wantsBlank(text) ? " " : ""))
  }

  private static func text(
    _ level: WordNumbering.Level, count: [Int?], shape: (Int) -> WordNumbering.Level
  ) -> String {
    var text = ""
    var rest = level.text[...]
    while let character = rest.popFirst() {
      guard character == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit)
      else {
        text.append(character)
        continue
      }
      rest.removeFirst()
      let other = shape(digit - 1)
      let number = count[digit - 1] ?? other.start
      text += WordNumberFormat.text(number, level.isLegal ? "decimal" : other.format)
    }
    return text
  }

  /// 一、 and （一） stand close to what follows.
  private static func wantsBlank(_ text: String) -> Bool {
    guard let last = text.last else { return false }
    return !"、）。．：，".contains(last) && !last.isWhitespace
  }
}
