/// Text made safe inside a page or a Markdown table.
package enum MarkupText {
  /// For element content and for attributes in double quotes.
  package static func html(_ text: String) -> String {
    var safe = ""
    safe.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      case "\n", "\t": safe.unicodeScalars.append(scalar)
      // Other controls are not allowed in a page.
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// A cell of a Markdown table: on one line, with nothing that Markdown reads as a mark.
  package static func markdownCell(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r": safe += " "
      case "|", "\\", "`", "*", "_", "[", "]", "<", ">", "#":
        safe += "\\"
        safe.unicodeScalars.append(scalar)
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// A table as a page of its own.
  package static func page(title: String, language: String, titles: [String], rows: [[String]])
    -> String
  {
    let head = titles.map { "<th>\(html($0))</th>" }.joined()
    let body = rows.map { row in
      "<tr>" + row.map { "<td>\(html($0))</td>" }.joined() + "</tr>"
    }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="\(html(language))"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(html(title))</title>
      <style>body{font:15px/1.5 sans-serif;margin:1.5em}table{border-collapse:collapse}\
      th,td{border:1px solid #bbb;padding:.2em .5em;text-align:left;vertical-align:top}</style>
      </head><body><h1>\(html(title))</h1><table><thead><tr>\(head)</tr></thead><tbody>
      \(body)
      </tbody></table></body></html>

      """
  }
}
