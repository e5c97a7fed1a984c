internal import Bitext
internal import French

/// Verbs that report a quotation.
extension Drafter {
  /// A verb of saying after a quotation, before or without its subject: "a déclaré le ministre", "a-t-il dit".
  func isReporting(_ index: Int) -> Bool {
    let phrase = phrases[index]
    // "a poursuivi : « …"
    if index + 1 < phrases.count, phrases[index + 1].kind == .punctuation,
      isOpeningQuote(index + 1) || units[phrases[index + 1].head].mark == 0x3A,
      engine.classes.contains(units[phrase.head].lemma, in: .saying)
    {
      return true
    }
    guard engine.classes.contains(units[phrase.head].lemma, in: .saying), index > 0,
      !phrase.marks.contains(.negated), phrase.tense != .gerund,
      phrase.tense != .infinitive,
      phrase.first < 0 || phrase.marks.contains(.inverted)
    else { return false }
    let before = units[phrases[index - 1].head]
    // "il « demande une faveur »": the quotation opens with its verb.
    if isMark(before.tokens.lowerBound, "«") { return false }
    // "« Pensez-vous …": a quotation that opens with its question.
    if phrase.first >= 0, [.vous, .tu].contains(units[phrase.first].word) { return false }
    // "le film, sorti mercredi, raconte l’histoire": its own subject, and nobody who speaks.
    if before.mark == 0x2C, plans[index].subject >= 0, index + 1 < phrases.count,
      phrases[index + 1].kind == .nounPhrase, !isHuman(phrases[index + 1].head),
      !units[phrases[index + 1].head].isTerm
    {
      return false
    }
    return [0x2C, 0xC2, 0x22, 0x3F, 0x21].contains(before.mark)
  }
}
