internal import Bitext
internal import French

/// What a verb expression needs about it: a pronoun before, an infinitive after.
extension ExpressionMatcher {
  /// "l’emporter sur" needs its "l’", "en venir aux mains" its "en".
  func hasClitic(_ found: Found, before start: Int, _ units: [SyntaxUnit]) -> Bool {
    var needed: RowCondition = [.clitic, .thereof, .thereto]
    for index in found.group.range { needed.formIntersection(lexicon.entry(index).condition) }
    guard !needed.isEmpty else { return true }
    var index = start - 1
    while index >= max(0, start - 3), units[index].isVerb || units[index].pos == .adverb {
      index -= 1
    }
    guard index >= 0 else { return false }
    switch units[index].word {
    case .le: return needed == .clitic
    case .en: return needed == .thereof
    case .y: return needed == .thereto
    default: return false
    }
  }

  /// A row for an infinitive needs one: "accepter de partir", "donner l’ordre de tirer".
  func hasInfinitive(_ found: Found, _ units: [SyntaxUnit]) -> Bool {
    let needsInfinitive = found.group.range.allSatisfy {
      let condition = lexicon.entry($0).condition
      return condition.contains(.infinitive)
        && (!condition.contains(.preposition) || isLast(found.end, units))
    }
    guard needsInfinitive else { return true }
    return units[found.end...].prefix(5).contains { $0.isInfinitive }
  }

  /// «être partie à un traité» needs its preposition where its noun may be a participle: «elle est partie».
  func hasPreposition(_ found: Found, after start: Int, _ units: [SyntaxUnit]) -> Bool {
    guard units[start].word == .être,
      units[(start + 1)..<found.end].contains(where: \.isPastParticiple),
      found.group.range.allSatisfy({ lexicon.entry($0).condition.contains(.preposition) })
    else { return true }
    return found.end < units.count
      && found.group.range.contains {
        lexicon.entry($0).preposition == Drafter.prepositionNumber(units[found.end].word)
      }
  }

  private func isLast(_ index: Int, _ units: [SyntaxUnit]) -> Bool {
    index >= units.count || units[index].mark != 0
  }

  /// "se demander si" needs its pronoun.
  func hasReflexive(_ found: Found, before start: Int, _ units: [SyntaxUnit]) -> Bool {
    let isReflexive = found.group.range.allSatisfy {
      lexicon.entry($0).condition.contains(.reflexive)
    }
    guard isReflexive else { return true }
    var index = start - 1
    while index >= max(0, start - 6) {
      switch units[index].word {
      case .se: return true
      case .me, .te, .nous, .vous: return isOwn(index, units)
      default: break
      }
      let isBetween =
        units[index].isVerb || units[index].pos == .adverb || units[index].pos == .pronoun
      guard isBetween, !units[index].isTerm else { return false }
      index -= 1
    }
    return false
  }

  /// "vous me demandez": the pronoun at `index` is that of another than the subject before it, if one is.
  private func isOwn(_ index: Int, _ units: [SyntaxUnit]) -> Bool {
    var subject = index - 1
    if subject >= 0, units[subject].word == .ne { subject -= 1 }
    guard subject >= 0 else { return true }
    switch units[subject].word {
    case .je: return units[index].word == .me
    case .tu: return units[index].word == .te
    case .nous: return units[index].word == .nous
    case .vous: return units[index].word == .vous
    case .il, .elle, .on, .ils, .elles, .ce, .cela, .ça, .qui: return false
    default: return true
    }
  }

  /// Whether the verb before `index` has a complement with "de" but no object: "s’agir", "disposer".
  func verbTakesDe(before index: Int, _ units: [SyntaxUnit]) -> Bool {
    guard index > 0, units[index - 1].isVerb else { return false }
    let isReflexive = index > 1 && units[index - 2].word == .se
    let rows = lexicon.group(units[index - 1].lemma, .verb).range.map(lexicon.entry)
    return rows.contains { row in
      let condition = row.condition
      return condition.contains(.preposition) && row.preposition == 2
        && condition.isDisjoint(with: [.infinitive, .object])
        && condition.contains(.reflexive) == isReflexive
        && !row.linker.elementsEqual("from".utf8)
    }
  }
}
