import ByteAccess
import Foundation
import PlanCatalog
import PlanDocument

/// Digests by which a library knows whether what it stores is what was written.
enum EntryDigest {
  /// Of everything that the catalog keeps of a document, in a form that does not depend on the
  /// layout of its tables.
  static func of(_ entry: CatalogEntry) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    var hash = SHA256()
    hash.update(entry.sourceText)
    hash.update([UInt8](try encoder.encode(entry.record)))
    hash.update([UInt8](try encoder.encode(entry.divisions)))
    hash.update([UInt8](try encoder.encode(entry.passages)))
    hash.update([UInt8](try encoder.encode(entry.targets)))
    hash.update(Array(entry.manifestDigest.utf8))
    return "sha256:" + hash.finish()
  }

  /// Of what a manifest says of a document; empty where it says nothing.
  static func of(_ metadata: PlanMetadata) -> String {
    let values = MetadataField.allCases.map { metadata[$0] }
    guard values.contains(where: { $0 != nil }) else { return "" }
    let lines = values.map { $0?.text ?? "" }.joined(separator: "\n")
    return "sha256:" + SHA256.hexDigest(of: Array(lines.utf8))
  }
}
