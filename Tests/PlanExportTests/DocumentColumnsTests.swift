import PlanDocument
import PlanExport
import Testing

@Suite("Columns of documents")
struct DocumentColumnsTests {
  private func record(_ days: [MetadataField: String]) -> DocumentRecord {
    var metadata = PlanMetadata()
    for (field, day) in days { metadata[field] = PlanMetadata.Found(day, start: 6) }
    return DocumentRecord(
      document: DocumentID("d"), path: "/d", metadata: metadata,
      offsets: metadata.offsets(in: SourceText("第一页和文字")), checksum: "sha256:0", format: "text",
      encoding: nil, characters: 6, units: 0, passages: 1, targets: 0)
  }

  private func value(_ name: String, _ record: DocumentRecord) throws -> JSONValue {
    let column = RecordColumns.documents.columns.first { $0.name == name }
    return try #require(column).value(record)
  }

  @Test("days are kept apart by name, and null where there is none")
  func days() throws {
    let record = record([.issued: "2021-03-11", .published: "2021-09-08"])
    #expect(
      try value("dates", record).encoded
        == #"{"adopted":null,"issued":"2021-03-11","delivered":null,"published":"2021-09-08"}"#)
    #expect(
      RecordColumns<DocumentRecord>.cell(try value("dates", record))
        == "issued=2021-03-11; published=2021-09-08")
    #expect(try value("offsets", record).encoded == #"{"issued":2,"published":2}"#)
    #expect(try value("dates", self.record([:])) == .null)
    #expect(try value("offsets", self.record([:])) == .null)
  }

  @Test("a day that a manifest does not name is called stated")
  func stated() throws {
    let dates = try value("dates", record([.dates: "2021-03-11"])).encoded
    #expect(dates.contains(#""stated":"2021-03-11""#))
  }
}
