import PlanDocument

/// A heading that was recognised: what it says and which lines it takes.
struct OutlineHeading {
  enum Kind: Equatable {
    case numbered(NumberingStyle)
    case box
    case table
    case figure
    case appendix
    case glossary
  }

  var kind: Kind
  var number: Int?
  var label: String
  var title: MendedText
  /// All that is printed of it, marks at its end included.
  var text: MendedText
  /// Index of its last line.
  var lastLine: Int
  /// The text that follows on that line, of a run-in heading.
  var rest: TextSpan?

  var span: TextSpan { text.sourceSpan ?? TextSpan(0, 0) }
}
