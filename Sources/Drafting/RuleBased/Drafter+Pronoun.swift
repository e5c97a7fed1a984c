internal import Bitext
internal import French

extension Drafter {
  mutating func writeSubjectPronoun(_ unit: Int, _ index: Int) {
    let tokens = units[unit].tokens
    switch units[unit].word {
    case .je: writer.write("I", tokens)
    case .tu, .vous: writer.write("you", tokens)
    case .nous, .on: writer.write("we", tokens)
    case .il where isExistentialInfinitive(infinitiveOf(index)): writer.write("there", tokens)
    case .il:
      let isPerson = !isImpersonal(index) && isHe(index)
      if isPerson { hasWrittenHe = true }
      writer.write(isPerson ? "he" : "it", tokens)
    case .elle:
      let isPerson = isShe(index)
      if isPerson { hasWrittenShe = true }
      writer.write(isPerson ? "she" : "it", tokens)
    case .ils, .elles: writer.write("they", tokens)
    case .ce:
      let isPlural = agreement(of: index).isPlural && cleftClause(index) == nil
      writer.write(isPlural ? "they" : announces(index) ? "that" : "it", tokens)
    case .cela where quoteDepth == 0: writer.write("this", tokens)
    case .cela, .ça: writer.write("that", tokens)
    case .ceci: writer.write("this", tokens)
    default: writeUnit(unit)
    }
  }

  /// "c’est ce que dit la loi" is "that is what the law says".
  private func announces(_ index: Int) -> Bool {
    let next = index + 1
    return units[phrases[index].head].word == .être && next < phrases.count
      && phrases[next].kind == .nounPhrase && phrases[next].marks.contains(.pronoun)
      && isThatWhich(units[phrases[next].head])
  }

  /// "il" of weather, necessity, "il est possible de", "il semble que".
  private func isImpersonal(_ index: Int) -> Bool {
    let phrase = phrases[index]
    // The subject has been turned.
    if phrase.marks.contains(.existential) { return false }
    if engine.classes.contains(units[phrase.head].lemma, in: .weather) { return true }
    switch units[phrase.head].word {
    case .falloir, .pleuvoir, .agir, .convenir, .suffire: return true
    case .sembler, .paraître, .apparaître, .arriver, .exister, .rester:
      // "il reste à savoir si" is one unit.
      return phrase.marks.contains(.reflexive) || units[phrase.head].tokens.count > 1
        || clauseFollows(index, 3)
    case .être: return clauseFollows(index, 5) || isClock(index + 1)
    default:
      return (phrase.marks.contains(.passive) || phrase.marks.contains(.reflexive))
        && clauseFollows(index, 2) && !isHumanPassive(index)
    }
  }

  /// "il est trop tôt", "il est temps".
  private func isClock(_ index: Int) -> Bool {
    guard phrases.indices.contains(index) else { return false }
    let phrase = phrases[index]
    guard phrase.kind == .adverb || phrase.kind == .nounPhrase else { return false }
    return engine.classes.contains(units[phrase.head].lemma, in: .clock)
      || phrase.kind == .adverb && phrase.units.count == 1 && isClock(index + 1)
  }

  /// "que" or "de" with an infinitive within `count` phrases.
  private func clauseFollows(_ index: Int, _ count: Int) -> Bool {
    var next = index + 1
    // "il est dommage que" is one unit.
    var sawAdjective =
      units[phrases[index].head].word != .être || units[phrases[index].head].tokens.count > 1
    while next < phrases.count, next <= index + count {
      switch phrases[next].kind {
      case .adjective: sawAdjective = true
      case .subordinator where units[phrases[next].head].word == .que: return sawAdjective
      case .preposition where units[phrases[next].head].word == .de:
        return sawAdjective && next + 1 < phrases.count && isInfinitive(next + 1)
      case .adverb: break
      case .punctuation where units[phrases[next].head].mark != 0x2C: break
      // "il est difficile pour le pays de".
      case .preposition
      where sawAdjective && units[phrases[next].head].word == .pour && next + 1 < phrases.count
        && phrases[next + 1].kind == .nounPhrase:
        next += 1
      default: return false
      }
      next += 1
    }
    return false
  }

  /// "son" after a pronoun subject.
  mutating func noteOwner(_ index: Int) {
    let phrase = phrases[index]
    guard phrase.first >= 0 else { return }
    switch units[phrase.first].word {
    case .on, .il, .elle: ownerIsMany = false
    case .je, .nous, .vous, .tu, .ils, .elles: ownerIsMany = true
    default: break
    }
    switch units[phrase.first].word {
    case .je: owner = .me
    case .nous: owner = .we
    case .on: owner = .we
    case .vous, .tu: owner = .you
    case .ils, .elles: owner = .they
    case .il: owner = isImpersonal(index) || !isHe(index) ? .thing : .he
    case .elle: owner = isShe(index) ? .she : .thing
    default: break
    }
  }

