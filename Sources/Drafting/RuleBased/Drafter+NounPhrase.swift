internal import Bitext
internal import English
internal import French

extension Drafter {
  /// Writes a noun phrase with the complement that moves before it, if one does: "le système de santé" is "the
  /// health system", "le bureau d’Erdogan" is "Erdogan’s office".
  mutating func writeNounPhrase(_ index: Int) -> Int {
    let phrase = phrases[index]
    var owning = -1
    defer {
      noteSubject(index)
      if owning >= 0 { noteSubject(owning) }
    }
    if phrase.marks.contains(.pronoun) { return writePronounPhrase(index) }
    if let next = writeAbsolute(index) { return next }
    switch relation(index) {
    case .compound:
      let complement = index + 2
      plans[index + 1].isDone = true
      plans[complement].isDone = true
      writeDeterminer(index)
      writeModifiers(index, before: true)
      writeModifiers(complement, before: true)
      writeHead(complement, number: .singular)
      var next = index + 3
      // "un séisme de magnitude 6,8" is "a magnitude 6.8 earthquake".
      if next < phrases.count, phrases[next].kind == .nounPhrase, phrases[next].units.count == 1,
        units[phrases[next].head].isNumber,
        engine.classes.contains(units[phrases[complement].head].lemma, in: .graded)
      {
        plans[next].isDone = true
        writeNumber(phrases[next].head)
        next += 1
      }
      if let conjunct = conjunctOfComplement(complement) {
        writeUnit(phrases[next].head)
        for done in next...conjunct { plans[done].isDone = true }
        writeHead(conjunct, number: .singular)
        next = conjunct + 1
      }
      writeHead(index, number: nil)
      writeModifiers(index, before: false)
      return next
    case .genitive:
      let complement = index + 2
      plans[index + 1].isDone = true
      plans[complement].isDone = true
      writeOwner(complement, of: index)
      let name = units[phrases[complement].head]
      writer.attach(
        name.isTerm || name.pos == .properNoun
          ? Possessive.ending(afterName: writer.output)
          : Possessive.ending(after: writer.output, isPlural: isPlural(complement)),
        name.tokens)
      writeModifiers(index, before: true)
      writeHead(index, number: nil)
      writeModifiers(index, before: false)
      owning = complement
      return index + 3
    case .aged:
      // "un homme de 45 ans" is "a 45-year-old man".
      plans[index + 1].isDone = true
      plans[index + 2].isDone = true
      writeDeterminer(index)
      if let number = phrases[index + 2].units.first(where: { units[$0].isNumber }) {
        writeNumber(number)
      }
      writer.attach("-", units[phrases[index + 1].head].tokens)
      writer.join()
      writeAgeUnit(index + 2)
      writer.attach("-old", units[phrases[index + 2].head].tokens)
      let age = phrase.units.last.map { units[$0].lemma } == Self.old ? Self.old : Self.aged
      writeModifiers(index, before: true, without: age)
      writeHead(index, number: nil)
      writeModifiers(index, before: false, without: age)
      return index + 3
    case .share:
      // "un enfant sur trois" is "one in three children", "un Français sur trois" "one Frenchman in three".
      let isName = units[phrase.head].isTerm
      writer.write(isName ? "one" : "one in", units[phrase.first].tokens)
      if isName { writeSharer(index, number: nil) }
      plans[index + 1].isDone = true
      var next = index + 2
      if isName { writer.write("in", units[phrases[index + 1].head].tokens) }
      if phrases[index + 1].kind == .adverb {
        writer.write("two", units[phrases[index + 1].head].tokens)
      } else {
        plans[index + 2].isDone = true
        writeNumber(phrases[index + 2].head)
        next = index + 3
      }
      if !isName { writeSharer(index, number: .plural) }
      return next
    case .year:
      // "les élections de 2022" are "the 2022 elections".
      plans[index + 1].isDone = true
      plans[index + 2].isDone = true
      writeDeterminer(index)
      writeNumber(phrases[index + 2].head)
      writeModifiers(index, before: true)
      writeHead(index, number: nil)
      writeModifiers(index, before: false)
      return index + 3
    case .span:
      // "un voyage de sept mois" is "a seven-month trip".
      plans[index + 1].isDone = true
      plans[index + 2].isDone = true
      writeDeterminer(index)
      writeNumber(phrases[index + 2].units.lowerBound)
      writer.attach("-", units[phrases[index + 1].head].tokens)
      writer.join()
      writeHead(index + 2, number: .singular)
      writeModifiers(index, before: true)
      writeHead(index, number: nil)
      return index + 3
    case .amount:
      // "une aide de 50 millions d’euros" is "50 million euros in aid".
      plans[index + 1].isDone = true
      plans[index + 2].isDone = true
      writeHead(index + 2, number: nil)
      writer.write("in", units[phrases[index + 1].head].tokens)
      writeModifiers(index, before: true)
      writeHead(index, number: nil)
      writeModifiers(index, before: false)
      return index + 3
    case .compass:
      // "le sud du Maroc" is "southern Morocco".
      plans[index + 1].isDone = true
      plans[index + 2].isDone = true
      if let word = engine.classes.preposition(Self.compass, before: units[phrase.head].lemma) {
        writer.write(word, units[phrase.head].tokens)
      }
      writeHead(index + 2, number: nil)
      return index + 3
    case .named:
      // "l’administration Trump" is "the Trump administration".
      plans[index + 1].isDone = true
      let second = isPlural(index) ? conjunctOfName(index + 1) : nil
      if second != nil, units[phrase.first].word == .les {
        writer.write("the", units[phrase.first].tokens)
      } else {
        writeDeterminer(index)
      }
      writeModifiers(index, before: true)
      writeModifiers(index + 1, before: true)
      writeHead(index + 1, number: nil)
      var next = index + 2
      if let second {
        // "les plans Borloo et Juppé" are "the Borloo and Juppé plans".
        writeUnit(phrases[next].head)
        for done in next...second { plans[done].isDone = true }
        writeHead(second, number: nil)
        next = second + 1
      }
      writeHead(index, number: nil)
      writeModifiers(index, before: false)
      return next
    case .titled:
      // "l’ouragan Katrina" is "Hurricane Katrina".
      if !isHuman(phrase.head) { writer.capitalizes = true }
      writeModifiers(index, before: true)
      writeHead(index, number: nil)
      return index + 1
    case .none:
      if let next = writeQuotedAdjective(index) { return next }
      writeWhole(index)
      return index + 1
    }
  }

