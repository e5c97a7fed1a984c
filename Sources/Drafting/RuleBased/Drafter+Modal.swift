internal import Bitext
internal import French

extension Drafter {
  /// "il y a", "il s’agit de": constructions without a subject of their own. Gives the next phrase, or nil.
  mutating func writeImpersonal(_ index: Int) -> Int? {
    let phrase = phrases[index]
    if let next = writeRemaining(index) { return next }
    guard phrase.first >= 0, units[phrase.first].word == .il else { return nil }
    if units[phrase.head].word == .avoir, hasClitic(.y, phrase) { return writeExistential(index) }
    if units[phrase.head].word == .exister { return writeExistential(index) }
    if units[phrase.head].word == .falloir,
      let next = writeUntil(index) ?? writeSaying(index) ?? lendModal(index)
    {
      return next
    }
    // "il restait beaucoup à faire".
    if units[phrase.head].word == .rester, !phrase.marks.contains(.reflexive),
      index + 2 < phrases.count,
      phrases[index + 1].kind == .nounPhrase || phrases[index + 1].kind == .adverb,
      units[phrases[index + 2].head].word == .à, infinitiveAfter(index + 2) >= 0
    {
      return writeExistential(index)
    }
    return writeLeft(index)
  }

  private static let miss = FormHash.of("manquer".utf8)

  /// "il reste deux jours", "il ne reste que des ruines" are "there are two days left", "only ruins left", "il manque
  /// trois joueurs" "there are three players missing"; gives the next phrase, or nil.
  private mutating func writeLeft(_ index: Int) -> Int? {
    let phrase = phrases[index]
    let isMissing =
      units[phrase.head].lemma == Self.miss && phrase.first >= 0
      && units[phrase.first].word == .il
    guard units[phrase.head].word == .rester || isMissing, units[phrase.head].tokens.count == 1,
      phrase.marks.isDisjoint(with: [.reflexive, .inverted, .perfect, .passive]),
      !phrase.units.contains(where: { units[$0].role == .clitic })
    else { return nil }
    var noun = index + 1
    if noun < phrases.count, plans[noun].linker == .fixed(.only) { noun += 1 }
    if noun < phrases.count, phrases[noun].kind == .preposition,
      units[phrases[noun].head].word == .de
    {
      noun += 1
    }
    guard noun < phrases.count, phrases[noun].kind == .nounPhrase,
      !phrases[noun].marks.contains(.pronoun), isUncertain(noun), !hasClause(after: noun)
    else { return nil }
    var next = writeExistential(index)
    while next <= noun { next = max(next + 1, write(phrase: next)) }
    writer.write(isMissing ? "missing" : "left", units[phrase.finite].tokens)
    return next
  }

  /// A number or an amount of something that is not known: "deux jours", "des ruines", "beaucoup de temps".
  private func isUncertain(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard phrase.first >= 0 else {
      return index > 0 && phrases[index - 1].kind == .preposition
        || phrase.units.contains { units[$0].isNumber }
    }
    if phrase.units.contains(where: { units[$0].isNumber }) { return true }
    switch units[phrase.first].word {
    case .un, .une, .des, .quelques, .plusieurs, .peu, .beaucoup, .trop: return true
    default:
      return units[phrase.first].tokens.count > 1 || plans[index].dropsDeterminer
    }
  }

  /// "Reste une question" is "one question remains", "Reste à savoir si" "it remains to be seen whether".
  private mutating func writeRemaining(_ index: Int) -> Int? {
    let phrase = phrases[index]
    let start = units[phrase.finite].tokens.lowerBound
    guard index == 0, units[phrase.head].word == .rester, phrase.first < 0,
      phrase.tense == .present || phrase.tense == .imperfect, index + 1 < phrases.count
    else { return nil }
    guard phrases[index + 1].kind == .nounPhrase, !isTime(index + 1),
      units[phrase.head].tokens.count == 1
    else {
      if units[phrase.head].tokens.count > 1 || units[phrases[index + 1].head].word == .à {
        writer.write("it", start..<start)
      }
      return nil
    }
    plans[index].subject = index + 1
    let next = writeWithComplements(index + 1)
    let entry = chosenEntry(phrase.head)
    guard entry >= 0 else { return nil }
    writeChain(
      index, lexicon.entry(entry), englishTense(of: index), agreement(of: index), question: false)
    return next
  }

