package import Bitext

/// The data files a lexicon is compiled from.
package struct LexiconSources: Sendable {
  package var lemmas: MappedBytes
  package var functionWords: MappedBytes
  package var nominalInflection: MappedBytes
  package var conjugation: MappedBytes
  package var verbParadigms: MappedBytes
  package var endings: MappedBytes
  package var readings: MappedBytes

  /// Fetches the files by name from `file`, which gives the bytes of "French/lemmas.tsv" and the like.
  package init(_ file: (String) -> MappedBytes) {
    lemmas = file("French/lemmas.tsv")
    functionWords = file("French/function-words.tsv")
    nominalInflection = file("French/nominal-inflection.tsv")
    conjugation = file("French/conjugation.tsv")
    verbParadigms = file("French/verb-paradigms.tsv")
    endings = file("French/guess-endings.tsv")
    readings = file("French/readings.tsv")
  }
}

/// Collects every form of every lemma and writes the mapped lexicon.
struct LexiconCompiler {
  /// The bits of an analysis that number its cell; the others number its lemma.
  static let cellBits: UInt32 = 12
  static let magic: UInt32 = 0x5849_4c46
  static let version: UInt32 = 1

  struct LemmaRow {
    var text: [UInt8]
    var flags: LemmaFlags
  }

  private let inflection: NominalInflection
  private let conjugation: Conjugation
  private let tokenizer = Tokenizer()

  private var lemmas: [LemmaRow] = []
  private var lemmaIDs: [UInt64: UInt32] = [:]
  private var cells: [UInt64] = []
  private var cellIDs: [UInt64: UInt32] = [:]
  private var exact: [FormTable.Entry] = []
  private var folded: [FormTable.Entry] = []
  private var compounds: [FormTable.Entry] = []
  /// Forms with a part of speech that function words have already given.
  private var closed: Set<UInt64> = []
  /// Nouns that are lemmas of their own: "actrice" is no form of "acteur" then.
  private var nouns: Set<UInt64> = []
  private var guesses: [FormTable.Entry] = []
  private var guessRows: [UInt8] = []

  init(_ sources: LexiconSources) throws {
    inflection = try NominalInflection(sources.nominalInflection)
    conjugation = try Conjugation(
      paradigms: sources.conjugation, verbs: sources.verbParadigms)
    exact.reserveCapacity(300_000)
    folded.reserveCapacity(150_000)
    try addFunctionWords(sources.functionWords)
    try noteNouns(sources.lemmas)
    try addLemmas(sources.lemmas)
    try addEndings(sources.endings)
    try addReadings(sources.readings)
  }
}

// MARK: - Rows

extension LexiconCompiler {
  private mutating func addFunctionWords(_ data: MappedBytes) throws {
    var rows = DataRows(data, file: "function-words.tsv", columns: 4)
    while try rows.advance() {
      guard let pos = PartOfSpeech(tag: rows.text(2)) else { throw rows.invalid(2) }
      let lemma = lemma(Array(rows[1]), [])
      if rows.text(3) == "*" {
        addVerb(Array(rows[1]), lemma, pos)
        continue
      }
      guard let morphology = Morphology(codes: rows.text(3)) else { throw rows.invalid(3) }
      let form = Array(Folding.lower(rows.text(0)).utf8)
      add(form, lemma, cell(pos, morphology))
      closed.insert(FormHash.next(FormHash.of(form), pos.rawValue))
    }
  }

  private mutating func noteNouns(_ data: MappedBytes) throws {
    var rows = DataRows(data, file: "lemmas.tsv", columns: 3)
    while try rows.advance() {
      if rows[1].elementsEqual("NOUN".utf8) { nouns.insert(FormHash.of(rows[0])) }
    }
  }

  private mutating func addLemmas(_ data: MappedBytes) throws {
    var rows = DataRows(data, file: "lemmas.tsv", columns: 3)
    while try rows.advance() {
      guard let pos = PartOfSpeech(tag: rows.text(1)) else { throw rows.invalid(1) }
      guard let grammar = LemmaGrammar(rows.text(2), pos: pos) else { throw rows.invalid(2) }
      let text = Array(rows[0])
      if closed.contains(FormHash.next(FormHash.of(text), pos.rawValue)) { continue }
      let lemma = lemma(text, grammar.flags)
      switch pos {
      case .verb: addVerb(text, lemma, pos)
      case .noun: addNoun(text, lemma, grammar)
      case .adjective: addAdjective(text, lemma, grammar)
      default: add(text, lemma, cell(pos, grammar.morphology))
      }
    }
  }

