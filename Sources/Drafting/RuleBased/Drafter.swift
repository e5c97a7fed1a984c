internal import Bitext
internal import English
internal import French

/// The work on one sentence: its units and phrases, what was decided of them, and the English written so far.
struct Drafter {
  /// How a preposition or relative pronoun is written.
  enum Linker: Equatable {
    /// By its own entry.
    case own
    /// Not at all: the governing word has taken it.
    case absorbed
    /// By the linker of this entry: "on" of "depend on".
    case entry(Int)
    case fixed(FixedLinker)
  }

  enum FixedLinker { case theMore, theLess, of, from, to, by, only, than, asWord, neither, before }

  /// The form a governing word asks of an infinitive.
  enum Nonfinite { case own, to, bare, gerund, participle, base }

  struct Plan {
    var linker = Linker.own
    var nonfinite = Nonfinite.own
    /// Phrase of the subject of a verb group, or -1.
    var subject = -1
    /// Phrase of its object, or -1.
    var object = -1
    /// A partitive or a negated object: no determiner.
    var dropsDeterminer = false
    /// Written with another phrase already, or nothing in English.
    var isDone = false
    /// The subject of a verb group.
    var isSubject = false
    /// The pronoun whose possession a noun phrase is: "il se lave les mains".
    var possessor: FunctionWord?
    /// The verb of a clause after "cela fait des années que".
    var isSince = false
    /// An infinitive that English says as a clause: "il dit avoir vu" is "he says he saw".
    var isReported = false
    /// The noun phrase whose action an infinitive is: "exhorter Ankara à faire"; -1 if it is the subject's.
    var controller = -1
    /// The modal that "il faut que" lends to the verb of its clause: "must", "should".
    var modal: StaticString?
  }

  let engine: RuleBasedEngine
  let sentence: AnalyzedSentence
  var context: DraftContext
  var units: [SyntaxUnit] = []
  var groups: [BilingualLexicon.Group] = []
  /// The chosen entry of each unit, or -1.
  var entries: [Int] = []
  var phrases: [Phrase] = []
  var plans: [Plan] = []
  var writer: EnglishWriter
  var doubts: [Draft.Doubt] = []
  var quoteDepth = 0
  var isQuestion = false
  /// Whether the last subject is a person, and its gender: "son" is "his", "her" or "its".
  var owner = Owner.thing

  /// The noun phrase that a question takes as its subject, or -1.
  var questionSubject = -1
  /// Whether "is" may be written as "'s" after the pronoun just written.
  var contractsBe = false
  /// The infinitive written last and the form it got.
  var lastInfinitive: (phrase: Int, mood: EnglishTense.Mood)?
  /// Whether the antecedent of the last relative pronoun is a person.
  var lastRelativeIsHuman: Bool?
  /// The linker of the phrase that is being written.
  var currentLinker = Linker.own

  /// Whether a pronoun of the sentence was "he" or "she": the next one is the same person.
  var hasWrittenHe = false
  var hasWrittenShe = false
  /// Whether `owner` is a thing for certain: "exhorter Ankara à retirer ses troupes".
  var ownerIsSure = false

  /// Whether the owner is many in French, or the one who speaks: "son" is never theirs.
  var ownerIsMany = false
  /// The person named last in the sentence.
  var lastPerson: Owner?

  enum Owner { case thing, he, she, they, we, you, me }

  var lexicon: BilingualLexicon { engine.lexicon }

  init(_ engine: RuleBasedEngine, _ sentence: AnalyzedSentence, _ context: DraftContext) {
    self.engine = engine
    self.sentence = sentence
    self.context = context
    let flags = sentence.table.flags
    let first = sentence.tokens.first {
      flags[$0].contains(.word) || flags[$0].contains(.number) || flags[$0].contains(.opaque)
    }
    let capitalizes = first.map { flags[$0].contains(.capitalized) } ?? false
    writer = EnglishWriter(
      article: engine.article, spelling: engine.spelling, matches: sentence.matches.count,
      capitalizes: capitalizes, capacity: sentence.tokens.count * 8)
  }

  /// Units with their entries, then phrases.
  mutating func analyze() {
    UnitBuilder(sentence: sentence).build(into: &units)
    UnitCorrector(lexicon: lexicon).correct(&units)
    ExpressionMatcher(lexicon: lexicon).match(&units, &groups)
    engine.chunker.chunk(&units, into: &phrases)
    joinAdverbs()
    owner = context.owner
    context.sinceMan += 1
    context.sinceWoman += 1
    context.sinceMasculineThing += 1
    context.sinceFeminineThing += 1
    entries = [Int](repeating: -1, count: units.count)
    plans = [Plan](repeating: Plan(), count: phrases.count)
    // "Pourquoi ? », demande-t-il" ends in the speaker.
    isQuestion = units.contains { $0.mark == UInt8(ascii: "?") }
    planQuestion()
  }

