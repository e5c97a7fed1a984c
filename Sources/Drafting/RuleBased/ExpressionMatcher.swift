internal import Bitext
internal import French

/// Joins the words of expressions into one unit: "mettre en garde", "à la suite de", "parce que".
///
/// Verb expressions may have adverbs or an object between verb and rest: "prendre rapidement en charge",
/// "mettre les habitants en garde"; the rest is then marked as absorbed.
struct ExpressionMatcher {
  let lexicon: BilingualLexicon
  private static let maximumGap = 6
  private static let de = FormHash.of("de".utf8)
  private static let le = FormHash.of("le".utf8)
  private static let les = FormHash.of("les".utf8)
  private static let son = FormHash.of("son".utf8)
  private static let sa = FormHash.of("sa".utf8)
  private static let ses = FormHash.of("ses".utf8)

  struct Found {
    var group: BilingualLexicon.Group
    var end: Int
    /// Units of the rest, after a gap; empty when contiguous.
    var rest: Range<Int>
  }

  /// Merges expressions in `units`; `groups` gets the entries of each unit.
  func match(_ units: inout [SyntaxUnit], _ groups: inout [BilingualLexicon.Group]) {
    var result: [SyntaxUnit] = []
    result.reserveCapacity(units.count)
    groups.removeAll(keepingCapacity: true)
    var index = 0
    var absorbed = IndexMarks()
    while index < units.count {
      if absorbed.contains(index) {
        var unit = units[index]
        unit.isAbsorbed = true
        unit.pos = .particle
        unit.word = .none
        result.append(unit)
        groups.append(.none)
        index += 1
        continue
      }
      let isVerb = units[index].isVerb
      if !units[index].isTerm, units[index].pos != .punctuation, !isNoLonger(index, units),
        let found = longest(at: index, units)
      {
        var unit = units[index]
        if found.rest.isEmpty {
          unit.tokens = unit.tokens.lowerBound..<units[found.end - 1].tokens.upperBound
        } else {
          for part in found.rest { absorbed.insert(part) }
        }
        var group = found.group
        if !isVerb || lexicon.entry(Int(group.first)).pos != .verb {
          group = part(of: group, from: index, before: found.end, units)
          adopt(group, from: units[index..<found.end], &unit)
        }
        result.append(unit)
        groups.append(group)
        index = found.rest.isEmpty ? found.end : index + 1
        continue
      }
      groups.append(units[index].isTerm ? .none : group(of: units[index]))
      result.append(units[index])
      index += 1
    }
    units = result
  }

  /// "n’a plus d’argent", "n’a plus que dix jours": after "ne" and its verb "plus" is no amount.
  private func isNoLonger(_ index: Int, _ units: [SyntaxUnit]) -> Bool {
    guard units[index].word == .plus, index + 2 < units.count,
      units[index + 1].word == .que
        || units[index + 1].word == .de && !units[index + 2].isNumber
    else { return false }
    var hasVerb = false
    for before in stride(from: index - 1, through: max(0, index - 6), by: -1) {
      let unit = units[before]
      if unit.word == .ne { return hasVerb }
      if [.pas, .jamais, .guère].contains(unit.word) { return false }
      guard unit.isVerb || unit.pos == .pronoun || unit.pos == .adverb else { return false }
      hasVerb = hasVerb || unit.isVerb
    }
    return false
  }

  /// The entries of a single word: by its lemma, else by its form, else as a part of speech close to its own.
  private func group(of unit: SyntaxUnit) -> BilingualLexicon.Group {
    let pos: PartOfSpeech = unit.pos == .auxiliary ? .verb : unit.pos
    guard pos != .punctuation else { return .none }
    if unit.isPastParticiple, unit.pos == .adjective || unit.role == .postmodifier {
      let group = lexicon.group(unit.lemma, .adjective)
      if group.count > 0 { return group }
    }
    var group = lexicon.group(unit.lemma, pos)
    if group.count > 0 { return group }
    group = lexicon.group(unit.form, pos)
    if group.count > 0 { return group }
    if pos == .properNoun { return .none }
    for other in Self.neighbors[Int(pos.rawValue)] {
      group = lexicon.group(unit.lemma, other)
      if group.count > 0 { return group }
      group = lexicon.group(unit.form, other)
      if group.count > 0 { return group }
    }
    return .none
  }

