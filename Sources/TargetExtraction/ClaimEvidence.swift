import PlanDocument

/// The headings around a passage that told the kind or the time of its numbers.
struct TellingHeadings {
  struct Heading: Equatable {
    var text: String
    var span: TextSpan
  }

  var kind: Heading?
  var year: Heading?
}

/// Collects the words that gave each field of a claim.
struct ClaimEvidence {
  let text: PassageText
  let headings: TellingHeadings

  func evidence(of claim: PassageExtractor.Claim) -> [FieldEvidence] {
    let mention = claim.mention
    let subject = claim.subject
    var found = [words(.value, mention.number, of: claim)]
    found += mention.unit.map { words(.unit, $0, of: claim) }
    if let bound = mention.boundWords ?? (mention.bound == nil ? subject.boundWords : nil) {
      found.append(words(.op, bound, of: claim))
    }
    if let change = subject.changeWords { found.append(words(.change, change, of: claim)) }
    if let borrowed = claim.borrowed { found.append(words(.indicator, borrowed, of: claim)) }
    for part in subject.parts where !part.isEmpty && part != claim.borrowed {
      found.append(words(.indicator, part, of: claim))
    }
    if let time = claim.time, time.year != nil {
      found.append(words(.year, time.range, of: claim))
    }
    if let time = claim.inheritedTime {
      found.append(words(.yearInherited, time.range, of: claim, elsewhere: .paragraph))
    } else if claim.headingYear != nil, let heading = headings.year {
      found.append(self.heading(.yearInherited, heading))
    }
    if let perYear = claim.perYearWords { found.append(words(.per, perYear, of: claim)) }
    found += kind(claim)
    if let basis = subject.rateBasisWords { found.append(words(.rateBasis, basis, of: claim)) }
    if let reference = claim.reference, reference.year != nil {
      found.append(words(.referenceYear, reference.range, of: claim))
    }
    return found
  }

  private func kind(_ claim: PassageExtractor.Claim) -> [FieldEvidence] {
    switch claim.kindGround {
    case .words(let range): [words(.kind, range, of: claim)]
    case .time: claim.time.map { [words(.kind, $0.range, of: claim)] } ?? []
    case .unit: headings.kind.map { [heading(.kind, $0)] } ?? []
    case .inheritedTime:
      if let time = claim.inheritedTime {
        [words(.kind, time.range, of: claim, elsewhere: .paragraph)]
      } else {
        headings.year.map { [heading(.kind, $0)] } ?? []
      }
    case .nothing: []
    }
  }

  /// Words of the passage with the place that they have, seen from the claim's clause.
  func words(
    _ field: FieldEvidence.Field, _ range: Range<Int>, of claim: PassageExtractor.Claim,
    elsewhere: FieldEvidence.Origin? = nil
  ) -> FieldEvidence {
    let isNear = range.lowerBound >= claim.clause.lowerBound
    let isInSentence = range.lowerBound >= claim.sentence.lowerBound
    return FieldEvidence(
      field: field, text: text.string(range), span: text.span(range),
      origin: elsewhere ?? (isNear ? .clause : isInSentence ? .sentence : .paragraph))
  }

  private func heading(
    _ field: FieldEvidence.Field, _ heading: TellingHeadings.Heading
  ) -> FieldEvidence {
    FieldEvidence(field: field, text: heading.text, span: heading.span, origin: .heading)
  }
}
