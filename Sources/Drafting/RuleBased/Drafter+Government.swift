internal import Bitext
internal import French

/// What follows a word that governs: prepositions, objects, infinitives, clauses.
extension Drafter {
  /// The prepositions, object and infinitive that follow the phrase at `index`.
  func surroundings(after index: Int, isVerb: Bool) -> Surroundings {
    var around = Surroundings()
    var next = index + 1
    var isFresh = true
    var sawPreposition = false
    while next < phrases.count, next < index + 12 {
      let phrase = phrases[next]
      switch phrase.kind {
      case .nounPhrase:
        if isVerb, isFresh, !isTime(next) { around.hasObject = true }
        if !isVerb, isFresh { return around }
        isFresh = false
      case .preposition:
        let number = Self.prepositionNumber(units[phrase.head].word)
        let hasInfinitive = infinitiveAfter(next) >= 0
        let isComplementOfNoun =
          !isFresh && units[phrase.head].word == .de && !hasInfinitive
          && phrases[next - 1].kind == .nounPhrase && sawPreposition
        sawPreposition = true
        // "parler de façon claire": nothing that the verb governs.
        let isManner =
          units[phrase.head].word == .de && next + 1 < phrases.count && isMannerNoun(next + 1)
        if number > 0, !isComplementOfNoun, !isManner {
          around.candidates.append(
            .init(phrase: next, preposition: number, hasInfinitive: hasInfinitive))
        }
        if !isVerb {
          // "la livraison d’armes à Kiev": past a bare complement.
          guard next == index + 1, number == 2, next + 2 < phrases.count,
            phrases[next + 1].kind == .nounPhrase, phrases[next + 1].first < 0,
            phrases[next + 2].kind == .preposition, units[phrases[next + 2].head].word == .à
          else { return around }
          next += 2
          continue
        }
        isFresh = false
        if hasInfinitive { return around }
      case .verbGroup:
        // "avouer à la police avoir menti": the person stands between.
        let followsPerson =
          isVerb && next == index + 3 && around.candidates.count == 1
          && around.candidates[0].preposition == 1
        if isFresh || followsPerson, isInfinitive(next) { around.infinitive = next }
        return around
      case .subordinator:
        if isFresh, units[phrase.head].word == .que { around.hasClause = true }
        return around
      case .adverb: break
      // "demander aux parties et aux élus de partir".
      case .coordinator where isVerb && repeatsCandidate(next + 1, around): next += 1
      case .adjective: isFresh = false
      case .other where units[phrase.head].isAbsorbed: break
      default: return around
      }
      next += 1
    }
    return around
  }

  /// Whether a preposition stands at `index` that is the last candidate's again.
  private func repeatsCandidate(_ index: Int, _ around: Surroundings) -> Bool {
    guard index + 1 < phrases.count, let last = around.candidates.last, last.preposition == 1,
      !last.hasInfinitive, phrases[index].kind == .preposition
    else { return false }
    return Self.prepositionNumber(units[phrases[index].head].word) == last.preposition
      && phrases[index + 1].kind == .nounPhrase
  }

  /// The infinitive after a preposition, past an opening quotation mark; -1 if there is none.
  func infinitiveAfter(_ preposition: Int) -> Int {
    var next = preposition + 1
    if next < phrases.count, phrases[next].kind == .punctuation,
      units[phrases[next].head].mark != 0x2C
    {
      next += 1
    }
    return next < phrases.count && isInfinitive(next) ? next : -1
  }

  func isInfinitive(_ index: Int) -> Bool {
    phrases[index].kind == .verbGroup && phrases[index].tense == .infinitive
  }

  /// Records an entry and gives its linker to the preposition it governs.
  mutating func apply(_ choice: Choice, _ around: Surroundings, unit: Int) {
    entries[unit] = choice.entry
    guard choice.candidate >= 0 else { return }
    let candidate = around.candidates[choice.candidate]
    let entry = lexicon.entry(choice.entry)
    guard candidate.phrase >= 0 else { return }
    plans[candidate.phrase].linker = entry.linker.isEmpty ? .absorbed : .entry(choice.entry)
    if candidate.hasInfinitive {
      request(entry.complement, of: infinitiveAfter(candidate.phrase), linker: candidate.phrase)
    }
  }

  /// Asks the infinitive at `phrase` for the form that `complement` names.
  mutating func request(_ complement: EnglishComplement, of phrase: Int, linker: Int) {
    guard plans.indices.contains(phrase) else { return }
    switch complement {
    case .none: return
    case .infinitive: plans[phrase].nonfinite = .to
    case .gerund: plans[phrase].nonfinite = .gerund
    case .bare: plans[phrase].nonfinite = .bare
    }
  }
}
