import DocumentReading
import Foundation
import PlanCatalog
import PlanDocument
import PlanPipeline

/// A plan that a command is asked about: a file, read on the spot, or a document of the library.
struct PlanSource {
  var document: DocumentRecord
  var source: SourceText?
  var divisions: [DivisionRecord]
  var passages: [PassageRecord]
  var targets: [TargetRecord]
  var noise: [NoiseRecord]
  var warnings: [String]

  /// A file where there is one of that name, else a document of the library.
  static func resolve(_ name: String, options: GlobalOptions) throws -> PlanSource {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), !isFolder.boolValue {
      return try read(name)
    }
    return try stored(name, options: options)
  }

  private static func read(_ path: String) throws -> PlanSource {
    var collector = FileCollector()
    let (files, problems) = try collector.files(in: [path])
    if let problem = problems.first { throw problem.1 }
    guard let file = files.first else { throw PipelineError.missingPath(path) }
    let plan = try AnalyzedPlan(file, options: ReadingOptions())
    return PlanSource(
      document: plan.documentRecord, source: plan.source, divisions: plan.divisionRecords,
      passages: plan.passageRecords, targets: plan.targetRecords,
      noise: plan.outline.noise.map { NoiseRecord($0, source: plan.source) },
      warnings: plan.warnings)
  }

  private static func stored(_ name: String, options: GlobalOptions) throws -> PlanSource {
    let library = try LibraryReader(folder: options.libraryPath)
    let document = try library.document(named: name)
    return try library.catalog.read { view in
      guard let entry = try view.entry(of: document.key) else {
        throw PipelineError.unknownDocument(name, library: options.libraryPath)
      }
      return PlanSource(
        document: entry.record, source: nil, divisions: entry.divisions, passages: entry.passages,
        targets: entry.targets, noise: [], warnings: [])
    }
  }
}

/// A piece that the outline set aside, as it leaves the program.
struct NoiseRecord {
  var reason: String
  var line: Int
  var offset: Int
  var length: Int
  var text: String

  init(_ piece: NoisePiece, source: SourceText) {
    reason = piece.reason.rawValue
    line = source.line(ofByte: piece.span.start)
    offset = source.codePointOffset(ofByte: piece.span.start)
    length = source.codePointOffset(ofByte: piece.span.end) - offset
    text = source.string(piece.span)
  }
}
