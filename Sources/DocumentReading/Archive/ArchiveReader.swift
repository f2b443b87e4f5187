import CArchive
import Glibc

/// Why an archive could not be read.
enum ArchiveFailure: Error, Equatable {
  /// No archive, or a damaged one; in libarchive's words.
  case damaged(String)
  /// An entry behind a password.
  case encrypted(name: String)
  /// More entries than are looked through.
  case tooMany(Int)
  /// With that entry it unpacks to more than is in any proportion to it.
  case tooLarge(name: String, bytes: Int)
}

extension ArchiveFailure {
  func error(of path: String) -> ReadingError {
    switch self {
    case .damaged(let problem): .damagedArchive(path: path, problem: problem)
    case .encrypted: .encrypted(path: path)
    case .tooMany(let most): .damagedArchive(path: path, problem: "more than \(most) entries")
    case .tooLarge(let name, let bytes): .unpacksTooLarge(path: path, part: name, bytes: bytes)
    }
  }
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
  /// Whether it is closed with this object.
  private let isOwned: Bool
  private var entries = 0

  private init(_ archive: OpaquePointer) {
    unsafe self.archive = archive
    isOwned = false
  }

  deinit { if isOwned { unsafe archive_read_free(archive) } }

  /// Opens an archive on the disk: ZIP, or tar as it is or packed by gzip, bzip2, xz or zstd.
  ///
  /// Filters that libarchive would start other programs for are left out.
  init(path: String) throws(ArchiveFailure) {
    guard let archive = unsafe archive_read_new() else { throw .damaged("no memory") }
    unsafe self.archive = archive
    isOwned = true
    unsafe archive_read_support_format_zip(archive)
    unsafe archive_read_support_format_tar(archive)
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_filter_bzip2(archive)
    unsafe archive_read_support_filter_xz(archive)
    unsafe archive_read_support_filter_zstd(archive)
    guard unsafe archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else {
      throw .damaged(unsafe Self.message(archive))
    }
  }

  /// libarchive gives names only in the characters of the thread's locale, which is often `C`.
  nonisolated(unsafe) private static let utf8 = unsafe newlocale(
    CInt(LC_CTYPE_MASK), "C.UTF-8", nil)  // never freed nor changed

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
    let outer = unsafe uselocale(Self.utf8)
    defer { unsafe uselocale(outer) }
    let code = unsafe archive_read_next_header(archive, &entry)
    if code == ARCHIVE_EOF { return nil }
    guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry = unsafe entry else {
      throw .damaged(unsafe Self.message(archive))
    }
    entries += 1
    guard entries <= Self.mostEntries else { throw .tooMany(Self.mostEntries) }
    let found = unsafe ArchiveEntry(
      name: name(of: entry),
      isFile: archive_entry_filetype(entry) == 0o100000,
      size: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil)
    if unsafe archive_entry_is_data_encrypted(entry) != 0 { throw .encrypted(name: found.name) }
    return found
  }

  /// The name of an entry, which old programs on Windows wrote in GBK without saying so.
  private func name(of entry: OpaquePointer) -> String {
    if let text = unsafe archive_entry_pathname_utf8(entry) { return unsafe String(cString: text) }
    guard let raw = unsafe archive_entry_pathname(entry) else { return "" }
    let bytes = unsafe Array(UnsafeBufferPointer(start: raw, count: strlen(raw))).map {
      UInt8(bitPattern: $0)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let decoded = (try? IconvDecoder.utf8(bytes, from: "GB18030")) ?? bytes
    return String(decoding: decoded, as: UTF8.self)
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
