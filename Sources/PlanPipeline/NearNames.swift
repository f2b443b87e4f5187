/// Names that were perhaps meant.
package enum NearNames {
  /// At most three of the names that contain the given one, are contained in it, or are few edits
  /// away, nearest first.
  package static func of(_ name: String, among names: [String]) -> [String] {
    let wanted = Array(name.lowercased())
    guard !wanted.isEmpty else { return [] }
    let limit = max(1, wanted.count / 3)
    let scored = names.compactMap { candidate -> (distance: Int, name: String)? in
      let letters = Array(candidate.lowercased())
      if contains(letters, wanted)
        || (letters.count * 2 >= wanted.count && contains(wanted, letters))
      {
        return (0, candidate)
      }
      guard abs(letters.count - wanted.count) <= limit else { return nil }
      let distance = edits(wanted, letters)
      return distance <= limit ? (distance, candidate) : nil
    }
    return scored.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  private static func contains(_ text: [Character], _ part: [Character]) -> Bool {
    guard !part.isEmpty, part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// Insertions, deletions and substitutions between two texts (Levenshtein's distance).
  private static func edits(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (line, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, right) in b.enumerated() {
        let cost = left == right ? diagonal : diagonal + 1
        diagonal = row[column + 1]
        row[column + 1] = min(cost, diagonal + 1, row[column] + 1)
      }
    }
    return row[b.count]
  }
}
