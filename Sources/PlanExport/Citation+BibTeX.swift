import PlanDocument

extension Citation {
  /// A `@techreport`, which both BibTeX and biblatex know; the quote and its place stand in `note`,
  /// the address in `annote`.
  var bibtex: String {
    var fields: [(String, String)] = []
    if let issuer {
      // In braces of its own: a body is no person with first and last name.
      fields.append(("author", "{\(Self.escaped(issuer))}"))
      fields.append(("institution", Self.escaped(issuer)))
    }
    fields.append(("title", "{\(Self.escaped(title))}"))
    if let number = document.number { fields.append(("number", Self.escaped(Self.line(number)))) }
    if let year { fields.append(("year", year)) }
    if let month { fields.append(("month", String(month))) }
    if let page = passage.page { fields.append(("pages", String(page))) }
    if let url {
      fields.append(("url", url.replacing("{", with: "%7B").replacing("}", with: "%7D")))
    }
    if url != nil, let retrieved = document.retrieved { fields.append(("urldate", retrieved)) }
    let place = passage.path.isEmpty ? "" : Self.escaped(passage.path) + "："
    fields.append(("note", "\(place)“\(Self.escaped(Self.line(quote)))”"))
    fields.append(("annote", Self.escaped(address)))
    fields.append(("language", "chinese"))
    let lines = fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n")
    return "@techreport{\(key),\n\(lines)\n}"
  }

  private var month: Int? {
    guard let parts = date?.split(separator: "-"), parts.count > 1, let month = Int(parts[1]),
      (1...12).contains(month)
    else { return nil }
    return month
  }

  /// The document's name and the offset, without what ends a key.
  private var key: String {
    document.document.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? String($0) : "-" }
      .joined() + ":\(passage.offset)"
  }

  /// Characters that mean something to TeX, so that they are printed.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "&", "%", "$", "#", "_", "{", "}": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }
}
