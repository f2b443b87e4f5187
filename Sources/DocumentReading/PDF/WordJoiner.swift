/// Makes text of the words of a row: which gaps are blanks, which only the setting of the type.
struct WordJoiner {
  /// Whether the document has its digits set apart, each in the width of a Chinese character
  /// (2 0 0 1 年).
  var spacesDigits = false

  /// Whether the words were recognised in a picture, one by one, with gaps of any width.
  var isRecognized = false

  init(spacesDigits: Bool = false) { self.spacesDigits = spacesDigits }

  /// Learns from all pages how digits are set.
  init(_ pages: [PDFPage]) {
    var single = 0
    var longer = 0
    for page in pages {
      for word in page.words {
        let scalars = word.text.unicodeScalars
        guard let first = scalars.first, first.isDigit, scalars.allSatisfy(\.isDigit) else {
          continue
        }
        if scalars.count == 1 { single += 1 } else { longer += 1 }
      }
    }
    spacesDigits = single >= 20 && longer * 4 < single
  }

  func text(_ row: TextRow) -> String {
    var text = ""
    var before: PDFWord?
    let runs = digitRuns(row.words)
    let blank = leastBlank(row)
    for (index, word) in row.words.enumerated() {
      if let before, !runs.contains(index), raised(word, behind: before, in: row) == nil,
        hasBlank(between: before, and: word, em: row.em, least: blank, behind: text)
      {
        text += " "
      }
      text += raised(word, behind: before, in: row) ?? word.text
      before = word
    }
    return text
  }

  /// Small digits above the line, as of km² or of a note, which are no part of the number before
  /// them; nil for all others.
  private func raised(_ word: PDFWord, behind before: PDFWord?, in row: TextRow) -> String? {
    guard let before, word.height < row.size * 0.8, word.text.utf8.count <= 4,
      word.left - before.right < row.em * 0.3,
      word.middle < before.middle - row.size * 0.1 || before.height < row.size * 0.8
    else { return nil }
    let base = row.words.filter { $0.height >= row.size * 0.8 }.map(\.middle).max() ?? 0
    guard word.middle < base - row.size * 0.1 else { return nil }
    return Superscript.digits(Array(word.text.utf8).span)
  }

  /// The least gap between two Chinese characters that is a blank, in ems: a narrow one where all
  /// others stand close, a wide one where the row is spaced out.
  private func leastBlank(_ row: TextRow) -> Double {
    var pairs = 0
    var gaps = 0
    for (index, word) in row.words.enumerated() {
      var isWide = false
      for scalar in word.text.unicodeScalars {
        if isWide, scalar.isWide { pairs += 1 }
        isWide = scalar.isWide
      }
      if index > 0, isWide, row.words[index - 1].text.unicodeScalars.last?.isWide == true,
        word.text.unicodeScalars.first?.isWide == true
      {
        pairs += 1
        if word.left - row.words[index - 1].right > row.em * 0.14 { gaps += 1 }
      }
    }
    return pairs >= 4 && gaps * 4 <= pairs ? 0.14 : 0.7
  }

  /// Appends a row of the same paragraph.
  static func append(_ next: String, to text: inout String) {
    if let last = text.unicodeScalars.last, let first = next.unicodeScalars.first,
      last.isLatinLetter || ",;".unicodeScalars.contains(last), first.isLatinLetter
    {
      text += " "
    }
    text += next
  }

  /// Width of what could not have been parted from the beginning of a row, in points.
  func firstUnit(_ row: TextRow) -> Double {
    guard let word = row.words.first, let first = word.text.unicodeScalars.first else { return 0 }
    guard !first.isWide else {
      // A mark that may not begin a line takes its character with it.
      let next = word.text.unicodeScalars.dropFirst().first
      return next.map { "，。、；：！？）》”’】〉%".unicodeScalars.contains($0) } == true
        ? row.em * 2 : row.em
    }
    let length = word.text.unicodeScalars.prefix { !$0.isWide }.count
    let all = word.text.unicodeScalars.count
    return word.width * Double(length) / Double(max(all, 1))
  }

  /// A number that may be that of a heading: 1, 1.1, 12.
  private func isNumber(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let last = scalars.last, last.isDigit, scalars.count <= 8 else { return false }
    return scalars.allSatisfy { $0.isDigit || $0 == "." }
      && (scalars.contains(".") || scalars.count <= 2)
  }

  /// What a caption begins with: 表1, 专栏2, 图3-1.
  private func isCaptionLabel(_ text: String) -> Bool {
    guard text.utf8.count <= 24, let last = text.unicodeScalars.last, last.isDigit,
      let first = text.unicodeScalars.first, "附表图专".unicodeScalars.contains(first)
    else { return false }
    return text.wholeMatch(of: /(附?表|附?图|专栏|专题|附件) ?[\d.\-－—]+/) != nil
  }

  private static let marks = Set("，。、；：！？（）《》〈〉“”‘’「」『』【】〔〕—…·".unicodeScalars)

  private func hasBlank(
    between one: PDFWord, and other: PDFWord, em: Double, least: Double, behind text: String
  ) -> Bool {
    guard let last = one.text.unicodeScalars.last, let first = other.text.unicodeScalars.first
    else { return false }
    let gap = (other.left - one.right) / em
    if last.isDigit || first.isDigit, spacesDigits, gap < 0.8, last.isOfNumber || first.isOfNumber {
      return false
    }
    if last.isLatinLetter, first.isLatinLetter { return gap > 0.08 }
    if isRecognized { return gap > 2 }
    if last.isDigit, first.isDigit { return gap > 0.12 }
    if last.isLatinLetter || first.isLatinLetter, !last.isWide, !first.isWide {
      if ".,;:!?".unicodeScalars.contains(last) { return gap > 0.12 }
      return gap > 0.2
    }
    if first.isWide {
      if isCaptionLabel(text) { return gap > 0.1 }
      if isNumber(text) { return gap > 0.33 }
      // Marks have white space of their own.
      if last.isWide, !Self.marks.contains(last), !Self.marks.contains(first) {
        return gap > least
      }
    }
    return gap > 0.7
  }

  /// Digits that stand one by one at equal distance, three or more: the indices of all but the
  /// first of each run.
  private func digitRuns(_ words: [PDFWord]) -> Set<Int> {
    var runs: Set<Int> = []
    var run: [Int] = []
    func close() {
      if run.count >= 3 { runs.formUnion(run.dropFirst()) }
      run = []
    }
    for (index, word) in words.enumerated() {
      guard word.text.utf8.count == 1, word.text.unicodeScalars.first?.isDigit == true else {
        close()
        continue
      }
      if let last = run.last {
        let pitch = word.left - words[last].left
        let isNear = pitch <= word.height * 1.1
        let isEven =
          run.count < 2
          || abs(pitch - (words[last].left - words[last - 1].left)) <= pitch * 0.2
        if !isNear || !isEven { close() }
      }
      run.append(index)
    }
    close()
    return runs
  }
}
