/// The words of a passage that are quoted: whole sentences.
package enum Quotation {
  private static let ends: Set<Unicode.Scalar> = ["。", "！", "？", "；", "!", "?", ";"]
  /// What may stand behind the end of a sentence and belongs to it.
  private static let closing: Set<Unicode.Scalar> = ["”", "’", "』", "」", "）", ")", "》"]

  /// The sentence that a place stands in, or several where it reaches over their ends.
  ///
  /// - Parameter place: in code points of the text.
  package static func sentence(of text: String, around place: Range<Int>) -> String {
    let scalars = Array(text.unicodeScalars)
    let place = place.clamped(to: 0..<scalars.count)
    var start = min(place.lowerBound, max(0, scalars.count - 1))
    while start > 0, !ends(before: start, scalars) { start -= 1 }
    var end = max(place.upperBound, start)
    while end < scalars.count, end <= start || !ends(before: end, scalars) { end += 1 }
    return trimmed(scalars[start..<end])
  }

  /// The front of a text up to the last end of a sentence within a length.
  ///
  /// - Returns: the whole text where it is short enough; a first sentence that is longer is whole.
  package static func front(of text: String, length: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > length else { return trimmed(scalars[...]) }
    let fitting = (1...max(1, length)).last { ends(before: $0, scalars) }
    let end = fitting ?? (length..<scalars.count).first { ends(before: $0, scalars) }
    return trimmed(scalars[..<(end ?? scalars.count)])
  }

  /// Whether a sentence ends in front of a place.
  private static func ends(before place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard place > 0, place < scalars.count, !closing.contains(scalars[place]) else {
      return place == scalars.count
    }
    var last = place - 1
    while last > 0, closing.contains(scalars[last]) { last -= 1 }
    return ends.contains(scalars[last])
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var scalars = scalars
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}
