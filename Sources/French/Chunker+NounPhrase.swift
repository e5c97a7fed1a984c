internal import Bitext

extension Chunker {
  /// The noun phrase that starts at `start`, if one does: "toutes ces nouvelles mesures économiques".
  func nounPhrase(at start: Int, _ units: inout [SyntaxUnit]) -> Phrase? {
    var position = start
    var determiner = -1
    if isPredeterminer(position, units) {
      units[position].role = .predeterminer
      position += 1
    }
    if position < units.count, units[position].pos == .determiner, !units[position].isTerm {
      if units[position].word == .none, units[position].tokens.count > 1,
        position + 1 < units.count,
        units[position + 1].pos == .determiner, !units[position + 1].isTerm
      {
        // "la plupart de" before "ses membres".
        units[position].role = .predeterminer
        position += 1
      }
      determiner = position
      units[position].role = .determiner
      position += 1
      // "les deux autres", "ces mêmes": determiners that follow one another.
      while position < units.count, units[position].pos == .determiner, !units[position].isTerm {
        units[position].role = .premodifier
        position += 1
      }
    }
    let premodifiers = position
    while position < units.count, isPremodifier(position, units, hasDeterminer: determiner >= 0) {
      units[position].role =
        units[position].isNumber ? .number : isDegree(units[position]) ? .degree : .premodifier
      position += 1
    }
    guard let head = head(&position, premodifiers, determiner, &units) else {
      for index in start..<min(units.count, max(start + 1, position)) { units[index].role = .none }
      return nil
    }
    var phrase = Phrase(kind: .nounPhrase, units: start..<position, head: head)
    if !units[head].isNominal { phrase.marks.insert(.nominalized) }
    if units[head].isNominal || units[head].isAdjective {
      position = postmodifiers(from: position, head: head, &units)
    }
    phrase.units = start..<position
    phrase.first = determiner
    return phrase
  }

  private func isPredeterminer(_ index: Int, _ units: [SyntaxUnit]) -> Bool {
    guard index + 1 < units.count else { return false }
    switch units[index].word {
    case .tout, .toute, .tous, .toutes: return units[index + 1].pos == .determiner
    default: return false
    }
  }

  /// Finds the head and goes past it; names of several words are one head run.
  private func head(
    _ position: inout Int, _ premodifiers: Int, _ determiner: Int, _ units: inout [SyntaxUnit]
  ) -> Int? {
    if position < units.count, units[position].isNominal {
      while position + 1 < units.count, continuesName(position, units) {
        units[position].role = .premodifier
        position += 1
      }
      units[position].role = .head
      position += 1
      return position - 1
    }
    // "les jeunes", "le premier", "deux": the last modifier is the head.
    guard position > premodifiers, determiner >= 0 || units[position - 1].isNumber else {
      return nil
    }
    guard units[position - 1].role != .degree else { return nil }
    units[position - 1].role = .head
    return position - 1
  }

  /// Two capitalised unknown names in a row are one name: "Jean Dupont".
  private func continuesName(_ index: Int, _ units: [SyntaxUnit]) -> Bool {
    let next = units[index + 1]
    guard units[index].pos == .properNoun, !units[index].isTerm, next.pos == .properNoun else {
      return false
    }
    return !next.isTerm
  }

  private func isPremodifier(_ index: Int, _ units: [SyntaxUnit], hasDeterminer: Bool) -> Bool {
    let unit = units[index]
    if unit.isNumber { return true }
    guard unit.isAdjective else {
      // "de plus en plus" aside, an adverb counts only before an adjective: "la plus grande ville".
      return hasDeterminer && isDegree(unit) && index + 1 < units.count
        && units[index + 1].isAdjective
    }
    if hasDeterminer { return true }
    var next = index + 1
    while next < units.count, next < index + 3, units[next].isAdjective { next += 1 }
    return next < units.count && units[next].isNominal && unit.morphology.contains(.prenominal)
  }

  /// Adjectives, participles and nouns after the head: "étrangère", "économique et sociale", "membres".
  private func postmodifiers(from start: Int, head: Int, _ units: inout [SyntaxUnit]) -> Int {
    var position = start
    while position < units.count {
      let unit = units[position]
      if isPostmodifier(position, head: head, units) {
        units[position].role = .postmodifier
        position += 1
        continue
      }
      if isDegree(unit), position + 1 < units.count, unit.word != .que,
        units[position + 1].isAdjective, !units[position + 1].isTerm
      {
        units[position].role = .degree
        position += 1
        continue
      }
      if let end = superlative(at: position, units) {
        units[position].role = .determiner
        units[position + 1].role = .degree
        units[end - 1].role = .postmodifier
        position = end
        continue
      }
      if position > start, joins(position, head: head, units) {
        units[position].role = .coordinator
        position += 1
        continue
      }
      break
    }
    return position
  }

  /// The end of "la plus regardée" after its noun, or nil.
  private func superlative(at index: Int, _ units: [SyntaxUnit]) -> Int? {
    guard index + 2 < units.count, units[index].pos == .determiner,
      units[index + 1].word == .plus || units[index + 1].word == .moins,
      units[index + 2].isAdjective || units[index + 2].isPastParticiple,
      // "devenu après dix ans le plus grand fabricant" has a noun of its own.
      index + 3 == units.count || units[index + 3].pos != .noun || units[index + 3].isTerm
    else { return nil }
    switch units[index].word {
    case .le, .la, .les: return index + 3
    default: return nil
    }
  }

  private func isPostmodifier(_ index: Int, head: Int, _ units: [SyntaxUnit]) -> Bool {
    let unit = units[index]
    switch unit.word {
    case .tout, .toute, .tous, .toutes: return false
    default: break
    }
    if unit.isAdjective {
      // "une ville nouvelle grande ouverte": an adjective that starts the next noun phrase is left to it.
      let next = index + 1
      return
        !(unit.morphology.contains(.prenominal) && next < units.count
        && units[next].pos == .noun && !units[next].isTerm)
    }
    if unit.isPastParticiple, units[head].isNominal { return isPlainParticiple(index, units) }
    if unit.pos == .noun, !unit.isTerm, units[head].pos == .noun, !units[head].isTerm,
      index == head + 1
    {
      return !unit.flags.contains(.capitalized)
    }
    return false
  }

  /// A participle without complements of its own: "les pays développés".
  private func isPlainParticiple(_ index: Int, _ units: [SyntaxUnit]) -> Bool {
    guard index + 1 < units.count else { return true }
    let next = units[index + 1]
    switch next.pos {
    case .adposition, .adverb, .determiner, .numeral, .noun, .properNoun, .pronoun: return false
    case .adjective: return true
    default: return next.isTerm ? false : true
    }
  }

  /// "et" or a comma between two adjectives of the same noun.
  private func joins(_ index: Int, head: Int, _ units: [SyntaxUnit]) -> Bool {
    let unit = units[index]
    guard index + 1 < units.count, unit.word == .et || unit.word == .ou || unit.mark == 0x2C else {
      return false
    }
    guard units[index - 1].isAdjective, units[index + 1].isAdjective,
      !units[index + 1].morphology.contains(.prenominal)
    else { return false }
    guard index + 2 < units.count else { return unit.mark != 0x2C }
    let after = units[index + 2]
    if unit.mark == 0x2C { return after.word == .et || after.mark == 0x2C }
    return !after.isNominal
  }
}
