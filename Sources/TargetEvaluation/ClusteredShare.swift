/// A share counted in clusters: right claims of all claims, sentence by sentence.
///
/// Claims of one sentence are right or wrong together, so that their number overstates what is
/// known. The variance of the ratio is taken over sentences (linearised), the number of
/// independent cases that would have that variance is the effective size, and the interval is
/// Wilson's for that size, never for more than the claims counted.
///
/// - SeeAlso: L. Kish, "Survey Sampling", 1965, chapter 6 (variance of a ratio), and N. Dean and
///   M. Pagano, "Evaluating Confidence Interval Methods for Binomial Proportions in Clustered
///   Surveys", 2015 (Wilson's interval with an effective size).
package struct ClusteredShare: Sendable {
  package let right: Double
  package let count: Double
  /// Independent cases that would leave the share as uncertain.
  package let effectiveCount: Double

  /// - Parameter clusters: right ones and all of each cluster.
  package init(_ clusters: [(right: Double, count: Double)]) {
    let right = clusters.reduce(0) { $0 + $1.right }
    let count = clusters.reduce(0) { $0 + $1.count }
    self.right = right
    self.count = count
    let share = count > 0 ? right / count : 0
    let n = Double(clusters.count)
    let squares = clusters.reduce(0) {
      let rest = $1.right - share * $1.count
      return $0 + rest * rest
    }
    let variance = n > 1 && count > 0 ? squares * n / (n - 1) / (count * count) : 0
    effectiveCount = variance > 0 ? min(count, share * (1 - share) / variance) : count
  }

  package func figure(_ subject: String, _ measure: String) -> Figure {
    Figure(
      subject, measure, value: count > 0 ? right / count : nil,
      interval: count > 0
        ? WilsonInterval(successes: right / count * effectiveCount, trials: effectiveCount) : nil,
      count: Int(right), of: Int(count))
  }
}
