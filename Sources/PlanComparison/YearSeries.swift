import PlanDocument

/// Claims that give one indicator year by year: 2021年6000个，2022年9000个….
struct YearSeries {
  private let members: Set<Int>
  /// What the years of a series add up to, in the base unit.
  private let sums: [Int: Double]
  private let counts: [Int: Int]

  init(_ claims: [Claim]) {
    struct Row: Hashable {
      let identity: Claim.Identity
      let passage: Int
    }
    var rows: [Row: [Int]] = [:]
    for (number, claim) in claims.enumerated()
    where claim.record.year != nil && !claim.time.isPeriod && claim.isAdditive
      && claim.record.kind == "target"
    {
      let row = Row(identity: claim.identity, passage: claim.record.passage)
      rows[row, default: []].append(number)
    }
    var members: Set<Int> = []
    var sums: [Int: Double] = [:]
    var counts: [Int: Int] = [:]
    for numbers in rows.values {
      let years = Set(numbers.compactMap { claims[$0].time.end })
      guard numbers.count >= 3, years.count == numbers.count else { continue }
      members.formUnion(numbers)
      let sum = numbers.reduce(0) { $0 + (claims[$1].quantity?.value ?? 0) }
      for number in numbers {
        sums[number] = sum
        counts[number] = numbers.count
      }
    }
    self.members = members
    self.sums = sums
    self.counts = counts
  }

  func isMember(_ number: Int) -> Bool { members.contains(number) }
  /// How many years there are.
  func count(_ number: Int) -> Int { counts[number] ?? 0 }
  func sum(_ number: Int) -> Double? { sums[number] }
}
