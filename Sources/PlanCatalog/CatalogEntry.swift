import PlanDocument

/// Everything that a catalog keeps of one document.
package struct CatalogEntry: Sendable {
  package var record: DocumentRecord
  /// The source text's bytes.
  package var sourceText: [UInt8]
  /// Of everything else here, as the writer of the library computes it: what `verify` compares.
  package var digest: String
  /// Digest of what a manifest said of the document; empty where there was none.
  package var manifestDigest: String
  package var divisions: [DivisionRecord]
  package var passages: [PassageRecord]
  package var targets: [TargetRecord]

  package init(
    record: DocumentRecord, sourceText: [UInt8], digest: String = "",
    manifestDigest: String = "", divisions: [DivisionRecord], passages: [PassageRecord],
    targets: [TargetRecord]
  ) {
    self.record = record
    self.sourceText = sourceText
    self.digest = digest
    self.manifestDigest = manifestDigest
    self.divisions = divisions
    self.passages = passages
    self.targets = targets
  }
}

/// A document of the catalog and the number the index knows it by.
package struct CatalogDocument: Sendable, Equatable {
  /// Never used again, also when the document is replaced.
  package var key: Int
  package var record: DocumentRecord
  /// As in `CatalogEntry`.
  package var manifestDigest: String

  package init(key: Int, record: DocumentRecord, manifestDigest: String = "") {
    self.key = key
    self.record = record
    self.manifestDigest = manifestDigest
  }
}
