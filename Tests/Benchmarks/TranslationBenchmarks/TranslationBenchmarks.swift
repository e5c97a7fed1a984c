internal import Benchmark
internal import Bitext
internal import English
internal import French
internal import Names
internal import Terminology
internal import TestSupport
internal import VisAVis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The text that `VISAVIS_BENCHMARK_TEXT` names or the sample article, which is dense in names, again and again
/// to 1 MB, so that iterations per second are MB/s.
private let news: [[UInt8]] = {
  let file = getenv("VISAVIS_BENCHMARK_TEXT").map { String(cString: $0) }
  let text = MappedBytes(reading: file ?? "Tests/Samples/summit.fr.txt").map { Array($0.bytes) }
  let lines = (text ?? []).split(separator: 0x0A)
  var paragraphs: [[UInt8]] = []
  var size = 0
  while size < 1_000_000, !lines.isEmpty {
    for line in lines where size < 1_000_000 {
      paragraphs.append(Normalizer().normalize(Array(line)).bytes)
      size += line.count
    }
  }
  return paragraphs
}()

/// A document that has said nothing, which is what guards find in made-up text.
private struct Silence: NearbyWords {
  func mentions(_ folded: UInt64) -> Bool { false }
}

private func inflection() throws -> NominalInflection {
  try NominalInflection(EmbeddedData.file("French/nominal-inflection.tsv"))
}

private func compileGenerated() throws -> [UInt8] {
  let glossary = try GlossaryReader(file: "rows.tsv").read(GeneratedRows.file)
  return GlossaryCompiler.compile([glossary], inflection: try inflection())
}

private func matcher(_ compiled: [UInt8]) -> TermMatcher {
  TermMatcher([CompiledGlossary(MappedBytes(compiled))].compactMap { $0 })
}

private func builtinMatcher() throws -> TermMatcher {
  let glossaries = try EmbeddedData.names.filter { $0.hasPrefix("Glossaries/") }.sorted().map {
    try GlossaryReader(file: String($0.dropFirst("Glossaries/".count)))
      .read(Array(EmbeddedData.file($0).bytes))
  }
  return matcher(GlossaryCompiler.compile(glossaries, inflection: try inflection()))
}

private func recognizer() throws -> NameRecognizer {
  let folder = "Names/romanization/"
  var rules: [String: MappedBytes] = [:]
  for name in EmbeddedData.names where name.hasPrefix(folder) && name.hasSuffix(".rules") {
    rules[String(name.dropFirst(folder.count).dropLast(6))] = EmbeddedData.file(name)
  }
  let romanizer = try Romanizer(
    languages: EmbeddedData.file(folder + "languages.tsv"),
    shapes: EmbeddedData.file(folder + "shapes.tsv"),
    givenNames: EmbeddedData.file(folder + "given-names.tsv"), rules: rules)
  return NameRecognizer(
    matcher: try builtinMatcher(),
    words: try TitleWords(EmbeddedData.file("Names/title-words.tsv")),
    givenNames: try GivenNames(feminine: EmbeddedData.file("Names/feminine-given-names.tsv")),
    nouns: NounInflector(try IrregularForms(EmbeddedData.file("English/irregular-forms.tsv"))),
    quantities: try QuantityRecognizer(EmbeddedData.file("Names/quantities.tsv")),
    romanizer: romanizer, lexicon: nil, variety: .us)
}

private struct NoLexicon: Error {}

private func tagger() throws -> Tagger {
  let lexicon = MappedBytes(try Lexicon.compile(LexiconSources { EmbeddedData.file($0) }))
  let model = MappedBytes(try TaggerModel.compile(EmbeddedData.file("French/tagger-weights.tsv")))
  guard let lexicon = Lexicon(lexicon, in: 0..<lexicon.bytes.count),
    let model = TaggerModel(model, in: 0..<model.bytes.count)
  else { throw NoLexicon() }
  return Tagger(lexicon: lexicon, model: model)
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.throughput, .wallClock], warmupIterations: 1, maxDuration: .seconds(4),
    maxIterations: 10_000)
  addMatching()
  addStages()
}

// What is set up stays out of the samples: a sample is one iteration.

private func addMatching() {
  Benchmark("Compile 100,000 rows") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try compileGenerated()) }
  }

  Benchmark(
    "Scan 1 MB of tokens for 100,000 rows",
    closure: { benchmark, prepared in
      for _ in benchmark.scaledIterations {
        for (line, table) in prepared.tables {
          blackHole(prepared.matcher.hits(in: table, of: line, nearby: Silence()))
        }
      }
    },
    setup: {
      (
        matcher: matcher(try compileGenerated()),
        tables: GeneratedRows.text.map { ($0, Tokenizer().tokenize($0)) }
      )
    })

  Benchmark(
    "Fold, tokenise and scan 1 MB for 100,000 rows",
    closure: { benchmark, matcher in
      let tokenizer = Tokenizer()
      var table = TokenTable()
      for _ in benchmark.scaledIterations {
        for line in GeneratedRows.text {
          tokenizer.tokenize(line, into: &table)
          blackHole(matcher.hits(in: table, of: line, nearby: Silence()))
        }
      }
    },
    setup: { matcher(try compileGenerated()) })
}

private func addStages() {
  Benchmark(
    "Recognise 1 MB",
    closure: { benchmark, prepared in
      for _ in benchmark.scaledIterations {
        var discourse = Discourse()
        for (text, table) in zip(news, prepared.tables) {
          blackHole(
            prepared.recognizer.recognize(text: text, table: table, discourse: &discourse))
        }
      }
    },
    setup: { (recognizer: try recognizer(), tables: news.map { Tokenizer().tokenize($0) }) })

  Benchmark(
    "Tag 1 MB",
    closure: { benchmark, prepared in
      for _ in benchmark.scaledIterations {
        for (text, table) in zip(news, prepared.tables) {
          blackHole(prepared.tagger.words(of: table.indices, in: table, text: text))
        }
      }
    },
    setup: { (tagger: try tagger(), tables: news.map { Tokenizer().tokenize($0) }) })

  for engine in Configuration.Engine.allCases {
    Benchmark(
      "Translate 1 MB, engine \(engine.rawValue)",
      closure: { (benchmark: Benchmark, pipeline: Pipeline) in
        for _ in benchmark.scaledIterations {
          var state = DocumentState()
          for text in news {
            blackHole(pipeline.translate(SourceParagraph(text: text), state: &state))
          }
        }
      },
      setup: {
        var configuration = Configuration()
        configuration.engine = engine
        return try Pipeline(configuration)
      })
  }

  Benchmark("Set up a pipeline") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try Pipeline(Configuration())) }
  }
}
