internal import Bitext
internal import French
internal import Terminology

/// Reads a given name alone: a woman’s, so that the draft says "her", and one that opens a sentence and is a word of the
/// lexicon too: «Pierre est venu», «Clément, 14 ans, …».
///
/// French begins no sentence with a bare noun before its verb, so that the capital is that of a name.
struct GivenNameReader {
  let recognition: Recognition

  private var table: TokenTable { recognition.table }

  /// Pronouns and "ne" before a verb.
  private static let clitics = FormSet(
    ["ne", "n'", "se", "s'", "lui", "leur", "y"].map { Folding.exactHash($0) })
  /// Verbs that are other words too: «est», «a».
  private static let auxiliaries = FormSet(
    ["a", "est", "avait", "était", "sera", "aura", "serait", "aurait", "fut", "eut"]
      .map { Folding.exactHash($0) })
  /// «dans Victoria», «à Florence» are places.
  private static let placePrepositions = FormSet(
    ["à", "en", "dans", "vers"].map { Folding.exactHash($0) })
  private static let possessives = FormSet(["son", "sa", "ses"].map { Folding.exactHash($0) })

  /// The name at `token`, which has a capital.
  func match(at token: Int) -> TermMatch? {
    guard let lexicon = recognition.knowledge.lexicon, recognition.isGivenName(token),
      recognition.flags(token).isDisjoint(with: [.shouted, .allCapitals]),
      !recognition.isWord(token, Closed.never)
    else { return nil }
    let isWord = lexicon.knows(exact: table.exact[token])
    guard
      isWord
        ? recognition.opensSentence(token) && isNamed(before: token + 1, lexicon)
        : isWoman(token)
    else { return nil }
    let target = recognition.string(token..<token + 1)
    return TermMatch(
      tokens: token..<token + 1, kind: .person, target: target, article: .asSource,
      morphology: recognition.knowledge.givenNames.gender(table.folded[token])
        .union([.human, .singular]),
      concept: ConceptID.make(kind: .person, target: target), status: .inferred,
      origin: .inferred, rule: "given-name")
  }

  /// No other name stands around the given name: «la ville de Sophia Antipolis», «Saint-Julie».
  private func isWoman(_ token: Int) -> Bool {
    let (before, after) = (recognition.flags(token - 1), recognition.flags(token + 1))
    return recognition.knowledge.givenNames.gender(table.folded[token]) == .feminine
      && !recognition.hasHits(at: token) && recognition.flags(token).contains(.spaceBefore)
      && !after.contains(.hyphenBefore) && !recognition.isCapitalized(token + 1)
      && (!before.contains(.capitalized) || recognition.opensSentence(token))
      && !recognition.isWord(token - 1, Self.placePrepositions)
  }

  private func isGiven(_ token: Int) -> Bool {
    recognition.isCapitalized(token) && recognition.isGivenName(token)
  }

  /// What follows leaves nothing but a name before it: a verb, an age.
  private func isNamed(before next: Int, _ lexicon: Lexicon) -> Bool {
    if recognition.isMark(next, ",") { return recognition.isAge(next + 1) }
    // «Pierre et Marie sont partis», «Pierre et sa sœur»
    if recognition.isWord(next, Closed.and) {
      return isGiven(next + 1) || recognition.isWord(next + 1, Self.possessives)
    }
    guard recognition.flags(next).contains(.spaceBefore), !recognition.isCapitalized(next) else {
      return false
    }
    if recognition.isWord(next, Self.clitics) || recognition.isWord(next, Self.auxiliaries) {
      return true
    }
    guard recognition.flags(next).contains(.word) else { return false }
    let analyses = lexicon.analyses(exact: table.exact[next])
    return !analyses.isEmpty
      && analyses.allSatisfy {
        ($0.pos == .verb || $0.pos == .auxiliary)
          && $0.morphology.isDisjoint(with: [.infinitive, .participle])
      }
  }
}
