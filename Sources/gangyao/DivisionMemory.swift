import PlanCatalog
import PlanDocument

/// Units of the documents that hits were in last, read once.
final class DivisionMemory {
  private var read: [Int: [DivisionRecord]] = [:]

  /// Documents that are kept at most.
  private static let limit = 16

  func of(_ key: Int, in catalog: CatalogView) throws -> [DivisionRecord] {
    if let divisions = read[key] { return divisions }
    if read.count == Self.limit { read.removeAll() }
    let divisions = try catalog.divisions(of: key)
    read[key] = divisions
    return divisions
  }
}
