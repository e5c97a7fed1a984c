internal import Bitext
internal import French

/// Whose "son" is, and whether "il" is "he" or "it".
extension Drafter {
  /// "son" by the last subject: "his", "her", "its".
  mutating func writePossessive(_ tokens: Range<Int>) {
    switch owner {
    case .he: writer.write("his", tokens)
    case .she: writer.write("her", tokens)
    case .they: writer.write("their", tokens)
    case .we: writer.write("our", tokens)
    case .you: writer.write("your", tokens)
    case .me: writer.write("my", tokens)
    case .thing where context.sinceMan == 0 && !ownerIsSure: writer.write("his", tokens)
    case .thing where context.sinceWoman == 0 && !ownerIsSure: writer.write("her", tokens)
    case .thing: writer.write("its", tokens)
    }
  }

  /// "à son encontre" is "against him", "her" or "it": the one person of the owner, who is no subject beside it.
  mutating func writeOwnersObject(_ tokens: Range<Int>) {
    switch owner {
    case .he: writer.write("him", tokens)
    case .she: writer.write("her", tokens)
    case .we: writer.write("us", tokens)
    case .you: writer.write("you", tokens)
    case .me: writer.write("me", tokens)
    case .thing, .they:
      if context.sinceWoman < context.sinceMan, context.sinceWoman <= 2 {
        writer.write("her", tokens)
      } else if context.sinceMan <= 2 {
        writer.write("him", tokens)
      } else {
        writer.write("it", tokens)
      }
    }
  }

  /// The "lui" before a verb, man, woman or thing, but never the subject: the one named last.
  mutating func writeDative(_ tokens: Range<Int>) {
    let isWoman: Bool
    switch owner {
    case .she: isWoman = context.sinceMan > 3
    case .he: isWoman = context.sinceWoman <= 1
    default:
      if min(context.sinceMan, context.sinceWoman) > 3 { return writer.write("it", tokens) }
      isWoman = context.sinceWoman < context.sinceMan
    }
    writer.write(isWoman ? "her" : "him", tokens)
  }

  /// Remembers what the phrase says of the next "son", "il" and "elle".
  mutating func noteSubject(_ index: Int) {
    let phrase = phrases[index]
    guard !phrase.marks.contains(.pronoun), !isTime(index) else { return }
    let head = units[phrase.head]
    let human = isHuman(phrase.head)
    let isFeminine = head.morphology.contains(.feminine) && !head.morphology.contains(.masculine)
    let plural = isPlural(index)
    if plans[index].isSubject { ownerIsSure = false }
    if human, !plural {
      if isFeminine { context.sinceWoman = 0 } else { context.sinceMan = 0 }
      lastPerson = isFeminine ? .she : .he
      if owner == .thing { owner = isFeminine ? .she : .he }
    }
    guard plans[index].isSubject || index + 1 == phrases.count && index == 0 else { return }
    ownerIsMany = isFrenchPlural(index)
    if plans[index].isSubject, endsList(index) {
      ownerIsMany = true
      owner = .they
      return
    }
    if plural {
      owner = .they
      return
    }
    owner = human ? (isFeminine ? .she : .he) : .thing
    if !human {
      if isFeminine { context.sinceFeminineThing = 0 } else { context.sinceMasculineThing = 0 }
    }
  }

  /// Whether French treats the phrase as plural: "les États-Unis", not "la police".
  private func isFrenchPlural(_ index: Int) -> Bool {
    let first = phrases[index].first
    let morphology = units[first >= 0 ? first : phrases[index].head].morphology
    return morphology.contains(.plural) && !morphology.contains(.singular)
  }

  /// The "son" of the noun phrase at `index`: of the person it is joined to, "Paul et son frère", of the owner if that is
  /// one, else of the person named last.
  mutating func writeSingularPossessive(_ index: Int, _ tokens: Range<Int>) {
    let before = owner
    defer { owner = before }
    if let partner = partner(of: index) {
      let morphology = units[phrases[partner].head].morphology
      owner = morphology.contains(.feminine) && !morphology.contains(.masculine) ? .she : .he
    } else if ownerIsMany {
      owner = lastPerson ?? context.owner
    }
    writePossessive(tokens)
  }

  /// "a arrêté Paul et son frère": the one person before "et" that is nobody's, or nil.
  private func partner(of index: Int) -> Int? {
    guard index > 1, phrases[index - 1].kind == .coordinator,
      units[phrases[index - 1].head].word == .et, phrases[index - 2].kind == .nounPhrase,
      !phrases[index - 2].marks.contains(.pronoun), isHuman(phrases[index - 2].head),
      !isPlural(index - 2)
    else { return nil }
    let first = phrases[index - 2].first
    return first < 0 || [.le, .la, .un, .une].contains(units[first].word) ? index - 2 : nil
  }

