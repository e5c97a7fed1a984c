internal import Bitext

/// A mapped multimap from 64-bit form hashes to 32-bit values: sorted keys, found by their leading bits.
///
/// The key of "est" leads to two values: the verb's third person and the noun "est".
struct FormTable: @unchecked Sendable {
  // Safe to share: it points into a `MappedBytes` that its owner keeps and that never changes.
  private let buckets: UnsafePointer<UInt32>
  private let keys: UnsafePointer<UInt64>
  private let firsts: UnsafePointer<UInt32>
  private let values: UnsafePointer<UInt32>
  private let shift: UInt64
  /// The number of distinct keys.
  let count: Int

  /// Reads the table that `write` put at `offset` of `bytes`, and moves `offset` behind it; nil if the bytes do
  /// not hold one.
  init?(_ bytes: UnsafeRawBufferPointer, at offset: inout Int) {
    guard let base = bytes.baseAddress, offset >= 0, offset % 8 == 0, bytes.count - offset >= 16
    else { return nil }
    let bits = Int(bytes.load(fromByteOffset: offset, as: UInt32.self))
    let keyCount = Int(bytes.load(fromByteOffset: offset + 4, as: UInt32.self))
    let valueCount = Int(bytes.load(fromByteOffset: offset + 8, as: UInt32.self))
    guard bits > 0, bits <= 24 else { return nil }
    let keyStart = offset + 16
    let bucketStart = keyStart + keyCount * 8
    let firstStart = bucketStart + ((1 << bits) + 1) * 4
    let valueStart = firstStart + (keyCount + 1) * 4
    let end = (valueStart + valueCount * 4 + 7) / 8 * 8
    guard end <= bytes.count else { return nil }
    keys = (base + keyStart).assumingMemoryBound(to: UInt64.self)
    buckets = (base + bucketStart).assumingMemoryBound(to: UInt32.self)
    firsts = (base + firstStart).assumingMemoryBound(to: UInt32.self)
    values = (base + valueStart).assumingMemoryBound(to: UInt32.self)
    guard buckets[1 << bits] == keyCount, firsts[keyCount] == valueCount else { return nil }
    shift = UInt64(64 - bits)
    count = keyCount
    offset = end
  }

  /// The values of `key`; empty if it is unknown.
  @inline(__always)
  subscript(key: UInt64) -> UnsafeBufferPointer<UInt32> {
    let bucket = Int(key >> shift)
    var index = Int(buckets[bucket])
    let end = Int(buckets[bucket + 1])
    while index < end {
      if keys[index] == key {
        let first = Int(firsts[index])
        return UnsafeBufferPointer(start: values + first, count: Int(firsts[index + 1]) - first)
      }
      index += 1
    }
    return UnsafeBufferPointer(start: nil, count: 0)
  }

  @inline(__always)
  func contains(_ key: UInt64) -> Bool { !self[key].isEmpty }

  /// One key with one of its values.
  struct Entry {
    var key: UInt64
    var value: UInt32
  }

  /// Appends the table of `entries` to `output`, which is a multiple of 8 long before and after.
  ///
  /// The values of a key keep the order of `entries`; a pair that comes twice is kept once.
  static func write(_ entries: [Entry], to output: inout [UInt8]) {
    let bits = max(1, min(20, 64 - max(1, entries.count).leadingZeroBitCount))
    let sorted = sort(entries, bits: bits)
    var keys: [UInt64] = []
    var firsts: [UInt32] = []
    var values: [UInt32] = []
    keys.reserveCapacity(sorted.count)
    firsts.reserveCapacity(sorted.count + 1)
    values.reserveCapacity(sorted.count)
    for entry in sorted {
      if keys.last != entry.key {
        keys.append(entry.key)
        firsts.append(UInt32(values.count))
      } else if let first = firsts.last, values[Int(first)...].contains(entry.value) {
        continue
      }
      values.append(entry.value)
    }
    firsts.append(UInt32(values.count))
    var buckets = [UInt32](repeating: 0, count: (1 << bits) + 1)
    for key in keys { buckets[Int(key >> UInt64(64 - bits)) + 1] += 1 }
    for index in 1..<buckets.count { buckets[index] += buckets[index - 1] }
    append([UInt32(bits), UInt32(keys.count), UInt32(values.count), 0], to: &output)
    append(keys, to: &output)
    append(buckets, to: &output)
    append(firsts, to: &output)
    append(values, to: &output)
    while output.count % 8 != 0 { output.append(0) }
  }

  /// Sorts by key, keeping the order of equal keys: a counting sort by the leading bits, then insertion.
  private static func sort(_ entries: [Entry], bits: Int) -> [Entry] {
    let shift = UInt64(64 - bits)
    var starts = [Int](repeating: 0, count: (1 << bits) + 1)
    for entry in entries { starts[Int(entry.key >> shift) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    return [Entry](unsafeUninitializedCapacity: entries.count) { buffer, count in
      var next = starts
      for entry in entries {
        let bucket = Int(entry.key >> shift)
        var place = next[bucket]
        next[bucket] += 1
        while place > starts[bucket], buffer[place - 1].key > entry.key {
          buffer[place] = buffer[place - 1]
          place -= 1
        }
        buffer[place] = entry
      }
      count = entries.count
    }
  }

  static func append(_ numbers: [some FixedWidthInteger], to output: inout [UInt8]) {
    numbers.withUnsafeBytes { output.append(contentsOf: $0) }
  }
}
