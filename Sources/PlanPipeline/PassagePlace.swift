import BigramIndex
import PlanCatalog
import PlanDocument
import TextFolding

/// The fixed-width columns that the index keeps for each passage.
package enum PassageAttribute: Int, CaseIterable, Sendable {
  /// Key of the document in the catalog.
  case document
  /// Place of the passage in its document.
  case passage
  /// Index of its unit plus one; 0 where it has none.
  case division
  /// Place of its kind in `PassageKind.allCases`.
  case kind
}

/// Where a passage of the index stands in the library.
package struct PassagePlace: Sendable, Equatable {
  /// Key of its document in the catalog.
  package var document: Int
  /// Its place in the document.
  package var passage: Int
  /// Index of the smallest unit that holds it; nil where it has none.
  package var division: Int?
  /// Nil for a number that no kind has.
  package var kind: PassageKind?

  package init(document: Int, passage: Int, record: PassageRecord) {
    self.document = document
    self.passage = passage
    division = record.division
    kind = record.kind
  }

  package init(_ segment: Segment, ordinal: Int) throws(IndexError) {
    func value(_ attribute: PassageAttribute) throws(IndexError) -> Int {
      Int(try segment.attribute(attribute.rawValue, of: ordinal))
    }
    document = try value(.document)
    passage = try value(.passage)
    let unit = try value(.division)
    division = unit == 0 ? nil : unit - 1
    let number = try value(.kind)
    kind = PassageKind.allCases.indices.contains(number) ? PassageKind.allCases[number] : nil
  }

  /// The values of `PassageAttribute` in its order.
  var attributes: [UInt32] {
    let number = kind.flatMap { PassageKind.allCases.firstIndex(of: $0) } ?? 0
    return [
      UInt32(document), UInt32(passage), UInt32(division.map { $0 + 1 } ?? 0), UInt32(number),
    ]
  }
}

extension SegmentBuilder {
  /// A builder of segments of a library.
  static func forPassages() -> SegmentBuilder {
    SegmentBuilder(attributeCount: PassageAttribute.allCases.count)
  }

  /// Adds all passages of a document in order.
  mutating func add(_ passages: [PassageRecord], ofDocument key: Int) throws(IndexError) {
    for (number, record) in passages.enumerated() {
      let place = PassagePlace(document: key, passage: number, record: record)
      try add(TokenStream(record.text), attributes: place.attributes)
    }
  }
}

extension Segment {
  /// Ordinals of a document's passages. Keys ascend within a segment.
  func ordinals(ofDocument key: Int) throws(IndexError) -> Range<Int> {
    func first(from bound: Int) throws(IndexError) -> Int {
      var low = 0
      var high = documentCount
      while low < high {
        let middle = (low + high) / 2
        let found = Int(try attribute(PassageAttribute.document.rawValue, of: middle))
        if found < bound { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = try first(from: key)
    return start..<max(start, try first(from: key + 1))
  }
}
