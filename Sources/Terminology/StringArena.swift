internal import Bitext

/// UTF-8 strings one after the other, each kept once.
///
/// Before each stands its length: one byte, or a byte of 255 and four bytes.
struct StringArena {
  private(set) var bytes: [UInt8] = []
  /// The places of the strings by a hash of their bytes; of two with one hash the second is kept again.
  private var known = FormMap<UInt32>()

  /// Where `text` is kept.
  mutating func intern(_ text: String) -> UInt32 { text.withBytes { intern($0) } }

  private mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = FormHash.of(text)
    if let place = known[hash], holds(text, at: place) { return place }
    let place = UInt32(bytes.count)
    if text.count < 255 {
      bytes.append(UInt8(text.count))
    } else {
      bytes.append(255)
      withUnsafeBytes(of: UInt32(text.count).littleEndian) { bytes.append(contentsOf: $0) }
    }
    bytes.append(contentsOf: text)
    known[hash, default: place] = place
    return place
  }

  private func holds(_ text: UnsafeBufferPointer<UInt8>, at place: UInt32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      let kept = Self.string(at: Int(place), in: bytes)
      return kept.count == text.count && zip(kept, text).allSatisfy { $0 == $1 }
    }
  }

  /// The string that `arena` keeps at `place`; empty where there is none.
  static func string(at place: Int, in arena: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var start = place + 1
    guard start <= arena.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    var length = Int(arena[place])
    if length == 255, start + 4 <= arena.count {
      let count = arena.loadUnaligned(fromByteOffset: start, as: UInt32.self)
      length = Int(UInt32(littleEndian: count))
      start += 4
    }
    guard start + length <= arena.count else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(rebasing: arena[start..<start + length])
  }
}
