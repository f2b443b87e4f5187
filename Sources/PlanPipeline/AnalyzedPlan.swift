import DocumentReading
import PlanCatalog
import PlanDocument
import PlanOutline
import TargetExtraction

/// One document taken through all stages before the index: read, outlined, its targets extracted.
package struct AnalyzedPlan: Sendable {
  package var id: DocumentID
  package var path: String
  package var metadata: PlanMetadata
  /// `sha256:` and the hexadecimal digest of the file.
  package var checksum: String
  package var format: String
  package var encoding: String?
  package var source: SourceText
  package var outline: Outline
  package var targets: [PlanTarget]
  /// Doubts of the reader and of the outline.
  package var warnings: [PlanWarning]

  /// Reads and analyses one file.
  ///
  /// - Throws: what the reader found wrong with the file; every file that can be read has an
  ///   outline and targets, be they empty.
  package init(
    _ file: PlannedFile, options: ReadingOptions, extractor: TargetExtractor = TargetExtractor()
  ) throws {
    self.init(file, document: try file.read(options), extractor: extractor)
  }

  /// Analyses a file that was read.
  package init(
    _ file: PlannedFile, document: ReadDocument, extractor: TargetExtractor = TargetExtractor()
  ) {
    id = file.id
    path = file.path
    source = document.text
    checksum = document.checksum
    format = document.format.rawValue
    encoding = document.encoding
    outline = OutlineBuilder().outline(of: source)
    let metadata = MetadataFinder().metadata(
      of: outline, source: source, manifest: file.metadata)
    self.metadata = metadata
    let extraction = extractor.extraction(
      from: outline, source: source, document: file.id, metadata: metadata)
    targets = extraction.targets
    warnings =
      document.warnings.map(PlanWarning.reading) + outline.warnings + extraction.warnings
  }

  package var divisionRecords: [DivisionRecord] {
    outline.divisions.indices.map { DivisionRecord($0, of: outline, source: source) }
  }

  package var passageRecords: [PassageRecord] {
    outline.passages.map {
      PassageRecord($0, of: outline, source: source, document: id)
    }
  }

  package var targetRecords: [TargetRecord] {
    targets.map { TargetRecord($0, of: outline, source: source) }
  }

  package var documentRecord: DocumentRecord {
    DocumentRecord(
      document: id, path: path, metadata: metadata, offsets: metadata.offsets(in: source),
      checksum: checksum, format: format, encoding: encoding, characters: source.codePointCount,
      units: outline.divisions.count,
      passages: outline.passages.count, targets: targets.count { $0.kind != .pledge })
  }

  /// All that the catalog keeps.
  package var catalogEntry: CatalogEntry {
    CatalogEntry(
      record: documentRecord, sourceText: source.bytes, divisions: divisionRecords,
      passages: passageRecords, targets: targetRecords)
  }
}
