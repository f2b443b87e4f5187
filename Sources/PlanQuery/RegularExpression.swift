import CPCRE2

/// PCRE2 with limits: the only file that touches the library.
///
/// An object is used by one thread at a time.
@safe
final class RegularExpression {
  enum Failure: Error, Equatable {
    /// In PCRE2's words and by its number; `offset` counts bytes of the expression.
    case syntax(String, code: Int, offset: Int)
    /// A match took more than the limits of steps or memory.
    case limit
  }

  /// Steps of one attempt to match a text, and kilobytes of memory for it. An expression of a few
  /// dozen characters needs some thousand steps for a passage; one that goes astray needs any number.
  private static let stepLimit: UInt32 = 2_000_000
  private static let memoryLimit: UInt32 = 20_000
  private static let stackBytes = 1 << 20

  private let code: OpaquePointer
  private let data: OpaquePointer
  private let context: OpaquePointer
  private let stack: OpaquePointer?

  /// - Parameter expression: over folded text; upper and lower case are alike.
  init(_ expression: String) throws(Failure) {
    var problem: Int32 = 0
    var offset = 0
    let bytes = Array(expression.utf8)
    let options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C
      | PCRE2_NO_UTF_CHECK
    let compiled = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe pcre2_compile_8(
        buffer.baseAddress, buffer.count, options, &problem, &offset, nil)
    }
    guard let code = unsafe compiled else {
      throw .syntax(Self.message(problem), code: Int(problem), offset: offset)
    }
    let made = unsafe pcre2_match_data_create_from_pattern_8(code, nil)
    let limits = unsafe pcre2_match_context_create_8(nil)
    guard let data = unsafe made, let context = unsafe limits else {
      unsafe pcre2_code_free_8(code)
      throw .limit
    }
    unsafe self.code = code
    unsafe self.data = data
    unsafe self.context = context
    unsafe pcre2_set_match_limit_8(context, Self.stepLimit)
    unsafe pcre2_set_heap_limit_8(context, Self.memoryLimit)
    // Without just-in-time compilation the same is only slower.
    if unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0 {
      let stack = unsafe pcre2_jit_stack_create_8(32 * 1024, Self.stackBytes, nil)
      unsafe self.stack = stack
      unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    } else {
      unsafe stack = nil
    }
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
    if let stack = unsafe stack { unsafe pcre2_jit_stack_free_8(stack) }
    unsafe pcre2_code_free_8(code)
  }

  /// The first match from a place on, in bytes; nil where there is none.
  ///
  /// - Parameter text: UTF-8 without a fault.
  /// - Throws: `Failure.limit` where it cannot be told whether the text matches.
  func firstMatch(in text: [UInt8], from start: Int = 0) throws(Failure) -> Range<Int>? {
    guard start <= text.count else { return nil }
    let result = unsafe text.withUnsafeBufferPointer { buffer in
      // An empty array has no address, and PCRE2 takes none for an error.
      let empty: StaticString = ""
      let base = unsafe buffer.baseAddress ?? empty.utf8Start
      return unsafe pcre2_match_8(
        code, base, buffer.count, start, PCRE2_NO_UTF_CHECK, data, context)
    }
    if result == PCRE2_ERROR_NOMATCH { return nil }
    guard result >= 0 else { throw .limit }
    let place = unsafe pcre2_get_ovector_pointer_8(data)
    guard let place = unsafe place else { throw .limit }
    let (first, last) = unsafe (place[0], place[1])
    return first..<max(first, last)
  }

  private static func message(_ problem: Int32) -> String {
    var text = [UInt8](repeating: 0, count: 256)
    let length = unsafe text.withUnsafeMutableBufferPointer { buffer in
      unsafe pcre2_get_error_message_8(problem, buffer.baseAddress, buffer.count)
    }
    return String(decoding: text.prefix(max(0, Int(length))), as: UTF8.self)
  }
}