  private mutating func addReadings(_ data: MappedBytes) throws {
    var rows = DataRows(data, file: "readings.tsv", columns: 2)
    while try rows.advance() {
      let flag: LemmaFlags
      switch rows.text(0) {
      case "subjunctive": flag = .asksSubjunctive
      case "rare": flag = .rare
      default: throw rows.invalid(0)
      }
      if let id = lemmaIDs[FormHash.of(rows[1])] { lemmas[Int(id)].flags.formUnion(flag) }
    }
  }

  /// Reads `ending⇥pos⇥features⇥cut⇥added` of `guess-endings.tsv`.
  private mutating func addEndings(_ data: MappedBytes) throws {
    var rows = DataRows(data, file: "guess-endings.tsv", columns: 5)
    while try rows.advance() {
      guard let pos = PartOfSpeech(tag: rows.text(1)) else { throw rows.invalid(1) }
      guard let morphology = Morphology(codes: rows.text(2)) else { throw rows.invalid(2) }
      guard let cut = UInt8(rows.text(3)), rows[4].count <= 12 else { throw rows.invalid(3) }
      let added = rows[4]
      let ending = rows[0].reversed()
      guesses.append(
        FormTable.Entry(key: FormHash.of(ending), value: UInt32(guessRows.count / 16)))
      let id = cell(pos, morphology.union(.guessed))
      guessRows += [UInt8(id & 0xFF), UInt8(id >> 8), cut, UInt8(added.count)]
      guessRows += Array(added) + [UInt8](repeating: 0, count: 12 - min(12, added.count))
    }
  }
}

// MARK: - Forms

extension LexiconCompiler {
  private mutating func lemma(_ text: [UInt8], _ flags: LemmaFlags) -> UInt32 {
    let hash = FormHash.of(text)
    if let id = lemmaIDs[hash] {
      lemmas[Int(id)].flags.formUnion(flags)
      return id
    }
    let id = UInt32(lemmas.count)
    lemmaIDs[hash] = id
    lemmas.append(LemmaRow(text: text, flags: flags))
    return id
  }

  private mutating func cell(_ pos: PartOfSpeech, _ morphology: Morphology) -> UInt32 {
    let packed = UInt64(morphology.rawValue) << 8 | UInt64(pos.rawValue)
    if let id = cellIDs[packed] { return id }
    let id = UInt32(cells.count)
    cellIDs[packed] = id
    cells.append(packed)
    return id
  }

  private mutating func add(_ form: WordForm, _ lemma: UInt32, _ cell: UInt32) {
    let value = lemma << Self.cellBits | cell
    exact.append(FormTable.Entry(key: form.exact, value: value))
    if form.folded != form.exact {
      folded.append(FormTable.Entry(key: form.folded, value: value))
    }
  }

  /// Adds a form that may be of several tokens: "porte-avions", "aujourd'hui".
  private mutating func add(_ form: [UInt8], _ lemma: UInt32, _ cell: UInt32) {
    if form.contains(where: { $0 < 0x61 }) {
      let table = tokenizer.tokenize(form)
      if table.count > 1 {
        compounds.append(
          FormTable.Entry(
            key: table.exact.reduce(CompoundKey.empty, CompoundKey.next),
            value: lemma << Self.cellBits | cell))
      }
    }
    var word = WordForm()
    word.append(form)
    add(word, lemma, cell)
  }

  private mutating func addVerb(_ infinitive: [UInt8], _ lemma: UInt32, _ pos: PartOfSpeech) {
    guard let choice = conjugation.choice(for: infinitive) else { return }
    let isCompound = infinitive.contains { $0 < 0x61 }
    let paradigm = conjugation.paradigms[choice.paradigm]
    let stems = conjugation.stems(of: infinitive, paradigm)
    let words = stems.map { stem in
      var word = WordForm()
      word.append(stem)
      return word
    }
    for slot in paradigm.slots where Conjugation.has(slot, choice.restriction) {
      let cell = cell(pos, slot.morphology)
      let stem = Int(slot.stem.rawValue)
      if isCompound {
        add(Array(stems[stem]) + slot.ending, lemma, cell)
      } else {
        var word = words[stem]
        word.append(slot.ending)
        add(word, lemma, cell)
      }
    }
  }

