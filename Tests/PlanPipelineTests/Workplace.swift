import Foundation
import PlanCatalog
import PlanDocument
import PlanPipeline
import PlanQuery

/// A temporary folder with plans and a library, gone with the test.
final class Workplace {
  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("pipeline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  var plans: URL { root.appendingPathComponent("plans") }
  var library: String { root.appendingPathComponent("library").path }
  var segments: String { library + "/segments" }

  /// Writes a file below `plans`; its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = plans.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  @discardableResult
  func ingest(
    _ paths: [String]? = nil, options: IngestRun.Options = .init(),
    atStep: @escaping @Sendable (CommitStep) throws -> Void = { _ in }
  ) throws -> [FileOutcome] {
    var run = IngestRun(folder: library, options: options)
    run.atStep = atStep
    return try run.ingest(paths ?? [plans.path])
  }

  func names() throws -> [String] {
    try LibraryReader(folder: library).documents().map(\.record.document)
  }

  /// Documents of the passages that match, in document order.
  func matches(_ query: String, _ filter: PassageFilter = PassageFilter()) throws -> [String] {
    try LibraryReader(folder: library).read { view in
      try Self.matches(query, filter, in: view)
    }
  }

  static func matches(
    _ query: String, _ filter: PassageFilter = PassageFilter(), in view: LibraryView
  ) throws -> [String] {
    var found: [String] = []
    let allowed = try view.passages(in: filter, library: "library")
    try Searcher(view.index).forEachMatch(try SearchQuery(parsing: query), within: allowed) {
      found.append(try view.passage(segment: $0, ordinal: $1).document)
      return true
    }
    return found
  }

  func faults() throws -> [LibraryFault] { try LibraryVerifier(folder: library).verify().faults }

  func segmentNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: segments).sorted()
  }

  /// Every file of the library with its bytes.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: library) {
      contents[name] = FileManager.default.contents(atPath: library + "/" + name)
    }
    return contents
  }
}

/// A plan of two parts; `topic` is a word that no other has.
func plan(_ topic: String) -> String {
  """
  \(topic)发展规划

  第一篇 总则

  第一章 基础

  本规划说明\(topic)工作的基础，各项任务全面完成。

  第二篇 目标

  第一章 总体要求

  到2025年，\(topic)覆盖率达到90%以上，总投资达到3亿元。

  第二章 保障

  加强组织领导，落实责任，保障\(topic)工作推进。
  """
}
