internal import Bitext
internal import French

/// A phrase as analysed and as decided, for `inspect chunks` and `inspect transfer`.
package struct PhraseExplanation: Sendable {
  /// "noun-phrase", "verb-group", "relative" …
  package var kind: String
  /// The words of the phrase as written.
  package var source: String
  /// Each unit with its role: "head:armée", "determiner:l'".
  package var parts: [String]
  /// Tense, voice, negation and the like of a verb group; "pronoun" of a noun phrase.
  package var features: [String]
  /// Of a verb group: the index of its subject, if that is a phrase.
  package var subject: Int?
  /// "fr=en" of each unit that has an entry; a term gives its target.
  package var entries: [String]
  /// What becomes of a preposition or relative: "own", "absorbed", or the English word.
  package var linker: String
}

extension RuleBasedEngine {
  /// The phrases of a sentence with what the transfer decides of each, before anything is written.
  package func explain(_ sentence: AnalyzedSentence, context: DraftContext) -> [PhraseExplanation] {
    var drafter = Drafter(self, sentence, context)
    drafter.analyze()
    drafter.plan()
    return drafter.phrases.indices.map(drafter.explanation)
  }
}

extension Drafter {
  fileprivate func explanation(_ index: Int) -> PhraseExplanation {
    let phrase = phrases[index]
    let words = phrase.units.filter { !text(of: units[$0].tokens).isEmpty }
    let subject = plans[index].subject
    return PhraseExplanation(
      kind: name(of: phrase.kind),
      source: text(of: tokens(of: phrase.units)),
      parts: words.map { "\(units[$0].role):\(text(of: units[$0].tokens))" },
      features: features(of: phrase), subject: subject >= 0 ? subject : nil,
      entries: words.compactMap(rendering), linker: linker(of: plans[index].linker))
  }

  private func tokens(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    let start = units[first].tokens.lowerBound
    return start..<max(start, units[last].tokens.upperBound)
  }

  private func text(of tokens: Range<Int>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    let table = sentence.table
    let start = Int(table.start[first])
    return String(decoding: sentence.text[start..<max(start, Int(table.end[last]))], as: UTF8.self)
  }

  private func name(of kind: Phrase.Kind) -> String {
    switch kind {
    case .nounPhrase: "noun-phrase"
    case .verbGroup: "verb-group"
    default: "\(kind)"
    }
  }

  private func features(of phrase: Phrase) -> [String] {
    let marks: [(Phrase.Marks, String)] = [
      (.negated, "negated"), (.perfect, "perfect"), (.passive, "passive"),
      (.reflexive, "reflexive"), (.inverted, "inverted"), (.subjunctive, "subjunctive"),
      (.reduced, "reduced"), (.nominalized, "nominalized"), (.pronoun, "pronoun"),
    ]
    let named = marks.filter { phrase.marks.contains($0.0) }.map(\.1)
    return phrase.kind == .verbGroup ? ["\(phrase.tense)"] + named : named
  }

  /// "président=president": the entry chosen, or the first; nil for a unit without English of its own.
  private func rendering(_ unit: Int) -> String? {
    let source = text(of: units[unit].tokens)
    if units[unit].isTerm { return source + "=" + sentence.matches[Int(units[unit].term)].target }
    let entry = entries[unit] >= 0 ? entries[unit] : Int(groups[unit].first)
    guard groups[unit].count > 0 else { return nil }
    let row = lexicon.entry(entry)
    let tail = String(decoding: row.tail, as: UTF8.self)
    return source + "=" + String(decoding: row.form(0), as: UTF8.self)
      + (tail.isEmpty ? "" : " " + tail)
  }

  private func linker(of linker: Linker) -> String {
    switch linker {
    case .own: "own"
    case .absorbed: "absorbed"
    case .entry(let entry): String(decoding: lexicon.entry(entry).linker, as: UTF8.self)
    case .fixed(let fixed): "\(fixed)"
    }
  }
}
