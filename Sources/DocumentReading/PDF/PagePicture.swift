/// A page in grey, one byte a point of 1/72 inch, 255 is white.
struct PagePicture {
  let width: Int
  let height: Int
  let grey: [UInt8]

  /// Runs of ink of a row of points, from left to right.
  func rowRuns(_ y: Int, ink: UInt8, shortest: Int) -> [Range<Int>] {
    runs(from: y * width, step: 1, count: width, ink: ink, shortest: shortest)
  }

  func columnRuns(_ x: Int, ink: UInt8, shortest: Int) -> [Range<Int>] {
    runs(from: x, step: width, count: height, ink: ink, shortest: shortest)
  }

  private func runs(
    from first: Int, step: Int, count: Int, ink: UInt8, shortest: Int
  ) -> [Range<Int>] {
    let bytes = grey.span
    var runs: [Range<Int>] = []
    var start = 0
    var index = first
    for place in 0..<count {
      if bytes[index] >= ink {
        if place - start >= shortest { runs.append(start..<place) }
        start = place + 1
      }
      index += step
    }
    if count - start >= shortest { runs.append(start..<count) }
    return runs
  }
}

/// Takes pictures out of the output of `pdftoppm -gray`: portable greymaps, one behind the other.
struct PictureReader {
  private var bytes: [UInt8] = []
  /// Larger pages are passed over.
  private static let mostBytes = 40 << 20

  /// The pictures that are complete with this piece.
  mutating func take(_ piece: [UInt8]) -> [PagePicture] {
    bytes += piece
    var pictures: [PagePicture] = []
    var start = 0
    while let (width, height, body) = Self.head(bytes[start...]),
      bytes.count - body >= width * height
    {
      let end = body + width * height
      pictures.append(
        PagePicture(width: width, height: height, grey: Array(bytes[body..<end])))
      start = end
    }
    if start > 0 { bytes.removeFirst(start) }
    return pictures
  }

  /// `P5 WIDTH HEIGHT 255` and one white space.
  private static func head(
    _ bytes: ArraySlice<UInt8>
  ) -> (width: Int, height: Int, body: Int)? {
    guard bytes.starts(with: [0x50, 0x35]) else { return nil }
    var index = bytes.startIndex + 2
    var numbers: [Int] = []
    while numbers.count < 3 {
      while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
      var number = 0
      let first = index
      while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]), number < 1_000_000 {
        number = number * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      guard index > first, index < bytes.endIndex else { return nil }
      numbers.append(number)
    }
    guard numbers[0] > 0, numbers[1] > 0, numbers[0] * numbers[1] <= mostBytes else { return nil }
    return (numbers[0], numbers[1], index + 1)
  }
}
