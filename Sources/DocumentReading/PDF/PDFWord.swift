/// A run of characters of a page and its box, in points from the page's upper left corner.
struct PDFWord: Equatable {
  var text: String
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }
  var centre: Double { (left + right) / 2 }

  /// Width of a Chinese character: of those in it, else what its height leads to expect.
  var em: Double {
    var wide = 0
    var narrow = 0
    for scalar in text.unicodeScalars {
      if scalar.isWide { wide += 1 } else { narrow += 1 }
    }
    guard wide >= 2, wide >= narrow else { return height * 0.85 }
    return min(height, width / (Double(wide) + Double(narrow) * 0.52))
  }
}

/// One page as pdftotext gives it.
struct PDFPage: Equatable {
  /// In points.
  var width: Double
  var height: Double
  /// In the order in which pdftotext reads the page.
  var words: [PDFWord] = []
}

extension Unicode.Scalar {
  /// Set in the width of a Chinese character: Han, kana, full-width forms and marks.
  var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026: true
    default: false
    }
  }

  var isLatinLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: true
    default: false
    }
  }

  var isDigit: Bool { (0x30...0x39).contains(value) }

  /// What stands inside numbers: 6.5, 1,200, 8%, 43∶38.
  var isOfNumber: Bool { isDigit || ".,%‰+-~:/∶".unicodeScalars.contains(self) }
}
