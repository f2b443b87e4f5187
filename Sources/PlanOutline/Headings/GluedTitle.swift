/// Finds where a title ends that a converter ran together with the text behind it:
/// `第五节深化农村改革加快农村土地制度法制化建设，长期稳定…`.
///
/// Nothing marks the place; it is taken where a sentence of a plan begins: with words that repeat
/// the title's end, or with a verb or adverb of the table below.
enum GluedTitle {
  /// Characters of the shortest and the longest title that is looked for.
  private static let lengths = 4...24

  /// Words with which a sentence of a plan begins.
  static let beginnings: [String] = [
    "要", "坚持", "加强", "加快", "积极", "着力", "进一步", "充分", "建立", "健全", "完善", "鼓励", "提高", "促进", "推动", "通过",
    "严格", "保持", "打破", "确立", "抓住", "抓紧", "按照", "巩固", "搞好", "深化", "运用", "强化", "大力", "认真", "切实", "全面",
    "继续",
    "努力", "逐步", "围绕", "紧紧", "坚决", "加大", "推进", "实施", "优化", "拓宽", "扩大", "依托", "利用", "支持", "引导", "重点",
  ]

  /// Behind these a verb belongs to the title: 调整和完善, 有利于促进.
  private static let bindings = Set("和与及、的地得并以于能可为".unicodeScalars)
  /// Words that make the subject in front of them the beginning of a sentence.
  private static let verdicts = Set("要是应".unicodeScalars)

  /// - Parameter start: index of the title's first character.
  /// - Returns: index of the text's first character; nil where no place is clear.
  static func end(_ run: CharacterRun, from start: Int) -> Int? {
    var verb: Int?
    for length in lengths {
      let place = start + length
      guard let scalar = run[place], !"，。；：".unicodeScalars.contains(scalar) else { break }
      if repeatsEnd(run, start, place) { return place }
      if verb == nil, let before = run[place - 1], !bindings.contains(before),
        beginnings.contains(where: { run.has($0, at: place) })
      {
        verb = run[place - 1] == "在" ? place - 1 : place
      }
    }
    guard let verb else { return nil }
    // 优化能源结构能源建设要发挥…: the subject in front of 要 takes up a word of the title.
    if let word = run[verb], verdicts.contains(word) {
      for place in start + 4..<max(start + 4, verb - 1)
      where verb - place <= 6 && occurs(run, place, in: start..<place) {
        return place
      }
    }
    return verb
  }

  /// Whether the characters from `place` on are those that end in front of it, three at least.
  private static func repeatsEnd(_ run: CharacterRun, _ start: Int, _ place: Int) -> Bool {
    for length in stride(from: min(place - start, 10), through: 3, by: -1) {
      guard place + length <= run.count else { continue }
      let title = run.scalars[place - length..<place]
      if title.elementsEqual(run.scalars[place..<place + length]) { return true }
    }
    return false
  }

  /// Whether the two characters at `place` stand in a stretch.
  private static func occurs(_ run: CharacterRun, _ place: Int, in range: Range<Int>) -> Bool {
    guard place + 1 < run.count, range.count >= 2 else { return false }
    for index in range.lowerBound..<range.upperBound - 1
    where run.scalars[index] == run.scalars[place]
      && run.scalars[index + 1] == run.scalars[place + 1]
    {
      return true
    }
    return false
  }
}
