internal import Bitext
internal import French

/// What goes on: "des enfants jouaient quand la bombe a explosé" is "children were playing when the bomb exploded".
extension Drafter {
  /// Whether English puts the simple tense of the verb group at `index` in the progressive.
  func isProgressive(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard phrase.tense == .present || phrase.tense == .imperfect,
      phrase.marks.isDisjoint(with: [.perfect, .passive, .reduced, .existential, .subjunctive]),
      units[phrase.head].tokens.count == 1 || !phrase.marks.contains(.negated)
    else { return false }
    let lemma = units[phrase.head].lemma
    let isDurative = engine.classes.contains(lemma, in: .durative)
    let isOngoing = engine.classes.contains(lemma, in: .progressive)
    guard isDurative || isOngoing else { return false }
    if plans[index].isSince || isSince(index) { return true }
    guard !recurs(index) else { return false }
    if phrase.tense == .present { return isOngoing && quoteDepth == 0 }
    return isOngoing || isInterrupted(index) || isBackground(index)
  }

  /// "jouaient dans la rue quand …": whether a clause with "when" and an event follows.
  private func isInterrupted(_ index: Int) -> Bool {
    var next = index + 1
    var sawWhen = false
    while next < phrases.count, next < index + 14 {
      let phrase = phrases[next]
      switch phrase.kind {
      case .subordinator:
        guard isConjunction(next, "when") else { return false }
        sawWhen = true
      case .verbGroup where sawWhen:
        return phrase.tense == .past || phrase.tense == .present && phrase.marks.contains(.perfect)
      case .verbGroup where phrase.tense != .infinitive && !phrase.marks.contains(.reduced):
        return false
      case .relative: return false
      case .punctuation where sawWhen || units[phrases[next].head].mark != 0x2C: return false
      default: break
      }
      next += 1
    }
    return false
  }

  /// "alors que la famille dormait": a clause that tells what went on meanwhile.
  private func isBackground(_ index: Int) -> Bool {
    var current = index - 1
    while current >= max(0, index - 6) {
      switch phrases[current].kind {
      case .subordinator: return isConjunction(current, "while") || isConjunction(current, "as")
      case .verbGroup, .punctuation, .relative: return false
      default: current -= 1
      }
    }
    return false
  }

  private func isConjunction(_ index: Int, _ english: String) -> Bool {
    let entry = chosenOrFirst(phrases[index].head)
    return entry >= 0 && lexicon.entry(entry).form(0).elementsEqual(english.utf8)
  }

  /// "chaque jour", "souvent", "toujours": what happens again and again is in no progressive.
  private func recurs(_ index: Int) -> Bool {
    let reach = max(0, index - 3)..<min(phrases.count, index + 6)
    return reach.contains { other in
      phrases[other].units.contains { unit in
        units[unit].word == .chaque
          || units[unit].pos == .adverb
            && engine.classes.contains(units[unit].lemma, in: .recurring)
      }
    }
  }
}
