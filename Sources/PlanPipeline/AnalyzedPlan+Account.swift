import PlanDocument
import TargetExtraction

extension AnalyzedPlan {
  /// Every number of the source in order with what became of it.
  package var numberRecords: [NumberRecord] {
    TargetExtractor().account(in: outline, source: source, document: id, metadata: metadata)
      .map { NumberRecord($0, of: outline, source: source, document: id) }
  }
}
