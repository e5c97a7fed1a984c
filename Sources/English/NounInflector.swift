/// Plurals of English nouns: "ministry" gives "ministries", "attorney general" gives "attorneys general".
package struct NounInflector: Sendable {
  private let irregular: [String: String]
  /// Words after which the head of a phrase ends: "minister of defense" gives "ministers of defense".
  private static let linkers: Set<String> = [
    "of", "for", "in", "on", "to", "at", "from", "with", "by", "against", "without", "under",
    "into",
  ]

  package init(_ forms: IrregularForms) { irregular = forms.nouns }

  /// The plural of a noun or of a noun phrase without article.
  package func plural(of noun: String) -> String {
    if let plural = irregular[noun] { return plural }
    let words = noun.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var head = words.count - 1
    if let linker = words.dropFirst().firstIndex(where: { Self.linkers.contains($0) }) {
      head = linker - 1
    }
    guard words.indices.contains(head) else { return noun }
    var result = words
    result[head] = pluralOfWord(words[head])
    return result.joined(separator: " ")
  }

  private func pluralOfWord(_ word: String) -> String {
    if let plural = irregular[word] { return plural }
    if let hyphen = word.lastIndex(of: "-") {
      let tail = word[word.index(after: hyphen)...]
      if let plural = irregular[String(tail)] { return word[...hyphen] + plural }
    }
    let bytes = Array(word.utf8)
    guard let last = bytes.last else { return word }
    if bytes.hasSuffix("s") || bytes.hasSuffix("x") || bytes.hasSuffix("z")
      || bytes.hasSuffix("ch") || bytes.hasSuffix("sh")
    {
      return word + "es"
    }
    if last == UInt8(ascii: "y"), bytes.count > 1, !bytes[bytes.count - 2].isVowel {
      return String(word.dropLast()) + "ies"
    }
    return word + "s"
  }
}

extension [UInt8] {
  func hasSuffix(_ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { buffer in
      buffer.count <= count && self[(count - buffer.count)...].elementsEqual(buffer)
    }
  }
}

extension UInt8 {
  /// One of a, e, i, o, u in either case.
  var isVowel: Bool {
    switch self | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }
}
