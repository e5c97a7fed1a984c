import Bitext
import Testing

@testable import Terminology

@Suite struct HashFilterTests {
  /// Well mixed numbers, as form hashes are (SplitMix64).
  private func hash(_ number: Int) -> UInt64 {
    var value = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  @Test("lets all of its own pass and few others", arguments: [(8, 0.08), (16, 0.04)])
  func passes(bitsEach: Int, limit: Double) throws {
    let words = HashFilter.packed(FormSet((0..<20_000).map(hash)), bitsEach: bitsEach)
    #expect(words.count.nonzeroBitCount == 1)
    let store = MappedBytes(words.withUnsafeBytes { Array($0) })
    let start = try #require(store.bytes.baseAddress)
    let filter = HashFilter(start, count: words.count)
    var (missed, passed) = (0, 0)
    for number in 0..<20_000 where !filter.mayContain(hash(number)) { missed += 1 }
    for number in 20_000..<120_000 where filter.mayContain(hash(number)) { passed += 1 }
    withExtendedLifetime(store) {}
    #expect(missed == 0)
    #expect(Double(passed) < limit * 100_000)
  }
}
