import ArgumentParser
import PlanPipeline

/// Which documents, and which part of them, a command looks at.
struct PlaceArguments: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp(say("只看这些文件（可多次）。", "Only these documents (repeatable).")))
  var doc: [String] = []

  @Option(name: .customLong("in"), help: ArgumentHelp(say("只在此部分（第三篇）。", "Only in this part.")))
  var part: String?

  var filter: PassageFilter {
    var filter = PassageFilter()
    filter.documents = doc
    filter.path = part.map(PathSelection.init)
    return filter
  }
}
