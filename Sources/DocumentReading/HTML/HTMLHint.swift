/// What the names of an element (`id`, `class`) tell about its place on a page.
enum HTMLHint: UInt8 {
  case none
  /// Holds the article on many sites.
  case article
  /// The article's title.
  case title
  /// Menus, footers, lists of other pages.
  case furniture

  /// Words of names, and whether a name has to be just that. Names are cut at everything that is no
  /// letter, and at capitals.
  static let words: [(HTMLHint, Set<String>)] = [
    (
      .article,
      [
        "article", "content", "zoom", "zw", "zhengwen", "editor", "maintext", "wzcon", "neirong",
        "detail", "newstext", "cont", "ucap",
      ]
    ),
    (.title, ["title", "tit", "bt", "biaoti", "headline"]),
    (
      .furniture,
      [
        "nav", "navi", "navbar", "navigation", "menu", "submenu", "footer", "foot", "header",
        "topbar",
        "sidebar", "sider", "aside", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "location",
        "position", "dqwz", "share", "bdsharebuttonbox", "related", "relevant", "xgwz", "xglj",
        "xgxx",
        "xgzc", "xgjd", "copyright", "banner", "login", "search", "toolbar", "friendlink", "yqlj",
        "pagination", "pager", "recommend", "hot", "advert", "ad", "ads", "qrcode", "ewm",
        "comment",
        "comments", "wza", "tips", "popup", "dialog", "modal", "sitemap", "print", "font",
        "fontsize",
      ]
    ),
  ]

  /// `<meta name=…>` that hold an article's title.
  static let titleMeta: Set<String> = ["articletitle", "article:title", "og:title", "title"]

  /// Reads names; each is looked at once.
  struct Reader {
    private var known: [String: HTMLHint] = [:]

    /// Furniture before all else, the article before a title.
    mutating func hint(_ id: String?, _ names: String?) -> HTMLHint {
      guard id != nil || names != nil else { return .none }
      let key = (id ?? "") + " " + (names ?? "")
      if let hint = known[key] { return hint }
      let hint = Self.hint(of: key)
      if known.count < 10_000 { known[key] = hint }
      return hint
    }

    private static func hint(of names: String) -> HTMLHint {
      let parts = parts(of: names)
      for wanted in [HTMLHint.furniture, .title, .article] {
        guard let words = HTMLHint.words.first(where: { $0.0 == wanted })?.1 else { continue }
        if parts.contains(where: words.contains) { return wanted }
      }
      return .none
    }

    /// `newsTitle_box` is news, title, box.
    static func parts(of names: String) -> [String] {
      var parts: [String] = []
      var part = ""
      var wasLower = false
      for scalar in names.unicodeScalars.prefix(400) {
        let isLetter = scalar.properties.isAlphabetic
        if !isLetter || (scalar.properties.isUppercase && wasLower) {
          if !part.isEmpty { parts.append(part.lowercased()) }
          part = ""
        }
        if isLetter { part.unicodeScalars.append(scalar) }
        wasLower = isLetter && !scalar.properties.isUppercase
      }
      if !part.isEmpty { parts.append(part.lowercased()) }
      return parts
    }
  }
}