  /// The noun of a share with its modifiers: "young women" in "one in three young women".
  private mutating func writeSharer(_ index: Int, number: GrammaticalNumber?) {
    writeModifiers(index, before: true)
    writeHead(index, number: number)
    writeModifiers(index, before: false)
  }

  /// "un texte « liberticide »" is "a “liberticide” text": the quoted adjective goes before its noun; gives the next
  /// phrase, or nil.
  private mutating func writeQuotedAdjective(_ index: Int) -> Int? {
    let phrase = phrases[index]
    guard index + 3 < phrases.count, phrase.first >= 0, units[phrase.head].pos == .noun,
      !units[phrase.head].isTerm, isOpeningQuote(index + 1), isLoneAdjective(index + 2)
    else { return nil }
    // "« juste et nécessaire »".
    let isPair =
      index + 5 < phrases.count && phrases[index + 3].kind == .coordinator
      && isLoneAdjective(index + 4)
    let end = isPair ? index + 5 : index + 3
    guard phrases[end].kind == .punctuation, isOpeningQuote(end),
      index == 0 || phrases[index - 1].kind != .verbGroup
        || !engine.classes.contains(units[phrases[index - 1].head].lemma, in: .attributive)
    else { return nil }
    writeDeterminer(index)
    for next in index + 1...end {
      plans[next].isDone = false
      _ = write(phrase: next)
    }
    writeModifiers(index, before: true)
    writeHead(index, number: nil)
    writeModifiers(index, before: false)
    return end + 1
  }

  private func isLoneAdjective(_ index: Int) -> Bool {
    let phrase = phrases[index]
    return phrase.units.count == 1 && !units[phrase.head].isTerm
      && (phrase.kind == .adjective || phrase.marks.contains(.reduced))
  }

  /// "La décision des juges", which opens the sentence, is "The judges’ decision", "l’avocat des victimes" "the victims’
  /// lawyer", "les droits des femmes" "women’s rights".
  private mutating func writeOwner(_ owner: Int, of index: Int) {
    let first = phrases[owner].first
    guard index == 0 || isHuman(phrases[index].head), first >= 0, units[first].word == .les,
      !isPlural(index),
      !units[phrases[owner].head].isTerm
    else { return writeWhole(owner) }
    writer.write("the", units[first].tokens)
    writeModifiers(owner, before: true)
    writeHead(owner, number: nil)
  }

