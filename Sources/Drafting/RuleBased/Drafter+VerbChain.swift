internal import Bitext
internal import French

/// The words of an English verb group: auxiliaries, negation, adverbs, the verb and its tail.
extension Drafter {
  // MARK: Chain

  private enum Link { case will, would, have, be, being, doing, main }
  private enum Form { case agreed, past, base, participle, gerund }

  /// Writes auxiliaries, negation, adverbs and the verb.
  mutating func writeChain(
    _ index: Int, _ row: LexiconEntry, _ tense: EnglishTense, _ agreement: Agreement, question: Bool
  ) {
    let phrase = phrases[index]
    var negation = phrase.marks.contains(.negated) ? phrase.negator : .none
    if negation == .rien { negation = .none }
    let simple = negation == .pas || negation == .point
    var links = chain(tense, row)
    let isFinite = tense.mood == .present || tense.mood == .past
    if isFinite, links.count == 1, !row.isBe, !row.isModal, simple || question {
      links = [.doing, .main]
    }
    if tense.mood == .imperative, simple { links = [.doing, .main] }
    var form = firstForm(tense)
    let tokens = units[phrase.finite].tokens
    if !isNonfinite(tense.mood) {
      // "still has not signed", but "is simply not acceptable" and "has almost never come".
      let isBe = row.isBe && links.count == 1
      if simple, !isBe { writeLimit(index, negation) }
      // Adverbs go after the first auxiliary, or before a full verb.
      let isFull = links.count == 1 && !row.isBe && !row.isModal
      if isFull { writeInnerAdverbs(index, negation) }
      for (position, link) in links.enumerated() {
        write(link, form, row, agreement, link == .main ? units[phrase.head].tokens : tokens)
        form = nextForm(after: link)
        if position == 0 {
          if question, questionSubject >= 0 {
            let subject = questionSubject
            questionSubject = -1
            _ = writeNounPhrase(subject)
          } else if question, phrase.first >= 0 {
            writeSubjectPronoun(phrase.first, index)
          }
          if simple {
            if isBe { writeLimit(index, negation) }
            writeNot(index)
          }
          if !isFull { writeInnerAdverbs(index, negation) }
        }
      }
    } else {
      if simple { writeNot(index) }
      if tense.mood == .to { writer.write("to", tokens.lowerBound..<tokens.lowerBound) }
      if links.count == 1 { writeInnerAdverbs(index, negation) }
      for (position, link) in links.enumerated() {
        write(link, form, row, agreement, link == .main ? units[phrase.head].tokens : tokens)
        form = nextForm(after: link)
        if position == 0, links.count > 1 { writeInnerAdverbs(index, negation) }
      }
    }
    if !tense.isPassive, row.traits.contains(.split) || takesPronounBeforeTail(index, row) {
      writeSplitObject(index, row)
    }
    // "Paul et Marie ont rendu leur avis": what is one's is theirs.
    let single = owner
    if plans[index].subject >= 0, endsList(plans[index].subject) { owner = .they }
    writeTail(row.tail, units[phrase.head].tokens, isPast: tense.mood == .past || tense.isPerfect)
    owner = single
    if !personIsFirst(index, row) { writeIndefiniteObject(index) }
    if row.pos == .verb, needsOwnLinker(index, row) {
      writer.write(row.linker, units[phrase.head].tokens)
    }
  }

  /// "l’a reconnu coupable" is "found him guilty", "l’abattre" "shoot it down": a pronoun stands before a tail that ends
  /// in no preposition.
  private func takesPronounBeforeTail(_ index: Int, _ row: LexiconEntry) -> Bool {
    guard row.tail.count > 0, row.linker.isEmpty, !row.isBe,
      phrases[index].units.contains(where: {
        units[$0].role == .clitic && [.le, .la, .les].contains(units[$0].word)
      }),
      !phrases[index].units.contains(where: {
        units[$0].role == .clitic && [.lui, .leur].contains(units[$0].word)
      }),
      !row.condition.contains(.clitic)
    else { return false }
    let last = row.tail.split(separator: 0x20).last ?? row.tail[...]
    return !Self.prepositions.contains { last.elementsEqual($0.utf8) }
  }

