internal import Bitext
internal import French

extension Drafter {
  /// Writes what English has for the determiners of the phrase at `index`.
  mutating func writeDeterminer(_ index: Int) {
    let phrase = phrases[index]
    if let first = phrase.units.first, units[first].role == .predeterminer {
      // "toutes les 37 minutes", "tous les deux ans".
      if isTime(index), phrase.units.contains(where: { units[$0].isNumber }),
        units[first].word == .tous || units[first].word == .toutes
      {
        return writer.write("every", units[first].tokens)
      }
      writePredeterminer(first)
    }
    let head = units[phrase.head]
    if head.isTerm, head.syntax == .name || head.syntax == .noun {
      return writeTermDeterminer(index)
    }
    guard phrase.first >= 0 else {
      if needsIndefiniteArticle(index) {
        writer.writeIndefiniteArticle(head.tokens.lowerBound..<head.tokens.lowerBound)
      }
      return
    }
    if let possessor = plans[index].possessor {
      return writePossessor(possessor, units[phrase.first].tokens)
    }
    writeDeterminer(unit: phrase.first, index)
  }

  /// "en tant que médiateur", "il est avocat", "sans accord": French has no article where English has one.
  private func needsIndefiniteArticle(_ index: Int) -> Bool {
    let phrase = phrases[index]
    let head = phrase.head
    guard index > 0, units[head].pos == .noun, !units[head].isTerm, groups[head].count > 0,
      !isPlural(index), !isMass(index), !isTime(index), !units[head].flags.contains(.capitalized),
      !phrase.units.contains(where: {
        units[$0].role == .number || units[$0].role == .predeterminer
      })
    else { return false }
    var before = index - 1
    if phrases[before].kind == .adverb, before > 0 { before -= 1 }
    let governor = units[phrases[before].head]
    switch phrases[before].kind {
    case .verbGroup:
      guard isHuman(head), !phrases[before].marks.contains(.passive) else { return false }
      return governor.word == .être || governor.word == .devenir || governor.word == .rester
    // "Ali, agriculteur dans le sud," is "Ali, a farmer in the south,".
    case .punctuation where governor.mark == 0x2C && before > 0:
      return phrases[before - 1].kind == .nounPhrase && isHuman(head)
        && units[phrases[before - 1].head].pos == .properNoun && !hasOwnComplement(after: index)
        && index + 1 < phrases.count
    case .punctuation where isOpeningQuote(before) && before > 0:
      guard case .entry(let entry) = plans[before - 1].linker else { return false }
      return lexicon.entry(entry).linker.elementsEqual("as".utf8)
    // "n’a jamais eu de problème" is "has never had a problem".
    case .preposition where governor.word == .de && plans[before].linker == .absorbed:
      return isNegated(before: before) && phrases[before - 1].kind == .verbGroup
    case .preposition, .subordinator:
      if case .entry(let entry) = plans[before].linker {
        // "se transformer en cauchemar" is "turn into a nightmare".
        let linker = lexicon.entry(entry).linker
        return linker.elementsEqual("as".utf8) || linker.elementsEqual("into".utf8)
      }
      let group = groups[phrases[before].head]
      guard plans[before].linker == .own, let last = group.range.last else { return false }
      let english = lexicon.entry(last).form(0)
      return english.elementsEqual("as".utf8) || english.elementsEqual("without".utf8)
    default: return false
    }
  }

  func isOpeningQuote(_ index: Int) -> Bool {
    let mark = units[phrases[index].head].mark
    return mark == 0xC2 || mark == 0x22 || mark == 0xE2
  }

  /// "lui remplissaient les yeux" is "filled his eyes".
  private mutating func writePossessor(_ clitic: FunctionWord, _ tokens: Range<Int>) {
    switch clitic {
    case .me: writer.write("my", tokens)
    case .te, .vous: writer.write("your", tokens)
    case .nous: writer.write("our", tokens)
    case .leur: writer.write("their", tokens)
    case .se: writePossessive(tokens)
    default: writer.write(context.sinceWoman < context.sinceMan ? "her" : "his", tokens)
    }
  }

  private mutating func writePredeterminer(_ unit: Int) {
    if units[unit].word == .none { return writeUnit(unit) }
    writer.write("all", units[unit].tokens)
  }

