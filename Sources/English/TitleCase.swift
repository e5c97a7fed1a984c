internal import Bitext

/// Capitals of English titles: "the war of the worlds" gives "The War of the Worlds".
package enum TitleCase {
  private static let small: FormSet = forms([
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "on", "or",
    "over", "the", "to", "up", "via", "with",
  ])

  /// Parts after a hyphen that stay small: "President-elect".
  private static let tails: FormSet = forms(["elect", "designate", "in", "at", "of", "old"])

  private static func forms(_ words: [String]) -> FormSet {
    FormSet(words.map { FormHash.of($0.utf8) })
  }

  /// `title` with capitals on its first, last and main words; words that have a capital keep it.
  package static func capitalize(_ title: String) -> String {
    let bytes = Array(title.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    while true {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
      let word = bytes[start..<end]
      let isEdge = start == 0 || end == bytes.count
      if !isEdge, small.contains(FormHash.of(word)) {
        result += word
      } else {
        add(word, to: &result)
      }
      guard end < bytes.count else { return String(decoding: result, as: UTF8.self) }
      result.append(UInt8(ascii: " "))
      start = end + 1
    }
  }

  /// "secretary-general" as "Secretary-General".
  private static func add(_ word: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var start = word.startIndex
    while true {
      let end = word[start...].firstIndex(of: UInt8(ascii: "-")) ?? word.endIndex
      let part = word[start..<end]
      if start > word.startIndex, tails.contains(FormHash.of(part)) {
        result += part
      } else {
        addCapitalized(part, to: &result)
      }
      guard end < word.endIndex else { return }
      result.append(UInt8(ascii: "-"))
      start = end + 1
    }
  }

  private static func addCapitalized(_ part: ArraySlice<UInt8>, to result: inout [UInt8]) {
    guard let byte = part.first else { return }
    if byte < 0x80 {
      let isSmall = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      result.append(isSmall ? byte & ~0x20 : byte)
      result += part.dropFirst()
    } else {
      let text = String(decoding: part, as: UTF8.self)
      result += text.prefix(1).uppercased().utf8
      result += text.dropFirst().utf8
    }
  }
}
