import ByteAccess
import Foundation
import TestSupport
import Testing

@Suite("Integers from bytes")
struct IntegerTests {
  @Test("read back what was written, and nil past the end")
  func roundTrip() throws {
    var writer = ByteWriter()
    writer.append(UInt16(0xABCD))
    writer.append(UInt32(0xDEAD_BEEF))
    writer.append(UInt64(0x0123_4567_89AB_CDEF))
    let values: [UInt64] = [0, 1, 127, 128, 300, 1 << 35, .max]
    for value in values { writer.append(varint: value) }
    let bytes = writer.bytes
    let span = unsafe bytes.span.bytes
    #expect(span.uint16(at: 0) == 0xABCD)
    #expect(span.uint32(at: 2) == 0xDEAD_BEEF)
    #expect(span.uint64(at: 6) == 0x0123_4567_89AB_CDEF)
    var offset = 14
    for value in values { #expect(span.varint(at: &offset) == value) }
    #expect(offset == bytes.count)
    #expect(span.varint(at: &offset) == nil)
    #expect(span.uint16(at: bytes.count - 1) == nil)
    #expect(span.uint32(at: -1) == nil)
    #expect(span.uint64(at: .max) == nil)
  }

  @Test("refuse a varint that does not end or does not fit")
  func badVarints() {
    for bytes: [UInt8] in [[0x80], Array(repeating: 0xFF, count: 12), []] {
      var offset = 0
      #expect(unsafe bytes.span.bytes.varint(at: &offset) == nil)
      #expect(offset == 0)
    }
  }
}

@Suite("Checksums")
struct ChecksumTests {
  @Test("CRC-32C of RFC 3720's examples")
  func crc() {
    #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
    #expect(CRC32C.checksum([UInt8](repeating: 0xFF, count: 32)) == 0x62A8_AB43)
    #expect(CRC32C.checksum(Array(0..<32)) == 0x46DD_794E)
    #expect(CRC32C.checksum(Array("123456789".utf8)) == 0xE306_9283)
    #expect(CRC32C.checksum([]) == 0)
    Array("123456789".utf8).withLittleEndianBytes { bytes in
      for cut in 0...9 {
        let start = CRC32C.checksum(bytes, 0..<cut)
        #expect(CRC32C.checksum(bytes, cut..<9, after: start) == 0xE306_9283)
      }
    }
  }

  @Test("CRC-32C with and without the processor's instruction for it")
  func crcBothWays() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
        UInt8.random(in: .min ... .max, using: &random)
      }
      let start = UInt32.random(in: .min ... .max, using: &random)
      let cut = Int.random(in: 0...bytes.count, using: &random)
      bytes.withLittleEndianBytes { all in
        let part = all.extracting(cut..<bytes.count)
        #expect(
          CRC32C.checksum(all, cut..<bytes.count, after: start)
            == CRC32C.withoutHardware(part, after: start))
      }
    }
    Array("123456789".utf8).withLittleEndianBytes { bytes in
      #expect(CRC32C.withoutHardware(bytes) == 0xE306_9283)
    }
  }

  @Test("SHA-256 of FIPS 180-4's examples, in one piece and in many")
  func sha() {
    #expect(
      SHA256.hexDigest(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hexDigest(of: [])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let long = [UInt8](repeating: 0x61, count: 100_000)
    let whole = SHA256.hexDigest(of: long)
    for size in [1, 63, 64, 65, 1_000] {
      var hash = SHA256()
      for start in stride(from: 0, to: long.count, by: size) {
        hash.update(Array(long[start..<min(start + size, long.count)]))
      }
      #expect(hash.finish() == whole, "pieces of \(size)")
    }
  }
}

@Suite("Files")
struct FileTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/files-\(UUID().uuidString)"
    try SmallFile.makeFolder(folder + "/a/b")
  }

  @Test("are replaced at once, created only once, and mapped as they are")
  func files() throws {
    let path = folder + "/a/b/x"
    try Self.create(path, [[1, 2], [], [3]])
    #expect(throws: FileError(path: path, operation: "create", code: EEXIST)) {
      try Self.create(path, [[4]])
    }
    let old = try MappedFile(path: path)
    try SmallFile.replace(path, [4, 5])
    #expect(try SmallFile.read(path) == [4, 5])
    #expect(old.bytes(0..<3) == [1, 2, 3])
    #expect(old.bytes(2..<4) == nil)
    #expect(try SmallFile.names(in: folder + "/a/b") == ["x"])
    try SmallFile.remove(path)
    try SmallFile.remove(path)
    #expect(old.withBytes { $0.uint8(at: 2) } == 3)
  }

  private static func create(_ path: String, _ pieces: [[UInt8]]) throws {
    let file = try NewFile(path: path)
    for piece in pieces {
      try piece.withLittleEndianBytes { bytes throws(FileError) in try file.append(bytes) }
    }
    try file.finish()
  }

  @Test("in the making take other bytes at their start")
  func start() throws {
    let path = folder + "/start"
    let file = try NewFile(path: path)
    try [UInt16(0x0201), 0x0403].withLittleEndianBytes { bytes throws(FileError) in
      try file.append(bytes)
    }
    try [UInt8(9)].withLittleEndianBytes { bytes throws(FileError) in
      try file.replaceStart(by: bytes)
    }
    try file.finish()
    #expect(try SmallFile.read(path) == [9, 2, 3, 4])
  }

  @Test("that are missing, empty or folders are said to be so")
  func faults() throws {
    #expect(throws: FileError(path: "/nowhere/x", operation: "open", code: ENOENT)) {
      try MappedFile(path: "/nowhere/x")
    }
    #expect(throws: FileError.self) { try MappedFile(path: folder) }
    try Self.create(folder + "/empty", [])
    #expect(try MappedFile(path: folder + "/empty").count == 0)
    #expect(
      FileError(path: "p", operation: "open", code: ENOENT).description
        == "p: cannot open: No such file or directory. Check the name.")
    #expect(throws: FileError(path: "/dev/null", operation: "read", reason: .device)) {
      try MappedFile(path: "/dev/null")
    }
  }

  @Test("a lock has one holder, whose text names it, and goes with it")
  func lock() throws {
    let path = folder + "/lock"
    do {
      let held = try FileLock(path: path, command: "test")
      #expect(throws: FileLock.Held(path: path, holder: "process \(getpid()) (test)")) {
        try FileLock(path: path, command: "other")
      }
      withExtendedLifetime(held) {}
    }
    _ = try FileLock(path: path, command: "again")
  }

  @Test("a lock that is not got leaves the files of other threads alone")
  func heldBesideOthers() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("lock").path
    let held = try FileLock(path: path, command: "test")
    let rounds = 3000
    _ = try SideBySide.map(2) { thread in
      for round in 0..<rounds {
        if thread == 0 {
          #expect(throws: FileLock.Held.self) { try FileLock(path: path, command: "other") }
        } else {
          let name = folder.appendingPathComponent("\(round)").path
          let file = try NewFile(path: name)
          try [UInt8](repeating: 1, count: 100).withLittleEndianBytes { bytes throws(FileError) in
            try file.append(bytes)
          }
          #expect(try MappedFile(path: name).count == 100)
        }
      }
    }
    withExtendedLifetime(held) {}
  }
}
