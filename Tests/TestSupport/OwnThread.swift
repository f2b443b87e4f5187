import Foundation

/// Runs work that waits for another process on a thread of its own: tests share as many threads as
/// there are cores, and a child process is looked after by those.
package func onOwnThread<R: Sendable>(
  _ body: @escaping @Sendable () throws -> R
) async throws -> R {
  try await withCheckedThrowingContinuation { continuation in
    Thread { continuation.resume(with: Result { try body() }) }.start()
  }
}

/// Whether tests that start LibreOffice are to run: by themselves, for a run of all tests keeps the
/// threads busy that look after child processes.
package let startsOffice = ProcessInfo.processInfo.environment["GANGYAO_OFFICE"] == "1"
