internal import Bitext
internal import French

/// Changes the part of speech of units where their neighbours leave no doubt and the tagger chose otherwise.
struct UnitCorrector {
  let lexicon: BilingualLexicon

  func correct(_ units: inout [SyntaxUnit]) {
    guard units.count > 2 else { return }
    correctPreposition(0, &units)
    correctCapital(0, &units)
    correctOpening(&units)
    for index in 1..<units.count - 1 where !units[index].isTerm {
      correctReport(index, &units)
      correctAttribute(index, &units)
      correctSeen(index, &units)
      if units[index - 1].mark != 0 { correctCapital(index, &units) }
      correctRain(index, &units)
      switch units[index].word {
      case .lequel, .laquelle, .lesquels, .lesquelles: units[index].pos = .pronoun
      default: break
      }
      switch units[index].pos {
      case .determiner: correctArticle(index, &units)
      case .adjective: correctAdjective(index, &units)
      case .subordinator:
        correctSi(index, &units)
        correctQue(index, &units)
      case .adverb: correctPreposition(index, &units)
      case .noun:
        correctBareNoun(index, &units)
        correctTout(index, &units)
        correctName(index, &units)
        correctNobody(index, &units)
      default: break
      }
    }
  }

  /// "l’" before a finite verb after a subject is a pronoun.
  private func correctArticle(_ index: Int, _ units: inout [SyntaxUnit]) {
    switch units[index].word {
    case .le, .la, .les:
      if units[index + 1].isFinite, !units[index + 1].isTerm, !units[index - 1].isAdjective,
        units[index - 1].pos == .pronoun || units[index - 1].isNominal
          || units[index - 1].pos == .coordinator
      {
        units[index].pos = .pronoun
      }
    case .leur where units[index + 1].isPresentParticiple: units[index].pos = .pronoun
    default: break
    }
  }

  /// "six passagers se trouvaient": a word that the lexicon has as a noun is one where no noun follows.
  private func correctAdjective(_ index: Int, _ units: inout [SyntaxUnit]) {
    let unit = units[index]
    let before = units[index - 1]
    let after = units[index + 1]
    // "quatre ouvriers bangladais".
    if before.isNumber || before.pos == .determiner, !before.isTerm || before.isNumber,
      after.isTerm, after.isAdjective, let noun = lexicon.group(unit.lemma, .noun).range.first,
      lexicon.entry(noun).traits.contains(.human)
    {
      units[index].pos = .noun
      return
    }
    // "ce premier roman": so too behind an adjective that stands before its noun.
    let isBehindAdjective =
      index > 1 && before.isAdjective && units[index - 2].pos == .determiner
      && lexicon.group(before.lemma, .adjective).range.contains {
        lexicon.entry($0).traits.contains(.prenominal)
      }
    guard unit.word == .none, !before.isTerm,
      before.pos == .determiner || before.isNumber || isBehindAdjective,
      !after.isNominal, !after.isAdjective, !after.isPastParticiple, after.pos != .coordinator,
      after.pos != .numeral, lexicon.group(unit.lemma, .noun).count > 0
    else { return }
    units[index].pos = .noun
  }

  /// "Mort de l’écrivain": a participle before "de" that opens a headline is a noun, if it can be one.
  private func correctOpening(_ units: inout [SyntaxUnit]) {
    let unit = units[0]
    guard unit.isPastParticiple, !unit.isTerm, unit.tokens.count == 1, units[1].word == .de,
      lexicon.group(unit.form, .noun).range.contains(where: {
        !lexicon.entry($0).traits.contains(.human)
      })
    else { return }
    units[0].pos = .noun
    units[0].lemma = unit.form
    units[0].word = .none
    units[0].morphology = .singular
  }

  /// "après des mois", "avant la pluie": no adverb before what it governs.
  private func correctPreposition(_ index: Int, _ units: inout [SyntaxUnit]) {
    let unit = units[index]
    guard unit.pos == .adverb, !unit.isTerm, unit.tokens.count == 1 else { return }
    switch unit.word {
    case .après, .avant, .depuis, .pendant, .contre, .pour: break
    default: return
    }
    let after = units[index + 1]
    let isPartitive =
      after.word == .de && index + 2 < units.count && units[index + 2].flags.contains(.contracted)
    guard after.pos == .determiner || after.isNominal || isPartitive else { return }
    units[index].pos = .adposition
  }