  private mutating func writeTermDeterminer(_ index: Int) {
    let phrase = phrases[index]
    let match = sentence.matches[Int(units[phrase.head].term)]
    let hasModifier = phrase.units.contains {
      $0 != phrase.head
        && (units[$0].role == .premodifier || units[$0].role == .postmodifier
          || units[$0].role == .number)
    }
    if phrase.first >= 0, !isArticle(units[phrase.first].word) {
      return writeDeterminer(unit: phrase.first, index)
    }
    if phrase.first >= 0, units[phrase.first].word == .les, match.kind == .amount, index > 0,
      phrases[index - 1].kind == .verbGroup,
      engine.classes.contains(units[phrases[index - 1].head].lemma, in: .threshold)
    {
      return
    }
    switch match.article {
    case .zero:
      if phrase.first >= 0, isIndefinite(units[phrase.first].word),
        hasModifier || units[phrase.first].word != .des
      {
        writeDeterminer(unit: phrase.first, index)
      }
    case .the:
      if phrase.first >= 0, isIndefinite(units[phrase.first].word) {
        writeDeterminer(unit: phrase.first, index)
      } else if isLaureate(index) {
        writer.write("winner of the", units[phrase.head].tokens)
      } else if phrase.first < 0, index > 0, units[phrases[index - 1].head].mark == 0x28 {
        // "l’OMS (Organisation mondiale de la santé)": an explanation has no article.
        return
      } else {
        let token = phrase.first >= 0 ? units[phrase.first].tokens : units[phrase.head].tokens
        writer.write("the", token)
      }
    case .asSource:
      if phrase.first >= 0 { writeDeterminer(unit: phrase.first, index) }
    }
  }

  /// ", prix Nobel de la paix," after a person: who won it.
  private func isLaureate(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard phrase.first < 0, index > 1, units[phrases[index - 1].head].mark == 0x2C,
      phrases[index - 2].kind == .nounPhrase, isHuman(phrases[index - 2].head)
    else { return false }
    return sentence.table.exact[units[phrase.head].tokens.lowerBound] == Self.prix
  }

  private static let prix = FormHash.of("prix".utf8)

  func isAmountTerm(_ unit: Int) -> Bool {
    guard units[unit].isTerm else { return false }
    let kind = sentence.matches[Int(units[unit].term)].kind
    return kind == .amount || kind == .number
  }

  private func isArticle(_ word: FunctionWord) -> Bool {
    isIndefinite(word) || word == .le || word == .la || word == .les
  }

  private func isIndefinite(_ word: FunctionWord) -> Bool {
    word == .un || word == .une || word == .des
  }

