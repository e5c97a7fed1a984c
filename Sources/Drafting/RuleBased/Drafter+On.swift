internal import Bitext
internal import French

/// "on": English says in the passive what is done, and to whom.
extension Drafter {
  /// "on m’a proposé un poste" is "I was offered a post", outside of quotations "on l’a arrêté" "he was arrested": the
  /// pronoun becomes the subject.
  mutating func turnOn(_ index: Int) {
    let phrase = phrases[index]
    let clitics = phrase.units.filter { units[$0].role == .clitic }
    guard hasPassiveOn(index), clitics.count == 1, !isQuestion || quoteDepth == 0,
      !(index > 0 && units[phrases[index - 1].head].word == .comme)
    else { return }
    let clitic = clitics[0]
    let row = lexicon.entry(entries[phrase.head])
    let lemma = units[phrase.head].lemma
    let isDative =
      engine.classes.contains(lemma, in: .dative)
      || row.condition.contains(.preposition) && row.preposition == 1
    let isPersonal = isDative || engine.classes.contains(lemma, in: .humanObject)
    let subject: FunctionWord
    switch units[clitic].word {
    case .me where isPersonal: subject = .je
    case .nous where isPersonal: subject = .nous
    case .te where isPersonal, .vous where isPersonal: subject = .vous
    case .leur where isDative: subject = .ils
    case .lui where isDative: subject = context.sinceWoman < context.sinceMan ? .elle : .il
    case .les where quoteDepth == 0 && !isDative: subject = .ils
    case .la where quoteDepth == 0 && !isDative: subject = .elle
    case .le where quoteDepth == 0 && !isDative && !engine.classes.contains(lemma, in: .saying):
      subject = .il
    default: return
    }
    if units[clitic].word == .lui { hasWrittenHe = subject == .il }
    units[phrase.first].word = subject
    units[clitic].role = .absorbed
    phrases[index].marks.formUnion([.passive, .existential])
  }

  /// "les mesures que l’on a prises" is "the measures that were taken", "ce qu’on appelle" "what is called": writes the
  /// verb after the relative pronoun `word`; gives the next phrase, or nil.
  mutating func writeRelativeOn(_ index: Int, word: StaticString, isPlural: Bool) -> Int? {
    guard index < phrases.count, quoteDepth == 0, phrases[index].kind == .verbGroup,
      hasPassiveOn(index),
      !phrases[index].units.contains(where: { units[$0].role == .clitic })
    else { return nil }
    let next = index + 1
    if next < phrases.count, isInfinitive(next) || phrases[next].kind == .subordinator {
      return nil
    }
    writer.write(word, units[phrases[index].first].tokens)
    writePassiveOn(index, Agreement(isPlural: isPlural))
    return next
  }

  /// "« … », a-t-on appris" is "it was learned"; gives the next phrase, or nil.
  mutating func writeReportOn(_ index: Int) -> Int? {
    guard phrases[index].marks.contains(.inverted), index > 0,
      phrases[index - 1].kind == .punctuation, hasPassiveOn(index), !isQuestion,
      !phrases[index].units.contains(where: { units[$0].role == .clitic })
    else { return nil }
    writer.write("it", units[phrases[index].first].tokens)
    writePassiveOn(index, Agreement())
    return index + 1
  }

  private mutating func writePassiveOn(_ index: Int, _ agreement: Agreement) {
    var tense = englishTense(of: index)
    tense.isPassive = true
    tense.isProgressive = false
    phrases[index].first = -1
    plans[index].isDone = true
    writeChain(
      index, lexicon.entry(entries[phrases[index].head]), tense, agreement, question: false)
  }

  /// Whether the verb group has "on" as its subject and an English verb with a passive.
  private func hasPassiveOn(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard phrase.first >= 0, units[phrase.first].word == .on,
      phrase.marks.isDisjoint(with: [.reflexive, .passive]), entries[phrase.head] >= 0
    else { return false }
    switch units[phrase.head].word {
    case .avoir, .être, .faire, .laisser, .voir, .aller, .venir, .pouvoir, .devoir, .vouloir,
      .falloir:
      return false
    default: break
    }
    let row = lexicon.entry(entries[phrase.head])
    return !row.isBe && !row.isModal && row.linker.isEmpty && row.tail.isEmpty
      && row.pos == .verb
  }
}
