/// Every occurrence of every token, those of one token together: a counting sort.
struct TokenOccurrences {
  /// For each occurrence the rank of the token behind it, above 32 bits its place in the sequence.
  private var records: [UInt64]
  /// By rank where its records begin; one more at the end.
  private var starts: [Int]

  /// - Parameters:
  ///   - sequence: numbers of tokens; 0 for none.
  ///   - counts: by number how often it stands in the sequence.
  init(_ sequence: [UInt32], counts: [UInt32], ranks: TokenRanks) {
    starts = [0, 0]
    starts.reserveCapacity(counts.count + 1)
    var ends = [Int](repeating: 0, count: counts.count)
    var sum = 0
    for number in ranks.numbers.dropFirst() {
      ends[number] = sum
      sum += Int(counts[number])
      starts.append(sum)
    }
    records = [UInt64](repeating: 0, count: sum)
    for place in 0..<max(0, sequence.count - 1) {
      let number = Int(sequence[place])
      guard number != 0 else { continue }
      let end = ends[number]
      ends[number] = end + 1
      records[end] = UInt64(place) << 32 | UInt64(ranks.ranks[Int(sequence[place + 1])])
    }
  }

  /// The records of a token, by place.
  func next(to rank: Int) -> ArraySlice<UInt64> { records[starts[rank]..<starts[rank + 1]] }
}
