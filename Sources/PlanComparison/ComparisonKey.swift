import PlanDocument

/// What an indicator is compared as: its name in one wording, without what changes nothing.
package struct ComparisonKey: Sendable, Hashable {
  /// The name that is shown.
  let bytes: NameBytes
  /// What is compared: of shares without the word for a share at the end.
  let identity: NameBytes
  /// Whether the value is a rate of change of what is named.
  package let isRateOfChange: Bool

  /// - Parameters:
  ///   - record: the claim whose name it is.
  ///   - region: of the plan, whose name may stand in front; nil where it is not known.
  package init(
    _ record: TargetRecord, region: String? = nil, words: ComparisonWords = .standard
  ) {
    var isRate = record.change == "growth"
    let isShare = record.unit.hasSuffix("%") || record.unit.isEmpty
    if isShare, record.change != "level" { isRate = true }
    self.init(
      name: record.indicator, unitBase: record.unitBase, isShare: record.unit.hasSuffix("%"),
      isRateOfChange: isRate, region: region, words: words)
  }

  /// The key of a name alone.
  package init(
    name written: String, unitBase: String? = nil, isShare: Bool = false,
    isRateOfChange: Bool = false, region: String? = nil, words: ComparisonWords = .standard
  ) {
    var name = words.normalized(written)
    var isRate = isRateOfChange
    var changes: [KeyChange]?
    (identity, bytes) = Self.led(
      &name, written, unitBase: unitBase, isShare: isShare, isRate: &isRate, region: region,
      words: words, changes: &changes)
    self.isRateOfChange = isRate
  }

  /// What is changed in a name on the way to its key, in order.
  static func changes(
    of record: TargetRecord, region: String?, words: ComparisonWords
  ) -> [KeyChange] {
    var name = words.normalized(record.indicator)
    var isRate = record.change == "growth"
    var changes: [KeyChange]? = []
    _ = led(
      &name, record.indicator, unitBase: record.unitBase, isShare: record.unit.hasSuffix("%"),
      isRate: &isRate, region: region, words: words, changes: &changes)
    return changes ?? []
  }

  /// - Parameter changes: nil where nobody asks for them.
  private static func led(
    _ name: inout NameBytes, _ written: String, unitBase: String?, isShare: Bool,
    isRate: inout Bool, region: String?, words: ComparisonWords, changes: inout [KeyChange]?
  ) -> (identity: NameBytes, shown: NameBytes) {
    if changes != nil {
      changes?.append(contentsOf: words.wordings(in: written).map { KeyChange(.wording, $0) })
    }
    var before = changes == nil ? nothing : name
    func note(_ kind: KeyChange.Kind, _ name: NameBytes, _ changes: inout [KeyChange]?) {
      guard changes != nil, name != before else { return }
      changes?.append(KeyChange(kind, "\(before.text) → \(name.text)"))
      before = name
    }
    dropHolder(&name)
    note(.holder, name, &changes)
    for word in NameWordings.frequencies where name.opens(with: word, leaving: 3) {
      name.dropFirst(word)
      break
    }
    note(.frequency, name, &changes)
    dropSize(&name)
    note(.size, name, &changes)
    dropTerritory(&name, region)
    note(.territory, name, &changes)
    for end in NameWordings.changeEnds where name.ends(with: end, leaving: 1) {
      name.dropLast(end)
      isRate = true
      break
    }
    note(.rate, name, &changes)
    if unitBase == "米" || unitBase == "平方米" { dropEnd(&name, NameWordings.measureEnds) }
    note(.measure, name, &changes)
    dropVerbs(&name)
    note(.verb, name, &changes)
    if unitBase == "千瓦" { dropEnd(&name, NameWordings.powerEnds) }
    dropEnd(&name, NameWordings.measureEnds)
    if NameWordings.perBases.contains(where: name.opens(with:)) { name.dropFirst(each) }
    if name == product { name = ownProduct }
    note(.measure, name, &changes)
    let shown = name
    if isShare, !isRate { dropEnd(&name, NameWordings.shareEnds) }
    note(.share, name, &changes)
    return (name, shown)
  }

  static let nothing = NameBytes("")
  private static let each = NameBytes("每")
  private static let product = NameBytes("生产总值")
  private static let ownProduct = NameBytes("地区生产总值")

  /// Keys are equal where what is compared is.
  package static func == (a: Self, b: Self) -> Bool {
    a.identity == b.identity && a.isRateOfChange == b.isRateOfChange
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(identity)
    hasher.combine(isRateOfChange)
  }

  /// The name; empty where nothing is left of it.
  package var name: String { bytes.text }

  /// Whether the name alone says what is meant: two characters at least, and none of the most
  /// general nouns.
  package var isSpecific: Bool {
    identity.bytes.count >= 6 && !NameWordings.generic.contains(bytes)
      && !NameWordings.generic.contains(identity)
      && !NameWordings.noNames.contains(where: bytes.opens(with:))
      && !bytes.ends(with: Self.shareOpen)
      && !NameWordings.placeEnds.contains(where: bytes.ends(with:)) && !isAmount
  }

  /// Half width, lower case, without blanks.
  static func folded(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x3000, 0xA0, 0x09, 0x0A, 0x0D: continue
      case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF06:
        text.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: text.append(scalar)
      }
    }
    return String(text).lowercased()
  }

  static let marks = "“”\"‘’（）(),、，·—-+＋/：【】《》".map { NameBytes(String($0)) }

  /// 全区学校共有学生 is 学生.
  private static func dropHolder(_ name: inout NameBytes) {
    for verb in NameWordings.holdingVerbs {
      guard let place = name.bytes.place(of: verb.bytes),
        name.bytes.count - place - verb.bytes.count >= 6
      else { continue }
      name = NameBytes(bytes: Array(name.bytes[(place + verb.bytes.count)...]))
      return
    }
  }

  /// 2×1000mw坑口电厂 is 坑口电厂: a size in front of what has it.
  private static func dropSize(_ name: inout NameBytes) {
    guard let cross = name.bytes.place(of: cross.bytes), cross < 4,
      name.bytes[..<cross].allSatisfy({ (0x30...0x39).contains($0) })
    else { return }
    var end = cross + Self.cross.bytes.count
    while end < name.bytes.count, name.bytes[end] < 0x80 { end += 1 }
    if name.bytes.count - end >= 6 { name = NameBytes(bytes: Array(name.bytes[end...])) }
  }

  /// 800万吨: a number that a sentence left in place of a name.
  private var isAmount: Bool {
    let rest = bytes.bytes.drop { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard rest.count < bytes.bytes.count else { return false }
    return Self.multiples.contains { rest.starts(with: $0.bytes) }
  }

  private static let multiples = ["万", "亿", "吨", "元", "公里", "多万"].map { NameBytes($0) }

  private static let cross = NameBytes("×")
  /// 国营占 of what?
  private static let shareOpen = NameBytes("占")

  private static func dropTerritory(_ name: inout NameBytes, _ region: String?) {
    for word in NameWordings.ownTerritory where name.opens(with: word, leaving: 1) {
      name.dropFirst(word)
      return
    }
    guard let region, region.count >= 2 else { return }
    // 鄂尔多斯市东胜区 goes by 东胜区 as well.
    for length in stride(from: region.count, through: 2, by: -1) {
      let tail = NameBytes(String(region.suffix(length)))
      if name.opens(with: tail, leaving: 1) {
        name.dropFirst(tail)
        return
      }
    }
  }

  private static func dropVerbs(_ name: inout NameBytes) {
    for verb in NameWordings.lightVerbs where name.opens(with: verb, leaving: 1) {
      name.dropFirst(verb)
      break
    }
    for verb in NameWordings.makingVerbs where name.ends(with: verb, leaving: 2) {
      name.dropLast(verb)
      break
    }
    for verb in NameWordings.movedVerbs where name.opens(with: verb, leaving: 1) {
      name.dropFirst(verb)
      name.append(verb)
      break
    }
  }

  private static let days = NameBytes("天数")

  private static func dropEnd(_ name: inout NameBytes, _ ends: [NameBytes]) {
    if name.ends(with: days) { return }
    for end in ends where name.ends(with: end, leaving: 1) {
      name.dropLast(end)
      return
    }
  }
}
