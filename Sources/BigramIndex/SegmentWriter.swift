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
    try write(builder.finish(), to: folder, name: name)
  }

  /// Writes what a serializer has likewise; a file left half-written is removed.
  static func write(
    _ serializer: consuming SegmentSerializer, to folder: String, name: String
  ) throws(IndexError) -> CommitPoint.Entry {
    let path = folder + "/" + name
    do {
      try write(serializer, to: path)
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

  private static func write(
    _ serializer: consuming SegmentSerializer, to path: String
  ) throws(FileError) {
    var file = try NewFile(path: path)
    try serializer.finish(to: &file)
    try file.finish()
  }
}
