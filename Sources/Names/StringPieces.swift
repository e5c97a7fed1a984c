/// Searches in the short texts of rows, byte by byte: whole characters cost far more and differ in nothing here.
extension String {
  /// Where `part` stands first.
  func place(of part: String) -> Range<Index>? {
    guard let first = part.utf8.first else { return nil }
    var start = utf8.startIndex
    while let place = utf8[start...].firstIndex(of: first) {
      if utf8[place...].starts(with: part.utf8) {
        return place..<utf8.index(place, offsetBy: part.utf8.count)
      }
      start = utf8.index(after: place)
    }
    return nil
  }

  /// The first letter is a capital; nil for an empty text.
  var startsWithCapital: Bool? {
    guard let byte = utf8.first else { return nil }
    if byte >= 0x80 { return first?.isUppercase }
    return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  /// What follows the last space.
  var lastWord: Substring {
    utf8.lastIndex(of: UInt8(ascii: " ")).map { self[utf8.index(after: $0)...] } ?? self[...]
  }

  /// The words between spaces.
  func splitAtSpaces() -> [Substring] {
    utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
  }
}