  /// Pronouns that stand alone: "lui", "celui", "cela", "rien", "tous".
  mutating func writePronounPhrase(_ index: Int) -> Int {
    let unit = units[phrases[index].head]
    let tokens = unit.tokens
    if standsInCommas(index) {
      // "la ministre, elle, refuse" is "the minister, for her part, refuses".
      switch unit.word {
      case .elle:
        return writePart(isHuman(phrases[index - 2].head) ? "for her part" : "for its part", index)
      case .lui:
        return writePart(isHuman(phrases[index - 2].head) ? "for his part" : "for its part", index)
      case .eux, .elles: return writePart("for their part", index)
      default: break
      }
    }
    if isStressedSubject(index) {
      switch unit.word {
      case .elle: writer.write("she", tokens)
      case .lui: writer.write("he", tokens)
      case .eux, .elles: writer.write("they", tokens)
      case .moi: writer.write("I", tokens)
      case .nous: writer.write("we", tokens)
      default: writeUnit(phrases[index].head)
      }
      return index + 1
    }
    if isLatter(unit) { return writeLatter(index) }
    switch unit.word {
    case .celui, .celle, .ceux, .celles: return writeDemonstrative(index)
    case .ce:
      if index + 1 < phrases.count, phrases[index + 1].kind == .relative,
        [.qui, .que, .dont].contains(units[phrases[index + 1].head].word)
      {
        let followsComma = index > 0 && units[phrases[index - 1].head].mark == 0x2C
        writer.write(
          followsComma && units[phrases[index + 1].head].word == .qui ? "which" : "what", tokens)
        plans[index + 1].isDone = true
        return writeInvertedClause(index + 2)
      }
      writer.write("this", tokens)
    case .lui: writer.write(pronounIsHuman(.il) == true ? "him" : "it", tokens)
    case .elle: writer.write(pronounIsHuman(.elle) == true ? "her" : "it", tokens)
    case .eux, .elles: writer.write("them", tokens)
    case .moi: writer.write("me", tokens)
    case .toi, .vous: writer.write("you", tokens)
    case .nous: writer.write("us", tokens)
    case .soi: writer.write("oneself", tokens)
    case .cela, .ça: writer.write("that", tokens)
    case .ceci: writer.write("this", tokens)
    case .rien: writer.write("nothing", tokens)
    // "nul ne sait", but "le nul", "un match nul".
    case .nul, .nulle:
      let isSubject =
        phrases[index].first < 0 && index + 1 < phrases.count
        && phrases[index + 1].units.contains { units[$0].word == .ne }
      if isSubject { writer.write("no one", tokens) } else { writeUnit(phrases[index].head) }
    case .personne:
      let isNegated = phrases[max(0, index - 6)..<index].contains { $0.marks.contains(.negated) }
      writer.write(isNegated ? "anyone" : "no one", tokens)
    case .tout: writer.write("everything", tokens)
    case .tous, .toutes: writer.write("all", tokens)
    case .aucun, .aucune:
      // "aucune des deux parties".
      let isOfTwo =
        index + 2 < phrases.count
        && phrases[index + 2].units.contains { units[$0].form == Self.two }
      writer.write(isOfTwo ? "neither" : "none", tokens)
    case .un, .une: writer.write("one", tokens)
    case .plusieurs: writer.write("several", tokens)
    case .certains, .certaines: writer.write("some", tokens)
    case .en: writer.write("of it", tokens)
    case .y: writer.write("there", tokens)
    case .il: writer.write("he", tokens)
    case .ils: writer.write("they", tokens)
    default:
      if isThatWhich(unit),
        let next = writeRelativeOn(
          index + 1, word: resumesClause(index) ? "which" : "what", isPlural: false)
      {
        return next
      }
      // "il a refusé, ce qui surprend" is "which is surprising".
      if isThatWhich(unit), resumesClause(index) {
        writer.write("which", tokens)
      } else {
        writeUnit(phrases[index].head)
      }
      // "ce qu’avait annoncé le ministre" is "what the minister had announced".
      if isThatWhich(unit),
        FunctionWords.canonical(sentence.table.exact[unit.tokens.lowerBound + 1]) == Self.que
      {
        return writeInvertedClause(index + 1)
      }
    }
    return index + 1
  }

  /// Whether the "ce qui" at `index` stands for the clause that a comma ends before it.
  private func resumesClause(_ index: Int) -> Bool {
    guard index > 1, units[phrases[index - 1].head].mark == 0x2C,
      phrases[index - 1].kind == .punctuation
    else { return false }
    let before = phrases[max(0, index - 16)..<index - 1]
    return before.contains {
      $0.kind == .verbGroup && $0.tense != .infinitive && $0.tense != .gerund
        && !$0.marks.contains(.reduced)
    }
  }

  private func standsInCommas(_ index: Int) -> Bool {
    index > 1 && index + 1 < phrases.count && units[phrases[index - 1].head].mark == 0x2C
      && units[phrases[index + 1].head].mark == 0x2C && phrases[index - 2].kind == .nounPhrase
  }

  private mutating func writePart(_ english: StaticString, _ index: Int) -> Int {
    writer.write(english, units[phrases[index].head].tokens)
    return index + 1
  }

  private static let two = FormHash.of("deux".utf8)

  /// "elle aussi pleurait", "lui est parti": a stressed pronoun as subject.
  private func isStressedSubject(_ index: Int) -> Bool {
    switch units[phrases[index].head].word {
    case .elle, .lui, .eux, .elles, .moi, .nous: break
    default: return false
    }
    // "c’est lui qui a signé" is "it was he who signed".
    if index > 0, cleftClause(index - 1) == index + 1 {
      return units[phrases[index + 1].head].word == .qui
    }
    if index > 0, phrases[index - 1].kind == .preposition || phrases[index - 1].kind == .verbGroup {
      return false
    }
    var next = index + 1
    if next < phrases.count, phrases[next].kind == .adverb { next += 1 }
    // "lui et les autres avaient".
    if next + 2 < phrases.count, phrases[next].kind == .coordinator,
      phrases[next + 1].kind == .nounPhrase
    {
      next += 2
    }
    return next < phrases.count && phrases[next].kind == .verbGroup && phrases[next].first < 0
      && phrases[next].tense != .infinitive && !phrases[next].marks.contains(.reduced)
  }
}
