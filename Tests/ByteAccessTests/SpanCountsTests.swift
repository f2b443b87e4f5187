import ByteAccess
import TestSupport
import Testing

@Suite("Bytes looked at eight by eight")
struct SpanCountsTests {
  @Test("counts what one byte after the other gives", arguments: 0..<40)
  func agreesWithSingleBytes(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    // Few byte values, of all kinds, so that each comes at each place of a word.
    let kinds: [UInt8] = [0x00, 0x09, 0x0A, 0x0B, 0x0D, 0x1F, 0x20, 0x41, 0x7E, 0x7F]
    let wide: [UInt8] = [0x80, 0x89, 0x8A, 0x9F, 0xA0, 0xBF, 0xC2, 0xE4, 0xF0, 0xFF]
    let choices = seed % 3 == 0 ? [0x41, 0x0A, 0x09] : seed % 3 == 1 ? kinds : kinds + wide
    let bytes = (0..<seed * 3).map { _ in choices[Int(random.next() % UInt64(choices.count))] }
    let start = bytes.isEmpty ? 0 : Int(random.next() % UInt64(bytes.count))

    let found = bytes.span.characters(in: start..<bytes.count)
    let rest = bytes[start...]
    #expect(found.count == rest.count { $0 & 0xC0 != 0x80 })
    #expect(
      found.mayHaveControls
        == rest.contains { ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A) || $0 == 0x7F })

    let stretch = bytes.span.asciiStretch(from: start)
    #expect(stretch % 8 == 0 && rest.prefix(stretch).allSatisfy { $0 < 0x80 })
    #expect(stretch + 8 > rest.count || rest.dropFirst(stretch).prefix(8).contains { $0 >= 0x80 })
  }

  @Test("appends a copy, short and long", arguments: [0, 1, 11, 12, 13, 500])
  func append(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var text: [UInt8] = [1, 2]
    text.append(copying: bytes.span)
    #expect(text == [1, 2] + bytes)
  }
}