  /// Parts of speech to look a word up as when its own has no row, by raw value.
  private static let neighbors: [[PartOfSpeech]] = PartOfSpeech.allCases.map { pos in
    switch pos {
    case .adjective: [.noun, .verb, .determiner, .adverb, .numeral]
    case .noun: [.adjective, .adverb]
    case .adverb: [.adjective, .adposition, .coordinator, .subordinator, .pronoun]
    case .adposition: [.subordinator, .adverb]
    case .subordinator: [.adposition, .adverb, .coordinator]
    case .coordinator: [.adverb, .subordinator]
    case .determiner: [.adjective, .pronoun, .numeral]
    case .pronoun: [.determiner, .adverb, .numeral, .adjective]
    case .numeral: [.noun, .adjective]
    case .verb: [.adjective]
    case .other, .interjection: [.adverb, .noun, .adjective]
    default: []
    }
  }

  /// The rows that fit what follows, of an expression that is a preposition or an adverb, a determiner or a pronoun:
  /// "en attendant une décision", but "en attendant, il reste".
  private func part(
    of group: BilingualLexicon.Group, from head: Int, before index: Int, _ units: [SyntaxUnit]
  ) -> BilingualLexicon.Group {
    let parts = group.range.map { lexicon.entry($0).pos }
    guard let first = parts.first, parts.contains(where: { $0 != first }) else { return group }
    // "jusqu’au 15 septembre", whose article is absorbed.
    var index = index
    while index < units.count, units[index].isAbsorbed { index += 1 }
    let hasObject =
      index < units.count
      && (units[index].isTerm || units[index].isNominal || units[index].isAdjective
        || units[index].isNumber
        || units[index].pos == .determiner || units[index].pos == .pronoun
        || units[index].isVerb && !units[index].isFinite)
    let wanted: Set<PartOfSpeech> =
      hasObject ? [.adposition, .determiner] : [.adverb, .pronoun, .noun, .adjective]
    guard var start = parts.firstIndex(where: wanted.contains) else { return group }
    // "gagner à domicile" is "win at home", "une victoire à domicile" "a home win".
    if !hasObject, parts[start] == .adjective, head > 0, units[head - 1].isVerb,
      units[head - 1].word != .être, let adverb = parts.firstIndex(of: .adverb)
    {
      start = adverb
    }
    let count = parts[start...].prefix { $0 == parts[start] }.count
    return BilingualLexicon.Group(
      first: group.first + UInt32(start), count: UInt16(count))
  }

  /// An expression takes its part of speech from its row, and number from the word of that part of speech.
  private func adopt(
    _ group: BilingualLexicon.Group, from parts: ArraySlice<SyntaxUnit>, _ unit: inout SyntaxUnit
  ) {
    let pos = lexicon.entry(Int(group.first)).pos
    if let head = parts.first(where: { $0.pos == pos }) {
      unit.morphology = head.morphology
    }
    unit.pos = pos
    if pos != .verb { unit.word = .none }
    if pos == .subordinator || pos == .adposition { unit.lemma = 0 }
  }

  /// The longest expression at `start` that the sentence lets stand; where it does not, the next shorter one.
  private func longest(at start: Int, _ units: [SyntaxUnit]) -> Found? {
    var limit = units.count
    while limit > start + 1, let found = longest(at: start, units, limit) {
      if accepts(found, at: start, units) { return found }
      limit = found.end - 1
    }
    return nil
  }

  private func longest(at start: Int, _ units: [SyntaxUnit], _ limit: Int) -> Found? {
    let heads = [units[start].form, units[start].lemma]
    var best: Found?
    for (turn, head) in heads.enumerated() where turn == 0 || head != heads[0] {
      var node = lexicon.child(of: 0, head)
      if node == 0, head == UnitBuilder.fusedPlural || head == UnitBuilder.fused {
        let half = lexicon.child(of: 0, Self.de)
        node =
          half == 0 ? 0 : lexicon.child(of: half, head == UnitBuilder.fused ? Self.le : Self.les)
      }
      guard node != 0 else { continue }
      let isInflected = turn == 1 && !units[start].isVerb
      walk(from: node, at: start + 1, units, &best, isInflected: isInflected, limit: limit)
      // "étant donné que" by its form, "donner lieu à" by its lemma.
      let isForm = turn == 0 && units[start].isVerb && units[start].form != units[start].lemma
      // "elle a été mise en place" is no noun.
      if isForm, let found = best,
        [.verb, .noun].contains(lexicon.entry(Int(found.group.first)).pos)
      {
        best = nil
      }
      if units[start].isVerb, !isForm { walkWithGap(from: node, start, units, &best, limit) }
    }
    return best
  }

