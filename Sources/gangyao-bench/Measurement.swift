import Foundation

/// Wall and processor time of some runs of one task.
struct Measurement {
  /// Seconds of each run, ascending.
  private(set) var wall: [Double] = []
  private(set) var processor: [Double] = []

  /// Times a task.
  ///
  /// - Parameter runs: how often, at least 1.
  init(runs: Int, _ task: () throws -> Void) rethrows {
    for _ in 0..<runs {
      let started = ContinuousClock.now
      let used = clock()
      try task()
      processor.append(Double(clock() - used) / Double(CLOCKS_PER_SEC))
      wall.append(Self.seconds(started.duration(to: .now)))
    }
    wall.sort()
    processor.sort()
  }

  /// Prints one line: median, smallest and largest time, and what it comes to.
  func print(_ name: String, bytes: Int, characters: Int) {
    let median = Self.median(wall)
    let perCharacters = Self.median(processor) / Double(max(1, characters)) * 100_000
    let speed = Double(bytes) / 1_000_000 / median
    Swift.print(
      "\(name)  median \(Machine.rounded(median)) s "
        + "(\(Machine.rounded(wall[0])) to \(Machine.rounded(wall[wall.count - 1])) s), "
        + "\(Machine.rounded(perCharacters)) s of CPU per 100,000 characters, "
        + "\(Machine.rounded(speed)) MB/s")
  }

  static func printPeakMemory() {
    guard let peak = Machine.peakMemory else { return }
    Swift.print("memory    \(Machine.rounded(peak)) MB at most")
  }

  /// - Parameter values: ascending, not empty.
  static func median(_ values: [Double]) -> Double { quantile(0.5, of: values) }

  /// The value below which a share of the values lies.
  static func quantile(_ share: Double, of values: [Double]) -> Double {
    values[min(values.count - 1, Int(share * Double(values.count)))]
  }

  static func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
