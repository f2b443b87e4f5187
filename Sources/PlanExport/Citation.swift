import PlanDocument

/// What a text cites: a passage of a document, with the words that are quoted.
package struct Citation: Sendable {
  package enum Style: String, CaseIterable, Sendable {
    /// GB/T 7714-2015, 信息与文献 参考文献著录规则.
    case gbt7714
    case bibtex
  }

  package let document: DocumentRecord
  package let passage: PassageRecord
  /// Stored characters of the passage.
  package let quote: String
  package let address: String

  package init(
    document: DocumentRecord, passage: PassageRecord, quote: String, address: String
  ) {
    self.document = document
    self.passage = passage
    self.quote = quote
    self.address = address
  }

  package func text(_ style: Style) -> String {
    switch style {
    case .gbt7714: gbt7714
    case .bibtex: bibtex
    }
  }

  var title: String { Self.line(document.title ?? document.document) }
  var issuer: String? { document.issuer.map(Self.line) }
  /// The day that the document is dated by: issued, published, adopted, read to an assembly, or as
  /// a manifest says.
  var date: String? {
    document.issued ?? document.published ?? document.adopted ?? document.delivered
      ?? document.dates
  }
  var year: String? {
    guard let date, date.prefix(4).allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return String(date.prefix(4))
  }
  /// Where it was taken from, if that is an address of the web.
  var url: String? {
    document.source.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
  }

  /// One entry of a list of references. Plans and work reports of governments are reports `[R]`, on
  /// the web `[R/OL]`; what is not known is left out or said to be unknown, never guessed.
  ///
  /// - SeeAlso: GB/T 7714-2015, 4.1 (monographs), 4.6 (electronic resources), 8.5 and 8.6 (dates and
  ///   pages), annex B (letters for kinds and carriers).
  private var gbt7714: String {
    let name = title + (document.number.map { ": " + Self.line($0) } ?? "")
    var entry = issuer.map { $0 + ". " } ?? ""
    entry += name + (url == nil ? "[R]." : "[R/OL].")
    var place = passage.page.map { page in (year ?? "[出版年不详]") + ": \(page)" } ?? ""
    if place.isEmpty, url == nil, let year { place = year }
    if url != nil, let date { place += "(\(date))" }
    if url != nil, let retrieved = document.retrieved { place += "[\(retrieved)]" }
    if !place.isEmpty { entry += " \(place)." }
    if let url { entry += " \(url)." }
    return entry
  }

  /// White space, line ends too, becomes one blank.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
