/// Whether the text of a PDF can be what its pages show.
///
/// A font without a table of its characters gives private or arbitrary ones.
struct TextQuality: Equatable {
  private(set) var characters = 0
  private(set) var emptyPages = 0
  private var wrong = 0
  private var han = 0
  private var commonHan = 0
  private var latinSigns = 0
  private var kana = 0

  /// Characters that say something about a text.
  private static let enough = 200
  /// Among the most frequent of plans and reports; in Chinese text of any kind a quarter or more.
  static let common = Set(
    "发展业建设的和进产化中国大理农实经全力人生工推新社会科服务加高改技区一施市安基强管资在年地环提体能动行主对政合制法城上度文进机以不为是有了民家本部之方重要点项目成用开与等及到个這這個發業設產實經會務強環體動對機為"
      .unicodeScalars)

  init(_ pages: [PDFPage]) {
    for page in pages {
      if page.words.isEmpty { emptyPages += 1 }
      for word in page.words {
        for scalar in word.text.unicodeScalars { count(scalar) }
      }
    }
  }

  private mutating func count(_ scalar: Unicode.Scalar) {
    guard !scalar.properties.isWhitespace else { return }
    characters += 1
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xFFFD, 0xE000...0xF8FF, 0xF0000...0x10FFFF: wrong += 1
    case 0x4E00...0x9FFF:
      han += 1
      if Self.common.contains(scalar) { commonHan += 1 }
    case 0x3041...0x30FF, 0xAC00...0xD7A3: kana += 1
    case 0xA1...0xFF, 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: latinSigns += 1
    default:
      if scalar.properties.generalCategory == .unassigned { wrong += 1 }
    }
  }

  /// No text but stray characters on whole pages.
  var isEmpty: Bool { characters == 0 }

  /// Characters that mean nothing, in percent.
  var wrongPercent: Int {
    if isMixed { return 100 }
    return characters == 0 ? 0 : (wrong * 100 + characters / 2) / characters
  }

  var isUnusable: Bool { wrong * 5 > characters && wrong >= 10 || isMixed }

  var isDoubtful: Bool { wrong * 200 > characters && wrong >= 5 }

  /// Characters that exist, in a mixture that no language has: rare Han only, or signs and accented
  /// letters in place of Chinese.
  private var isMixed: Bool {
    guard characters >= Self.enough else { return false }
    if han * 2 > characters, kana * 20 < han, commonHan * 20 < han { return true }
    return han * 20 < characters && latinSigns * 2 > characters
  }
}
