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
      where start == 0
        || phrases[start - 1].kind == .punctuation && units[phrases[start - 1].head].mark != 0x2C
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

  /// "Le vote terminé, les députés sont partis" is "with the vote over, lawmakers left"; gives the phrase after the
  /// participle, or nil.
  mutating func writeAbsolute(_ index: Int) -> Int? {
    let phrase = phrases[index]
    guard index == 0, phrase.first >= 0, index + 2 < phrases.count,
      [.le, .la, .les, .son, .sa, .ses].contains(units[phrase.first].word),
      let last = phrase.units.last, last > phrase.head, !units[last].isTerm,
      units[last].isPastParticiple || units[last].isAdjective && isParticiple(last),
      units[phrases[1].head].mark == 0x2C,
      let verb = phrases[2...].prefix(8).firstIndex(where: {
        $0.kind == .verbGroup && $0.tense != .infinitive && !$0.marks.contains(.reduced)
      }),
      !phrases[2..<verb].contains(where: {
        $0.kind == .coordinator || units[$0.head].mark == 0x2C || $0.kind == .relative
      }),
      phrases[verb].first >= 0 || phrases[2].kind == .nounPhrase
    else { return nil }
    writer.write(
      "with", units[phrase.first].tokens.lowerBound..<units[phrase.first].tokens.lowerBound)
    phrases[index].units = phrase.units.lowerBound..<last
    let next = writeNounPhrase(index)
    let row = lexicon.entry(chosenEntry(last))
    writer.write(row.pos == .verb ? row.form(3) : row.form(0), units[last].tokens)
    if row.pos == .verb { writer.write(row.tail, units[last].tokens) }
    return next
  }

  /// An adjective that is a participle by its verb: "terminé".
  private func isParticiple(_ unit: Int) -> Bool {
    groups[unit].count > 0 && lexicon.group(units[unit].lemma, .verb).count > 0
  }

  /// "il craint que la crise ne dure" is "he fears the crisis will last", "il était peu probable que" "that … would".
  mutating func planExpected(_ index: Int) {
    let phrase = phrases[index]
    guard phrase.tense == .present,
      phrase.marks.isDisjoint(with: [.perfect, .reduced]), plans[index].modal == nil,
      !isModal(units[phrase.head].word),
      let clause = phrases[..<index].suffix(6).lastIndex(where: { $0.kind == .subordinator }),
      clause > 0, units[phrases[clause].head].form == Self.que,
      !phrases[clause..<index].contains(where: { $0.kind == .verbGroup || $0.kind == .relative })
    else { return }
    let before = clause - 1
    // "peu probable" is one unit.
    let head = units[phrases[before].head]
    let isExpecting =
      engine.classes.contains(head.lemma, in: .expecting)
      || engine.classes.contains(
        sentence.table.exact[head.tokens.upperBound - 1], in: .expecting)
    guard isExpecting,
      let verb = phrases[...before].suffix(3).lastIndex(where: { $0.kind == .verbGroup })
    else { return }
    let isPast =
      phrases[verb].tense == .imperfect || phrases[verb].tense == .past
      || phrases[verb].marks.contains(.perfect)
    plans[index].modal = isPast ? "would" : "will"
  }

  /// "ils étaient 20 000 à défiler" is "20,000 marched"; gives the next phrase, or nil.
  mutating func writeCrowd(_ index: Int) -> Int? {
    let phrase = phrases[index]
    guard phrase.first >= 0, [.ils, .elles].contains(units[phrase.first].word),
      units[phrase.head].word == .être, units[phrase.head].tokens.count == 1,
      phrase.marks.isDisjoint(with: [.negated, .inverted, .reflexive])
    else { return nil }
    var number = index + 1
    if number < phrases.count, phrases[number].kind == .adverb { number += 1 }
    let infinitive = number + 2
    guard infinitive < phrases.count, phrases[number].kind == .nounPhrase,
      units[phrases[number].head].isNumber, units[phrases[number + 1].head].word == .à,
      isInfinitive(infinitive)
    else { return nil }
    for other in index + 1...number { _ = write(phrase: other) }
    plans[number + 1].isDone = true
    phrases[infinitive].tense = phrase.tense
    if phrase.marks.contains(.perfect) { phrases[infinitive].marks.insert(.perfect) }
    units[phrases[infinitive].finite].morphology = .plural
    return infinitive
  }

  /// "augmenter les impôts serait une erreur" is "raising taxes would be a mistake": whether the infinitive that opens
  /// its clause is the subject of a verb.
  func isInfinitiveSubject(_ index: Int) -> Bool {
    guard index == 0 || index == 1 && isOpeningQuote(0) else { return false }
    for next in phrases.indices.dropFirst(index + 1).prefix(14) {
      let phrase = phrases[next]
      switch phrase.kind {
      case .verbGroup where phrase.tense == .infinitive || phrase.marks.contains(.reduced): break
      case .verbGroup:
        let isCopula =
          phrase.first >= 0 && units[phrase.first].word == .ce && units[phrase.head].word == .être
        return (phrase.first < 0 || isCopula) && phrase.tense != .gerund
          && !units[phrase.finite].morphology.contains(.plural)
      case .relative, .subordinator: return false
      case .punctuation where units[phrases[next].head].mark != 0x2C && !isOpeningQuote(next):
        return false
      default: break
      }
    }
    return false
  }

  mutating func planExistential(_ index: Int) {
    guard isExistentialInfinitive(index) else { return }
    let head = phrases[index].head
    for unit in phrases[index].units where units[unit].word == .y { units[unit].role = .absorbed }
    groups[head] = lexicon.group(FormHash.of("être".utf8), .verb)
  }
}