  /// "si réel", "si vite": a degree, no condition.
  private func correctSi(_ index: Int, _ units: inout [SyntaxUnit]) {
    guard units[index].word == .si, units[index - 1].pos != .punctuation else { return }
    let after = units[index + 1]
    guard !after.isTerm, after.isAdjective || after.pos == .adverb && after.word == .none else {
      return
    }
    units[index].pos = .adverb
  }

  /// "cette décision, qu’il juge grave": a pronoun, where no other "que" went before.
  private func correctQue(_ index: Int, _ units: inout [SyntaxUnit]) {
    guard units[index].form == Drafter.que, units[index].tokens.count == 1, index > 1,
      units[index - 1].mark == 0x2C,
      units[index - 2].isNominal || units[index - 2].isAdjective || units[index - 2].mark != 0,
      !units[..<index].contains(where: { $0.form == Drafter.que })
        || lacksObject(after: index, units)
    else { return }
    units[index].pos = .pronoun
    units[index].word = .que
  }

  /// "qu’il juge « grave »": a subject, a verb, and nothing that could be its object.
  private func lacksObject(after index: Int, _ units: [SyntaxUnit]) -> Bool {
    var next = index + 1
    guard next < units.count, units[next].pos == .pronoun else { return false }
    while next < units.count, !units[next].isFinite { next += 1 }
    while next < units.count, units[next].isVerb || units[next].pos == .adverb { next += 1 }
    guard next > index + 2, next < units.count else { return false }
    return units[next].mark != 0 || units[next].isAdjective
  }

  /// "le tout premier sommet": "very".
  private func correctTout(_ index: Int, _ units: inout [SyntaxUnit]) {
    guard units[index].form == Self.tout, units[index + 1].isAdjective, !units[index + 1].isTerm,
      units[index - 1].pos == .determiner
    else { return }
    units[index].pos = .adverb
    units[index].word = .tout
  }

  /// "près de Derby", "à Split": a capital after a bare preposition, in a sentence with others in lower case.
  private func correctName(_ index: Int, _ units: inout [SyntaxUnit]) {
    let unit = units[index]
    let before = units[index - 1]
    guard unit.flags.contains(.capitalized), !unit.flags.contains(.allCapitals),
      unit.tokens.count == 1, !before.isTerm, before.pos == .adposition,
      !before.flags.contains(.capitalized), !units[index + 1].isNominal,
      !units[index + 1].isAdjective, units[index + 1].word != .de
    else { return }
    units[index].pos = .properNoun
  }

  /// "il n’a fait de mal à personne": nobody, where the verb is negated and no article precedes.
  private func correctNobody(_ index: Int, _ units: inout [SyntaxUnit]) {
    let before = units[index - 1]
    guard units[index].form == Self.personne, before.pos != .determiner, !before.isAdjective,
      !before.isNumber, before.isVerb || before.pos == .adposition,
      units[max(0, index - 10)..<index].contains(where: { $0.word == .ne })
    else { return }
    units[index].pos = .pronoun
    units[index].word = .personne
  }

  /// "« … », lâche un retraité": an adjective or a noun between a quotation and a speaker is a verb of saying.
  private func correctReport(_ index: Int, _ units: inout [SyntaxUnit]) {
    let unit = units[index]
    guard index > 1, unit.pos == .adjective || unit.pos == .noun, unit.tokens.count == 1,
      units[index - 1].mark == 0x2C, units[index - 2].mark == 0xC2 || units[index - 2].mark == 0x22,
      units[index + 1].pos == .determiner || units[index + 1].isNominal
        || [.pour, .de].contains(units[index + 1].word) && index + 2 < units.count
          && [.son, .sa, .leur].contains(units[index + 2].word),
      !unit.morphology.contains(.plural) || unit.morphology.contains(.singular)
    else { return }
    let lemma = FormHash.next(unit.form, UInt8(ascii: "r"))
    guard lexicon.group(lemma, .verb).count > 0 else { return }
    units[index].pos = .verb
    units[index].lemma = lemma
    units[index].word = .none
    units[index].morphology = [.third, .singular, .present]
  }

