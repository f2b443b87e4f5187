import ByteAccess
import Foundation
import PlanDocument
import PlanExport

extension RunProvenance {
  /// Of the command that is running.
  init(documents: [DocumentRecord]) {
    let epoch = EnvironmentVariable.value("SOURCE_DATE_EPOCH").flatMap { Int($0) }
    self.init(
      program: "gangyao", version: Gangyao.version,
      arguments: Array(CommandLine.arguments.dropFirst()),
      time: epoch ?? Int(Date().timeIntervalSince1970), documents: documents)
  }
}
