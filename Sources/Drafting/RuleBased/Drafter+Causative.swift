internal import Bitext
internal import French

/// "faire", "laisser" and "se voir" before the infinitive of what somebody does.
extension Drafter {
  /// "faire sortir quelqu’un" is "make someone leave", "se faire appeler" is "be called".
  mutating func writeCausative(_ index: Int, _ tense: EnglishTense, _ agreement: Agreement) -> Int?
  {
    var next = index + 1
    let word = units[phrases[index].head].word
    if next + 1 < phrases.count, phrases[next].kind == .adverb, isInfinitive(next + 1) { next += 1 }
    guard
      word == .faire || word == .laisser
        || word == .voir && phrases[index].marks.contains(.reflexive), next < phrases.count,
      isInfinitive(next),
      groups[phrases[index].head].count > 0
    else { return nil }
    let inner = chosenEntry(phrases[next].head)
    guard inner >= 0 else { return nil }
    if phrases[index].marks.contains(.reflexive), word != .laisser {
      var passive = tense
      passive.isPassive = true
      plans[next].isDone = true
      writeChain(index, lexicon.entry(inner), passive, agreement, question: false)
      return index + 1
    }
    guard !lexicon.entry(entries[phrases[index].head]).isBe else { return nil }
    writeChain(
      index, lexicon.entry(entries[phrases[index].head]), tense, agreement, question: false)
    writeObjects(index, lexicon.entry(entries[phrases[index].head]))
    plans[next].nonfinite = .bare
    let object = next + 1
    guard object < phrases.count, phrases[object].kind == .nounPhrase, !isTime(object),
      !phrases[index].units.contains(where: { units[$0].role == .clitic })
    else { return next }
    let after = writeWithComplements(object)
    plans[next].isDone = true
    _ = writeVerbGroup(next)
    return after
  }
}