  /// A verb row needs a verb; other rows must not start with a verb that is one here.
  private func accepts(_ found: Found, at start: Int, _ units: [SyntaxUnit]) -> Bool {
    guard found.group.count > 0 else { return false }
    let pos = lexicon.entry(Int(found.group.first)).pos
    // "le nombre de morts" has its determiner already.
    if pos == .determiner, start > 0, units[start - 1].pos == .determiner, !units[start - 1].isTerm
    {
      return false
    }
    // "il ne reste que trois jours" has nothing to do with "reste que".
    if pos == .subordinator, units[found.end - 1].form == Drafter.que, units[start].isVerb,
      units[max(0, start - 2)..<start].contains(where: { $0.word == .ne })
    {
      return false
    }
    // "c’est ce que dit la presse" asks nothing: "est-ce que" has its hyphen.
    if pos == .subordinator, units[start].word == .être, start + 1 < units.count,
      !units[start + 1].flags.contains(.hyphenBefore)
    {
      return false
    }
    // "il n’exclut pas de partir".
    if pos == .determiner, found.end < units.count, units[found.end].isVerb,
      units[found.end].morphology.contains(.infinitive)
    {
      return false
    }
    // "les chiffres d’autres pays": the preposition is the noun's.
    if pos == .determiner, start > 0, units[start].word == .de, units[start - 1].isNominal {
      return false
    }
    // "il ne s’agit pas de cela": the preposition is the verb's.
    if pos == .determiner, units[start].word == .pas, verbTakesDe(before: start, units) {
      return false
    }
    // "en train de partir", but "le trajet en train de Lyon".
    if pos == .adposition, lexicon.entry(Int(found.group.first)).form(0).elementsEqual("-".utf8),
      found.end < units.count,
      !units[found.end...].prefix(4).contains(where: {
        $0.isVerb && $0.morphology.contains(.infinitive)
      })
    {
      return false
    }
    // "l’annulation de près de la moitié": not "closely".
    if pos == .adverb, units[start].word == .de, found.end < units.count,
      units[found.end].word == .de
    {
      return false
    }
    // "les autres pays", "ce dernier mot": the adjective is the noun's.
    if pos == .pronoun, units[found.end - 1].isAdjective, precedesNoun(found.end, units) {
      return false
    }
    // "elle le leur a promis": two pronouns, not "theirs".
    if pos == .pronoun, [.le, .la, .les].contains(units[start].word), found.end < units.count,
      units[start].pos == .pronoun, units[found.end].isVerb
    {
      return false
    }
    guard pos == .verb else { return true }
    // "il y a un effet" has nothing but its noun.
    if units[start].word == .avoir, start > 0, units[start - 1].word == .y { return false }
    guard units[start].isVerb, hasReflexive(found, before: start, units),
      hasClitic(found, before: start, units), hasInfinitive(found, units),
      hasPreposition(found, after: start, units)
    else { return false }
    let end = found.end
    guard end < units.count, found.rest.isEmpty, units[end - 1].pos == .noun else { return true }
    // "prendre la décision finale", "soumettre un projet de loi": the noun has modifiers of its own.
    if units[end].isAdjective { return false }
    guard units[end].word == .de else { return true }
    var noun: Found?
    let node = lexicon.child(of: 0, units[end - 1].lemma)
    if node != 0 { walk(from: node, at: end, units, &noun) }
    return noun == nil
  }

  /// Whether a noun stands at `index`, or adjectives and a noun.
  private func precedesNoun(_ index: Int, _ units: [SyntaxUnit]) -> Bool {
    var index = index
    while index < units.count, units[index].isAdjective || units[index].isNumber { index += 1 }
    return index < units.count && units[index].pos == .noun
  }

