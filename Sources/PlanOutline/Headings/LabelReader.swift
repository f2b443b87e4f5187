/// Reads the label in front of a heading.
struct LabelReader {
  /// Words that begin the label of a unit beside the text, and what they begin.
  static let words: [(word: String, kind: LabelKind)] = [
    ("专栏", .box),
    ("任务专栏", .box),
    ("重点专栏", .box),
    ("工程专栏", .box),
    ("项目专栏", .box),
    ("指标专栏", .box),
    ("重点任务专栏", .box),
    ("重点工程专栏", .box),
    ("重大工程专栏", .box),
    ("重大项目专栏", .box),
    ("附表", .appendix),
    ("附件", .appendix),
    ("附录", .appendix),
    ("附图", .appendix),
    ("表", .table),
    ("图", .figure),
  ]

  /// Characters with which a line can begin that has a label.
  static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "第", "专", "附", "表", "图", "任", "重", "工", "项", "指", "（", "(": true
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百": true
    case "\u{3220}"..."\u{3229}", "\u{2474}"..."\u{2487}": true
    default: scalar.digit != nil
    }
  }

  static func read(_ run: CharacterRun) -> PrintedLabel? {
    guard let first = run[0], mayBegin(first) else { return nil }
    switch first {
    case "第": return named(run)
    case "（", "(": return bracketed(run)
    case "专", "附", "表", "图", "任", "重", "工", "项", "指": return worded(run)
    default: break
    }
    if (0x3220...0x3229).contains(first.value) {
      return parted(run, 1, .bracket, number: Int(first.value - 0x321F), text: 0..<1)
    }
    if (0x2474...0x2487).contains(first.value) {
      return parted(run, 1, .numberBracket, number: Int(first.value - 0x2473), text: 0..<1)
    }
    return first.digit != nil ? digits(run) : comma(run)
  }

  /// 第三章, 第 三 章, 第3章
  private static func named(_ run: CharacterRun) -> PrintedLabel? {
    guard let number = ChineseNumeral.any(run, at: 1) else { return nil }
    let word = run.skipBlanks(number.end)
    for (name, style) in NumberingStyle.named where run.has(name, at: word) {
      let end = word + name.unicodeScalars.count
      return parted(run, end, style, number: number.value, text: 0..<end)
    }
    return nil
  }

  /// （一）, (2)
  private static func bracketed(_ run: CharacterRun) -> PrintedLabel? {
    let start = run.skipBlanks(1)
    let han = ChineseNumeral.han(run, at: start)
    guard let number = han ?? ChineseNumeral.arabic(run, at: start) else { return nil }
    let close = run.skipBlanks(number.end)
    guard run[close] == "）" || run[close] == ")" else { return nil }
    var label = parted(
      run, close + 1, han == nil ? .numberBracket : .bracket, number: number.value,
      text: 0..<close + 1)
    if let next = run[label.end], next == "、" || next == "." || next == "．" {
      label.end = run.skipBlanks(label.end + 1)
    }
    return label
  }

  /// 一、
  private static func comma(_ run: CharacterRun) -> PrintedLabel? {
    guard let number = ChineseNumeral.han(run, at: 0) else { return nil }
    let mark = run.skipBlanks(number.end)
    guard let scalar = run[mark], "、．.".unicodeScalars.contains(scalar) else { return nil }
    // 一、二、三产业 counts, it is no label.
    if let next = ChineseNumeral.han(run, at: mark + 1), run[next.end] == "、" { return nil }
    return parted(run, mark + 1, .comma, number: number.value, text: 0..<number.end)
  }

  /// 1. 1、 1.1 1.1.1
  private static func digits(_ run: CharacterRun) -> PrintedLabel? {
    guard let first = ChineseNumeral.arabic(run, at: 0) else { return nil }
    var numbers = [first.value]
    var end = first.end
    while let dot = run[end], ".．".unicodeScalars.contains(dot),
      let next = ChineseNumeral.arabic(run, at: end + 1), numbers.count < 5
    {
      numbers.append(next.value)
      end = next.end
    }
    let styles: [NumberingStyle] = [.number, .dottedTwo, .dottedThree, .dottedFour]
    guard numbers.count <= styles.count else { return nil }
    if numbers.count == 1 {
      let mark = run.skipBlanks(end)
      guard let scalar = run[mark] else { return nil }
      if mark > end, scalar.isHan {
        return parted(run, end, .dottedOne, number: numbers[0], text: 0..<end)
      }
      guard "、．.".unicodeScalars.contains(scalar) else { return nil }
      return parted(run, mark + 1, .number, number: numbers[0], text: 0..<end)
    }
    guard let next = run[end], next.isBlank || next.isHan else { return nil }
    return parted(
      run, end, styles[numbers.count - 1], number: numbers[numbers.count - 1], text: 0..<end)
  }

  /// 专栏3, 表 1-1, 附件一
  private static func worded(_ run: CharacterRun) -> PrintedLabel? {
    for (word, kind) in words where run.has(word, at: 0) {
      var end = word.unicodeScalars.count
      var number: Int?
      if let read = ChineseNumeral.any(run, at: afterLetter(run, end)) {
        number = read.value
        end = read.end
        while let dash = run[run.skipBlanks(end)], "-－—–.．".unicodeScalars.contains(dash),
          let more = ChineseNumeral.arabic(run, at: run.skipBlanks(run.skipBlanks(end) + 1))
        {
          number = more.value
          end = more.end
        }
      } else if kind == .table || kind == .figure {
        return nil
      } else if kind == .appendix, let letter = letter(run, end) {
        number = letter.number
        end = letter.end
      }
      var label = parted(run, end, .part, number: number, text: 0..<end)
      label.kind = kind
      return label
    }
    return nil
  }

  /// The letter of an annex: 附录 B.
  private static func letter(_ run: CharacterRun, _ index: Int) -> (number: Int, end: Int)? {
    let start = run.skipBlanks(index)
    guard let letter = run[start], (0x41...0x5A).contains(letter.value) else { return nil }
    if let next = run[start + 1], next.isLatinWord { return nil }
    return (Int(letter.value - 0x40), start + 1)
  }

  /// The letter of an annex in front of a number: 表 D.4, 图 A1.
  private static func afterLetter(_ run: CharacterRun, _ index: Int) -> Int {
    let start = run.skipBlanks(index)
    guard let letter = run[start], (0x41...0x5A).contains(letter.value) else { return index }
    let mark = run[start + 1].map { ".．-".unicodeScalars.contains($0) } ?? false
    return mark ? start + 2 : start + 1
  }

  private static func parted(
    _ run: CharacterRun, _ end: Int, _ style: NumberingStyle, number: Int?, text: Range<Int>
  ) -> PrintedLabel {
    var title = run.skipBlanks(end)
    var isParted = title > end || title >= run.count
    if let mark = run[title], "：:、.．".unicodeScalars.contains(mark) {
      title = run.skipBlanks(title + 1)
      isParted = true
    }
    return PrintedLabel(
      kind: .numbered(style), number: number, text: run.squeezed(text), end: title,
      isParted: isParted)
  }
}
