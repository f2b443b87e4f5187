import ByteAccess

/// Puts segments on the disk.
package enum SegmentWriter {
  /// Writes a segment to a new file and flushes the file and its folder.
  ///
  /// - Parameter name: one that the commit point gives with `takeName`.
  /// - Returns: the segment's entry for the commit point.
  package static func write(
    _ builder: consuming SegmentBuilder, to folder: String, name: String
  ) throws(IndexError) -> CommitPoint.Entry {
    let bytes = builder.finish()
    return try write(bytes, to: folder, name: name)
  }

  /// Writes a segment's bytes likewise; a file left half-written is removed.
  package static func write(
    _ bytes: [UInt8], to folder: String, name: String
  ) throws(IndexError) -> CommitPoint.Entry {
    let path = folder + "/" + name
    do {
      try SmallFile.create(path, bytes)
      try SmallFile.flushFolder(of: path)
    } catch {
      if error.operation != "create" { try? SmallFile.remove(path) }
      throw .file(error)
    }
    let segment = try Segment(path: path)
    return CommitPoint.Entry(
      name: name, checksum: segment.checksum, documents: segment.documentCount,
      tokens: segment.tokenCount)
  }
}
