internal import Bitext
internal import French
internal import Terminology

/// Reads a prize that stands for the one who won it: «le prix Nobel de la paix 2014 Malala Yousafzai» is "2014 Nobel
/// Peace Prize winner Malala Yousafzai".
struct LaureateReader {
  let recognition: Recognition

  private var words: TitleWords { recognition.knowledge.words }

  /// The phrase whose prize starts at `token`, its article excluded and dropped.
  func match(at token: Int, discourse: Discourse) -> (TermMatch, [PersonName])? {
    // Most events have no name after them.
    guard let end = recognition.firstHit(of: .event, at: token)?.tokens.upperBound,
      (end..<end + 3).contains(where: recognition.isCapitalized),
      let prize = SimpleTermReader(recognition: recognition).match(at: token),
      prize.kind == .event, words.isPrize(prize.target)
    else { return nil }
    let next = prize.tokens.upperBound
    guard recognition.isCapitalized(next), recognition.flags(next).contains(.spaceBefore),
      let person = PersonNameReader(recognition: recognition).name(at: next, discourse: discourse),
      person.hasEvidence, person.isFullName
    else { return nil }
    let hasArticle = recognition.isWord(token - 1, Closed.definite)
    let match = TermMatch(
      tokens: token..<person.tokens.upperBound, determiner: hasArticle ? token - 1 : nil,
      kind: .person, target: prize.target + " winner " + person.target,
      article: hasArticle ? .zero : .asSource,
      morphology: person.morphology.union([.human, .singular]), concept: person.concept,
      glossary: person.glossary, status: person.status,
      origin: person.origin == .inferred ? .inferred : .computed, rule: person.rule ?? "laureate",
      parts: [
        TermPart(
          tokens: prize.tokens, kind: .event, target: prize.target, concept: prize.concept),
        TermPart(
          tokens: person.tokens, kind: .person, target: person.target, concept: person.concept,
          origin: person.origin),
      ])
    return (match, [person])
  }
}
