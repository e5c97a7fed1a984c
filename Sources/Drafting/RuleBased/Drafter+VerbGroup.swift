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
    let phrase = phrases[index]
    if let next = writeImpersonal(index) { return next }
    var tense = englishTense(of: index)
    let agreement = agreement(of: index)
    let asksQuestion = isQuestion && phrase.marks.contains(.inverted) && phrase.first >= 0
    if phrase.marks.contains(.gerund) {
      writer.write(gerundPreposition(index), units[phrase.units.lowerBound].tokens)
    }
    if phrase.first >= 0, !asksQuestion { writeSubjectPronoun(phrase.first, index) }
    noteOwner(index)
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
      tense.mood != .gerund, !row.isBe
    {
      tense.isPassive = true
    }
    writeChain(index, row, tense, agreement, question: asksQuestion)
    writeObjects(index, row)
    return index + 1
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
    switch phrase.tense {
    case .present:
      tense.mood =
        isPerfect || phrase.marks.contains(.inverted) && isReporting(index) ? .past : .present
      if isPerfect, hasPerfectAdverb(index) {
        tense.mood = .present
        tense.isPerfect = true
      } else if !isPerfect, isSince(index) {
        tense.isPerfect = true
      }
    case .imperfect, .past:
      tense.mood = .past
      tense.isPerfect = isPerfect
    case .future:
      tense.mood = .future
      tense.isPerfect = isPerfect
    case .conditional:
      tense.mood = .conditional
      tense.isPerfect = isPerfect
    case .imperative: tense.mood = .imperative
    case .infinitive:
      tense.isPerfect = isPerfect
      switch plans[index].nonfinite {
      case .own: tense.mood = .to
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

  /// A verb whose compound tenses take être: "est apparue" is "appeared".
  private func takesBe(_ phrase: Phrase) -> Bool {
    let group = groups[phrase.head]
    guard group.count > 0, units[phrase.finite].word == .être, phrase.finite != phrase.head else {
      return false
    }
    return lexicon.entry(Int(group.first)).traits.contains(.takesBe)
  }

  private func hasPerfectAdverb(_ index: Int) -> Bool {
    phrases[index].units.contains { units[$0].word == .déjà || units[$0].word == .jamais }
      || isSince(index)
  }

  /// "depuis" a few phrases after or before the verb of the same clause.
  private func isSince(_ index: Int) -> Bool {
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
    return index > 0 && index < 6 && units[phrases[0].head].word == .depuis
  }

  func agreement(of index: Int) -> Agreement {
    let phrase = phrases[index]
    var agreement = Agreement()
    let morphology = units[phrase.finite].morphology
    agreement.isPlural = morphology.contains(.plural) && !morphology.contains(.singular)
    if phrase.first >= 0 {
      switch units[phrase.first].word {
      case .je: agreement = Agreement(isFirst: true)
      case .tu, .vous: agreement = Agreement(isPlural: true, isSecond: true)
      case .nous, .on, .ils, .elles: agreement = Agreement(isPlural: true)
      case .ce: agreement.isFirst = false
      default: agreement = Agreement(isPlural: agreement.isPlural)
      }
    } else if plans[index].subject >= 0, !agreement.isFirst, !agreement.isSecond {
      let subject = plans[index].subject
      if !agreement.isPlural { agreement.isPlural = isEnglishPlural(subject) }
      if agreement.isPlural, isMassSubject(subject, before: index) { agreement.isPlural = false }
    }
    return agreement
  }

  private func isEnglishPlural(_ index: Int) -> Bool {
    let unit = units[phrases[index].head]
    if unit.isTerm { return sentence.matches[Int(unit.term)].isPlural }
    guard entries[phrases[index].head] >= 0 else { return false }
    return lexicon.entry(entries[phrases[index].head]).traits.contains(.englishPlural)
  }

  /// A single plural French noun that is singular in English: "les informations sont" is "the information is".
  private func isMassSubject(_ subject: Int, before index: Int) -> Bool {
    guard isMass(subject), subject < index else { return false }
    return !phrases[subject..<index].contains { units[$0.head].word == .et }
  }

  // MARK: Chain

  private enum Link { case will, would, have, be, doing, main }
  private enum Form { case agreed, past, base, participle, gerund }

  /// Writes auxiliaries, negation, adverbs and the verb.
  mutating func writeChain(
    _ index: Int, _ row: LexiconEntry, _ tense: EnglishTense, _ agreement: Agreement, question: Bool
  ) {
    let phrase = phrases[index]
    var negation = phrase.marks.contains(.negated) ? phrase.negator : .none
    if negation == .rien { negation = .none }
    let simple = negation == .pas || negation == .point
    var links = chain(tense, isModal: row.isModal)
    let isFinite = tense.mood == .present || tense.mood == .past
    if isFinite, links.count == 1, !row.isBe, !row.isModal, simple || question {
      links = [.doing, .main]
    }
    if tense.mood == .imperative, simple { links = [.doing, .main] }
    var form = firstForm(tense)
    let tokens = units[phrase.finite].tokens
    if !isNonfinite(tense.mood) {
      // Adverbs go after the first auxiliary, or before a full verb.
      let isFull = links.count == 1 && !row.isBe && !row.isModal
      if isFull { writeInnerAdverbs(index, negation) }
      for (position, link) in links.enumerated() {
        write(link, form, row, agreement, link == .main ? units[phrase.head].tokens : tokens)
        form = nextForm(after: link)
        if position == 0 {
          if question, questionSubject >= 0 {
            let subject = questionSubject
            questionSubject = -1
            _ = writeNounPhrase(subject)
          } else if question, phrase.first >= 0 {
            writeSubjectPronoun(phrase.first, index)
          }
          if simple { writeNot(index) }
          if !isFull { writeInnerAdverbs(index, negation) }
        }
      }
    } else {
      if simple { writeNot(index) }
      if tense.mood == .to { writer.write("to", tokens.lowerBound..<tokens.lowerBound) }
      if links.count == 1 { writeInnerAdverbs(index, negation) }
      for (position, link) in links.enumerated() {
        write(link, form, row, agreement, link == .main ? units[phrase.head].tokens : tokens)
        form = nextForm(after: link)
        if position == 0, links.count > 1 { writeInnerAdverbs(index, negation) }
      }
    }
    writeTail(row.tail, units[phrase.head].tokens)
    if row.pos == .verb, needsOwnLinker(index, row) {
      writer.write(row.linker, units[phrase.head].tokens)
    }
  }

  /// The rest of a verb's rendering, with the owner's word for "one's" and "oneself".
  mutating func writeTail(_ tail: UnsafeRawBufferPointer, _ tokens: Range<Int>) {
    guard tail.count >= 5, tail.contains(0x6F) else { return writer.write(tail, tokens) }
    var start = 0
    while start < tail.count {
      var end = start
      while end < tail.count, tail[end] != 0x20 { end += 1 }
      let word = UnsafeRawBufferPointer(rebasing: tail[start..<end])
      if word.elementsEqual("one's".utf8) {
        writePossessive(tokens)
      } else if word.elementsEqual("oneself".utf8) {
        writeReflexive(tokens)
      } else {
        writer.write(word, tokens)
      }
      start = end + 1
    }
  }

  private mutating func writeReflexive(_ tokens: Range<Int>) {
    switch owner {
    case .thing: writer.write("itself", tokens)
    case .he: writer.write("himself", tokens)
    case .she: writer.write("herself", tokens)
    case .they: writer.write("themselves", tokens)
    case .we: writer.write("ourselves", tokens)
    case .you: writer.write("yourself", tokens)
    case .me: writer.write("myself", tokens)
    }
  }

  /// A linker whose complement is a clitic or went before: "celui dont il dépend".
  private func needsOwnLinker(_ index: Int, _ row: LexiconEntry) -> Bool {
    guard !row.linker.isEmpty else { return false }
    return !plans.indices.contains(where: { candidate in
      candidate > index && candidate < index + 12
        && {
          if case .entry(let entry) = plans[candidate].linker {
            entry == entries[phrases[index].head]
          } else {
            false
          }
        }()
    })
  }

  private func isNonfinite(_ mood: EnglishTense.Mood) -> Bool {
    switch mood {
    case .to, .bare, .gerund, .participle: true
    default: false
    }
  }

  private func chain(_ tense: EnglishTense, isModal: Bool) -> [Link] {
    var links: [Link] = []
    if tense.mood == .future { links.append(.will) }
    if tense.mood == .conditional { links.append(.would) }
    if tense.isPerfect { links.append(.have) }
    // A reduced participle is passive by itself.
    if tense.isPassive, !(tense.mood == .participle && !tense.isPerfect) { links.append(.be) }
    links.append(.main)
    return links
  }

  private func firstForm(_ tense: EnglishTense) -> Form {
    switch tense.mood {
    case .present: .agreed
    case .past: .past
    case .future, .conditional, .imperative, .to, .bare: .base
    case .gerund: .gerund
    case .participle: .participle
    }
  }

  private func nextForm(after link: Link) -> Form {
    switch link {
    case .will, .would, .doing: .base
    case .have, .be: .participle
    case .main: .base
    }
  }

  private mutating func write(
    _ link: Link, _ form: Form, _ row: LexiconEntry, _ agreement: Agreement, _ tokens: Range<Int>
  ) {
    switch link {
    case .will: writer.write("will", tokens)
    case .would: writer.write("would", tokens)
    case .have: writeHave(form, agreement, tokens)
    case .be: writeBe(form, agreement, tokens)
    case .doing:
      switch form {
      case .past: writer.write("did", tokens)
      case .agreed: writer.write(isThird(agreement) ? "does" : "do", tokens)
      default: writer.write("do", tokens)
      }
    case .main:
      if row.isBe { return writeBe(form, agreement, tokens) }
      switch form {
      case .agreed: writer.write(row.form(isThird(agreement) ? 1 : 0), tokens)
      case .past: writer.write(row.form(2), tokens)
      case .base: writer.write(row.form(0), tokens)
      case .participle: writer.write(row.form(3), tokens)
      case .gerund: writer.write(row.form(4), tokens)
      }
    }
  }

  private func isThird(_ agreement: Agreement) -> Bool {
    !agreement.isPlural && !agreement.isFirst && !agreement.isSecond
  }

  private mutating func writeHave(_ form: Form, _ agreement: Agreement, _ tokens: Range<Int>) {
    switch form {
    case .agreed: writer.write(isThird(agreement) ? "has" : "have", tokens)
    case .past, .participle: writer.write("had", tokens)
    case .base: writer.write("have", tokens)
    case .gerund: writer.write("having", tokens)
    }
  }

  private mutating func writeBe(_ form: Form, _ agreement: Agreement, _ tokens: Range<Int>) {
    switch form {
    case .agreed:
      if quoteDepth > 0, contractsBe {
        return writer.attach(
          agreement.isPlural || agreement.isSecond ? "'re" : agreement.isFirst ? "'m" : "'s", tokens
        )
      }
      writer.write(
        agreement.isPlural || agreement.isSecond ? "are" : agreement.isFirst ? "am" : "is", tokens)
    case .past: writer.write(agreement.isPlural || agreement.isSecond ? "were" : "was", tokens)
    case .base: writer.write("be", tokens)
    case .participle: writer.write("been", tokens)
    case .gerund: writer.write("being", tokens)
    }
  }

  private mutating func writeNot(_ index: Int) {
    let phrase = phrases[index]
    let unit = phrase.units.first { units[$0].role == .negation && units[$0].word != .ne }
    let tokens = units[unit ?? phrase.finite].tokens
    if quoteDepth > 0, writer.endsInContractible() { return writer.attach("n't", tokens) }
    writer.write("not", tokens)
  }

  /// "never", "no longer" and the adverbs of the group.
  mutating func writeInnerAdverbs(_ index: Int, _ negation: FunctionWord) {
    let phrase = phrases[index]
    let tokens = units[phrase.finite].tokens
    switch negation {
    case .jamais: writer.write("never", tokens)
    case .plus: writer.write("no longer", tokens)
    case .guère: writer.write("hardly", tokens)
    default: break
    }
    for unit in phrase.units where units[unit].role == .adverb {
      if units[unit].word == .encore, negation == .pas {
        writer.write("yet", units[unit].tokens)
      } else {
        writeUnit(unit)
      }
    }
    let next = index + 1
    guard phrase.finite == phrase.head, next < phrases.count, phrases[next].kind == .adverb,
      phrases[next].units.count == 1, !plans[next].isDone,
      engine.classes.contains(units[phrases[next].head].lemma, in: .middle)
    else { return }
    plans[next].isDone = true
    if units[phrases[next].head].word == .encore, negation == .pas {
      writer.write("yet", units[phrases[next].head].tokens)
    } else {
      writeUnit(phrases[next].head)
    }
  }
}
