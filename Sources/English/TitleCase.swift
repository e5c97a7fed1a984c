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
    var result = ""
    result.reserveCapacity(title.utf8.count)
    let bytes = title.utf8
    var start = bytes.startIndex
    while true {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.endIndex
      let isEdge = start == bytes.startIndex || end == bytes.endIndex
      add(
        title[start..<end], isSmall: !isEdge && small.contains(FormHash.of(bytes[start..<end])),
        to: &result)
      guard end < bytes.endIndex else { return result }
      result += " "
      start = bytes.index(after: end)
    }
  }

  /// "secretary-general" as "Secretary-General".
  private static func add(_ word: Substring, isSmall: Bool, to result: inout String) {
    guard !isSmall else {
      result += word
      return
    }
    let bytes = word.utf8
    var start = bytes.startIndex
    while true {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "-")) ?? bytes.endIndex
      let isTail = start > bytes.startIndex && tails.contains(FormHash.of(bytes[start..<end]))
      if isTail {
        result += word[start..<end]
      } else {
        addCapitalized(word[start..<end], to: &result)
      }
      guard end < bytes.endIndex else { return }
      result += "-"
      start = bytes.index(after: end)
    }
  }

  private static func addCapitalized(_ part: Substring, to result: inout String) {
    guard let byte = part.utf8.first else { return }
    if byte < 0x80 {
      let isSmall = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      result.unicodeScalars.append(Unicode.Scalar(isSmall ? byte & ~0x20 : byte))
      result += part[part.utf8.index(after: part.startIndex)...]
    } else if let first = part.first {
      result += first.uppercased() + part.dropFirst()
    }
  }
}
