/// A ZIP of files that are stored as they are, for tests.
package enum StoredZip {
  package static func bytes(_ files: [(name: String, content: [UInt8])]) -> [UInt8] {
    var zip: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in files {
      let place = zip.count
      let head =
        words([20, 0x0800, 0, 0, 0x5C21]) + longs([crc(content), content.count, content.count])
        + words([name.utf8.count, 0])
      zip += longs([0x0403_4B50]) + head + Array(name.utf8) + content
      directory +=
        longs([0x0201_4B50]) + words([20]) + head + words([0, 0, 0]) + longs([0, place])
        + Array(name.utf8)
    }
    let start = zip.count
    return zip + directory + longs([0x0605_4B50]) + words([0, 0, files.count, files.count])
      + longs([directory.count, start]) + words([0])
  }

  private static func words(_ values: [Int]) -> [UInt8] {
    values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8 & 0xFF)] }
  }

  private static func longs(_ values: [Int]) -> [UInt8] {
    values.flatMap { value in (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) } }
  }

  private static func crc(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
}
