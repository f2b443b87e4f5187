/// What a child process may use before it is killed.
package struct ChildLimits: Sendable, Equatable {
  /// Seconds of wall time from start to end.
  package var seconds: Double
  /// Bytes of address space of each of its processes; nil where a program reserves far more than
  /// it uses.
  package var memory: Int?
  /// Bytes on standard output.
  package var output: Int

  package init(seconds: Double, memory: Int?, output: Int) {
    self.seconds = seconds
    self.memory = memory
    self.output = output
  }
}
