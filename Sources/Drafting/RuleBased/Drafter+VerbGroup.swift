internal import Bitext
internal import French

/// Person and number of a subject, for English agreement.
struct Agreement {
  var isPlural = false
  var isFirst = false
  /// "you": plural forms.
  var isSecond = false
}

/// What an English verb group says besides its verb.
struct EnglishTense {
  enum Mood { case present, past, future, conditional, imperative, to, bare, gerund, participle }
  var mood = Mood.present
  var isPerfect = false
  var isPassive = false
  /// "was playing".
  var isProgressive = false
  /// A participle after "has just": the passive keeps its "been".
  var followsHave = false
}

extension Drafter {
  mutating func writeVerbGroup(_ index: Int) -> Int {
    if let next = writeTimeSince(index) ?? writeImpersonal(index) ?? writePresentative(index) {
      return next
    }
    if let next = writeAskedPerson(index) { return next }
    if let next = writeReportOn(index) ?? writeCrowd(index) { return next }
    turnDativeSubject(index)
    turnOn(index)
    turnNecessity(index)
    let phrase = phrases[index]
    var tense = englishTense(of: index)
    if phrase.tense == .infinitive { lastInfinitive = (index, tense.mood) }
    let agreement = agreement(of: index)
    if let next = writeImpersonalPassive(index) { return next }
    let asksQuestion =
      isQuestion && !isReporting(index) && phrase.marks.contains(.inverted)
      && (phrase.first >= 0 || questionSubject >= 0)
    if phrase.marks.contains(.gerund) {
      writer.write(gerundPreposition(index), units[phrase.units.lowerBound].tokens)
    }
    if phrase.first >= 0, !asksQuestion, !repeatsSubject(index) {
      writeSubjectPronoun(phrase.first, index)
    }
    // "espérons que" is "let’s hope that".
    if tense.mood == .imperative, units[phrase.finite].morphology.contains(.first) {
      writer.write("let's", units[phrase.finite].tokens)
      tense.mood = .bare
    }
    noteOwner(index)
    noteSpeaker(index)
    if let modal = plans[index].modal {
      writer.write(
        modal, units[phrase.finite].tokens.lowerBound..<units[phrase.finite].tokens.lowerBound)
      tense.mood = .bare
    }
    if plans[index].isReported { writeOwner(units[phrase.finite].tokens) }
    if plans[index].controller >= 0 { noteOwner(of: plans[index].controller) }
    // "où ils se trouvent" is "where they are", never "where they’re".
    contractsBe =
      phrase.first >= 0 && !asksQuestion && !phrase.marks.contains(.negated)
      && index + 1 < phrases.count && phrases[index + 1].kind != .punctuation
    defer { contractsBe = false }
    if let next = writeModal(index, tense, agreement, question: asksQuestion) { return next }
    if let next = writeAge(index, tense, agreement) { return next }
    if let next = writeCausative(index, tense, agreement) { return next }
    let entry = chosenEntry(phrase.head)
    guard entry >= 0 else {
      writeUnknownVerb(index, tense, agreement)
      return index + 1
    }
    let row = lexicon.entry(entry)
    if phrase.marks.contains(.reflexive), !row.condition.contains(.reflexive),
      !row.traits.contains(.reflexive), isThing(subjectOf: index), !tense.isPassive,
      !isReciprocal(index), row.tail.isEmpty || units[phrase.head].tokens.count == 1,
      tense.mood != .gerund, !row.isBe
    {
      tense.isPassive = true
    }
    if phrase.marks.contains(.reduced), units[phrase.head].word == .mourir, index > 0,
      phrases[index - 1].kind == .verbGroup
    {
      // "ont été retrouvés morts" is "were found dead".
      writer.write("dead", units[phrase.head].tokens)
      return index + 1
    }
    if phrase.marks.contains(.reduced), row.isBe, !row.tail.isEmpty {
      // "né à Alger" is "born in Algiers".
      writer.write(row.tail, units[phrase.head].tokens)
      return index + 1
    }
    // "les années passées en prison" are years spent.
    if phrase.marks.contains(.reduced), !row.isBe,
      row.traits.contains(.takesBe) || units[phrase.head].tokens.count > 1,
      lemmaTakesBe(units[phrase.head].lemma)
    {
      // "le parti arrivé en tête" is "the party that came out on top".
      tense = EnglishTense(mood: .past)
      let antecedent = antecedent(of: index)
      let start = units[phrase.finite].tokens.lowerBound
      if antecedent < 0 {
        // "arrivé à Paris, il" is "having arrived in Paris, he".
        tense = EnglishTense(mood: .participle)
        writer.write("having", start..<start)
      }
      let isPerson = antecedent >= 0 && isHuman(phrases[antecedent].head)
      let followsComma = index > 0 && units[phrases[index - 1].head].mark == 0x2C
      if antecedent >= 0 {
        writer.write(isPerson ? "who" : followsComma ? "which" : "that", start..<start)
      }
    }
    let ownsObject = planPossessor(index)
    if let next = writeTelling(index, row, tense, agreement) { return next }
    writeChain(index, row, tense, agreement, question: asksQuestion)
    if !ownsObject { writeObjects(index, row) }
    if let next = writeAttributeOfPlace(index, row) { return next }
    writeObjectBeforeAdjuncts(index)
    return index + 1
  }

