internal import Bitext
internal import French

/// The English tense of a French verb group: perfects, hearsay, clefts, conjunctions of time.
extension Drafter {
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
        tense.mood =
          opens ? .bare : isInfinitiveSubject(index) ? .gerund : conjoinedMood(index) ?? .to
      case .to: tense.mood = .to
      case .bare, .base: tense.mood = .bare
      case .gerund:
        tense.mood = .gerund
        if index > 0, units[phrases[index - 1].head].word == .après { tense.isPerfect = false }
      case .participle:
        tense.mood = .participle
        tense.followsHave = true
      }
    case .gerund:
      tense.mood = .gerund
      tense.isPerfect = isPerfect
    case .participle:
      tense.mood = .participle
    }
    tense.isProgressive =
      (tense.mood == .present || tense.mood == .past) && !tense.isPassive && isProgressive(index)
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
    // A condition stands in the same sentence, but a line without stops may be endless.
    let reach = max(0, index - 40)..<min(phrases.count, index + 40)
    return !reach.contains { other in
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
  func chosenOrFirst(_ unit: Int) -> Int {
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
    return lexicon.entry(Int(group.first) + Int(group.count) - 1).traits.contains(.takesBe)
  }

  func lemmaTakesBe(_ lemma: UInt64) -> Bool {
    let group = lexicon.group(lemma, .verb)
    return group.count > 0
      && lexicon.entry(Int(group.first) + Int(group.count) - 1).traits.contains(.takesBe)
  }

  private func hasPerfectAdverb(_ index: Int) -> Bool {
    phrases[index].units.contains { units[$0].word == .déjà || units[$0].word == .jamais }
      || isSince(index) || stillNot(index) != nil || isSoFar(index)
  }

  /// "jusqu’à présent", "à ce jour" right before or after the verb: a time that is not over.
  private func isSoFar(_ index: Int) -> Bool {
    for other in max(0, index - 3)..<min(phrases.count, index + 5)
    where phrases[other].kind == .adverb && units[phrases[other].head].tokens.count > 1 {
      let entry = chosenOrFirst(phrases[other].head)
      if entry >= 0, lexicon.entry(entry).form(0).elementsEqual("so far".utf8) { return true }
    }
    return false
  }

  /// "depuis" a few phrases after or before the verb of the same clause.
  func isSince(_ index: Int) -> Bool {
    if plans[index].isSince { return true }
    var next = index + 1
    while next < phrases.count, next < index + 6 {
      if phrases[next].kind == .verbGroup || phrases[next].kind == .punctuation
        || phrases[next].kind == .relative
      {
        break
      }
      if units[phrases[next].head].word == .depuis || startsWithSince(next) { return true }
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
}
