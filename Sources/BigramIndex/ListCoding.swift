/// Choices that writer and reader of posting lists make alike.
enum ListCoding {
  /// Documents in a block of a long list, and in a piece of a block.
  static let blockSize = 128
  static let pieceSize = 16
  /// Lists with fewer documents are not cut into blocks.
  static let longList = 128
  /// Bytes of one block in the tables at a long list's start.
  static let headSize = 9
  /// Pieces of so many bytes and more have their places in 4 bytes instead of 2.
  static let widePieces = 1 << 13

  /// Bits in which every number below a limit can be written.
  @inline(__always)
  static func width(ofNumbersBelow limit: Int) -> Int {
    limit > 1 ? Int.bitWidth - (limit - 1).leadingZeroBitCount : 0
  }

  /// The Rice parameter of a short list's gaps: the logarithm of ln 2 times the mean.
  @inline(__always)
  static func gapParameter(documents: Int, of all: Int) -> Int {
    63 - max(1, all * 11 / (16 * documents)).leadingZeroBitCount
  }

  /// Whether the documents of a long list are written as one bit for each that the segment has.
  @inline(__always)
  static func isBitmap(documents: Int, of all: Int) -> Bool { documents * 8 >= all }

  /// The Rice parameter of the bytes of a list.
  @inline(__always)
  static func lengthParameter(documents: Int) -> Int {
    Int.bitWidth - documents.leadingZeroBitCount
  }

  /// Low bits of each of some ascending numbers (Elias, "Efficient storage and retrieval by content
  /// and address of static files", 1974; Fano, 1971).
  ///
  /// - Parameter span: the last number less the first possible one.
  @inline(__always)
  static func lowWidth(documents: Int, span: UInt32) -> Int {
    let mean = Int(span) / max(1, documents)
    return mean > 1 ? 63 - mean.leadingZeroBitCount : 0
  }
}

/// The Rice parameter of the second tokens of terms, which follows the gaps that were met.
struct SecondsParameter {
  private var mean: UInt64 = 64

  @inline(__always)
  var value: Int { 63 - mean.leadingZeroBitCount }

  /// - Parameter gap: what was coded with `value`.
  @inline(__always)
  mutating func note(_ gap: UInt64) {
    mean = (3 * mean + min(gap, 1 << 12) + 2) >> 2 | 1
  }
}

/// The number behind a block's largest weight: what the highest share of a term in a score can be
/// there, in 255ths, rounded up.
///
/// A share is `frequency / (frequency + 1.2 × (0.25 + 0.75 × length / average))`, with the average
/// length of the segment's documents; see BM25. Where the average of a whole index is larger, the
/// shares are larger by at most the ratio of both.
enum BlockWeight {
  @inline(__always)
  static func share(frequency: UInt32, length: UInt32, average: Double) -> Double {
    let count = Double(frequency)
    return count / (count + 1.2 * (0.25 + 0.75 * Double(length) / average))
  }

  static func byte(ofShare share: Double) -> UInt8 {
    UInt8(max(0, min(255, (share * 255 + 0.001).rounded(.up))))
  }
}