  private static let prepositions = LexiconRow.particles

  /// "faire voter une loi" is "get a law passed": the object before the tail.
  private mutating func writeSplitObject(_ index: Int, _ row: LexiconEntry) {
    if phrases[index].units.contains(where: { units[$0].role == .clitic }) {
      writeObjects(index, row)
      for unit in phrases[index].units where units[unit].role == .clitic {
        units[unit].role = .absorbed
      }
      return
    }
    let object = index + 1
    guard object < phrases.count, phrases[object].kind == .nounPhrase, !isTime(object),
      !plans[object].isDone, !hasClause(after: object)
    else { return }
    _ = writeWithComplements(object)
  }

  /// The rest of a verb's rendering, with the owner's word for "one's" and "oneself", and "he was" for "one is".
  mutating func writeTail(
    _ tail: UnsafeRawBufferPointer, _ tokens: Range<Int>, isPast: Bool = false
  ) {
    guard tail.count >= 5, tail.contains(0x6F) else { return writer.write(tail, tokens) }
    var start = 0
    while start < tail.count {
      var end = start
      while end < tail.count, tail[end] != 0x20 { end += 1 }
      let word = UnsafeRawBufferPointer(rebasing: tail[start..<end])
      if word.elementsEqual("one's".utf8) {
        writePossessive(tokens)
      } else if word.elementsEqual("him-or-her".utf8) {
        writeOwnersObject(tokens)
      } else if word.elementsEqual("oneself".utf8) {
        writeReflexive(tokens)
      } else if start == 0, word.elementsEqual("one".utf8),
        tail[min(tail.count, end + 1)...].split(separator: 0x20).first?.elementsEqual("is".utf8)
          ?? false
      {
        writeOwner(tokens)
        writeOwnersBe(isPast, tokens)
        end = min(tail.count, end + 3)
      } else {
        writer.write(word, tokens)
      }
      start = end + 1
    }
  }

  mutating func writeOwner(_ tokens: Range<Int>) {
    switch owner {
    case .thing: writer.write("it", tokens)
    case .he: writer.write("he", tokens)
    case .she: writer.write("she", tokens)
    case .they: writer.write("they", tokens)
    case .we: writer.write("we", tokens)
    case .you: writer.write("you", tokens)
    case .me: writer.write("I", tokens)
    }
  }

  private mutating func writeOwnersBe(_ isPast: Bool, _ tokens: Range<Int>) {
    switch owner {
    case .they, .we, .you: writer.write(isPast ? "were" : "are", tokens)
    case .me: writer.write(isPast ? "was" : "am", tokens)
    case .thing, .he, .she: writer.write(isPast ? "was" : "is", tokens)
    }
  }

  private mutating func writeReflexive(_ tokens: Range<Int>) {
    switch owner {
    case .thing: writer.write("itself", tokens)
    case .he: writer.write("himself", tokens)
    case .she: writer.write("herself", tokens)
    case .they: writer.write("themselves", tokens)
    case .we: writer.write("ourselves", tokens)
    case .you: writer.write("yourself", tokens)
    case .me: writer.write("myself", tokens)
    }
  }

  /// A linker whose complement is a clitic or went before: "celui dont il dépend".
  func needsOwnLinker(_ index: Int, _ row: LexiconEntry) -> Bool {
    guard !row.linker.isEmpty, hasEarlierComplement(index) else { return false }
    return !plans.indices.contains(where: { candidate in
      candidate > index && candidate < index + 12
        && {
          if case .entry(let entry) = plans[candidate].linker {
            entry == entries[phrases[index].head]
          } else {
            false
          }
        }()
    })
  }