  /// "A mon avis", "A Paris": a capital without its accent.
  private func correctCapital(_ index: Int, _ units: inout [SyntaxUnit]) {
    let unit = units[index]
    guard unit.form == Self.a, unit.isVerb, unit.flags.contains(.capitalized), !unit.isTerm,
      unit.tokens.count == 1
    else { return }
    let after = units[index + 1]
    guard !after.flags.contains(.hyphenBefore), after.pos == .determiner || after.isNominal else {
      return
    }
    units[index].pos = .adposition
    units[index].form = Self.à
    units[index].lemma = Self.à
    units[index].word = .à
  }

  private static let a = FormHash.of("a".utf8)
  private static let à = FormHash.of("à".utf8)

  /// ", estime l’économiste", "le pont, vieux, menace de s’effondrer": no bare noun behind a comma has a determiner or
  /// an infinitive after it.
  private func correctBareNoun(_ index: Int, _ units: inout [SyntaxUnit]) {
    let unit = units[index]
    guard index > 1, units[index - 1].mark == 0x2C, unit.tokens.count == 1, unit.word == .none,
      !unit.morphology.contains(.plural) || unit.morphology.contains(.singular),
      !unit.flags.contains(.capitalized)
    else { return }
    let lemma = FormHash.next(unit.form, UInt8(ascii: "r"))
    let rows = lexicon.group(lemma, .verb).range.map(lexicon.entry)
    let after = units[index + 1]
    let isVerb: Bool
    switch after.word {
    case .le, .la, .les, .un, .une: isVerb = !rows.isEmpty && !after.flags.contains(.contracted)
    case .de:
      let takesInfinitive = rows.contains {
        $0.condition.isSuperset(of: [.preposition, .infinitive]) && $0.preposition == 2
      }
      isVerb = takesInfinitive && units[(index + 2)...].prefix(2).contains { $0.isInfinitive }
    default: isVerb = false
    }
    guard isVerb else { return }
    units[index].pos = .verb
    units[index].lemma = lemma
    units[index].morphology = [.third, .singular, .present]
  }

  /// "il a plu toute la nuit": it rained, unless somebody is pleased.
  private func correctRain(_ index: Int, _ units: inout [SyntaxUnit]) {
    guard units[index].form == Self.plu, index > 1,
      let il = units[..<index].suffix(4).lastIndex(where: { $0.word == .il }),
      units[(il + 1)..<index].allSatisfy({ $0.word == .avoir || $0.pos == .adverb }),
      units[index + 1].word != .à
    else { return }
    makeParticiple(&units[index], of: .pleuvoir, Self.pleuvoir)
  }

  private func makeParticiple(_ unit: inout SyntaxUnit, of word: FunctionWord, _ lemma: UInt64) {
    unit.pos = .verb
    unit.lemma = lemma
    unit.word = word
    unit.morphology = [.participle, .past, .masculine, .singular]
  }

  private static let plu = FormHash.of("plu".utf8)
  private static let pleuvoir = FormHash.of("pleuvoir".utf8)

  /// "ils n’ont rien vu": no preposition after "rien" and an auxiliary.
  private func correctSeen(_ index: Int, _ units: inout [SyntaxUnit]) {
    guard index > 1, units[index].form == Self.vu, units[index - 1].word == .rien,
      !units[index].isVerb, units[..<index].suffix(4).contains(where: { $0.word == .avoir })
    else { return }
    makeParticiple(&units[index], of: .voir, Self.voir)
  }

  private static let vu = FormHash.of("vu".utf8)
  private static let voir = FormHash.of("voir".utf8)

  /// "je suis fier": no infinitive after "être" where the word is an adjective too.
  private func correctAttribute(_ index: Int, _ units: inout [SyntaxUnit]) {
    guard units[index].isInfinitive, units[index - 1].word == .être, units[index - 1].isFinite,
      lexicon.group(units[index].form, .adjective).count > 0
    else { return }
    units[index].pos = .adjective
    units[index].lemma = units[index].form
    units[index].word = .none
    units[index].morphology = [.masculine, .singular]
  }

  private static let personne = FormHash.of("personne".utf8)
  private static let tout = FormHash.of("tout".utf8)
}
