internal import Bitext
internal import French

/// Prepositions before their objects: places, times, amounts, infinitives.
extension Drafter {
  /// Writes a preposition by its plan; an infinitive after it gets its form.
  mutating func writePreposition(_ index: Int) -> Int {
    let unit = units[phrases[index].head]
    let next = index + 1
    let infinitive = infinitiveAfter(index)
    let hasInfinitive = infinitive >= 0
    switch plans[index].linker {
    case .absorbed: return next
    case .entry(let entry):
      writer.write(lexicon.entry(entry).linker, unit.tokens)
      return next
    case .fixed(let fixed):
      writeFixed(fixed, unit.tokens)
      return next
    case .own: break
    }
    if hasInfinitive { return writeInfinitivePreposition(index) }
    // "d’une façon brutale", "de manière brutale" are "in a brutal way".
    if unit.word == .de, next < phrases.count, isMannerNoun(next) {
      writer.write("in", unit.tokens)
      if phrases[next].first < 0 { writer.writeIndefiniteArticle(unit.tokens) }
      return next
    }
    if let word = likeness(index) {
      writer.write(word, unit.tokens)
      return next
    }
    if isAuthored(index) {
      writer.write("by", unit.tokens)
      return next
    }
    if let next = writeRoute(index) { return next }
    // "une mine du nord de la Chine" is "a mine in northern China".
    if unit.word == .de, next < phrases.count, phrases[next].kind == .nounPhrase, isCompass(next) {
      writer.write("in", unit.tokens)
      return next
    }
    // "l’appel du 23 juillet": the day has its own preposition.
    let hasArticle =
      next + 1 < phrases.count && phrases[next].kind == .other
      && units[phrases[next].head].isAbsorbed
    let day = hasArticle ? next + 1 : next
    if unit.word == .de, day < phrases.count, isDay(day) {
      writer.write("on", unit.tokens)
      return next
    }
    // "le coup d’État de février": the month has its own as well.
    if unit.word == .de, next < phrases.count, isMonth(next), index > 0,
      phrases[index - 1].kind == .nounPhrase, !isTime(index - 1), phrases[index - 1].first >= 0
    {
      writer.write("in", unit.tokens)
      return next
    }
    if unit.word != .none || FunctionWords.word(unit.form) == .none,
      next < phrases.count, phrases[next].kind == .nounPhrase,
      let word = row(of: unit.form, before: phrases[next].head),
      word.elementsEqual("in".utf8) || !followsMotion(index)
    {
      writer.write(word, unit.tokens)
      return next
    }
    if isLevel(index) {
      // "70 % à 90 %" runs from one to the other.
      let before = units[phrases[index - 1].head]
      let isRange =
        before.isTerm && phrases[index - 1].kind == .nounPhrase
        && [.amount, .number].contains(sentence.matches[Int(before.term)].kind)
      writer.write(isRange ? "to" : "at", unit.tokens)
      return next
    }
    let entry = prepositionEntry(index)
    guard entry >= 0 else {
      copyUnknown(phrases[index].head)
      return next
    }
    writer.write(lexicon.entry(entry).form(0), unit.tokens)
    return next
  }

  /// A noun of manner with an adjective: "une façon brutale".
  func isMannerNoun(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard phrase.kind == .nounPhrase, engine.classes.contains(units[phrase.head].lemma, in: .way),
      !isPlural(index), phrase.units.count > 1
    else { return false }
    if phrase.first >= 0, ![.un, .une].contains(units[phrase.first].word) { return false }
    return phrase.units.contains {
      $0 != phrase.head && [.premodifier, .postmodifier].contains(units[$0].role)
    }
  }

  /// «Le Baiser» de Klimt: whose work stands between quotation marks.
  private func isAuthored(_ index: Int) -> Bool {
    guard units[phrases[index].head].word == .de, index > 1, index + 1 < phrases.count,
      phrases[index + 1].kind == .nounPhrase, isPersonLike(phrases[index + 1].head)
    else { return false }
    let mark = units[phrases[index - 1].head]
    let last = mark.tokens.lowerBound
    let opening: String
    switch mark.mark {
    case 0x22 where !sentence.table.flags[last].contains(.spaceBefore): opening = "\""
    case 0xC2 where isMark(last, "»"): opening = "«"
    case 0xE2 where isMark(last, "”"): opening = "“"
    default: return false
    }
    let first = (max(sentence.tokens.lowerBound, last - 12)..<last).last { isMark($0, opening) }
    return first.map { sentence.table.flags[$0 + 1].contains(.capitalized) } ?? false
  }

  func isMark(_ token: Int, _ mark: String) -> Bool {
    let table = sentence.table
    guard table.flags[token].contains(.punctuation) else { return false }
    return sentence.text[Int(table.start[token])..<Int(table.end[token])].elementsEqual(mark.utf8)
  }

