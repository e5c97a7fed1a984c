internal import Bitext

/// UTF-8 strings one after the other, each kept once.
struct StringArena {
  private struct Place {
    var start: UInt32
    var length: UInt32
  }

  private(set) var bytes: [UInt8] = []
  /// The places of the strings by a hash of their bytes; of two with one hash the second is kept again.
  private var known = FormMap<Place>()

  /// Where the bytes of `text` start, and how many they are.
  mutating func intern(_ text: String) -> (start: UInt32, length: UInt32) {
    text.withBytes { intern($0) }
  }

  private mutating func intern(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (start: UInt32, length: UInt32) {
    let hash = FormHash.of(text)
    if let place = known[hash], Int(place.length) == text.count,
      bytes[Int(place.start)..<Int(place.start + place.length)].elementsEqual(text)
    {
      return (place.start, place.length)
    }
    let place = Place(start: UInt32(bytes.count), length: UInt32(text.count))
    bytes.append(contentsOf: text)
    known[hash, default: place] = place
    return (place.start, place.length)
  }
}
