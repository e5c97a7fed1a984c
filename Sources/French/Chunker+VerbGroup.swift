internal import Bitext

extension Chunker {
  /// The verb group that starts at `start`, if one does: "il ne l’a pas encore annoncé", "en faisant".
  func verbGroup(at start: Int, _ units: inout [SyntaxUnit]) -> Phrase? {
    var position = start
    var phrase = Phrase(kind: .verbGroup, units: start..<start, head: start)
    readGerund(&position, &phrase, units)
    readSubject(&position, &phrase, units)
    let clitics = readClitics(&position, &phrase, units)
    guard position < units.count, units[position].isVerb, !units[position].isTerm else {
      return nil
    }
    if units[position].isPastParticiple, position == start { phrase.marks.insert(.reduced) }
    // Commit: write roles.
    for index in start..<position { units[index].role = role(before: units[index]) }
    if phrase.first >= 0 { units[phrase.first].role = .subject }
    if clitics { units[start..<position].indices.forEach { markClitic($0, &units) } }
    if phrase.marks.contains(.gerund) { units[start].role = .absorbed }
    phrase.finite = position
    phrase.head = position
    units[position].role = .main
    position += 1
    readInvertedSubject(&position, &phrase, &units)
    readParticiples(&position, &phrase, &units)
    phrase.units = start..<position
    phrase.tense = tense(of: units[phrase.finite], phrase)
    if units[phrase.finite].morphology.contains(.subjunctive) { phrase.marks.insert(.subjunctive) }
    markVoice(&phrase, units)
    return phrase
  }

  private func role(before unit: SyntaxUnit) -> SyntaxRole {
    if unit.word == .rien || unit.word == .tout { return .object }
    return unit.pos == .adverb || unit.word == .ne ? .negation : .clitic
  }

  private func markClitic(_ index: Int, _ units: inout [SyntaxUnit]) {
    if units[index].role == .none { units[index].role = .clitic }
  }

  private func readGerund(_ position: inout Int, _ phrase: inout Phrase, _ units: [SyntaxUnit]) {
    guard units[position].word == .en, position + 1 < units.count else { return }
    var next = position + 1
    while next < units.count, next < position + 4, isClitic(units[next]) || units[next].word == .ne
    {
      next += 1
    }
    guard next < units.count, units[next].isPresentParticiple, !units[next].isTerm else { return }
    phrase.marks.insert(.gerund)
    position += 1
  }

  private func readSubject(_ position: inout Int, _ phrase: inout Phrase, _ units: [SyntaxUnit]) {
    guard position < units.count, units[position].pos != .determiner else { return }
    switch units[position].word {
    case .je, .tu, .il, .elle, .on, .ils, .elles, .ce, .cela, .ça, .ceci: break
    case .nous, .vous:
      guard let verb = verbAfterClitics(position + 1, units) else { return }
      let plural: Morphology = units[position].word == .nous ? .first : .second
      guard units[verb].morphology.contains(plural) else { return }
    default: return
    }
    guard let verb = verbAfterClitics(position + 1, units), units[verb].isFinite else { return }
    phrase.first = position
    position += 1
  }

  private func verbAfterClitics(_ start: Int, _ units: [SyntaxUnit]) -> Int? {
    var index = start
    while index < units.count, index < start + 5, isClitic(units[index]) || units[index].word == .ne
    {
      index += 1
    }
    return index < units.count && units[index].isVerb && !units[index].isTerm ? index : nil
  }

  private func isClitic(_ unit: SyntaxUnit) -> Bool {
    guard !unit.isTerm, unit.pos != .noun else { return false }
    if unit.pos == .determiner { return false }
    switch unit.word {
    case .me, .te, .se, .nous, .vous, .le, .la, .les, .lui, .leur, .y, .en: return true
    default: return false
    }
  }

