internal import Bitext
internal import French

/// Adjectives, participles and degrees around a noun.
extension Drafter {
  /// Writes adjectives and other modifiers: those that stand before the English noun, or those that stay after.
  ///
  /// A modifier of the lemma `without` is left out.
  mutating func writeModifiers(_ index: Int, before: Bool, without: UInt64 = 0) {
    let phrase = phrases[index]
    let head = phrase.head
    let staying = stayingTail(index)
    if before {
      var skipped = -1
      for unit in phrase.units.lowerBound..<head where unit != skipped {
        if units[unit].role == .number, unit + 1 < head,
          engine.classes.contains(units[unit + 1].lemma, in: .ordinal),
          phrase.first >= 0 || units[unit + 1].lemma != Self.other
        {
          skipped = unit + 1
          writeModifier(unit + 1, in: phrase.units, isDefinite: isDefinite(phrase.first))
        }
        switch units[unit].role {
        case .predeterminer, .determiner, .absorbed, .none: continue
        case .degree where units[unit].word == .plus || units[unit].word == .moins: continue
        default: writeModifier(unit, in: phrase.units, isDefinite: isDefinite(phrase.first))
        }
      }
      var end = staying
      if without != 0, end > head + 1, units[end - 1].lemma == without { end -= 1 }
      writePostmodifiers(head + 1..<end, phrase)
    } else {
      for unit in min(head + 1, staying)..<staying
      where isPhrasal(unit) && units[unit].lemma != without {
        writeModifier(unit, in: phrase.units, isDefinite: false)
      }
      for unit in staying..<max(staying, phrase.units.upperBound)
      where !units[unit].isAbsorbed && units[unit].lemma != without {
        if units[unit].role == .degree, units[unit].word == .plus || units[unit].word == .moins {
          continue
        }
        writeModifier(unit, in: phrase.units, isDefinite: false)
      }
    }
  }

  /// "le meilleur" is "the best", "un meilleur" "a better".
  private func isDefinite(_ determiner: Int) -> Bool {
    determiner >= 0 && ![.un, .une, .des, .de].contains(units[determiner].word)
  }

  /// "les deux autres pays" are "the other two countries", "deux autres pays" "two other countries".
  static let other = FormHash.of("autre".utf8)

  /// Where the modifiers begin that stay after the noun: an adjective with a complement of its own.
  private func stayingTail(_ index: Int) -> Int {
    let phrase = phrases[index]
    let end = phrase.units.upperBound
    if let last = phrase.units.last, last > phrase.head, isHeadline(endingAt: index),
      units[last].isPastParticiple, !units[last].isTerm
    {
      return last
    }
    guard let last = phrase.units.last, last > phrase.head, units[last].isAdjective,
      !units[last].isTerm, index + 1 < phrases.count
    else { return max(phrase.head + 1, end) }
    let next = index + 1
    if isObjectOfAttribute(index) {
      var start = last
      while start - 1 > phrase.head, units[start - 1].role == .degree { start -= 1 }
      return start
    }
    if phrases[next].kind == .nounPhrase, engine.classes.contains(units[last].lemma, in: .naming) {
      return last
    }
    guard phrases[next].kind == .preposition, entries[last] >= 0 else { return end }
    if units[phrases[next].head].word == .par
      || engine.classes.contains(units[last].lemma, in: .postposed)
    {
      return last
    }
    let condition = lexicon.entry(entries[last]).condition
    guard condition.contains(.preposition) else { return end }
    var start = last
    while start - 1 > phrase.head, units[start - 1].role == .degree { start -= 1 }
    return start
  }

  /// "Crash d’un avion : le pilote mis en cause": a line without a verb that ends with the phrase.
  private func isHeadline(endingAt index: Int) -> Bool {
    index == phrases.count - 1 && phrases[index].units.lowerBound < phrases[index].head
      && !phrases.contains { $0.kind == .verbGroup && $0.tense != .participle }
  }

  /// "juge les moyens insuffisants" is "deems the means insufficient": the adjective is said of the object.
  private func isObjectOfAttribute(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard index > 0, phrases[index - 1].kind == .verbGroup, phrase.first >= 0,
      engine.classes.contains(units[phrases[index - 1].head].lemma, in: .attributive)
    else { return false }
    switch units[phrase.first].word {
    case .un, .une, .des, .de: return false
    default: return true
    }
  }

