import TargetEvaluation
import Testing

/// Four observers, twelve units, with values missing: the example of Krippendorff, "Computing
/// Krippendorff's Alpha-Reliability", 2011, part E.
@Suite("Krippendorff's alpha")
struct KrippendorffTests {
  private static let observers: [[Int?]] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
    [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
  ]
  private static var units: [[Int?]] {
    (0..<12).map { unit in observers.map { $0[unit] } }
  }

  @Test("is 0.743 for the published example taken as names")
  func nominal() throws {
    let alpha = try #require(
      KrippendorffAlpha.nominal(Self.units.map { $0.map { $0.map { "\($0)" } } }))
    #expect(abs(alpha - 0.743) < 0.0005, "\(alpha)")
  }

  @Test("is 0.849 for the published example taken as numbers")
  func interval() throws {
    let alpha = try #require(
      KrippendorffAlpha.interval(Self.units.map { $0.map { $0.map(Double.init) } }))
    #expect(abs(alpha - 0.849) < 0.0005, "\(alpha)")
  }

  /// The same, part A: two observers, ten units, two values, 0.095 published.
  @Test("is 0.095 for the published example of two observers")
  func binary() throws {
    let first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    let second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    let units = zip(first, second).map { ["\($0)", "\($1)"] as [String?] }
    let alpha = try #require(KrippendorffAlpha.nominal(units))
    #expect(abs(alpha - 0.095) < 0.0005, "\(alpha)")
  }

  /// The same, part B: two observers, twelve units, five values, 0.692 published.
  @Test("is 0.692 for the published example of two observers and five values")
  func names() throws {
    let units = zip("aabbdcccedda", "babbbccceddd").map { [String($0), String($1)] as [String?] }
    let alpha = try #require(KrippendorffAlpha.nominal(units))
    #expect(abs(alpha - 0.692) < 0.0005, "\(alpha)")
  }

  @Test("is 1 for coders who agree, and is not defined where nothing varies")
  func edges() {
    #expect(KrippendorffAlpha.nominal([["a", "a"], ["b", "b"], ["c", nil]]) == 1)
    #expect(KrippendorffAlpha.nominal([["a", "a"], ["a", "a"]]) == nil)
    #expect(KrippendorffAlpha.nominal([["a", nil], [nil, "b"]]) == nil)
    #expect(KrippendorffAlpha.interval([]) == nil)
  }

  @Test("is below 0 for coders who always differ")
  func disagreement() throws {
    // Two units, values a b / b a: D_o = 1, D_e = 8/12 of pairs, so α = 1 − 3·4/8 = −0.5.
    let alpha = try #require(KrippendorffAlpha.nominal([["a", "b"], ["b", "a"]]))
    #expect(abs(alpha - -0.5) < 1e-12)
  }
}
