import PlanDocument

/// The times of a passage, found by place.
struct TimeMentions {
  let list: [TimeMention]
  /// For each code point the number of its time plus one; 0 where there is none. Empty where no
  /// time is.
  private let owner: [Int32]

  init(_ list: [TimeMention], count: Int) {
    self.list = list
    guard !list.isEmpty else {
      owner = []
      return
    }
    var owner = [Int32](repeating: 0, count: count)
    for (number, time) in list.enumerated() {
      for place in time.range where place < count { owner[place] = Int32(number + 1) }
    }
    self.owner = owner
  }

  /// The time that a place belongs to.
  func containing(_ place: Int) -> TimeMention? {
    guard owner.indices.contains(place), owner[place] > 0 else { return nil }
    return list[Int(owner[place]) - 1]
  }

  func beginning(at place: Int) -> TimeMention? {
    containing(place).flatMap { $0.range.lowerBound == place ? $0 : nil }
  }

  func ending(at place: Int) -> TimeMention? {
    containing(place - 1).flatMap { $0.range.upperBound == place ? $0 : nil }
  }

  /// The last time that begins in a range, ends in it, and is wanted.
  func last(in range: Range<Int>, where isWanted: (TimeMention) -> Bool) -> TimeMention? {
    var index = list.partitionPoint { $0.range.upperBound <= range.upperBound } - 1
    while index >= 0, list[index].range.lowerBound >= range.lowerBound {
      if isWanted(list[index]) { return list[index] }
      index -= 1
    }
    return nil
  }
}