  /// "de mieux comprendre" is "to better understand": an adverb between a preposition and its infinitive is the verb's.
  private mutating func joinAdverbs() {
    var isJoined = false
    for index in phrases.indices.dropFirst().dropLast() {
      let phrase = phrases[index]
      guard phrase.kind == .adverb, phrase.units.count == 1, !units[phrase.head].isTerm,
        phrases[index - 1].kind == .preposition
          && [.de, .à, .pour, .sans].contains(units[phrases[index - 1].head].word)
          || phrases[index - 1].kind == .verbGroup && units[phrase.head].word == .mieux,
        isInfinitive(index + 1),
        phrases[index + 1].units.lowerBound == phrase.units.upperBound
      else { continue }
      units[phrase.head].role = .adverb
      phrases[index + 1].units = phrase.units.lowerBound..<phrases[index + 1].units.upperBound
      phrases[index].units = phrase.units.lowerBound..<phrase.units.lowerBound
      isJoined = true
    }
    if isJoined { phrases.removeAll { $0.units.isEmpty } }
  }

  /// Writes every phrase, in order unless one of them moves.
  mutating func write() {
    noteFirstOwner()
    var index = 0
    while index < phrases.count { index = max(index + 1, write(phrase: index)) }
    if writer.isEmpty { copyAll() }
    for (index, place) in writer.placements.enumerated() where place == nil {
      doubts.append(
        Draft.Doubt(
          rule: "unplaced", message: sentence.matches[index].target,
          tokens: sentence.matches[index].tokens))
    }
  }

  /// "Afin de réduire sa dette, l’État …": before the subject, "son" is already the subject's.
  private mutating func noteFirstOwner() {
    guard let first = phrases.first,
      first.kind == .preposition || first.kind == .verbGroup || first.kind == .adverb,
      let verb = phrases.indices.first(where: {
        phrases[$0].kind == .verbGroup && phrases[$0].tense != .infinitive
          && phrases[$0].tense != .gerund && !phrases[$0].marks.contains(.reduced)
      })
    else { return }
    if plans[verb].subject > 0 {
      noteOwner(of: plans[verb].subject)
      ownerIsSure = false
    } else {
      noteOwner(verb)
    }
  }

  /// A sentence of which nothing was written is copied.
  private mutating func copyAll() {
    for token in sentence.tokens { copy(token..<token + 1) }
  }

  /// Writes the phrase at `index` and gives the index of the next one to write.
  mutating func write(phrase index: Int) -> Int {
    guard !plans[index].isDone else { return index + 1 }
    plans[index].isDone = true
    switch phrases[index].kind {
    case .nounPhrase:
      if isQuestion, index + 1 < phrases.count, phrases[index + 1].kind == .verbGroup,
        phrases[index + 1].marks.contains(.inverted), !plans[index + 1].isDone
      {
        plans[index + 1].isDone = true
        plans[index + 1].subject = index
        questionSubject = index
        return writeVerbGroup(index + 1)
      }
      return writeNounPhrase(index)
    case .verbGroup:
      // "Sont visés les élus" is "elected officials are targeted".
      if index == 0, phrases[0].marks.contains(.passive), phrases[0].first < 0, !isQuestion,
        !hasClause(after: 1)
      {
        plans[0].isDone = false
        let next = writeInvertedClause(0)
        if next > 0 { return next }
        plans[0].isDone = true
      }
      return writeVerbGroup(index)
    case .preposition: return writePreposition(index)
    case .relative: return writeRelative(index)
    case .subordinator: return writeSubordinator(index)
    case .adjective: return writeAdjectivePhrase(index)
    case .punctuation: writePunctuation(phrases[index].head)
    case .coordinator, .adverb, .other:
      writeDatePreposition(index)
      currentLinker = plans[index].linker
      defer { currentLinker = .own }
      let head = phrases[index].head
      if let next = writeOnceClause(index) { return next }
      if units[head].word == .ni, plans[index].linker == .own, opensPair(index) {
        writer.write("neither", units[head].tokens)
      } else if units[head].form == Self.soit, opensPair(index) {
        writer.write("either", units[head].tokens)
      } else if units[head].pos == .determiner, !units[head].isAbsorbed,
        phrases[index].kind == .other
      {
        writeLoneDeterminer(head)
      } else if phrases[index].units.count > 1 {
        writeAdverbPhrase(index)
      } else {
        writeUnit(phrases[index].head)
      }
    }
    return index + 1
  }

