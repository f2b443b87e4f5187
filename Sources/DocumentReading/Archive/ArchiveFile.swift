import ByteAccess
import Glibc
import PlanDocument
import Synchronization

/// An archive of documents on the disk: ZIP, tar, tar.gz and the like. Nothing of it is ever
/// unpacked to the disk.
///
/// What it may unpack to is bounded: by the size of each document, and altogether by
/// `ReadingOptions.largestRatio` times the archive's own size.
package final class ArchiveFile: Sendable {
  /// Endings of the names of archives, lower case.
  package static let endings = [
    ".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst",
  ]

  /// A file in the archive.
  package struct Member: Sendable, Equatable {
    /// With `/` between folders, without `.` and `..`: a name, never a path to write to.
    package var name: String
    /// Bytes of it unpacked, as the archive claims.
    package var size: Int
    /// Its number among all entries.
    fileprivate var entry: Int
  }

  /// What is in it, in the order of the archive.
  package let members: [Member]
  /// Names of entries that would lead out of the archive; they are not read.
  package let escapes: [String]
  private let path: String
  private let options: ReadingOptions
  /// Bytes that it may unpack to altogether.
  private let limit: Int
  private let cursor: Mutex<Cursor>

  /// Where reading stands. Members are asked for about in their order; those that are passed on the
  /// way to a later one are kept until they are asked for.
  private struct Cursor {
    var reader: ArchiveReader?
    var next = 0
    var passed: [Int: [UInt8]] = [:]
    var unpacked = 0
    /// Numbers of entries that were not yet asked for.
    var wanted: Set<Int>
  }

  /// Looks through the archive; data is not unpacked as far as its form allows that.
  package init(path: String, options: ReadingOptions) throws(ReadingError) {
    self.path = path
    self.options = options
    var members: [Member] = []
    var escapes: [String] = []
    let limit = options.mostUnpacked(of: try Self.size(of: path))
    self.limit = limit
    var claimed = 0
    do throws(ArchiveFailure) {
      let reader = try ArchiveReader(path: path)
      var number = 0
      while let entry = try reader.next() {
        defer { number += 1 }
        claimed += entry.size ?? 0
        guard claimed <= limit else { throw .tooLarge(name: entry.name, bytes: claimed) }
        guard entry.isFile else { continue }
        guard let name = Self.plain(entry.name) else {
          escapes.append(entry.name)
          continue
        }
        members.append(Member(name: name, size: entry.size ?? 0, entry: number))
      }
    } catch {
      throw error.error(of: path)
    }
    self.members = members
    self.escapes = escapes
    cursor = Mutex(Cursor(wanted: Set(members.map(\.entry))))
  }

  /// The bytes of a member.
  ///
  /// - Parameter shownPath: what messages call it.
  package func bytes(of member: Member, as shownPath: String) throws(ReadingError) -> [UInt8] {
    guard member.size <= options.largestFile else {
      throw .tooLarge(path: shownPath, bytes: member.size, limit: options.largestFile)
    }
    let result: Result<[UInt8]?, ArchiveFailure> = cursor.withLock { cursor in
      do throws(ArchiveFailure) {
        return .success(try read(member, &cursor))
      } catch {
        // The next one begins anew.
        cursor.reader = nil
        return .failure(error)
      }
    }
    switch result {
    case .success(let bytes?): return bytes
    case .success(nil):
      throw .tooLarge(path: shownPath, bytes: options.largestFile + 1, limit: options.largestFile)
    case .failure(let failure): throw failure.error(of: shownPath)
    }
  }

  /// Nil where the member is larger than a document may be.
  private func read(
    _ member: Member, _ cursor: inout Cursor
  ) throws(ArchiveFailure) -> [UInt8]? {
    if let bytes = cursor.passed.removeValue(forKey: member.entry) { return bytes }
    if cursor.reader == nil || cursor.next > member.entry {
      cursor.reader = try ArchiveReader(path: path)
      cursor.next = 0
      cursor.unpacked = 0
    }
    guard let reader = cursor.reader else { return nil }
    while try reader.next() != nil {
      let number = cursor.next
      cursor.next += 1
      guard number == member.entry || (number < member.entry && cursor.wanted.contains(number))
      else {
        continue
      }
      let bytes = try unpack(member, reader, &cursor.unpacked)
      cursor.wanted.remove(number)
      if number == member.entry { return bytes }
      if let bytes { cursor.passed[number] = bytes }
    }
    throw .damaged("an entry is gone")
  }

  /// Nil where there is more of it than a document may have.
  private func unpack(
    _ member: Member, _ reader: ArchiveReader, _ unpacked: inout Int
  ) throws(ArchiveFailure) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      let piece = try reader.piece()
      if piece.isEmpty { return bytes }
      unpacked += piece.count
      guard unpacked <= limit else { throw .tooLarge(name: member.name, bytes: unpacked) }
      guard bytes.count + piece.count <= options.largestFile else { return nil }
      bytes += piece
    }
  }

  /// A name without `.` and empty steps; nil for one that is absolute or leads upwards.
  private static func plain(_ name: String) -> String? {
    let name = name.replacing("\\", with: "/")
    guard !name.hasPrefix("/") else { return nil }
    let steps = name.split(separator: "/").filter { $0 != "." }
    guard !steps.isEmpty, !steps.contains("..") else { return nil }
    if let first = steps.first, first.count == 2, first.hasSuffix(":") { return nil }
    return steps.joined(separator: "/")
  }

  private static func size(of path: String) throws(ReadingError) -> Int {
    do throws(FileError) {
      return try MappedFile(path: path).count
    } catch {
      throw error.isFolder ? .isFolder(path: path) : .cannotOpen(path: path, reason: error.reason)
    }
  }
}
