internal import Bitext
internal import French

/// Object pronouns, which French puts before the verb and English after it.
extension Drafter {
  private static let say = FormHash.of("dire".utf8)

  /// Object pronouns, after the English verb: "il le leur a dit" is "he told them it".
  mutating func writeObjects(_ index: Int, _ row: LexiconEntry) {
    let phrase = phrases[index]
    var direct = -1
    var indirect = -1
    var person = -1
    for unit in phrase.units where units[unit].role == .clitic {
      switch units[unit].word {
      case .le, .la, .les: direct = unit
      case .me, .te, .nous, .vous, .moi, .toi: person = unit
      case .lui, .leur: indirect = unit
      case .y, .en: writeAdverbialPronoun(unit, row, index)
      default: break
      }
    }
    let hasIndefinite = indefiniteObject(index) != nil
    if person >= 0, !phrase.marks.contains(.reflexive) {
      // "il me l’a donné" has two objects, "il m’a parlé" an indirect one.
      let isIndirect =
        direct >= 0 || hasIndefinite
        || engine.classes.contains(units[phrase.head].lemma, in: .toPerson)
      if isIndirect { indirect = person } else { direct = person }
    }
    if direct >= 0, units[direct].word == .le, index > 0,
      units[phrases[index - 1].head].word == .comme
    {
      direct = -1
    }
    // "le président l’est aussi" is "the president is, too".
    if direct >= 0, units[direct].word == .le, row.isBe || row.condition.contains(.clitic) {
      direct = -1
    }
    let isLinked = isLinked(index, row)
    if direct >= 0, isLinked, units[phrase.head].tokens.count > 1,
      ![.le, .la, .les].contains(units[direct].word)
    {
      writer.write(row.linker, units[direct].tokens)
    }
    // "il me l’a dit" is "he told me so".
    if direct >= 0, indirect >= 0, units[direct].word == .le,
      units[phrase.head].lemma == Self.say
    {
      writeObjectPronoun(indirect)
      writer.write("so", units[direct].tokens)
      return
    }
    if direct >= 0, indirect >= 0, units[direct].word != .les {
      // What is given to somebody is a thing.
      writer.write("it", units[direct].tokens)
    } else if direct >= 0, !writePersonObject(direct, index) {
      writeObjectPronoun(direct)
    }
    guard indirect >= 0 else { return }
    if isLinked {
      writer.write(row.linker, units[indirect].tokens)
    } else if direct >= 0 || !takesPerson(index, row) {
      writer.write("to", units[indirect].tokens)
    }
    writeObjectPronoun(indirect)
    if personIsFirst(index, row) { writeIndefiniteObject(index) }
  }

  /// "told him everything", but "said nothing to him": "tout" and "rien" come after the person.
  func personIsFirst(_ index: Int, _ row: LexiconEntry) -> Bool {
    let phrase = phrases[index]
    func has(_ words: Set<FunctionWord>) -> Bool {
      phrase.units.contains { units[$0].role == .clitic && words.contains(units[$0].word) }
    }
    let isPerson =
      has([.lui, .leur])
      || has([.me, .te, .nous, .vous, .moi, .toi]) && !phrase.marks.contains(.reflexive)
    return isPerson && !has([.le, .la, .les]) && takesPerson(index, row) && !isLinked(index, row)
  }

  /// The person is the verb’s object in English: "tell him".
  private func takesPerson(_ index: Int, _ row: LexiconEntry) -> Bool {
    engine.classes.contains(units[phrases[index].head].lemma, in: .dative)
      || row.condition.contains(.preposition) && row.preposition == 1
      || row.complement == .infinitive
  }

  /// "nous a rendu hommage" is "paid tribute to us": the preposition is the row's.
  private func isLinked(_ index: Int, _ row: LexiconEntry) -> Bool {
    row.condition.contains(.preposition) && row.preposition == 1 && !row.linker.isEmpty
      && row.pos == .verb && !needsOwnLinker(index, row)
  }

