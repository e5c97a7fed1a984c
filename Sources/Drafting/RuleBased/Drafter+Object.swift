internal import Bitext
internal import French

/// The place of objects: English does not part them from their verb.
extension Drafter {
  /// "a signé mardi à Genève un accord" is "signed an agreement on Tuesday in Geneva": writes the object that stands
  /// after times and places.
  mutating func writeObjectBeforeAdjuncts(_ verb: Int) {
    var next = verb + 1
    while next < phrases.count, let end = adjunctEnd(next) { next = end }
    // "commenceront mercredi des exercices": the partitive has been read as a preposition.
    if next > verb + 1, next + 1 < phrases.count, phrases[next].kind == .preposition,
      plans[next].linker == .absorbed, plans[next + 1].dropsDeterminer
    {
      plans[next].isDone = true
      next += 1
    }
    guard next > verb + 1, next < phrases.count, phrases[next].kind == .nounPhrase,
      !phrases[next].marks.contains(.pronoun), !plans[next].isSubject, !plans[next].isDone,
      phrases[next].first >= 0, !isTime(next)
    else { return }
    next = write(phrase: next)
    while next + 1 < phrases.count, phrases[next].kind == .preposition, !plans[next].isDone,
      units[phrases[next].head].word == .de, phrases[next + 1].kind == .nounPhrase
    {
      next = write(phrase: next)
      next = write(phrase: next)
    }
  }

  /// The end of the time or place that starts at `index`, or nil.
  private func adjunctEnd(_ index: Int) -> Int? {
    guard !plans[index].isDone else { return nil }
    let phrase = phrases[index]
    if phrase.kind == .adverb, units[phrase.head].isTerm { return index + 1 }
    guard phrase.kind == .preposition, plans[index].linker == .own, index + 1 < phrases.count,
      phrases[index + 1].kind == .nounPhrase, !hasComplement(after: index + 1)
    else { return nil }
    switch units[phrase.head].word {
    case .depuis, .pendant: return index + 2
    case .à, .en, .dans:
      return isTime(index + 1) || isPlaceName(index + 1) ? index + 2 : nil
    default: return nil
    }
  }

  private func isPlaceName(_ index: Int) -> Bool {
    let unit = units[phrases[index].head]
    return unit.isTerm && sentence.matches[Int(unit.term)].kind == .place
  }

  /// "lui remplissaient les yeux", "se lave les mains": the object is the pronoun's. Marks it; whether it did.
  mutating func planPossessor(_ verb: Int) -> Bool {
    let phrase = phrases[verb]
    let object = verb + 1
    guard object < phrases.count, phrases[object].kind == .nounPhrase, phrases[object].first >= 0,
      engine.classes.contains(units[phrases[object].head].lemma, in: .body),
      let clitic = phrase.units.first(where: { units[$0].role == .clitic })
    else { return false }
    switch units[phrases[object].first].word {
    case .le, .la, .les: break
    default: return false
    }
    switch units[clitic].word {
    case .me, .te, .se, .nous, .vous, .lui, .leur:
      plans[object].possessor = units[clitic].word
      return true
    default: return false
    }
  }
}
