import TargetEvaluation
import Testing

@Suite("Intervals of shares")
struct WilsonTests {
  /// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
  /// Medicine 17 (1998), table I, method 3.
  @Test(
    "are Wilson's as published",
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718),
    ])
  func published(successes: Int, trials: Int, low: Double, high: Double) throws {
    let interval = try #require(
      WilsonInterval(successes: Double(successes), trials: Double(trials)))
    #expect(abs(interval.low - low) < 0.00005, "\(interval)")
    #expect(abs(interval.high - high) < 0.00005, "\(interval)")
  }

  @Test("stay within 0 and 1, and do not exist without cases")
  func edges() throws {
    let all = try #require(WilsonInterval(successes: 10, trials: 10))
    #expect(all.high <= 1 && abs(all.low - 0.7225) < 0.00005)
    #expect(WilsonInterval(successes: 0, trials: 0) == nil)
    #expect(WilsonInterval(successes: 3, trials: 2) == nil)
  }

  @Test("of clusters are those of single cases where each cluster has one")
  func singleCases() {
    let clusters = (0..<50).map { (right: $0 < 40 ? 1.0 : 0, count: 1.0) }
    let share = ClusteredShare(clusters)
    // By hand: s² = 40·0.2² + 10·0.8² = 8; variance 8·50/49/2500; 0.16 / variance = 49.
    #expect(abs(share.effectiveCount - 49) < 1e-9)
  }

  @Test("of clusters are wider where claims are right and wrong together")
  func clusters() {
    // Ten sentences of five claims, eight all right and two all wrong: ten cases, not fifty.
    let share = ClusteredShare((0..<10).map { (right: $0 < 8 ? 5.0 : 0, count: 5.0) })
    #expect(abs(share.effectiveCount - 9) < 1e-9)
    #expect(share.right == 40 && share.count == 50)
  }

  @Test("of clusters without a wrong one count all claims")
  func allRight() {
    #expect(ClusteredShare([(right: 3, count: 3), (right: 2, count: 2)]).effectiveCount == 5)
  }
}
