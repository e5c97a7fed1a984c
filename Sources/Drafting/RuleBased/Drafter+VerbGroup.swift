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
}

extension Drafter {
  mutating func writeVerbGroup(_ index: Int) -> Int {
    if let next = writeImpersonal(index) ?? writeTimeSince(index) ?? writePresentative(index) {
      return next
    }
    turnDativeSubject(index)
    let phrase = phrases[index]
    var tense = englishTense(of: index)
    if phrase.tense == .infinitive { lastInfinitive = (index, tense.mood) }
    let agreement = agreement(of: index)
    if let next = writeImpersonalPassive(index) { return next }
    let asksQuestion =
      isQuestion && !isReporting(index) && phrase.marks.contains(.inverted) && phrase.first >= 0
    if phrase.marks.contains(.gerund) {
      writer.write(gerundPreposition(index), units[phrase.units.lowerBound].tokens)
    }
    if phrase.first >= 0, !asksQuestion, !repeatsSubject(index) {
      writeSubjectPronoun(phrase.first, index)
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
    contractsBe = phrase.first >= 0 && !asksQuestion && !phrase.marks.contains(.negated)
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
    if phrase.marks.contains(.reduced), !row.isBe, lemmaTakesBe(units[phrase.head].lemma) {
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
    guard isReporting(index), phrases[index].first < 0, index + 2 < phrases.count,
      phrases[index + 1].kind == .nounPhrase, !plans[index + 1].isDone,
      row.isBe || row.linker.isEmpty && row.condition.contains(.preposition) && row.preposition == 1
    else { return nil }
    let next = writeWithComplements(index + 1)
    writeChain(index, row, tense, agreement, question: false)
    return next
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

  /// "by" for a means after a clause, "while" for what goes on at its start.
  private func gerundPreposition(_ index: Int) -> StaticString {
    index == 0 ? "by" : index > 0 && units[phrases[index - 1].head].mark == 0x2C ? "while" : "by"
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
      writeInnerAdverbs(index, phrase.marks.contains(.negated) ? phrase.negator : .none)
    }
    copyUnknown(phrase.head)
  }

  // MARK: Tense

  /// The English tense of a French verb group.
  func englishTense(of index: Int) -> EnglishTense {
    let phrase = phrases[index]
    var tense = EnglishTense()
    tense.isPassive = phrase.marks.contains(.passive) || phrase.marks.contains(.reduced)
    var isPerfect = phrase.marks.contains(.perfect)
    if tense.isPassive, takesBe(phrase),
      !phrase.marks.contains(.reduced) || phrase.marks.contains(.perfect)
    {
      tense.isPassive = false
      isPerfect = true
    }
    if phrase.marks.contains(.reduced), sharesAuxiliary(index) { return EnglishTense(mood: .past) }
    switch phrase.tense {
    case .present where phrase.marks.contains(.subjunctive) && !isPerfect && followsPast(index):
      tense.mood = .past
    case .present where cleftIsPast(index): tense.mood = .past
    case .present:
      tense.mood =
        isPerfect || phrase.marks.contains(.inverted) && isReporting(index) ? .past : .present
      if isPerfect, hasPerfectAdverb(index) {
        tense.mood = .present
        tense.isPerfect = true
      } else if !isPerfect, isSince(index), units[phrase.head].word != .agir,
        phrase.first < 0 || units[phrase.first].word != .ce
      {
        tense.isPerfect = true
      }
    case .imperfect, .past:
      tense.mood = .past
      tense.isPerfect = isPerfect || phrase.tense == .imperfect && isSince(index)
    case .future:
      tense.mood = isTemporalClause(index) ? .present : .future
      tense.isPerfect = isPerfect
    case .conditional where isPerfect && isHearsay(index): tense.mood = .past
    case .conditional:
      tense.mood = .conditional
      tense.isPerfect = isPerfect
    case .imperative: tense.mood = .imperative
    case .infinitive:
      tense.isPerfect = isPerfect
      switch plans[index].nonfinite {
      case .own:
        // "(voir page 3)" is "(see page 3)".
        let opens = index > 0 && units[phrases[index - 1].head].mark == 0x28
        tense.mood = opens ? .bare : conjoinedMood(index) ?? .to
      case .to: tense.mood = .to
      case .bare, .base: tense.mood = .bare
      case .gerund:
        tense.mood = .gerund
        if index > 0, units[phrases[index - 1].head].word == .après { tense.isPerfect = false }
      case .participle:
        tense.mood = .participle
      }
    case .gerund:
      tense.mood = .gerund
      tense.isPerfect = isPerfect
    case .participle:
      tense.mood = .participle
    }
    return tense
  }

  /// "il aurait agi seul" is "he reportedly acted alone": a conditional perfect of the third person with no condition
  /// about (Riegel, Pellat, Rioul, Grammaire méthodique du français, X.2.2.3).
  func isHearsay(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard phrase.tense == .conditional, phrase.marks.contains(.perfect), quoteDepth == 0,
      !phrase.marks.contains(.negated), !isModal(units[phrase.head].word),
      phrase.first < 0 || [.il, .elle, .ils, .elles].contains(units[phrase.first].word),
      units[phrase.head].word != .être, units[phrase.head].word != .avoir,
      units[phrase.finite].morphology.isDisjoint(with: [.first, .second])
        || units[phrase.finite].morphology.contains(.third)
    else { return false }
    return !phrases.indices.contains { other in
      let head = units[phrases[other].head]
      if head.word == .si || head.word == .sans || head.form == Self.même { return true }
      // "il a dit qu’il aurait fini" tells of a future.
      return other < index && phrases[other].kind == .subordinator && head.form == Self.que
        || phrases[other].kind == .verbGroup && phrases[other].tense == .conditional
          && !phrases[other].marks.contains(.perfect)
    }
  }

  private static let même = FormHash.of("même".utf8)

  /// "c’est le gardien qui avait ouvert" is "it was the keeper who had opened": English puts both verbs in the past.
  private func cleftIsPast(_ index: Int) -> Bool {
    guard let clause = cleftClause(index),
      let verb = phrases[clause...].prefix(6).firstIndex(where: {
        $0.kind == .verbGroup && $0.tense != .infinitive && !$0.marks.contains(.reduced)
      })
    else { return false }
    switch phrases[verb].tense {
    case .past, .imperfect: return true
    case .present: return phrases[verb].marks.contains(.perfect)
    default: return false
    }
  }

  /// The relative or "que" of "c’est X qui", "ce n’est qu’en 2020 que"; nil if the verb group at `index` opens no cleft.
  func cleftClause(_ index: Int) -> Int? {
    let phrase = phrases[index]
    guard phrase.first >= 0, units[phrase.first].word == .ce, units[phrase.head].word == .être
    else {
      return nil
    }
    var next = index + 1
    while next < phrases.count, next < index + 9 {
      switch phrases[next].kind {
      case .relative where next > index + 1:
        return [.qui, .que].contains(units[phrases[next].head].word) ? next : nil
      case .subordinator where next > index + 1 && units[phrases[next].head].form == Self.que:
        return next
      case .nounPhrase, .preposition, .adverb, .coordinator, .other: break
      case .punctuation where units[phrases[next].head].mark != 0x2C: break
      default: return nil
      }
      next += 1
    }
    return nil
  }

  /// "quand il viendra" is "when he comes": English has no future after a conjunction of time.
  private func isTemporalClause(_ index: Int) -> Bool {
    var current = index - 1
    while current >= max(0, index - 6) {
      let phrase = phrases[current]
      if phrase.kind == .verbGroup || phrase.kind == .relative || phrase.kind == .punctuation {
        return false
      }
      if phrase.kind == .subordinator {
        let entry = chosenOrFirst(phrase.head)
        guard entry >= 0 else { return false }
        let english = lexicon.entry(entry).form(0)
        return Self.temporal.contains { english.elementsEqual($0.utf8) }
      }
      current -= 1
    }
    return false
  }

  /// "a détruit la forêt et contraint les habitants": the participle shares the auxiliary before "et".
  private func sharesAuxiliary(_ index: Int) -> Bool {
    guard index > 1, phrases[index - 1].kind == .coordinator else { return false }
    var current = index - 2
    while current >= max(0, index - 16) {
      let phrase = phrases[current]
      if phrase.kind == .verbGroup, phrase.tense != .infinitive, !phrase.marks.contains(.reduced) {
        return phrase.marks.contains(.perfect) && !phrase.marks.contains(.passive)
          && units[phrase.finite].word == .avoir
      }
      if phrase.kind == .relative || phrase.kind == .subordinator { return false }
      current -= 1
    }
    return false
  }

  /// "avant qu’il ne parte" after a past is "before he left".
  private func followsPast(_ index: Int) -> Bool {
    var current = index - 1
    var sawConjunction = false
    while current >= max(0, index - 12) {
      let phrase = phrases[current]
      if !sawConjunction, phrase.kind == .subordinator {
        let entry = chosenOrFirst(phrase.head)
        guard entry >= 0 else { return false }
        let english = lexicon.entry(entry).form(0)
        guard Self.temporal.contains(where: { english.elementsEqual($0.utf8) }) else {
          return false
        }
        sawConjunction = true
      } else if phrase.kind == .verbGroup, phrase.tense != .infinitive {
        guard sawConjunction else { return false }
        return phrase.tense == .past || phrase.tense == .imperfect
          || phrase.tense == .present && phrase.marks.contains(.perfect)
      }
      current -= 1
    }
    return false
  }

  /// The entry chosen for a unit, or its first, or -1.
  private func chosenOrFirst(_ unit: Int) -> Int {
    if entries[unit] >= 0 { return entries[unit] }
    return groups[unit].count > 0 ? Int(groups[unit].first) : -1
  }

  private static let temporal = [
    "when", "once", "as soon as", "as long as", "until", "after", "before", "while",
  ]

  /// A verb whose compound tenses take être: "est apparue" is "appeared".
  private func takesBe(_ phrase: Phrase) -> Bool {
    let group = groups[phrase.head]
    guard group.count > 0, units[phrase.finite].word == .être, phrase.finite != phrase.head else {
      return false
    }
    return lexicon.entry(Int(group.first)).traits.contains(.takesBe)
  }

  private func lemmaTakesBe(_ lemma: UInt64) -> Bool {
    let group = lexicon.group(lemma, .verb)
    return group.count > 0 && lexicon.entry(Int(group.first)).traits.contains(.takesBe)
  }

  private func hasPerfectAdverb(_ index: Int) -> Bool {
    phrases[index].units.contains { units[$0].word == .déjà || units[$0].word == .jamais }
      || isSince(index) || stillNot(index) != nil
  }

  /// "depuis" a few phrases after or before the verb of the same clause.
  private func isSince(_ index: Int) -> Bool {
    if plans[index].isSince { return true }
    var next = index + 1
    while next < phrases.count, next < index + 6 {
      if phrases[next].kind == .verbGroup || phrases[next].kind == .punctuation
        || phrases[next].kind == .relative
      {
        break
      }
      if units[phrases[next].head].word == .depuis { return true }
      next += 1
    }
    guard phrases[index].units.lowerBound > 0, !phrases.isEmpty else { return false }
    return index > 0 && index < 10 && startsWithSince(0)
  }

  /// "depuis" or "depuis le début de".
  private func startsWithSince(_ index: Int) -> Bool {
    let token = units[phrases[index].head].tokens.lowerBound
    return FunctionWords.word(FunctionWords.canonical(sentence.table.exact[token])) == .depuis
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
    guard isMass(subject) || isSingularBody(subject), subject < index else { return false }
    return !phrases[subject..<index].contains { units[$0.head].word == .et }
  }
}
