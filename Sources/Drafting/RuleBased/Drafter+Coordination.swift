internal import Bitext
internal import French

/// What conjuncts share: "les ports d’Odessa et de Mykolaïv" is "the ports of Odesa and Mykolaiv".
extension Drafter {
  /// Whether the preposition at `index` repeats that of the conjunct before "et" or "ou", so that English has it
  /// once: "en France et en Italie", "la fin de la guerre et de la crise".
  func repeatsPreposition(_ index: Int) -> Bool {
    guard index >= 3, phrases[index].kind == .preposition else { return false }
    let joint = units[phrases[index - 1].head]
    let word = units[phrases[index].head].word
    guard word == .de || word == .à || word == .en,
      phrases[index - 1].kind == .coordinator && (joint.word == .et || joint.word == .ou)
        || joint.mark == 0x2C && isListed(index, word)
    else { return false }
    // "une journée de grève et de manifestations" has its first "de" inside an expression.
    if word == .de, phrases[index - 2].kind == .nounPhrase, !units[phrases[index - 2].head].isTerm,
      units[phrases[index - 2].head].tokens.dropFirst().dropLast().contains(where: isDe)
    {
      return true
    }
    guard let first = governor(of: index - 2, by: word) else { return false }
    return !plans[first + 1].dropsDeterminer
  }

  /// "de vol, de fraude et de corruption": whether the list goes on to "et" and the same preposition.
  private func isListed(_ index: Int, _ word: FunctionWord) -> Bool {
    var next = index + 1
    while next + 1 < phrases.count, next < index + 9 {
      switch phrases[next].kind {
      case .coordinator:
        return phrases[next + 1].kind == .preposition && units[phrases[next + 1].head].word == word
      case .nounPhrase, .preposition, .adjective: break
      case .punctuation where units[phrases[next].head].mark == 0x2C: break
      default: return false
      }
      next += 1
    }
    return false
  }

  /// The preposition `word` that governs the noun phrase at `index`, directly or past its complements, or nil.
  private func governor(of index: Int, by word: FunctionWord) -> Int? {
    var current = index
    var steps = 0
    while current > 0, phrases[current].kind == .nounPhrase, steps < 4 {
      let before = current - 1
      if phrases[before].kind == .preposition {
        let preposition = units[phrases[before].head]
        if preposition.word == word { return before }
        // "à la demande de la France et de l’Italie".
        if word == .de, preposition.tokens.count > 1, let last = preposition.tokens.last,
          isDe(last) || isDe(last - 1)
        {
          return before
        }
        current = before - 1
        steps += 1
      } else if phrases[before].kind == .coordinator || units[phrases[before].head].mark == 0x2C {
        // "de la paix, de la guerre et de la crise".
        current = before - 1
        steps += 1
      } else {
        return nil
      }
    }
    return nil
  }

  private func isDe(_ token: Int) -> Bool {
    FunctionWords.word(FunctionWords.canonical(sentence.table.exact[token])) == .de
      || sentence.table.exact[token] == UnitBuilder.fused
      || sentence.table.exact[token] == UnitBuilder.fusedPlural
  }

  /// The bare noun that "et de" joins to the complement at `index`: "travaux de construction et de développement";
  /// nil if none.
  func conjunctOfComplement(_ index: Int) -> Int? {
    guard index + 3 < phrases.count, phrases[index + 1].kind == .coordinator,
      phrases[index + 2].kind == .preposition, units[phrases[index + 2].head].word == .de,
      phrases[index + 3].kind == .nounPhrase
    else { return nil }
    return index + 3
  }

  /// The name that "et" joins to the one at `index`: "Macron" of "Aubry et Macron"; nil if none.
  func conjunctOfName(_ index: Int) -> Int? {
    guard index + 2 < phrases.count, phrases[index + 1].kind == .coordinator,
      phrases[index + 2].kind == .nounPhrase, phrases[index + 2].first < 0,
      phrases[index + 2].units.allSatisfy({ units[$0].pos == .properNoun })
    else { return nil }
    return index + 2
  }

  /// The phrase after "et" or "ou" that has a complement for both: "les jours et les mois qui ont suivi".
  func sharesComplement(after index: Int) -> Bool {
    guard index + 2 < phrases.count, phrases[index + 1].kind == .coordinator,
      phrases[index + 2].kind == .nounPhrase, phrases[index + 2].first >= 0,
      !phrases[index + 2].marks.contains(.pronoun)
    else { return false }
    return hasOwnComplement(after: index + 2)
  }

  /// The form an infinitive takes from the one it is joined to: "il peut venir et parler" is "come and speak".
  func conjoinedMood(_ index: Int) -> EnglishTense.Mood? {
    guard index > 0, let written = lastInfinitive, written.phrase < index else { return nil }
    let before = phrases[index - 1]
    guard before.kind == .coordinator || units[before.head].mark == 0x2C else { return nil }
    for phrase in phrases[written.phrase + 1..<index]
    where phrase.kind == .verbGroup && phrase.tense != .infinitive
      || phrase.kind == .subordinator || phrase.kind == .relative
    {
      return nil
    }
    switch written.mood {
    case .to: return before.kind == .coordinator ? .bare : .to
    default: return written.mood
    }
  }
}
