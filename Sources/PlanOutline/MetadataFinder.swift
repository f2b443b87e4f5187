import PlanDocument

/// Finds what a plan says of itself.
package struct MetadataFinder: Sendable {
  package init() {}

  package func metadata(of outline: Outline, source: SourceText) -> PlanMetadata {
    var metadata = PlanMetadata()
    if !outline.title.isEmpty {
      metadata.title = .init(outline.title.string, start: outline.title.sourceSpan?.start)
    }
    return metadata
  }
}
