import Foundation
import PlanDocument
import PlanOutline

/// Reads an outline as lines of text, so that a test can be read.
enum OutlineFixture {
  static func outline(_ text: String) -> Outline {
    OutlineBuilder().outline(of: SourceText(text))
  }

  /// One unit a line: indent by depth, level, label, title, line in the source.
  static func dump(_ outline: Outline, of source: SourceText) -> String {
    outline.divisions.indices.map { index in
      let division = outline.divisions[index]
      let depth = outline.lineage(of: index).count - 1
      let line = source.line(ofByte: division.heading.start)
      let label = division.label.isEmpty ? "" : " \(division.label)"
      return String(repeating: "  ", count: depth)
        + "\(division.level.rawValue)\(label) \(division.title.string) @\(line)"
    }.joined(separator: "\n")
  }

  static func dump(_ text: String) -> String {
    let source = SourceText(text)
    return dump(OutlineBuilder().outline(of: source), of: source)
  }

  static func passages(_ text: String) -> [String] {
    outline(text).passages.map(\.text.string)
  }

  /// The root of the project.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Plans and hand-made outlines beside the project, which not every machine has.
  static let shared = root.deletingLastPathComponent().appendingPathComponent("shared")
  static let hasShared = FileManager.default.fileExists(
    atPath: shared.appendingPathComponent("plans").path)

  /// A text that cannot be wrapped by chance: a paragraph of `count` characters in lines of
  /// `width`, each parted by `gap`.
  static func wrapped(_ paragraph: String, width: Int, gap: String = "\n") -> String {
    var lines: [String] = []
    var rest = paragraph[...]
    while !rest.isEmpty {
      lines.append(String(rest.prefix(width)))
      rest = rest.dropFirst(width)
    }
    return lines.joined(separator: gap)
  }

  /// Every byte of the source is in exactly one passage or piece of noise; noise that is called
  /// blank holds nothing but white space. Returns what is wrong.
  static func accountErrors(_ outline: Outline, of source: SourceText) -> [String] {
    var errors: [String] = []
    var counts = [UInt8](repeating: 0, count: source.bytes.count)
    func take(_ span: TextSpan, _ name: String) {
      for byte in span.range {
        if counts[byte] > 0, errors.count < 5 {
          errors.append("byte \(byte) (line \(source.line(ofByte: byte))) again in \(name)")
        }
        counts[byte] = 1
      }
    }
    for passage in outline.passages {
      for piece in passage.text.pieces { take(piece.source, "\(passage.kind)") }
    }
    for piece in outline.noise {
      take(piece.span, "noise")
      if piece.reason == .blank, errors.count < 5 {
        let text = source.string(piece.span)
        if text.unicodeScalars.contains(where: { !isBlank($0) }) {
          errors.append("line \(source.line(ofByte: piece.span.start)): lost \(text.prefix(40))")
        }
      }
    }
    if let missing = counts.firstIndex(of: 0) { errors.append("byte \(missing) is nowhere") }
    return errors
  }

  /// Units that do not stand deeper than the one that holds them. Returns what is wrong.
  static func levelErrors(_ outline: Outline) -> [String] {
    let order: [DivisionLevel] = [.part, .chapter, .section, .item]
    return outline.divisions.compactMap { division in
      guard let parent = division.parent,
        let own = order.firstIndex(of: division.level),
        let above = order.firstIndex(of: outline.divisions[parent].level)
      else { return nil }
      guard own < above || (own == above && division.level != .item) else { return nil }
      return "\(division.level) \(division.label) in \(outline.divisions[parent].label)"
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || [0x200B, 0x2060, 0xFEFF].contains(scalar.value)
  }
}
