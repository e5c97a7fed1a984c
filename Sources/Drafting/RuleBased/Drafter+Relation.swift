internal import Bitext
internal import French

/// How a noun and its complement are said: as a compound, with a genitive, with "of".
extension Drafter {
  enum Relation {
    case none, compound, genitive, named, titled, aged, compass, amount, span, share, year
  }

  /// How a noun stands to the name right after it.
  private func relationToName(_ index: Int) -> Relation {
    let phrase = phrases[index]
    guard index + 1 < phrases.count, phrases[index + 1].kind == .nounPhrase,
      phrase.units.upperBound == phrase.head + 1,
      phrases[index + 1].first < 0, units[phrase.head].pos == .noun, !units[phrase.head].isTerm,
      units[phrases[index + 1].head].pos == .properNoun, phrase.first >= 0,
      isDefinite(units[phrase.first].word) || isNamedIndefinite(index),
      groups[phrase.head].count > 0,
      phrases[index + 1].units.allSatisfy({ units[$0].pos == .properNoun })
    else { return .none }
    if engine.classes.contains(units[phrase.head].lemma, in: .titleNoun) { return .titled }
    if isHuman(phrase.head) { return phrase.units.count == 2 ? .titled : .none }
    if engine.classes.contains(units[phrase.head].lemma, in: .apposed) { return .none }
    return .named
  }

  /// "un sondage Ifop" is "an Ifop poll".
  private func isNamedIndefinite(_ index: Int) -> Bool {
    let first = units[phrases[index].first]
    return (first.word == .un || first.word == .une) && !isHuman(phrases[index].head)
      && !engine.classes.contains(units[phrases[index].head].lemma, in: .titleNoun)
  }

  /// How "N1 de N2" is said.
  func relation(_ index: Int) -> Relation {
    let named = relationToName(index)
    if named != .none { return named }
    if hasAge(index) { return .aged }
    if isCompass(index) { return .compass }
    if isAmount(index) { return .amount }
    if isSpan(index) { return .span }
    if isShare(index) { return .share }
    if isOfYear(index) { return .year }
    guard index + 2 < phrases.count, phrases[index + 1].kind == .preposition,
      units[phrases[index + 1].head].word == .de, plans[index + 1].linker == .own,
      phrases[index + 2].kind == .nounPhrase, !phrases[index + 2].marks.contains(.pronoun),
      !phrases[index].marks.contains(.nominalized), !isMannerNoun(index + 2)
    else { return .none }
    let head = phrases[index].head
    let complement = phrases[index + 2]
    let modifier = units[complement.head]
    if modifier.isTerm || modifier.pos == .properNoun {
      if joinsPlace(index) || joinsBody(index) { return .compound }
      if isPerson(complement.head), hasApposition(after: index + 2) { return .none }
      if isOwned(index) { return .genitive }
      guard modifier.syntax == .name, isPerson(complement.head) || isBareName(index + 2),
        !engine.classes.contains(units[head].lemma, in: .ofHead), phrases[index].first >= 0,
        !engine.classes.contains(units[head].lemma, in: .compass),
        isDefinite(units[phrases[index].first].word), !hasComplement(after: index + 2),
        !units[head].isTerm, conjunctOfComplement(index + 2) == nil
      else { return .none }
      return .genitive
    }
    if isOwned(index) { return .genitive }
    let isDefiniteCompound =
      complement.first >= 0 && isDefinite(units[complement.first].word) && !isPlural(index + 2)
      && phrases[index].first >= 0 && !hasComplement(after: index + 2)
      && engine.classes.contains(modifier.lemma, in: .definiteCompound)
    guard complement.first < 0 || isDefiniteCompound, modifier.pos == .noun,
      units[head].pos == .noun,
      !units[head].isTerm,
      groups[head].count > 0, groups[complement.head].count > 0,
      !complement.units.contains(where: { units[$0].role == .number }),
      complement.units.lowerBound == complement.head || isDefiniteCompound,
      complement.units.upperBound - complement.units.lowerBound <= 2
    else { return .none }
    guard joinsAsCompound(head, complement.head, index) else { return .none }
    guard let conjunct = conjunctOfComplement(index + 2) else { return .compound }
    let second = phrases[conjunct]
    return second.first < 0 && second.units.count == 1 && units[second.head].pos == .noun
      && !units[second.head].isTerm && groups[second.head].count > 0
      && joinsAsCompound(head, second.head, index) ? .compound : .none
  }

