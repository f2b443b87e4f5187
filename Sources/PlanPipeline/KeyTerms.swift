import BigramIndex
import PlanCatalog
import PlanQuery

/// The wording that sets one group of documents apart from all others.
package struct KeyTerms {
  package enum Key: String, Sendable, CaseIterable {
    /// First year of the plan's period, else the year of its date.
    case year
    case planYear = "plan-year"
    case region, level, document
  }

  package struct Row: Sendable, Equatable {
    package let group: String
    package let term: String
    package let keyness: Keyness
    /// Documents of the group that have it.
    package let documents: Int
  }

  /// What is asked for.
  package struct Options: Sendable {
    package var key = Key.year
    /// Only this group; nil for all.
    package var group: String?
    /// Strings of each group.
    package var limit = 20
    /// Fewest occurrences of a string in the group, at least 1.
    package var fewest = 5
    /// Fewest documents of the group that have it.
    package var fewestDocuments = 1
    /// Least log-likelihood: p < 0.001.
    package var least = 10.83

    package init() {}
  }

  /// Groups by name, each with its strings, those that set it apart most first.
  ///
  /// Documents of which the key is not known are part of what each group is compared with.
  ///
  /// - Parameter allowed: passages to read; nil for all.
  package static func rows(
    _ options: Options, within allowed: DocumentSet?, in view: LibraryView
  ) throws -> [Row] {
    var documents: [String: [Int]] = [:]
    var unknown: [Int] = []
    for document in try view.catalog.groupings() {
      let name =
        switch options.key {
        case .year, .planYear: document.year
        case .region: document.region
        case .level: document.level
        case .document: document.document
        }
      if let name {
        documents[name, default: []].append(document.key)
      } else {
        unknown.append(document.key)
      }
    }
    let names = documents.keys.sorted { $0.unicodeOrder < $1.unicodeOrder }
    let extents = try view.documentExtents()
    var body = TextBody()
    var ends: [Int] = []
    var sizes: [Int] = []
    for name in names {
      let before = body.size
      for key in documents[name] ?? [] {
        try view.append(extents[key] ?? [], to: &body, within: allowed)
      }
      ends.append(body.tokens.count)
      sizes.append(body.size - before)
    }
    for key in unknown { try view.append(extents[key] ?? [], to: &body, within: allowed) }
    let strings = RepeatedStrings(body, fewest: options.fewest, partEnds: ends)
    var rows: [Row] = []
    for (part, name) in names.enumerated()
    where sizes[part] > 0 && (options.group == nil || options.group == name) {
      rows += Self.rows(name, strings, part, size: sizes[part], of: body.size, options)
    }
    return rows
  }

  /// Names of all groups, in order.
  package static func groups(by key: Key, in view: LibraryView) throws -> [String] {
    Set(try view.catalog.groupings().compactMap { name($0, key) })
      .sorted { $0.unicodeOrder < $1.unicodeOrder }
  }

  private static func name(_ document: DocumentGrouping, _ key: Key) -> String? {
    switch key {
    case .year, .planYear: document.year
    case .region: document.region
    case .level: document.level
    case .document: document.document
    }
  }

  private static func rows(
    _ name: String, _ strings: RepeatedStrings, _ part: Int, size: Int, of total: Int,
    _ options: Options
  ) -> [Row] {
    let own = strings.parts[part]
    let counts = own.mapValues(\.count)
    var found: [(string: Int, keyness: Keyness)] = []
    for string in strings.whole(counts) {
      guard let count = own[string], count.count >= options.fewest,
        count.texts >= options.fewestDocuments
      else { continue }
      let keyness = Keyness(
        count: count.count, size: size,
        otherCount: strings.entries[string].count - count.count, otherSize: total - size)
      if keyness.isOverused, keyness.logLikelihood >= options.least {
        found.append((string, keyness))
      }
    }
    found.sort {
      ($1.keyness.logLikelihood, $0.string) < ($0.keyness.logLikelihood, $1.string)
    }
    let keynessOf = Dictionary(uniqueKeysWithValues: found.map { ($0.string, $0.keyness) })
    return strings.distinct(found.map(\.string), counts: counts, limit: options.limit)
      .compactMap { string in
        keynessOf[string].map { keyness in
          Row(
            group: name, term: strings.text(of: string), keyness: keyness,
            documents: own[string]?.texts ?? 0)
        }
      }
  }
}

extension LibraryView {
  /// Appends the passages of a document as one text.
  func append(
    _ extents: [DocumentExtent], to body: inout TextBody, within allowed: DocumentSet?
  ) throws {
    for extent in extents {
      let segment = index.segments[extent.segment]
      for range in extent.searched(within: allowed) {
        for ordinal in range { body.append(try segment.tokens(of: ordinal)) }
      }
    }
    body.endText()
  }
}
