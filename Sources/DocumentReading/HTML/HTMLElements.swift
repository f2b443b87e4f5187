/// What the reader knows of HTML elements by name.
enum HTMLElements {
  /// Left out with all that is in them.
  static let silent: Set<String> = [
    "script", "style", "head", "noscript", "template", "iframe", "object", "svg", "select",
    "button", "textarea", "audio", "video", "map",
  ]

  /// Begin and end a line.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]

  static func headingDepth(_ name: String) -> Int? {
    guard name.utf8.count == 2, name.first == "h", let depth = name.last?.wholeNumberValue,
      (1...6).contains(depth)
    else { return nil }
    return depth
  }

  /// Whether a page does not show the element.
  static func isHidden(_ element: MarkupElement) -> Bool {
    if element.attributes["hidden"] != nil { return true }
    guard let style = element.attributes["style"]?.lowercased() else { return false }
    return style.filter { !$0.isWhitespace }.contains("display:none")
  }
}
