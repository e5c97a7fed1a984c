internal import Bitext
internal import French

/// What each phrase is to the others: subjects, objects, government, and the entry of each word.
extension Drafter {
  /// Decides subjects, objects, government and entries, phrase by phrase.
  mutating func plan() {
    for index in phrases.indices {
      switch phrases[index].kind {
      case .verbGroup: planVerb(index)
      case .nounPhrase: planNoun(index)
      case .adjective:
        planGoverned(phrases[index].head, after: index)
        planInfinitiveSubject(index)
      case .preposition: planPreposition(index)
      case .subordinator, .other, .relative, .coordinator: planComparison(index)
      case .adverb: planProportion(index)
      default: break
      }
    }
  }

  /// "il me l’a donné": an object that somebody is given stands beside the person.
  private func isGiven(_ phrase: Phrase, besides person: Int) -> Bool {
    !phrase.marks.contains(.reflexive)
      && phrase.units.contains { unit in
        unit != person && units[unit].role == .clitic
          && [.le, .la, .les].contains(units[unit].word)
      }
  }

  private mutating func planVerb(_ index: Int) {
    planExpected(index)
    planExistential(index)
    planDislocation(index)
    planNever(index)
    if isOwnReflexive(index) { phrases[index].marks.insert(.reflexive) }
    // "n’a plus gagné depuis mars" is "has not won since March".
    if phrases[index].negator == .plus, phrases[index].marks.contains(.perfect), isSince(index) {
      phrases[index].negator = .pas
    }
    let phrase = phrases[index]
    var around = surroundings(after: index, isVerb: true)
    around.isReflexive = phrase.marks.contains(.reflexive)
    around.isNegated = phrase.marks.contains(.negated)
    if phrase.first >= 0 {
      around.isHuman = pronounIsHuman(units[phrase.first].word)
    } else {
      let subject =
        phrase.tense == .infinitive
        ? -1 : plans[index].subject >= 0 ? plans[index].subject : findSubject(of: index)
      plans[index].subject = subject
      if subject >= 0 { plans[subject].isSubject = true }
      if subject >= 0 { around.isHuman = isHuman(phrases[subject].head) }
    }
    if index + 1 < phrases.count, phrases[index + 1].kind == .nounPhrase {
      around.hasHumanObject = isHuman(phrases[index + 1].head)
    }
    for unit in phrase.units where units[unit].role == .clitic {
      switch units[unit].word {
      case .me, .te, .nous, .vous:
        around.hasHumanObject = true
        // "nous a rendu hommage".
        if units[phrase.head].tokens.count > 1, !phrase.marks.contains(.reflexive) {
          around.candidates.append(.init(phrase: -1, preposition: 1, hasInfinitive: false))
        }
        if engine.classes.contains(units[phrase.head].lemma, in: .saying)
          || engine.classes.contains(units[phrase.head].lemma, in: .dative)
          || engine.classes.contains(units[phrase.head].lemma, in: .toPerson)
          || isGiven(phrase, besides: unit)
        {
          around.candidates.append(.init(phrase: -1, preposition: 1, hasInfinitive: false))
        } else {
          around.hasObject = true
        }
      case .le, .la, .les:
        around.hasObject = true
        around.hasClitic = around.hasClitic || units[unit].word == .le
      case .y:
        around.hasThereto = true
        // "elle y raconte sa vie": a place.
        guard units[phrase.head].lemma != Self.raconter else { continue }
        around.candidates.append(.init(phrase: -1, preposition: 1, hasInfinitive: false))
      case .en where phrase.units.lowerBound != unit || !phrase.marks.contains(.gerund):
        around.hasThereof = true
        around.candidates.append(.init(phrase: -1, preposition: 2, hasInfinitive: false))
      case .lui, .leur:
        around.candidates.append(.init(phrase: -1, preposition: 1, hasInfinitive: false))
      default: break
      }
    }
    if index > 0, phrases[index - 1].kind == .relative, units[phrases[index - 1].head].word == .que
    {
      around.hasObject = true
    }
    // "l’aide dont il a besoin": the complement went before.
    for relative in max(0, index - 6)..<index where verbOfDont(relative) == index {
      around.candidates.insert(.init(phrase: -1, preposition: 2, hasInfinitive: false), at: 0)
    }
    // "où vivent 200 000 personnes": the subject.
    if index > 0, units[phrases[index - 1].head].word == .où, phrase.first < 0 {
      around.hasObject = false
    }
    if phrase.marks.contains(.passive) || phrase.marks.contains(.reduced) {
      around.hasObject = true
      around.isPassive = true
    }
    planChange(index, &around)
    dropNounsPrepositions(&around)
    // "se sont vus", but not "se sont vus contraints".
    around.isPlural = units[phrase.finite].morphology.isSuperset(of: .plural)
    if units[phrase.head].word == .voir, index + 1 < phrases.count,
      phrases[index + 1].kind == .adjective || phrases[index + 1].marks.contains(.reduced)
    {
      around.hasObject = true
    }
    // "faire monter les prix": the object is the one who acts.
    if phrase.tense == .infinitive, index > 0, phrases[index - 1].kind == .verbGroup,
      units[phrases[index - 1].head].word == .faire
        || units[phrases[index - 1].head].word == .laisser,
      groups[phrase.head].range.contains(where: {
        !lexicon.entry($0).condition.isDisjoint(with: [.object, .noObject])
      })
    {
      around.hasObject = false
    }
    // "permettre à quelqu’un de faire": the person is the English object.
    if around.candidates.contains(where: { $0.preposition == 1 && !$0.hasInfinitive }),
      around.candidates.contains(where: { $0.preposition == 2 && $0.hasInfinitive }),
      engine.classes.contains(units[phrase.head].lemma, in: .dative)
    {
      around.hasObject = true
    }
    planIndefiniteObject(index)
    // "tout faire" is "do everything", without the object that is made.
    if units[phrase.head].word == .faire, indefiniteObject(index) != nil {
      around.hasObject = false
      around.candidates.removeAll { $0.hasInfinitive }
    }
    planRestriction(index)
    // "il faudra plusieurs années".
    if units[phrase.head].word == .falloir, index + 1 < phrases.count,
      phrases[index + 1].kind == .nounPhrase
    {
      around.hasObject = true
    }
    if isReporting(index) {
      around.hasClause = true
      around.hasObject = false
      // "« … », témoigne un habitant du quartier": the subject's complement.
      around.candidates.removeAll { $0.preposition != 1 }
      // "« … », a dit le ministre devant ses partisans".
      if phrase.first < 0, index + 1 < phrases.count, phrases[index + 1].kind == .nounPhrase {
        plans[index + 1].isSubject = true
      }
    }
    let group = groups[phrase.head]
    guard group.count > 0 else { return }
    around.noun = objectNoun(of: index)
    let choice = choose(group, around, near: phrase.head)
    apply(choice, around, unit: phrase.head)
    planComplement(index, choice, around)
  }