  private func hasClitic(_ word: FunctionWord, _ phrase: Phrase) -> Bool {
    phrase.units.contains { units[$0].word == word && units[$0].role == .clitic }
  }

  /// "« il faut agir »" is "we must act": who speaks means himself and those who listen; "il leur faut agir" is "they must
  /// act".
  mutating func turnNecessity(_ index: Int) {
    let phrase = phrases[index]
    guard phrase.first >= 0, units[phrase.first].word == .il,
      units[phrase.head].word == .falloir, units[phrase.head].tokens.count == 1,
      infinitiveOf(index) == index + 1 || infinitiveOf(index) == index + 2
    else { return }
    let clitics = phrase.units.filter { units[$0].role == .clitic }
    if let clitic = clitics.first {
      guard clitics.count == 1, let subject = subject(for: units[clitic].word) else { return }
      units[phrase.first].word = subject
      units[clitic].role = .absorbed
      phrases[index].marks.insert(.existential)
      if subject == .il { hasWrittenHe = true }
    } else if quoteDepth > 0 {
      units[phrase.first].word = .nous
    } else {
      return
    }
    units[phrase.head].word = .devoir
    units[phrase.head].lemma = Self.devoir
  }

  /// The subject that stands for an object: "we" for "nous", "they" for "leur".
  private func subject(for object: FunctionWord) -> FunctionWord? {
    switch object {
    case .me: .je
    case .te, .vous: .vous
    case .nous: .nous
    case .lui: context.sinceWoman < context.sinceMan ? .elle : .il
    case .leur: .ils
    default: nil
    }
  }

  private static let devoir = FormHash.of("devoir".utf8)

  /// "il faut dire que" is "it must be said that"; gives the conjunction, or nil.
  private mutating func writeSaying(_ index: Int) -> Int? {
    let phrase = phrases[index]
    let infinitive = index + 1
    guard phrase.tense == .present, !phrase.marks.contains(.negated),
      infinitive + 1 < phrases.count,
      isInfinitive(infinitive), units[phrases[infinitive + 1].head].form == Self.que,
      engine.classes.contains(units[phrases[infinitive].head].lemma, in: .saying),
      entries[phrases[infinitive].head] >= 0
    else { return nil }
    var tense = EnglishTense(mood: .bare)
    tense.isPassive = true
    writer.write("it must", units[phrase.finite].tokens)
    plans[infinitive].isDone = true
    writeChain(
      infinitive, lexicon.entry(entries[phrases[infinitive].head]), tense, Agreement(),
      question: false)
    return infinitive + 1
  }

  /// "il faut que la violence cesse" is "violence must stop"; gives the phrase after "que", or nil.
  private mutating func lendModal(_ index: Int) -> Int? {
    let phrase = phrases[index]
    guard !phrase.marks.contains(.negated), !phrase.marks.contains(.perfect),
      phrase.tense == .present || phrase.tense == .conditional, index + 2 < phrases.count,
      units[phrases[index + 1].head].form == Self.que,
      let verb = phrases[(index + 2)...].prefix(8).firstIndex(where: {
        $0.kind == .verbGroup && $0.tense != .infinitive && !$0.marks.contains(.reduced)
      }), !isModal(units[phrases[verb].head].word)
    else { return nil }
    plans[verb].modal = phrase.tense == .present ? "must" : "should"
    plans[index + 1].isDone = true
    return writeInvertedClause(index + 2)
  }

  /// "voici les résultats" is "here are the results"; gives the next phrase, or nil.
  mutating func writePresentative(_ index: Int) -> Int? {
    let unit = units[phrases[index].head]
    guard isPresentative(index), index + 1 < phrases.count,
      phrases[index + 1].kind == .nounPhrase, !isTime(index + 1)
    else { return nil }
    writer.write("here", unit.tokens)
    writer.write(isPlural(index + 1) ? "are" : "is", unit.tokens)
    return index + 1
  }

  func isPresentative(_ index: Int) -> Bool {
    let form = units[phrases[index].head].form
    return form == Self.voici || form == Self.voilà
  }

  private static let voici = FormHash.of("voici".utf8)
  private static let voilà = FormHash.of("voilà".utf8)

