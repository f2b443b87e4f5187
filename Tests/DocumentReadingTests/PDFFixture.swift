/// PDF files written by hand: Latin text at given places.
enum PDFFixture {
  struct Page {
    /// Entries of the page beside its media box, which is 595 by 842 points.
    var entries = ""
    var content: String
  }

  static func line(_ text: String, x: Int, y: Int) -> String {
    "BT /F1 12 Tf \(x) \(y) Td (\(text)) Tj ET\n"
  }

  /// A line that runs upwards: from left to right on a page that is turned by 90 degrees.
  static func upwards(_ text: String, x: Int, y: Int) -> String {
    "BT /F1 12 Tf 0 1 -1 0 \(x) \(y) Tm (\(text)) Tj ET\n"
  }

  static func file(_ pages: [Page]) -> [UInt8] {
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for page in pages {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] \(page.entries) "
          + "/Contents \(objects.count + 2) 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
      objects.append(
        "<< /Length \(page.content.utf8.count) >>\nstream\n\(page.content)\nendstream")
    }
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(file.utf8)
  }
}