  private mutating func writeDeterminer(unit: Int, _ index: Int) {
    let value = units[unit]
    let tokens = value.tokens
    switch value.word {
    case .le, .la, .les:
      if plans[index].dropsDeterminer || dropsThe(index) { return }
      // "dépasser les 40 degrés" is "exceed 40 degrees".
      if value.word == .les, index > 0, phrases[index - 1].kind == .verbGroup,
        engine.classes.contains(units[phrases[index - 1].head].lemma, in: .threshold),
        phrases[index].units.contains(where: { units[$0].isNumber })
          || isAmountTerm(phrases[index].head)
      {
        return
      }
      writer.write("the", tokens)
    case .un where isSuch(unit + 1), .une where isSuch(unit + 1):
      // "un tel écart" is "such a gap".
      writer.write("such", tokens)
      if !isMass(index) { writer.writeIndefiniteArticle(tokens) }
    case .un, .une:
      if plans[index].dropsDeterminer || isMass(index) || isPlural(index) { return }
      writer.writeIndefiniteArticle(tokens)
    case .de where isNegated(before: index) && units[phrases[index].head].pos == .noun:
      // "n’a pas reçu de réponse" is "did not receive a response".
      if isMass(index) || isPlural(index) { return }
      writer.writeIndefiniteArticle(tokens)
    case .des, .de: return
    // "ces vingt dernières années" are "the last 20 years", by themselves "over" them.
    case .ces where isLastSpan(index):
      let isFree =
        !plans[index].isSubject && (index == 0 || phrases[index - 1].kind != .preposition)
      writer.write(isFree ? "over the" : "the", tokens)
    case .ce, .cet, .cette, .ces:
      writer.write(isPlural(index) ? "these" : "this", tokens)
    case .mon, .ma, .mes: writer.write("my", tokens)
    case .ton, .ta, .tes, .votre, .vos: writer.write("your", tokens)
    case .notre, .nos: writer.write("our", tokens)
    // "les États-Unis et leurs alliés".
    case .leur, .leurs:
      writer.write(owner == .thing && ownerIsMany ? "its" : "their", tokens)
    case .son, .sa, .ses:
      if owner == .thing, engine.classes.contains(kinship(index), in: .kin),
        ownerIsSure || context.sinceMan > 0 && context.sinceWoman > 0
      {
        if context.sinceMan == 0 { return writer.write("his", tokens) }
        if context.sinceWoman == 0 { return writer.write("her", tokens) }
        let isHers = engine.classes.contains(units[phrases[index].head].lemma, in: .husband)
        return writer.write(isHers ? "her" : "his", tokens)
      }
      writeSingularPossessive(index, tokens)
    case .tout, .toute:
      writer.write(isMass(index) ? "all" : "any", tokens)
    case .tous, .toutes: writer.write("all", tokens)
    case .chaque: writer.write("each", tokens)
    // "quelques jours" are "a few days", "quelques élus" "some elected officials".
    case .quelque, .quelques:
      let isMeasure =
        isTime(index) || engine.classes.contains(units[phrases[index].head].lemma, in: .length)
      writer.write(isPlural(index) && isMeasure ? "a few" : "some", tokens)
    case .plusieurs: writer.write("several", tokens)
    case .aucun, .aucune, .nul, .nulle:
      writer.write(isNegated(before: index) ? "any" : "no", tokens)
    case .certains, .certaines: writer.write("some", tokens)
    case .quel, .quelle, .quels, .quelles: writer.write("which", tokens)
    case .tel, .telle, .tels, .telles: writer.write("such", tokens)
    default: if !writeComparedAmount(unit, index) { writeUnit(unit) }
    }
  }

  /// "ces vingt dernières années": a time with a number and "dernier".
  private func isLastSpan(_ index: Int) -> Bool {
    let phrase = phrases[index]
    return isTime(index) && phrase.units.contains { units[$0].isNumber }
      && phrase.units.contains {
        units[$0].role == .premodifier && engine.classes.contains(units[$0].lemma, in: .deictic)
      }
  }

  /// "sans aucun doute", "il n’a plus aucun allié": English negates once.
  private func isNegated(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = phrases[index - 1]
    switch before.kind {
    case .preposition: return units[before.head].word == .sans
    case .verbGroup:
      return before.marks.contains(.negated) && before.negator != .ne && before.negator != .rien
    default: return false
    }
  }

  /// The lemma that may be a relative’s, of a term its first word: "son homologue turc X".
  private func kinship(_ index: Int) -> UInt64 {
    let unit = units[phrases[index].head]
    return unit.isTerm ? sentence.table.exact[unit.tokens.lowerBound] : unit.lemma
  }

  /// What English says of mass nouns in place of a number.
  private static let amounts: [(String, StaticString)] = [
    ("many", "much"), ("too many", "too much"), ("far too many", "far too much"),
    ("so many", "so much"), ("as many", "as much"), ("how many", "how much"), ("few", "little"),
    ("too few", "too little"), ("so few", "so little"), ("very few", "very little"),
  ]

  /// "plus de médecins" is "more doctors", "moins de bruit" "less noise"; "more than" is for numbers.
  private mutating func writeComparedAmount(_ unit: Int, _ index: Int) -> Bool {
    let phrase = phrases[index]
    let head = units[phrase.head]
    let entry = chosenEntry(unit)
    guard entry >= 0, head.pos == .noun, head.isTerm || head.tokens.count == 1,
      !phrase.units.contains(where: { units[$0].isNumber }),
      phrase.units.lowerBound == unit,
      !engine.classes.contains(head.lemma, in: .share),
      !engine.classes.contains(head.lemma, in: .scale),
      !phrase.units.dropFirst().contains(where: { units[$0].pos == .determiner })
    else { return false }
    let english = lexicon.entry(entry).form(0)
    if isMass(index) || !isPlural(index),
      let amount = Self.amounts.first(where: { english.elementsEqual($0.0.utf8) })
    {
      writer.write(amount.1, units[unit].tokens)
    } else if english.elementsEqual("more than".utf8) {
      writer.write("more", units[unit].tokens)
    } else if english.elementsEqual("less than".utf8) || english.elementsEqual("fewer than".utf8) {
      writer.write(isPlural(index) ? "fewer" : "less", units[unit].tokens)
    } else {
      return false
    }
    return true
  }

