/// What of a name tells how near another one is.
struct NameFeatures: Sendable, Equatable {
  /// Pairs of neighbouring code points, two in a number, ascending, each once.
  let pairs: [UInt64]
  /// A bit for each word of `NameWordings.scopes` that stands in it.
  let scopes: UInt64
  /// 地区生产总值比重 of 服务业占地区生产总值比重; empty where it is no share.
  let whole: [UInt8]

  /// Number of the part of the country that the name begins with; -1 where it begins with none.
  let place: Int

  private static let scopeWords = NameWordings.scopes.flatMap(\.self)
  private static let share = Array("占".utf8)

  init(_ name: NameBytes) {
    let letters = name.text.unicodeScalars.map { UInt64($0.value) }
    let pairs =
      letters.count > 1
      ? (1..<letters.count).map { letters[$0 - 1] << 32 | letters[$0] } : letters
    self.pairs = Set(pairs).sorted()
    var scopes: UInt64 = 0
    for (number, word) in Self.scopeWords.enumerated() where name.holds(word) {
      scopes |= 1 << UInt64(number)
    }
    self.scopes = scopes
    place = NameWordings.places.firstIndex(where: name.opens(with:)) ?? -1
    let bytes = name.bytes
    let share = bytes.indices.last { bytes[$0...].starts(with: Self.share) }
    whole = share.map { Array(bytes[($0 + Self.share.count)...]) } ?? []
  }
}