  private static let raconter = FormHash.of("raconter".utf8)

  /// "nous devons nous défaire du passé": the pronoun of the infinitive is the subject's.
  private func isOwnReflexive(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard phrase.tense == .infinitive, index > 0,
      let clitic = phrase.units.first(where: { units[$0].role == .clitic })
    else { return false }
    var before = index - 1
    if before > 0, phrases[before].kind == .preposition { before -= 1 }
    guard phrases[before].kind == .verbGroup, phrases[before].first >= 0 else { return false }
    switch (units[phrases[before].first].word, units[clitic].word) {
    case (.nous, .nous), (.vous, .vous), (.je, .me), (.tu, .te): return true
    default: return false
    }
  }

  /// "relever ses taux d’un quart de point", "bondir de 5 %": what a change amounts to is "by", or nothing after a
  /// verb without object.
  private mutating func planChange(_ index: Int, _ around: inout Surroundings) {
    // "l’inflation est de 5 %" is "inflation is 5%".
    let isBe = units[phrases[index].head].word == .être
    guard isBe || engine.classes.contains(units[phrases[index].head].lemma, in: .change),
      let place = around.candidates.firstIndex(where: {
        $0.preposition == 2 && !$0.hasInfinitive && $0.phrase >= 0 && isQuantity($0.phrase + 1)
          && (!isBe || $0.phrase == index + 1)
      })
    else { return }
    let preposition = around.candidates.remove(at: place).phrase
    if isBe {
      plans[preposition].linker = .absorbed
      return
    }
    // "passer de 62 à 64 ans".
    if opensRange(preposition) {
      plans[preposition].linker = .fixed(.from)
      around.context.insert(.number)
      return
    }
    plans[preposition].linker = around.hasObject ? .fixed(.by) : .absorbed
  }

