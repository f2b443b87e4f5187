import PlanDocument

/// One difference between two versions of a plan.
package struct VersionChange: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case section, paragraph, target
  }

  package enum Status: String, Sendable, CaseIterable {
    case added, removed
    /// A section under another one, or in another order.
    case moved
    /// Other words in the same place; of a section its title.
    case reworded
    /// A target with another value, bound, unit or year.
    case changed
  }

  /// One side of it.
  package struct Side: Sendable {
    package var path: String
    package var line: Int
    package var text: String
    package var target: TargetRecord?
  }

  package var kind: Kind
  package var status: Status
  /// Title of the section, or the name of the indicator.
  package var name: String
  package var old: Side?
  package var new: Side?
  /// What the new target is against the old one.
  package var verdict: Verdict?
}
