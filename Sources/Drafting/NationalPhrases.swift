internal import Bitext

/// Ordinary nouns beside adjectives of nationality, put into English by the bilingual lexicon.
///
/// "camions militaires turcs" is "Turkish military trucks", "les armées azerbaïdjanaise et turque" has "Azerbaijani
/// and Turkish armies".
struct NationalPhrases: Sendable {
  let lexicon: BilingualLexicon

  /// A noun with its adjectives, in English order.
  struct Phrase {
    /// Tokens covered, determiner excluded.
    var tokens: Range<Int>
    var nationalities: [String]
    /// What follows the nationalities, with its space: " military trucks".
    var rest: String
  }

  /// The phrase that ends with the nationality of match `index`, or with the one after it and «et»; nil if no noun
  /// of the lexicon stands before it.
  func phrase(at index: Int, in sentence: AnalyzedSentence) -> Phrase? {
    let match = sentence.matches[index]
    guard isNationality(match) else { return nil }
    let last = sentence.words.partitionPoint { $0.tokens.lowerBound < match.tokens.lowerBound } - 1
    var position = last
    var adjectives: [String] = []
    while position >= 0, adjectives.count < 2, sentence.words[position].pos == .adjective {
      guard let english = rendering(sentence.words[position], form: 0) else { return nil }
      adjectives.append(english)
      position -= 1
    }
    guard position >= 0, sentence.words[position].pos == .noun,
      sentence.words[position].tokens.lowerBound >= sentence.tokens.lowerBound,
      isFree(sentence.words[position].tokens.lowerBound, before: index, in: sentence)
    else { return nil }
    let noun = sentence.words[position]
    var phrase = Phrase(
      tokens: noun.tokens.lowerBound..<match.tokens.upperBound, nationalities: [match.target],
      rest: "")
    if let next = second(after: index, in: sentence) {
      phrase.nationalities.append(next.target)
      phrase.tokens = noun.tokens.lowerBound..<next.tokens.upperBound
    }
    let isPlural = noun.morphology.contains(.plural)
    guard let english = rendering(noun, form: isPlural ? 1 : 0) else { return nil }
    phrase.rest = (adjectives.map { " " + $0 } + [" " + english]).joined()
    return phrase
  }

  private func isNationality(_ match: TermMatch) -> Bool {
    match.kind == .nationality && match.syntax == .adjective
  }

  /// No other match and no mark stands between the noun and the nationality.
  private func isFree(_ start: Int, before index: Int, in sentence: AnalyzedSentence) -> Bool {
    if index > 0, sentence.matches[index - 1].tokens.upperBound > start { return false }
    return (start..<sentence.matches[index].tokens.lowerBound)
      .allSatisfy { sentence.table.flags[$0].contains(.word) }
  }

  /// The nationality after «et»: «azerbaïdjanaise et turque».
  private func second(after index: Int, in sentence: AnalyzedSentence) -> TermMatch? {
    guard index + 1 < sentence.matches.count else { return nil }
    let next = sentence.matches[index + 1]
    let end = sentence.matches[index].tokens.upperBound
    guard isNationality(next), next.tokens.lowerBound == end + 1 else { return nil }
    let isAnd = sentence.words.contains {
      $0.tokens == end..<end + 1 && $0.pos == .coordinator
    }
    return isAnd ? next : nil
  }

  /// The default English of a word: form 0 or 1 of a noun, 0 of an adjective.
  private func rendering(_ word: WordAnalysis, form: Int) -> String? {
    let group = lexicon.group(word.lemma, word.pos)
    guard let last = group.range.last else { return nil }
    let bytes = lexicon.entry(last).form(form)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}

extension Array {
  /// The index of the first element for which `isBefore` is false; the array is ordered by it.
  fileprivate func partitionPoint(_ isBefore: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