  /// "celui dont il dépend", "il y pense": what the verb governs went before.
  private func hasEarlierComplement(_ index: Int) -> Bool {
    let phrase = phrases[index]
    if phrase.units.contains(where: {
      units[$0].role == .clitic && (units[$0].word == .y || units[$0].word == .en)
    }) {
      return true
    }
    return phrases[max(0, index - 3)..<index].contains {
      $0.kind == .relative && units[$0.head].word != .qui
    }
  }

  private func isNonfinite(_ mood: EnglishTense.Mood) -> Bool {
    switch mood {
    case .to, .bare, .gerund, .participle: true
    default: false
    }
  }

  private func chain(_ tense: EnglishTense, _ row: LexiconEntry) -> [Link] {
    var links: [Link] = []
    if tense.mood == .future { links.append(.will) }
    if tense.mood == .conditional { links.append(.would) }
    if tense.isPerfect { links.append(.have) }
    // A reduced participle is passive by itself.
    let isReduced = tense.mood == .participle && !tense.isPerfect && !tense.followsHave
    if tense.isPassive, !isReduced { links.append(.be) }
    if tense.isProgressive, !tense.isPassive, !row.isBe, !row.isModal { links.append(.being) }
    links.append(.main)
    return links
  }

  private func firstForm(_ tense: EnglishTense) -> Form {
    switch tense.mood {
    case .present: .agreed
    case .past: .past
    case .future, .conditional, .imperative, .to, .bare: .base
    case .gerund: .gerund
    case .participle: .participle
    }
  }

  private func nextForm(after link: Link) -> Form {
    switch link {
    case .will, .would, .doing: .base
    case .have, .be: .participle
    case .being: .gerund
    case .main: .base
    }
  }

  private mutating func write(
    _ link: Link, _ form: Form, _ row: LexiconEntry, _ agreement: Agreement, _ tokens: Range<Int>
  ) {
    switch link {
    case .will: writer.write("will", tokens)
    case .would: writer.write("would", tokens)
    case .have: writeHave(form, agreement, tokens)
    case .be, .being: writeBe(form, agreement, tokens)
    case .doing:
      switch form {
      case .past: writer.write("did", tokens)
      case .agreed: writer.write(isThird(agreement) ? "does" : "do", tokens)
      default: writer.write("do", tokens)
      }
    case .main:
      if row.isBe { return writeBe(form, agreement, tokens) }
      switch form {
      case .agreed: writer.write(row.form(isThird(agreement) ? 1 : 0), tokens)
      case .past: writer.write(row.form(2), tokens)
      case .base: writer.write(row.form(0), tokens)
      case .participle: writer.write(row.form(3), tokens)
      case .gerund: writer.write(row.form(4), tokens)
      }
    }
  }

  private func isThird(_ agreement: Agreement) -> Bool {
    !agreement.isPlural && !agreement.isFirst && !agreement.isSecond
  }

  private mutating func writeHave(_ form: Form, _ agreement: Agreement, _ tokens: Range<Int>) {
    switch form {
    case .agreed: writer.write(isThird(agreement) ? "has" : "have", tokens)
    case .past, .participle: writer.write("had", tokens)
    case .base: writer.write("have", tokens)
    case .gerund: writer.write("having", tokens)
    }
  }

  private mutating func writeBe(_ form: Form, _ agreement: Agreement, _ tokens: Range<Int>) {
    switch form {
    case .agreed:
      if quoteDepth > 0, contractsBe {
        return writer.attach(
          agreement.isPlural || agreement.isSecond ? "'re" : agreement.isFirst ? "'m" : "'s", tokens
        )
      }
      writer.write(
        agreement.isPlural || agreement.isSecond ? "are" : agreement.isFirst ? "am" : "is", tokens)
    case .past: writer.write(agreement.isPlural || agreement.isSecond ? "were" : "was", tokens)
    case .base: writer.write("be", tokens)
    case .participle: writer.write("been", tokens)
    case .gerund: writer.write("being", tokens)
    }
  }
}
