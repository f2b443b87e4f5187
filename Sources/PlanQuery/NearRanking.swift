import BigramIndex
import Glibc
import TextFolding

/// The order of near matches: how much of a query a document has, and how much of it stands together in
/// one sentence.
///
/// A document's score is BM25 over the query's pairs, words and characters, to which that of its best
/// sentence is added: a sentence is scored as a document of its own with b = 1. Of a document of several
/// lines the first is its title, whose places count less (BM25F: Robertson, Zaragoza and Taylor, "Simple
/// BM25 extension to multiple weighted fields", CIKM 2004). The constants were chosen with the
/// questions that `Scripts/score-near` uses; both halves of these give the same order of settings.
struct NearRanking {
  /// A pair, a word or a character of the query.
  struct Part {
    let phrase: Phrase
    /// Inverse document frequency.
    let inverse: Double
    /// How often the query has it.
    let repetitions: Int
  }

  /// What a single Han character tells compared with a pair.
  private static let characterWeight = 1.6
  private static let titleWeight = 0.3
  private static let sentenceWeight = 2.2
  /// Tokens of a sentence that is neither long nor short.
  private static let usualSentence = 40.0
  /// Marks that end a sentence, folded.
  private static let ends: Set<UInt32> = Set("。；！？;!?".unicodeScalars.map(\.value))

  private let model: BM25
  private var weights: [Double] = []
  /// Numbers of the query's tokens: those of one code point, and words.
  private var characters: [UInt32: Int] = [:]
  private var words: [ArraySlice<UInt32>: Int] = [:]
  /// Parts by their token's number, and by those of two.
  private var single: [Int: Int] = [:]
  private var pairs: [Int: Int] = [:]
  private static let pairFactor = 1 << 20

  init(_ parts: [Part], _ model: BM25) {
    self.model = model
    for part in parts where (1...2).contains(part.phrase.count) {
      var numbers: [Int] = []
      for token in part.phrase.tokens { numbers.append(number(of: token[...])) }
      let isCharacter = numbers.count == 1 && part.phrase.kind(0) == .han
      let slot = weights.count
      weights.append(
        part.inverse * Double(max(1, part.repetitions)).squareRoot()
          * (isCharacter ? Self.characterWeight : 1))
      if numbers.count == 1 {
        single[numbers[0]] = slot
      } else {
        pairs[numbers[0] * Self.pairFactor + numbers[1]] = slot
      }
    }
  }

  private mutating func number(of token: ArraySlice<UInt32>) -> Int {
    let next = characters.count + words.count
    if token.count == 1, let scalar = token.first {
      let number = characters[scalar] ?? next
      characters[scalar] = number
      return number
    }
    let number = words[token] ?? next
    words[token] = number
    return number
  }

  /// Parts counted in some text.
  private struct Counts {
    var counts: [Int]
    var present: [Int] = []

    init(_ parts: Int) { counts = [Int](repeating: 0, count: parts) }

    mutating func add(_ part: Int) {
      if counts[part] == 0 { present.append(part) }
      counts[part] += 1
    }

    mutating func clear() {
      for part in present { counts[part] = 0 }
      present.removeAll(keepingCapacity: true)
    }
  }

  func score(_ tokens: TokenStream) -> Double {
    var title = Counts(weights.count)
    var body = Counts(weights.count)
    var sentence = Counts(weights.count)
    var best = 0.0
    var length = 0
    var previous = -1
    func closeSentence() {
      let norm = 1.2 * Double(length) / Self.usualSentence
      var score = 0.0
      for part in sentence.present.sorted() {
        let count = Double(sentence.counts[part])
        score += weights[part] * count * 2.2 / (count + norm)
      }
      best = max(best, score)
      sentence.clear()
      (length, previous) = (0, -1)
    }
    let (scalars, starts) = (tokens.scalars, tokens.starts)
    let titleEnd = Int(tokens.lineStarts.first ?? 0)
    var lines = tokens.lineStarts[...]
    for index in 0..<tokens.count {
      if let line = lines.first, Int(line) == index {
        lines.removeFirst()
        closeSentence()
      }
      let range = Int(starts[index])..<Int(starts[index + 1])
      let number: Int
      if range.count == 1 {
        let scalar = scalars[range.lowerBound]
        if Self.ends.contains(scalar) {
          closeSentence()
          continue
        }
        number = characters[scalar] ?? -1
      } else {
        number = words.isEmpty ? -1 : words[scalars[range]] ?? -1
      }
      let isTitle = index < titleEnd
      if !isTitle { length += 1 }
      if number >= 0 {
        for part in [
          single[number], previous < 0 ? nil : pairs[previous * Self.pairFactor + number],
        ] {
          guard let part else { continue }
          if isTitle {
            title.add(part)
          } else {
            body.add(part)
            sentence.add(part)
          }
        }
      }
      previous = number
    }
    closeSentence()
    let size = Double(tokens.count - titleEnd) + Self.titleWeight * Double(titleEnd)
    let norm = model.norm(length: UInt32(size.rounded()))
    var score = 0.0
    for part in weights.indices where body.counts[part] + title.counts[part] > 0 {
      let count = Double(body.counts[part]) + Self.titleWeight * Double(title.counts[part])
      score += weights[part] * count * 2.2 / (count + norm)
    }
    return score + Self.sentenceWeight * best
  }
}
