/// The table of provinces and prefectures by name.
enum RegionTable {
  struct Entry: Equatable {
    var code: String
    /// Full name: 鄂尔多斯市.
    var name: String

    var isProvince: Bool { code.hasSuffix("0000") }
    var level: String { isProvince ? "province" : "city" }

    /// Whether a prefecture lies in a province.
    func lies(in province: Entry) -> Bool { code.prefix(2) == province.code.prefix(2) }
  }

  /// By full name, and by the form with 州 of an autonomous prefecture: 凉山州.
  static let full: [String: Entry] = {
    var table: [String: Entry] = [:]
    for entry in entries(RegionCodes.former) + entries(RegionCodes.current) {
      table[entry.name] = entry
      if entry.name.hasSuffix("自治州") { table[short(entry.name) + "州"] = entry }
    }
    return table
  }()

  /// By short form (鄂尔多斯, 广西), where only one region has it. A province goes before an
  /// autonomous prefecture, which is called with its 州.
  static let shorts: [String: Entry] = {
    var table: [String: [Entry]] = [:]
    for entry in entries(RegionCodes.current) {
      table[short(entry.name), default: []].append(entry)
    }
    return table.compactMapValues { entries in
      let called = entries.filter { !$0.name.hasSuffix("自治州") }
      return entries.count == 1 ? entries[0] : called.count == 1 ? called[0] : nil
    }
  }()

  /// The first characters of all names, full and short.
  static let firsts = Set((Array(full.keys) + shorts.keys).compactMap(\.unicodeScalars.first))

  /// Characters of the longest name.
  static let longest = full.keys.map(\.count).max() ?? 0

  /// The short form of a name, by rule: without the word for what it is, and without the peoples
  /// of an autonomous region's name as long as two characters are left.
  static func short(_ name: String) -> String {
    guard let ending = endings.first(where: { name.hasSuffix($0) }) else { return name }
    var rest = name.dropLast(ending.count)
    guard ending.hasPrefix("自治") else { return String(rest) }
    while let people = peoples.first(where: { rest.hasSuffix($0) }), rest.count - people.count >= 2
    {
      rest = rest.dropLast(people.count)
    }
    return String(rest)
  }

  private static let endings = ["特别行政区", "自治区", "自治州", "省", "市", "地区", "盟"]

  /// Peoples in the names of autonomous regions and prefectures.
  private static let peoples = [
    "壮族", "回族", "维吾尔", "朝鲜族", "土家族", "苗族", "藏族", "羌族", "彝族", "布依族", "侗族", "傣族", "景颇族", "傈僳族",
    "白族", "哈尼族", "哈萨克", "柯尔克孜", "蒙古族", "蒙古",
  ]

  /// Lines of code, blank, name.
  private static func entries(_ data: String) -> [Entry] {
    data.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ")
      return parts.count == 2 ? Entry(code: String(parts[0]), name: String(parts[1])) : nil
    }
  }
}