  /// "le conflit du Karabakh" is "the Karabakh conflict", "la police de Paris" "Paris police".
  private func joinsPlace(_ index: Int) -> Bool {
    let complement = phrases[index + 2]
    let unit = units[complement.head]
    guard unit.isTerm,
      complement.units.allSatisfy({ $0 == complement.head || units[$0].role == .determiner }),
      !units[phrases[index].head].isTerm, !hasComplement(after: index + 2),
      engine.classes.contains(units[phrases[index].head].lemma, in: .placeCompound)
    else { return false }
    let match = sentence.matches[Int(unit.term)]
    return match.kind == .place && !match.isPlural && match.syntax == .name
      && !match.concept.hasPrefix("country.")
  }

  static let compass = FormHash.of("compass".utf8)

  /// "le sud du Maroc", but not "le sud de la ville".
  func isCompass(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard engine.classes.contains(units[phrase.head].lemma, in: .compass), phrase.first >= 0,
      isDefinite(units[phrase.first].word), phrase.units.count == 2, index + 2 < phrases.count,
      phrases[index + 1].kind == .preposition, units[phrases[index + 1].head].word == .de,
      phrases[index + 2].kind == .nounPhrase, isPlaceTerm(index + 2),
      !hasOwnComplement(after: index + 2)
    else { return false }
    return phrases[index + 2].units.allSatisfy {
      $0 == phrases[index + 2].head || units[$0].role == .determiner
    }
  }

  /// "une aide de 50 millions d’euros", with an indefinite article or none.
  private func isAmount(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard engine.classes.contains(units[phrase.head].lemma, in: .sum), index + 2 < phrases.count,
      phrases[index + 1].kind == .preposition, units[phrases[index + 1].head].word == .de,
      phrases[index + 2].kind == .nounPhrase, units[phrases[index + 2].head].isTerm,
      phrases[index + 2].units.count == 1,
      phrase.first < 0 || units[phrase.first].lemma == Self.un
    else { return false }
    return sentence.matches[Int(units[phrases[index + 2].head].term)].kind == .amount
  }

  /// "un voyage de sept mois", "un mur de 30 mètres": a noun with its length.
  private func isSpan(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard index + 2 < phrases.count, phrases[index + 1].kind == .preposition,
      units[phrases[index + 1].head].word == .de, plans[index + 1].linker == .own,
      phrases[index + 2].kind == .nounPhrase, phrases[index + 2].units.count == 2,
      !phrase.marks.contains(.pronoun), !phrase.marks.contains(.nominalized), phrase.first >= 0,
      units[phrase.head].pos == .noun, !units[phrase.head].isTerm, groups[phrase.head].count > 0,
      !isTimeNoun(phrase.head), !isHuman(phrase.head), phrase.units.last == phrase.head,
      !engine.classes.contains(units[phrase.head].lemma, in: .ofHead),
      !hasComplement(after: index + 2)
    else { return false }
    let unit = phrases[index + 2].head
    guard !units[unit].isTerm, units[phrases[index + 2].units.lowerBound].isNumber,
      !units[phrases[index + 2].units.lowerBound].isTerm
    else { return false }
    return isTimeNoun(unit) || engine.classes.contains(units[unit].lemma, in: .length)
  }

  /// "les élections de 2022": a noun with its year.
  private func isOfYear(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard index + 2 < phrases.count, phrases[index + 1].kind == .preposition,
      units[phrases[index + 1].head].word == .de, plans[index + 1].linker == .own,
      phrases[index + 2].kind == .nounPhrase, phrases[index + 2].units.count == 1,
      isYear(phrases[index + 2].head), phrase.first >= 0, isDefinite(units[phrase.first].word),
      units[phrase.head].pos == .noun, !units[phrase.head].isTerm, groups[phrase.head].count > 0,
      !isTimeNoun(phrase.head), !phrase.marks.contains(.nominalized),
      !engine.classes.contains(units[phrase.head].lemma, in: .ofHead),
      !engine.classes.contains(units[phrase.head].lemma, in: .ofOwned)
    else { return false }
    let next = index + 3
    return next >= phrases.count
      || phrases[next].kind != .nounPhrase && phrases[next].kind != .coordinator
        && units[phrases[next].head].word != .à && units[phrases[next].head].word != .de
  }

