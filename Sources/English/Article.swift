package import Bitext

/// "a" or "an", by sound: "an hour", "a European", "an MP", "a UN".
package struct Article: Sendable {
  /// Hash of an excepted word in lower case unless it is an acronym, and whether it takes "an".
  private var exceptions = FormMap<Bool>()
  /// Letters whose names begin with a vowel, for acronyms: "an FBI agent".
  private static let spelled = Set("AEFHILMNORSX".utf8)

  /// Reads the rows of `Data/articles.tsv`.
  package init(_ data: MappedBytes) throws(DataError) {
    var rows = DataRows(data, file: "English/articles.tsv", columns: 2)
    while try rows.advance() {
      exceptions[FormHash.of(rows[1]), default: false] = rows.text(0) == "an"
    }
  }

  /// Whether `following`, the text after the article in UTF-8, takes "an".
  package func takesAn(_ following: UnsafeRawBufferPointer) -> Bool {
    let text = following.drop { $0 < 0x30 || $0 > 0x39 && $0 < 0x41 || $0 > 0x7A && $0 < 0x80 }
    let word = text.prefix { $0 != 0x20 && $0 != 0x2C && $0 != 0x2E && $0 != 0x27 && $0 < 0xE2 }
    guard let first = word.first else { return false }
    if first < 0x3A { return numberTakesAn(word) }
    if let answer = exceptions[FormHash.of(word)] { return answer }
    let hyphen = word.prefix { $0 != 0x2D }
    if let answer = exceptions[FormHash.of(hyphen)] { return answer }
    if exceptions[FormHash.of(hyphen.map { $0 | 0x20 })] == true { return true }
    if hyphen.count > 1, hyphen.count <= 4, hyphen.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) {
      let hasVowel = hyphen.dropFirst().contains { $0.isVowel }
      if !hasVowel || !first.isVowel { return hasVowel ? false : Self.spelled.contains(first) }
    }
    if first == 0xC3 {
      let second = word.dropFirst().first ?? 0
      return second != 0xA7 && second != 0x87
    }
    return first.isVowel
  }

  /// 8, 11, 18, 80 to 89, 800, 11,000 and the years 11xx and 18xx.
  private func numberTakesAn(_ word: Slice<UnsafeRawBufferPointer>) -> Bool {
    let digits = word.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard let first = digits.first else { return false }
    if first == UInt8(ascii: "8") { return true }
    let second = digits.dropFirst().first
    return first == UInt8(ascii: "1")
      && (second == UInt8(ascii: "1") || second == UInt8(ascii: "8"))
      && (digits.count == 2 || digits.count == 4)
  }
}