  /// Follows the trie over adjacent units, forms before lemmas.
  ///
  /// `isInflected` says that a word before matched by its lemma alone. Such a match is no adverb, preposition,
  /// conjunction or determiner, which never change: "de nouvelles mesures" does not begin with "de nouveau".
  private func walk(
    from node: UInt32, at start: Int, _ units: [SyntaxUnit], _ best: inout Found?, gapEnd: Int = -1,
    isInflected: Bool = false, limit: Int = .max
  ) {
    var node = node
    var index = start
    var isInflected = isInflected
    while index < min(limit, units.count) {
      let unit = units[index]
      if unit.isTerm || unit.pos == .punctuation { return }
      var next = lexicon.child(of: node, unit.form)
      // "apporter des précisions" before "apporter une précision".
      if next == 0, unit.form == UnitBuilder.fusedPlural || unit.form == UnitBuilder.fused {
        let half = lexicon.child(of: node, Self.de)
        if half != 0 {
          next = lexicon.child(of: half, unit.form == UnitBuilder.fused ? Self.le : Self.les)
        }
      }
      if next == 0, unit.pos == .determiner { next = possessive(of: node, unit) }
      if next == 0, unit.lemma != unit.form {
        next = lexicon.child(of: node, unit.lemma)
        if next != 0, !unit.isVerb { isInflected = true }
      }
      guard next != 0 else { return }
      node = next
      index += 1
      let group = lexicon.expression(at: node)
      if group.count > 0, best.map({ index > $0.end }) ?? true,
        !(isInflected && isInvariable(lexicon.entry(Int(group.first)).pos))
      {
        best = Found(group: group, end: index, rest: gapEnd >= 0 ? gapEnd..<index : 0..<0)
      }
    }
  }

  /// The child of `node` by "son", "sa" or "ses" for another owner’s word: "faire leurs adieux".
  private func possessive(of node: UInt32, _ unit: SyntaxUnit) -> UInt32 {
    switch unit.word {
    case .mon, .ma, .ton, .ta, .notre, .votre, .leur, .son, .sa:
      let child = lexicon.child(of: node, Self.son)
      return child != 0 ? child : lexicon.child(of: node, Self.sa)
    case .mes, .tes, .nos, .vos, .leurs: return lexicon.child(of: node, Self.ses)
    default: return 0
    }
  }

  private func isInvariable(_ pos: PartOfSpeech) -> Bool {
    switch pos {
    case .adverb, .adposition, .subordinator, .coordinator, .determiner: true
    default: false
    }
  }

  private func walkWithGap(
    from node: UInt32, _ start: Int, _ units: [SyntaxUnit], _ best: inout Found?, _ limit: Int
  ) {
    guard best == nil else { return }
    var index = start + 1
    var opensNoun = false
    while index < units.count, index - start <= Self.maximumGap {
      let unit = units[index]
      let isLoose =
        unit.pos == .adverb || unit.isAdjective || unit.isNominal || unit.isNumber
        || unit.pos == .determiner || unit.pos == .pronoun
      guard isLoose || unit.isTerm, unit.pos != .punctuation else { return }
      // "ils savaient ce qu’ils faisaient" is no "savoir faire".
      if [.que, .qui, .dont, .où].contains(unit.word) { return }
      // "a été réduit à zéro" is no "être à zéro".
      if units[start].word == .être, unit.pos != .adverb { return }
      if unit.pos == .determiner { opensNoun = true } else if unit.isNominal { opensNoun = false }
      index += 1
      guard index < units.count, !units[index].isTerm else { continue }
      // "avoir une bonne raison" is not "avoir raison".
      if opensNoun, units[index].isNominal { continue }
      // "fermer sa boutique" is not "fermer boutique".
      if units[index - 1].pos == .determiner, !units[index - 1].isTerm { continue }
      walk(from: node, at: index, units, &best, gapEnd: index, limit: limit)
      // "comparaître lundi devant le tribunal": a preposition alone is no rest.
      if let found = best, found.end == index + 1, units[index].pos == .adposition { best = nil }
      if best != nil { return }
    }
  }
}

/// A small set of unit indices that only grows upwards.
private struct IndexMarks {
  private var marked: Set<Int> = []
  mutating func insert(_ index: Int) { marked.insert(index) }
  func contains(_ index: Int) -> Bool { !marked.isEmpty && marked.contains(index) }
}
