internal import Bitext

/// UTF-8 strings one after the other, each kept once.
struct StringArena {
  private(set) var bytes: [UInt8] = []
  /// The places of the strings by a hash of their bytes; of two with one hash the second is kept again.
  private var known = FormMap<(start: UInt32, length: UInt32)>()

  /// Where the bytes of `text` start, and how many they are.
  mutating func intern(_ text: String) -> (start: UInt32, length: UInt32) {
    let hash = FormHash.of(text.utf8)
    if let place = known[hash], Int(place.length) == text.utf8.count,
      bytes[Int(place.start)..<Int(place.start + place.length)].elementsEqual(text.utf8)
    {
      return place
    }
    let place = (start: UInt32(bytes.count), length: UInt32(text.utf8.count))
    bytes += text.utf8
    known[hash, default: place] = place
    return place
  }
}
