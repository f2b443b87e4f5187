/// The text of one document exactly as decoded, with its lines, pages and markup.
///
/// Only two things differ from the file: CR LF and a lone CR are one LF, and a byte-order mark is
/// gone. For a marked-up format (HTML, DOCX, PDF) this is the text that the reader wrote out, one
/// block a line, and `blocks` says what each stretch of it was.
package struct SourceText: Sendable, Equatable {
  /// Well-formed UTF-8, LF line ends.
  package let bytes: [UInt8]
  /// Byte at which each line begins; never empty, the first is 0.
  package let lineStarts: [Int]
  /// Where pages begin, in order; empty where the format has none.
  package private(set) var pages: [PageStart]
  /// What the markup says of the text, in order; empty for plain text.
  package let blocks: [MarkupBlock]
  /// Code points before every `checkpointInterval`-th byte.
  private let checkpoints: [Int]

  private static let checkpointInterval = 512

  /// - Parameters:
  ///   - bytes: well-formed UTF-8 with LF line ends; whoever decodes has made sure of it.
  ///   - pages: ascending by byte.
  ///   - blocks: ascending by span, within the text.
  package init(bytes: [UInt8], pages: [PageStart] = [], blocks: [MarkupBlock] = []) {
    self.bytes = bytes
    self.pages = pages
    self.blocks = blocks
    var starts = [0]
    var counts: [Int] = []
    counts.reserveCapacity(bytes.count / Self.checkpointInterval + 1)
    var codePoints = 0
    for index in bytes.indices {
      if index % Self.checkpointInterval == 0 { counts.append(codePoints) }
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 { codePoints += 1 }
      if byte == 0x0A { starts.append(index + 1) }
    }
    lineStarts = starts
    checkpoints = counts
  }

  /// The same text with pages that were found in it.
  ///
  /// - Parameter pages: ascending by byte.
  package consuming func paged(_ pages: [PageStart]) -> SourceText {
    self.pages = pages
    return self
  }

  package init(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch (previous, byte) {
      case (0x0D, 0x0A): break
      case (_, 0x0D): bytes.append(0x0A)
      default: bytes.append(byte)
      }
      previous = byte
    }
    self.init(bytes: bytes)
  }

  /// The bytes of a span as a string. A span outside the text is cut to it.
  package func string(_ span: TextSpan) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Code points before a byte: the `offset` of CONTRACT.md.
  package func codePointOffset(ofByte byte: Int) -> Int {
    let byte = min(max(byte, 0), bytes.count)
    guard !checkpoints.isEmpty else { return 0 }
    let checkpoint = min(byte / Self.checkpointInterval, checkpoints.count - 1)
    var count = checkpoints[checkpoint]
    for index in checkpoint * Self.checkpointInterval..<byte where bytes[index] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }

  /// Code points of the whole text.
  package var codePointCount: Int { codePointOffset(ofByte: bytes.count) }

  /// 1-based line of a byte.
  package func line(ofByte byte: Int) -> Int {
    lineStarts.partitionPoint { $0 <= byte }
  }

  /// The line's bytes without its line end; `line` is 1-based and in range.
  package func span(ofLine line: Int) -> TextSpan {
    let start = lineStarts[line - 1]
    let end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    return TextSpan(start, end)
  }

  package var lineCount: Int { lineStarts.count }

  /// Page of a byte, as printed where numbers are printed; nil where the format has none.
  package func page(ofByte byte: Int) -> Int? {
    let after = pages.partitionPoint { $0.byte <= byte }
    return after == 0 ? nil : pages[after - 1].number
  }
}

/// Where a page begins.
package struct PageStart: Sendable, Equatable {
  /// First byte of the page.
  package var byte: Int
  /// Its number, as printed where the document prints numbers, else counted from 1.
  package var number: Int

  package init(byte: Int, number: Int) {
    self.byte = byte
    self.number = number
  }
}

extension Array {
  /// The index of the first element for which `inPrefix` is false, in an array that has all
  /// elements for which it is true in front.
  package func partitionPoint(_ inPrefix: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if inPrefix(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
