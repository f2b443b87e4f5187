/// Limits of a reader; what passes them is an error, not a crash.
package struct ReadingOptions: Sendable {
  /// Largest file in bytes.
  package var largestFile = 128 << 20
  /// Largest page or XML file in bytes.
  package var largestMarkup = 32 << 20
  /// Deepest nesting of markup elements.
  package var deepestElement = 2_000

  package init() {}
}
