import PlanDocument
import PlanExport
import TargetExtraction

/// One record explained to a person: the rule, the words that gave each field, what was borrowed.
struct TargetExplanation {
  let record: TargetRecord

  var lines: [String] {
    let amount = "\(record.op) \(record.text)"
    var lines = [
      Console.bold("\(record.id)  \(record.kind)  \(record.indicator)  \(amount)"),
      "  " + place,
      "  " + DisplayWidth.pad(say("原句", "sentence"), to: 16) + sentence,
    ]
    let rule = ExtractionRule.named(record.rule)
    lines.append(row(say("规则", "rule"), record.rule, say(rule?.chinese ?? "", rule?.meaning ?? "")))
    for (index, words) in record.evidence.enumerated() {
      let isFirst = index == 0 || record.evidence[index - 1].field != words.field
      lines.append(
        row(isFirst ? name(of: words.field) : "", "「\(words.text)」", placed(words)))
    }
    for field in unsaid { lines.append(field) }
    if let borrowed = record.subjectBorrowed, let offset = record.subjectBorrowedOffset {
      lines.append(
        row(say("借用", "borrowed"), "「\(borrowed)」", say("偏移 \(offset)", "offset \(offset)")))
    }
    let doubts = record.doubts.map { say($0.chinese, $0.english) }
    lines.append(
      row(
        say("置信度", "confidence"), JSONValue.text(of: record.confidence) ?? "",
        doubts.isEmpty
          ? say("没有疑点", "no doubts") : doubts.joined(separator: say("；", "; "))))
    return lines
  }

  private var place: String {
    let page = record.page.map { say("第\($0)页，", "p. \($0), ") } ?? ""
    let line = say(
      "第 \(record.line) 行，偏移 \(record.offset)", "line \(record.line), offset \(record.offset)")
    return Console.dim(page + line + (record.path.isEmpty ? "" : "  " + record.path))
  }

  /// The sentence with the value marked where it can be found.
  private var sentence: String {
    guard record.sentence.ranges(of: record.text).count == 1,
      let range = record.sentence.firstRange(of: record.text)
    else { return record.sentence }
    return record.sentence[..<range.lowerBound] + Console.marked(record.text)
      + record.sentence[range.upperBound...]
  }

  /// Fields whose value no word gives.
  private var unsaid: [String] {
    let given = Set(record.evidence.map(\.field))
    var rows: [String] = []
    func note(_ field: FieldEvidence.Field, _ value: String, _ chinese: String, _ english: String) {
      if !given.contains(field) { rows.append(row(name(of: field), value, say(chinese, english))) }
    }
    note(.op, record.op, "没有界限词", "no word of bound")
    note(.change, record.change, "没有表示变化的词", "no word of change")
    note(.kind, record.kind, "没有表示完成或计划的词", "no word of doing or planning")
    if record.year == nil, record.yearInherited == nil {
      let guess = record.yearGuess.map { say("推测 \($0)", "guessed \($0)") } ?? "–"
      note(.year, guess, "句中没有时间", "no time in the sentence")
    }
    return rows
  }

  private func row(_ head: String, _ value: String, _ note: String) -> String {
    "  " + DisplayWidth.pad(head, to: 16) + DisplayWidth.pad(value, to: 24) + "  "
      + Console.dim(note)
  }

  private func placed(_ words: EvidenceRecord) -> String {
    let origin = say(words.origin.chinese, words.origin.english)
    return say(
      "\(origin)，第 \(words.line) 行，偏移 \(words.offset)",
      "\(origin), line \(words.line), offset \(words.offset)")
  }

  private func name(of field: FieldEvidence.Field) -> String {
    let column = RecordColumns<TargetRecord>.targets.columns.first { $0.name == field.rawValue }
    return say(column?.chinese ?? field.rawValue, column?.english ?? field.rawValue)
  }
}
