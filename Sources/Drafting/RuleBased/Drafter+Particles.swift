internal import Bitext
internal import French

/// Decisions on small words: ne … que, partitive de, que after a comparative.
extension Drafter {
  /// "ne … que" is "only"; a bare "ne" negates few verbs.
  mutating func planRestriction(_ index: Int) {
    // "il n’a plus que dix jours" is "he has only 10 days".
    if phrases[index].negator == .plus, index + 1 < phrases.count,
      units[phrases[index + 1].head].form == Self.que
    {
      phrases[index].negator = .ne
    }
    // "il n’y a pas que Paris" is "there is not only Paris".
    if phrases[index].negator == .pas, index + 2 < phrases.count,
      phrases[index].marks.contains(.negated),
      units[phrases[index].head].word == .avoir || units[phrases[index].head].word == .être,
      units[phrases[index + 1].head].form == Self.que, phrases[index + 2].kind == .nounPhrase,
      !phrases[(index + 3)...].prefix(3).contains(where: { $0.kind == .verbGroup })
    {
      plans[index + 1].linker = .fixed(.only)
      phrases[index + 1].kind = .other
    }
    guard phrases[index].negator == .ne else { return }
    var next = index + 1
    while next < phrases.count, next < index + 7 {
      let kind = phrases[next].kind
      if kind == .verbGroup, !isInfinitive(next) { break }
      // "rien ne permet d’affirmer que": the clause of the infinitive.
      if kind == .verbGroup, next + 1 < phrases.count,
        units[phrases[next + 1].head].form == Self.que,
        engine.classes.contains(units[phrases[next].head].lemma, in: .saying)
      {
        break
      }
      if kind == .punctuation, units[phrases[next].head].mark == 0x2C { break }
      // "il ne dit rien et la seule chose que": negated already.
      if units[phrases[next].head].word == .rien || units[phrases[next].head].word == .personne {
        break
      }
      if units[phrases[next].head].word == .ni {
        phrases[index].marks.remove(.negated)
        plans[next].linker = .fixed(.neither)
        return
      }
      if units[phrases[next].head].form == Self.que {
        plans[next].linker = .fixed(.only)
        phrases[next].kind = .other
        phrases[index].marks.remove(.negated)
        return
      }
      next += 1
    }
    switch units[phrases[index].head].word {
    // "personne n’aurait pu": the subject negates.
    case .pouvoir where !hasNegativeSubject(index): phrases[index].negator = .pas
    default:
      let cesser = FormHash.of("cesser".utf8)
      if units[phrases[index].head].lemma == cesser {
        phrases[index].negator = .pas
      } else {
        phrases[index].marks.remove(.negated)
      }
    }
  }

  /// "jamais le pays n’avait connu" is "the country had never known": the "never" that opens is the verb’s.
  mutating func planNever(_ index: Int) {
    guard phrases[index].negator == .ne, index > 0, phrases[0].kind == .adverb,
      units[phrases[0].head].word == .jamais, !plans[0].isDone,
      !phrases[1..<index].contains(where: { $0.kind == .verbGroup })
    else { return }
    phrases[index].negator = .jamais
    plans[0].isDone = true
  }

  private func isDefinite(_ phrase: Phrase) -> Bool {
    guard phrase.first >= 0 else { return false }
    return [.le, .la, .les, .son, .sa, .ses].contains(units[phrase.first].word)
  }

  /// "plus la guerre dure, plus les gens souffrent" is "the more the war lasts, the more people suffer".
  mutating func planProportion(_ index: Int) {
    guard opensProportion(index), plans[index].linker == .own,
      let second = phrases.indices.dropFirst(index + 3).prefix(20).first(where: opensProportion)
    else { return }
    for phrase in [index, second] {
      let isMore = units[phrases[phrase].head].word == .plus
      plans[phrase].linker = .fixed(isMore ? .theMore : .theLess)
    }
  }

  /// "plus" or "moins" alone before a subject, at the start or after a comma.
  private func opensProportion(_ index: Int) -> Bool {
    let phrase = phrases[index]
    let word = units[phrase.head].word
    guard phrase.kind == .adverb, phrase.units.count == 1, units[phrase.head].tokens.count == 1,
      word == .plus || word == .moins, index + 1 < phrases.count,
      index == 0 || phrases[index - 1].kind == .punctuation
        || phrases[index - 1].kind == .coordinator
    else { return false }
    let next = phrases[index + 1]
    return next.kind == .nounPhrase && next.first >= 0 || next.kind == .verbGroup && next.first >= 0
  }

