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
    var builder = builder
    return try write(to: folder, name: name) { file throws(IndexError) in
      try IndexError.ofFile { () throws(FileError) in try builder.finish(to: file) }
    }
  }

  /// Writes likewise what `body` puts into the file; a file left half-written is removed.
  static func write(
    to folder: String, name: String, _ body: (any ByteSink) throws(IndexError) -> Void
  ) throws(IndexError) -> CommitPoint.Entry {
    let path = folder + "/" + name
    let file = try IndexError.ofFile { () throws(FileError) in try NewFile(path: path) }
    do {
      try body(file)
      try IndexError.ofFile { () throws(FileError) in
        try file.finish()
        try SmallFile.flushFolder(of: path)
      }
    } catch {
      try? SmallFile.remove(path)
      throw error
    }
    let segment = try Segment(path: path)
    return CommitPoint.Entry(
      name: name, checksum: segment.checksum, documents: segment.documentCount,
      tokens: segment.tokenCount)
  }
}
