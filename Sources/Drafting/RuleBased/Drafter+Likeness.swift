internal import Bitext
internal import French

/// "comme" before a noun: "like", "such as" or "as".
extension Drafter {
  /// "l’Australie, comme le Japon" is "like Japan", "des pays comme la France" "countries such as France"; nil where
  /// "comme" is "as": "voir comme le favori", "comme le taux baisse".
  func likeness(_ index: Int) -> StaticString? {
    let object = index + 1
    guard units[phrases[index].head].word == .comme, plans[index].linker == .own, index > 0,
      object < phrases.count, phrases[object].kind == .nounPhrase, isKnown(object),
      !isClause(object)
    else { return nil }
    let before =
      phrases[index - 1].kind == .punctuation && units[phrases[index - 1].head].mark == 0x2C
      ? index - 2 : index - 1
    let recent = max(0, index - 8)..<index
    guard before >= 0,
      !phrases[recent].contains(where: {
        $0.kind == .verbGroup && engine.classes.contains(units[$0.head].lemma, in: .viewing)
      })
    else { return nil }
    switch phrases[before].kind {
    case .nounPhrase:
      let isExample = isPlural(before) && !phrases[before].marks.contains(.pronoun)
      return isExample && !phrases[object].marks.contains(.pronoun) ? "such as" : "like"
    case .verbGroup, .adjective, .adverb: return before == index - 1 ? "like" : nil
    default: return nil
    }
  }

  /// A name, a pronoun or a noun that is known: "le Japon", "lui", "Zola".
  private func isKnown(_ index: Int) -> Bool {
    let phrase = phrases[index]
    if phrase.marks.contains(.pronoun) { return !isThatWhich(units[phrase.head]) }
    guard phrase.first >= 0 else {
      return units[phrase.head].pos == .properNoun
        || units[phrase.head].isTerm && units[phrase.head].syntax == .name && !isTime(index)
    }
    return [.le, .la, .les, .ce, .cet, .cette, .ces, .son, .sa, .ses].contains(
      units[phrase.first].word) && !isTime(index)
  }

  /// Whether the noun phrase at `index` is the subject of a clause.
  private func isClause(_ index: Int) -> Bool {
    guard phrases[index - 1].kind == .subordinator else { return false }
    var next = index + 1
    while next + 1 < phrases.count, phrases[next].kind == .preposition,
      phrases[next + 1].kind == .nounPhrase
    { next += 2 }
    return next < phrases.count && phrases[next].kind == .verbGroup
      && !phrases[next].marks.contains(.reduced)
  }
}
