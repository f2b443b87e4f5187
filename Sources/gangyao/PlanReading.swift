import DocumentReading
import Foundation
import PlanCatalog
import PlanDocument
import PlanPipeline

/// Plans read anew from their files: what the catalog does not keep (every number, every
/// sentence) is told from the text.
enum PlanReading {
  /// A file where there is one of that name, else the file that a document of the library was
  /// read from.
  ///
  /// - Throws: where that file has gone or has changed since it was ingested.
  static func analyze(
    _ name: String, options: GlobalOptions, reading: ReadingOptions
  ) throws -> AnalyzedPlan {
    var collector = FileCollector()
    if FileKind.of(name) == .file {
      let (files, problems) = try collector.files(in: [name])
      if let problem = problems.first { throw problem.error }
      guard let file = files.first else { throw PipelineError.missingPath(name) }
      guard files.count == 1 else {
        throw PipelineError.severalDocuments(name, count: files.count)
      }
      return try AnalyzedPlan(file, options: reading)
    }
    let record = try PlanSource.resolve(name, options: options).document
    guard let file = try collector.file(at: record.path) else {
      throw PipelineError.missingPath(record.path)
    }
    var plan = try AnalyzedPlan(file, options: reading)
    guard plan.checksum == record.checksum else {
      throw StalePlan(document: record.document, path: record.path)
    }
    if reading.encoding == nil, let encoding = record.encoding, plan.encoding != encoding,
      ReadingOptions.knows(encoding: encoding)
    {
      // The encoding was named when the file was ingested.
      var named = reading
      named.encoding = encoding
      plan = try AnalyzedPlan(file, options: named)
    }
    return plan
  }

  /// Names of all documents of the library, or those that were given.
  static func names(_ given: [String], options: GlobalOptions) throws -> [String] {
    guard given.isEmpty else { return given }
    return try LibraryReader(folder: options.libraryPath).documents().map(\.record.document)
  }
}

/// The file of a document is not what the library has.
struct StalePlan: Error, CustomStringConvertible {
  let document: String
  let path: String

  var description: String {
    say(
      "\(document)：\(path) 在入库之后已改变。请先运行 'gangyao ingest \(path)'。",
      "\(document): \(path) has changed since it was ingested. Run 'gangyao ingest \(path)' first.")
  }
}
