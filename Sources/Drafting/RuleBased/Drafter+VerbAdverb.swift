internal import Bitext
internal import French

/// Negation and the adverbs of a verb group: "still has not", "almost never", "not even".
extension Drafter {
  mutating func writeNot(_ index: Int) {
    let phrase = phrases[index]
    let unit = phrase.units.first { units[$0].role == .negation && units[$0].word != .ne }
    let tokens = units[unit ?? phrase.finite].tokens
    if quoteDepth > 0, writer.endsInContractible() { return writer.attach("n't", tokens) }
    if writer.endsInCan() { return writer.attach("not", tokens) }
    writer.write("not", tokens)
  }

  /// "never", "no longer" and the adverbs of the group.
  mutating func writeInnerAdverbs(_ index: Int, _ negation: FunctionWord) {
    let phrase = phrases[index]
    let tokens = units[phrase.finite].tokens
    if negation != .pas, negation != .point { writeLimit(index, negation) }
    switch negation {
    // "rien ne sera plus comme avant", "personne n’a jamais su": English negates once.
    case .jamais where hasNegativeSubject(index), .plus where hasNegativeSubject(index):
      writer.write("ever", tokens)
    case .jamais: writer.write("never", tokens)
    case .plus: writer.write("no longer", tokens)
    case .guère: writer.write("hardly", tokens)
    default: break
    }
    if isHearsay(index) {
      writer.write("reportedly", tokens.lowerBound..<tokens.lowerBound)
    }
    let limit = limit(index)
    for unit in phrase.units where units[unit].role == .adverb && unit != limit {
      writeInnerAdverb(unit, negation, phrase)
    }
    let next = index + 1
    guard next < phrases.count, phrases[next].kind == .adverb, phrases[next].units.count == 1,
      !plans[next].isDone, !units[phrases[next].head].isTerm
    else { return }
    let isMiddle =
      phrase.finite == phrase.head
      && engine.classes.contains(units[phrases[next].head].lemma, in: .middle)
    guard isMiddle || isManner(next) && takesObject(after: next) else { return }
    plans[next].isDone = true
    writeInnerAdverb(phrases[next].head, negation, phrase)
  }

  /// "rien", "personne", "aucun pays" as the subject.
  func hasNegativeSubject(_ index: Int) -> Bool {
    let subject = plans[index].subject
    guard subject >= 0 else { return false }
    let first = phrases[subject].first >= 0 ? phrases[subject].first : phrases[subject].head
    return [.rien, .personne, .aucun, .aucune, .nul, .nulle].contains(units[first].word)
  }

  /// The adverb before the negator: the "toujours" of "n’a toujours pas signé", which is "still has not signed", the
  /// "presque" of "ne vient presque jamais"; but "même pas" is "not even".
  private func limit(_ index: Int) -> Int? {
    let phrase = phrases[index]
    guard phrase.marks.contains(.negated),
      let negator = phrase.units.first(where: {
        units[$0].role == .negation && units[$0].word != .ne
      }), negator > phrase.units.lowerBound, units[negator - 1].role == .adverb,
      !engine.classes.contains(units[negator - 1].lemma, in: .afterNot)
    else { return nil }
    return negator - 1
  }

  func stillNot(_ index: Int) -> Int? {
    phrases[index].negator == .pas
      ? limit(index).flatMap { units[$0].form == Self.toujours ? $0 : nil } : nil
  }

  /// Writes the adverb before "not" or "never".
  mutating func writeLimit(_ index: Int, _ negation: FunctionWord) {
    guard let limit = limit(index) else { return }
    if stillNot(index) != nil { return writer.write("still", units[limit].tokens) }
    writeInnerAdverb(limit, negation, phrases[index])
  }

  private mutating func writeInnerAdverb(_ unit: Int, _ negation: FunctionWord, _ phrase: Phrase) {
    // "continue toujours" is "still continues", "a toujours nié" "has always denied".
    if units[unit].form == Self.toujours, !phrase.marks.contains(.perfect), negation != .pas,
      phrase.tense == .present || phrase.tense == .imperfect
    {
      return writer.write("still", units[unit].tokens)
    }
    if units[unit].form == Self.notamment { return writer.write("notably", units[unit].tokens) }
    if units[unit].word == .tous || units[unit].word == .toutes {
      return writer.write("all", units[unit].tokens)
    }
    guard units[unit].word == .encore else { return writeUnit(unit) }
    switch negation {
    case .pas: writer.write("yet", units[unit].tokens)
    // "aucune décision n’a encore été prise".
    case .none where phrase.negator == .ne: writer.write("yet", units[unit].tokens)
    case .none where phrase.negator == .rien: writer.write("so far", units[unit].tokens)
    case .none where phrase.tense == .infinitive: writer.write("further", units[unit].tokens)
    default: writeUnit(unit)
    }
  }

  static let notamment = FormHash.of("notamment".utf8)
  private static let comment = FormHash.of("comment".utf8)
  private static let toujours = FormHash.of("toujours".utf8)

  /// A single adverb in -ment: "contacter anonymement la police".
  private func isManner(_ index: Int) -> Bool {
    let unit = units[phrases[index].head]
    guard unit.tokens.count == 1, unit.form != Self.comment else { return false }
    let table = sentence.table
    let token = unit.tokens.lowerBound
    return sentence.text[Int(table.start[token])..<Int(table.end[token])].suffix(4)
      .elementsEqual("ment".utf8)
  }

  /// Whether an object or a clause follows the adverb, which English does not part from its verb.
  private func takesObject(after index: Int) -> Bool {
    guard index + 1 < phrases.count else { return false }
    let next = phrases[index + 1]
    // The rest of an expression: "mettre officiellement fin à".
    if next.kind == .other, units[next.head].isAbsorbed { return true }
    return next.kind == .nounPhrase && !isTime(index + 1)
      || next.kind == .subordinator && units[next.head].word == .que
  }
}
