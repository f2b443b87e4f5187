import PlanDocument

/// The notice that a plan is attached to: 关于印发《…》的通知.
struct Notice {
  /// Its lines among those that were looked at: from its title to what stands in front of the plan.
  var lines: Range<Int>
  /// Its title, over as many lines as it has.
  var title: SqueezedText
  /// The lines of the title where it stands last.
  var titleLines: Range<Int>
  /// Characters of the title that name what is attached, without 《》.
  var name: Range<Int>
  /// Characters of the word for what is done with it: 印发.
  var verb: Range<Int>
  /// The lines of the attached plan's own title; nil where it has none.
  var attachedTitle: Range<Int>?
  /// Whether text follows that can be the plan.
  var hasAttachment: Bool

  var verbText: String { title.text(verb) }
  var asksForOpinions: Bool { NoticeWords.asking.contains { verbText.contains($0) } }
}
