internal import Bitext
internal import French

/// The place of objects: English does not part them from their verb.
extension Drafter {
  /// "a signé mardi à Genève un accord" is "signed an agreement on Tuesday in Geneva": writes the object that stands
  /// after times and places.
  mutating func writeObjectBeforeAdjuncts(_ verb: Int) {
    var next = verb + 1
    while next < phrases.count, let end = adjunctEnd(next) { next = end }
    // "commenceront mercredi des exercices": the partitive has been read as a preposition.
    if next > verb + 1, next + 1 < phrases.count, phrases[next].kind == .preposition,
      plans[next].linker == .absorbed, plans[next + 1].dropsDeterminer
    {
      plans[next].isDone = true
      next += 1
    }
    // "qui s’abattent depuis une semaine sur le pays": the preposition is the verb's.
    if next > verb + 1, next + 1 < phrases.count, phrases[next].kind == .preposition,
      phrases[next + 1].kind == .nounPhrase, !phrases[next + 1].marks.contains(.pronoun),
      isGoverned(next, by: verb), !hasClause(after: next + 1)
    {
      _ = write(phrase: next)
      _ = writeWithComplements(next + 1)
      return
    }
    guard next > verb + 1, next < phrases.count, phrases[next].kind == .nounPhrase,
      !phrases[next].marks.contains(.pronoun), !plans[next].isSubject, !plans[next].isDone,
      phrases[next].first >= 0, !isTime(next), !hasClause(after: next)
    else { return }
    next = writeWithComplements(next)
    if let end = complementEnd(next) {
      while next < end { next = max(next + 1, write(phrase: next)) }
    }
  }

  /// "a rejeté mardi l’accord sur le climat.": where the object’s own complement at `index` ends, if its clause ends there
  /// too; nil if more follows, which stays with it behind the time.
  private func complementEnd(_ index: Int) -> Int? {
    guard index + 1 < phrases.count, phrases[index].kind == .preposition, !plans[index].isDone,
      [.sur, .contre, .avec].contains(units[phrases[index].head].word),
      phrases[index + 1].kind == .nounPhrase
    else { return nil }
    var end = index + 2
    while end + 1 < phrases.count, phrases[end].kind == .preposition,
      units[phrases[end].head].word == .de, phrases[end + 1].kind == .nounPhrase
    { end += 2 }
    return end == phrases.count || phrases[end].kind == .punctuation ? end : nil
  }

  private func isGoverned(_ preposition: Int, by verb: Int) -> Bool {
    let entry = entries[phrases[verb].head]
    guard entry >= 0, lexicon.entry(entry).condition.contains(.preposition),
      lexicon.entry(entry).preposition
        == Self.prepositionNumber(units[phrases[preposition].head].word)
    else { return false }
    return plans[preposition].linker != .own
  }

  /// A relative clause or participle after the phrase and its complements, which must stay beside it.
  func hasClause(after index: Int) -> Bool {
    var next = index + 1
    while next + 1 < phrases.count, phrases[next].kind == .preposition,
      phrases[next + 1].kind == .nounPhrase, units[phrases[next].head].word == .de
    { next += 2 }
    if next + 1 < phrases.count, units[phrases[next].head].mark == 0x2C {
      next += 1
      // "à Mascate, la capitale omanaise".
      if phrases[next].kind == .nounPhrase { return true }
    }
    if next < phrases.count, phrases[next].kind == .preposition { next += 1 }
    guard next < phrases.count else { return false }
    return phrases[next].kind == .relative || phrases[next].marks.contains(.reduced)
  }

  /// Writes the noun phrase at `index` and its complements with "de"; gives the phrase after them.
  mutating func writeWithComplements(_ index: Int) -> Int {
    var next = write(phrase: index)
    while next + 1 < phrases.count, phrases[next].kind == .preposition, !plans[next].isDone,
      units[phrases[next].head].word == .de, phrases[next + 1].kind == .nounPhrase
    {
      next = write(phrase: next)
      next = write(phrase: next)
    }
    return next
  }

  /// "il leur est interdit de sortir" is "they are forbidden to go out": the person becomes the subject.
  mutating func turnDativeSubject(_ index: Int) {
    let phrase = phrases[index]
    guard phrase.first >= 0, units[phrase.first].word == .il, phrase.marks.contains(.passive),
      !phrase.marks.contains(.inverted), index + 1 < phrases.count,
      infinitiveAfter(index + 1) >= 0,
      let clitic = phrase.units.first(where: { units[$0].role == .clitic }),
      units[clitic].word == .lui || units[clitic].word == .leur
    else { return }
    units[phrase.first].word = units[clitic].word == .leur ? .ils : isShe(index) ? .elle : .il
    if units[clitic].word == .lui { hasWrittenHe = units[phrase.first].word == .il }
    if units[clitic].word == .leur { units[phrase.finite].morphology = .plural }
    units[clitic].role = .absorbed
    phrases[index].marks.insert(.existential)
  }