  /// A person, or a name no row has: «de Picasso».
  private func isPersonLike(_ unit: Int) -> Bool {
    isPerson(unit) || units[unit].pos == .properNoun && !units[unit].isTerm
  }

  /// "le chômage, à 7,3 %": where an amount stands.
  private func isLevel(_ index: Int) -> Bool {
    guard units[phrases[index].head].word == .à, index > 0, index + 1 < phrases.count,
      phrases[index - 1].kind == .nounPhrase || phrases[index - 1].kind == .punctuation,
      units[phrases[index + 1].head].isTerm
    else { return false }
    let match = sentence.matches[Int(units[phrases[index + 1].head].term)]
    return match.kind == .amount || match.kind == .number && match.target.hasSuffix("%")
  }

  /// "de Paris à Rome" after a journey or a verb of motion: "from Paris to Rome".
  private mutating func writeRoute(_ index: Int) -> Int? {
    guard units[phrases[index].head].word == .de, index + 3 < phrases.count,
      units[phrases[index + 2].head].word == .à, phrases[index + 2].kind == .preposition,
      isPlaceTerm(index + 1), isPlaceTerm(index + 3),
      // «De Londres à Rome, les trains sont pleins» opens a sentence.
      index == 0 || phrases[index - 1].kind == .punctuation || followsMotion(index)
        || engine.classes.contains(units[phrases[index - 1].head].lemma, in: .journey)
    else { return nil }
    plans[index + 2].linker = .fixed(.to)
    writer.write("from", units[phrases[index].head].tokens)
    return index + 1
  }

  mutating func writeFixed(_ fixed: FixedLinker, _ tokens: Range<Int>) {
    switch fixed {
    case .of: writer.write("of", tokens)
    case .theMore: writer.write("the more", tokens)
    case .theLess: writer.write("the less", tokens)
    case .from: writer.write("from", tokens)
    case .to: writer.write("to", tokens)
    case .by: writer.write("by", tokens)
    case .only: writer.write("only", tokens)
    case .than: writer.write("than", tokens)
    case .asWord: writer.write("as", tokens)
    case .neither: writer.write("neither", tokens)
    case .before: writer.write("before", tokens)
    }
  }

  /// "pour faire" is "to do", "sans faire" "without doing", "avant de faire" "before doing".
  private mutating func writeInfinitivePreposition(_ index: Int) -> Int {
    let unit = units[phrases[index].head]
    let next = index + 1
    let infinitive = infinitiveAfter(index)
    let entry = prepositionEntry(index)
    switch unit.word {
    // "pour avoir dénoncé la corruption" is "for denouncing corruption".
    case .pour
    where phrases[infinitive].marks.contains(.perfect) && plans[infinitive].nonfinite == .own:
      writer.write("for", unit.tokens)
      plans[infinitive].nonfinite = .gerund
      phrases[infinitive].marks.remove(.perfect)
      return next
    case .à, .de, .pour:
      if plans[infinitive].nonfinite == .own { plans[infinitive].nonfinite = .to }
      return next
    default: break
    }
    guard entry >= 0 else {
      copyUnknown(phrases[index].head)
      return next
    }
    let row = lexicon.entry(entry)
    if !row.form(0).elementsEqual("-".utf8) { writer.write(row.form(0), unit.tokens) }
    if plans[infinitive].nonfinite == .own {
      switch row.complement {
      case .infinitive: plans[infinitive].nonfinite = .to
      case .bare: plans[infinitive].nonfinite = .bare
      case .none, .gerund: plans[infinitive].nonfinite = .gerund
      }
    }
    return next
  }

  /// The entry of a preposition before its object: "en France" and "en 2020" are "in", "à lundi" is "to".
  private func prepositionEntry(_ index: Int) -> Int {
    let head = phrases[index].head
    guard groups[head].count > 0 else { return -1 }
    var around = Surroundings()
    var next = index + 1
    // "jusqu’au 15 septembre", whose article is absorbed.
    if next + 1 < phrases.count, phrases[next].kind == .other,
      units[phrases[next].head].isAbsorbed
    {
      next += 1
    }
    if next < phrases.count {
      if phrases[next].kind == .nounPhrase {
        let object = phrases[next].head
        if isTime(next) || isYear(object) { around.context.insert(.time) }
        if isPlace(object) { around.context.insert(.place) }
        if isHuman(object) { around.context.insert(.person) }
        if units[object].isTerm, sentence.matches[Int(units[object].term)].kind == .amount {
          around.context.insert(.number)
        }
        let first = phrases[next].first
        if phrases[next].units.contains(where: { $0 != object && units[$0].isNumber })
          || first >= 0 && isTime(next)
            && [.un, .une, .plusieurs, .quelques].contains(units[first].word)
        {
          around.context.insert(.number)
        }
        around.isPlural = isPlural(next)
      }
      if phrases[next].kind == .adverb, units[phrases[next].head].isTerm, isTime(next) {
        around.context.insert(.time)
      }
      if isInfinitive(next) { around.infinitive = next }
    }
    if followsMotion(index) { around.context.insert(.motion) }
    return choose(groups[head], around, near: head).entry
  }

