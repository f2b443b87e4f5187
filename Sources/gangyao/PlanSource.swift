import DocumentReading
import Foundation
import PlanCatalog
import PlanDocument
import PlanPipeline
import TargetExtraction

/// A plan that a command is asked about: a file, read on the spot, or a document of the library.
struct PlanSource {
  var document: DocumentRecord
  var source: SourceText?
  /// Of a file that was read on the spot and named by itself.
  var outline: Outline?
  var divisions: [DivisionRecord]
  var passages: [PassageRecord]
  var targets: [TargetRecord]
  var noise: [NoiseRecord]
  var warnings: [PlanWarning]

  /// A file where there is one of that name, else a document of the library.
  ///
  /// - Parameters:
  ///   - reading: how a file is read.
  ///   - includesProjects: whether the tables of projects of a file are read as well.
  static func resolve(
    _ name: String, options: GlobalOptions, reading: ReadingOptions = ReadingOptions(),
    includesProjects: Bool = false
  ) throws -> PlanSource {
    let kind = FileKind.of(name)
    if kind == .file || kind == .danglingLink {
      return try read(name, reading: reading, includesProjects: includesProjects)
    }
    do {
      return try stored(name, options: options)
    } catch let error where kind == .folder {
      switch error {
      case PipelineError.unknownDocument, CatalogError.missing:
        throw ReadingError.isFolder(path: name)
      default: throw error
      }
    } catch let error as CatalogError {
      // Without a library only a file can have been meant.
      guard case .missing = error, name.contains("/") || name.contains(".") else { throw error }
      throw PipelineError.missingPath(name)
    }
  }

  /// The plans of a folder, read on the spot, and what could not be read.
  static func all(
    in folder: String
  ) throws -> (plans: [PlanSource], problems: [(path: String, error: any Error)]) {
    guard FileKind.of(folder) != nil else { throw PipelineError.missingPath(folder) }
    var collector = FileCollector()
    var (files, problems) = try collector.files(in: [folder])
    var plans: [PlanSource] = []
    for file in files {
      do {
        plans.append(
          PlanSource(
            try AnalyzedPlan(file, options: ReadingOptions(), extractor: TargetExtractor())))
      } catch {
        problems.append((file.path, error))
      }
    }
    return (plans, problems)
  }

  private init(_ plan: AnalyzedPlan) {
    self.init(
      document: plan.documentRecord, source: plan.source, divisions: plan.divisionRecords,
      passages: plan.passageRecords, targets: plan.targetRecords,
      noise: plan.outline.noise.map { NoiseRecord($0, source: plan.source) },
      warnings: plan.warnings)
  }

  private init(
    document: DocumentRecord, source: SourceText?, divisions: [DivisionRecord],
    passages: [PassageRecord], targets: [TargetRecord], noise: [NoiseRecord],
    warnings: [PlanWarning]
  ) {
    self.document = document
    self.source = source
    self.divisions = divisions
    self.passages = passages
    self.targets = targets
    self.noise = noise
    self.warnings = warnings
  }

  private static func read(
    _ path: String, reading: ReadingOptions, includesProjects: Bool
  ) throws -> PlanSource {
    var collector = FileCollector()
    let (files, problems) = try collector.files(in: [path])
    if let problem = problems.first { throw problem.error }
    guard let file = files.first else { throw PipelineError.missingPath(path) }
    guard files.count == 1 else {
      throw PipelineError.severalDocuments(path, count: files.count)
    }
    let plan = try AnalyzedPlan(
      file, options: reading,
      extractor: TargetExtractor(includesProjects: includesProjects))
    var found = PlanSource(plan)
    found.outline = plan.outline
    return found
  }

  private static func stored(_ name: String, options: GlobalOptions) throws -> PlanSource {
    let library = try LibraryReader(folder: options.libraryPath)
    return try library.catalog.read { view in
      let document = try LibraryReader.document(named: name, in: view, library: library.folder.path)
      guard let entry = try view.entry(of: document.key) else {
        throw PipelineError.library(
          path: view.path, .textMissing(document: name))
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
