import Glibc

/// What the process was given by name.
package enum EnvironmentVariable {
  /// Its value; nil where it is not set. Of one variable, that is: `ProcessInfo` copies them all.
  package static func value(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
