// Writes Sources/TextFolding/FoldingTable.swift: swift Scripts/generate-folding.swift > FILE
//
// Made from Foundation's NFKC and lower case and from EquivalentUnifiedIdeograph.txt of the Unicode
// Character Database (Debian: package unicode-data). Run it again when Swift brings a new Unicode.
import Foundation

let ideographs = try String(
  contentsOfFile: "/usr/share/unicode/EquivalentUnifiedIdeograph.txt", encoding: .utf8)
var radicals: [UInt32: UInt32] = [:]
for line in ideographs.split(separator: "\n") where !line.hasPrefix("#") {
  let fields = line.prefix { $0 != "#" }.split(separator: ";")
    .map { $0.trimmingCharacters(in: .whitespaces) }
  guard fields.count == 2, let to = UInt32(fields[1], radix: 16) else { continue }
  let ends = fields[0].components(separatedBy: "..").compactMap { UInt32($0, radix: 16) }
  for from in ends[0]...ends[ends.count - 1] where (0x2E80...0x2FDF).contains(from) {
    radicals[from] = to
  }
}

enum Class: UInt32 { case mark, han, word, blank, lineEnd, ignored }

let hanNumerals = Set("〇一二三四五六七八九十百千万亿零两".unicodeScalars)
let otherHan: Set<UInt32> = Set([0x3005, 0x3006, 0x3007] + Array(0x3021...0x3029) + Array(0x3038...0x303B))
let lineEnds: Set<UInt32> = [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029]

func isHan(_ s: Unicode.Scalar) -> Bool {
  s.properties.isUnifiedIdeograph || otherHan.contains(s.value)
}

func fold(_ s: Unicode.Scalar) -> [Unicode.Scalar] {
  if let radical = radicals[s.value], let to = Unicode.Scalar(radical) { return [to] }
  let text = String(s).precomposedStringWithCompatibilityMapping.lowercased()
    .precomposedStringWithCompatibilityMapping
  return Array(text.unicodeScalars)
}

/// Squared abbreviations of units: they fold to their letters.
func isUnitSquare(_ v: UInt32) -> Bool {
  (0x3371...0x337A).contains(v) || (0x3380...0x33DF).contains(v) || v == 0x33FF
}

func classify(_ s: Unicode.Scalar) -> Class {
  if lineEnds.contains(s.value) { return .lineEnd }
  if isHan(s) { return .han }
  switch s.properties.generalCategory {
  case .spaceSeparator, .control: return .blank
  case .format: return s.value == 0x200B || s.value == 0xFEFF ? .blank : .ignored
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
    return s.properties.isDefaultIgnorableCodePoint ? .ignored : .word
  default: return .mark
  }
}

var multi: [[UInt32]] = []
var entries: [UInt32] = Array(repeating: 0, count: 0x110000)
for value in UInt32(0)..<0x110000 {
  guard let s = Unicode.Scalar(value) else { continue }
  var own = classify(s)
  if [.blank, .lineEnd, .ignored].contains(own) {
    entries[Int(value)] = own.rawValue << 28
    continue
  }
  var folded = fold(s)
  let category = s.properties.generalCategory
  let bringsNumber = folded.contains {
    ($0.properties.numericType != nil && $0 != s) || (hanNumerals.contains($0) && $0 != s)
  }
  let keeps =
    category == .otherNumber
    || (category == .otherSymbol && bringsNumber && !isUnitSquare(value))
  if keeps {
    folded = [s]
    own = .mark
  }
  // What folds to blanks (a spacing accent) keeps its own form.
  if folded.contains(where: { [.blank, .lineEnd, .ignored].contains(classify($0)) }) {
    folded = [s]
  }
  if folded.count == 1 {
    let to = folded[0]
    let target = keeps ? .mark : classify(to)
    entries[Int(value)] = target.rawValue << 28 | (to == s ? 0 : to.value)
  } else {
    let isOwnWord = category == .otherSymbol && folded.contains { classify($0) == .word }
    var index = multi.firstIndex(of: folded.map(\.value))
    if index == nil {
      multi.append(folded.map(\.value))
      index = multi.count - 1
    }
    entries[Int(value)] =
      own.rawValue << 28 | (isOwnWord ? 1 << 22 : 0) | 1 << 21 | UInt32(index ?? 0)
  }
}

// Primary composites: base and mark to one code point.
var pairs: [(UInt64, UInt32)] = []
for value in UInt32(0xC0)..<0x30000 {
  guard let s = Unicode.Scalar(value), !(0xAC00...0xD7A3).contains(value) else { continue }
  let parts = Array(String(s).decomposedStringWithCanonicalMapping.unicodeScalars)
  guard parts.count > 1, let mark = parts.last else { continue }
  let base = Array(
    String(String.UnicodeScalarView(parts.dropLast())).precomposedStringWithCanonicalMapping
      .unicodeScalars)
  guard base.count == 1 else { continue }
  let whole = Array((String(base[0]) + String(mark)).precomposedStringWithCanonicalMapping.unicodeScalars)
  guard whole == [s], entries[Int(value)] & 0x3FFFFF == 0 else { continue }
  pairs.append((UInt64(base[0].value) << 21 | UInt64(mark.value), value))
}
pairs.sort { $0.0 < $1.0 }

var pages: [[UInt32]: Int] = [:]
var pageData: [[UInt32]] = []
var pageIndex: [Int] = []
for page in 0..<(0x110000 / 256) {
  let data = Array(entries[page * 256..<(page + 1) * 256])
  if let known = pages[data] {
    pageIndex.append(known)
  } else {
    pages[data] = pageData.count
    pageIndex.append(pageData.count)
    pageData.append(data)
  }
}

func list(_ values: [some BinaryInteger], hex: Bool = true) -> String {
  var lines: [String] = []
  var line = "   "
  for value in values {
    let text = hex && value > 9 ? "0x" + String(value, radix: 16, uppercase: true) : String(value)
    if line.count + text.count + 2 > 98 {
      lines.append(line)
      line = "   "
    }
    line += " " + text + ","
  }
  lines.append(line)
  return lines.joined(separator: "\n")
}

var multiOffsets: [Int] = [0]
for sequence in multi { multiOffsets.append((multiOffsets.last ?? 0) + sequence.count) }
print("""
  // Made by Scripts/generate-folding.swift. Do not edit.
  // swift-format-ignore-file

  /// What each code point folds to and which class it has.
  enum FoldingTable {
    /// Page of each 256 code points.
    @usableFromInline static let pageIndex: [UInt16] = [
  \(list(pageIndex, hex: false))
    ]

    /// 256 entries a page: class << 28, own word << 22, several << 21, and the folded code point
    /// (0: itself) or the number of the sequence.
    @usableFromInline static let pages: [UInt32] = [
  \(list(pageData.flatMap { $0 }))
    ]

    /// Where each sequence begins in `sequences`, and its end.
    @usableFromInline static let sequenceOffsets: [UInt16] = [
  \(list(multiOffsets, hex: false))
    ]

    @usableFromInline static let sequences: [UInt32] = [
  \(list(multi.flatMap { $0 }))
    ]

    /// Base << 21 | combining mark, ascending.
    static let compositionKeys: [UInt64] = [
  \(list(pairs.map(\.0)))
    ]

    /// What the pair at the same place of `compositionKeys` composes to.
    static let compositions: [UInt32] = [
  \(list(pairs.map(\.1)))
    ]
  }
  """)
FileHandle.standardError.write(Data("pages \(pageData.count), sequences \(multi.count), pairs \(pairs.count)\n".utf8))
