internal import Bitext

/// A Bloom filter with two bits of one word for each hash: it lets all of its own pass and few others.
struct HashFilter: @unchecked Sendable {
  // Safe to share: the bytes never change.
  private let words: UnsafeRawPointer
  private let mask: UInt64

  /// The filter of the `count` words at `start`, as `packed` makes them.
  init(_ start: UnsafeRawPointer, count: Int) {
    words = start
    mask = UInt64(count - 1)
  }

  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool {
    let bits = Self.bits(of: hash)
    return words.load(fromByteOffset: Self.word(of: hash, mask) * 8, as: UInt64.self) & bits == bits
  }

  /// The words of a filter of `hashes`, a power of two of them, with `bitsEach` bits or more for each hash.
  static func packed(_ hashes: FormSet, bitsEach: Int) -> [UInt64] {
    var count = 1024
    while count * 64 < hashes.count * bitsEach { count *= 2 }
    var words = [UInt64](repeating: 0, count: count)
    hashes.forEach { words[word(of: $0, UInt64(count - 1))] |= bits(of: $0) }
    return words
  }

  @inline(__always)
  private static func word(of hash: UInt64, _ mask: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 17 & mask)
  }

  @inline(__always)
  private static func bits(of hash: UInt64) -> UInt64 { 1 << (hash & 63) | 1 << (hash >> 6 & 63) }
}