  /// The row for a preposition before a noun: by its lemma, or the first word of a term; of a time of several words, or a
  /// noun with a hyphen, by its last: "premier trimestre", "sous-commission".
  private func row(of preposition: UInt64, before unit: Int) -> [UInt8]? {
    let noun = units[unit]
    let key = noun.isTerm ? sentence.table.exact[noun.tokens.lowerBound] : noun.lemma
    if let row = engine.classes.preposition(preposition, before: key) { return row }
    guard !noun.isTerm, noun.tokens.count > 1,
      isTimeNoun(unit)
        || sentence.table.flags[noun.tokens.upperBound - 1].contains(.hyphenBefore)
    else { return nil }
    return engine.classes.preposition(
      preposition, before: sentence.table.exact[noun.tokens.upperBound - 1])
  }

  /// A full date, as a phrase: "23 juillet", "lundi".
  private func isDay(_ index: Int) -> Bool {
    let unit = units[phrases[index].head]
    guard unit.isTerm else { return false }
    let match = sentence.matches[Int(unit.term)]
    return match.kind == .date && match.rule == "date-day"
  }

  /// A month alone: "février".
  private func isMonth(_ index: Int) -> Bool {
    let unit = units[phrases[index].head]
    guard unit.isTerm, phrases[index].kind == .nounPhrase, unit.tokens.count == 1 else {
      return false
    }
    let match = sentence.matches[Int(unit.term)]
    return match.kind == .date && match.rule != "date-day"
      && match.target.utf8.first.map { 0x41...0x5A ~= $0 } ?? false
  }

  func isYear(_ unit: Int) -> Bool {
    let value = units[unit]
    guard !value.isTerm, value.flags.contains(.number) else { return false }
    let table = sentence.table
    let first = value.tokens.lowerBound
    guard table.end[first] - table.start[first] == 4 else { return false }
    let digits = sentence.text[Int(table.start[first])..<Int(table.end[first])]
    return digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  private func isPlace(_ unit: Int) -> Bool {
    guard units[unit].isTerm else { return units[unit].pos == .properNoun }
    let match = sentence.matches[Int(units[unit].term)]
    return match.kind == .place || match.rule == "kept"
  }

  /// Whether the verb before the preposition is one of motion.
  private func followsMotion(_ index: Int) -> Bool {
    var current = index - 1
    while current >= 0, current > index - 5 {
      let phrase = phrases[current]
      if phrase.kind == .verbGroup {
        // "descendre dans la rue" moves nobody.
        let entry = entries[phrase.head]
        return engine.classes.contains(units[phrase.head].lemma, in: .motion)
          && units[phrase.head].tokens.count == 1
          && (entry < 0 || lexicon.entry(entry).tail.isEmpty)
      }
      if phrase.kind != .adverb && phrase.kind != .nounPhrase && phrase.kind != .preposition {
        return false
      }
      // "mener une attaque contre une base en Jordanie" goes nowhere.
      if phrase.kind == .preposition, units[phrase.head].word != .de,
        units[phrase.head].word != .depuis
      {
        return false
      }
      current -= 1
    }
    return false
  }

  /// "on" before a day that works as an adverb and has no preposition of its own: "lundi", "le 12 avril".
  mutating func writeDatePreposition(_ index: Int) {
    let unit = units[phrases[index].head]
    guard unit.isTerm, unit.syntax == .adverbial else { return }
    let match = sentence.matches[Int(unit.term)]
    // The rule of days without a preposition; "in early 2026" and "at 9 a.m." have theirs.
    guard match.kind == .date, match.rule == "date-day" else { return }
    // "du 12 avril": the preposition is written.
    if let article = match.determiner, sentence.table.flags[article].contains(.contracted) {
      return
    }
    if index > 0, phrases[index - 1].kind == .preposition { return }
    // "pour le 7 février", whose article is absorbed.
    if index > 1, phrases[index - 1].kind == .other, units[phrases[index - 1].head].isAbsorbed,
      phrases[index - 2].kind == .preposition
    {
      return
    }
    writer.write("on", unit.tokens.lowerBound..<unit.tokens.lowerBound)
  }
}