  func isSuch(_ unit: Int) -> Bool {
    guard units.indices.contains(unit) else { return false }
    switch units[unit].word {
    case .tel, .telle, .tels, .telles: return true
    default: return false
    }
  }

  func isMass(_ index: Int) -> Bool {
    let head = phrases[index].head
    let entry = entries[head]
    guard entry >= 0, units[head].pos == .noun else { return false }
    return lexicon.entry(entry).traits.contains(.mass)
  }

  /// Whether English leaves out the definite article: abstract and generic nouns without complement, times
  /// that are adverbs ("l’année dernière").
  private mutating func dropsThe(_ index: Int) -> Bool {
    let phrase = phrases[index]
    let head = phrase.head
    guard units[head].pos == .noun, !units[head].isTerm, !phrase.marks.contains(.nominalized) else {
      return false
    }
    if phrase.units.contains(where: { units[$0].role == .number || units[$0].word == .plus }) {
      return false
    }
    if index > 0, isPresentative(index - 1) { return false }
    // "l’une des principales rues", "deux des accusés".
    if index > 1, phrases[index - 1].kind == .preposition,
      units[phrases[index - 1].head].word == .de, phrases[index - 2].kind == .nounPhrase,
      phrases[index - 2].marks.contains(.pronoun) || units[phrases[index - 2].head].isNumber
    {
      return false
    }
    if isTimeNoun(head),
      phrase.units.contains(where: {
        $0 > head && engine.classes.contains(units[$0].lemma, in: .deictic)
      })
    {
      return true
    }
    _ = chosenEntry(head)
    let lemma = units[head].lemma
    let classes = engine.classes
    // "les dernières estimations", "le seul moyen".
    if phrase.units.contains(where: {
      $0 != head && (classes.contains(units[$0].lemma, in: .ordinal) || units[$0].word == .même)
    }) {
      return false
    }
    if hasComplement(after: index) {
      return classes.contains(
        lemma, in: isPlural(index) ? .dropPluralComplement : .dropSingularComplement)
    }
    if phrase.units.contains(where: { engine.classes.contains(units[$0].lemma, in: .comparative) })
    {
      return false
    }
    if isPlural(index) {
      if classes.contains(lemma, in: .definite) { return false }
      return !classes.contains(lemma, in: .keepPlural)
        || phrase.units.contains { units[$0].role == .postmodifier && !units[$0].isTerm }
    }
    return classes.contains(lemma, in: .dropSingular)
      || isMass(index) && !classes.contains(lemma, in: .keepSingular)
  }

  /// A determiner whose noun stands in another phrase: "la « tension »".
  mutating func writeLoneDeterminer(_ unit: Int) {
    let tokens = units[unit].tokens
    let isPluralForm =
      units[unit].morphology.contains(.plural) && !units[unit].morphology.contains(.singular)
    switch units[unit].word {
    case .le, .la, .les: writer.write("the", tokens)
    case .un, .une:
      // "un ou deux moments".
      if unit + 1 < units.count, units[unit + 1].pos == .coordinator {
        writer.write("one", tokens)
      } else if !isPluralForm {
        writer.writeIndefiniteArticle(tokens)
      }
    case .des, .de: return
    case .ce, .cet, .cette: writer.write("this", tokens)
    case .ces: writer.write("these", tokens)
    case .leur, .leurs: writer.write("their", tokens)
    case .son, .sa, .ses: writePossessive(tokens)
    case .notre, .nos: writer.write("our", tokens)
    case .mon, .ma, .mes: writer.write("my", tokens)
    case .votre, .vos: writer.write("your", tokens)
    default:
      // "d’autres de ses élèves".
      let entry = chosenEntry(unit)
      if entry >= 0, lexicon.entry(entry).form(0).elementsEqual("other".utf8) {
        return writer.write("others", tokens)
      }
      writeUnit(unit)
    }
  }
}
