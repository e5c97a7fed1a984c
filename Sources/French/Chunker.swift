internal import Bitext

/// Groups the units of a sentence into phrases: noun phrases, verb groups, prepositions, clause words.
///
/// "Le président russe a mis en garde" is a noun phrase and a verb group. Each unit belongs to one phrase, in
/// order; roles are written into the units. One pass, with a bounded look ahead.
package struct Chunker: Sendable {
  package init() {}

  package func chunk(_ units: inout [SyntaxUnit], into phrases: inout [Phrase]) {
    phrases.removeAll(keepingCapacity: true)
    var position = 0
    while position < units.count {
      let phrase = next(position, &units)
      phrases.append(phrase)
      position = max(position + 1, phrase.units.upperBound)
    }
  }

  private func next(_ start: Int, _ units: inout [SyntaxUnit]) -> Phrase {
    let unit = units[start]
    if unit.pos == .punctuation, !unit.isTerm { return single(.punctuation, start) }
    if unit.isTerm, unit.syntax == .adverbial { return single(.adverb, start) }
    if let group = verbGroup(at: start, &units) { return group }
    if let nominal = nounPhrase(at: start, &units) { return nominal }
    switch unit.pos {
    case .adposition: return single(.preposition, start)
    case .coordinator: return single(.coordinator, start)
    case .subordinator: return single(.subordinator, start)
    case .adjective: return adjectivePhrase(at: start, &units)
    case .adverb where unit.word == .ni: return single(.coordinator, start)
    case .adverb:
      if start + 1 < units.count, isDegree(unit), units[start + 1].isAdjective {
        return adjectivePhrase(at: start, &units)
      }
      if unit.word == .plus || unit.word == .moins || unit.word == .très || unit.word == .trop,
        start + 1 < units.count, units[start + 1].pos == .adverb, !units[start + 1].isTerm,
        units[start + 1].word != .que
      {
        return Phrase(kind: .adverb, units: start..<start + 2, head: start + 1)
      }
      return single(.adverb, start)
    case .pronoun: return relativeOrPronoun(start, units)
    case .verb, .auxiliary: return single(.verbGroup, start)
    default: return unit.isTerm ? single(.nounPhrase, start) : single(.other, start)
    }
  }

  func single(_ kind: Phrase.Kind, _ index: Int) -> Phrase {
    Phrase(kind: kind, units: index..<index + 1, head: index)
  }

  private func relativeOrPronoun(_ start: Int, _ units: [SyntaxUnit]) -> Phrase {
    switch units[start].word {
    case .qui, .que, .dont, .où, .lequel, .laquelle, .lesquels, .lesquelles, .quoi, .auquel,
      .duquel:
      return single(.relative, start)
    default:
      var phrase = single(.nounPhrase, start)
      phrase.marks.insert(.pronoun)
      return phrase
    }
  }

  /// "plus importantes que", "très rapide": adjectives without noun, with their adverbs.
  func adjectivePhrase(at start: Int, _ units: inout [SyntaxUnit]) -> Phrase {
    var end = start
    while end < units.count, units[end].pos == .adverb, !units[end].isTerm {
      units[end].role = .degree
      end += 1
    }
    let head = end
    if head < units.count { units[head].role = .head }
    return Phrase(kind: .adjective, units: start..<min(units.count, head + 1), head: head)
  }

  /// Whether an adverb can modify the adjective after it.
  func isDegree(_ unit: SyntaxUnit) -> Bool {
    unit.pos == .adverb && !unit.isTerm && unit.word != .ne && unit.word != .pas
      && unit.word != .jamais && unit.word != .ni
  }
}