  /// "« … », a déclaré le ministre à la presse" is "the minister told the press": English turns neither "tell" nor "is
  /// delighted"; gives the next phrase, or nil.
  private mutating func writeTelling(
    _ index: Int, _ row: LexiconEntry, _ tense: EnglishTense, _ agreement: Agreement
  ) -> Int? {
    guard isReporting(index), phrases[index].first < 0, index + 1 < phrases.count,
      phrases[index + 1].kind == .nounPhrase, !plans[index + 1].isDone, !isTime(index + 1),
      row.isBe || row.linker.isEmpty && row.condition.contains(.preposition) && row.preposition == 1
        || standsAlone(index + 1)
    else { return nil }
    let next = writeWithComplements(index + 1)
    writeChain(index, row, tense, agreement, question: false)
    return next
  }

  /// A speaker with no apposition, relative clause or long complement, who goes before the verb: "the minister said".
  private func standsAlone(_ index: Int) -> Bool {
    guard !isPerson(phrases[index].head), units[phrases[index].head].pos != .properNoun else {
      return false
    }
    var next = index + 1
    while next + 1 < phrases.count, phrases[next].kind == .preposition,
      units[phrases[next].head].word == .de, phrases[next + 1].kind == .nounPhrase
    { next += 2 }
    guard next <= index + 3 else { return false }
    guard next < phrases.count else { return true }
    switch phrases[next].kind {
    case .preposition: return !hasClause(after: index)
    case .punctuation: return units[phrases[next].head].mark != 0x2C
    case .adverb: return units[phrases[next].head].isTerm
    default: return false
    }
  }

  /// "y est favorable" is "is in favor of it": "y" is what the adjective governs; gives the next phrase, or nil.
  private mutating func writeAttributeOfPlace(_ index: Int, _ row: LexiconEntry) -> Int? {
    guard hasAttributeOfPlace(index, row) else { return nil }
    let adjective = phrases[index + 1].head
    let governed = groups[adjective].range.first {
      let entry = lexicon.entry($0)
      return entry.condition.contains(.preposition) && entry.preposition == 1
        && !entry.condition.contains(.infinitive)
    }
    if let governed { entries[adjective] = governed }
    let next = write(phrase: index + 1)
    let tokens = units[phrases[index].finite].tokens
    if let governed, !lexicon.entry(governed).linker.isEmpty {
      writer.write(lexicon.entry(governed).linker, tokens)
    } else {
      writer.write("to", tokens)
    }
    writer.write("it", tokens)
    return next
  }

  /// Whether an adjective follows "y est".
  func hasAttributeOfPlace(_ index: Int, _ row: LexiconEntry) -> Bool {
    row.isBe && index + 1 < phrases.count && phrases[index + 1].kind == .adjective
      && !units[phrases[index + 1].head].isTerm
      && phrases[index].units.contains { units[$0].word == .y && units[$0].role == .clitic }
  }

  /// "sans doute le gouvernement reculera-t-il": the pronoun says the subject again.
  private func repeatsSubject(_ index: Int) -> Bool {
    phrases[index].marks.contains(.inverted) && index > 0 && phrases[index - 1].kind == .nounPhrase
      && !phrases[index - 1].marks.contains(.pronoun) && !isTime(index - 1)
      && [.il, .elle, .ils, .elles].contains(units[phrases[index].first].word)
  }

  /// "les deux camps s’accusent mutuellement".
  private func isReciprocal(_ index: Int) -> Bool {
    index + 1 < phrases.count && phrases[index + 1].kind == .adverb
      && engine.classes.contains(units[phrases[index + 1].head].lemma, in: .reciprocal)
  }

  private func isThing(subjectOf index: Int) -> Bool {
    let subject = plans[index].subject
    if phrases[index].first >= 0 {
      return pronounIsHuman(units[phrases[index].first].word) == false
    }
    return subject >= 0 && !isHuman(phrases[subject].head)
  }

