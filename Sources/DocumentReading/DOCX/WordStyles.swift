/// The styles of a Word file, as far as they say what a paragraph is.
struct WordStyles {
  struct Style {
    var name = ""
    var basedOn: String?
    /// 0 … 8, or 9 for text.
    var outlineLevel: Int?
    var numbering: Int?
    var level: Int?
    var isHidden = false
  }

  var styles: [String: Style] = [:]
  /// Of paragraphs that name none.
  var defaultParagraph: String?

  /// What a style says together with those it is based on.
  struct Resolved {
    /// From 1; nil for text.
    var headingDepth: Int?
    /// Instance of a numbering; 0 takes away what the style below gives.
    var numbering: Int?
    var level: Int?
    /// The style that gives the numbering: a numbering may name its levels' styles.
    var numberingStyle: String?
    var isContents = false
    var isCaption = false
  }

  private static let deepest = 32

  func resolve(_ id: String?) -> Resolved {
    var resolved = Resolved()
    var outline: Int?
    var next = id ?? defaultParagraph
    var isFirst = true
    for _ in 0..<Self.deepest {
      guard let current = next, let style = styles[current] else { break }
      if outline == nil { outline = style.outlineLevel ?? Self.heading(style.name) }
      if resolved.numbering == nil, let numbering = style.numbering {
        resolved.numbering = numbering
        resolved.numberingStyle = current
      }
      if resolved.level == nil { resolved.level = style.level }
      if isFirst || !resolved.isContents { resolved.isContents = Self.isContents(style.name) }
      if isFirst || !resolved.isCaption { resolved.isCaption = Self.isCaption(style.name) }
      isFirst = false
      next = style.basedOn
    }
    if let outline, outline < 9 { resolved.headingDepth = outline + 1 }
    return resolved
  }

  /// `heading 3`, 标题 3: 2. The title of the document counts as the first level.
  private static func heading(_ name: String) -> Int? {
    if name == "title" { return 0 }
    for word in ["heading", "标题"] where name.hasPrefix(word) {
      let rest = name.dropFirst(word.count).drop(while: \.isWhitespace)
      if let depth = Int(rest), (1...9).contains(depth) { return depth - 1 }
    }
    return nil
  }

  private static func isContents(_ name: String) -> Bool {
    for word in ["toc", "目录"] where name.hasPrefix(word) {
      let rest = name.dropFirst(word.count).drop(while: \.isWhitespace)
      if rest.isEmpty || rest == "heading" || rest == "标题" { return true }
      if let level = Int(rest), (1...9).contains(level) { return true }
    }
    return false
  }

  private static func isCaption(_ name: String) -> Bool { name == "caption" || name == "题注" }
}

/// Reads `styles.xml`.
final class WordStylesHandler: WordHandler {
  private(set) var result = WordStyles()
  private var id: String?
  private var style = WordStyles.Style()

  override func begin(_ element: WordElement, _ attributes: borrowing MarkupAttributes) -> Way {
    if element == .style {
      id = attributes.value("styleId")
      style = WordStyles.Style()
      if attributes.value("type") ?? "paragraph" == "paragraph",
        ["1", "true", "on"].contains(attributes.value("default") ?? "0")
      {
        result.defaultParagraph = id
      }
      return .read
    }
    guard id != nil else { return .read }
    switch element {
    case .name: style.name = (attributes.value("val") ?? "").lowercased()
    case .basedOn: style.basedOn = attributes.value("val")
    case .outlineLvl: style.outlineLevel = attributes.integer("val")
    case .numId: style.numbering = attributes.integer("val")
    case .ilvl: style.level = attributes.integer("val")
    case .vanish: style.isHidden = attributes.isOn
    default: break
    }
    return .read
  }

  override func end(_ element: WordElement) {
    guard element == .style, let id else { return }
    result.styles[id] = style
    self.id = nil
  }
}
