/// The five forms of an English verb; a particle or object after it stays where it is ("takes part in").
package struct VerbForms: Sendable, Hashable {
  package var base: String
  package var third: String
  package var past: String
  package var participle: String
  package var gerund: String
}

/// Forms of English verbs: "stop" gives "stops, stopped, stopped, stopping".
package struct VerbInflector: Sendable {
  private let irregular: [String: IrregularForms.Pair]
  private let doubling: Set<String>
  private static let thirds = ["be": "is", "have": "has", "do": "does", "go": "goes"]
  private static let gerunds = ["lie": "lying", "die": "dying", "tie": "tying", "be": "being"]
  /// Verbs without ending in the third person, "do" or infinitive.
  package static let modals: Set<String> = [
    "can", "could", "may", "might", "must", "shall", "should", "will", "would",
  ]

  package init(_ forms: IrregularForms) {
    irregular = forms.verbs
    doubling = forms.doubling
  }

  /// The forms of `verb`, whose first word is inflected.
  package func forms(of verb: String) -> VerbForms {
    let space = verb.firstIndex(of: " ") ?? verb.endIndex
    let word = String(verb[..<space])
    let tail = String(verb[space...])
    var forms = formsOfWord(word)
    forms.base += tail
    forms.third += tail
    forms.past += tail
    forms.participle += tail
    forms.gerund += tail
    return forms
  }

  private func formsOfWord(_ word: String) -> VerbForms {
    if Self.modals.contains(word) {
      let past = irregular[word]?.first ?? word
      return VerbForms(base: word, third: word, past: past, participle: past, gerund: word)
    }
    let regular = past(of: word)
    let pair = irregular[word] ?? hyphenated(word)
    return VerbForms(
      base: word, third: third(of: word), past: pair?.first ?? regular,
      participle: pair?.second ?? regular, gerund: gerund(of: word))
  }

  /// "co-write" follows "write".
  private func hyphenated(_ word: String) -> IrregularForms.Pair? {
    guard let hyphen = word.lastIndex(of: "-") else { return nil }
    let head = word[...hyphen]
    guard let pair = irregular[String(word[word.index(after: hyphen)...])] else { return nil }
    return IrregularForms.Pair(first: head + pair.first, second: head + pair.second)
  }

  private func third(of word: String) -> String {
    if let form = Self.thirds[word] { return form }
    let bytes = Array(word.utf8)
    if bytes.hasSuffix("s") || bytes.hasSuffix("x") || bytes.hasSuffix("z")
      || bytes.hasSuffix("ch") || bytes.hasSuffix("sh")
      || (bytes.hasSuffix("o") && bytes.count > 2 && !bytes[bytes.count - 2].isVowel)
    {
      return word + "es"
    }
    if endsInConsonantY(bytes) { return String(word.dropLast()) + "ies" }
    return word + "s"
  }

  private func past(of word: String) -> String {
    let bytes = Array(word.utf8)
    if bytes.last == UInt8(ascii: "e") { return word + "d" }
    if endsInConsonantY(bytes) { return String(word.dropLast()) + "ied" }
    return stem(word, bytes) + "ed"
  }

  private func gerund(of word: String) -> String {
    if let form = Self.gerunds[word] { return form }
    let bytes = Array(word.utf8)
    if bytes.last == UInt8(ascii: "e"), bytes.count > 2, !bytes.hasSuffix("ee"),
      !bytes.hasSuffix("oe"), !bytes.hasSuffix("ye"), word != "singe"
    {
      return String(word.dropLast()) + "ing"
    }
    return stem(word, bytes) + "ing"
  }

  /// The word with its last consonant doubled if it doubles: "stop", "admit".
  private func stem(_ word: String, _ bytes: [UInt8]) -> String {
    guard let last = bytes.last else { return word }
    if bytes.hasSuffix("ic") { return word + "k" }
    return doubles(word, bytes) ? word + String(UnicodeScalar(last)) : word
  }

  private func doubles(_ word: String, _ bytes: [UInt8]) -> Bool {
    if doubling.contains(word) { return true }
    let count = bytes.count
    guard count >= 3, !bytes[count - 1].isVowel, bytes[count - 2].isVowel else { return false }
    if [UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y")].contains(bytes[count - 1]) {
      return false
    }
    let isQu =
      count >= 4 && bytes[count - 3] == UInt8(ascii: "u")
      && bytes[count - 4] == UInt8(ascii: "q")
    if !isQu && bytes[count - 3].isVowel { return false }
    return bytes[..<(isQu ? count - 3 : count - 2)].allSatisfy {
      !$0.isVowel && $0 != UInt8(ascii: "y")
    }
  }

  private func endsInConsonantY(_ bytes: [UInt8]) -> Bool {
    bytes.count > 1 && bytes.last == UInt8(ascii: "y") && !bytes[bytes.count - 2].isVowel
  }
}