  /// "cela fait des années que la ville attend" is "for years the city has waited"; gives the next phrase, or nil.
  mutating func writeTimeSince(_ index: Int) -> Int? {
    let phrase = phrases[index]
    var time = index + 1
    if time + 1 < phrases.count, phrases[time].kind == .preposition,
      units[phrases[time].head].word == .de
    {
      time += 1
    }
    let isCount =
      phrase.first >= 0
      && (units[phrase.head].word == .faire && [.cela, .ça].contains(units[phrase.first].word)
        || units[phrase.head].word == .avoir && units[phrase.first].word == .il
          && hasClitic(.y, phrase))
    guard isCount || units[phrase.head].form == Self.voilà, phrase.tense == .present,
      !phrase.marks.contains(.negated), time + 1 < phrases.count,
      index == 0 || units[phrase.head].word == .faire
        || phrases[index - 1].kind == .punctuation || phrases[index - 1].kind == .coordinator,
      phrases[time].kind == .nounPhrase, isTime(time),
      units[phrases[time + 1].head].form == Self.que
    else { return nil }
    if time > index + 1 {
      plans[index + 1].isDone = true
      plans[time].dropsDeterminer = true
    }
    writer.write("for", units[phrase.finite].tokens)
    let after = write(phrase: time)
    plans[time + 1].isDone = true
    if let verb = phrases[(time + 2)...].firstIndex(where: { $0.kind == .verbGroup }) {
      plans[verb].isSince = true
    }
    return after + 1
  }

  /// "il y a deux ans" is "two years ago"; else "there is".
  private mutating func writeExistential(_ index: Int) -> Int {
    let phrase = phrases[index]
    var next = index + 1
    let tokens = units[phrase.finite].tokens
    // "il y a à peine trois mois".
    if next + 1 < phrases.count, phrases[next].kind == .adverb, !units[phrases[next].head].isTerm,
      phrases[next + 1].kind == .nounPhrase, isTimeNoun(phrases[next + 1].head)
    {
      writeUnit(phrases[next].head)
      plans[next].isDone = true
      next += 1
    }
    if phrase.tense == .present, !phrase.marks.contains(.perfect),
      units[phrase.head].word == .avoir, next < phrases.count,
      phrases[next].kind == .nounPhrase, isTimeNoun(phrases[next].head)
    {
      plans[next].isDone = true
      let after = writeNounPhrase(next)
      writer.write("ago", tokens)
      return after
    }
    var agreement = Agreement()
    // "il n’y a que trois médecins".
    let isOnly = next + 1 < phrases.count && plans[next].linker == .fixed(.only)
    if next < phrases.count, phrases[isOnly ? next + 1 : next].kind == .nounPhrase {
      agreement.isPlural = isPlural(isOnly ? next + 1 : next)
    }
    if next + 1 < phrases.count, phrases[next].kind == .preposition,
      phrases[next + 1].kind == .nounPhrase
    {
      agreement.isPlural = isPlural(next + 1)
      plans[next].linker = .absorbed
      plans[next + 1].dropsDeterminer = true
    }
    writer.write("there", units[phrase.first].tokens)
    // "il n’y a pas lieu de" is "there is no reason to".
    let isNone =
      phrase.negator == .pas && phrase.marks.contains(.negated) && next < phrases.count
      && phrases[next].kind == .nounPhrase && phrases[next].first < 0
      && units[phrases[next].head].pos == .noun && phrases[next].units.count == 1
      && plans[next].isDone == false && !phrases[next].marks.contains(.pronoun)
    if isNone { phrases[index].marks.remove(.negated) }
    defer { if isNone { writer.write("no", tokens.lowerBound..<tokens.lowerBound) } }
    let group = lexicon.group(FormHash.of("être".utf8), .verb)
    guard group.count > 0 else { return next }
    phrases[index].first = -1
    writeChain(
      index, lexicon.entry(Int(group.first) + Int(group.count) - 1), englishTense(of: index),
      agreement, question: false)
    return next
  }

