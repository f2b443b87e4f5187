/// A line that holds nothing but a page number: `- 19 -`, `— 3 —`, `第 3 页 共 30 页`, `3/30`.
package struct PageNumberLine: Sendable, Equatable {
  package var number: Int
  /// Nothing but digits: a page number only where others of its kind stand at page distance.
  package var isBare: Bool

  private static let dashes: Set<Character> = ["-", "—", "–", "－", "―", "─", "·", "•", "~", "～"]

  /// - Parameter line: a line without its line end; white space does not matter.
  /// - Returns: nil for every line that holds anything else.
  package init?(_ line: String) {
    guard line.utf8.count <= 64 else { return nil }
    var rest = line.filter { !$0.isWhitespace }[...]
    guard !rest.isEmpty else { return nil }
    let dashesInFront = Self.dropDashes(&rest)
    let isNamed = rest.first == "第"
    if isNamed { rest.removeFirst() }
    guard let number = Self.takeNumber(&rest), (1...9_999).contains(number) else { return nil }
    self.number = number
    if isNamed {
      guard rest.first == "页" else { return nil }
      rest.removeFirst()
      Self.dropTotal(&rest)
    } else if let mark = rest.first, mark == "/" || mark == "／" {
      rest.removeFirst()
      guard let total = Self.takeNumber(&rest), total >= number else { return nil }
    }
    let dashesBehind = Self.dropDashes(&rest)
    guard rest.isEmpty, isNamed || (dashesInFront > 0) == (dashesBehind > 0) else { return nil }
    isBare = !isNamed && dashesInFront == 0 && line.allSatisfy { $0.isNumber || $0.isWhitespace }
  }

  private static func dropDashes(_ rest: inout Substring) -> Int {
    var count = 0
    while let mark = rest.first, dashes.contains(mark), count < 4 {
      rest.removeFirst()
      count += 1
    }
    return count
  }

  private static func takeNumber(_ rest: inout Substring) -> Int? {
    var number = 0
    var count = 0
    while let digit = rest.first?.wholeNumberValue, digit < 10, count < 5 {
      number = number * 10 + digit
      count += 1
      rest.removeFirst()
    }
    return count > 0 ? number : nil
  }

  /// 共 30 页
  private static func dropTotal(_ rest: inout Substring) {
    var tail = rest
    while let mark = tail.first, mark == "," || mark == "，" || mark == "/" { tail.removeFirst() }
    guard tail.first == "共" else { return }
    tail.removeFirst()
    guard takeNumber(&tail) != nil, tail.first == "页" else { return }
    tail.removeFirst()
    rest = tail
  }
}
