import Glibc

/// How well documents match: the weights of one index.
///
/// - SeeAlso: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, chapter 3, with
///   k1 = 1.2 and b = 0.75.
package struct BM25: Sendable {
  /// Documents that are not deleted, and their tokens on average.
  package let documents: Int
  package let averageLength: Double

  package init(documents: Int, tokens: Int) {
    self.documents = documents
    averageLength = documents > 0 ? Double(tokens) / Double(documents) : 0
  }

  /// How much one term tells about a document: `ln(1 + (N − n + ½) / (n + ½))`.
  ///
  /// - Parameter matching: live documents that contain the term.
  /// - Returns: never negative, larger for rarer terms. The added 1 keeps a term found almost
  ///   everywhere from counting against a hit.
  package func inverseDocumentFrequency(matching: Int) -> Double {
    log(1 + (Double(documents - matching) + 0.5) / (Double(matching) + 0.5))
  }

  /// What a term adds to a document's score.
  ///
  /// - Parameters:
  ///   - frequency: occurrences of the term in the document.
  ///   - length: tokens of the document.
  @inline(__always)
  package func weight(inverse: Double, frequency: UInt32, length: UInt32) -> Double {
    weight(inverse: inverse, frequency: frequency, norm: norm(length: length))
  }

  /// What a document's length takes from the weight of any term in it.
  @inline(__always)
  package func norm(length: UInt32) -> Double {
    1.2 * (0.25 + 0.75 * Double(length) / averageLength)
  }

  @inline(__always)
  package func weight(inverse: Double, frequency: UInt32, norm: Double) -> Double {
    let count = Double(frequency)
    return inverse * count * 2.2 / (count + norm)
  }
}
