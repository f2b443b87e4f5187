import Foundation

/// The interval of a share that a count of successes leaves open.
///
/// - SeeAlso: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
///   Inference", Journal of the American Statistical Association 22 (1927). It stays inside 0 ... 1 and holds
///   what it promises for small counts and shares near 1, where the normal interval does not
///   (Brown, Cai, DasGupta, "Interval Estimation for a Binomial Proportion", 2001).
package struct WilsonInterval: Sendable, Equatable {
  package let low: Double
  package let high: Double

  /// The 97.5 % point of the normal distribution: 95 % lie within it on both sides.
  package static let z95 = 1.959963984540054

  /// - Parameters:
  ///   - successes: 0 ... trials; need not be whole (effective sizes are not).
  ///   - trials: nil comes back where there are none.
  ///   - z: how many standard errors; 95 % by default.
  package init?(successes: Double, trials: Double, z: Double = z95) {
    guard trials > 0, successes >= 0, successes <= trials else { return nil }
    let share = successes / trials
    let square = z * z
    let centre = (share + square / (2 * trials)) / (1 + square / trials)
    let half =
      z / (1 + square / trials)
      * (share * (1 - share) / trials + square / (4 * trials * trials)).squareRoot()
    low = max(0, centre - half)
    high = min(1, centre + half)
  }
}
