import DocumentReading
import PlanComparison
import PlanDocument
import PlanPipeline

extension PlanSource {
  /// What the totals of its tables come to.
  ///
  /// A library keeps the text of a plan, not the cells of its tables: they are read again from the
  /// file.
  ///
  /// - Returns: nil where the file of a document of the library is gone, or is another one by now.
  func tableSums() -> TableSums? {
    let id = DocumentID(document.document)
    if let outline, let source { return TableSums(outline, source: source, document: id) }
    var collector = FileCollector()
    var reading = ReadingOptions()
    reading.encoding = document.encoding
    guard let file = try? collector.file(at: document.path),
      let plan = try? AnalyzedPlan(file, options: reading),
      plan.checksum == document.checksum, plan.source.codePointCount == document.characters
    else { return nil }
    return TableSums(plan.outline, source: plan.source, document: id)
  }
}
