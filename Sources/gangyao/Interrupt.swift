import Dispatch
import Glibc
import Synchronization

/// Ctrl-C and a polite end (SIGTERM), asked for instead of suffered: what runs ends at its next
/// step. A second Ctrl-C ends the process at once.
final class Interrupt {
  private let asked: Asked
  private let sources: [any DispatchSourceSignal]

  /// What the handlers of signals set.
  private final class Asked: Sendable {
    let isSet = Atomic(false)
  }

  init() {
    let asked = Asked()
    self.asked = asked
    sources = [SIGINT, SIGTERM].map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        asked.isSet.store(true, ordering: .relaxed)
        // The next one is as usual.
        signal(number, SIG_DFL)
      }
      signal(number, SIG_IGN)
      source.resume()
      return source
    }
  }

  /// Whether the user wants to stop.
  var check: @Sendable () -> Bool {
    { [asked] in asked.isSet.load(ordering: .relaxed) }
  }

  var isAsked: Bool { asked.isSet.load(ordering: .relaxed) }
}
