/// What can be wrong with the catalog of a library.
package enum CatalogError: Error, Equatable, CustomStringConvertible {
  /// There is no catalog at the path.
  case missing(path: String)
  /// Written by a program with another layout of tables.
  case version(path: String, found: Int, known: Int)
  /// SQLite's own words.
  case database(path: String, message: String)

  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no library here. Make one with 'gangyao ingest PATH', "
        + "or name another with --library."
    case .version(let path, let found, let known):
      "\(path): the catalog has version \(found), this program knows version \(known). "
        + "Build the library anew with 'gangyao ingest --rebuild'."
    case .database(let path, let message):
      "\(path): \(message). If the file is damaged, build the library anew with "
        + "'gangyao ingest --rebuild'."
    }
  }
}
