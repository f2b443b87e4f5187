import PlanDocument

/// Names of the bodies that issue documents.
enum IssuerName {
  private static let marks = Set("，。：；、《》“”（）()！？:;,.—>|".unicodeScalars)

  /// Whether a line is the name of a body and nothing else.
  static func isOne(_ text: SqueezedText) -> Bool {
    guard (3...40).contains(text.count), !text.contains(anyOf: marks),
      text.scalars.allSatisfy(\.isHan)
    else { return false }
    return NoticeWords.issuerEndings.contains { text.ends(with: $0) }
  }

  /// Whether a name does not say whose body it is: 市人民政府办公室.
  static func isNameless(_ name: String) -> Bool {
    NoticeWords.nameless.contains { word in
      guard name.hasPrefix(word) else { return false }
      let rest = name.dropFirst(word.count)
      return rest.hasPrefix("人民政府") || rest.hasPrefix("政府") || rest.hasPrefix("委")
    }
  }

  /// Whether it is a ministry, which only the country has: 自然资源部, 财政部办公厅. The Party has 部 in
  /// every place.
  static func isMinistry(_ name: SqueezedText) -> Bool {
    let ending = ["部办公厅", "部"].first { name.ends(with: $0) }
    guard let ending, (4...14).contains(name.count) else { return false }
    let bare = name.string.dropLast(ending.count)
    return !NoticeWords.partyDepartments.contains { bare.hasSuffix($0) }
      && !bare.contains { "省市区县州委".contains($0) }
  }

  /// The body in front of 关于 or its verb in a title: 某某省人民政府关于….
  static func inFront(of title: SqueezedText) -> PlanMetadata.Found? {
    let ends = ["关于", "印发", "转发", "批转"].compactMap { title.range(of: $0)?.lowerBound }
    guard let end = ends.min(), end >= 3 else { return nil }
    let name = title.slice(0..<end)
    guard isOne(name) else { return nil }
    return PlanMetadata.Found(words(of: name), start: name.starts[0])
  }

  /// A name as printed, or several, parted by one blank: 中共中央 国务院. Blanks inside of a name
  /// (国 务 院) are left out.
  private static func words(of name: SqueezedText) -> String {
    var words = [SqueezedText()]
    for index in 0..<name.count {
      let isParted =
        index > 0
        && name.starts[index] > name.starts[index - 1] + UTF8.width(name.scalars[index - 1])
      if isParted { words.append(SqueezedText()) }
      words[words.count - 1].append(name.slice(index..<index + 1))
    }
    let areNames = words.allSatisfy { isOne($0) }
    return areNames ? words.map(\.string).joined(separator: " ") : name.string
  }

  /// The body for which a report speaks: 我代表某某市人民政府, 我代表国务院.
  static func represented(_ text: SqueezedText) -> Represented? {
    guard let word = text.range(of: "我代表"),
      let end = ["向", "，", "作", "对", "就", "报告"].compactMap({
        text.range(of: $0, from: word.upperBound)?.lowerBound
      }).min()
    else { return nil }
    let name = text.slice(word.upperBound..<end)
    guard isOne(name) || ["国务院", "行署"].contains(name.string) else { return nil }
    let whose = ["人民政府", "行政公署", "行署", "政府"].first { name.ends(with: $0) }
    let bare = name.string.dropLast(whose?.count ?? 0)
    let isNameless = bare.isEmpty || NoticeWords.nameless.contains(String(bare))
    return Represented(
      start: text.starts[word.lowerBound], name: isNameless ? nil : name.found(0..<name.count),
      isGovernment: whose != nil || name.string == "国务院")
  }

  struct Represented {
    /// Byte at which it says so.
    var start: Int
    /// Nil for 我代表市人民政府, which does not say whose.
    var name: PlanMetadata.Found?
    var isGovernment: Bool
  }
}