  /// "de 20 à 40 millimètres", which may be one term.
  func opensRange(_ index: Int) -> Bool {
    guard isQuantity(index + 1) else { return false }
    let quantity = units[phrases[index + 1].head]
    if quantity.isTerm, sentence.matches[Int(quantity.term)].target.contains(" to ") { return true }
    return index + 3 < phrases.count && phrases[index + 2].kind == .preposition
      && units[phrases[index + 2].head].word == .à && isQuantity(index + 3)
  }

  /// An amount, a share or a number of something.
  private func isQuantity(_ index: Int) -> Bool {
    guard phrases.indices.contains(index) else { return false }
    if phrases[index].kind == .other || phrases[index].kind == .adverb {
      return index + 1 < phrases.count && phrases[index].units.count == 1
        && isQuantity(index + 1)
    }
    let phrase = phrases[index]
    guard phrase.kind == .nounPhrase else { return false }
    if phrase.units.contains(where: { units[$0].isNumber }) { return true }
    let head = units[phrase.head]
    // "monter d’un mètre".
    if phrase.first >= 0, units[phrase.first].lemma == Self.un,
      engine.classes.contains(head.lemma, in: .length)
    {
      return true
    }
    if head.isTerm {
      let kind = sentence.matches[Int(head.term)].kind
      return kind == .amount || kind == .number
    }
    return engine.classes.contains(head.lemma, in: .share)
  }

  /// "demander un accès à la centrale": what the object governs is not the verb's.
  private func dropNounsPrepositions(_ around: inout Surroundings) {
    around.candidates.removeAll { candidate in
      guard candidate.preposition == 1, !candidate.hasInfinitive, candidate.phrase > 1 else {
        return false
      }
      var noun = candidate.phrase - 1
      if phrases[noun].kind == .adverb { noun -= 1 }
      guard phrases[noun].kind == .nounPhrase, candidate.phrase + 1 < phrases.count,
        phrases[candidate.phrase + 1].kind == .nounPhrase,
        !isHuman(phrases[candidate.phrase + 1].head)
      else { return false }
      return groups[phrases[noun].head].range.contains {
        let entry = lexicon.entry($0)
        return entry.condition.contains(.preposition) && entry.preposition == 1
          && !entry.condition.contains(.infinitive)
      }
    }
  }

  private mutating func planComplement(_ index: Int, _ choice: Choice, _ around: Surroundings) {
    let entry = lexicon.entry(choice.entry)
    if around.infinitive >= 0, entry.complement != .none {
      request(entry.complement, of: around.infinitive, linker: -1)
    }
    planPerception(index)
    if around.infinitive >= 0, entry.complement == .none {
      reportInfinitive(around.infinitive, index)
    }
    if let last = around.candidates.last, last.hasInfinitive, last.phrase >= 0,
      entry.complement == .infinitive, index + 1 < phrases.count,
      phrases[index + 1].kind == .nounPhrase
    {
      plans[infinitiveAfter(last.phrase)].controller = index + 1
    }
    // "demander à quelqu’un de faire": the person is the English object.
    guard let last = around.candidates.last, last.hasInfinitive, last.phrase >= 0,
      around.candidates.count > 1, entry.complement == .infinitive
    else { return }
    for candidate in around.candidates where candidate.preposition == 1 && !candidate.hasInfinitive
    {
      if candidate.phrase >= 0 { plans[candidate.phrase].linker = .absorbed }
    }
  }

  /// "a vu ses ventes reculer" is "saw its sales fall".
  private mutating func planPerception(_ index: Int) {
    switch units[phrases[index].head].word {
    case .voir, .faire, .laisser: break
    default: return
    }
    var next = index + 1
    guard next < phrases.count, phrases[next].kind == .nounPhrase else { return }
    next += 1
    while next + 1 < phrases.count, phrases[next].kind == .preposition,
      units[phrases[next].head].word == .de, phrases[next + 1].kind == .nounPhrase
    { next += 2 }
    if next < phrases.count, isInfinitive(next) { plans[next].nonfinite = .bare }
  }