  /// Groups of adjectives after the noun go before it, the last group first: "étrangère russe" is "Russian
  /// foreign"; coordinated ones keep their order.
  private mutating func writePostmodifiers(_ range: Range<Int>, _ phrase: Phrase) {
    var end = range.upperBound
    while end > range.lowerBound {
      var start = end - 1
      while start > range.lowerBound,
        units[start - 1].role == .degree || units[start].role == .coordinator
          || units[start - 1].role == .coordinator || units[start - 1].role == .determiner
      {
        start -= 1
      }
      for unit in start..<end where !isPhrasal(unit) {
        switch units[unit].role {
        case .coordinator: writeUnit(unit)
        case .degree where units[unit].word == .plus || units[unit].word == .moins: continue
        case .determiner, .absorbed: continue
        default:
          writeModifier(
            unit, in: range,
            isDefinite: unit > start && units[start].role == .determiner && isDefinite(start))
        }
      }
      end = start
    }
  }

  /// An expression that English puts after the noun: "en difficulté".
  private func isPhrasal(_ unit: Int) -> Bool {
    guard units[unit].tokens.count > 1, units[unit].isAdjective, !units[unit].isTerm,
      entries[unit] >= 0
    else { return false }
    let english = lexicon.entry(entries[unit]).form(0)
    // "highly anticipated" stands before its noun.
    return english.contains(0x20)
      && !english.prefix { $0 != 0x20 }.suffix(2).elementsEqual("ly".utf8)
  }

  private mutating func writeModifier(_ index: Int, in range: Range<Int>, isDefinite: Bool) {
    let unit = units[index]
    if unit.isTerm { return writeTerm(index) }
    if unit.isNumber { return writeNumber(index) }
    if isSuch(index), index > 0, units[index - 1].word == .un || units[index - 1].word == .une {
      return
    }
    switch unit.role {
    case .degree
    where unit.word == .bien && index + 1 < units.count && units[index + 1].word == .plus:
      return writer.write("much", unit.tokens)
    case .degree where unit.word == .tout: return writer.write("very", unit.tokens)
    case .degree: return writeUnit(index)
    default: break
    }
    let entry = chosenEntry(index)
    guard entry >= 0 else { return copyUnknown(index) }
    let row = lexicon.entry(entry)
    if unit.isVerb {
      writeDegree(
        before: index, in: range.lowerBound - 1..<range.upperBound, isDefinite: isDefinite)
      writer.write(unit.isPresentParticiple ? row.form(4) : row.form(3), unit.tokens)
      return writer.write(row.tail, unit.tokens)
    }
    if unit.isAdjective { return writeAdjective(index, row, in: range, isDefinite: isDefinite) }
    writer.write(row.form(0), unit.tokens)
  }

  mutating func writeAdjective(
    _ index: Int, _ row: LexiconEntry, in range: Range<Int>, isDefinite: Bool
  ) {
    let tokens = units[index].tokens
    let degree = index > range.lowerBound ? units[index - 1].word : .none
    switch degree {
    case .plus:
      writer.write(isDefinite ? row.form(2) : row.form(1), tokens)
    case .moins:
      writer.write(isDefinite ? "least" : "less", tokens.lowerBound..<tokens.lowerBound)
      writer.write(row.form(0), tokens)
    default:
      // "meilleur" and "pire" compare by themselves.
      if isDefinite, !row.form(2).isEmpty,
        engine.classes.contains(units[index].lemma, in: .comparative)
      {
        writer.write(row.form(2), tokens)
      } else if engine.classes.contains(units[index].lemma, in: .comparative) {
        writer.write(row.form(1), tokens)
      } else {
        writer.write(row.form(0), tokens)
      }
    }
  }

  mutating func writeDegree(before index: Int, in range: Range<Int>, isDefinite: Bool) {
    guard index > range.lowerBound else { return }
    switch units[index - 1].word {
    case .plus: writer.write(isDefinite ? "most" : "more", units[index - 1].tokens)
    case .moins: writer.write(isDefinite ? "least" : "less", units[index - 1].tokens)
    default: break
    }
  }

  /// A number in words by its entry, in digits as given.
  mutating func writeNumber(_ index: Int) {
    if units[index].isTerm { return writeTerm(index) }
    let entry = chosenEntry(index)
    guard entry >= 0 else { return copy(units[index].tokens) }
    writer.write(lexicon.entry(entry).form(0), units[index].tokens)
  }

  /// "plus important", "très rapide": degree adverbs, then the adjective.
  mutating func writeAdjectivePhrase(_ index: Int) -> Int {
    let phrase = phrases[index]
    for unit in phrase.units {
      if units[unit].role == .degree {
        if units[unit].word == .plus || units[unit].word == .moins, unit + 1 == phrase.head {
          continue
        }
        writeUnit(unit)
        continue
      }
      guard units[unit].isAdjective, !units[unit].isTerm else {
        writeUnit(unit)
        continue
      }
      let entry = chosenEntry(unit)
      guard entry >= 0 else {
        copyUnknown(unit)
        continue
      }
      writeAdjective(unit, lexicon.entry(entry), in: phrase.units, isDefinite: false)
    }
    return index + 1
  }
}