  /// "l’accuser" is "accuse him", "l’avoir agressée" "have assaulted her"; whether the object is a person for certain.
  private mutating func writePersonObject(_ unit: Int, _ index: Int) -> Bool {
    let phrase = phrases[index]
    guard units[unit].word == .le || units[unit].word == .la,
      engine.classes.contains(units[phrase.head].lemma, in: .humanObject)
    else { return false }
    let participle = units[phrase.head].morphology
    let isElided = sentence.table.flags[units[unit].tokens.lowerBound].contains(.elided)
    var isWoman = units[unit].word == .la && !isElided
    if isElided {
      isWoman =
        phrase.marks.contains(.perfect)
        ? participle.contains(.feminine) && !participle.contains(.masculine)
        : context.sinceWoman < context.sinceMan
    }
    writer.write(isWoman ? "her" : "him", units[unit].tokens)
    return true
  }

  private mutating func writeObjectPronoun(_ unit: Int) {
    let tokens = units[unit].tokens
    switch units[unit].word {
    case .me, .moi: writer.write("me", tokens)
    case .te, .vous, .toi: writer.write("you", tokens)
    case .nous: writer.write("us", tokens)
    case .les, .leur: writer.write("them", tokens)
    case .lui: writeDative(tokens)
    // "la démission, que le roi l’a acceptée": the participle tells the gender.
    case .le where isFeminineParticiple(after: unit):
      writer.write(context.sinceWoman == 0 && context.sinceFeminineThing > 0 ? "her" : "it", tokens)
    case .le:
      let isMan = context.sinceMan == 0 && context.sinceMasculineThing > 0
      writer.write(isMan ? "him" : "it", tokens)
    case .la:
      writer.write(context.sinceWoman == 0 && context.sinceFeminineThing > 0 ? "her" : "it", tokens)
    default: writeUnit(unit)
    }
  }

  /// "l’a acceptée": the participle within the verb group that an elided object opens.
  private func isFeminineParticiple(after unit: Int) -> Bool {
    guard sentence.table.flags[units[unit].tokens.lowerBound].contains(.elided) else {
      return false
    }
    return units[(unit + 1)...].prefix(4).contains {
      $0.isPastParticiple && $0.morphology.contains(.feminine)
        && !$0.morphology.contains(.masculine)
    }
  }

  private mutating func writeAdverbialPronoun(_ unit: Int, _ row: LexiconEntry, _ index: Int) {
    guard row.condition.isDisjoint(with: [.thereof, .thereto]) else { return }
    let tokens = units[unit].tokens
    let isTaken = row.condition.contains(.preposition)
    if units[unit].word == .y {
      if hasAttributeOfPlace(index, row) { return }
      if row.condition.contains(.preposition), row.preposition == 1 {
        writer.write("it", tokens)
      } else if !row.isBe || !phrases[index].marks.contains(.existential) {
        // "y rencontrer son homologue" is "meet his counterpart there".
        let object = index + 1
        if object < phrases.count, phrases[object].kind == .nounPhrase, !plans[object].isDone,
          !phrases[object].marks.contains(.pronoun), !isTime(object), !hasClause(after: object)
        {
          _ = writeWithComplements(object)
        }
        writer.write("there", tokens)
      }
      return
    }
    if isTaken, row.preposition == 2 {
      writer.write("it", tokens)
    } else if !row.isBe, phrases[index].marks.contains(.negated), phrases[index].negator != .ne,
      !isTaken, row.tail.isEmpty, !takesObjectAfter(index)
    {
      // "elle n’en veut pas" is "she does not want any".
      writer.write("any", tokens)
    }
  }

  private func takesObjectAfter(_ index: Int) -> Bool {
    let next = index + 1
    guard next < phrases.count else { return false }
    return phrases[next].kind == .nounPhrase || phrases[next].kind == .verbGroup
      || phrases[next].kind == .subordinator
  }
}
