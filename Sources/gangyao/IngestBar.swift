import PlanPipeline

/// The line that tells how far an ingest has come: `███░░░ 12/84 · 1.2M 字 · 剩 0:32 · plans/a.txt`.
struct IngestBar {
  let started: ContinuousClock.Instant

  private static let width = 12

  func line(_ path: String, _ state: IngestProgress, at now: ContinuousClock.Instant) -> String {
    let share =
      state.bytesTotal > 0
      ? min(1, Double(state.bytesDone) / Double(state.bytesTotal))
      : Double(state.number - 1) / Double(max(1, state.total))
    let full = Int(share * Double(Self.width))
    let bar =
      String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
    var parts = [
      "\(bar) \(state.number)/\(state.total)",
      Self.short(state.characters) + say(" 字", " characters"),
    ]
    if let left = secondsLeft(share, started.duration(to: now)) {
      parts.append(say("剩 ", "") + Self.clock(left) + say("", " left"))
    }
    parts.append(path)
    return parts.joined(separator: " · ")
  }

  /// Nil while there is nothing to tell it by.
  private func secondsLeft(_ share: Double, _ passed: Duration) -> Int? {
    let seconds = passed / .seconds(1)
    guard seconds >= 2, share > 0.01 else { return nil }
    return Int((seconds / share * (1 - share)).rounded(.up))
  }

  static func clock(_ seconds: Int) -> String {
    let rest = seconds % 60
    let minutes = seconds / 60 % 60
    let hours = seconds / 3600
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }

  /// 1234567 as 1.2M.
  static func short(_ count: Int) -> String {
    switch count {
    case ..<10_000: "\(count)"
    case ..<1_000_000: "\(count / 1_000)k"
    default: "\(count / 1_000_000).\(count / 100_000 % 10)M"
    }
  }
}
