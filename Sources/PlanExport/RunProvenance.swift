import Foundation
import PlanDocument

/// What a table was made of and with: kept beside the data wherever its form has a place for it.
package struct RunProvenance: Sendable, Equatable {
  package var program: String
  package var version: String
  /// The command line.
  package var arguments: [String]
  /// Seconds since 1970; `SOURCE_DATE_EPOCH` where it is set, so that a run can be repeated to the
  /// byte.
  package var time: Int
  package var documents: [DocumentRecord]

  package init(
    program: String, version: String, arguments: [String], time: Int, documents: [DocumentRecord]
  ) {
    self.program = program
    self.version = version
    self.arguments = arguments
    self.time = time
    self.documents = documents
  }

  /// The time as ISO 8601 in UTC.
  package var timestamp: String {
    Date(timeIntervalSince1970: Double(time)).formatted(.iso8601)
  }
}
