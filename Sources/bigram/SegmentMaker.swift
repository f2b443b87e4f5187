import BigramIndex
import TextFolding

/// Makes one segment of documents of a corpus.
struct SegmentMaker {
  private var builder: SegmentBuilder
  private var tokens = TokenStream()
  private let expectedBytes: Int

  /// - Parameter expectedBytes: of text in one segment.
  init(expectedBytes: Int) {
    builder = SegmentBuilder(attributeCount: 0, expectedBytes: expectedBytes)
    self.expectedBytes = expectedBytes
  }

  mutating func add(_ document: CorpusDocument) throws(IndexError) {
    tokens.removeAll(keepingCapacity: true)
    tokens.append(utf8: document.text.span)
    try builder.add(tokens, id: document.id)
  }

  /// Writes the segment's file; documents that are added later are those of another one.
  mutating func write(to folder: String, name: String) throws(IndexError) -> CommitPoint.Entry {
    var full = SegmentBuilder(attributeCount: 0, expectedBytes: expectedBytes)
    swap(&full, &builder)
    return try SegmentWriter.write(full, to: folder, name: name)
  }
}
