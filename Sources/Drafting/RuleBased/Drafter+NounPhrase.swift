internal import Bitext
internal import English
internal import French

extension Drafter {
  private enum Relation { case none, compound, genitive, named, titled, aged, compass, amount }

  /// Writes a noun phrase with the complement that moves before it, if one does: "le système de santé" is "the
  /// health system", "le bureau d’Erdogan" is "Erdogan’s office".
  mutating func writeNounPhrase(_ index: Int) -> Int {
    let phrase = phrases[index]
    defer { noteSubject(index) }
    if phrase.marks.contains(.pronoun) { return writePronounPhrase(index) }
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
      writeWhole(complement)
      let name = units[phrases[complement].head]
      writer.attach(
        name.isTerm || name.pos == .properNoun
          ? Possessive.ending(afterName: writer.output)
          : Possessive.ending(after: writer.output, isPlural: isPlural(complement)),
        name.tokens)
      writeModifiers(index, before: true)
      writeHead(index, number: nil)
      writeModifiers(index, before: false)
      return index + 3
    case .aged:
      // "un homme de 45 ans" is "a 45-year-old man".
      plans[index + 1].isDone = true
      plans[index + 2].isDone = true
      writeDeterminer(index)
      if let number = phrases[index + 2].units.first(where: { units[$0].isNumber }) {
        writeNumber(number)
      }
      writer.attach("-year-old", units[phrases[index + 2].head].tokens)
      writeModifiers(index, before: true, without: Self.aged)
      writeHead(index, number: nil)
      writeModifiers(index, before: false, without: Self.aged)
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
      writeDeterminer(index)
      writeModifiers(index, before: true)
      writeModifiers(index + 1, before: true)
      writeHead(index + 1, number: nil)
      writeHead(index, number: nil)
      writeModifiers(index, before: false)
      return index + 2
    case .titled:
      // "l’ouragan Katrina" is "Hurricane Katrina".
      if !isHuman(phrase.head) { writer.capitalizes = true }
      writeModifiers(index, before: true)
      writeHead(index, number: nil)
      return index + 1
    case .none:
      writeWhole(index)
      return index + 1
    }
  }

  /// How a noun stands to the name right after it.
  private func relationToName(_ index: Int) -> Relation {
    let phrase = phrases[index]
    guard index + 1 < phrases.count, phrases[index + 1].kind == .nounPhrase,
      phrase.units.upperBound == phrase.head + 1,
      phrases[index + 1].first < 0, units[phrase.head].pos == .noun, !units[phrase.head].isTerm,
      units[phrases[index + 1].head].pos == .properNoun, phrase.first >= 0,
      isDefinite(units[phrase.first].word) || isNamedIndefinite(index),
      groups[phrase.head].count > 0,
      phrases[index + 1].units.allSatisfy({ units[$0].pos == .properNoun })
    else { return .none }
    if engine.classes.contains(units[phrase.head].lemma, in: .titleNoun) { return .titled }
    if isHuman(phrase.head) { return phrase.units.count == 2 ? .titled : .none }
    if engine.classes.contains(units[phrase.head].lemma, in: .apposed) { return .none }
    return .named
  }

  /// "un sondage Ifop" is "an Ifop poll".
  private func isNamedIndefinite(_ index: Int) -> Bool {
    let first = units[phrases[index].first]
    return (first.word == .un || first.word == .une) && !isHuman(phrases[index].head)
      && !engine.classes.contains(units[phrases[index].head].lemma, in: .titleNoun)
  }

  private mutating func writeWhole(_ index: Int) {
    writeDeterminer(index)
    writeModifiers(index, before: true)
    writeHead(index, number: nil)
    writeModifiers(index, before: false)
  }

  /// How "N1 de N2" is said.
  private func relation(_ index: Int) -> Relation {
    let named = relationToName(index)
    if named != .none { return named }
    if hasAge(index) { return .aged }
    if isCompass(index) { return .compass }
    if isAmount(index) { return .amount }
    guard index + 2 < phrases.count, phrases[index + 1].kind == .preposition,
      units[phrases[index + 1].head].word == .de, plans[index + 1].linker == .own,
      phrases[index + 2].kind == .nounPhrase, !phrases[index + 2].marks.contains(.pronoun),
      !phrases[index].marks.contains(.nominalized)
    else { return .none }
    let head = phrases[index].head
    let complement = phrases[index + 2]
    let modifier = units[complement.head]
    if modifier.isTerm || modifier.pos == .properNoun {
      if joinsPlace(index) || joinsBody(index) { return .compound }
      guard modifier.syntax == .name, isPerson(complement.head) || isBareName(index + 2),
        !engine.classes.contains(units[head].lemma, in: .ofHead), phrases[index].first >= 0,
        isDefinite(units[phrases[index].first].word), !hasComplement(after: index + 2),
        !units[head].isTerm, conjunctOfComplement(index + 2) == nil
      else { return .none }
      return .genitive
    }
    let isDefiniteCompound =
      complement.first >= 0 && isDefinite(units[complement.first].word) && !isPlural(index + 2)
      && phrases[index].first >= 0 && !hasComplement(after: index + 2)
      && engine.classes.contains(modifier.lemma, in: .definiteCompound)
    guard complement.first < 0 || isDefiniteCompound, modifier.pos == .noun,
      units[head].pos == .noun,
      !units[head].isTerm,
      groups[head].count > 0, groups[complement.head].count > 0,
      !complement.units.contains(where: { units[$0].role == .number }),
      complement.units.lowerBound == complement.head || isDefiniteCompound,
      complement.units.upperBound - complement.units.lowerBound <= 2
    else { return .none }
    guard joinsAsCompound(head, complement.head, index) else { return .none }
    guard let conjunct = conjunctOfComplement(index + 2) else { return .compound }
    let second = phrases[conjunct]
    return second.first < 0 && second.units.count == 1 && units[second.head].pos == .noun
      && !units[second.head].isTerm && groups[second.head].count > 0
      && joinsAsCompound(head, second.head, index) ? .compound : .none
  }

  /// "le conflit du Karabakh" is "the Karabakh conflict", "la police de Paris" "Paris police".
  private func joinsPlace(_ index: Int) -> Bool {
    let complement = phrases[index + 2]
    let unit = units[complement.head]
    guard unit.isTerm,
      complement.units.allSatisfy({ $0 == complement.head || units[$0].role == .determiner }),
      !units[phrases[index].head].isTerm, !hasComplement(after: index + 2),
      engine.classes.contains(units[phrases[index].head].lemma, in: .placeCompound)
    else { return false }
    let match = sentence.matches[Int(unit.term)]
    return match.kind == .place && !match.isPlural && match.syntax == .name
      && !match.concept.hasPrefix("country.")
  }

  private static let compass = FormHash.of("compass".utf8)

  /// "le sud du Maroc", but not "le sud de la ville".
  private func isCompass(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard engine.classes.contains(units[phrase.head].lemma, in: .compass), phrase.first >= 0,
      isDefinite(units[phrase.first].word), phrase.units.count == 2, index + 2 < phrases.count,
      phrases[index + 1].kind == .preposition, units[phrases[index + 1].head].word == .de,
      phrases[index + 2].kind == .nounPhrase, isPlaceTerm(index + 2),
      !hasOwnComplement(after: index + 2)
    else { return false }
    return phrases[index + 2].units.allSatisfy {
      $0 == phrases[index + 2].head || units[$0].role == .determiner
    }
  }

  /// "une aide de 50 millions d’euros", with an indefinite article or none.
  private func isAmount(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard engine.classes.contains(units[phrase.head].lemma, in: .sum), index + 2 < phrases.count,
      phrases[index + 1].kind == .preposition, units[phrases[index + 1].head].word == .de,
      phrases[index + 2].kind == .nounPhrase, units[phrases[index + 2].head].isTerm,
      phrases[index + 2].units.count == 1,
      phrase.first < 0 || units[phrase.first].lemma == Self.un
    else { return false }
    return sentence.matches[Int(units[phrases[index + 2].head].term)].kind == .amount
  }

  private static let un = FormHash.of("un".utf8)

  /// "un homme de 45 ans", "une femme âgée de 30 ans".
  private func hasAge(_ index: Int) -> Bool {
    let head = phrases[index].head
    guard index + 2 < phrases.count, phrases[index + 1].kind == .preposition,
      units[phrases[index + 1].head].word == .de, phrases[index + 2].kind == .nounPhrase,
      units[phrases[index + 2].head].lemma == Self.year, phrases[index + 2].units.count == 2,
      isHuman(head), !units[head].isTerm, groups[head].count > 0
    else { return false }
    let number = units[phrases[index + 2].units.lowerBound]
    return number.isNumber && !number.isTerm
      && phrases[index].units.last.map { $0 == head || units[$0].lemma == Self.aged } ?? false
  }

  /// "les combattants du Hamas" is "Hamas fighters": people of a body with a short name.
  private func joinsBody(_ index: Int) -> Bool {
    let head = phrases[index].head
    let complement = phrases[index + 2]
    let unit = units[complement.head]
    guard unit.isTerm, isHuman(head), !units[head].isTerm, groups[head].count > 0,
      phrases[index].first >= 0, !hasComplement(after: index + 2),
      conjunctOfComplement(index + 2) == nil,
      !engine.classes.contains(units[head].lemma, in: .ofHead),
      complement.units.allSatisfy({ $0 == complement.head || units[$0].role == .determiner })
    else { return false }
    let match = sentence.matches[Int(unit.term)]
    return match.kind == .organization && match.syntax == .name
      && match.target.utf8.count { $0 == 0x20 } < 2
  }

  /// A single name of a place or body, without number or adjectives.
  private func isBareName(_ index: Int) -> Bool {
    let phrase = phrases[index]
    let unit = units[phrase.head]
    guard phrase.units.allSatisfy({ units[$0].role == .determiner || units[$0].pos == .properNoun })
    else { return false }
    guard unit.isTerm else { return true }
    let match = sentence.matches[Int(unit.term)]
    // "la frontière de l’Arizona" is "the border of Arizona": only countries own as people do.
    return match.kind == .organization
      || match.kind == .place && match.concept.hasPrefix("country.")
  }

  /// A bare noun after "de" is a modifier unless the head counts, contains or acts on it.
  private func joinsAsCompound(_ head: Int, _ modifier: Int, _ index: Int) -> Bool {
    let entry = entries[modifier] >= 0 ? entries[modifier] : Int(groups[modifier].first)
    let traits = lexicon.entry(entry).traits
    let classes = engine.classes
    if isTimeNoun(head) || traits.contains(.human) { return false }
    if classes.contains(units[head].lemma, in: .ofHead) {
      return classes.contains(units[modifier].lemma, in: .compoundModifier)
    }
    if classes.contains(units[modifier].lemma, in: .ofModifier) {
      return classes.contains(units[head].lemma, in: .compoundHead)
    }
    // "N1 de N2 de N3" keeps its first "of".
    return true
  }

  func isPerson(_ unit: Int) -> Bool {
    let value = units[unit]
    guard value.isTerm else { return false }
    let kind = sentence.matches[Int(value.term)].kind
    return kind == .person
  }

  private func isDefinite(_ word: FunctionWord) -> Bool {
    word == .le || word == .la || word == .les
  }

  /// A "de" complement, relative clause or other specification right after the phrase.
  func hasComplement(after index: Int) -> Bool {
    hasOwnComplement(after: index) || sharesComplement(after: index)
  }

  func hasOwnComplement(after index: Int) -> Bool {
    guard index + 1 < phrases.count else { return false }
    let next = phrases[index + 1]
    switch next.kind {
    case .preposition:
      guard plans[index + 1].linker != .absorbed else { return false }
      if index + 2 < phrases.count, phrases[index + 2].kind == .relative { return true }
      return units[next.head].word == .de || units[next.head].word == .entre
    case .relative: return true
    case .verbGroup: return next.marks.contains(.reduced)
    default: return false
    }
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

  private static let year = FormHash.of("an".utf8)
  private static let aged = FormHash.of("âgé".utf8)

  /// "âgé de 20 ans", "à 20 ans", ", 20 ans,": the number alone.
  private func isAge(_ index: Int) -> Bool {
    guard phrases[index].units.count == 2, units[phrases[index].units.lowerBound].isNumber,
      index > 0, units[phrases[index].head].tokens.count == 1
    else { return false }
    let before = phrases[index - 1]
    if before.kind == .preposition {
      // "condamné à trois ans de prison" is no age.
      if units[before.head].word == .à {
        // "des obligations à dix ans" have none either.
        let isOfThing =
          index > 1 && phrases[index - 2].kind == .nounPhrase && !isHuman(phrases[index - 2].head)
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
    writer.write(row.form(0), unit.tokens)
    if phrase.first >= 0, units[phrase.first].word == .un || units[phrase.first].word == .une {
      writer.write("one", unit.tokens.upperBound..<unit.tokens.upperBound)
    }
  }

  /// Writes adjectives and other modifiers: those that stand before the English noun, or those that stay after.
  ///
  /// A modifier of the lemma `without` is left out.
  mutating func writeModifiers(_ index: Int, before: Bool, without: UInt64 = 0) {
    let phrase = phrases[index]
    let head = phrase.head
    let staying = stayingTail(index)
    if before {
      var skipped = -1
      for unit in phrase.units.lowerBound..<head where unit != skipped {
        if units[unit].role == .number, unit + 1 < head,
          engine.classes.contains(units[unit + 1].lemma, in: .ordinal)
        {
          skipped = unit + 1
          writeModifier(unit + 1, in: phrase.units, isDefinite: phrase.first >= 0)
        }
        switch units[unit].role {
        case .predeterminer, .determiner, .absorbed, .none: continue
        case .degree where units[unit].word == .plus || units[unit].word == .moins: continue
        default: writeModifier(unit, in: phrase.units, isDefinite: phrase.first >= 0)
        }
      }
      var end = staying
      if without != 0, end > head + 1, units[end - 1].lemma == without { end -= 1 }
      writePostmodifiers(head + 1..<end, phrase)
    } else {
      for unit in min(head + 1, staying)..<staying
      where isPhrasal(unit) && units[unit].lemma != without {
        writeModifier(unit, in: phrase.units, isDefinite: false)
      }
      for unit in staying..<max(staying, phrase.units.upperBound)
      where !units[unit].isAbsorbed && units[unit].lemma != without {
        if units[unit].role == .degree, units[unit].word == .plus || units[unit].word == .moins {
          continue
        }
        writeModifier(unit, in: phrase.units, isDefinite: false)
      }
    }
  }

  /// Where the modifiers begin that stay after the noun: an adjective with a complement of its own.
  private func stayingTail(_ index: Int) -> Int {
    let phrase = phrases[index]
    let end = phrase.units.upperBound
    guard let last = phrase.units.last, last > phrase.head, units[last].isAdjective,
      !units[last].isTerm, index + 1 < phrases.count
    else { return max(phrase.head + 1, end) }
    let next = index + 1
    if phrases[next].kind == .nounPhrase, engine.classes.contains(units[last].lemma, in: .naming) {
      return last
    }
    guard phrases[next].kind == .preposition, entries[last] >= 0 else { return end }
    if units[phrases[next].head].word == .par
      || engine.classes.contains(units[last].lemma, in: .postposed)
    {
      return last
    }
    let condition = lexicon.entry(entries[last]).condition
    guard condition.contains(.preposition) else { return end }
    var start = last
    while start - 1 > phrase.head, units[start - 1].role == .degree { start -= 1 }
    return start
  }

  /// Groups of adjectives after the noun go before it, the last group first: "étrangère russe" is "Russian
  /// foreign"; coordinated ones keep their order.
  private mutating func writePostmodifiers(_ range: Range<Int>, _ phrase: Phrase) {
    var end = range.upperBound
    while end > range.lowerBound {
      var start = end - 1
      while start > range.lowerBound,
        units[start - 1].role == .degree || units[start].role == .coordinator
          || units[start - 1].role == .coordinator || units[start - 1].role == .determiner
      {
        start -= 1
      }
      for unit in start..<end where !isPhrasal(unit) {
        switch units[unit].role {
        case .coordinator: writeUnit(unit)
        case .degree where units[unit].word == .plus || units[unit].word == .moins: continue
        case .determiner, .absorbed: continue
        default:
          writeModifier(
            unit, in: range, isDefinite: unit > start && units[start].role == .determiner)
        }
      }
      end = start
    }
  }

  /// An expression that English puts after the noun: "en difficulté".
  private func isPhrasal(_ unit: Int) -> Bool {
    units[unit].tokens.count > 1 && units[unit].isAdjective && !units[unit].isTerm
      && entries[unit] >= 0
      && lexicon.entry(entries[unit]).form(0).contains(0x20)
  }

  private mutating func writeModifier(_ index: Int, in range: Range<Int>, isDefinite: Bool) {
    let unit = units[index]
    if unit.isTerm { return writeTerm(index) }
    if unit.isNumber { return writeNumber(index) }
    if isSuch(index), index > 0, units[index - 1].word == .un || units[index - 1].word == .une {
      return
    }
    switch unit.role {
    case .degree
    where unit.word == .bien && index + 1 < units.count && units[index + 1].word == .plus:
      return writer.write("much", unit.tokens)
    case .degree where unit.word == .tout: return writer.write("very", unit.tokens)
    case .degree: return writeUnit(index)
    default: break
    }
    let entry = chosenEntry(index)
    guard entry >= 0 else { return copyUnknown(index) }
    let row = lexicon.entry(entry)
    if unit.isVerb {
      writeDegree(
        before: index, in: range.lowerBound - 1..<range.upperBound, isDefinite: isDefinite)
      writer.write(unit.isPresentParticiple ? row.form(4) : row.form(3), unit.tokens)
      return writer.write(row.tail, unit.tokens)
    }
    if unit.isAdjective { return writeAdjective(index, row, in: range, isDefinite: isDefinite) }
    writer.write(row.form(0), unit.tokens)
  }

  mutating func writeAdjective(
    _ index: Int, _ row: LexiconEntry, in range: Range<Int>, isDefinite: Bool
  ) {
    let tokens = units[index].tokens
    let degree = index > range.lowerBound ? units[index - 1].word : .none
    switch degree {
    case .plus:
      writer.write(isDefinite ? row.form(2) : row.form(1), tokens)
    case .moins:
      writer.write(isDefinite ? "least" : "less", tokens.lowerBound..<tokens.lowerBound)
      writer.write(row.form(0), tokens)
    default:
      // "meilleur" and "pire" compare by themselves.
      if isDefinite, !row.form(2).isEmpty,
        engine.classes.contains(units[index].lemma, in: .comparative)
      {
        writer.write(row.form(2), tokens)
      } else if engine.classes.contains(units[index].lemma, in: .comparative) {
        writer.write(row.form(1), tokens)
      } else {
        writer.write(row.form(0), tokens)
      }
    }
  }

  private mutating func writeDegree(before index: Int, in range: Range<Int>, isDefinite: Bool) {
    guard index > range.lowerBound else { return }
    switch units[index - 1].word {
    case .plus: writer.write(isDefinite ? "most" : "more", units[index - 1].tokens)
    case .moins: writer.write(isDefinite ? "least" : "less", units[index - 1].tokens)
    default: break
    }
  }

  /// A number in words by its entry, in digits as given.
  mutating func writeNumber(_ index: Int) {
    if units[index].isTerm { return writeTerm(index) }
    let entry = chosenEntry(index)
    guard entry >= 0 else { return copy(units[index].tokens) }
    writer.write(lexicon.entry(entry).form(0), units[index].tokens)
  }

  /// "plus important", "très rapide": degree adverbs, then the adjective.
  mutating func writeAdjectivePhrase(_ index: Int) -> Int {
    let phrase = phrases[index]
    for unit in phrase.units {
      if units[unit].role == .degree {
        if units[unit].word == .plus || units[unit].word == .moins, unit + 1 == phrase.head {
          continue
        }
        writeUnit(unit)
        continue
      }
      guard units[unit].isAdjective, !units[unit].isTerm else {
        writeUnit(unit)
        continue
      }
      let entry = chosenEntry(unit)
      guard entry >= 0 else {
        copyUnknown(unit)
        continue
      }
      writeAdjective(unit, lexicon.entry(entry), in: phrase.units, isDefinite: false)
    }
    return index + 1
  }
}
