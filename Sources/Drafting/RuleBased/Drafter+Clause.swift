internal import Bitext
internal import French

extension Drafter {
  /// Writes a preposition by its plan; an infinitive after it gets its form.
  mutating func writePreposition(_ index: Int) -> Int {
    let unit = units[phrases[index].head]
    let next = index + 1
    let infinitive = infinitiveAfter(index)
    let hasInfinitive = infinitive >= 0
    switch plans[index].linker {
    case .absorbed: return next
    case .entry(let entry):
      writer.write(lexicon.entry(entry).linker, unit.tokens)
      return next
    case .fixed(let fixed):
      writeFixed(fixed, unit.tokens)
      return next
    case .own: break
    }
    if hasInfinitive { return writeInfinitivePreposition(index) }
    if let next = writeRoute(index) { return next }
    // "une mine du nord de la Chine" is "a mine in northern China".
    if unit.word == .de, next < phrases.count, phrases[next].kind == .nounPhrase, isCompass(next) {
      writer.write("in", unit.tokens)
      return next
    }
    // "l’appel du 23 juillet": the day has its own preposition.
    let hasArticle =
      next + 1 < phrases.count && phrases[next].kind == .other
      && units[phrases[next].head].isAbsorbed
    let day = hasArticle ? next + 1 : next
    if unit.word == .de, day < phrases.count, isDay(day) {
      writer.write("on", unit.tokens)
      return next
    }
    if unit.word != .none || FunctionWords.word(unit.form) == .none,
      next < phrases.count, phrases[next].kind == .nounPhrase,
      let word = engine.classes.preposition(unit.form, before: key(of: phrases[next].head)),
      word.elementsEqual("in".utf8) || !followsMotion(index)
    {
      writer.write(word, unit.tokens)
      return next
    }
    if isLevel(index) {
      writer.write("at", unit.tokens)
      return next
    }
    let entry = prepositionEntry(index)
    guard entry >= 0 else {
      copyUnknown(phrases[index].head)
      return next
    }
    writer.write(lexicon.entry(entry).form(0), unit.tokens)
    return next
  }

  /// "le chômage, à 7,3 %": where an amount stands.
  private func isLevel(_ index: Int) -> Bool {
    guard units[phrases[index].head].word == .à, index > 0, index + 1 < phrases.count,
      phrases[index - 1].kind == .nounPhrase || phrases[index - 1].kind == .punctuation,
      units[phrases[index + 1].head].isTerm
    else { return false }
    let match = sentence.matches[Int(units[phrases[index + 1].head].term)]
    return match.kind == .amount || match.kind == .number && match.target.hasSuffix("%")
  }

