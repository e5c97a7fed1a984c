internal import Bitext
internal import French

/// A sentence or a line as the aligner sees it.
package struct AlignmentUnit: Sendable, Hashable {
  /// Unicode code points.
  package var length: Int
  /// The paragraph it stands in; paragraphs count up.
  package var paragraph: Int
  /// Hashes of the beginnings of its words, sorted, each once.
  package var words: [UInt64]

  package init(length: Int, paragraph: Int, words: [UInt64]) {
    self.length = length
    self.paragraph = paragraph
    self.words = words
  }
}

/// The words of a text by their beginnings: "élections" and "election" are one word, so are "1er" and "1ER".
package enum WordBeginnings {
  /// So many letters tell words apart and leave most endings out.
  private static let letters = 6

  /// Appends the hash of each word of `text` to `words`.
  package static func append(_ text: String, to words: inout [UInt64]) {
    var hash = FormHash()
    var length = 0
    for byte in Folding.fold(text).utf8 {
      let isLetter = byte >= 0x80 || byte &- 0x61 < 26 || byte &- 0x30 < 10
      if isLetter {
        if length < letters { hash.combine(byte) }
        length += 1
      } else if length > 0 {
        words.append(hash.value)
        hash = FormHash()
        length = 0
      }
    }
    if length > 0 { words.append(hash.value) }
  }

  /// The words of `text`, sorted, each once.
  package static func of(_ text: String) -> [UInt64] {
    var words: [UInt64] = []
    append(text, to: &words)
    return unique(words)
  }

  /// Sorted, each once.
  package static func unique(_ words: [UInt64]) -> [UInt64] {
    let sorted = words.sorted()
    var result: [UInt64] = []
    result.reserveCapacity(sorted.count)
    for word in sorted where word != result.last { result.append(word) }
    return result
  }
}
