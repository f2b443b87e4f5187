import Dispatch

/// Runs tasks on threads of its own, for work that has to go on while every thread of the shared pool may be
/// waiting for it.
package final class OwnThreads: TaskExecutor {
  package static let shared = OwnThreads()

  private let queue = DispatchQueue(label: "gangyao.tasks", attributes: .concurrent)

  private init() {}

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
