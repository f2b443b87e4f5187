/// How far two coders agree, field by field, as Krippendorff's alpha.
package struct CoderAgreement: Sendable {
  package let figures: [Figure]

  /// Two codings of one sample.
  ///
  /// - Throws: where the files have no row in common, or a verdict cannot be read.
  package init(_ first: [CodedSample.Row], _ second: [CodedSample.Row]) throws(EvaluationError) {
    let others = Dictionary(
      second.map { (CodedSample.key($0.cells), $0) }, uniquingKeysWith: { first, _ in first })
    let pairs = first.compactMap { row in
      others[CodedSample.key(row.cells)].map { (row, $0) }
    }
    guard !pairs.isEmpty else { throw .nothingInCommon }
    var figures: [Figure] = []
    for column in CodedSample.recordVerdicts {
      var units: [[String?]] = []
      for (a, b) in pairs {
        units.append([
          try CodedSample.verdict(a, column).map { "\($0)" },
          try CodedSample.verdict(b, column).map { "\($0)" },
        ])
      }
      figures += Self.nominal(column, units)
    }
    for column in CodedSample.sentenceVerdicts {
      var units: [[Double?]] = []
      for (a, b) in pairs {
        units.append([try CodedSample.count(a, column), try CodedSample.count(b, column)])
      }
      figures += Self.nominal(column, units.map { $0.map { $0?.description } })
      figures += Self.interval(column, units)
    }
    guard !figures.isEmpty else { throw .nothingToEvaluate }
    self.figures = figures
  }

  /// Two coders' own annotations of one source, matched by place.
  ///
  /// `place` is whether a number is a claim at all, among those that one of the two took for one.
  package init(_ first: AnnotatedClaim.File, _ second: AnnotatedClaim.File)
    throws(EvaluationError)
  {
    var pairs: [(AnnotatedClaim?, AnnotatedClaim?)] = []
    var used = [Bool](repeating: false, count: second.claims.count)
    for claim in first.claims where second.isAnnotated(claim.at) {
      let match = second.claims.indices.first {
        !used[$0] && abs(second.claims[$0].at - claim.at) <= TargetScore.slack
      }
      if let match { used[match] = true }
      pairs.append((claim, match.map { second.claims[$0] }))
    }
    for (claim, isUsed) in zip(second.claims, used) where !isUsed && first.isAnnotated(claim.at) {
      pairs.append((nil, claim))
    }
    let both = pairs.compactMap { pair in pair.0.flatMap { a in pair.1.map { (a, $0) } } }
    guard !both.isEmpty else { throw .nothingInCommon }
    // With two coders and no place that both left out alpha cannot be told; the share can.
    var figures = [Figure("place", "share", both.count, of: pairs.count)]
    func nominal(_ field: String, _ value: (AnnotatedClaim) -> String?) {
      figures += Self.nominal(field, both.map { [value($0.0) ?? "", value($0.1) ?? ""] })
    }
    nominal("kind") { $0.kind }
    nominal("indicator") { ClaimMatch.letters($0.indicator) }
    nominal("change") { $0.change }
    nominal("op") { $0.op }
    nominal("value") { [$0.value, $0.valueMax].description }
    figures += Self.interval("value", both.map { [$0.0.value, $0.1.value] })
    nominal("unit") { $0.unit }
    nominal("year") { $0.year }
    nominal("per") { $0.per }
    nominal("binding") { $0.binding }
    self.figures = figures
  }

  private static func compared<Value>(_ units: [[Value?]]) -> Int {
    units.count { $0.allSatisfy { $0 != nil } }
  }

  private static func nominal(_ field: String, _ units: [[String?]]) -> [Figure] {
    let count = compared(units)
    guard count > 0 else { return [] }
    let same = units.count { $0.allSatisfy { $0 != nil } && $0[0] == $0[1] }
    return [
      Figure(field, "alpha", value: KrippendorffAlpha.nominal(units), of: count),
      Figure(field, "agreement", same, of: count),
    ]
  }

  private static func interval(_ field: String, _ units: [[Double?]]) -> [Figure] {
    let count = compared(units)
    guard count > 0 else { return [] }
    return [
      Figure(field, "alpha_interval", value: KrippendorffAlpha.interval(units), of: count)
    ]
  }
}
