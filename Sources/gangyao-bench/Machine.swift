import Foundation

/// What a measurement was made on.
enum Machine {
  /// Processor, how many, memory, system.
  static var description: String {
    let information = ProcessInfo.processInfo
    let memory = Double(information.physicalMemory) / Double(1 << 30)
    let processor =
      field("model name", of: "/proc/cpuinfo") ?? "unknown processor"
    return "\(processor), \(information.activeProcessorCount) cores, \(rounded(memory)) GiB, "
      + information.operatingSystemVersionString
  }

  static var compiler: String {
    #if compiler(>=6.4)
      let version = "Swift 6.4 or newer"
    #elseif compiler(>=6.3)
      let version = "Swift 6.3"
    #else
      let version = "Swift before 6.3"
    #endif
    #if DEBUG
      return version + ", debug (build with -c release to measure)"
    #else
      return version + ", release"
    #endif
  }

  /// Most memory that the process had resident so far, in megabytes; nil where the system does
  /// not say.
  static var peakMemory: Double? {
    field("VmHWM", of: "/proc/self/status")
      .flatMap { Double($0.prefix { $0.isNumber }) }.map { $0 * 1_024 / 1_000_000 }
  }

  static func rounded(_ value: Double) -> String {
    value.formatted(.number.precision(.significantDigits(3)).grouping(.never))
  }

  /// The first value of a name in a file of `name: value` lines.
  private static func field(_ name: String, of path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n")
    where line.hasPrefix(name) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return nil
  }
}
