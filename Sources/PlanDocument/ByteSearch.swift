extension Span<UInt8> {
  /// Where a word begins first, at `start` or behind it; nil where it does not stand in the bytes
  /// before `limit`, and for an empty word.
  ///
  /// The standard library's `firstRange` is generic and takes a hundred times as long.
  func place(of word: Span<UInt8>, from start: Int, before limit: Int) -> Int? {
    guard word.count > 0 else { return nil }
    let end = Swift.min(limit, count)
    var place = start
    while place + word.count <= end {
      var length = 0
      while length < word.count, self[place + length] == word[length] { length += 1 }
      if length == word.count { return place }
      place += 1
    }
    return nil
  }
}

extension [UInt8] {
  /// Where a word begins first, at `start` or behind it; nil where it does not stand in the bytes
  /// before `limit`, and for an empty word.
  package func place(of word: [UInt8], from start: Int = 0, before limit: Int = .max) -> Int? {
    span.place(of: word.span, from: start, before: limit)
  }

  /// The same for a word as UTF-8.
  package func place(of word: String, before limit: Int = .max) -> Int? {
    span.place(of: word.utf8.span, from: 0, before: limit)
  }
}
