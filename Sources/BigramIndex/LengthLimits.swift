/// Up to which length a document with a given frequency of a term can still reach a score: what
/// saves dividing for the many that cannot.
struct LengthLimits {
  /// By frequency, the last for all higher ones that are not looked at closer; -1 for none.
  private var limits: [Int64]
  private let most: Double
  private let perToken: Double

  /// - Parameters:
  ///   - most: what the term adds where its share is 1.
  init(most: Double, _ model: BM25) {
    limits = [Int64](repeating: .max, count: 8)
    self.most = most * (1 + 1e-9)
    perToken = 1.2 * 0.75 / model.averageLength
  }

  /// - Parameter bound: what the term has to add.
  mutating func update(_ bound: Double) {
    for frequency in 0..<7 {
      limits[frequency] = Int64.max
      guard bound > 0 else { continue }
      // most × f / (f + 0.3 + perToken × length) >= bound
      let count = Double(frequency)
      let length = (most * count / bound - count - 1.2 * 0.25) / perToken * (1 + 1e-9) + 1e-6
      limits[frequency] = length < 0 ? -1 : length < 1e15 ? Int64(length) : .max
    }
  }

  @inline(__always)
  func admits(frequency: UInt32, length: UInt32) -> Bool {
    Int64(length) <= limits[Int(min(frequency, 7))]
  }
}
