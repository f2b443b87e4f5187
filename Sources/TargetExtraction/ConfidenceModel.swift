import PlanDocument

/// How sure a record is: the share of records with the same doubts that were strictly right.
///
/// A logistic model with one weight for each doubt, the same for all rules: the log odds of being
/// right are `base` less the weights. docs/targets.md tells how the weights were found and what
/// the figures are.
enum ConfidenceModel {
  /// Log odds of a record without any doubt.
  static let base = 3.5

  /// What a doubt takes from the log odds.
  static func weight(_ doubt: Doubt) -> Double {
    switch doubt {
    default: 1
    }
  }

  /// Promises in words: their value is what the words mean, not what the text says.
  static let pledge = 0.7

  /// - Returns: above 0, below 1, three decimals.
  static func confidence(_ doubts: [Doubt]) -> Double {
    let logOdds = doubts.reduce(base) { $0 - weight($1) }
    return (1_000 / (1 + exponential(-logOdds))).rounded() / 1_000
  }

  /// e^x by its series on a reduced argument: the module needs no library for one function.
  private static func exponential(_ x: Double) -> Double {
    let reduced = x / 64
    var term = 1.0
    var sum = 1.0
    for n in 1...12 {
      term *= reduced / Double(n)
      sum += term
    }
    for _ in 0..<6 { sum *= sum }
    return sum
  }
}
