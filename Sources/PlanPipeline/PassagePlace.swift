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
    let values = try segment.attributes(of: ordinal)
    func value(_ attribute: PassageAttribute) -> Int {
      attribute.rawValue < values.count ? Int(values[attribute.rawValue]) : 0
    }
    document = value(.document)
    passage = value(.passage)
    let unit = value(.division)
    division = unit == 0 ? nil : unit - 1
    let number = value(.kind)
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
  /// Ordinals of a document's passages.
  func ordinals(ofDocument key: Int) throws(IndexError) -> Range<Int> {
    try ordinals(ofDocuments: [key]).first?.ordinals ?? 0..<0
  }

  /// Ordinals of the passages of those of some documents that the segment has.
  ///
  /// - Parameter keys: ascending, as they are within a segment.
  func ordinals(
    ofDocuments keys: [Int]
  ) throws(IndexError) -> [(key: Int, ordinals: Range<Int>)] {
    func document(_ ordinal: Int) throws(IndexError) -> Int {
      Int(try attribute(PassageAttribute.document.rawValue, of: ordinal))
    }
    /// The first passage from one on of which the key is not below a bound: steps that double, then
    /// halving (Bentley and Yao, 1976).
    func first(
      from start: Int, _ bound: Int, step firstStep: Int
    ) throws(IndexError) -> Int {
      guard start < documentCount, try document(start) < bound else { return start }
      var (low, step) = (start, max(1, firstStep))
      while low + step < documentCount, try document(low + step) < bound {
        low += step
        step *= 2
      }
      var high = min(low + step, documentCount)
      // A passage tells where its document begins, which is most often the place.
      if high < documentCount {
        let begin = high - Int(try attribute(PassageAttribute.passage.rawValue, of: high))
        if begin > low, try document(begin - 1) < bound, try document(begin) >= bound {
          return begin
        }
      }
      low += 1
      while low < high {
        let middle = (low + high) / 2
        if try document(middle) < bound { low = middle + 1 } else { high = middle }
      }
      return low
    }
    guard documentCount > 0 else { return [] }
    let own = try document(0)...(try document(documentCount - 1))
    var found: [(key: Int, ordinals: Range<Int>)] = []
    var start = 0
    var size = 1
    for key in keys where own.contains(key) {
      start = try first(from: start, key, step: size)
      let end = try first(from: start, key + 1, step: size)
      guard start < end else { continue }
      found.append((key, start..<end))
      size = end - start
      start = end
    }
    return found
  }

  /// The kind of a passage; nil for a number that no kind has.
  func kind(of ordinal: Int) throws(IndexError) -> PassageKind? {
    let number = Int(try attribute(PassageAttribute.kind.rawValue, of: ordinal))
    return PassageKind.allCases.indices.contains(number) ? PassageKind.allCases[number] : nil
  }

  /// Units that passages stand in, by their places; nil for those that stand in none.
  func units(of ordinals: Range<Int>) throws(IndexError) -> [Int?] {
    try attributes(PassageAttribute.division.rawValue, of: ordinals).map { unit in
      unit == 0 ? nil : Int(unit) - 1
    }
  }
}
