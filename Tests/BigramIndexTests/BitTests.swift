import TestSupport
import Testing

@testable import BigramIndex

@Suite("Bits")
struct BitTests {
  private enum Code {
    case bits(UInt64, Int)
    case rice(UInt64, Int)
    case gamma(UInt64)
  }

  private static func randomCode(using random: inout SplitMix64) -> Code {
    let width = Int.random(in: 0...31, using: &random)
    let value = UInt64.random(in: 0..<1 << UInt64(width), using: &random)
    return switch Int.random(in: 0..<3, using: &random) {
    case 0: .bits(value, width)
    case 1: .rice(value, Int.random(in: 0...31, using: &random))
    default: .gamma(value + 1)
    }
  }

  /// The code as text of 0 and 1, the first bit first.
  private static func text(_ code: Code) -> String {
    func low(_ value: UInt64, _ width: Int) -> String {
      (0..<width).map { value >> UInt64($0) & 1 == 1 ? "1" : "0" }.joined()
    }
    switch code {
    case .bits(let value, let width): return low(value, width)
    case .rice(let value, let parameter):
      let quotient = Int(value >> UInt64(parameter))
      return quotient < 20
        ? String(repeating: "0", count: quotient) + "1" + low(value, parameter)
        : String(repeating: "0", count: 20) + low(value, 32)
    case .gamma(let value):
      let width = String(value, radix: 2).count - 1
      return String(repeating: "0", count: width) + "1" + low(value, width)
    }
  }

  @Test("are those of a writer of texts, and are read back", arguments: 0..<50)
  func roundTrip(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let codes = (0..<Int.random(in: 0...100, using: &random)).map { _ in
      Self.randomCode(using: &random)
    }
    var writer = BitWriter()
    for code in codes {
      switch code {
      case .bits(let value, let width): writer.append(value, width: width)
      case .rice(let value, let parameter): writer.append(rice: value, parameter: parameter)
      case .gamma(let value): writer.append(gamma: value)
      }
    }
    let text = codes.map(Self.text).joined()
    let bytes = writer.bytes
    #expect(writer.bitCount == text.count)
    let written = bytes.map { Self.text(.bits(UInt64($0), 8)) }.joined()
    #expect(written.hasPrefix(text))

    var reader = BitReader(position: 0)
    let span = Bytes(bytes)
    for code in codes {
      switch code {
      case .bits(let value, let width):
        #expect(span.with { reader.bits(width, in: $0) } == value)
      case .rice(let value, let parameter):
        #expect(span.with { reader.rice(parameter, in: $0) } == value)
      case .gamma(let value): #expect(span.with { reader.gamma(in: $0) } == value)
      }
    }
    #expect(reader.position == text.count)
  }

  private struct Bytes {
    let bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }
    func with<R>(_ body: (RawSpan) -> R) -> R { unsafe body(bytes.span.bytes) }
  }

  @Test("that are none are read without a trap", arguments: 0..<20)
  func noise(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let bytes = (0..<20).map { _ in
      Int.random(in: 0..<3, using: &random) == 0 ? UInt8.random(in: 0...255, using: &random) : 0
    }
    let span = Bytes(bytes)
    var reader = BitReader(position: 0)
    while reader.position < 200 {
      let parameter = Int.random(in: 0...31, using: &random)
      _ = span.with { reader.rice(parameter, in: $0) }
      _ = span.with { reader.gamma(in: $0) }
      _ = span.with { reader.bits(parameter, in: $0) }
    }
    #expect(span.with { reader.bits(57, in: $0) } == 0)
  }

  @Test("of one writer behind those of another are as if written at once")
  func appended() {
    var (first, second, whole) = (BitWriter(), BitWriter(), BitWriter())
    for value in 1...40 as ClosedRange<UInt64> {
      if value <= 13 { first.append(gamma: value) } else { second.append(gamma: value) }
      whole.append(gamma: value)
    }
    first.append(second)
    #expect(first.bytes == whole.bytes)
  }
}

extension BitWriter {
  /// All bits, with zeros behind them up to a whole byte.
  fileprivate var bytes: [UInt8] {
    let sink = MemorySink()
    withBytes { sink.append($0) }
    return sink.bytes
  }
}
