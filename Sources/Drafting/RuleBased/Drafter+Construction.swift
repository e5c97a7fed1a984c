internal import Bitext
internal import French

/// Constructions whose subject stands elsewhere: "il est difficile pour X de", "ce qui …, c’est", "il peut y avoir".
extension Drafter {
  /// "il est difficile pour le pays de payer" is "it is difficult for the country to pay".
  mutating func planInfinitiveSubject(_ index: Int) {
    guard index > 0, index + 4 < phrases.count, phrases[index - 1].kind == .verbGroup,
      phrases[index - 1].first >= 0, units[phrases[index - 1].first].word == .il,
      phrases[index + 1].kind == .preposition, units[phrases[index + 1].head].word == .pour,
      phrases[index + 2].kind == .nounPhrase, phrases[index + 3].kind == .preposition,
      units[phrases[index + 3].head].word == .de, isInfinitive(index + 4)
    else { return }
    plans[index + 3].linker = .absorbed
    plans[index + 4].nonfinite = .to
  }

  /// "il pourrait y avoir" is "there could be": whether the infinitive at `index` is such an "y avoir".
  func isExistentialInfinitive(_ index: Int) -> Bool {
    guard phrases.indices.contains(index), isInfinitive(index),
      units[phrases[index].head].word == .avoir
    else { return false }
    return phrases[index].units.contains { units[$0].word == .y }
  }

  /// The infinitive after the verb group at `index`, past adverbs and "à" or "de"; -1 if there is none.
  func infinitiveOf(_ index: Int) -> Int {
    var next = index + 1
    while next < phrases.count, next < index + 3,
      phrases[next].kind == .adverb || phrases[next].kind == .preposition
    { next += 1 }
    return next < phrases.count && isInfinitive(next) ? next : -1
  }

  /// "ce qui inquiète, c’est la guerre", "le problème, c’est que": what went before is the subject.
  mutating func planDislocation(_ index: Int) {
    let phrase = phrases[index]
    guard phrase.first >= 0, units[phrase.first].word == .ce, units[phrase.head].word == .être,
      index > 1, units[phrases[index - 1].head].mark == 0x2C,
      let start = dislocated(before: index - 1)
    else { return }
    plans[index - 1].isDone = true
    plans[index].subject = start
    plans[start].isSubject = true
    units[phrase.first].role = .absorbed
    phrases[index].first = -1
  }

  /// The first phrase of a subject that ends before the comma at `comma`: a noun phrase that opens the sentence, or
  /// "ce qui" with its clause; nil if something else stands there.
  private func dislocated(before comma: Int) -> Int? {
    var start = comma - 1
    var hasVerb = false
    while start >= 0 {
      switch phrases[start].kind {
      case .verbGroup: hasVerb = true
      case .punctuation where units[phrases[start].head].mark == 0x2C: return nil
      case .nounPhrase
      where start == 0 || phrases[start - 1].kind == .punctuation
        || phrases[start - 1].kind == .coordinator && start == 1:
        let isClause =
          phrases[start].marks.contains(.pronoun) && isThatWhich(units[phrases[start].head])
        return isClause == hasVerb ? start : nil
      case .subordinator: return nil
      default: break
      }
      start -= 1
    }
    return nil
  }

  /// "ce qui", "ce que", "ce dont" as one unit.
  func isThatWhich(_ unit: SyntaxUnit) -> Bool {
    guard unit.tokens.count == 2,
      FunctionWords.word(sentence.table.exact[unit.tokens.lowerBound]) == .ce
    else { return false }
    let second = FunctionWords.canonical(sentence.table.exact[unit.tokens.lowerBound + 1])
    return [.qui, .que, .dont].contains(FunctionWords.word(second))
  }

  mutating func planExistential(_ index: Int) {
    guard isExistentialInfinitive(index) else { return }
    let head = phrases[index].head
    for unit in phrases[index].units where units[unit].word == .y { units[unit].role = .absorbed }
    groups[head] = lexicon.group(FormHash.of("être".utf8), .verb)
  }
}