  /// Whose "son" is in an infinitive whose subject is the phrase at `index`.
  mutating func noteOwner(of index: Int) {
    guard !phrases[index].marks.contains(.pronoun) else { return }
    let head = units[phrases[index].head]
    let isFeminine = head.morphology.contains(.feminine) && !head.morphology.contains(.masculine)
    ownerIsSure = true
    ownerIsMany = isFrenchPlural(index)
    owner =
      isPlural(index) ? .they : isHuman(phrases[index].head) ? isFeminine ? .she : .he : .thing
  }

  /// Remembers who speaks: "a rapporté le Kremlin" makes the next "a-t-il dit" the Kremlin's.
  mutating func noteSpeaker(_ index: Int) {
    guard engine.classes.contains(units[phrases[index].head].lemma, in: .saying),
      phrases[index].first < 0
    else { return }
    var subject = plans[index].subject
    if isReporting(index), index + 1 < phrases.count, phrases[index + 1].kind == .nounPhrase {
      subject = index + 1
    }
    guard subject >= 0, !phrases[subject].marks.contains(.pronoun) else { return }
    context.speakerIsThing = !isHuman(phrases[subject].head)
  }

  /// "il" is "he" where a man was named of late or the verb is one of people.
  func isHe(_ index: Int) -> Bool {
    if phrases[index].marks.contains(.inverted), context.speakerIsThing == true { return false }
    if hasWrittenHe { return true }
    if speaksAsBody(index, isFeminine: false) { return false }
    if isHumanVerb(index) { return true }
    return context.sinceMasculineThing > 1 || context.sinceMan <= context.sinceMasculineThing
  }

  /// "le gouvernement a annoncé qu’il renonçait", "la banque a dit qu’elle vendrait": a body speaks of itself.
  private func speaksAsBody(_ index: Int, isFeminine: Bool) -> Bool {
    guard index > 1, !isHumanPassive(index),
      (isFeminine ? context.sinceWoman : context.sinceMan) > 0
    else { return false }
    var current = index - 1
    if phrases[current].kind == .adverb { current -= 1 }
    guard phrases[current].kind == .subordinator, units[phrases[current].head].form == Self.que
    else { return false }
    let limit = max(0, current - 5)
    while current > limit {
      current -= 1
      guard phrases[current].kind == .verbGroup else {
        if phrases[current].kind == .subordinator || phrases[current].kind == .relative { break }
        continue
      }
      let subject = plans[current].subject
      guard engine.classes.contains(units[phrases[current].head].lemma, in: .saying), subject >= 0,
        phrases[current].first < 0, !phrases[subject].marks.contains(.pronoun),
        !isHuman(phrases[subject].head), !isPerson(phrases[subject].head)
      else { return false }
      let head = units[phrases[subject].head]
      return head.pos != .properNoun
        && isFeminine
          == (head.morphology.contains(.feminine) && !head.morphology.contains(.masculine))
    }
    return false
  }

  /// "il est soupçonné": only a person is.
  func isHumanPassive(_ index: Int) -> Bool {
    let lemma = units[phrases[index].head].lemma
    return phrases[index].marks.contains(.passive)
      && (engine.classes.contains(lemma, in: .humanObject)
        || engine.classes.contains(lemma, in: .humanPassive))
  }

  /// A verb whose subject is a person: of saying, feeling, knowing.
  private func isHumanVerb(_ index: Int) -> Bool {
    let lemma = units[phrases[index].head].lemma
    // "elle a été la première femme".
    if units[phrases[index].head].word == .être, index + 1 < phrases.count,
      phrases[index + 1].kind == .nounPhrase, !phrases[index + 1].marks.contains(.pronoun),
      isHuman(phrases[index + 1].head)
    {
      return true
    }
    if isHumanPassive(index) { return true }
    return !phrases[index].marks.contains(.passive)
      && (engine.classes.contains(lemma, in: .saying)
        || engine.classes.contains(lemma, in: .humanSubject))
  }

  func isShe(_ index: Int) -> Bool {
    if phrases[index].marks.contains(.inverted), context.speakerIsThing == true { return false }
    if hasWrittenShe { return true }
    if speaksAsBody(index, isFeminine: true) { return false }
    if isHumanVerb(index) { return true }
    return context.sinceFeminineThing > 2 || context.sinceWoman < context.sinceFeminineThing
  }
}

extension DraftContext {
  /// Whose "son" is at the start of a sentence: the last one named.
  var owner: Drafter.Owner {
    let thing = min(sinceMasculineThing, sinceFeminineThing)
    if sinceMan <= 1, sinceMan <= thing, sinceMan <= sinceWoman { return .he }
    if sinceWoman <= 1, sinceWoman <= thing { return .she }
    return .thing
  }
}
