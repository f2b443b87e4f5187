import PlanDocument

/// Promises without a number that are quantities all the same: 实现全覆盖 is 100 %, 零增长 is 0 %.
struct PledgeReader {
  let text: PassageText
  let clauses: ClauseReader
  let times: TimeMentions

  struct Meaning: Sendable {
    /// Nil where the words set no value (完成上级下达任务).
    var value: Double?
    var unit: String
    var change: PlanTarget.Change = .level
  }

  private static let words = WordTable<Meaning>([
    ("全覆盖", Meaning(value: 100, unit: "%")), ("全面覆盖", Meaning(value: 100, unit: "%")),
    ("翻番", Meaning(value: 1, unit: "番", change: .growth)),
    ("成倍增长", Meaning(value: 1, unit: "倍", change: .growth)),
    ("零增长", Meaning(value: 0, unit: "%", change: .growth)),
    ("负增长", Meaning(value: nil, unit: "%", change: .growth)),
    ("动态清零", Meaning(value: 0, unit: "")), ("清零", Meaning(value: 0, unit: "")),
    ("零排放", Meaning(value: 0, unit: "")),
    ("完成上级下达任务", Meaning(value: nil, unit: "")), ("完成国家下达任务", Meaning(value: nil, unit: "")),
    ("高于全国平均水平", Meaning(value: nil, unit: "")), ("高于全省平均水平", Meaning(value: nil, unit: "")),
    ("达到全国平均水平", Meaning(value: nil, unit: "")), ("达到全省平均水平", Meaning(value: nil, unit: "")),
    ("完成国家下达目标", Meaning(value: nil, unit: "")), ("完成上级下达目标", Meaning(value: nil, unit: "")),
  ])

  struct Pledge {
    var words: Range<Int>
    var meaning: Meaning
    var indicator: String
    var sentence: Range<Int>
  }

  /// Pledges with a name in their own clause; words that only describe (全覆盖的网络) are none.
  func pledges() -> [Pledge] {
    var found: [Pledge] = []
    for sentence in clauses.sentences() {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        guard let match = Self.words.match(text.scalars, at: index, before: sentence.upperBound)
        else {
          index += 1
          continue
        }
        let words = index..<index + match.length
        index = words.upperBound
        let start = clauses.clauseStart(
          before: words.lowerBound, from: max(sentence.lowerBound, words.lowerBound - 60))
        // 高于全国平均水平0.5个百分点 has a number of its own.
        guard text.at(words.upperBound) != 0x7684,
          !NumeralReader.isDigit(text.at(words.upperBound))
        else { continue }
        let subject = SubjectReader(text: text, times: times).subject(
          before: start..<words.lowerBound, behind: words.upperBound..<words.upperBound,
          mention: NumberMention(number: words, text: words, value: 0, sort: .rate))
        let name = PassageExtractor.cleaned(subject.parts.map { text.string($0) }.joined())
        guard name.count >= 2 else { continue }
        found.append(
          Pledge(
            words: words, meaning: match.value, indicator: name,
            sentence: max(
              sentence.lowerBound, start - 200)..<min(sentence.upperBound, words.upperBound + 200)))
      }
    }
    return found
  }
}
