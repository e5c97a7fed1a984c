/// Capitals of English titles: "the war of the worlds" gives "The War of the Worlds".
package enum TitleCase {
  private static let small: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "on", "or",
    "over", "the", "to", "up", "via", "with",
  ]

  /// Parts after a hyphen that stay small: "President-elect".
  private static let tails: Set<String> = ["elect", "designate", "in", "at", "of", "old"]

  /// "Secretary-general" as "Secretary-General".
  private static func hyphenated(_ word: String) -> String {
    guard word.contains("-") else { return word }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      guard index > 0, !tails.contains(String(part)), let first = part.first else {
        return String(part)
      }
      return first.uppercased() + part.dropFirst()
    }.joined(separator: "-")
  }

  /// `title` with capitals on its first, last and main words; words that have a capital keep it.
  package static func capitalize(_ title: String) -> String {
    let words = title.split(separator: " ", omittingEmptySubsequences: false)
    return words.enumerated().map { index, word in
      let isEdge = index == 0 || index == words.count - 1
      guard isEdge || !small.contains(String(word)), let first = word.first else {
        return String(word)
      }
      return hyphenated(first.uppercased() + word.dropFirst())
    }.joined(separator: " ")
  }
}
