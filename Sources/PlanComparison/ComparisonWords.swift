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
    directions = table.directions.sorted { $0.key < $1.key }.map {
      (ComparisonKey(name: $0.key).name, $0.value == .more ? .more : .less)
    }
  }

  package static let standard = ComparisonWords()

  /// A text in the wording of keys, without marks and blanks.
  func normalized(_ text: String) -> NameBytes {
    var name = NameBytes(ComparisonKey.folded(text))
    for (written, meant) in wordings { name.replace(written, with: meant) }
    for word in NameWordings.silent { name.replace(word, with: ComparisonKey.nothing) }
    for (written, meant) in NameWordings.table { name.replace(written, with: meant) }
    for (written, meant) in NameWordings.shares { name.replace(written, with: meant) }
    for mark in ComparisonKey.marks { name.replace(mark, with: ComparisonKey.nothing) }
    return name
  }

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
