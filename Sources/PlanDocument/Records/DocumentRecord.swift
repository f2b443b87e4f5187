/// What a library keeps of a document as a whole, as it leaves the program.
package struct DocumentRecord: Sendable, Equatable, Codable {
  /// The document's id.
  package var document: String
  /// Where it was read, as an absolute path.
  package var path: String
  package var title: String?
  package var kind: String?
  package var region: String?
  package var regionCode: String?
  package var level: String?
  package var issuer: String?
  package var number: String?
  package var status: String?
  package var period: String?
  package var horizon: String?
  package var dates: String?
  package var source: String?
  package var retrieved: String?
  /// `sha256:` and the hexadecimal digest of the file's bytes.
  package var checksum: String
  /// Name of the format and encoding that the file was read as.
  package var format: String
  package var encoding: String?
  /// Code points of the source text.
  package var characters: Int
  package var units: Int
  package var passages: Int
  package var targets: Int

  package init(
    document: DocumentID, path: String, metadata: PlanMetadata, checksum: String, format: String,
    encoding: String?, characters: Int, units: Int, passages: Int, targets: Int
  ) {
    self.document = document.name
    self.path = path
    title = metadata.title?.text
    kind = metadata.kind?.text
    region = metadata.region?.text
    regionCode = metadata.regionCode?.text
    level = metadata.level?.text
    issuer = metadata.issuer?.text
    number = metadata.number?.text
    status = metadata.status?.text
    period = metadata.period?.text
    horizon = metadata.horizon?.text
    dates = metadata.dates?.text
    source = metadata.source?.text
    retrieved = metadata.retrieved?.text
    self.checksum = checksum
    self.format = format
    self.encoding = encoding
    self.characters = characters
    self.units = units
    self.passages = passages
    self.targets = targets
  }
}
