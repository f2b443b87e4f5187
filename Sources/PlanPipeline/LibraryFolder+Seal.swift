import ByteAccess

/// The seal of a library's catalog.
extension LibraryFolder {
  /// What a seal says of the catalog's file.
  package enum SealState: Equatable {
    case sound
    /// Nothing can be said: the last writer did not get to the end.
    case missing
    case broken([LibraryFault])
  }

  /// Compares the catalog's file with its seal. A process that has a connection to the catalog open
  /// does not do this (`CatalogSeal.init(ofFile:)`).
  package func checkSeal() throws(FileError) -> SealState {
    while true {
      guard let before = try sealBytes() else { return .missing }
      guard let seal = CatalogSeal(before) else { return .broken([.seal(path: self.seal)]) }
      let found = try CatalogSeal(ofFile: catalog)
      if found == seal { return .sound }
      // A writer takes the seal away before it changes a byte.
      guard try sealBytes() == before else { continue }
      var faults = seal.differences(to: found).map {
        LibraryFault.catalogBytes(path: catalog, first: $0.lowerBound, last: $0.upperBound - 1)
      }
      if found.size != seal.size {
        faults.append(.catalogSize(path: catalog, found: found.size, expected: seal.size))
      }
      return .broken(faults)
    }
  }

  var isSealed: Bool { (try? sealBytes()) != nil }

  /// Takes the seal away for good, before a first change.
  func breakSeal() throws(FileError) {
    guard isSealed else { return }
    try SmallFile.remove(seal)
    try SmallFile.flushFolder(of: seal)
  }

  /// Seals the catalog as it is. The caller holds the lock, has closed its connection and knows that
  /// the log is empty.
  func writeSeal() throws(FileError) {
    try SmallFile.replace(seal, CatalogSeal(ofFile: catalog).encode())
  }

  private func sealBytes() throws(FileError) -> [UInt8]? {
    do {
      return try SmallFile.read(seal)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }
}
