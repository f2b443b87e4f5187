import PlanDocument

/// Finds, among the first lines of a document, the notice by which a plan is issued.
struct NoticeFinder {
  let lines: [PageLine]

  /// Lines in which a notice's title has to begin, lines that it takes at most, and lines of the
  /// notice behind it.
  private static let titleWithin = 40
  private static let longestTitle = 5
  private static let longestNotice = 40
  /// Characters behind a notice that can be a plan.
  private static let leastPlan = 200

  func notice() -> Notice? {
    guard var found = firstTitle() else { return nil }
    // A page repeats the title: in its head, in a table, and over the text.
    var index = found.titleLines.upperBound
    while index < min(lines.count, found.titleLines.upperBound + 16) {
      if let again = title(at: index), again.title.count == found.title.count {
        found.titleLines = again.titleLines
        found.title = again.title
        (found.name, found.verb) = (again.name, again.verb)
      }
      index += 1
    }
    let end = end(behind: found.titleLines.upperBound)
    found.attachedTitle = attachedTitle(of: found, from: found.titleLines.upperBound, end: end)
    found.lines = found.lines.lowerBound..<(found.attachedTitle?.lowerBound ?? end)
    let rest = lines[found.lines.upperBound...]
    found.hasAttachment =
      found.attachedTitle != nil || rest.reduce(0) { $0 + $1.text.count } >= Self.leastPlan
    return found
  }

  private func firstTitle() -> Notice? {
    for index in lines.indices.prefix(Self.titleWithin) {
      let near = lines[index..<min(lines.count, index + Self.longestTitle)]
      if near.contains(where: { Self.mayEnd($0.text) }), let notice = title(at: index) {
        return notice
      }
      // Behind the first sentences there is none.
      if lines[index].endsSentence, lines[index].text.count > 60 { return nil }
    }
    return nil
  }

  /// Whether a notice's title may end with a line: most lines end otherwise, and this is quick.
  private static func mayEnd(_ line: SqueezedText) -> Bool {
    line.scalars.last.map { "知函告议定示事）)".unicodeScalars.contains($0) } ?? false
  }

  /// A notice's title that begins with a line.
  private func title(at start: Int) -> Notice? {
    var text = SqueezedText()
    for index in start..<min(lines.count, start + Self.longestTitle) {
      let line = lines[index]
      guard !line.endsSentence, line.text.count <= 120, DocumentNumber.alone(line.text) == nil
      else {
        return nil
      }
      text.append(line.text)
      guard !text.contains(anyOf: TitleWords.notInTitles) else { return nil }
      guard let (verb, name) = Self.parts(of: text) else { continue }
      // What is above a title is no part of it: a body's name may stand on lines of its own.
      let front = text.slice(0..<min(verb.lowerBound, text.range(of: "关于")?.lowerBound ?? 0))
      guard front.count <= lines[start].text.count || IssuerName.isOne(front) else { return nil }
      return Notice(
        lines: start..<index + 1, title: text, titleLines: start..<index + 1, name: name,
        verb: verb, attachedTitle: nil, hasAttachment: false)
    }
    return nil
  }

  /// The verb of a notice's title and what it names.
  static func parts(of title: SqueezedText) -> (verb: Range<Int>, name: Range<Int>)? {
    let end = title.bareEnd
    let bare = title.slice(0..<end)
    guard let ending = NoticeWords.endings.first(where: { bare.ends(with: $0) }) else { return nil }
    let last = end - ending.unicodeScalars.count
    if let early = earlyVerb(bare) {
      guard let name = unquoted(bare, early.upperBound..<last) else { return nil }
      return (early, name)
    }
    guard let start = bare.range(of: "关于")?.upperBound, start < last else { return nil }
    if let verb = NoticeWords.verbs.first(where: { bare.has($0, at: start) }) {
      var name = start + verb.unicodeScalars.count..<last
      for tail in ["意见", "公众意见", "社会意见"]
      where NoticeWords.asking.contains(where: { verb.contains($0) }) {
        if bare.ends(at: last, with: tail) {
          name = name.lowerBound..<last - tail.unicodeScalars.count
        }
      }
      guard let quoted = unquoted(bare, name) else { return nil }
      return (start..<start + verb.unicodeScalars.count, quoted)
    }
    if ending == "的决议" {
      guard let name = unquoted(bare, start..<last) else { return nil }
      return (last + 1..<end, name)
    }
    // 关于《…（征求意见稿）》公开征求意见的公告
    guard bare[start] == "《", let close = bare.range(of: "》", from: start)?.lowerBound,
      let verb = NoticeWords.verbs.first(where: {
        bare.range(of: $0, from: close).map { $0.upperBound <= last } ?? false
      }), let place = bare.range(of: verb, from: close)
    else { return nil }
    return (place, start + 1..<close)
  }

  /// A verb in front of 关于: 某某市人民政府印发《关于…的意见》的通知, 转发某某局关于…意见的通知.
  private static func earlyVerb(_ text: SqueezedText) -> Range<Int>? {
    let about = text.range(of: "关于")?.lowerBound ?? text.count
    for verb in ["印发", "转发", "批转"] {
      guard let place = text.range(of: verb), place.upperBound <= about, place.lowerBound >= 3,
        IssuerName.isOne(text.slice(0..<place.lowerBound))
      else { continue }
      return place
    }
    return nil
  }

