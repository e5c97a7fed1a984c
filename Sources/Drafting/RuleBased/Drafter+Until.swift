internal import Bitext
internal import French

extension Drafter {
  /// "il a fallu attendre 1965 pour que les femmes puissent voter" is "it was not until 1965 that women could vote",
  /// "il faudra attendre mai pour connaître la date" "it will take until May to know the date"; gives the next phrase,
  /// or nil.
  mutating func writeUntil(_ index: Int) -> Int? {
    let phrase = phrases[index]
    let wait = index + 1
    guard !phrase.marks.contains(.negated), wait + 2 < phrases.count, isInfinitive(wait),
      units[phrases[wait].head].lemma == Self.attendre, units[phrases[wait].head].tokens.count == 1,
      !phrases[wait].units.contains(where: { units[$0].role == .clitic })
    else { return nil }
    var link = wait + 1
    search: while link < phrases.count, link < wait + 9 {
      switch phrases[link].kind {
      case .verbGroup, .punctuation, .relative, .coordinator: return nil
      case .subordinator where link > wait + 1: break search
      case .preposition where link > wait + 1 && infinitiveAfter(link) >= 0: break search
      default: link += 1
      }
    }
    guard link + 1 < phrases.count, link < wait + 9 else { return nil }
    let opener = FunctionWords.word(
      FunctionWords.canonical(sentence.table.exact[units[phrases[link].head].tokens.lowerBound]))
    guard opener == .pour || opener == .avant else { return nil }
    let isClause = phrases[link].kind == .subordinator
    let tokens = units[phrase.finite].tokens
    let isPast =
      phrase.tense == .past || phrase.tense == .imperfect
      || phrase.tense == .present && phrase.marks.contains(.perfect)
    writer.write("it", units[phrase.first].tokens)
    switch (phrase.tense, isClause) {
    case (.future, true): writer.write("will not be until", tokens)
    case (.conditional, true): writer.write("would not be until", tokens)
    case (_, true): writer.write(isPast ? "was not until" : "is not until", tokens)
    case (.future, false): writer.write("will take until", tokens)
    case (.conditional, false): writer.write("would take until", tokens)
    case (_, false): writer.write(isPast ? "took until" : "takes until", tokens)
    }
    plans[wait].isDone = true
    // "la fin de la guerre": nothing is expected of the war.
    for index in wait + 1..<link where phrases[index].kind == .preposition {
      if case .entry(let entry) = plans[index].linker, entry == entries[phrases[wait].head] {
        plans[index].linker = .own
      }
    }
    var next = wait + 1
    while next < link {
      if phrases[next].kind == .preposition, units[phrases[next].head].word == .à { next += 1 }
      next = max(next + 1, write(phrase: next))
    }
    plans[link].isDone = true
    guard isClause else {
      plans[infinitiveAfter(link)].nonfinite = .to
      return link + 1
    }
    writer.write("that", units[phrases[link].head].tokens)
    if isPast,
      let verb = phrases[link...].prefix(10).firstIndex(where: {
        $0.kind == .verbGroup && $0.tense != .infinitive && !$0.marks.contains(.reduced)
      })
    {
      phrases[verb].tense = .imperfect
      phrases[verb].marks.remove(.subjunctive)
    }
    return writeInvertedClause(link + 1)
  }

  private static let attendre = FormHash.of("attendre".utf8)
}
