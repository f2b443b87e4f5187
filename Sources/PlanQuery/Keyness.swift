import Foundation

/// How far a string is more frequent in one body of text than in another.
package struct Keyness: Sendable, Equatable {
  /// Occurrences in the text that is looked at, and in the text that it is compared with.
  package let count: Int
  package let otherCount: Int
  /// Tokens of both.
  package let size: Int
  package let otherSize: Int

  package init(count: Int, size: Int, otherCount: Int, otherSize: Int) {
    self.count = count
    self.size = size
    self.otherCount = otherCount
    self.otherSize = otherSize
  }

  package var total: Int { count + otherCount }

  /// Log-likelihood ratio `2 (a ln(a/E₁) + b ln(b/E₂))` with `E₁ = N₁ (a+b) / (N₁+N₂)` and `E₂` alike:
  /// 0 where the string is as frequent in both. With one degree of freedom 3.84 is p < 0.05, 6.63 p <
  /// 0.01, 10.83 p < 0.001, 15.13 p < 0.0001.
  ///
  /// - SeeAlso: Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
  ///   Computational Linguistics 19 (1), 1993; the form with two terms: Rayson and Garside, "Comparing
  ///   Corpora using Frequency Profiling", Workshop on Comparing Corpora, ACL 2000.
  package var logLikelihood: Double {
    guard size > 0, otherSize > 0, count + otherCount > 0 else { return 0 }
    let share = Double(count + otherCount) / (Double(size) + Double(otherSize))
    func part(_ count: Int, _ size: Int) -> Double {
      count == 0 ? 0 : Double(count) * log(Double(count) / (Double(size) * share))
    }
    return max(0, 2 * (part(count, size) + part(otherCount, otherSize)))
  }

  /// Whether it is more frequent in the text that is looked at than in the other.
  package var isOverused: Bool {
    Double(count) * Double(otherSize) > Double(otherCount) * Double(size)
  }

  /// Binary logarithm of the ratio of both shares: 1 is twice as frequent, 0 equally. A string that
  /// the other text does not have counts half an occurrence there.
  ///
  /// - SeeAlso: Hardie, "Log Ratio: an informal introduction", CASS, 2014.
  package var logRatio: Double {
    guard size > 0, otherSize > 0, count > 0 else { return 0 }
    let other = otherCount == 0 ? 0.5 : Double(otherCount)
    return log2(Double(count) / Double(size) / (other / Double(otherSize)))
  }
}

/// How firmly a string goes with a word.
package enum Collocation {
  /// `14 + log₂ (2 f(x,y) / (f(x) + f(y)))`: at most 14, independent of the size of the library; one
  /// more is twice as often.
  ///
  /// - SeeAlso: Rychlý, "A Lexicographer-Friendly Association Score", RASLAN 2008.
  package static func logDice(together: Int, first: Int, second: Int) -> Double {
    guard together > 0, first + second > 0 else { return 0 }
    return 14 + log2(2 * Double(together) / (Double(first) + Double(second)))
  }
}
