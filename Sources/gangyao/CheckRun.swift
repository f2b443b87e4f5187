import PlanComparison
import PlanDocument

/// The plans of one `check` with what was found.
struct CheckRun {
  let overall: CheckedPlan
  /// Empty where a plan is held against itself.
  let others: [CheckedPlan]
  var verdicts: [Verdict]
  /// What could not be read.
  let problems: [(path: String, error: any Error)]
  /// Whether the file of a plan that is held against itself is gone, so that its tables were not read.
  let lacksTables: Bool
  var summary = CheckSummary()

  /// - Parameters:
  ///   - plans: the overall plan, then others.
  ///   - against: a folder of others.
  /// - Throws: where the overall plan cannot be read, or the only other one.
  init(
    plans: [String], against: String?, files: IndicatorFiles, options: GlobalOptions
  ) throws {
    let first = try PlanSource.resolve(plans[0], options: options)
    // Only a plan that is held against itself is asked whether it adds up.
    let tables = plans.count == 1 && against == nil ? first.tableSums() : TableSums()
    let overall = first.checked(files, tables: tables ?? TableSums())
    var others: [CheckedPlan] = []
    var problems: [(path: String, error: any Error)] = []
    for name in plans.dropFirst() {
      do {
        others.append(try PlanSource.resolve(name, options: options).checked(files))
      } catch {
        guard plans.count > 2 else { throw error }
        problems.append((name, error))
      }
    }
    if let against {
      let folder = try PlanSource.all(in: against)
      // The overall plan may stand in the same folder.
      others += folder.plans.filter {
        $0.document.document != first.document.document
          && $0.document.checksum != first.document.checksum
      }.map { $0.checked(files) }
      problems += folder.problems
    }
    let check = PlanCheck(mapping: files.mapping, words: files.words)
    var verdicts: [Verdict] = []
    if others.isEmpty, against == nil, problems.isEmpty {
      verdicts = check.verdicts(within: overall)
    } else {
      for other in others { verdicts += check.verdicts(overall, other) }
      verdicts += check.untaken(overall, by: others, besides: verdicts)
    }
    lacksTables = tables == nil
    self.overall = overall
    self.others = others
    self.verdicts = verdicts
    self.problems = problems
  }

  var documents: [DocumentRecord] { [overall.document] + others.map(\.document) }
}
