/// Other ways to write a number: 2025 and 二〇二五, 120 and 一百二十, 65% and 百分之六十五.
enum NumberForms {
  private static let digits: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]
  private static let tens: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
  private static let names = Array("零一二三四五六七八九")

  /// A number at the start of some tokens: how many tokens it takes, and its other writings.
  static func forms(at tokens: ArraySlice<String>) -> (count: Int, writings: [String])? {
    percentInWords(tokens) ?? percentInDigits(tokens) ?? inWords(tokens) ?? inDigits(tokens)
  }

  // MARK: From words

  private static func percentInWords(_ tokens: ArraySlice<String>) -> (Int, [String])? {
    guard tokens.prefix(3).elementsEqual(["百", "分", "之"]) else { return nil }
    let rest = tokens.dropFirst(3)
    let run = numerals(rest)
    guard let whole = value(of: run) else { return nil }
    var count = 3 + run.count
    var digits = "\(whole)"
    let behind = tokens.dropFirst(count)
    if behind.first == "点" {
      let decimals = numerals(behind.dropFirst())
      let values = decimals.compactMap { Self.digits[$0] }
      guard !values.isEmpty, values.count == decimals.count else { return nil }
      digits += "." + values.map { "\($0)" }.joined()
      count += 1 + decimals.count
    }
    return (count, [digits + "%"])
  }

  private static func inWords(_ tokens: ArraySlice<String>) -> (Int, [String])? {
    let run = numerals(tokens)
    guard run.count > 1 else { return nil }
    let behind = tokens.dropFirst(run.count).first
    let plain = run.compactMap { digits[$0] }
    if plain.count == run.count {
      // Digit by digit only years are written so; 一二三产业 are three numbers.
      guard run.count == 4, behind == "年" else { return nil }
      return (4, [plain.map { "\($0)" }.joined()])
    }
    guard let value = value(of: run) else { return nil }
    return (run.count, ["\(value)"])
  }

  /// Characters of a number at the start of some tokens, without 万 and 亿, which stay as they are.
  private static func numerals(_ tokens: ArraySlice<String>) -> [Character] {
    var run: [Character] = []
    for token in tokens {
      guard let character = token.first, token.count == 1,
        digits[character] != nil || tens[character] != nil
      else { break }
      run.append(character)
    }
    return run
  }

  /// The value of a number below 10,000 in words; nil for what is none (十四五).
  static func value(of run: [Character]) -> Int? {
    guard !run.isEmpty else { return nil }
    if run.count == 1, let digit = digits[run[0]] { return digit }
    var (sum, unit, pending) = (0, 10_000, nil as Int?)
    var afterZero = false
    for (index, character) in run.enumerated() {
      if let ten = tens[character] {
        guard ten < unit, pending != 0 else { return nil }
        guard let digit = pending ?? (index == 0 && ten == 10 ? 1 : nil) else { return nil }
        sum += digit * ten
        (unit, pending, afterZero) = (ten, nil, false)
      } else if let digit = digits[character] {
        if digit == 0 {
          guard pending == nil, index > 0, !afterZero else { return nil }
          afterZero = true
        } else {
          guard pending == nil else { return nil }
          pending = digit
        }
      }
    }
    if let digit = pending {
      // 一百二 is 120 when spoken; it is not told from 一百零二 by every writer.
      guard unit == 10 || afterZero || unit == 10_000 else { return nil }
      sum += digit
    } else if afterZero {
      return nil
    }
    return sum
  }

  // MARK: From digits

  private static func percentInDigits(_ tokens: ArraySlice<String>) -> (Int, [String])? {
    guard tokens.dropFirst().first == "%", let token = tokens.first else { return nil }
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }),
      let whole = Int(parts[0]), whole < 10_000, parts[0] == "\(whole)"
    else { return nil }
    var words = "百分之" + (whole == 0 ? "零" : inWords(whole))
    if parts.count == 2 { words += "点" + parts[1].map(name).joined() }
    return (2, [words])
  }

  private static func inDigits(_ tokens: ArraySlice<String>) -> (Int, [String])? {
    guard let token = tokens.first, token.allSatisfy(isDigit), let number = Int(token),
      number > 0, number < 10_000, token == "\(number)"
    else { return nil }
    if token.count == 4, tokens.dropFirst().first == "年" {
      let words = token.map(name).joined()
      return (1, words.contains("零") ? [words.replacing("零", with: "〇"), words] : [words])
    }
    return (1, [inWords(number)])
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func name(_ digit: Character) -> String {
    digit.wholeNumberValue.map { String(names[$0]) } ?? ""
  }

  /// A number from 1 to 9,999 in words.
  static func inWords(_ number: Int) -> String {
    var words = ""
    var isGap = false
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / unit % 10
      guard digit > 0 else {
        isGap = !words.isEmpty
        continue
      }
      if isGap { words += "零" }
      isGap = false
      // 十五, but 一百一十五.
      words += (digit == 1 && unit == 10 && words.isEmpty ? "" : String(names[digit])) + name
    }
    return words
  }
}
