/// The elements of HTML that mean something for the text of a page.
enum HTMLElement: Int, CaseIterable {
  /// Any element that is a part of its line.
  case inline
  /// Left out with all that is in it.
  case silent
  /// Begins and ends a line, and means nothing else.
  case block
  /// What a page puts around its article: a block as well.
  case nav, footer, header, aside, form
  case html, body, main, article, section, div
  case h1, h2, h3, h4, h5, h6
  case p, li, ol, ul, pre, br, hr
  case table, caption, thead, tr, td, th
  case figcaption, a, sup
  /// In a page's head: silent as well.
  case title, meta

  /// By name, lower case.
  static func named(_ name: String) -> HTMLElement { names[name] ?? .inline }

  private static let names: [String: HTMLElement] = {
    var names: [String: HTMLElement] = [:]
    for element in allCases { names["\(element)"] = element }
    for name in silentNames { names[name] = .silent }
    for name in blockNames { names[name] = .block }
    for name in ["inline", "silent", "block"] { names[name] = nil }
    return names
  }()

  private static let silentNames = [
    "script", "style", "head", "noscript", "template", "iframe", "object", "svg", "select",
    "button", "textarea", "audio", "video", "map",
  ]

  private static let blockNames = [
    "address", "blockquote", "center", "dd", "details", "dl", "dt", "fieldset", "figure", "legend",
    "option", "summary", "tbody", "tfoot",
  ]

  /// Whether it begins and ends a line.
  var isBlock: Bool {
    switch self {
    case .inline, .silent, .br, .a, .sup, .title, .meta: false
    default: true
    }
  }

  /// Whether nothing in it is shown.
  var isSilent: Bool { self == .silent || self == .title }

  var headingDepth: UInt8? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