  /// Modal verbs, "aller" and "venir de" before an infinitive, by the rows `pouvoir:future` of the lexicon.
  mutating func writeModal(
    _ index: Int, _ tense: EnglishTense, _ agreement: Agreement, question: Bool
  ) -> Int? {
    let phrase = phrases[index]
    guard let key = tenseKey(phrase), isModal(units[phrase.head].word) else { return nil }
    var infinitive = index + 1
    while infinitive < phrases.count, infinitive < index + 3,
      phrases[infinitive].kind == .adverb || isOpeningQuote(infinitive)
    {
      infinitive += 1
    }
    if units[phrase.head].word == .venir {
      guard infinitive + 1 < phrases.count, units[phrases[infinitive].head].word == .de,
        phrases[infinitive].kind == .preposition, isInfinitive(infinitive + 1)
      else { return nil }
      plans[infinitive].linker = .absorbed
      infinitive += 1
    }
    guard infinitive < phrases.count, isInfinitive(infinitive) else { return nil }
    var hash = units[phrase.head].lemma
    let isSpoken = units[phrase.head].word == .aller && key == ":present" && isSpoken(phrase)
    for byte in (isDue(index, infinitive) ? ":due" : isSpoken ? ":spoken" : key).utf8 {
      hash = FormHash.next(hash, byte)
    }
    let group = lexicon.group(hash, .verb)
    guard group.count > 0 else { return nil }
    let row = lexicon.entry(Int(group.first))
    var english = tense
    // The row says the tense by its words unless it is inflected.
    if row.isModal || row.traits.contains(.fixed) { english = EnglishTense(mood: .present) }
    writeChain(index, row, english, agreement, question: question)
    if units[phrase.head].word == .venir || key == ":conditional-perfect" {
      plans[infinitive].nonfinite = .participle
    } else {
      request(row.complement, of: infinitive, linker: -1)
    }
    return index + 1
  }

  /// "nous allons gagner", said of oneself or in a quotation.
  private func isSpoken(_ phrase: Phrase) -> Bool {
    if quoteDepth > 0 { return true }
    guard phrase.first >= 0 else { return false }
    return [.je, .tu, .nous, .vous].contains(units[phrase.first].word)
  }

  /// "doit entrer en vigueur en juillet" is "is due to come into force in July": what has its day is planned.
  private func isDue(_ index: Int, _ infinitive: Int) -> Bool {
    let phrase = phrases[index]
    guard units[phrase.head].word == .devoir, phrase.tense == .present, phrase.first < 0,
      !phrase.marks.contains(.negated), !phrase.marks.contains(.perfect)
    else { return false }
    var next = infinitive + 1
    while next < phrases.count, next < infinitive + 6 {
      switch phrases[next].kind {
      case .verbGroup, .punctuation, .subordinator, .relative: return false
      case .nounPhrase, .adverb: if isDate(next) { return true }
      default: break
      }
      next += 1
    }
    return false
  }

  /// A day, a month or "la semaine prochaine".
  private func isDate(_ index: Int) -> Bool {
    let unit = units[phrases[index].head]
    if unit.isTerm { return sentence.matches[Int(unit.term)].kind == .date }
    return isTimeNoun(phrases[index].head)
      && phrases[index].units.contains { engine.classes.contains(units[$0].lemma, in: .deictic) }
  }

  /// "avoir 13 ans" is "be 13 years old".
  mutating func writeAge(_ index: Int, _ tense: EnglishTense, _ agreement: Agreement) -> Int? {
    var next = index + 1
    let isOnly = next < phrases.count && plans[next].linker == .fixed(.only)
    if isOnly { next += 1 }
    guard units[phrases[index].head].word == .avoir, next < phrases.count,
      phrases[next].kind == .nounPhrase, units[phrases[next].head].lemma == Self.year,
      phrases[next].units.contains(where: { units[$0].role == .number })
    else { return nil }
    let group = lexicon.group(FormHash.of("être".utf8), .verb)
    guard group.count > 0 else { return nil }
    let row = lexicon.entry(Int(group.first) + Int(group.count) - 1)
    writeChain(index, row, tense, agreement, question: false)
    if isOnly { _ = write(phrase: index + 1) }
    plans[next].isDone = true
    let after = writeNounPhrase(next)
    writer.write("old", units[phrases[next].head].tokens)
    return after
  }

  func isModal(_ word: FunctionWord) -> Bool {
    switch word {
    case .pouvoir, .devoir, .falloir, .vouloir, .aller, .venir: true
    default: false
    }
  }

  private func tenseKey(_ phrase: Phrase) -> String? {
    let isPerfect = phrase.marks.contains(.perfect)
    switch phrase.tense {
    case .present: return isPerfect ? ":perfect" : ":present"
    case .imperfect: return isPerfect ? ":pluperfect" : ":imperfect"
    case .past: return ":perfect"
    case .future: return ":future"
    case .conditional: return isPerfect ? ":conditional-perfect" : ":conditional"
    case .infinitive, .gerund: return ":infinitive"
    case .imperative, .participle: return nil
    }
  }
}
