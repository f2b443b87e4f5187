import PlanDocument

/// The time that a claim is for, as far as its plan tells it.
struct ClaimTime: Sendable, Equatable {
  /// Last year of it; nil where nothing tells it.
  let end: Int?
  /// Several years: a sum or an average over them.
  let isPeriod: Bool
  /// Years of a period; nil where it is none.
  let length: Int?
  /// Whether the claim's own sentence gives it.
  let isCertain: Bool

  init(_ record: TargetRecord) {
    // What a review's earlier sentence names is often the year that it compares with.
    let inherited = record.kind == "actual" && record.yearSource == "paragraph"
    let text = record.year ?? (inherited ? nil : record.yearInherited) ?? record.yearGuess
    let years = (text ?? "").split(separator: "-").compactMap { Int($0) }
    end = years.last
    isPeriod = years.count > 1
    length = years.count == 2 && years[1] >= years[0] ? years[1] - years[0] + 1 : nil
    isCertain = record.year != nil
  }

  /// Whether both may be for one time: the same last year, or one of them without any.
  func mayBe(_ other: ClaimTime) -> Bool {
    guard let end, let theirs = other.end else { return true }
    return end == theirs
  }
}