  /// "un enfant sur trois", "un Français sur deux": a share of a kind.
  private func isShare(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard phrase.first >= 0, [.un, .une].contains(units[phrase.first].word),
      index + 1 < phrases.count, !phrase.marks.contains(.pronoun),
      units[phrase.head].isTerm || groups[phrase.head].count > 0
    else { return false }
    let next = phrases[index + 1]
    if next.kind == .adverb {
      let tokens = units[next.head].tokens
      return units[next.head].form == Self.sur && tokens.count == 2
        && sentence.table.exact[tokens.lowerBound + 1] == Self.two
    }
    guard next.kind == .preposition, units[next.head].word == .sur, index + 2 < phrases.count,
      phrases[index + 2].kind == .nounPhrase, phrases[index + 2].units.count == 1
    else { return false }
    return units[phrases[index + 2].head].isNumber
  }

  private static let two = FormHash.of("deux".utf8)
  private static let sur = FormHash.of("sur".utf8)

  static let un = FormHash.of("un".utf8)

  /// "un homme de 45 ans", "une femme âgée de 30 ans".
  private func hasAge(_ index: Int) -> Bool {
    let head = phrases[index].head
    let isOld = phrases[index].units.last.map { units[$0].lemma == Self.old } ?? false
    guard index + 2 < phrases.count, phrases[index + 1].kind == .preposition,
      units[phrases[index + 1].head].word == .de, phrases[index + 2].kind == .nounPhrase,
      phrases[index + 2].units.count == 2,
      isOld && isTimeNoun(phrases[index + 2].head)
        || isHuman(head) && Self.ages.contains(units[phrases[index + 2].head].lemma),
      units[head].isTerm ? units[head].syntax == .noun : groups[head].count > 0
    else { return false }
    let number = units[phrases[index + 2].units.lowerBound]
    // "15 à 24" is no single number.
    let isRange =
      number.isTerm && sentence.matches[Int(number.term)].target.utf8.contains(UInt8(ascii: " "))
    return number.isNumber && (!isRange || isOld)
      && phrases[index].units.last.map { $0 == head || units[$0].lemma == Self.aged || isOld }
        ?? false
  }

  /// "les combattants du Hamas" is "Hamas fighters": people of a body with a short name.
  private func joinsBody(_ index: Int) -> Bool {
    let head = phrases[index].head
    let complement = phrases[index + 2]
    let unit = units[complement.head]
    guard unit.isTerm, isHuman(head), !units[head].isTerm, groups[head].count > 0,
      phrases[index].first >= 0, !hasComplement(after: index + 2),
      conjunctOfComplement(index + 2) == nil,
      !engine.classes.contains(units[head].lemma, in: .ofHead),
      complement.units.allSatisfy({ $0 == complement.head || units[$0].role == .determiner })
    else { return false }
    let match = sentence.matches[Int(unit.term)]
    return match.kind == .organization && match.syntax == .name
      && match.target.utf8.count { $0 == 0x20 } < 2
  }

  /// "du gouvernement", "de son père": one that is known.
  private func canOwn(_ determiner: FunctionWord) -> Bool {
    switch determiner {
    case .le, .la, .les, .son, .sa, .mon, .ma, .notre, .leur: true
    default: false
    }
  }

  /// "la décision du gouvernement" is "the government’s decision": a person or a body that owns, with "the" on both.
  private func isOwned(_ index: Int) -> Bool {
    let head = phrases[index].head
    let complement = phrases[index + 2]
    guard complement.first >= 0, canOwn(units[complement.first].word),
      phrases[index].first >= 0, isDefinite(units[phrases[index].first].word),
      complement.units.count <= 3, complement.units.lowerBound == complement.first,
      complement.units.lowerBound + 1 == complement.head, !complement.marks.contains(.nominalized),
      units[head].pos == .noun, !units[head].isTerm, groups[head].count > 0, !isTimeNoun(head),
      !engine.classes.contains(units[head].lemma, in: .ofHead),
      !engine.classes.contains(units[head].lemma, in: .ofOwned),
      !isPlural(index + 2) || isPersons(index + 2),
      !phrases[index].units.contains(where: {
        units[$0].role == .predeterminer || units[$0].role == .degree || units[$0].word == .autre
      }),
      !hasComplement(after: index + 2), !hasClause(after: index + 2),
      conjunctOfComplement(index + 2) == nil,
      index + 3 >= phrases.count
        || phrases[index + 3].kind != .nounPhrase && phrases[index + 3].kind != .adjective
          && (phrases[index + 3].kind != .preposition || complement.units.count == 2)
    else { return false }
    let modifier = units[complement.head]
    guard modifier.isTerm else {
      guard modifier.pos == .noun, groups[complement.head].count > 0 else { return false }
      let entry = entries[complement.head]
      let isPerson =
        entry >= 0 ? lexicon.entry(entry).traits.contains(.human) : isHuman(complement.head)
      return isPerson
        || [.le, .la].contains(units[complement.first].word)
          && engine.classes.contains(modifier.lemma, in: .owner)
    }
    let match = sentence.matches[Int(modifier.term)]
    return match.kind == .office && match.syntax == .noun
      && match.target.utf8.count { $0 == 0x20 } < 3
  }

