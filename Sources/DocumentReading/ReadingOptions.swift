/// Limits of a reader; what passes them is an error, not a crash.
package struct ReadingOptions: Sendable {
  /// Largest file in bytes.
  package var largestFile = 128 << 20
  /// Largest page or XML file in bytes.
  package var largestMarkup = 32 << 20
  /// Encoding of texts and pages, whatever they look like; nil to recognise it in each file.
  package var encoding: String?
  /// Deepest nesting of markup elements.
  package var deepestElement = 2_000

  /// How many times its own size an archive may unpack to.
  package var largestRatio = 100

  /// Bytes that an archive may unpack to altogether.
  func mostUnpacked(of size: Int) -> Int {
    max(2 * largestFile, size.multipliedReportingOverflow(by: largestRatio).partialValue)
  }

  /// Longest time that another program may take with a document, in seconds.
  package var childSeconds = 60.0
  /// Address space of such a program, in bytes.
  package var childMemory = 1 << 30
  /// Most bytes that it may print.
  package var largestChildOutput = 256 << 20
  /// Whether text is recognised from the pictures of a scan, where the programs for it are installed.
  package var recognizesText = false
  /// Longest time that recognising a document's text may take, in seconds.
  package var recognitionSeconds = 3_600.0

  package init() {}

  /// Whether a name of an encoding is known.
  package static func knows(encoding: String) -> Bool { EncodingName.named(encoding) != nil }
}
