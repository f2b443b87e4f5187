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
  /// Days on which it was adopted, issued, read to an assembly, published: `2021-03-05`.
  package var adopted: String?
  package var issued: String?
  package var delivered: String?
  package var published: String?
  /// A day of which a manifest does not say which it is.
  package var dates: String?
  /// Title of the notice that the plan is attached to.
  package var notice: String?
  package var source: String?
  package var retrieved: String?
  /// Code points in front of where each value was read, by the name of its field; fields that a
  /// manifest gave are not in it.
  package var offsets: [String: Int]
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

  /// - Parameter offsets: as `PlanMetadata.offsets(in:)` gives them.
  package init(
    document: DocumentID, path: String, metadata: PlanMetadata, offsets: [String: Int] = [:],
    checksum: String, format: String, encoding: String?, characters: Int, units: Int,
    passages: Int, targets: Int
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
    adopted = metadata[.adopted]?.text
    issued = metadata[.issued]?.text
    delivered = metadata[.delivered]?.text
    published = metadata[.published]?.text
    dates = metadata[.dates]?.text
    notice = metadata.notice?.text
    source = metadata[.source]?.text
    retrieved = metadata[.retrieved]?.text
    self.offsets = offsets
    self.checksum = checksum
    self.format = format
    self.encoding = encoding
    self.characters = characters
    self.units = units
    self.passages = passages
    self.targets = targets
  }

  /// A field of what is known of the document as a whole.
  package subscript(_ field: MetadataField) -> String? {
    switch field {
    case .title: title
    case .kind: kind
    case .region: region
    case .regionCode: regionCode
    case .level: level
    case .issuer: issuer
    case .number: number
    case .status: status
    case .period: period
    case .horizon: horizon
    case .adopted: adopted
    case .issued: issued
    case .delivered: delivered
    case .published: published
    case .dates: dates
    case .notice: notice
    case .source: source
    case .retrieved: retrieved
    }
  }

  /// What names years that the document is for or from, the surest first.
  package var years: [String] {
    [period, delivered, adopted, issued, dates, published].compactMap { $0 }
  }
}
