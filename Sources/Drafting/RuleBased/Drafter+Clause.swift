internal import Bitext
internal import French

/// What opens a clause: relatives, conjunctions, "une fois".
extension Drafter {
  mutating func writeRelative(_ index: Int) -> Int {
    let unit = units[phrases[index].head]
    let next = index + 1
    let antecedent = antecedent(of: index)
    var human =
      antecedent >= 0 && !phrases[antecedent].marks.contains(.pronoun)
      && isHuman(phrases[antecedent].head)
      || antecedent >= 0 && phrases[antecedent].marks.contains(.pronoun)
    // "les élus qui ont signé et qui doutent".
    if index > 0, phrases[index - 1].kind == .coordinator, let last = lastRelativeIsHuman {
      human = last
    }
    lastRelativeIsHuman = human
    let followsComma = index > 0 && units[phrases[index - 1].head].mark == 0x2C
    let followsPreposition = index > 0 && phrases[index - 1].kind == .preposition
    if unit.word == .que, plans[index].linker == .own, !followsPreposition, antecedent >= 0,
      let next = writeRelativeOn(
        next, word: human ? "who" : followsComma ? "which" : "that",
        isPlural: isPlural(antecedent))
    {
      return next
    }
    switch plans[index].linker {
    case .fixed(let fixed):
      writeFixed(fixed, unit.tokens)
      return next
    default:
      switch unit.word {
      case .qui where followsPreposition: writer.write("whom", unit.tokens)
      // "Qui va gagner ?"
      case .qui where isQuestion && antecedent < 0: writer.write("who", unit.tokens)
      // "Que pensez-vous de la réforme ?"
      case .que
      where isQuestion && (index == 0 || phrases[index - 1].kind == .punctuation && !followsComma):
        writer.write("what", unit.tokens)
        askSubject(after: next)
      // "on ne sait pas encore qui viendra".
      case .qui where asksIndirectly(index): writer.write("who", unit.tokens)
      case .qui: writer.write(human ? "who" : followsComma ? "which" : "that", unit.tokens)
      case .que
      where !followsComma && !followsPreposition && next < phrases.count
        && phrases[next].kind == .verbGroup && phrases[next].first >= 0:
        // "les mesures qu’il a prises" is "the measures he took".
        break
      case .que: writer.write(followsComma ? (human ? "whom" : "which") : "that", unit.tokens)
      case .dont: return writeDont(index, human)
      case .où:
        let isTimeBefore = antecedent >= 0 && isTimeNoun(phrases[antecedent].head)
        writer.write(isTimeBefore ? "when" : "where", unit.tokens)
      case .quoi: writer.write("what", unit.tokens)
      case .lequel, .laquelle, .lesquels, .lesquelles:
        let isSubject =
          !followsPreposition && next < phrases.count && phrases[next].kind == .verbGroup
          && phrases[next].first < 0
        writer.write(human ? isSubject ? "who" : "whom" : "which", unit.tokens)
      default: writer.write(human ? "whom" : "which", unit.tokens)
      }
    }
    return writeInvertedClause(next)
  }

  /// "Que dit le rapport ?" is "what does the report say?": the noun after the verb is its subject.
  private mutating func askSubject(after verb: Int) {
    guard verb + 1 < phrases.count, phrases[verb].kind == .verbGroup, phrases[verb].first < 0,
      phrases[verb].tense != .infinitive, phrases[verb + 1].kind == .nounPhrase,
      !phrases[verb + 1].marks.contains(.pronoun), !plans[verb].isDone
    else { return }
    phrases[verb].marks.insert(.inverted)
    plans[verb].subject = verb + 1
    plans[verb + 1].isDone = true
    questionSubject = verb + 1
  }

  /// Whether a relative stands right after a verb, adverbs between.
  private func asksIndirectly(_ index: Int) -> Bool {
    var before = index - 1
    while before > 0, phrases[before].kind == .adverb { before -= 1 }
    return before >= 0 && phrases[before].kind == .verbGroup
      && !phrases[before].marks.contains(.reduced)
  }

  private static let half = FormHash.of("moitié".utf8)

