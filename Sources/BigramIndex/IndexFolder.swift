import ByteAccess

/// An index that keeps its commit point in a file beside its segments.
package struct IndexFolder: Sendable {
  package let path: String
  private static let commitName = "commit"
  private static let lockName = "lock"
  /// How often a reader begins again because a writer removed a segment under it.
  private static let attempts = 10

  package init(path: String) { self.path = path }

  /// Makes the folder where it is not there and keeps other writers out as long as the lock lives.
  ///
  /// - Throws: `FileLock.Held` where another writes, `FileError` for what the system refuses.
  package func lock(command: String) throws -> FileLock {
    try SmallFile.makeFolder(path)
    return try FileLock(path: path + "/" + Self.lockName, command: command)
  }

  /// The commit point; nil where the folder holds no index.
  package func commitPoint() throws(IndexError) -> CommitPoint? {
    do {
      return try CommitPoint(SmallFile.read(path + "/" + Self.commitName))
    } catch let error as FileError {
      if error.isMissing { return nil }
      throw .file(error)
    } catch let error as IndexError {
      throw error
    } catch {
      throw .commitPoint(found: "\(error)")
    }
  }

  /// The index as it is now; nil where the folder holds none.
  package func open() throws(IndexError) -> IndexSnapshot? {
    for attempt in 1...Self.attempts {
      guard let point = try commitPoint() else { return nil }
      do {
        return try IndexSnapshot(folder: path, commitPoint: point)
      } catch {
        guard case .file(let problem) = error, problem.isMissing, attempt < Self.attempts else {
          throw error
        }
      }
    }
    return nil
  }

  /// Makes a commit point the current one, at once, and removes segments that it does not name. The
  /// caller holds the lock.
  package func commit(_ point: CommitPoint) throws(IndexError) {
    do {
      try SmallFile.replace(path + "/" + Self.commitName, point.encode())
      try sweep(keeping: point)
    } catch {
      throw .file(error)
    }
  }

  /// Removes segment files that a commit point does not name: what crashes and merges left. The
  /// caller holds the lock.
  package func sweep(keeping point: CommitPoint) throws(FileError) {
    let kept = Set(point.segments.map(\.name))
    for name in try SmallFile.names(in: path)
    where CommitPoint.isSegmentName(name) && !kept.contains(name) {
      try SmallFile.remove(path + "/" + name)
    }
  }
}
