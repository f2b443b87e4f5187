/// A term and what a plan says it means.
package struct GlossaryEntry: Sendable, Equatable {
  package let term: String
  package let explanation: String
  /// Other names for the term that stand beside it or in the first words of the explanation: a bracket,
  /// 简称, 又称, 即.
  package let otherNames: [String]

  package init(term: String, explanation: String, otherNames: [String]) {
    self.term = term
    self.explanation = explanation
    self.otherNames = otherNames
  }
}

/// Reads entries of lists of explained words (名词解释).
///
/// A plan writes them in one of three ways: number, term, colon, explanation in one passage (`1.“三通一码”：…`);
/// the term with its colon on a line of its own; or a numbered heading and the explanation below it
/// (`A.1 都市圈`).
package struct GlossaryReader: Sendable {
  /// Longest term, in characters.
  private static let longestTerm = 40

  package init() {}

  /// What the heading of such a list holds; `注释` alone is one too.
  package static let titles = [
    "名词解释", "术语解释", "名词术语解释", "名词释义", "术语释义", "名词说明", "术语表", "名词注释", "词语解释",
  ]

  /// Whether a heading is one of a list of explained words.
  package static func isTitle(_ text: String) -> Bool {
    let text = text.filter { !$0.isWhitespace }
    if ["注释", "注解", "名词", "术语"].contains(text) { return true }
    return text.count <= 40 && titles.contains { text.contains($0) }
  }

  /// The entries of passages that stand one behind another under such a heading.
  ///
  /// - Returns: for each entry the place of the passage with its term.
  package func entries(_ passages: [String]) -> [(passage: Int, entry: GlossaryEntry)] {
    var entries: [(passage: Int, entry: GlossaryEntry)] = []
    var open: (passage: Int, term: String)?
    for (place, text) in passages.enumerated() {
      let (isNumbered, rest) = Self.withoutNumber(text)
      if let waiting = open, !isNumbered || Self.colon(in: rest) == nil {
        if let entry = Self.entry(waiting.term, text) { entries.append((waiting.passage, entry)) }
        open = nil
        continue
      }
      open = nil
      if let colon = Self.colon(in: rest) {
        let term = String(rest[..<colon])
        let explanation = String(rest[rest.index(after: colon)...])
        if explanation.allSatisfy(\.isWhitespace) {
          open = (place, term)
        } else if let entry = Self.entry(term, explanation) {
          entries.append((place, entry))
        }
      } else if isNumbered, rest.count <= Self.longestTerm, !Self.isSentence(rest) {
        open = (place, String(rest))
      }
    }
    return entries
  }

  private static func isSentence(_ text: Substring) -> Bool {
    text.contains { "。；，！？".contains($0) }
  }

  /// The first colon, if what stands in front of it can be a term.
  private static func colon(in text: Substring) -> Substring.Index? {
    guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }),
      text[..<colon].count <= longestTerm, colon > text.startIndex,
      !isSentence(text[..<colon])
    else { return nil }
    return colon
  }

  private static func entry(_ term: String, _ explanation: String) -> GlossaryEntry? {
    var name = trimmed(term)
    var others: [String] = []
    // R&D经费（研究与试验发展经费）
    if let open = name.lastIndex(where: { $0 == "（" || $0 == "(" }), open > name.startIndex,
      name.last == "）" || name.last == ")"
    {
      others.append(trimmed(String(name[name.index(after: open)...].dropLast())))
      name = trimmed(String(name[..<open]))
    }
    for suffix in ["是指", "指的是", "指"] where name.hasSuffix(suffix) && name.count > suffix.count {
      name = trimmed(String(name.dropLast(suffix.count)))
      break
    }
    let text = explanation.trimmed
    guard !name.isEmpty, name.count <= longestTerm, !text.isEmpty else { return nil }
    others += otherNames(in: text)
    var seen: Set<String> = [name]
    return GlossaryEntry(
      term: name, explanation: text,
      otherNames: others.filter { !$0.isEmpty && seen.insert($0).inserted })
  }

  /// Words that a name follows: 简称“…”, 又称…, 即….
  private static let introductions = ["简称", "又称", "又叫", "也称", "亦称", "英文缩写为", "缩写为", "全称是", "全称为"]

  /// Names in the first sentence of an explanation.
  private static func otherNames(in text: String) -> [String] {
    let first = text.prefix { !"。；".contains($0) }
    var names: [String] = []
    for word in introductions {
      guard let range = first.firstRange(of: word) else { continue }
      var rest = first[range.upperBound...]
      if rest.first == "为" || rest.first == "：" { rest = rest.dropFirst() }
      let name: Substring
      if let quote = rest.first, quote == "“" || quote == "\"" || quote == "《" {
        name = rest.dropFirst().prefix { !"”\"》".contains($0) }
      } else {
        name = rest.prefix { $0.isLetter || $0.isNumber || "&-＆".contains($0) }
      }
      if name.count >= 2, name.count <= 20 { names.append(trimmed(String(name))) }
    }
    return names
  }

  /// Takes off the number of an entry: `1.`, `（3）`, `［12］`, `①`, `A.1`, `三、`, a bullet.
  private static func withoutNumber(_ text: String) -> (isNumbered: Bool, rest: Substring) {
    let text = text.trimmed[...]
    guard
      let match = text.prefixMatch(
        of:
          /(?:[（(［\[〔]\s*[0-9０-９一二三四五六七八九十]{1,3}\s*[）)］\]〕]|[A-Z]\.[0-9]{1,3}|[0-9０-９]{1,3}\s*[.．、]|[一二三四五六七八九十]{1,3}、|[①-⑳㉑-㉟㊱-㊿]|[●◆■▲])\s*/
      )
    else { return (false, text) }
    return (true, text[match.range.upperBound...])
  }

  /// Without blanks and quotation marks around all of it.
  private static func trimmed(_ text: String) -> String {
    let text = text.trimmed
    for (open, close) in [("“", "”"), ("\"", "\""), ("《", "》"), ("【", "】")] {
      if text.hasPrefix(open), text.hasSuffix(close), text.count > 2 {
        let inner = text.dropFirst().dropLast()
        if !inner.contains(open), !inner.contains(close) { return String(inner) }
      }
    }
    return text
  }
}

extension String {
  /// Without white space in front and behind.
  fileprivate var trimmed: String {
    let front = drop { $0.isWhitespace }
    guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(front[...last])
  }
}
