/// What is printed over the text of a page: a watermark, large and mostly turned.
enum PageOverlay {
  /// A character of it is this much higher than most others.
  private static let highest = 2.2

  /// The words of a page without those that lie over others.
  static func removed(from words: [PDFWord]) -> [PDFWord] {
    guard words.count >= 8 else { return words }
    let typical = words.map(\.height).sorted()[words.count / 2]
    return words.filter { word in
      guard word.height > typical * highest else { return true }
      return !words.contains { other in
        let across = min(word.right, other.right) - max(word.left, other.left)
        let down = min(word.bottom, other.bottom) - max(word.top, other.top)
        return other.height < word.height * 0.6 && across > 0 && down > other.height * 0.5
      }
    }
  }
}
