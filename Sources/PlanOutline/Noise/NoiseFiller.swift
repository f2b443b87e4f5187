import PlanDocument

/// Accounts for every byte of the source: what is in no passage becomes a piece of noise.
struct NoiseFiller {
  let source: SourceText

  func fill(_ outline: inout Outline) {
    var taken = outline.noise.map(\.span)
    for passage in outline.passages {
      for piece in passage.text.pieces { taken.append(piece.source) }
    }
    taken.sort()
    var pieces: [NoisePiece] = []
    var position = 0
    for span in taken {
      if span.start > position {
        pieces.append(NoisePiece(span: TextSpan(position, span.start), reason: .blank))
      }
      position = max(position, span.end)
    }
    if position < source.bytes.count {
      pieces.append(NoisePiece(span: TextSpan(position, source.bytes.count), reason: .blank))
    }
    outline.noise = (outline.noise + pieces).sorted { $0.span < $1.span }
  }
}
