import PlanPipeline
import PlanQuery
import TargetEvaluation

/// Queries of every form, made from words of the corpus.
struct QueryMix {
  struct Entry {
    /// What is measured together: `phrase`, `or`, `number` …
    let form: String
    let text: String
  }

  let entries: [Entry]

  /// - Parameters:
  ///   - words: runs of Han characters of the corpus.
  ///   - count: queries of each form.
  init(_ words: [String], count: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    func word() -> String { words.randomElement(using: &random) ?? "发展" }
    func number() -> Int { Int.random(in: 1...100, using: &random) }
    func one(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
    let units = ["亿元", "万元", "%", "个百分点", "公里", "万亩", "人"]
    var entries: [Entry] = []
    for _ in 0..<count {
      entries += [
        Entry(form: "phrase", text: word()),
        Entry(form: "and", text: "\(word()) \(word())"),
        Entry(form: "or", text: "\(word()) OR \(word()) OR \(word())"),
        Entry(form: "not", text: "\(word()) NOT \(word())"),
        Entry(form: "near", text: "\(word()) NEAR/\(number()) \(word())"),
        Entry(form: "open", text: "\(word())?\(word())"),
        Entry(form: "field", text: one(["kind:段落", "heading:", "title:", "in:第一章", "box:*"])),
        Entry(form: "number", text: "value:>=\(number())\(one(units))"),
        Entry(
          form: "number", text: "\(word()) year:\(one(["2025", "2030"])) unit:\(one(units))"),
        Entry(form: "number", text: "indicator:\(word()) value:>\(number())"),
        Entry(form: "regex", text: "/\(word()).{0,6}\(word())/"),
        Entry(form: "regex", text: "/(\(word())|\(word()))[0-9]+/"),
      ]
    }
    self.entries = entries.map { entry in
      guard entry.form == "field" else { return entry }
      let text = entry.text.hasSuffix(":") ? entry.text + word() : entry.text
      return Entry(form: entry.form, text: "\(word()) \(text)")
    }
  }

  /// Times parsing, conditions and the first ten hits of each query as the command gives them (near
  /// matches where nothing is exact), form by form, after a check that
  /// the number of hits is that of all matches one by one.
  ///
  /// - Returns: microseconds by form, in the order of the forms.
  func measure(in view: LibraryView, runs: Int) throws -> [(form: String, times: [Double])] {
    let searcher = Searcher(view.index)
    let conditions = LibraryConditions(view)
    var forms: [String] = []
    var times: [String: [Double]] = [:]
    for entry in entries {
      let query = try conditions.query(entry.text)
      let total = try searcher.search(query, limit: 10, orNear: false).total
      var counted = 0
      try searcher.forEachMatch(query) { _, _ in
        counted += 1
        return true
      }
      guard counted == total else {
        throw WrongAnswer("\(entry.text): \(total) passages, of which \(counted) are found")
      }
      if times[entry.form] == nil { forms.append(entry.form) }
      for _ in 0..<runs {
        let started = ContinuousClock.now
        _ = try view.search(
          conditions.query(entry.text), with: searcher, within: nil, offset: 0, limit: 10)
        times[entry.form, default: []].append(
          Measurement.seconds(started.duration(to: .now)) * 1e6)
      }
    }
    return forms.map { ($0, times[$0] ?? []) }
  }
}
