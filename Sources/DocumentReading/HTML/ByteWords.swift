/// Words looked for in bytes of UTF-8, all in one pass.
struct ByteWords {
  /// By their first byte.
  private let words: [[[UInt8]]]

  init(_ list: [String]) {
    var words: [[[UInt8]]] = Array(repeating: [], count: 256)
    for word in list {
      let bytes = Array(word.utf8)
      if let first = bytes.first { words[Int(first)].append(bytes) }
    }
    self.words = words
  }

  /// Whether one of them stands in the bytes.
  func stands(in bytes: [UInt8]) -> Bool { stands(in: bytes.span) }

  func stands(in span: Span<UInt8>) -> Bool {
    for place in span.indices {
      for word in words[Int(span[place])] where place + word.count <= span.count {
        var length = 1
        while length < word.count, span[place + length] == word[length] { length += 1 }
        if length == word.count { return true }
      }
    }
    return false
  }
}
