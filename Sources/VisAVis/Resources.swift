internal import Bitext
internal import Drafting
internal import English
internal import French
internal import ICU
internal import Names
internal import Terminology

/// Why a pipeline cannot be set up: the words for the user are in `description`.
public struct ConfigurationError: Error, Sendable, CustomStringConvertible {
  /// "FILE:LINE:COLUMN: error: …".
  public var description: String
  /// The code of sysexits.h the command ends with.
  public var exitCode: Int32

  init(_ description: String, exitCode: Int32 = 65) {
    self.description = description
    self.exitCode = exitCode
  }
}

/// The compiled data a pipeline works with.
struct Resources: Sendable {
  let files: DataFiles
  let glossaries: [CompiledGlossary]
  let tagger: Tagger
  let lexicon: Lexicon
  private let segmenter: Segmenter
  private let cache = CompiledCache()
  /// Changes when a data file or a glossary does.
  let fingerprint: UInt64
  /// What the user should know of the configuration.
  let notices: [String]

  init(_ configuration: Configuration) throws {
    files = try DataFiles(directory: configuration.dataDirectory)
    segmenter = try Segmenter(abbreviations: files["French/abbreviations.tsv"])
    let (lexicon, model) = try Self.french(files, cache)
    self.lexicon = lexicon
    tagger = Tagger(lexicon: lexicon, model: model)
    var compiled: [CompiledGlossary] = []
    var fingerprint = files.fingerprint
    for path in configuration.glossaries.reversed() {
      let bytes = MappedBytes(reading: path) ?? MappedBytes([])
      fingerprint = (fingerprint ^ Fingerprint.of(bytes)) &* 0x9E37_79B9_7F4A_7C15
      compiled.append(try Self.compile(path, files: files, cache: cache))
    }
    if configuration.usesBuiltin {
      let files = self.files
      let (store, ranges) = try cache.sections(name: "builtin", key: files.fingerprint) {
        [try Self.compileBuiltin(files)]
      }
      guard let first = ranges.first, let glossary = CompiledGlossary(store, at: first.lowerBound)
      else { throw ConfigurationError("visavis: error: cannot read the compiled glossary") }
      compiled.append(glossary)
    }
    self.fingerprint = fingerprint
    guard !configuration.preferences.isEmpty else {
      glossaries = compiled
      notices = []
      return
    }
    let layer = PreferenceLayer(configuration, files: files)
    let (store, ranges) = try cache.sections(name: layer.name, key: layer.key(fingerprint)) {
      try layer.compile(regions: Self.regions)
    }
    guard ranges.count == 2, let first = CompiledGlossary(store, at: ranges[0].lowerBound) else {
      throw ConfigurationError("visavis: error: cannot read the compiled preferences")
    }
    compiled.insert(first, at: 0)
    glossaries = compiled
    notices = PreferenceLayer.notices(store, ranges)
  }

  static func inflection(_ files: DataFiles) throws -> NominalInflection {
    try NominalInflection(files["French/nominal-inflection.tsv"])
  }

  private static func compileBuiltin(_ files: DataFiles) throws -> [UInt8] {
    var glossaries: [Glossary] = []
    for name in files.names(under: "Glossaries/") {
      let file = String(name.dropFirst("Glossaries/".count))
      do {
        glossaries.append(try GlossaryReader(file: file).read(Array(files[name].bytes)))
      } catch let error as GlossaryError {
        throw ConfigurationError("visavis: " + error.message)
      }
    }
    glossaries.append(try regions(besides: glossaries))
    return GlossaryCompiler.compile(glossaries, inflection: try inflection(files))
  }

  /// CLDR's countries under the names that no row has.
  private static func regions(besides glossaries: [Glossary]) throws -> Glossary {
    let known = Set(glossaries.flatMap { $0.terms.map { Folding.fold($0.source) } })
    let terms = try RegionNames.countries().compactMap { name -> GlossaryTerm? in
      let isPlain = !name.french.contains("(") && !name.french.contains("[")
      guard isPlain, !known.contains(Folding.fold(name.french)) else { return nil }
      var term = GlossaryTerm(source: name.french, target: name.english, kind: .place)
      term.concept = "country." + name.code
      term.link = term.concept
      term.origin = .cldr
      return term
    }
    return Glossary(name: "CLDR", terms: terms)
  }

  private static func compile(
    _ path: String, files: DataFiles, cache: CompiledCache
  ) throws -> CompiledGlossary {
    guard let bytes = MappedBytes(reading: path) else {
      throw ConfigurationError(
        "visavis: \(path): error: cannot read the glossary; check the path", exitCode: 66)
    }
    do {
      let name = "user-" + String(FormHash.of(path.utf8), radix: 16)
      let key = files.fingerprint ^ Fingerprint.of(bytes)
      let (store, ranges) = try cache.sections(name: name, key: key) {
        let glossary = try GlossaryFile.read(Array(bytes.bytes), path: path)
        return [GlossaryCompiler.compile([glossary], inflection: try inflection(files))]
      }
      if let first = ranges.first, let result = CompiledGlossary(store, at: first.lowerBound) {
        return result
      }
      throw ConfigurationError("visavis: \(path): error: cannot compile the glossary")
    } catch let error as GlossaryError {
      throw ConfigurationError("visavis: " + error.message)
    }
  }