  /// A unit by its default entry, or copied.
  mutating func writeUnit(_ index: Int) {
    let unit = units[index]
    if unit.isAbsorbed { return }
    if unit.isTerm { return writeTerm(index) }
    if unit.pos == .punctuation { return writePunctuation(index) }
    if case .fixed(let fixed) = currentLinker { return writeFixed(fixed, unit.tokens) }
    let entry = chosenEntry(index)
    guard entry >= 0 else { return copyUnknown(index) }
    let row = lexicon.entry(entry)
    // "Non, il n’est pas venu."
    if unit.word == .non, index == 0, units.count > 1, units[1].mark == 0x2C {
      return writer.write("no", unit.tokens)
    }
    // "l’été le plus chaud jamais enregistré" is "the hottest summer ever recorded".
    if unit.word == .jamais,
      let next = phrases.first(where: { $0.units.lowerBound == index + 1 }),
      next.kind == .verbGroup, next.marks.contains(.reduced), followsSuperlative(index)
    {
      return writer.write("ever", unit.tokens)
    }
    // "aussi a-t-il décidé" is "so he decided".
    if unit.word == .aussi, index == 0, phrases.count > 1, phrases[1].kind == .verbGroup,
      phrases[1].marks.contains(.inverted)
    {
      return writer.write("so", unit.tokens)
    }
    // "prévoit notamment la construction": no list follows a verb.
    if unit.form == Self.notamment, unit.tokens.count == 1, index > 0,
      let verb = phrases.last(where: { $0.units.upperBound <= index }), verb.kind == .verbGroup
    {
      return writer.write("in particular", unit.tokens)
    }
    // "s’accuser mutuellement" is "accuse each other".
    if unit.pos == .adverb, engine.classes.contains(unit.lemma, in: .reciprocal), index > 0,
      let verb = phrases.last(where: { $0.units.upperBound <= index }),
      verb.marks.contains(.reflexive)
    {
      return writer.write("each other", unit.tokens)
    }
    if row.pos == .adverb {
      writeTail(row.form(0), unit.tokens)
    } else {
      writer.write(row.form(0), unit.tokens)
    }
    if row.pos == .verb { writer.write(row.tail, unit.tokens) }
  }

  /// The first "ni" or "soit" of two.
  private func opensPair(_ index: Int) -> Bool {
    let form = units[phrases[index].head].form
    func isSame(_ phrase: Phrase) -> Bool { units[phrase.head].form == form }
    return !phrases[..<index].suffix(12).contains(where: isSame)
      && phrases[(index + 1)...].prefix(12).contains(where: isSame)
  }

  private static let soit = FormHash.of("soit".utf8)

  static let que = FormHash.of("que".utf8)

  /// "plus tard" is "later", "moins souvent" "less often".
  private mutating func writeAdverbPhrase(_ index: Int) {
    let phrase = phrases[index]
    let degree = units[phrase.units.lowerBound]
    let entry = chosenEntry(phrase.head)
    guard entry >= 0 else {
      for unit in phrase.units { writeUnit(unit) }
      return
    }
    let row = lexicon.entry(entry)
    if degree.word == .plus, !row.form(1).isEmpty {
      writer.write(row.form(1), units[phrase.head].tokens)
    } else {
      for unit in phrase.units { writeUnit(unit) }
    }
  }

  private static let first = FormHash.of("premier".utf8)

  /// "le plus grand", "le meilleur", "le premier" before the unit, in the same noun phrase and its complements.
  private func followsSuperlative(_ unit: Int) -> Bool {
    for phrase in phrases.reversed() where phrase.units.upperBound <= unit {
      guard [.nounPhrase, .adjective, .preposition, .punctuation].contains(phrase.kind) else {
        return false
      }
      let isSuperlative = phrase.units.contains {
        units[$0].word == .plus || units[$0].word == .moins || units[$0].lemma == Self.first
          || engine.classes.contains(units[$0].lemma, in: .comparative)
      }
      if isSuperlative { return true }
    }
    return false
  }

  mutating func writeTerm(_ index: Int) {
    let unit = units[index]
    let term = Int(unit.term)
    writer.write(term: term, sentence.matches[term].target, unit.tokens)
  }

  /// The entry chosen for a unit, or the first that fits now, or -1.
  mutating func chosenEntry(_ index: Int) -> Int {
    if entries[index] >= 0 { return entries[index] }
    let group = groups[index]
    guard group.count > 0 else { return -1 }
    let choice = choose(group, Surroundings(), near: index)
    entries[index] = choice.entry
    return choice.entry
  }

  /// A word without English: copied, and reported unless it is a name or a number.
  mutating func copyUnknown(_ index: Int) {
    let unit = units[index]
    copy(unit.tokens)
    if unit.flags.contains(.word), !unit.flags.contains(.capitalized), unit.pos != .properNoun {
      let table = sentence.table
      let start = Int(table.start[unit.tokens.lowerBound])
      let end = max(start, Int(table.end[unit.tokens.upperBound - 1]))
      let word = String(decoding: sentence.text[start..<end], as: UTF8.self)
      doubts.append(
        Draft.Doubt(
          rule: "unknown-word", message: "no English for \"\(word)\"", tokens: unit.tokens))
    }
  }

  mutating func copy(_ tokens: Range<Int>) {
    let table = sentence.table
    for token in tokens where table.start[token] < table.end[token] {
      if table.flags[token].contains(.hyphenBefore), token > tokens.lowerBound {
        writer.attach("-", token..<token)
        writer.join()
      } else if token > tokens.lowerBound, !table.flags[token].contains(.spaceBefore) {
        writer.join()
      }
      let bytes = sentence.text[Int(table.start[token])..<Int(table.end[token])]
      if table.flags[token].contains(.punctuation) {
        writer.attach(bytes, token..<token + 1)
      } else {
        writer.write(Array(bytes), token..<token + 1)
      }
    }
  }
}