  private static let comme = FormHash.of("comme".utf8)
  private static let halfAs = ["half as ", "twice as ", "times as "]

  /// "que" after a comparative is "than", after "aussi" or "autant" it is "as".
  mutating func planComparison(_ index: Int) {
    guard units[phrases[index].head].form == Self.que, plans[index].linker == .own, index > 0 else {
      return
    }
    var current = index - 1
    while current >= max(0, index - 6) {
      let phrase = phrases[current]
      if phrase.kind == .verbGroup && phrase.tense != .infinitive
        && !(current == index - 1
          && phrase.units.contains { units[$0].word == .plus && units[$0].role == .adverb })
        || phrase.kind == .punctuation || phrase.kind == .subordinator || phrase.kind == .relative
      {
        return
      }
      for unit in phrase.units.reversed() {
        let word =
          units[unit].tokens.count > 1 && (phrase.kind == .adverb || phrase.kind == .nounPhrase)
          ? FunctionWords.word(sentence.table.exact[units[unit].tokens.lowerBound])
          : units[unit].word
        // "autant de femmes que d’hommes" is "as many women as men".
        if word == .autant, units[unit].tokens.count > 1, index + 1 < phrases.count,
          units[phrases[index + 1].head].word == .de
        {
          plans[index].linker = .fixed(.asWord)
          plans[index + 1].linker = .absorbed
          return
        }
        // "deux fois moins que" is "half as much as".
        if units[unit].tokens.count > 1, let entry = groups[unit].range.first,
          Self.halfAs.contains(where: { lexicon.entry(entry).form(0).starts(with: $0.utf8) })
        {
          plans[index].linker = .fixed(.asWord)
          return
        }
        // "moins d’argent que son frère", but "plus de trois mille personnes que".
        if units[unit].tokens.count > 1, phrase.kind == .nounPhrase,
          word == .plus || word == .moins,
          unit < phrase.head, !phrase.units.contains(where: { units[$0].isNumber })
        {
          plans[index].linker = .fixed(.than)
          return
        }
        // "deux mois plus tôt que prévu".
        if units[unit].tokens.count > 1, phrase.kind == .adverb, word == .plus || word == .moins,
          current > 0, phrases[current - 1].kind == .nounPhrase, isTime(current - 1)
        {
          plans[index].linker = .fixed(.than)
          return
        }
        switch units[unit].word {
        // "la même chose que" is "the same thing as".
        case .même, .mêmes:
          guard phrase.kind == .nounPhrase, phrase.head > unit else { break }
          plans[index].linker = .fixed(.asWord)
          return
        // "la plus grave crise que le pays ait connue": a relative.
        case .plus, .moins:
          if phrase.kind == .nounPhrase, isDefinite(phrase), phrase.head > unit { return }
          plans[index].linker = .fixed(.than)
          return
        case .mieux:
          plans[index].linker = .fixed(.than)
          return
        case .aussi where unit + 1 < phrase.units.upperBound, .autant:
          // "aussi grand que" is "as big as".
          if units[unit].word == .aussi {
            groups[unit] = lexicon.group(Self.comme, .adverb)
            entries[unit] = -1
          }
          plans[index].linker = .fixed(.asWord)
          return
        default:
          if engine.classes.contains(units[unit].lemma, in: .comparative),
            phrase.first < 0 || phrase.kind == .adjective
          {
            plans[index].linker = .fixed(.than)
            return
          }
        }
      }
      current -= 1
    }
  }

