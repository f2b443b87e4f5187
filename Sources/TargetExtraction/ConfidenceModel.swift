import PlanDocument

/// How sure a record is: the share of records with the same doubts that were strictly right.
///
/// A logistic model with one weight for each doubt, the same for all rules: the log odds of being
/// right are `base` less the weights. docs/targets.md tells how the weights were found and what
/// the figures are.
enum ConfidenceModel {
  /// Log odds of a record without any doubt.
  static let base = 3.2

  /// What a doubt takes from the log odds.
  static func weight(_ doubt: Doubt) -> Double {
    switch doubt {
    case .borrowedSubject: 1.9
    case .nameBehind: 0.2
    case .longName: 0.3
    case .bareName: 0.4
    case .verbInName: 0.7
    case .joinedName: 0.2
    case .oddName: 1.7
    case .partedName: 0.5
    case .inheritedTime: 0.5
    case .severalTimes: 1.2
    case .unknownUnit: 1
    case .chineseNumeral: 2
    case .ratio: 1.5
    case .respective: 1.3
    case .changeNear: 0.8
    case .tornNumber: 2.5
    case .bareNumber: 0.5
    case .unusualCell: 1
    case .unusualValue: 3
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
