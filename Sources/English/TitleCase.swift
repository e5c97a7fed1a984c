/// Capitals of English titles: "the war of the worlds" gives "The War of the Worlds".
package enum TitleCase {
  private static let small: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "on", "or",
    "over", "the", "to", "up", "via", "with",
  ]

  /// `title` with capitals on its first, last and main words; words that have a capital keep it.
  package static func capitalize(_ title: String) -> String {
    let words = title.split(separator: " ", omittingEmptySubsequences: false)
    return words.enumerated().map { index, word in
      let isEdge = index == 0 || index == words.count - 1
      guard isEdge || !small.contains(String(word)), let first = word.first else {
        return String(word)
      }
      return first.uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }
}