  /// "il a des raisons", "des voix s’élèvent": an article that English has not.
  mutating func planPreposition(_ index: Int) {
    guard plans[index].linker == .own, index + 1 < phrases.count,
      phrases[index + 1].kind == .nounPhrase
    else { return }
    if units[phrases[index].head].word == .de, isMannerNoun(index + 1) { return }
    // "De 20 à 40 millimètres de pluie sont attendus".
    if index == 0, units[phrases[index].head].word == .de, opensRange(index) {
      plans[index].linker = .fixed(.from)
      return
    }
    // "au printemps prochain" is "next spring".
    if units[phrases[index].head].word == .à, isTimeNoun(phrases[index + 1].head),
      phrases[index + 1].units.contains(where: {
        $0 > phrases[index + 1].head && engine.classes.contains(units[$0].lemma, in: .deictic)
      })
    {
      plans[index].linker = .absorbed
      return
    }
    if repeatsPreposition(index) {
      plans[index].linker = .absorbed
      return
    }
    // "il n’a pas d’eau", "sans utiliser d’eau".
    if units[phrases[index].head].word == .de, index > 0, phrases[index - 1].kind == .verbGroup,
      phrases[index - 1].negator != .none && phrases[index - 1].marks.contains(.negated)
        || index > 1 && isInfinitive(index - 1) && units[phrases[index - 2].head].word == .sans
          && plans[index].linker == .own,
      phrases[index + 1].first < 0
    {
      return markPartitive(index)
    }
    if planDistance(index) { return }
    guard units[phrases[index].head].word == .de else { return }
    if index > 0, phrases[index - 1].kind == .preposition,
      units[phrases[index - 1].head].word != .none,
      units[phrases[index - 1].head].word != .de
    {
      return markPartitive(index)
    }
    guard phrases[index + 1].first >= 0 else { return }
    let determiner = units[phrases[index + 1].first].word
    guard determiner == .le || determiner == .la || determiner == .les else { return }
    var previous = index - 1
    while previous > 0, phrases[previous].kind == .adverb { previous -= 1 }
    // The tagger has told "des" and "du" already, but for the object of a verb.
    if units[phrases[index + 1].first].flags.contains(.contracted) {
      // "entre la police et des manifestants": no "de" went before.
      if previous >= 1, phrases[previous].kind == .coordinator,
        phrases[previous - 1].kind == .nounPhrase, isPlural(index + 1)
      {
        return markPartitive(index)
      }
      let object = phrases[index + 1].head
      let traits = groups[object].count > 0 ? lexicon.entry(Int(groups[object].first)).traits : []
      guard previous >= 0, phrases[previous].kind == .verbGroup,
        isPlural(index + 1) || traits.contains(.mass)
      else { return }
    }
    guard previous >= 0 else {
      markPartitive(index)
      return
    }
    let before = phrases[previous]
    switch before.kind {
    case .verbGroup:
      let entry = entries[before.head]
      // "ce que l’on sait de l’attaque": the object went before.
      let hasObject = phrases[max(0, previous - 2)..<previous].contains {
        $0.kind != .subordinator && $0.units.contains { units[$0].tokens.contains(where: isQue) }
      }
      let takesObject =
        !hasObject
        && (entry < 0 || lexicon.entry(entry).linker.isEmpty
          || lexicon.entry(entry).preposition != 2 && !lemmaTakesBe(units[before.head].lemma))
      if takesObject, !before.marks.contains(.passive), !before.marks.contains(.reduced),
        !before.marks.contains(.reflexive)
      {
        markPartitive(index)
      }
    case .preposition: markPartitive(index)
    case .coordinator: if !joinsOf(previous) { markPartitive(index) }
    case .punctuation where units[before.head].mark != 0x2C: break
    case .punctuation, .subordinator:
      var next = index + 2
      while next < phrases.count, next < index + 6,
        phrases[next].kind == .preposition || phrases[next].kind == .nounPhrase
      { next += 1 }
      if next < phrases.count, phrases[next].kind == .verbGroup { markPartitive(index) }
    default: break
    }
  }

  /// Whether the coordinator at `index` follows a complement with "de": "la fin de la guerre et de la crise".
  private func joinsOf(_ index: Int) -> Bool {
    guard index >= 2, phrases[index - 1].kind == .nounPhrase else { return false }
    return phrases[index - 2].kind == .preposition && units[phrases[index - 2].head].word == .de
      && plans[index - 2].linker != .absorbed
  }

  /// "à quatre jours de l’arrivée" is "four days before the finish", "à 30 kilomètres de Paris" "30 kilometers from".
  private mutating func planDistance(_ index: Int) -> Bool {
    guard units[phrases[index].head].word == .à, index + 3 < phrases.count,
      phrases[index + 1].units.contains(where: { units[$0].isNumber }),
      phrases[index + 2].kind == .preposition, units[phrases[index + 2].head].word == .de,
      phrases[index + 3].kind == .nounPhrase,
      phrases[index + 3].first >= 0
        || units[phrases[index + 3].head].pos == .properNoun
    else { return false }
    let isTimeSpan = isTime(index + 1)
    guard isTimeSpan || engine.classes.contains(units[phrases[index + 1].head].lemma, in: .length)
    else { return false }
    plans[index].linker = .absorbed
    plans[index + 2].linker = .fixed(isTimeSpan ? .before : .from)
    return true
  }

  private func isQue(_ token: Int) -> Bool {
    FunctionWords.canonical(sentence.table.exact[token]) == Self.que
  }

  private mutating func markPartitive(_ index: Int) {
    plans[index].linker = .absorbed
    plans[index + 1].dropsDeterminer = true
  }
}
