/// One figure of an evaluation: what is measured, its value, and the 95 % interval of a share.
package struct Figure: Sendable, Equatable {
  /// What it is about: `detection`, `strict`, a field, `confidence >= 0.9`, a verdict column.
  package var subject: String
  /// `precision`, `recall`, `f1`, `share`, `alpha`, `alpha_interval`, `likeness`.
  package var measure: String
  /// Nil where it is not defined (no cases, no variation).
  package var value: Double?
  package var interval: WilsonInterval?
  /// Right ones, and of how many; for alpha, units compared.
  package var count: Int?
  package var of: Int?

  package init(
    _ subject: String, _ measure: String, value: Double?, interval: WilsonInterval? = nil,
    count: Int? = nil, of: Int? = nil
  ) {
    self.subject = subject
    self.measure = measure
    self.value = value
    self.interval = interval
    self.count = count
    self.of = of
  }

  /// A share of independent cases.
  package init(_ subject: String, _ measure: String, _ count: Int, of total: Int) {
    self.init(
      subject, measure, value: total == 0 ? nil : Double(count) / Double(total),
      interval: WilsonInterval(successes: Double(count), trials: Double(total)), count: count,
      of: total)
  }
}

extension TargetScore {
  /// All figures of a comparison with hand-made records.
  package var figures: [Figure] {
    var figures = scored("detection", right: pairs.count)
    figures += scored("strict", right: strictlyRight)
    for field in ClaimMatch.fields {
      let (count, of) = right(field)
      guard of > 0 else { continue }
      figures.append(Figure(field, "share", count, of: of))
      guard field != "binding", field != "baseline" else { continue }
      figures.append(Figure(field, "precision", count, of: predicted))
      figures.append(Figure(field, "recall", count, of: gold))
    }
    if let meanLikeness { figures.append(Figure("indicator", "likeness", value: meanLikeness)) }
    guard verdicts.contains(where: { $0.found.confidence != nil }) else { return figures }
    let bounds = [0.9, 0.8, 0.6, 0]
    for (index, bound) in bounds.enumerated() {
      let end = index == 0 ? .infinity : bounds[index - 1]
      let (right, count) = verdicts(from: bound, to: end)
      let name =
        index == 0
        ? "confidence >= 0.9" : bound == 0 ? "confidence < 0.6" : "confidence \(bound)-\(end)"
      figures.append(Figure(name, "strictly_right", right, of: count))
      figures.append(Figure(name, "share_of_all", count, of: predicted))
    }
    return figures
  }

  private func scored(_ subject: String, right: Int) -> [Figure] {
    [
      Figure(subject, "precision", right, of: predicted),
      Figure(subject, "recall", right, of: gold),
      Figure(subject, "f1", value: f1(right), count: right),
    ]
  }
}