  /// Reads "ne", object pronouns and, before an infinitive, "pas"; whether there was any.
  private func readClitics(_ position: inout Int, _ phrase: inout Phrase, _ units: [SyntaxUnit])
    -> Bool
  {
    let start = position
    var index = position
    var negator = FunctionWord.none
    var isReflexive = false
    while index < units.count, index < start + 7 {
      let unit = units[index]
      if unit.word == .ne, !unit.isTerm {
        negator = .ne
      } else if index > start, negator != .none, isNegator(unit.word) {
        negator = unit.word
      } else if isClitic(unit), index + 1 < units.count {
        if unit.word == .se { isReflexive = true }
      } else if isObject(index, units) {
        // "tout perdre", "sans rien dire"
      } else {
        break
      }
      index += 1
    }
    guard index < units.count, units[index].isVerb, !units[index].isTerm, index > start else {
      return false
    }
    position = index
    if negator != .none {
      phrase.marks.insert(.negated)
      phrase.negator = negator
    }
    if isReflexive || isOwnReflexive(start..<index, phrase, units) {
      phrase.marks.insert(.reflexive)
    }
    return true
  }

  /// "tout" or "rien" before an infinitive and its pronouns: "tout lui dire".
  private func isObject(_ index: Int, _ units: [SyntaxUnit]) -> Bool {
    guard units[index].word == .tout || units[index].word == .rien, !units[index].isTerm,
      units[index].pos != .determiner, let verb = verbAfterClitics(index + 1, units)
    else { return false }
    return units[verb].morphology.contains(.infinitive)
  }

  /// "nous nous réunissons": the object pronoun is the subject's own.
  private func isOwnReflexive(_ range: Range<Int>, _ phrase: Phrase, _ units: [SyntaxUnit]) -> Bool
  {
    guard phrase.first >= 0 else { return false }
    return range.contains { index in
      switch (units[phrase.first].word, units[index].word) {
      case (.nous, .nous), (.vous, .vous), (.je, .me), (.tu, .te): index != phrase.first
      default: false
      }
    }
  }

  private func isNegator(_ word: FunctionWord) -> Bool {
    switch word {
    case .pas, .plus, .jamais, .point, .guère, .rien: true
    default: false
    }
  }

  private func readInvertedSubject(
    _ position: inout Int, _ phrase: inout Phrase, _ units: inout [SyntaxUnit]
  ) {
    while position < units.count, units[position].flags.contains(.hyphenBefore) {
      switch units[position].word {
      case .je, .tu, .il, .elle, .on, .nous, .vous, .ils, .elles, .ce:
        guard phrase.first < 0 else { return }
        // "Comment expliquez-vous ce succès ?" asks, "Rendez-vous !" does not.
        if units[phrase.finite].morphology.contains(.imperative),
          units[position].word == .nous || units[position].word == .vous,
          !asks(from: position, units)
        {
          units[position].role = .clitic
        } else {
          phrase.first = position
          phrase.marks.insert(.inverted)
          units[position].role = .subject
        }
      case .le, .la, .les, .lui, .leur, .moi, .toi, .y, .en: units[position].role = .clitic
      default: return
      }
      position += 1
    }
  }

  /// Whether the next mark that ends a sentence is a question mark.
  private func asks(from position: Int, _ units: [SyntaxUnit]) -> Bool {
    units[position...].first { [0x3F, 0x2E, 0x21].contains($0.mark) }?.mark == 0x3F
  }

  /// Reads negators, adverbs and the participles of a compound tense or passive.
  private func readParticiples(
    _ position: inout Int, _ phrase: inout Phrase, _ units: inout [SyntaxUnit]
  ) {
    // "a besoin" is no auxiliary.
    var isAuxiliary =
      units[phrase.finite].tokens.count == 1
      && (units[phrase.finite].word == .être || units[phrase.finite].word == .avoir)
    readNegator(&position, &phrase, &units)
    while isAuxiliary {
      guard let participle = participle(from: position, phrase, units) else { break }
      for index in position..<participle { units[index].role = .adverb }
      let auxiliary = units[phrase.head].word
      for index in position..<participle {
        let word = units[index].word
        if word == .rien || word == .tout && auxiliary == .avoir && units[index].pos != .adverb {
          units[index].role = .object
        } else if isNegator(word), word != .plus {
          units[index].role = .negation
        }
        if isNegator(word), word != .plus, word != .rien || phrase.negator == .ne {
          phrase.negator = word
        }
      }
      units[phrase.head].role = .auxiliary
      if auxiliary == .avoir {
        phrase.marks.insert(.perfect)
      } else {
        phrase.marks.insert(.passive)
      }
      phrase.head = participle
      units[participle].role = .main
      position = participle + 1
      isAuxiliary = units[participle].word == .être
    }
  }