  private mutating func addNoun(_ text: [UInt8], _ lemma: UInt32, _ grammar: LemmaGrammar) {
    if grammar.isPluralOnly {
      return add(text, lemma, cell(.noun, grammar.morphology.union(.plural)))
    }
    if grammar.isSingularOnly {
      return add(text, lemma, cell(.noun, grammar.morphology.union(.singular)))
    }
    addNumbers(
      text, lemma, .noun, grammar.morphology, plural: grammar.plural,
      isInvariable: grammar.isInvariable)
    guard grammar.morphology.contains([.masculine, .human]),
      !grammar.morphology.contains(.feminine)
    else { return }
    var morphology = grammar.morphology
    morphology.remove(.masculine)
    morphology.insert(.feminine)
    for feminine in derive(.feminine, text, .noun, explicit: grammar.feminine)
    where feminine == text || !nouns.contains(FormHash.of(feminine)) {
      addNumbers(
        feminine, lemma, .noun, morphology, plural: nil, isInvariable: grammar.isInvariable)
    }
  }

  private mutating func addAdjective(_ text: [UInt8], _ lemma: UInt32, _ grammar: LemmaGrammar) {
    let kind = grammar.morphology
    if grammar.isInvariable {
      return add(
        text, lemma, cell(.adjective, kind.union([.anyGender, .anyNumber])))
    }
    let feminines = derive(.feminine, text, .adjective, explicit: grammar.feminine)
    if feminines == [text] {
      return addNumbers(
        text, lemma, .adjective, kind.union(.anyGender), plural: grammar.plural)
    }
    addNumbers(text, lemma, .adjective, kind.union(.masculine), plural: grammar.plural)
    for feminine in feminines {
      addNumbers(feminine, lemma, .adjective, kind.union(.feminine), plural: nil)
    }
  }

  private mutating func addNumbers(
    _ singular: [UInt8], _ lemma: UInt32, _ pos: PartOfSpeech, _ morphology: Morphology,
    plural: String?, isInvariable: Bool = false
  ) {
    let plurals =
      isInvariable ? [singular] : derive(.plural, singular, pos, explicit: plural)
    if plurals.contains(singular) {
      add(singular, lemma, cell(pos, morphology.union(.anyNumber)))
    } else {
      add(singular, lemma, cell(pos, morphology.union(.singular)))
    }
    for plural in plurals where plural != singular {
      add(plural, lemma, cell(pos, morphology.union(.plural)))
    }
  }

  private func derive(
    _ derivation: NominalInflection.Derivation, _ word: [UInt8], _ pos: PartOfSpeech,
    explicit: String?
  ) -> [[UInt8]] {
    Self.derive(derivation, word, pos, explicit: explicit, by: inflection)
  }

  static func derive(
    _ derivation: NominalInflection.Derivation, _ word: [UInt8], _ pos: PartOfSpeech,
    explicit: String?, by inflection: NominalInflection
  ) -> [[UInt8]] {
    if let explicit { return explicit.split(separator: "|").map { Array($0.utf8) } }
    guard let rule = inflection.rule(derivation, of: word, as: pos) else {
      return [word + [UInt8(ascii: derivation == .plural ? "s" : "e")]]
    }
    return rule.added.map { word.dropLast(rule.removed) + $0 }
  }
}

// MARK: - Output

extension LexiconCompiler {
  /// Header, lemmas, cells, guesses, lemma texts, then the tables of forms.
  func write() -> [UInt8] {
    var output: [UInt8] = []
    var arena: [UInt8] = []
    var rows: [UInt64] = []
    var byHash: [FormTable.Entry] = []
    for (index, lemma) in lemmas.enumerated() {
      let hash = FormHash.of(lemma.text)
      byHash.append(FormTable.Entry(key: hash, value: UInt32(index)))
      rows.append(hash)
      rows.append(
        UInt64(arena.count) << 32 | UInt64(min(lemma.text.count, 0xFFFF)) << 16
          | UInt64(lemma.flags.rawValue))
      arena += lemma.text
    }
    let header = [
      Self.magic, Self.version, UInt32(lemmas.count), UInt32(cells.count),
      UInt32(arena.count), UInt32(guessRows.count),
    ]
    FormTable.append(header, to: &output)
    FormTable.append(rows, to: &output)
    FormTable.append(cells, to: &output)
    output += guessRows
    output += arena
    while output.count % 8 != 0 { output.append(0) }
    for entries in [exact, folded, compounds, byHash, guesses] {
      FormTable.write(entries, to: &output)
    }
    return output
  }
}
