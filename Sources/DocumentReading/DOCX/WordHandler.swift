/// What the handlers of the parts of a Word file share: names, what is skipped, and of several forms
/// of the same content the one that is read.
class WordHandler: MarkupHandler {
  private(set) var isDone = false
  /// Elements that are open within one that is skipped, itself included.
  private var skipping = 0
  /// For each open `mc:AlternateContent` whether one of its forms was taken.
  private var alternatives: [Bool] = []

  /// Extensions whose text boxes are read in their own form. Of other choices the fallback is
  /// read.
  private static let known: Set<String> = [
    "wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "wp15", "a14",
  ]

  func kind(of name: String, namespace: String) -> Int {
    WordElement.named(name, namespace: namespace).rawValue
  }

  func open(_ kind: Int, _ attributes: borrowing MarkupAttributes) {
    let element = WordElement(rawValue: kind) ?? .other
    if skipping > 0 || element == .skipped || !takes(element, attributes) {
      skipping += 1
      return
    }
    if begin(element, attributes) == .skip { skipping = 1 }
  }

  func close(_ kind: Int) {
    if skipping > 0 {
      skipping -= 1
      return
    }
    let element = WordElement(rawValue: kind) ?? .other
    if element == .alternateContent { _ = alternatives.popLast() }
    end(element)
  }

  func text(_ bytes: Span<UInt8>) {
    if skipping == 0 { characters(bytes) }
  }

  func stop() { isDone = true }

  private func takes(_ element: WordElement, _ attributes: borrowing MarkupAttributes) -> Bool {
    switch element {
    case .alternateContent: alternatives.append(false)
    case .choice:
      guard alternatives.last == false else { return false }
      let needs = (attributes.value("Requires") ?? "").split(separator: " ").map(String.init)
      guard needs.allSatisfy(Self.known.contains) else { return false }
      alternatives[alternatives.count - 1] = true
    case .fallback:
      guard alternatives.last == false else { return false }
      alternatives[alternatives.count - 1] = true
    default: break
    }
    return true
  }

  enum Way { case read, skip }

  // For subclasses.
  func begin(_ element: WordElement, _ attributes: borrowing MarkupAttributes) -> Way { .read }
  func end(_ element: WordElement) {}
  func characters(_ bytes: Span<UInt8>) {}
}

extension MarkupAttributes {
  /// A property that is there without a value is on.
  var isOn: Bool {
    switch value("val") {
    case "0", "false", "off": false
    default: true
    }
  }
}