  /// The name without 《》 and without what stands in front of them (《a》和《b》 is a).
  private static func unquoted(_ text: SqueezedText, _ range: Range<Int>) -> Range<Int>? {
    guard range.count >= 4 else { return nil }
    let part = text.slice(range)
    guard let open = part.scalars.firstIndex(of: "《") else { return range }
    guard open <= 24 else { return range }
    var depth = 0
    for index in open..<part.count {
      if part[index] == "《" { depth += 1 }
      if part[index] == "》" { depth -= 1 }
      if depth == 0 { return range.lowerBound + open + 1..<range.lowerBound + index }
    }
    return range.lowerBound + open + 1..<range.upperBound
  }

  /// Where the notice ends: behind the day that it is signed with, or behind the sentence that
  /// issues the plan.
  private func end(behind start: Int) -> Int {
    var end = start
    for index in start..<min(lines.count, start + Self.longestNotice) {
      let text = lines[index].text
      if PrintedDay(alone: text) != nil || SignOff.onOneLine(text) != nil {
        end = index + 1
        break
      }
      if index > start, LabelledLine.opensText(lines[index]), end > start { break }
      if text.contains("印发给你们") || text.contains("予印发") || text.contains("予以印发")
        || text.contains("予发布") || text.contains("予公布") || text.contains("予以公布")
        || text.contains("贯彻执行") || text.contains("遵照执行") || text.contains("组织实施")
      {
        end = index + 1
      }
    }
    while end < lines.count, Self.follows(lines[end].text) { end += 1 }
    return end
  }

  /// What may stand between a notice's day and the plan: （此件公开发布）, 附件：….
  private static func follows(_ text: SqueezedText) -> Bool {
    let bare = text.withoutOuterBrackets
    return text.count <= 80
      && (bare.has("此件", at: 0) || bare.has("附件", at: 0) || bare.has("附：", at: 0)
        || bare.has("联系", at: 0) || bare.has("抄送", at: 0))
  }

  /// The lines behind the notice's title that are the name of what is attached.
  private func attachedTitle(of notice: Notice, from start: Int, end: Int) -> Range<Int>? {
    let names = self.names(of: notice, in: start..<min(end, lines.count))
    for index in start..<min(lines.count, max(end, start) + 24) {
      if let range = line(index, isOneOf: names) { return range }
    }
    guard end > start else { return nil }
    for index in end..<min(lines.count, end + 8) {
      if LabelledLine.opensText(lines[index]) || lines[index].endsSentence { return nil }
      if let last = TitleShape.end(of: lines, from: index),
        NoticeFinder(lines: lines).title(at: index) == nil
      {
        return index..<last
      }
    }
    return nil
  }

  /// Whether the lines from one on are a name and nothing else.
  private func line(_ start: Int, isOneOf names: [String]) -> Range<Int>? {
    var text = ""
    for index in start..<min(lines.count, start + Self.longestTitle) {
      guard lines[index].text.count <= 120 else { return nil }
      text += Self.plain(lines[index].text.string)
      if text.isEmpty { return nil }
      if names.contains(text) { return start..<TitleShape.withBrackets(lines, index + 1) }
      guard names.contains(where: { $0.hasPrefix(text) }) else { return nil }
    }
    return nil
  }

  /// What the attached plan may be called: by the notice's title, with and without brackets at its
  /// end, by 《》 in the notice, and each of several.
  private func names(of notice: Notice, in body: Range<Int>) -> [String] {
    var names: Set<String> = []
    let whole = notice.title.slice(notice.name)
    names.insert(Self.plain(whole.string))
    names.insert(Self.plain(whole.text(0..<whole.bareEnd)))
    if let about = whole.range(of: "关于") {
      names.insert(Self.plain(whole.text(about.lowerBound..<whole.count)))
    }
    for and in ["和", "及", "、"] {
      if let place = whole.range(of: and) {
        names.insert(Self.plain(whole.text(0..<place.lowerBound)))
      }
    }
    for index in [notice.titleLines.lowerBound] + Array(body) {
      let text = index == notice.titleLines.lowerBound ? notice.title : lines[index].text
      for quoted in Self.quoted(text) where quoted.count >= 6 {
        if quoted.count >= 6 { names.insert(Self.plain(quoted)) }
      }
    }
    let issuer = RegionReader(notice.title, at: 0)?.name ?? ""
    if !issuer.isEmpty { for name in names { names.insert(Self.plain(issuer) + name) } }
    return names.filter { $0.count >= 4 }.sorted()
  }

  private static func quoted(_ text: SqueezedText) -> [String] {
    text.string.split(separator: "《").dropFirst().compactMap { part in
      part.firstIndex(of: "》").map { String(part[..<$0]) }
    }
  }

  /// Without marks that the two places may set differently.
  private static func plain(_ text: String) -> String {
    text.filter { !"“”\"‘’《》〈〉—－-–～~（）()〔〕".contains($0) }
  }
}
