/// The Secure Hash Algorithm with 256 bits (FIPS 180-4): what names a file's content.
package struct SHA256: Sendable {
  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7,
    0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc,
    0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351,
    0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e,
    0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585,
    0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f,
    0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]

  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  private var pending: [UInt8] = []
  private var count: UInt64 = 0

  package init() {}

  package mutating func update(_ bytes: Span<UInt8>) {
    count &+= UInt64(bytes.count)
    var index = 0
    while !pending.isEmpty, pending.count < 64, index < bytes.count {
      pending.append(bytes[index])
      index += 1
    }
    if pending.count == 64 {
      let block = pending
      pending.removeAll(keepingCapacity: true)
      compress(block.span, at: 0)
    }
    while index + 64 <= bytes.count {
      compress(bytes, at: index)
      index += 64
    }
    while index < bytes.count {
      pending.append(bytes[index])
      index += 1
    }
  }

  package mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

  /// The 64 hexadecimal digits of everything so far, and no more may follow.
  package mutating func finish() -> String {
    let bits = count &* 8
    var tail: [UInt8] = [0x80]
    while (pending.count + tail.count) % 64 != 56 { tail.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    update(tail)
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  package static func hexDigest(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// The state after one block of 64 bytes.
  private mutating func compress(_ bytes: Span<UInt8>, at offset: Int) {
    let constants = Self.constants
    let block = bytes.extracting(offset..<offset + 64)
    // In local variables throughout, which the compiler keeps in registers.
    var words = InlineArray<64, UInt32>(repeating: 0)
    for word in 0..<16 {
      words[word] =
        UInt32(block[4 &* word]) << 24 | UInt32(block[4 &* word &+ 1]) << 16
        | UInt32(block[4 &* word &+ 2]) << 8 | UInt32(block[4 &* word &+ 3])
    }
    for word in 16..<64 {
      let a = words[word &- 15]
      let b = words[word &- 2]
      let s0 = Self.rotate(a, 7) ^ Self.rotate(a, 18) ^ a >> 3
      let s1 = Self.rotate(b, 17) ^ Self.rotate(b, 19) ^ b >> 10
      words[word] = words[word &- 16] &+ s0 &+ words[word &- 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    // Eight rounds at a time, after which each variable has its own place again.
    for first in 0..<8 {
      let round = first &* 8
      Self.round(a, b, c, &d, e, f, g, &h, constants[round] &+ words[round])
      Self.round(h, a, b, &c, d, e, f, &g, constants[round &+ 1] &+ words[round &+ 1])
      Self.round(g, h, a, &b, c, d, e, &f, constants[round &+ 2] &+ words[round &+ 2])
      Self.round(f, g, h, &a, b, c, d, &e, constants[round &+ 3] &+ words[round &+ 3])
      Self.round(e, f, g, &h, a, b, c, &d, constants[round &+ 4] &+ words[round &+ 4])
      Self.round(d, e, f, &g, h, a, b, &c, constants[round &+ 5] &+ words[round &+ 5])
      Self.round(c, d, e, &f, g, h, a, &b, constants[round &+ 6] &+ words[round &+ 6])
      Self.round(b, c, d, &e, f, g, h, &a, constants[round &+ 7] &+ words[round &+ 7])
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  /// One of 64 rounds: changes the fourth and the eighth variable.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let first = h &+ s1 &+ (g ^ e & (f ^ g)) &+ word
    let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    d = d &+ first
    h = first &+ s0 &+ (a & b | c & (a | b))
  }

  @inline(__always)
  private static func rotate(_ value: UInt32, _ bits: UInt32) -> UInt32 {
    value &>> bits | value &<< (32 &- bits)
  }
}
