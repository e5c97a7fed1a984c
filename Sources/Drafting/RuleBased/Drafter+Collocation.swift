internal import Bitext
internal import French

/// The noun beside a verb or an adjective, for the rows with "noun:".
extension Drafter {
  /// The lemma of the noun that the verb’s action is done to, or 0: "lever des sanctions", "les sanctions levées par",
  /// "les sanctions que l’UE a levées".
  func objectNoun(of index: Int) -> UInt64 {
    let phrase = phrases[index]
    if phrase.marks.contains(.reduced) {
      let noun = antecedent(of: index)
      return noun < 0 ? 0 : lemma(of: phrases[noun].head)
    }
    if phrase.marks.contains(.passive) || phrase.marks.contains(.reflexive) {
      let subject = plans[index].subject
      return subject < 0 ? 0 : lemma(of: phrases[subject].head)
    }
    var next = index + 1
    while next < phrases.count, next < index + 4 {
      switch phrases[next].kind {
      case .nounPhrase:
        guard !isTime(next) else { break }
        return phrases[next].marks.contains(.pronoun) ? 0 : lemma(of: phrases[next].head)
      case .adverb, .other, .adjective: break
      // "lever des fonds".
      case .preposition where units[phrases[next].head].word == .de: break
      default: next = phrases.count
      }
      next += 1
    }
    for relative in phrases[..<index].indices.suffix(3)
    where phrases[relative].kind == .relative && units[phrases[relative].head].word == .que {
      let noun = antecedent(of: relative)
      return noun < 0 ? 0 : lemma(of: phrases[noun].head)
    }
    return 0
  }

  /// "plus grand", "moins grand", "très grand".
  func isCompared(_ adjective: Int) -> Bool {
    adjective > 0 && [.plus, .moins, .très].contains(units[adjective - 1].word)
  }

  /// The lemma of a unit, of a term the first word.
  func lemma(of unit: Int) -> UInt64 {
    units[unit].isTerm ? sentence.table.exact[units[unit].tokens.lowerBound] : units[unit].lemma
  }
}
