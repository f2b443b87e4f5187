/// The words of several segments as one sorted list.
struct MergedWords {
  private(set) var words: [String] = []
  /// For each segment and word its number in the new list; nil for one that no document has.
  private(set) var numbers: [[UInt32?]] = []

  /// - Parameter remaining: whether each word of a segment is still in some document.
  init(
    _ segments: [Segment], remaining: (Int) throws(IndexError) -> [Bool]
  ) throws(IndexError) {
    var all: [(text: String, segment: Int, number: Int)] = []
    for (index, segment) in segments.enumerated() {
      let remains = try remaining(index)
      numbers.append(Array(repeating: nil, count: segment.wordCount))
      var previous = ""
      for number in 0..<segment.wordCount {
        let word = try segment.word(number)
        guard previous.utf8.lexicographicallyPrecedes(word.utf8) else {
          throw segment.damaged(.words, number, "word \(number) is out of order")
        }
        previous = word
        if remains[number] { all.append((word, index, number)) }
      }
    }
    // As UTF-8, which sorts as code points do; String's own order is that of characters.
    all.sort { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
    for word in all {
      if words.last.map({ !$0.utf8.elementsEqual(word.text.utf8) }) ?? true {
        words.append(word.text)
      }
      numbers[word.segment][word.number] = UInt32(words.count - 1)
    }
  }
}