  /// "de Paris à Rome" after a journey or a verb of motion: "from Paris to Rome".
  private mutating func writeRoute(_ index: Int) -> Int? {
    guard units[phrases[index].head].word == .de, index > 0, index + 3 < phrases.count,
      units[phrases[index + 2].head].word == .à, phrases[index + 2].kind == .preposition,
      isPlaceTerm(index + 1), isPlaceTerm(index + 3),
      followsMotion(index)
        || engine.classes.contains(units[phrases[index - 1].head].lemma, in: .journey)
    else { return nil }
    plans[index + 2].linker = .fixed(.to)
    writer.write("from", units[phrases[index].head].tokens)
    return index + 1
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
      phrases[noun...].firstIndex { $0.kind == .verbGroup && $0.tense != .infinitive }
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

  mutating func writeFixed(_ fixed: FixedLinker, _ tokens: Range<Int>) {
    switch fixed {
    case .of: writer.write("of", tokens)
    case .theMore: writer.write("the more", tokens)
    case .theLess: writer.write("the less", tokens)
    case .from: writer.write("from", tokens)
    case .to: writer.write("to", tokens)
    case .by: writer.write("by", tokens)
    case .only: writer.write("only", tokens)
    case .than: writer.write("than", tokens)
    case .asWord: writer.write("as", tokens)
    case .neither: writer.write("neither", tokens)
    case .before: writer.write("before", tokens)
    }
  }

  /// "pour faire" is "to do", "sans faire" "without doing", "avant de faire" "before doing".
  private mutating func writeInfinitivePreposition(_ index: Int) -> Int {
    let unit = units[phrases[index].head]
    let next = index + 1
    let infinitive = infinitiveAfter(index)
    let entry = prepositionEntry(index)
    switch unit.word {
    case .à, .de, .pour:
      if plans[infinitive].nonfinite == .own { plans[infinitive].nonfinite = .to }
      return next
    default: break
    }
    guard entry >= 0 else {
      copyUnknown(phrases[index].head)
      return next
    }
    let row = lexicon.entry(entry)
    if !row.form(0).elementsEqual("-".utf8) { writer.write(row.form(0), unit.tokens) }
    if plans[infinitive].nonfinite == .own {
      switch row.complement {
      case .infinitive: plans[infinitive].nonfinite = .to
      case .bare: plans[infinitive].nonfinite = .bare
      case .none, .gerund: plans[infinitive].nonfinite = .gerund
      }
    }
    return next
  }

  /// The entry of a preposition before its object: "en France" and "en 2020" are "in", "à lundi" is "to".
  private func prepositionEntry(_ index: Int) -> Int {
    let head = phrases[index].head
    guard groups[head].count > 0 else { return -1 }
    var around = Surroundings()
    let next = index + 1
    if next < phrases.count {
      if phrases[next].kind == .nounPhrase {
        let object = phrases[next].head
        if isTime(next) || isYear(object) { around.context.insert(.time) }
        if isPlace(object) { around.context.insert(.place) }
        if isHuman(object) { around.context.insert(.person) }
        let first = phrases[next].first
        if phrases[next].units.contains(where: { $0 != object && units[$0].isNumber })
          || first >= 0 && isTime(next)
            && [.un, .une, .plusieurs, .quelques].contains(units[first].word)
        {
          around.context.insert(.number)
        }
        around.isPlural = isPlural(next)
      }
      if isInfinitive(next) { around.infinitive = next }
    }
    if followsMotion(index) { around.context.insert(.motion) }
    return choose(groups[head], around, near: head).entry
  }

  /// What the rows of prepositions know a noun by: its lemma, or the first word of a term.
  private func key(of unit: Int) -> UInt64 {
    units[unit].isTerm ? sentence.table.exact[units[unit].tokens.lowerBound] : units[unit].lemma
  }

  /// A full date, as a phrase: "23 juillet", "lundi".
  private func isDay(_ index: Int) -> Bool {
    let unit = units[phrases[index].head]
    guard unit.isTerm else { return false }
    let match = sentence.matches[Int(unit.term)]
    return match.kind == .date && match.rule == "date-day"
  }

  private func isYear(_ unit: Int) -> Bool {
    let value = units[unit]
    guard !value.isTerm, value.flags.contains(.number) else { return false }
    let table = sentence.table
    let first = value.tokens.lowerBound
    return table.end[first] - table.start[first] == 4
  }

  private func isPlace(_ unit: Int) -> Bool {
    guard units[unit].isTerm else { return units[unit].pos == .properNoun }
    let match = sentence.matches[Int(units[unit].term)]
    return match.kind == .place || match.rule == "kept"
  }

  /// Whether the verb before the preposition is one of motion.
  private func followsMotion(_ index: Int) -> Bool {
    var current = index - 1
    while current >= 0, current > index - 5 {
      let phrase = phrases[current]
      if phrase.kind == .verbGroup {
        // "descendre dans la rue" moves nobody.
        let entry = entries[phrase.head]
        return engine.classes.contains(units[phrase.head].lemma, in: .motion)
          && units[phrase.head].tokens.count == 1
          && (entry < 0 || lexicon.entry(entry).tail.isEmpty)
      }
      if phrase.kind != .adverb && phrase.kind != .nounPhrase && phrase.kind != .preposition {
        return false
      }
      // "mener une attaque contre une base en Jordanie" goes nowhere.
      if phrase.kind == .preposition, units[phrase.head].word != .de,
        units[phrase.head].word != .depuis
      {
        return false
      }
      current -= 1
    }
    return false
  }

  /// "on" before a day that works as an adverb and has no preposition of its own: "lundi", "le 12 avril".
  mutating func writeDatePreposition(_ index: Int) {
    let unit = units[phrases[index].head]
    guard unit.isTerm, unit.syntax == .adverbial else { return }
    let match = sentence.matches[Int(unit.term)]
    // The rule of days without a preposition; "in early 2026" and "at 9 a.m." have theirs.
    guard match.kind == .date, match.rule == "date-day" else { return }
    // "du 12 avril": the preposition is written.
    if let article = match.determiner, sentence.table.flags[article].contains(.contracted) {
      return
    }
    if index > 0, phrases[index - 1].kind == .preposition { return }
    writer.write("on", unit.tokens.lowerBound..<unit.tokens.lowerBound)
  }

  // MARK: Relatives and conjunctions

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
    switch plans[index].linker {
    case .fixed(let fixed):
      writeFixed(fixed, unit.tokens)
      return next
    default:
      switch unit.word {
      case .qui where followsPreposition: writer.write("whom", unit.tokens)
      // "Qui va gagner ?"
      case .qui where isQuestion && antecedent < 0: writer.write("who", unit.tokens)
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

  /// A verb before its subject, after "que", "où", "comme": the subject goes first.
  mutating func writeInvertedClause(_ index: Int) -> Int {
    guard index + 1 < phrases.count, phrases[index].kind == .verbGroup,
      phrases[index].first < 0, phrases[index].tense != .infinitive,
      phrases[index].tense != .gerund,
      !phrases[index].marks.contains(.reduced), phrases[index + 1].kind == .nounPhrase,
      units[phrases[index - 1].head].word != .qui, !isTime(index + 1)
    else { return index }
    plans[index].subject = index + 1
    plans[index + 1].isDone = true
    var next = writeNounPhrase(index + 1)
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
    return next
  }

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
    return true
  }

  mutating func writeSubordinator(_ index: Int) -> Int {
    _ = chosenEntry(phrases[index].head)
    let unit = units[phrases[index].head]
    if case .fixed(let fixed) = plans[index].linker {
      writeFixed(fixed, unit.tokens)
      return index + 1
    }
    if !dropsThat(index) { writeUnit(phrases[index].head) }
    return unit.word == .si ? index + 1 : writeInvertedClause(index + 1)
  }
}
