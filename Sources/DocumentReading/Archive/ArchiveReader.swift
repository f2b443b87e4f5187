import CArchive

/// Why an archive could not be read.
enum ArchiveFailure: Error, Equatable {
  /// No archive, or a damaged one; in libarchive's words.
  case damaged(String)
  /// An entry behind a password.
  case encrypted(name: String)
  /// More entries than are looked through.
  case tooMany(Int)
}

/// One entry of an archive.
struct ArchiveEntry: Equatable {
  /// As the archive has it, with `/` between folders: a name, never a path to write to.
  var name: String
  var isFile: Bool
  /// Bytes of it unpacked, as the archive claims; nil where it does not say.
  var size: Int?
}

/// libarchive, entry by entry: the only file of this module that touches the library.
///
/// Everything stays in memory; nothing is unpacked to the disk.
@safe
final class ArchiveReader {
  /// Entries that are looked through, at most.
  static let mostEntries = 20_000

  private let archive: OpaquePointer
  private var current: ArchiveEntry?
  private var entries = 0

  private init(_ archive: OpaquePointer) { unsafe self.archive = archive }

  /// Opens a ZIP that lies in memory.
  static func zip<R, E: Error>(
    _ bytes: [UInt8], _ body: (ArchiveReader) throws(E) -> R
  ) throws(ArchiveFailure) -> Result<R, E> {
    guard let archive = unsafe archive_read_new() else { throw .damaged("no memory") }
    defer { unsafe archive_read_free(archive) }
    unsafe archive_read_support_format_zip_seekable(archive)
    let failure: Result<R, E>? = unsafe bytes.withUnsafeBytes { buffer -> Result<R, E>? in
      guard
        unsafe archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK
      else { return nil }
      let reader = unsafe ArchiveReader(archive)
      do throws(E) {
        return .success(try body(reader))
      } catch {
        return .failure(error)
      }
    }
    guard let failure else { throw .damaged(unsafe message(archive)) }
    return failure
  }

  /// The next entry, nil at the end.
  func next() throws(ArchiveFailure) -> ArchiveEntry? {
    var entry: OpaquePointer?
    let code = unsafe archive_read_next_header(archive, &entry)
    if code == ARCHIVE_EOF { return nil }
    guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry = unsafe entry else {
      throw .damaged(unsafe Self.message(archive))
    }
    entries += 1
    guard entries <= Self.mostEntries else { throw .tooMany(Self.mostEntries) }
    let pointer = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    let found = unsafe ArchiveEntry(
      name: pointer.map { unsafe String(cString: $0) } ?? "",
      isFile: archive_entry_filetype(entry) == 0o100000,
      size: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil)
    if unsafe archive_entry_is_data_encrypted(entry) != 0 { throw .encrypted(name: found.name) }
    current = found
    return found
  }

  /// The next bytes of the entry, some 64 KB; empty at its end.
  func piece() throws(ArchiveFailure) -> [UInt8] {
    var failed = false
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      let read = unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
      failed = read < 0
      count = max(0, read)
    }
    guard !failed else { throw .damaged(unsafe Self.message(archive)) }
    return piece
  }

  private static func message(_ archive: OpaquePointer) -> String {
    guard let text = unsafe archive_error_string(archive) else { return "no archive" }
    return unsafe String(cString: text)
  }
}
