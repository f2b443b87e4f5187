import BigramIndex
import TextFolding

/// How much of a query stands together in one sentence of a document: what tells near matches apart
/// whose words are scattered.
///
/// A sentence is scored as a document of its own would be (BM25 with b = 1), with the weights that the
/// query's parts have in the whole index.
struct SentenceScores {
  /// Tokens of a sentence that is neither long nor short.
  private static let usualLength = 20.0
  /// Marks that end a sentence, folded.
  private static let ends: Set<UInt32> = Set("。；！？;!?".unicodeScalars.map(\.value))

  /// A part of the query: a token, or two with the second's number behind it.
  private struct Part: Hashable {
    let first: Int
    let second: Int
  }

  /// Numbers of the query's tokens.
  private var numbers: [ArraySlice<UInt32>: Int] = [:]
  private var weights: [Part: Double] = [:]

  /// - Parameter parts: phrases of one or two tokens with their inverse document frequencies.
  init(_ parts: [(phrase: Phrase, inverse: Double)]) {
    for (phrase, inverse) in parts where (1...2).contains(phrase.count) {
      let tokens = phrase.tokens.map { token in
        let number = numbers[token[...]] ?? numbers.count
        numbers[token[...]] = number
        return number
      }
      weights[Part(first: tokens[0], second: tokens.count > 1 ? tokens[1] : -1)] = inverse
    }
  }

  /// The score of the best sentence.
  func best(in tokens: TokenStream) -> Double {
    var best = 0.0
    var counts: [Part: Int] = [:]
    var length = 0
    var previous = -1
    func close() {
      let norm = 1.2 * Double(length) / Self.usualLength
      var score = 0.0
      for (part, count) in counts.sorted(by: {
        ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second)
      }) {
        score += (weights[part] ?? 0) * Double(count) * 2.2 / (Double(count) + norm)
      }
      best = max(best, score)
      counts.removeAll(keepingCapacity: true)
      (length, previous) = (0, -1)
    }
    var line = 0
    for index in 0..<tokens.count {
      if line < tokens.lineStarts.count, Int(tokens.lineStarts[line]) == index {
        line += 1
        close()
      }
      let token = tokens.scalars(of: index)
      if token.count == 1, let mark = token.first, Self.ends.contains(mark) {
        close()
        continue
      }
      length += 1
      let number = numbers[token] ?? -1
      if number >= 0 {
        for part in [Part(first: number, second: -1), Part(first: previous, second: number)]
        where weights[part] != nil {
          counts[part, default: 0] += 1
        }
      }
      previous = number
    }
    close()
    return best
  }
}