  /// "il a dit vouloir partir" is "he said he wanted to leave": the infinitive becomes a finite verb.
  private mutating func reportInfinitive(_ infinitive: Int, _ verb: Int) {
    let phrase = phrases[verb]
    guard engine.classes.contains(units[phrase.head].lemma, in: .saying),
      phrase.tense != .infinitive, phrase.tense != .gerund
    else { return }
    let isPast =
      phrase.marks.contains(.perfect) || phrase.tense == .past || phrase.tense == .imperfect
    phrases[infinitive].tense = isPast ? .imperfect : .present
    plans[infinitive].isReported = true
  }

  private mutating func planNoun(_ index: Int) {
    let phrase = phrases[index]
    guard !phrase.marks.contains(.pronoun) else { return }
    if counts(index), index + 1 < phrases.count, phrases[index + 1].kind == .preposition,
      units[phrases[index + 1].head].word == .de
    {
      plans[index + 1].linker = .absorbed
    }
    for unit in phrase.units
    where unit != phrase.head && units[unit].isAdjective && !units[unit].isTerm {
      guard groups[unit].count > 0 else { continue }
      var around = Surroundings()
      around.isBefore = unit < phrase.head
      around.noun = lemma(of: phrase.head)
      around.isCompared = isCompared(unit)
      entries[unit] = choose(groups[unit], around, near: unit).entry
    }
    planGoverned(phrase.head, after: index)
    if let last = phrase.units.last, last != phrase.head, units[last].isAdjective,
      !units[last].isTerm
    {
      planGoverned(last, after: index)
    }
  }

  /// "sa femme", "la femme du président": somebody's.
  private func isPossessed(_ index: Int) -> Bool {
    let first = phrases[index].first
    if first >= 0 {
      switch units[first].word {
      case .mon, .ma, .mes, .ton, .ta, .tes, .son, .sa, .ses, .notre, .nos, .votre, .vos, .leur,
        .leurs:
        return true
      default: break
      }
    }
    guard index + 2 < phrases.count, phrases[index + 1].kind == .preposition,
      units[phrases[index + 1].head].word == .de, phrases[index + 2].kind == .nounPhrase
    else { return false }
    return isHuman(phrases[index + 2].head)
  }

  /// Chooses the entry of a noun or adjective by the preposition right after its phrase.
  mutating func planGoverned(_ unit: Int, after index: Int) {
    guard groups.indices.contains(unit), groups[unit].count > 0 else { return }
    var around = surroundings(after: index, isVerb: false)
    // "une hausse de 11 %" is "an increase of 11%", "une hausse des prix" "an increase in prices".
    around.candidates.removeAll {
      $0.preposition == 2 && !$0.hasInfinitive && units[unit].pos == .noun
        && $0.phrase + 1 < phrases.count
        && phrases[$0.phrase + 1].units.contains { isAmountTerm($0) }
    }
    around.isPlural =
      units[unit].morphology.contains(.plural) && !units[unit].morphology.contains(.singular)
    if unit != phrases[index].head {
      around.isBefore = unit < phrases[index].head
      around.noun = lemma(of: phrases[index].head)
      around.isCompared = isCompared(unit)
    }
    around.hasNationality = phrases[index].units.contains {
      units[$0].isTerm && units[$0].isAdjective
        && sentence.matches[Int(units[$0].term)].kind == .nationality
    }
    around.isPossessed = unit == phrases[index].head && isPossessed(index)
    let choice = choose(groups[unit], around, near: unit)
    if choice.candidate >= 0, plans[around.candidates[choice.candidate].phrase].linker != .own {
      around.candidates = []
      return apply(choose(groups[unit], around, near: unit), around, unit: unit)
    }
    apply(choice, around, unit: unit)
    if around.infinitive >= 0, choice.candidate < 0 {
      request(lexicon.entry(choice.entry).complement, of: around.infinitive, linker: -1)
    } else if choice.candidate < 0, units[unit].pos == .noun, unit == phrases[index].head,
      plans[index + 1 < plans.count ? index + 1 : index].linker == .own,
      around.candidates.count == 1,
      around.candidates[0].hasInfinitive, around.candidates[0].preposition == 2,
      !engine.classes.contains(units[unit].lemma, in: .toHead)
    {
      // "l’importance de prévenir" is "the importance of preventing".
      let phrase = around.candidates[0].phrase
      plans[phrase].linker = .fixed(.of)
      plans[infinitiveAfter(phrase)].nonfinite = .gerund
    }
  }
}
