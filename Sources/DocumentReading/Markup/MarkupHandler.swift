/// Takes what a parser meets, in the order of the text.
protocol MarkupHandler: AnyObject {
  /// The handler's own number for an element, asked for once for each name.
  ///
  /// - Parameters:
  ///   - name: without its prefix; lower case in HTML.
  ///   - namespace: empty where there is none, and in HTML.
  func kind(of name: String, namespace: String) -> Int
  func open(_ kind: Int, _ attributes: borrowing MarkupAttributes)
  func close(_ kind: Int)
  /// Well-formed UTF-8; a text may come in several pieces.
  func text(_ bytes: Span<UInt8>)
  /// True where the handler wants no more: the parser stops without an error.
  var isDone: Bool { get }
}