  private mutating func writeWhole(_ index: Int) {
    writeDeterminer(index)
    writeModifiers(index, before: true)
    writeHead(index, number: nil)
    writeModifiers(index, before: false)
  }

  // MARK: Parts

  enum GrammaticalNumber { case singular, plural }

  /// Writes the head with the number of the phrase, or with `number`.
  mutating func writeHead(_ index: Int, number: GrammaticalNumber?) {
    let phrase = phrases[index]
    let head = phrase.head
    let unit = units[head]
    if unit.isTerm { return writeTerm(head) }
    if unit.isNumber { return writeNumber(head) }
    let entry = chosenEntry(head)
    guard entry >= 0 else { return copyUnknown(head) }
    let row = lexicon.entry(entry)
    if phrase.marks.contains(.nominalized) {
      return writeNominalized(index, row)
    }
    if units[head].lemma == Self.year, isAge(index) { return }
    var isPluralForm = number.map { $0 == .plural } ?? isPlural(index)
    if counts(index) { isPluralForm = false }
    let plural = row.form(1)
    writer.write(isPluralForm && !plural.isEmpty ? plural : row.form(0), unit.tokens)
  }

  static let year = FormHash.of("an".utf8)
  /// What ages are counted in.
  static let ages = FormSet(["an", "mois", "semaine", "jour"].map { FormHash.of($0.utf8) })
  static let aged = FormHash.of("âgé".utf8)
  static let old = FormHash.of("vieux".utf8)

  /// "year" of "45-year-old", which the noun phrase alone would leave out as an age.
  private mutating func writeAgeUnit(_ index: Int) {
    let head = phrases[index].head
    let entry = chosenEntry(head)
    if entry >= 0 { writer.write(lexicon.entry(entry).form(0), units[head].tokens) }
  }

  /// "âgé de 20 ans", "à 20 ans", ", 20 ans,": the number alone.
  private func isAge(_ index: Int) -> Bool {
    guard phrases[index].units.count == 2, units[phrases[index].units.lowerBound].isNumber,
      index > 0, units[phrases[index].head].tokens.count == 1
    else { return false }
    let before = phrases[index - 1]
    if before.kind == .preposition {
      // "à l’âge de 89 ans".
      if let last = groups[before.head].range.last,
        lexicon.entry(last).form(0).elementsEqual("at the age of".utf8)
      {
        return true
      }
      // "condamné à trois ans de prison" is no age.
      if units[before.head].word == .à {
        // "des obligations à dix ans" have none either.
        let isOfThing =
          index > 1
          && phrases[max(0, index - 4)..<index - 1].contains {
            $0.kind == .nounPhrase && engine.classes.contains(units[$0.head].lemma, in: .maturity)
          }
        return plans[index - 1].linker == .own && !hasOwnComplement(after: index) && !isOfThing
      }
      guard index > 1, units[before.head].word == .de, let last = phrases[index - 2].units.last
      else { return false }
      return units[last].lemma == Self.aged
    }
    return units[before.head].mark == 0x2C && index + 1 < phrases.count
      && units[phrases[index + 1].head].mark == 0x2C
  }

  /// "deux millions": English keeps the singular after a number.
  func counts(_ index: Int) -> Bool {
    engine.classes.contains(units[phrases[index].head].lemma, in: .scale)
      && phrases[index].units.contains { units[$0].role == .number }
  }

  /// "les jeunes", "le premier": an adjective as a noun.
  private mutating func writeNominalized(_ index: Int, _ row: LexiconEntry) {
    let phrase = phrases[index]
    let unit = units[phrase.head]
    writeDegree(before: phrase.head, in: phrase.units, isDefinite: phrase.first >= 0)
    // "les trois autres" are "the three others".
    if unit.lemma == Self.other, isPlural(index) { return writer.write("others", unit.tokens) }
    writer.write(row.form(0), unit.tokens)
    if phrase.first >= 0, units[phrase.first].word == .un || units[phrase.first].word == .une {
      writer.write("one", unit.tokens.upperBound..<unit.tokens.upperBound)
    }
  }
}
