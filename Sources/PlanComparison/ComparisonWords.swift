import PlanDocument

/// The words that names are led to keys by: a word table made ready for bytes.
package struct ComparisonWords: Sendable {
  /// In the order in which they are replaced.
  let wordings: [(written: NameBytes, meant: NameBytes)]
  /// A user's own words of direction, as they stand in keys.
  let directions: [(word: String, better: IndicatorDirection)]

  /// - Parameter own: what a user's table adds to the built-in one.
  package init(_ own: IndicatorWordTable = IndicatorWordTable()) {
    let table = IndicatorWordTable.standard.extended(by: own)
    wordings =
      table.wordings.map {
        (NameBytes(ComparisonKey.folded($0.written)), NameBytes(ComparisonKey.folded($0.meant)))
      }
    steps =
      wordings.map { Step($0.written, $0.meant) }
      + NameWordings.silent.map { Step($0, ComparisonKey.nothing) }
      + (NameWordings.table + NameWordings.shares).map { Step($0.written, $0.meant) }
      + ComparisonKey.marks.map { Step($0, ComparisonKey.nothing) }
    directions = table.directions.sorted { $0.key < $1.key }.map {
      (ComparisonKey(name: $0.key).name, $0.value == .more ? .more : .less)
    }
  }

  package static let standard = ComparisonWords()

  /// A text in the wording of keys, without marks and blanks.
  func normalized(_ text: String) -> NameBytes {
    var name = NameBytes(ComparisonKey.folded(text))
    var letters = name.letters
    for step in steps where step.letters & ~letters == 0 {
      if name.replace(step.written, with: step.meant) { letters = name.letters }
    }
    return name
  }

  /// One replacement, with the letters that a name needs for it: most names lack one, which is seen
  /// without a search.
  private struct Step: Sendable {
    let written: NameBytes
    let meant: NameBytes
    let letters: UInt64

    init(_ written: NameBytes, _ meant: NameBytes) {
      self.written = written
      self.meant = meant
      letters = written.letters
    }
  }

  private let steps: [Step]

  /// A name as it is written, but for blanks and widths.
  func written(_ name: String) -> NameBytes { NameBytes(ComparisonKey.folded(name)) }

  /// Which wordings changed a name, as `written → meant`.
  func wordings(in text: String) -> [String] {
    var name = NameBytes(ComparisonKey.folded(text))
    var used: [String] = []
    for (written, meant) in wordings + NameWordings.table where name.holds(written) {
      name.replace(written, with: meant)
      used.append("\(written.text) → \(meant.text)")
    }
    return used
  }

  /// Which direction a user's table says is better of a name; the longest word holds.
  func direction(of name: String) -> IndicatorDirection? {
    directions.filter { name.holds($0.word) }.max { $0.word.count < $1.word.count }?.better
  }
}