  /// "dont le père" is "whose father", "dont deux" is "including two", else "of which".
  private mutating func writeDont(_ index: Int, _ human: Bool) -> Int {
    let tokens = units[phrases[index].head].tokens
    let next = index + 1
    if index > 0, phrases[index - 1].kind == .nounPhrase,
      engine.classes.contains(units[phrases[index - 1].head].lemma, in: .way)
    {
      return writeInvertedClause(next)
    }
    guard next < phrases.count else {
      writer.write("of which", tokens)
      return next
    }
    if isObjectOfVerb(index) {
      let followsComma = index > 0 && units[phrases[index - 1].head].mark == 0x2C
      writer.write(followsComma ? (human ? "whom" : "which") : "that", tokens)
      return writeInvertedClause(next)
    }
    let hasVerb =
      next + 1 < phrases.count
      && phrases[next...].prefix(8).prefix { units[$0.head].mark != 0x2C }
        .contains { $0.kind == .verbGroup && $0.tense != .infinitive }
    // "les articles, dont celui qui interdit": one of them.
    if phrases[next].kind == .nounPhrase, phrases[next].marks.contains(.pronoun) {
      // "dont certains ont fui" is "some of whom fled".
      guard next + 1 < phrases.count, phrases[next + 1].kind == .verbGroup,
        phrases[next + 1].first < 0, units[phrases[next].head].tokens.count == 1
      else {
        writer.write("including", tokens)
        return next
      }
      let after = write(phrase: next)
      writer.write(human ? "of whom" : "of which", tokens)
      return after
    }
    // "dont la moitié vit" is "half of whom live".
    if phrases[next].kind == .nounPhrase, hasVerb,
      engine.classes.contains(units[phrases[next].head].lemma, in: .portion)
    {
      plans[next].dropsDeterminer = units[phrases[next].head].lemma == Self.half
      let after = write(phrase: next)
      writer.write(human ? "of whom" : "of which", tokens)
      return after
    }
    if phrases[next].kind == .nounPhrase, !phrases[next].marks.contains(.pronoun) {
      if !hasVerb || phrases[next].first < 0 {
        writer.write("including", tokens)
      } else if phrases[next].first >= 0,
        [.le, .la, .les].contains(units[phrases[next].first].word)
      {
        writer.write("whose", tokens)
        plans[next].dropsDeterminer = true
      } else {
        writer.write("of which", tokens)
      }
      return next
    }
    writer.write("of which", tokens)
    return writeInvertedClause(next)
  }

  /// "l’aide dont le pays a besoin", "le mal dont souffrent les hôpitaux": whether the "dont" at `index` is what its verb
  /// governs.
  private func isObjectOfVerb(_ index: Int) -> Bool {
    guard let verb = verbOfDont(index), entries[phrases[verb].head] >= 0 else { return false }
    let row = lexicon.entry(entries[phrases[verb].head])
    return row.condition.contains(.preposition) && row.preposition == 2
      && !row.condition.contains(.infinitive) && units[phrases[verb].head].word != .être
  }

  /// The verb that the "dont" at `index` may be the complement of: one that follows it, has a pronoun as its subject, or
  /// needs a complement: "avoir besoin", "disposer"; nil if "dont" is "whose" or "including".
  func verbOfDont(_ index: Int) -> Int? {
    guard units[phrases[index].head].word == .dont, index + 1 < phrases.count else { return nil }
    let next = index + 1
    var verb = next
    if phrases[next].kind == .nounPhrase {
      verb += 1
      while verb + 1 < phrases.count, phrases[verb].kind == .preposition,
        units[phrases[verb].head].word == .de, phrases[verb + 1].kind == .nounPhrase
      { verb += 2 }
    }
    guard verb < phrases.count, phrases[verb].kind == .verbGroup,
      phrases[verb].tense != .infinitive, !phrases[verb].marks.contains(.reduced)
    else { return nil }
    let head = units[phrases[verb].head]
    if verb > next, head.tokens.count == 1, !engine.classes.contains(head.lemma, in: .ofVerb) {
      return nil
    }
    return verb
  }

  /// A verb before its subject, after "que", "où", "comme": the subject goes first.
  mutating func writeInvertedClause(_ index: Int) -> Int {
    guard index + 1 < phrases.count, phrases[index].kind == .verbGroup, !plans[index].isDone,
      phrases[index].first < 0, questionSubject < 0, phrases[index].tense != .infinitive,
      phrases[index].tense != .gerund,
      !phrases[index].marks.contains(.reduced),
      index == 0 || units[phrases[index - 1].head].word != .qui
    else { return index }
    // "où vivent quelque 200 000 personnes".
    let isCounted =
      phrases[index + 1].kind == .adverb && phrases[index + 1].units.count == 1
      && index + 2 < phrases.count && phrases[index + 2].units.contains { units[$0].isNumber }
    // "ce qu’a annoncé mardi la ministre".
    let isDated =
      phrases[index + 1].kind == .adverb && units[phrases[index + 1].head].isTerm
      && index + 2 < phrases.count && phrases[index + 2].kind == .nounPhrase
      && phrases[index + 2].first >= 0
      && (index == 0 || units[phrases[index - 1].head].form != Self.où)
    let subject = isCounted || isDated ? index + 2 : index + 1
    guard phrases[subject].kind == .nounPhrase, !isTime(subject) else { return index }
    if isCounted { _ = write(phrase: index + 1) }
    plans[index].subject = subject
    plans[subject].isDone = true
    var next = writeNounPhrase(subject)
    while next + 1 < phrases.count, phrases[next].kind == .preposition,
      units[phrases[next].head].word == .de, phrases[next + 1].kind == .nounPhrase,
      !plans[next].isDone
    {
      plans[next].isDone = true
      next = max(next + 1, writePreposition(next))
      next = write(phrase: next)
    }
    if next < phrases.count, phrases[next].marks.contains(.reduced), !plans[next].isDone {
      next = writeReduced(next)
    }
    plans[index].isDone = true
    _ = writeVerbGroup(index)
    if isDated { _ = write(phrase: index + 1) }
    return next
  }

