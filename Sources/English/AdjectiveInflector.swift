/// Comparatives and superlatives: "large" gives "larger", "important" gives "more important".
package struct AdjectiveInflector: Sendable {
  private let irregular: [String: IrregularForms.Pair]

  package init(_ forms: IrregularForms) { irregular = forms.adjectives }

  package func comparative(of word: String) -> String {
    irregular[word]?.first ?? suffixed(word, "er") ?? "more " + word
  }

  package func superlative(of word: String) -> String {
    irregular[word]?.second ?? suffixed(word, "est") ?? "most " + word
  }

  /// The word with "er" or "est" if it has one syllable, or two and ends in a consonant and y.
  private func suffixed(_ word: String, _ suffix: String) -> String? {
    let bytes = Array(word.utf8)
    guard bytes.count >= 3, bytes.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }),
      bytes[0] >= 0x61
    else { return nil }
    if bytes.last == UInt8(ascii: "y"), bytes.count <= 7, !bytes[bytes.count - 2].isVowel,
      !bytes.hasSuffix("ly"), syllables(bytes) == 2
    {
      return String(word.dropLast()) + "i" + suffix
    }
    guard syllables(bytes) == 1, !bytes.hasSuffix("ed") else { return nil }
    if bytes.last == UInt8(ascii: "e") { return word + suffix.dropFirst() }
    let count = bytes.count
    if count == 3, !bytes[2].isVowel, bytes[1].isVowel, !bytes[0].isVowel, bytes[2] != 0x77,
      bytes[2] != 0x79, bytes[2] != 0x78, let last = word.last
    {
      return word + String(last) + suffix
    }
    return word + suffix
  }

  /// Groups of vowels, a silent final e apart.
  private func syllables(_ bytes: [UInt8]) -> Int {
    var count = 0
    var wasVowel = false
    for (index, byte) in bytes.enumerated() {
      let isVowel = byte.isVowel || byte == UInt8(ascii: "y") && index > 0
      if isVowel, !wasVowel, !(index == bytes.count - 1 && byte == UInt8(ascii: "e")) { count += 1 }
      wasVowel = isVowel
    }
    return max(1, count)
  }
}
