/// A tar of files (POSIX.1-1988 ustar), for tests.
package enum PlainTar {
  package static func bytes(_ files: [(name: String, content: [UInt8])]) -> [UInt8] {
    var tar: [UInt8] = []
    for (name, content) in files {
      var head = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at place: Int) {
        for (offset, byte) in text.utf8.enumerated() { head[place + offset] = byte }
      }
      put(name, at: 0)
      put("0000644", at: 100)
      put(octal(content.count, digits: 11), at: 124)
      put("00000000000", at: 136)
      put("0", at: 156)
      put("ustar", at: 257)
      put("00", at: 263)
      put("        ", at: 148)
      put(octal(head.reduce(0) { $0 + Int($1) }, digits: 6) + "\0", at: 148)
      tar += head + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }
    return tar + [UInt8](repeating: 0, count: 1024)
  }

  private static func octal(_ value: Int, digits: Int) -> String {
    let text = String(value, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