  /// "by" for a means, "on" for leaving or arriving before a clause; nothing behind a comma: ", dénonçant" and
  /// ", en dénonçant" are both ", denouncing".
  private func gerundPreposition(_ index: Int) -> StaticString {
    if index == 0, engine.classes.contains(units[phrases[index].head].lemma, in: .motion) {
      return "on"
    }
    return index > 0 && units[phrases[index - 1].head].mark == 0x2C ? "" : "by"
  }

  /// A verb without English: its auxiliaries in English, the verb as it stands.
  private mutating func writeUnknownVerb(
    _ index: Int, _ tense: EnglishTense, _ agreement: Agreement
  ) {
    let phrase = phrases[index]
    let group = lexicon.group(FormHash.of("être".utf8), .verb)
    if tense.isPassive, phrase.finite != phrase.head, group.count > 0 {
      var plain = tense
      plain.isPassive = false
      let row = lexicon.entry(Int(group.first) + Int(group.count) - 1)
      writeChain(index, row, plain, agreement, question: false)
    } else {
      if tense.mood == .to { writer.write("to", units[phrase.finite].tokens) }
      let negation = phrase.marks.contains(.negated) ? phrase.negator : .none
      if negation == .pas || negation == .point { writeNot(index) }
      writeInnerAdverbs(index, negation)
    }
    copyUnknown(phrase.head)
    writeIndefiniteObject(index)
  }

  private var ownersAgreement: Agreement {
    switch owner {
    case .they, .we: Agreement(isPlural: true)
    case .you: Agreement(isPlural: true, isSecond: true)
    case .me: Agreement(isFirst: true)
    case .thing, .he, .she: Agreement()
    }
  }

  func agreement(of index: Int) -> Agreement {
    let phrase = phrases[index]
    if plans[index].isReported { return ownersAgreement }
    var agreement = Agreement()
    let morphology = units[phrase.finite].morphology
    agreement.isPlural = morphology.contains(.plural) && !morphology.contains(.singular)
    if phrase.first >= 0 {
      switch units[phrase.first].word {
      case .je: agreement = Agreement(isFirst: true)
      case .tu, .vous: agreement = Agreement(isPlural: true, isSecond: true)
      case .nous, .on, .ils, .elles: agreement = Agreement(isPlural: true)
      case .ce: if cleftClause(index) != nil { agreement.isPlural = false }
      default: agreement = Agreement(isPlural: agreement.isPlural)
      }
    } else if plans[index].subject >= 0, !agreement.isFirst, !agreement.isSecond {
      let subject = plans[index].subject
      if !agreement.isPlural {
        agreement.isPlural = isEnglishPlural(subject) || isPortionOfMany(subject)
      }
      if agreement.isPlural, isMassSubject(subject, before: index) { agreement.isPlural = false }
    }
    return agreement
  }

  /// "la moitié des habitants", "les habitants, dont la moitié": many in English.
  private func isPortionOfMany(_ subject: Int) -> Bool {
    let first = phrases[subject].first
    if first >= 0, units[first].tokens.count > 1, isPlural(subject) { return true }
    guard engine.classes.contains(units[phrases[subject].head].lemma, in: .portion) else {
      return false
    }
    if subject > 0, units[phrases[subject - 1].head].word == .dont {
      let antecedent = antecedent(of: subject - 1)
      return antecedent >= 0 && isPlural(antecedent)
    }
    return subject + 2 < phrases.count && phrases[subject + 1].kind == .preposition
      && units[phrases[subject + 1].head].word == .de && phrases[subject + 2].kind == .nounPhrase
      && isPlural(subject + 2)
  }

  private func isEnglishPlural(_ index: Int) -> Bool {
    let unit = units[phrases[index].head]
    if unit.isTerm { return sentence.matches[Int(unit.term)].isPlural }
    guard entries[phrases[index].head] >= 0 else { return false }
    return lexicon.entry(entries[phrases[index].head]).traits.contains(.englishPlural)
  }

  /// "les États-Unis", "les Nations unies": one country or body.
  private func isSingularBody(_ subject: Int) -> Bool {
    let unit = units[phrases[subject].head]
    guard unit.isTerm, unit.syntax == .name else { return false }
    let match = sentence.matches[Int(unit.term)]
    return !match.isPlural
      && (match.kind == .organization
        || match.kind == .place && match.concept.hasPrefix("country."))
  }

  /// A single plural French noun that is singular in English: "les informations sont" is "the information is".
  private func isMassSubject(_ subject: Int, before index: Int) -> Bool {
    guard isMass(subject) || isSingularBody(subject), subject < index, !endsList(subject) else {
      return false
    }
    return !phrases[subject..<index].contains { units[$0.head].word == .et }
  }
}
