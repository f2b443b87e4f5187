import BigramIndex
import TestSupport
import Testing

@Suite("Sets of ordinals")
struct OrdinalSetTests {
  @Test("agree with sets of numbers", arguments: 0..<50)
  func agreesWithSets(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func randomSet() -> Set<UInt32> {
      let count = Int.random(in: 0...60, using: &random)
      return Set((0..<count).map { _ in UInt32.random(in: 0..<100, using: &random) })
    }
    let (a, b) = (randomSet(), randomSet())
    #expect(SortedOrdinals.intersection(a.sorted(), b.sorted()) == a.intersection(b).sorted())
    #expect(SortedOrdinals.union(a.sorted(), b.sorted()) == a.union(b).sorted())
    #expect(SortedOrdinals.difference(a.sorted(), b.sorted()) == a.subtracting(b).sorted())

    let ranges = OrdinalRanges.union(b.map { Int($0)..<Int($0) + 3 })
    let members = Set(b.flatMap { $0..<$0 + 3 })
    #expect(SortedOrdinals.intersection(a.sorted(), ranges) == a.intersection(members).sorted())
    #expect(
      Set((0..<110).filter { OrdinalRanges.contains(ranges, $0) }.map(UInt32.init)) == members)
    let rest = OrdinalRanges.complement(ranges, in: 110).flatMap { $0.map(UInt32.init) }
    #expect(rest == (0..<110).filter { !members.contains($0) })
    let others = OrdinalRanges.union(a.map { Int($0)..<Int($0) + 2 })
    let without = Set(a.flatMap { [$0, $0 + 1] })
    let outside = OrdinalRanges.difference(ranges, others)
    #expect(SortedOrdinals.all(in: outside) == members.subtracting(without).sorted())
    #expect(outside.allSatisfy { !$0.isEmpty })
    let list = PostingList(documents: a.sorted(), frequencies: a.sorted().map { $0 + 1 })
    let left = list.removing(ranges)
    #expect(left.documents == a.subtracting(members).sorted())
    #expect(left.frequencies == left.documents.map { $0 + 1 })
  }
}
