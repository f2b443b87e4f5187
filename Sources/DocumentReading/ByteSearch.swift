extension [UInt8] {
  /// Where a word begins first; nil where it does not stand in the bytes before `limit`.
  ///
  /// The standard library's `firstRange` is generic and takes a hundred times as long.
  func place(of word: String, before limit: Int = .max) -> Int? {
    let wanted = Array(word.utf8)
    guard let first = wanted.first else { return nil }
    let end = Swift.min(limit, count)
    var start = 0
    while start + wanted.count <= end {
      if self[start] == first {
        var length = 1
        while length < wanted.count, self[start + length] == wanted[length] { length += 1 }
        if length == wanted.count { return start }
      }
      start += 1
    }
    return nil
  }
}
