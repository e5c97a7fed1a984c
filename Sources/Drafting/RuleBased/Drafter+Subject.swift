internal import Bitext
internal import French

extension Drafter {
  /// The noun phrase that is the subject of the verb group at `index`: the nearest one before it that no
  /// preposition or verb governs; -1 if there is none within forty phrases.
  func findSubject(of index: Int) -> Int {
    let limit = max(0, index - 40)
    var current = beforeApposition(index, limit)
    while current >= limit {
      let phrase = phrases[current]
      switch phrase.kind {
      case .nounPhrase:
        let start = chainStart(current)
        if start == 0 { return start }
        if phrases[start - 1].kind == .preposition {
          current = start - 2
          continue
        }
        // "l’incendie qui ravage la région a détruit": an object is no subject.
        var before = start - 1
        while before > limit + 1 {
          if phrases[before].kind == .adverb
            || phrases[before].kind == .preposition && phrases[before + 1].kind == .adverb
          {
            before -= 1
          } else if phrases[before].kind == .nounPhrase, phrases[before - 1].kind == .preposition {
            before -= 2
          } else {
            break
          }
        }
        guard phrases[before].kind == .verbGroup, !phrases[before].marks.contains(.reduced) else {
          return start
        }
        // "le plan visant les ports est": the participle's object.
        if phrases[before].tense == .gerund {
          current = before - 1
          continue
        }
        guard relativeBefore(before, limit) != nil else {
          // "il a lu le rapport et a changé": the subject of the first verb.
          guard index > 0, phrases[index - 1].kind == .coordinator,
            phrases[before].tense != .infinitive, !phrases[before].marks.contains(.inverted)
          else { return start }
          return plans[before].subject
        }
        current = before
        continue
      case .verbGroup:
        if phrases[index].marks.contains(.reduced) || phrase.tense == .gerund
          || phrase.marks.contains(.reduced)
        {
          break
        }
        // The verb of a relative clause: its antecedent may be the subject.
        guard let relative = relativeBefore(current, limit) else { return -1 }
        current = relative - 1
        continue
      case .relative:
        if units[phrase.head].word == .qui { return antecedent(of: current) }
        if current < index - 1 { break }
        return -1
      case .subordinator: return -1
      default: break
      }
      current -= 1
    }
    return -1
  }

  /// Where to look for the subject of the verb at `index`: before ", prix Nobel de la paix," if such a phrase in
  /// commas stands between.
  private func beforeApposition(_ index: Int, _ limit: Int) -> Int {
    func isComma(_ phrase: Int) -> Bool { units[phrases[phrase].head].mark == 0x2C }
    guard index > 3, isComma(index - 1) else { return index - 1 }
    var current = index - 2
    while current > limit {
      let phrase = phrases[current]
      if isComma(current) {
        return phrases[current - 1].kind == .nounPhrase ? current - 1 : index - 1
      }
      if phrase.kind == .verbGroup && !phrase.marks.contains(.reduced) || phrase.kind == .relative
        || phrase.kind == .subordinator || phrase.kind == .coordinator
      {
        return index - 1
      }
      current -= 1
    }
    return index - 1
  }

  private func relativeBefore(_ index: Int, _ limit: Int) -> Int? {
    var current = index - 1
    while current >= max(limit, index - 8) {
      if phrases[current].kind == .relative { return current }
      if phrases[current].kind == .verbGroup || phrases[current].kind == .subordinator {
        return nil
      }
      current -= 1
    }
    return nil
  }

  /// The first noun phrase of "N de N de N" that ends at `index`.
  private func chainStart(_ index: Int) -> Int {
    var current = index
    // "une secousse de magnitude 5,4".
    if current > 1, phrases[current].units.count == 1, units[phrases[current].head].isNumber,
      engine.classes.contains(units[phrases[current - 1].head].lemma, in: .graded)
    {
      current -= 1
    }
    while current >= 2, phrases[current - 1].kind == .preposition,
      units[phrases[current - 1].head].word == .de, phrases[current - 2].kind == .nounPhrase,
      index - current < 20
    {
      current -= 2
    }
    return current
  }

  /// The noun phrase that a relative pronoun stands for, or -1.
  func antecedent(of relative: Int) -> Int {
    var current = relative - 1
    while current >= max(0, relative - 4) {
      if phrases[current].kind == .nounPhrase {
        // "l’auteur de l’attentat de Nice qui a fui": a place does nothing.
        var owner = current
        while owner >= 2, isPlaceTerm(owner), phrases[owner - 1].kind == .preposition,
          phrases[owner - 2].kind == .nounPhrase
        {
          owner -= 2
        }
        return owner
      }
      if phrases[current].kind == .verbGroup { return -1 }
      if units[phrases[current].head].mark == UInt8(ascii: ":") { return -1 }
      current -= 1
    }
    return -1
  }

