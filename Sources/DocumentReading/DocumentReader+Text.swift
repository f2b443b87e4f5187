import ByteAccess
import PlanDocument

extension DocumentReader {
  /// A text that came without a file of its own, as UTF-8: a field of a line of JSON.
  ///
  /// - Parameter path: what messages call it.
  package func read(text: String, path: String) throws(ReadingError) -> ReadDocument {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { throw .empty(path: path) }
    guard bytes.count <= options.largestFile else {
      throw .tooLarge(path: path, bytes: bytes.count, limit: options.largestFile)
    }
    let plain = SourceText(bytes: bytes)
    guard plain.bytes.contains(where: { $0 > 0x20 }) else { throw .noText(path: path) }
    return ReadDocument(
      text: plain.paged(PageTable(source: plain).starts()), format: .text,
      encoding: "UTF-8", checksum: "sha256:" + SHA256.hexDigest(of: bytes))
  }
}