  /// "les juges": persons by a noun alone.
  private func isPersons(_ index: Int) -> Bool {
    let phrase = phrases[index]
    return units[phrase.first].word == .les && phrase.units.count == 2 && !units[phrase.head].isTerm
      && isHuman(phrase.head) && units[phrase.head].pos == .noun
      && !engine.classes.contains(units[phrase.head].lemma, in: .ofModifier)
  }

  /// A single name of a place or body, without number or adjectives.
  private func isBareName(_ index: Int) -> Bool {
    let phrase = phrases[index]
    let unit = units[phrase.head]
    guard phrase.units.allSatisfy({ units[$0].role == .determiner || units[$0].pos == .properNoun })
    else { return false }
    guard unit.isTerm else { return true }
    let match = sentence.matches[Int(unit.term)]
    // "la frontière de l’Arizona" is "the border of Arizona": only countries own as people do.
    return match.kind == .organization
      || match.kind == .place && match.concept.hasPrefix("country.")
  }

  /// A bare noun after "de" is a modifier unless the head counts, contains or acts on it.
  private func joinsAsCompound(_ head: Int, _ modifier: Int, _ index: Int) -> Bool {
    let entry = entries[modifier] >= 0 ? entries[modifier] : Int(groups[modifier].first)
    let traits = lexicon.entry(entry).traits
    let classes = engine.classes
    if isTimeNoun(head) || traits.contains(.human) { return false }
    if classes.contains(units[head].lemma, in: .ofHead) {
      return classes.contains(units[modifier].lemma, in: .compoundModifier)
    }
    if classes.contains(units[modifier].lemma, in: .ofModifier) {
      return classes.contains(units[head].lemma, in: .compoundHead)
    }
    // "N1 de N2 de N3" keeps its first "of".
    return true
  }

  func isPerson(_ unit: Int) -> Bool {
    let value = units[unit]
    guard value.isTerm else { return false }
    let kind = sentence.matches[Int(value.term)].kind
    return kind == .person
  }

  private func isDefinite(_ word: FunctionWord) -> Bool {
    word == .le || word == .la || word == .les
  }

  /// ", le maire de Lyon," after a name, which must stand beside it: "the car of Marc Dupont, the mayor of Lyon, burned".
  private func hasApposition(after index: Int) -> Bool {
    guard index + 2 < phrases.count, units[phrases[index + 1].head].mark == 0x2C,
      phrases[index + 2].kind == .nounPhrase, isHuman(phrases[index + 2].head)
    else { return false }
    var next = index + 3
    while next < phrases.count,
      [.nounPhrase, .preposition, .adjective].contains(phrases[next].kind)
    {
      next += 1
    }
    return next == phrases.count || phrases[next].kind == .punctuation
  }

  /// A "de" complement, relative clause or other specification right after the phrase.
  func hasComplement(after index: Int) -> Bool {
    hasOwnComplement(after: index) || sharesComplement(after: index)
  }

  func hasOwnComplement(after index: Int) -> Bool {
    guard index + 1 < phrases.count else { return false }
    let next = phrases[index + 1]
    switch next.kind {
    case .preposition:
      guard plans[index + 1].linker != .absorbed else { return false }
      if index + 2 < phrases.count, phrases[index + 2].kind == .relative { return true }
      return units[next.head].word == .de || units[next.head].word == .entre
    case .relative: return true
    case .verbGroup: return next.marks.contains(.reduced)
    default: return false
    }
  }
}
