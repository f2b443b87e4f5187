/// The elements of WordprocessingML (and of what stands in it) that mean something for the text.
///
/// Names as in ECMA-376, part 1, chapter 17; the namespaces of the transitional and of the strict form.
enum WordElement: Int, CaseIterable {
  /// Any other: what is in it is read.
  case other
  /// Left out with all that is in it.
  case skipped
  case body, p, pPr, r, rPr, t, tab, ptab, br, cr, sym, noBreakHyphen, softHyphen
  case pStyle, numPr, ilvl, numId, outlineLvl, pageBreakBefore, vertAlign, vanish
  case fldChar, instrText, fldSimple, lastRenderedPageBreak
  case tbl, tr, trPr, tblHeader, gridBefore, tc, tcPr, gridSpan, vMerge, hMerge, cellDel
  case del, moveFrom
  case sectPr, type
  case sdt, docPartGallery
  case txbxContent
  case footnoteReference, endnoteReference, footnote, endnote
  case altChunk
  // Styles and numbering.
  case style, name, basedOn, abstractNum, num, abstractNumId, lvl, lvlOverride, startOverride, start
  case numFmt, lvlText, lvlRestart, isLgl, suff, numStyleLink, styleLink
  // Other namespaces.
  case alternateContent, choice, fallback
  case mathText, mathFraction, mathNumerator, mathDenominator, mathSuperscript

  static func named(_ name: String, namespace: String) -> WordElement {
    switch namespace {
    case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main":
      skippedNames.contains(name) ? .skipped : names[name] ?? .other
    case "http://schemas.openxmlformats.org/markup-compatibility/2006":
      switch name {
      case "AlternateContent": .alternateContent
      case "Choice": .choice
      case "Fallback": .fallback
      default: .other
      }
    case "http://schemas.openxmlformats.org/officeDocument/2006/math",
      "http://purl.oclc.org/ooxml/officeDocument/math":
      switch name {
      case "t": .mathText
      case "f": .mathFraction
      case "num": .mathNumerator
      case "den": .mathDenominator
      case "sup": .mathSuperscript
      default: .other
      }
    default: .other
    }
  }

  /// What was before a change, and what is no text of the body: readings of Chinese characters
  /// above them, comments, headers.
  private static let skippedNames: Set<String> = [
    "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
    "tblGridChange", "tblPrExChange", "numberingChange", "rt", "delText", "delInstrText", "hdr",
    "ftr", "comment", "object", "pPrDefault", "rPrDefault", "tblStylePr",
  ]

  private static let names: [String: WordElement] = {
    var names: [String: WordElement] = [:]
    for element in allCases where element.rawValue > skipped.rawValue {
      guard element.rawValue < alternateContent.rawValue else { break }
      names["\(element)"] = element
    }
    return names
  }()
}
