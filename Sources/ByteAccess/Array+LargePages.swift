import Glibc

extension Array where Element: BitwiseCopyable {
  /// Reserves room and asks the system for it in large pages, where it has them: what is filled from
  /// end to end then costs a fault for each 2 MiB instead of each 4 KiB. Address space alone is taken
  /// here; memory is when it is first written.
  package mutating func reserveLargePages(_ capacity: Int) {
    reserveCapacity(capacity)
    #if os(Linux)
      let page: UInt = 2 << 20
      unsafe withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        let address = UInt(bitPattern: base)
        let start = (address + page - 1) / page * page
        let end = address + UInt(capacity * MemoryLayout<Element>.stride)
        guard start < end, let first = unsafe UnsafeMutableRawPointer(bitPattern: start) else {
          return
        }
        // No more than advice: where it is not taken nothing is lost.
        _ = unsafe madvise(first, Int(end - start), MADV_HUGEPAGE)
      }
    #endif
  }
}
