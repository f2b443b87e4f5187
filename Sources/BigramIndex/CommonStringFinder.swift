/// Finds the strings of a segment that are in as many documents as `CommonString.threshold` asks.
///
/// A string can only be where pairs stand that are in as many documents, so that no more than those
/// places are looked at; strings of four are sought where two of three stand so.
struct CommonStringFinder {
  private let sequence: [UInt32]
  private let documentStarts: [UInt32]
  private let codes: [UInt32]
  private let threshold: Int

  /// A place where a string stands, and its number.
  private struct Occurrence {
    let place: UInt32
    let string: UInt32
  }

  /// - Parameters:
  ///   - sequence: ranks of tokens; 0 for none.
  ///   - documentStarts: where each document begins in it, and its end.
  ///   - codes: by rank the token's code.
  init(_ sequence: [UInt32], documentStarts: [UInt32], codes: [UInt32], threshold: Int) {
    self.sequence = sequence
    self.documentStarts = documentStarts
    self.codes = codes
    self.threshold = threshold
  }

  /// - Parameter marks: one bit for each place where a pair of two Han characters begins that is in
  ///   as many documents.
  /// - Returns: strings, ascending.
  func strings(at marks: PlaceMarks) -> [(string: CommonString, list: OccurrenceList)] {
    let triples = group { take in
      marks.forEachPair { place in
        let pair = UInt64(code(at: place)) << 42 | UInt64(code(at: place + 1)) << 21
        take(place, pair | UInt64(code(at: place + 2)))
      }
    }
    let quadruples = group { take in
      var previous: Occurrence?
      for occurrence in triples {
        if let one = previous, one.place + 1 == occurrence.place {
          take(Int(one.place), UInt64(one.string) << 21 | UInt64(code(at: Int(one.place) + 3)))
        }
        previous = occurrence
      }
    }
    return (lists(of: triples, length: 3) + lists(of: quadruples, length: 4))
      .sorted { $0.string < $1.string }
  }

  /// The code of a token that is a Han character.
  @inline(__always)
  private func code(at place: Int) -> UInt32 { codes[Int(sequence[place])] }

  /// Numbers the strings that `candidates` gives with their places, in order, and keeps those in
  /// enough documents.
  private func group(
    _ candidates: (_ take: (_ place: Int, _ key: UInt64) -> Void) -> Void
  ) -> [Occurrence] {
    // How often each key can stand at most: most are sieved out by it.
    var sieve = StringSieve()
    candidates { _, key in sieve.note(key) }
    var table = StringCounts()
    var all: [Occurrence] = []
    var document = 0
    candidates { place, key in
      guard sieve.limit(of: key) >= threshold else { return }
      if place >= Int(documentStarts[document + 1]) {
        document =
          SortedOrdinals.gallop(documentStarts, from: document + 1, to: UInt32(place) + 1) - 1
      }
      let number = table.note(key, in: UInt32(document))
      all.append(Occurrence(place: UInt32(place), string: number))
    }
    let counts = table.documents
    return all.filter { Int(counts[Int($0.string)]) >= threshold }
  }

  private func lists(
    of occurrences: [Occurrence], length: Int
  ) -> [(string: CommonString, list: OccurrenceList)] {
    var numbers: [UInt32: Int] = [:]
    var result: [(string: CommonString, list: OccurrenceList)] = []
    var document = 0
    for occurrence in occurrences {
      let place = Int(occurrence.place)
      if place >= Int(documentStarts[document + 1]) {
        document =
          SortedOrdinals.gallop(documentStarts, from: document + 1, to: occurrence.place + 1) - 1
      }
      let number: Int
      if let known = numbers[occurrence.string] {
        number = known
      } else {
        number = result.count
        numbers[occurrence.string] = number
        let codes = (place..<place + length).map { code(at: $0) }
        result.append((CommonString(codes), OccurrenceList()))
      }
      result[number].list.append(UInt32(document))
    }
    return result
  }
}

/// How often keys stand at most: keys that share a number count together.
private struct StringSieve {
  private var counts = [UInt16](repeating: 0, count: 1 << 20)

  @inline(__always)
  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 44)
  }

  @inline(__always)
  mutating func note(_ key: UInt64) {
    let slot = Self.slot(of: key)
    counts[slot] &+= counts[slot] < 1 << 15 ? 1 : 0
  }

  @inline(__always)
  func limit(of key: UInt64) -> Int { Int(counts[Self.slot(of: key)]) }
}

/// In how many documents each of many keys is: a hash table with open addressing, half full at most.
private struct StringCounts {
  /// By number of the key.
  private(set) var documents: [UInt32] = []
  private var keys: [UInt64] = []
  private var lasts: [UInt32] = []
  /// Numbers plus 1; 0 for an empty slot.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  /// Notes a key in a document; documents come in order.
  ///
  /// - Returns: the key's number.
  mutating func note(_ key: UInt64, in document: UInt32) -> UInt32 {
    let mask = slots.count - 1
    var slot = Self.slot(of: key, mask)
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if keys[number] == key {
        if lasts[number] != document {
          lasts[number] = document
          documents[number] += 1
        }
        return UInt32(number)
      }
      slot = (slot + 1) & mask
    }
    keys.append(key)
    lasts.append(document)
    documents.append(1)
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return UInt32(keys.count - 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, key) in keys.enumerated() {
      var slot = Self.slot(of: key, mask)
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  @inline(__always)
  private static func slot(of key: UInt64, _ mask: Int) -> Int {
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
  }
}

/// Places of a sequence, as bits.
struct PlaceMarks {
  private var words: [UInt64]

  init(count: Int) { words = [UInt64](repeating: 0, count: count / 64 + 2) }

  @inline(__always)
  mutating func insert(_ place: Int) { words[place >> 6] |= 1 &<< UInt64(place & 63) }

  /// Calls `body` with each place that is marked like the one behind it, in order.
  func forEachPair(_ body: (Int) -> Void) {
    for index in 0..<words.count - 1 {
      var both = words[index] & (words[index] >> 1 | words[index + 1] << 63)
      while both != 0 {
        body(index << 6 + both.trailingZeroBitCount)
        both &= both &- 1
      }
    }
  }
}
