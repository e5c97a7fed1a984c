internal import Bitext
internal import French
internal import Terminology

extension TitlePhrase {
  private static let genders: Morphology = [.feminine, .masculine]

  /// Decides whether the office is a woman's or a man's where its word is both: by the name, the determiner, an
  /// adjective («la juge», «l'ancienne journaliste», «une élève turque»). The name, if it says nothing, learns it.
  mutating func settleGender(_ recognition: Recognition) {
    guard !isPlural, names.count < 2 else { return }
    var gender = names.first?.morphology.intersection(Self.genders) ?? []
    if !Self.isSure(gender) {
      let own = office.morphology.intersection(Self.genders)
      let isWoman = recognition.isWord(tokens.lowerBound - 1, Closed.feminine)
      gender = isWoman ? .feminine : Self.isSure(own) ? own : shownGender(recognition)
    }
    guard Self.isSure(gender) else { return }
    office.morphology = office.morphology.subtracting(Self.genders).union(gender)
    if let name = names.first, !Self.isSure(name.morphology.intersection(Self.genders)) {
      names[0].morphology = name.morphology.subtracting(Self.genders).union(gender)
    }
  }

  private static func isSure(_ gender: Morphology) -> Bool {
    gender == .feminine || gender == .masculine
  }

  /// The gender of the words around the office; empty where none shows it.
  private func shownGender(_ recognition: Recognition) -> Morphology {
    if recognition.isWord(tokens.lowerBound - 1, Closed.masculine) { return .masculine }
    for nationality in nationalities {
      if let hit = recognition.firstHit(of: .nationality, at: nationality.tokens.lowerBound) {
        let gender = hit.morphology.intersection(Self.genders)
        if Self.isSure(gender) { return gender }
      }
    }
    guard let lexicon = recognition.knowledge.lexicon else { return [] }
    for piece in prefixes + suffixes + ranks {
      let word = recognition.table.exact[piece.tokens.lowerBound]
      let gender = lexicon.analyses(exact: word).reduce(Morphology()) {
        $0.union($1.morphology.intersection(Self.genders))
      }
      if Self.isSure(gender) { return gender }
    }
    return []
  }
}
