internal import Bitext
internal import French

/// Questions with "est-ce que": "qu’est-ce que vous voulez" is "what do you want".
extension Drafter {
  /// Takes "est-ce que", "est-ce qui" out and has the verb asked as if its subject were inverted.
  mutating func planQuestion() {
    guard isQuestion else { return }
    for index in phrases.indices.dropLast() where opensQuestion(index) {
      plans[index].isDone = true
      invertVerb(after: index)
    }
    for index in phrases.indices.dropLast(3)
    where phrases[index].kind == .relative && units[phrases[index + 1].head].word == .être
      && phrases[index + 1].first < 0 && isThatWhich(units[phrases[index + 2].head])
      && (index == 0 || phrases[index - 1].kind == .punctuation)
    {
      plans[index + 1].isDone = true
      plans[index + 2].isDone = true
      invertVerb(after: index + 2)
    }
  }

  /// "est-ce que" as one unit.
  private func opensQuestion(_ index: Int) -> Bool {
    let tokens = units[phrases[index].head].tokens
    return phrases[index].kind == .subordinator && tokens.count == 3
      && sentence.table.exact[tokens.lowerBound] == Self.est
  }

  private mutating func invertVerb(after index: Int) {
    let next = index + 1
    if phrases[next].kind == .verbGroup, phrases[next].first >= 0 {
      phrases[next].marks.insert(.inverted)
    } else if phrases[next].kind == .nounPhrase, next + 1 < phrases.count,
      phrases[next + 1].kind == .verbGroup, phrases[next + 1].first < 0
    {
      phrases[next + 1].marks.insert(.inverted)
    }
  }

  private static let est = FormHash.of("est".utf8)
}
