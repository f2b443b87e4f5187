import Foundation
import PlanExport
import Synchronization

/// One line on a terminal's standard error that says what is being done; nothing elsewhere.
final class Progress: Sendable {
  private let isShown: Bool
  private let hasLine = Mutex(false)

  init(isShown: Bool) { self.isShown = isShown }

  func show(_ text: String) {
    guard isShown else { return }
    hasLine.withLock { $0 = true }
    write("\r\u{1B}[K" + DisplayWidth.cut(text, to: 79))
  }

  /// Takes the line away, so that a message can stand in its place.
  func clear() {
    guard isShown else { return }
    let had = hasLine.withLock { shown in
      defer { shown = false }
      return shown
    }
    if had { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
