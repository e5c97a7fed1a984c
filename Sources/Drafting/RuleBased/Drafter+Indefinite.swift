internal import Bitext
internal import French

/// "tout" and "rien" as objects, which French puts before the participle or the infinitive and English after it.
extension Drafter {
  /// "n’a rien pu faire" is "could not do anything", "ne veut rien changer" "does not want to change anything": the verb
  /// before the infinitive has the negation.
  mutating func planIndefiniteObject(_ index: Int) {
    guard phrases[index].marks.contains(.negated), index + 1 < phrases.count else { return }
    let isLent = phrases[index].negator == .rien && lendsObject(index)
    let isLone = phrases[index].negator == .ne && ownObject(index + 1, .rien)
    if isLent || isLone { phrases[index].negator = .pas }
  }

  /// The unit of "tout" or "rien", which may stand before the verb that governs the infinitive.
  func indefiniteObject(_ index: Int) -> Int? {
    if lendsObject(index) { return nil }
    let owner = index > 0 && lendsObject(index - 1) ? index - 1 : index
    return phrases[owner].units.first { units[$0].role == .object }
  }

  /// "a tout voulu savoir": the object is that of the infinitive; "a tout fait disparaître" has it itself.
  private func lendsObject(_ index: Int) -> Bool {
    let word = units[phrases[index].head].word
    return phrases[index].kind == .verbGroup && word != .faire && word != .laisser
      && index + 1 < phrases.count && isInfinitive(index + 1)
      && (ownObject(index, .rien) || ownObject(index, .tout))
  }

  private func ownObject(_ index: Int, _ word: FunctionWord) -> Bool {
    phrases[index].units.contains { units[$0].role == .object && units[$0].word == word }
  }

  /// "n’a rien dit" is "said nothing", "a tout dit" "said everything", "sans rien dire" "without saying anything".
  mutating func writeIndefiniteObject(_ index: Int) {
    guard let unit = indefiniteObject(index) else { return }
    let text: StaticString =
      units[unit].word == .tout
      ? "everything" : isNegatedAlready(index) ? "anything" : "nothing"
    writer.write(text, units[unit].tokens)
  }

  /// Another word than "rien" negates the clause: English does it once.
  private func isNegatedAlready(_ index: Int) -> Bool {
    let phrase = phrases[index]
    if hasNegativeSubject(index) { return true }
    if phrase.marks.contains(.negated) { return phrase.negator != .rien }
    let before = index - 1
    guard before >= 0 else { return false }
    if phrases[before].kind == .preposition {
      if units[phrases[before].head].word == .sans { return true }
      return before > 0 && negates(before - 1)
    }
    return negates(before)
  }

  private func negates(_ index: Int) -> Bool {
    phrases[index].kind == .verbGroup && phrases[index].marks.contains(.negated)
      && phrases[index].negator != .ne && phrases[index].negator != .rien
  }
}