  /// "il a été demandé aux habitants de sortir" is "residents were asked to go out"; gives the next phrase, or nil.
  mutating func writeAskedPerson(_ index: Int) -> Int? {
    let phrase = phrases[index]
    guard phrase.first >= 0, units[phrase.first].word == .il, phrase.marks.contains(.passive),
      !phrase.marks.contains(.inverted), index + 4 < phrases.count,
      phrases[index + 1].kind == .preposition, units[phrases[index + 1].head].word == .à,
      phrases[index + 2].kind == .nounPhrase, !phrases[index + 2].marks.contains(.pronoun),
      entries[phrase.head] >= 0
    else { return nil }
    var link = index + 3
    while link + 1 < phrases.count, phrases[link].kind == .preposition,
      units[phrases[link].head].word == .de, phrases[link + 1].kind == .nounPhrase
    { link += 2 }
    guard link + 1 < phrases.count, phrases[link].kind == .preposition,
      units[phrases[link].head].word == .de, infinitiveAfter(link) >= 0
    else { return nil }
    plans[index + 1].isDone = true
    let next = writeWithComplements(index + 2)
    let tense = englishTense(of: index)
    phrases[index].first = -1
    writeChain(
      index, lexicon.entry(entries[phrase.head]), tense,
      Agreement(isPlural: isPlural(index + 2)), question: false)
    return next
  }

  /// "on sert des boissons" is "drinks are served", outside of quotations; gives the next phrase, or nil.
  mutating func writeImpersonalPassive(_ index: Int) -> Int? {
    let phrase = phrases[index]
    let object = index + 1
    if phrase.first >= 0, units[phrase.first].word == .on, quoteDepth == 0,
      phrase.marks.isDisjoint(with: [.reflexive, .inverted]), object < phrases.count,
      phrases[object].kind == .subordinator, units[phrases[object].head].form == Self.que,
      !phrase.units.contains(where: { units[$0].role == .clitic }), entries[phrase.head] >= 0,
      engine.classes.contains(units[phrase.head].lemma, in: .saying)
    {
      // "on estime que" is "it is believed that".
      let row = lexicon.entry(entries[phrase.head])
      guard !row.isBe, !row.isModal else { return nil }
      var tense = englishTense(of: index)
      tense.isPassive = true
      tense.isProgressive = false
      writer.write("it", units[phrase.first].tokens)
      phrases[index].first = -1
      writeChain(index, row, tense, Agreement(), question: false)
      writer.write("that", units[phrases[object].head].tokens)
      plans[object].isDone = true
      return writeInvertedClause(object + 1)
    }
    guard phrase.first >= 0, units[phrase.first].word == .on, quoteDepth == 0,
      !phrase.marks.contains(.reflexive), !phrase.marks.contains(.inverted),
      !phrase.units.contains(where: { units[$0].role == .clitic }), object < phrases.count,
      phrases[object].kind == .nounPhrase, !phrases[object].marks.contains(.pronoun),
      phrases[object].first >= 0, !isTime(object), !plans[object].isDone,
      units[phrase.head].word != .avoir, units[phrase.head].word != .être,
      entries[phrase.head] >= 0
    else { return nil }
    let row = lexicon.entry(entries[phrase.head])
    guard !row.isBe, !row.isModal, row.linker.isEmpty, row.tail.isEmpty else { return nil }
    let next = writeWithComplements(object)
    var tense = englishTense(of: index)
    tense.isPassive = true
    phrases[index].first = -1
    writeChain(index, row, tense, Agreement(isPlural: isPlural(object)), question: false)
    return next
  }

  /// The end of the time or place that starts at `index`, or nil.
  private func adjunctEnd(_ index: Int) -> Int? {
    guard !plans[index].isDone else { return nil }
    let phrase = phrases[index]
    if phrase.kind == .adverb,
      units[phrase.head].isTerm
        || engine.classes.contains(units[phrase.head].lemma, in: .timeAdverb)
        || units[phrase.head].tokens.count > 2
    {
      return index + 1
    }
    if phrase.kind == .nounPhrase, phrase.units.count == 1, isScore(phrase.head) {
      return index + 1
    }
    guard phrase.kind == .preposition, plans[index].linker == .own, index + 1 < phrases.count,
      phrases[index + 1].kind == .nounPhrase, !hasComplement(after: index + 1)
    else { return nil }
    switch units[phrase.head].word {
    case .depuis, .pendant: return index + 2
    case .à, .en, .dans:
      return isTime(index + 1) || isPlaceTerm(index + 1) ? index + 2 : nil
    default: return nil
    }
  }

  /// "3 à 1", which is "3-1".
  private func isScore(_ unit: Int) -> Bool {
    guard units[unit].isTerm else { return false }
    let match = sentence.matches[Int(units[unit].term)]
    return match.kind == .number && match.target.contains("-")
      && match.target.utf8.allSatisfy { $0 == 0x2D || 0x30...0x39 ~= $0 }
  }

  /// "lui remplissaient les yeux", "se lave les mains": the object is the pronoun's. Marks it; whether it did.
  mutating func planPossessor(_ verb: Int) -> Bool {
    let phrase = phrases[verb]
    let object = verb + 1
    guard object < phrases.count, phrases[object].kind == .nounPhrase, phrases[object].first >= 0,
      engine.classes.contains(units[phrases[object].head].lemma, in: .body),
      let clitic = phrase.units.first(where: { units[$0].role == .clitic })
    else { return false }
    switch units[phrases[object].first].word {
    case .le, .la, .les: break
    default: return false
    }
    switch units[clitic].word {
    case .me, .te, .se, .nous, .vous, .lui, .leur:
      plans[object].possessor = units[clitic].word
      return true
    default: return false
    }
  }
}
