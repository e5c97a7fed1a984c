internal import Bitext
internal import French

/// Changes the part of speech of units where their neighbours leave no doubt and the tagger chose otherwise.
struct UnitCorrector {
  let lexicon: BilingualLexicon

  func correct(_ units: inout [SyntaxUnit]) {
    guard units.count > 2 else { return }
    correctPreposition(0, &units)
    correctOpening(&units)
    for index in 1..<units.count - 1 where !units[index].isTerm {
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
        correctTout(index, &units)
        correctName(index, &units)
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
    guard unit.word == .none, !before.isTerm, before.pos == .determiner || before.isNumber,
      !after.isNominal, !after.isAdjective, !after.isPastParticiple, after.pos != .coordinator,
      after.pos != .numeral, lexicon.group(unit.lemma, .noun).count > 0
    else { return }
    units[index].pos = .noun
  }

  /// "Mort de l’écrivain": a participle before "de" that opens a headline is a noun, if it can be one.
  private func correctOpening(_ units: inout [SyntaxUnit]) {
    let unit = units[0]
    guard unit.isPastParticiple, !unit.isTerm, unit.tokens.count == 1, units[1].word == .de,
      lexicon.group(unit.form, .noun).count > 0
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

  private static let tout = FormHash.of("tout".utf8)
}