  private func readNegator(
    _ position: inout Int, _ phrase: inout Phrase, _ units: inout [SyntaxUnit]
  ) {
    guard position < units.count, !units[position].isTerm else { return }
    guard phrase.marks.contains(.negated) else { return }
    // "ne veut même plus parler", "n’aura bientôt plus de médecin"
    if phrase.negator == .ne, units[position].pos == .adverb, !isNegator(units[position].word),
      position + 1 < units.count, isNegator(units[position + 1].word),
      !units[position + 1].isTerm, units[position + 1].word != .rien
    {
      units[position].role = .adverb
      position += 1
    }
    guard isNegator(units[position].word) else { return }
    // "rien" after a simple verb is its object.
    if units[position].word == .rien { return }
    phrase.negator = units[position].word
    units[position].role = .negation
    position += 1
  }

  /// The past participle after at most four adverbs.
  private func participle(from start: Int, _ phrase: Phrase, _ units: [SyntaxUnit]) -> Int? {
    var index = start
    while index < units.count, index < start + 5 {
      if units[index].isPastParticiple, !units[index].isTerm { return index }
      // "a-t-elle dit", "n’a rien dit": a form that is both is a participle here.
      if index == start || units[index - 1].word == .rien, units[index].isFinite,
        !units[index].isTerm, phrase.head == phrase.finite,
        units[phrase.finite].word == .avoir
      {
        return index
      }
      let isAdverbial =
        units[index].pos == .adverb && !units[index].isTerm
        || units[index].isTerm && units[index].syntax == .adverbial && false
      let isQuantifier =
        [.tous, .toutes, .tout, .rien].contains(units[index].word)
        && units[index].pos != .determiner
      guard isAdverbial || isQuantifier else { return nil }
      // "est très apprécié" has an adjective.
      switch units[index].word {
      case .très, .si, .trop, .moins, .assez:
        if units[phrase.head].word == .être { return nil }
      case .plus where phrase.negator == .none:
        if units[phrase.head].word == .être { return nil }
      default: break
      }
      if units[index].word == .que { return nil }
      index += 1
    }
    return nil
  }

  private func tense(of unit: SyntaxUnit, _ phrase: Phrase) -> FrenchTense {
    let morphology = unit.morphology
    if morphology.contains(.infinitive) { return .infinitive }
    if morphology.contains(.participle) {
      return morphology.contains(.past) ? .participle : .gerund
    }
    if morphology.contains(.conditional) { return .conditional }
    if morphology.contains(.imperative), !phrase.marks.contains(.inverted) { return .imperative }
    if morphology.contains(.future) { return .future }
    if morphology.contains(.imperfect) { return .imperfect }
    if morphology.contains(.past) { return .past }
    return .present
  }

  /// être and a participle are a perfect of verbs of motion and of pronominal verbs, else a passive.
  private func markVoice(_ phrase: inout Phrase, _ units: [SyntaxUnit]) {
    guard phrase.marks.contains(.passive) else { return }
    let isMotion = Self.motion.contains(units[phrase.head].word)
    let byBe = units[phrase.finite].word == .être
    guard byBe, isMotion || phrase.marks.contains(.reflexive) else { return }
    phrase.marks.remove(.passive)
    phrase.marks.insert(.perfect)
  }

  /// Verbs whose compound tenses take être (Grevisse, Le Bon Usage, § 812).
  private static let motion: Set<FunctionWord> = [
    .aller, .venir, .arriver, .naître, .mourir, .partir, .sortir, .entrer, .monter, .descendre,
    .tomber, .devenir, .revenir, .parvenir, .intervenir, .décéder, .retourner, .rentrer, .rester,
    .survenir, .provenir, .advenir, .repartir, .paraître, .apparaître,
  ]
}
