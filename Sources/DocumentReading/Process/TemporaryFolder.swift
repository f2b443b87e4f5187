import Foundation

/// A folder for one document's files, gone when it is no longer used.
final class TemporaryFolder {
  let path: String

  /// - Throws: what the operating system says.
  init() throws {
    path = NSTemporaryDirectory() + "/gangyao-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file into it and returns its path.
  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}
