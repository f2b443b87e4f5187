import Foundation
import PlanPipeline
import Testing

@Suite("The seal of a catalog")
struct SealTests {
  private let place: Workplace
  private var catalog: String { place.library + "/catalog.sqlite" }
  private var seal: String { place.library + "/catalog.seal" }

  init() throws {
    place = try Workplace()
    for name in ["a", "b"] { try place.write("\(name).txt", plan("林业\(name)")) }
    try place.ingest()
    // Leaves pages that nothing uses.
    try place.write("b.txt", "某市规划\n\n一、目标\n\n到2025年，入学率达到99%。\n")
    try place.ingest()
  }

  private func report() throws -> LibraryVerifier.Report {
    try LibraryVerifier(folder: place.library).verify()
  }

  @Test("verify finds every changed byte of the catalog, those that nothing uses too")
  func everyByte() throws {
    #expect(try report().faults.isEmpty && report().isSealed)
    let file = URL(fileURLWithPath: catalog)
    let sound = try Data(contentsOf: file)
    let folder = LibraryFolder(place.library)
    // The zeros behind the cells of a page, and places anywhere.
    var places = Array(stride(from: 0, to: sound.count, by: max(1, sound.count / 60)))
    places += sound.indices.dropFirst(1).filter { sound[$0] == 0 && sound[$0 - 1] == 0 }
      .enumerated().filter { $0.offset % 997 == 0 }.map(\.element)
    for offset in places {
      var damaged = sound
      damaged[offset] ^= 0x10
      try damaged.write(to: file)
      #expect(
        try folder.checkSeal()
          == .broken([.catalogBytes(path: catalog, first: 0, last: sound.count - 1)]),
        "byte \(offset)")
    }
    for tail in [Data([0]), Data(repeating: 0, count: 4096), Data("tail".utf8)] {
      try (sound + tail).write(to: file)
      #expect(
        try report().faults.contains(
          .catalogSize(path: catalog, found: sound.count + tail.count, expected: sound.count)))
    }
    try sound.write(to: file)
    #expect(try report().faults.isEmpty)
  }

  @Test("verify finds damage of the seal itself")
  func damagedSeal() throws {
    let sound = try Data(contentsOf: URL(fileURLWithPath: seal))
    for offset in sound.indices {
      var damaged = sound
      damaged[offset] ^= 0x01
      try damaged.write(to: URL(fileURLWithPath: seal))
      #expect(try !report().faults.isEmpty, "byte \(offset)")
    }
    for damaged in [Data(), sound.dropLast(), sound + Data("\n".utf8)] {
      try Data(damaged).write(to: URL(fileURLWithPath: seal))
      #expect(try report().faults == [.seal(path: seal)])
    }
  }

  @Test("is missing where a writer died, which is no damage, and there again after the next")
  func missing() throws {
    struct Stop: Error {}
    try place.write("a.txt", plan("矿业"))
    #expect(throws: Stop.self) {
      try place.ingest { if $0 == .committed { throw Stop() } }
    }
    #expect(try report().faults.isEmpty)
    #expect(try !report().isSealed)
    try place.ingest()
    #expect(try report().isSealed)
    #expect(try report().faults.isEmpty)
    try FileManager.default.removeItem(atPath: seal)
    #expect(try report().faults.isEmpty)
    _ = try LibraryWriter.remove(["a"], from: place.library)
    #expect(try report().isSealed)
  }

  @Test("stays as it is where nothing changes, and goes with the catalog it belongs to")
  func unchanged() throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: seal))
    _ = try place.matches("林业")
    try place.ingest()
    #expect(try Data(contentsOf: URL(fileURLWithPath: seal)) == before)
    try FileManager.default.removeItem(atPath: catalog)
    try place.ingest()
    #expect(try report().faults.isEmpty && report().isSealed)
    try place.ingest(options: .init(isRebuild: true))
    #expect(try report().faults.isEmpty && report().isSealed)
  }

  @Test("says which blocks differ")
  func blocks() throws {
    let written = CatalogSeal(size: 3 << 20, checksums: [1, 2, 3])
    let block = CatalogSeal.blockSize
    #expect(
      written.differences(to: CatalogSeal(size: 3 << 20, checksums: [1, 5, 6])) == [
        block..<3 * block
      ])
    #expect(CatalogSeal(written.encode()) == written)
    let empty = CatalogSeal(size: 0, checksums: [])
    #expect(CatalogSeal(empty.encode()) == empty)
  }
}