  private static let où = FormHash.of("où".utf8)

  /// A participle and what goes with it up to the next mark or verb; gives the phrase after it.
  private mutating func writeReduced(_ index: Int) -> Int {
    var next = write(phrase: index)
    while next < phrases.count, !plans[next].isDone,
      phrases[next].kind == .preposition || phrases[next].kind == .nounPhrase
        || phrases[next].kind == .adverb
    {
      next = write(phrase: next)
    }
    return next
  }

  /// "il a dit qu’il viendrait": English leaves "that" out right after a verb of saying.
  private func dropsThat(_ index: Int) -> Bool {
    guard units[phrases[index].head].word == .que, units[phrases[index].head].tokens.count == 1,
      index > 0,
      phrases[index - 1].kind == .verbGroup,
      engine.classes.contains(units[phrases[index - 1].head].lemma, in: .dropsThat)
    else { return false }
    return !hasSecondClause(after: index)
  }

  /// "a dit qu’il viendrait et qu’il parlerait": two clauses keep their "that".
  private func hasSecondClause(after index: Int) -> Bool {
    var next = index + 1
    while next + 1 < phrases.count, next < index + 24 {
      let mark = units[phrases[next].head].mark
      if mark != 0, mark != 0x2C { return false }
      if phrases[next].kind == .coordinator, phrases[next + 1].kind == .subordinator,
        units[phrases[next + 1].head].form == Self.que
      {
        return true
      }
      next += 1
    }
    return false
  }

  mutating func writeSubordinator(_ index: Int) -> Int {
    chooseConjunction(index)
    let unit = units[phrases[index].head]
    if case .fixed(let fixed) = plans[index].linker {
      writeFixed(fixed, unit.tokens)
      return index + 1
    }
    if let word = likeness(index) {
      writer.write(word, unit.tokens)
      return index + 1
    }
    if !dropsThat(index) { writeUnit(phrases[index].head) }
    return unit.word == .si ? index + 1 : writeInvertedClause(index + 1)
  }

  /// Chooses the English of a conjunction: a row with `before` opens the sentence, or stands before a pronoun and behind
  /// no comma.
  private mutating func chooseConjunction(_ index: Int) {
    let head = phrases[index].head
    guard entries[head] < 0, groups[head].count > 0 else { return }
    var around = Surroundings()
    around.isBefore =
      index == 0
      || units[phrases[index - 1].head].mark != 0x2C && index + 1 < phrases.count
        && phrases[index + 1].kind == .verbGroup && phrases[index + 1].first >= 0
    entries[head] = choose(groups[head], around, near: head).entry
  }

  /// "une fois la réunion terminée" is "once the meeting was finished"; gives the next phrase, or nil.
  mutating func writeOnceClause(_ index: Int) -> Int? {
    let noun = index + 1
    guard
      units[phrases[index].head].form == Self.once
        || units[phrases[index].head].tokens.count == 2
          && sentence.table.exact[units[phrases[index].head].tokens.lowerBound + 1] == Self.fois,
      noun < phrases.count, phrases[noun].kind == .nounPhrase, phrases[noun].first >= 0,
      let last = phrases[noun].units.last, last > phrases[noun].head,
      units[last].isPastParticiple, !units[last].isTerm,
      entries[last] >= 0 || groups[last].count > 0
    else { return nil }
    writeUnit(phrases[index].head)
    phrases[noun].units = phrases[noun].units.lowerBound..<last
    let next = write(phrase: noun)
    let isPast =
      phrases[noun...].prefix(40).firstIndex { $0.kind == .verbGroup && $0.tense != .infinitive }
      .map { englishTense(of: $0).mood == .past } ?? false
    let tokens = units[last].tokens
    let start = tokens.lowerBound..<tokens.lowerBound
    if isPlural(noun) {
      writer.write(isPast ? "were" : "are", start)
    } else {
      writer.write(isPast ? "was" : "is", start)
    }
    let row = lexicon.entry(chosenEntry(last))
    writer.write(row.pos == .verb ? row.form(3) : row.form(0), tokens)
    if row.pos == .verb { writer.write(row.tail, tokens) }
    return next
  }

  private static let once = FormHash.of("une fois".utf8)
  private static let fois = FormHash.of("fois".utf8)
}