  // MARK: - Stages

  func recognizer(_ configuration: Configuration) throws -> NameRecognizer {
    let irregular = try IrregularForms(files["English/irregular-forms.tsv"])
    return NameRecognizer(
      matcher: TermMatcher(glossaries), words: try TitleWords(files["Names/title-words.tsv"]),
      givenNames: try GivenNames(feminine: files["Names/feminine-given-names.tsv"]),
      nouns: NounInflector(irregular),
      quantities: try QuantityRecognizer(files["Names/quantities.tsv"]),
      romanizer: try romanizer(), lexicon: lexicon,
      variety: configuration.english, keepsDiacritics: configuration.keepsDiacritics,
      spellings: PreferenceLayer.spellings(configuration.preferences))
  }

  private func romanizer() throws -> Romanizer {
    let folder = "Names/romanization/"
    var rules: [String: MappedBytes] = [:]
    for name in files.names(under: folder) where name.hasSuffix(".rules") {
      rules[String(name.dropFirst(folder.count).dropLast(".rules".count))] = files[name]
    }
    return try Romanizer(
      languages: files[folder + "languages.tsv"], shapes: files[folder + "shapes.tsv"],
      givenNames: files[folder + "given-names.tsv"], rules: rules)
  }

  func engine(_ engine: Configuration.Engine, variety: EnglishVariety) throws -> any DraftEngine {
    switch engine {
    case .terms: TermsEngine(lexicon: try bilingualLexicon())
    case .draft: try draftEngine(variety: variety)
    }
  }

  /// The compiled bilingual lexicon.
  private func bilingualLexicon() throws -> BilingualLexicon {
    let files = self.files
    let (store, ranges) = try cache.sections(
      name: "drafting", key: files.fingerprint ^ BilingualLexicon.magic
    ) {
      [
        try BilingualLexicon.compile(
          lexicon: files["Drafting/bilingual-lexicon.tsv"],
          expressions: [
            files["Drafting/function-words-bilingual.tsv"], files["Drafting/expressions.tsv"],
          ], irregular: try IrregularForms(files["English/irregular-forms.tsv"]))
      ]
    }
    guard let range = ranges.first, let lexicon = BilingualLexicon(store, range: range) else {
      throw ConfigurationError("visavis: error: cannot read the bilingual lexicon")
    }
    return lexicon
  }

  private func draftEngine(variety: EnglishVariety) throws -> any DraftEngine {
    RuleBasedEngine(
      lexicon: try bilingualLexicon(),
      classes: try TransferClasses(
        files["Drafting/transfer-classes.tsv"],
        prepositions: files["Drafting/transfer-prepositions.tsv"]),
      article: try Article(files["English/articles.tsv"]),
      spelling: variety == .gb ? try Spelling(files["English/spelling.tsv"]) : nil)
  }

  /// Token ranges of the sentences of `text`; the first token of each is marked in `table`.
  func sentences(of text: NormalizedText, table: inout TokenTable) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var token = 0
    for sentence in segmenter.sentences(of: text) {
      let start = token
      while token < table.count, Int(table.start[token]) < sentence.upperBound { token += 1 }
      // The article of a contraction has no bytes of its own and goes with its preposition.
      while token < table.count, table.flags[token].contains(.contracted) { token += 1 }
      guard token > start else { continue }
      table.flags[start].insert(.sentenceStart)
      result.append(start..<token)
    }
    if token < table.count { result.append(token..<table.count) }
    return result
  }

  /// Whether the French lexicon has the word of this exact hash, as anything but a proper name.
  func isOrdinaryWord(_ exact: UInt64) -> Bool {
    lexicon.analyses(exact: exact).contains { $0.pos != .properNoun }
  }

  /// Whether the French lexicon has the word of this exact hash as an adjective.
  func isAdjective(_ exact: UInt64) -> Bool {
    lexicon.analyses(exact: exact).contains { $0.pos == .adjective }
  }

  /// The French lexicon and the tagger's weights, compiled.
  private static func french(
    _ files: DataFiles, _ cache: CompiledCache
  ) throws -> (Lexicon, TaggerModel) {
    let (store, ranges) = try cache.sections(name: "french", key: files.fingerprint) {
      [
        try Lexicon.compile(LexiconSources { files[$0] }),
        try TaggerModel.compile(files["French/tagger-weights.tsv"]),
      ]
    }
    guard ranges.count == 2, let lexicon = Lexicon(store, in: ranges[0]),
      let model = TaggerModel(store, in: ranges[1])
    else { throw ConfigurationError("visavis: error: cannot read the French lexicon") }
    return (lexicon, model)
  }
}
