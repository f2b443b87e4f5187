/// What of a name tells how near another one is.
struct NameFeatures: Sendable, Equatable {
  /// Pairs of neighbouring code points, two in a number, ascending, each once.
  let pairs: [UInt64]
  /// A bit for each word of `NameWordings.scopes` that stands in it.
  let scopes: UInt64
  /// 地区生产总值比重 of 服务业占地区生产总值比重; empty where it is no share.
  let whole: [UInt8]

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
    let bytes = name.bytes
    let place = bytes.indices.last { bytes[$0...].starts(with: Self.share) }
    whole = place.map { Array(bytes[($0 + Self.share.count)...]) } ?? []
  }
}
