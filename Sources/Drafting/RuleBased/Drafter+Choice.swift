internal import Bitext
internal import French

/// What stands around a word, for the choice among its entries.
struct Surroundings {
  /// A preposition that the word may govern.
  struct Candidate {
    var phrase: Int
    /// Its number in `LexiconRow.prepositions`.
    var preposition: UInt8
    var hasInfinitive: Bool
  }

  var candidates: [Candidate] = []
  var hasObject = false
  /// The phrase of an infinitive without preposition, or -1.
  var infinitive = -1
  var hasClause = false
  var isReflexive = false
  var isPlural = false
  var isHuman: Bool?
  /// An adjective before or after its noun.
  var isBefore: Bool?
  var context: RowCondition = []
  /// A noun that is somebody's.
  var isPossessed = false
  var hasNationality = false
  var hasHumanObject = false
  var isPassive = false
  /// A verb with "le" or "l’" as its object.
  var hasClitic = false
  /// A verb with "en" or "y" before it.
  var hasThereof = false
  var hasThereto = false
  /// The noun of an adjective, the object of a verb or its subject in the passive: its lemma, or 0.
  var noun: UInt64 = 0
  /// An adjective with "plus", "moins" or "très".
  var isCompared = false
  var isNegated = false
}

extension Drafter {
  struct Choice {
    var entry: Int
    /// The preposition taken by the entry, as an index of `candidates`; -1 if none.
    var candidate: Int
  }

  /// The first entry of `group` whose conditions hold in `around`; its last if none does.
  func choose(_ group: BilingualLexicon.Group, _ around: Surroundings, near unit: Int) -> Choice {
    for index in group.range {
      let entry = lexicon.entry(index)
      let condition = entry.condition
      if condition.isEmpty { return Choice(entry: index, candidate: -1) }
      var candidate = -1
      if condition.contains(.preposition) {
        let wantsInfinitive = condition.contains(.infinitive)
        guard
          let found = around.candidates.firstIndex(where: {
            $0.preposition == entry.preposition && $0.hasInfinitive == wantsInfinitive
          })
        else { continue }
        candidate = found
      } else if condition.contains(.infinitive), around.infinitive < 0,
        !around.candidates.contains(where: { $0.hasInfinitive })
      {
        continue
      }
      if holds(condition, entry, around, near: unit) {
        return Choice(entry: index, candidate: candidate)
      }
    }
    return Choice(entry: Int(group.first) + Int(group.count) - 1, candidate: -1)
  }

  private func holds(
    _ condition: RowCondition, _ entry: LexiconEntry, _ around: Surroundings, near unit: Int
  ) -> Bool {
    if condition.contains(.object), !around.hasObject { return false }
    if condition.contains(.noObject), around.hasObject { return false }
    if condition.contains(.clause), !around.hasClause { return false }
    if condition.contains(.reflexive), !around.isReflexive { return false }
    if condition.contains(.plural), !around.isPlural { return false }
    if condition.contains(.human), around.isHuman != true { return false }
    if condition.contains(.notHuman), around.isHuman != false { return false }
    if condition.contains(.possessed), !around.isPossessed { return false }
    if condition.contains(.national), !around.hasNationality { return false }
    if condition.contains(.passive), !around.isPassive { return false }
    if condition.contains(.negated), !around.isNegated { return false }
    if condition.contains(.clitic), !around.hasClitic { return false }
    if condition.contains(.thereof), !around.hasThereof { return false }
    if condition.contains(.thereto), !around.hasThereto { return false }
    if condition.contains(.humanObject), !around.hasHumanObject { return false }
    // "jouer de la guitare", but not "jouer un rôle de médiateur".
    if condition.contains(.preposition), entry.preposition == 2, around.hasObject,
      condition.isDisjoint(with: [.infinitive, .object]), entry.linker.isEmpty, entry.pos == .verb
    {
      return false
    }
    if condition.contains(.before), around.isBefore != true { return false }
    if condition.contains(.after), around.isBefore != false { return false }
    let places: RowCondition = [.place, .time, .person, .motion, .number]
    if !around.context.isSuperset(of: condition.intersection(places)) { return false }
    if condition.contains(.noun) {
      // "le plus grand groupe" is "the largest", never "the most major".
      return around.noun != 0 && entry.nearby.contains(around.noun)
        && !(around.isCompared && entry.form(1).starts(with: "more ".utf8))
    }
    if condition.contains(.near) { return isNear(entry.nearby, unit) }
    return true
  }

  /// Whether one of the lemmas stands within twenty-four units.
  private func isNear(_ lemmas: [UInt64], _ unit: Int) -> Bool {
    let range = max(0, unit - 24)..<min(units.count, unit + 24)
    return range.contains { other in
      guard other != unit else { return false }
      // The words of a term count as well: "la Ligue des champions".
      if units[other].isTerm {
        return units[other].tokens.contains { lemmas.contains(sentence.table.exact[$0]) }
      }
      return lemmas.contains(units[other].lemma)
    }
  }

  static func prepositionNumber(_ word: FunctionWord) -> UInt8 {
    switch word {
    case .à: 1
    case .de: 2
    case .sur: 3
    case .contre: 4
    case .avec: 5
    case .en: 6
    case .pour: 7
    case .par: 8
    case .dans: 9
    case .entre: 10
    case .vers: 11
    default: 0
    }
  }
}