  func isPlaceTerm(_ index: Int) -> Bool {
    let unit = units[phrases[index].head]
    return unit.isTerm && sentence.matches[Int(unit.term)].kind == .place
  }

  func isHuman(_ unit: Int) -> Bool {
    let value = units[unit]
    if value.isTerm {
      let match = sentence.matches[Int(value.term)]
      return match.kind == .person || match.kind == .honorific || match.kind == .office
        || match.morphology.contains(.human)
    }
    if value.morphology.contains(.human) { return true }
    // A name that no row knows and no article precedes is a person’s more often than a thing’s.
    if value.pos == .properNoun, groups[unit].count == 0, !isAcronym(value),
      unit == 0 || units[unit - 1].pos != .determiner
    {
      return true
    }
    guard groups[unit].count > 0 else { return false }
    return lexicon.entry(Int(groups[unit].first)).traits.contains(.human)
  }

  /// "UBS", "BSkyB": a name with two capitals or more before its last letter is nobody’s, but for "McCain".
  private func isAcronym(_ unit: SyntaxUnit) -> Bool {
    let first = unit.tokens.lowerBound
    guard unit.tokens.count == 1 else { return false }
    let bytes = sentence.text[
      Int(sentence.table.start[first])..<Int(sentence.table.end[first])]
    let capitals = bytes.count { 0x41...0x5A ~= $0 }
    return capitals > 1 && !bytes.contains(0x2D) && !bytes.contains(0x27)
      && (bytes.count < 5 || !bytes.starts(with: "Mc".utf8) && !bytes.starts(with: "Mac".utf8))
      && (capitals < bytes.count || bytes.count < 6)
  }

  func pronounIsHuman(_ word: FunctionWord) -> Bool? {
    switch word {
    case .je, .tu, .on, .nous, .vous: true
    case .il: context.sinceMasculineThing > 1 || context.sinceMan <= context.sinceMasculineThing
    case .elle: context.sinceFeminineThing > 2 || context.sinceWoman < context.sinceFeminineThing
    case .ils, .elles: nil
    default: false
    }
  }

  /// Whether the noun phrase names a time that works as an adverb: "lundi", "la semaine dernière".
  func isTime(_ index: Int) -> Bool {
    let head = phrases[index].head
    let unit = units[head]
    if unit.isTerm {
      let kind = sentence.matches[Int(unit.term)].kind
      return kind == .date || kind == .time
    }
    return isTimeNoun(head)
  }

  func isTimeNoun(_ unit: Int) -> Bool {
    if units[unit].morphology.contains(.time) { return true }
    guard groups[unit].count > 0, units[unit].pos == .noun else { return false }
    return lexicon.entry(Int(groups[unit].first)).traits.contains(.time)
  }

  /// Whether English treats the head of the phrase as plural.
  func isPlural(_ index: Int) -> Bool {
    let phrase = phrases[index]
    let unit = units[phrase.head]
    if unit.isTerm {
      let match = sentence.matches[Int(unit.term)]
      return match.isPlural
        || match.syntax == .noun && match.morphology.contains(.plural)
          && !match.morphology.contains(.singular)
    }
    if entries[phrase.head] >= 0 {
      let traits = lexicon.entry(entries[phrase.head]).traits
      if traits.contains(.englishPlural) { return true }
      if traits.contains(.mass) { return false }
    }
    if phrase.first >= 0, units[phrase.first].word != .none || units[phrase.first].tokens.count == 1
    {
      let morphology = units[phrase.first].morphology
      if morphology.contains(.plural) != morphology.contains(.singular) {
        return morphology.contains(.plural)
      }
    }
    if isCounted(index) { return true }
    return unit.morphology.contains(.plural) && !unit.morphology.contains(.singular)
  }

  /// The last of several: "la France et l’Italie" are two.
  func endsList(_ index: Int) -> Bool {
    index > 1 && phrases[index - 1].kind == .coordinator
      && units[phrases[index - 1].head].word == .et
      && phrases[index - 2].kind == .nounPhrase
  }

  /// "le nombre de cas", "plus de pays": many, where the noun itself does not tell.
  private func isCounted(_ index: Int) -> Bool {
    let phrase = phrases[index]
    let tokens = units[phrase.head].tokens
    guard units[phrase.head].pos == .noun,
      let last = sentence.text[..<Int(sentence.table.end[tokens.lowerBound])].last,
      tokens.count > 1 || last == UInt8(ascii: "s") || last == UInt8(ascii: "x")
        || last == UInt8(ascii: "z")
    else { return false }
    if phrase.first >= 0 { return units[phrase.first].tokens.count > 1 }
    return index > 1 && phrases[index - 1].kind == .preposition
      && units[phrases[index - 1].head].word == .de
      && engine.classes.contains(units[phrases[index - 2].head].lemma, in: .counting)
  }
}
