internal import Benchmark
internal import Bitext
internal import French
internal import TestSupport

/// News paragraphs, about 1 MB of them, so that iterations per second are MB/s.
private enum NewsText {
  private static let sentences: [String] = [
    "Le ministre a reçu hier à Évreux les délégués de vingt-sept communes.",
    "« La réforme sera votée avant l'été », a promis M. Lerat, député de l'Eure.",
    "Selon le Dr. Blanc, près de 12,5 % des patients n'ont pas été revus depuis janv. 2019.",
    "Où iront-ils ? Personne ne le sait encore...",
    "L'usine, fermée en 2008, emploiera à nouveau 340 personnes, dont J. D. Martel et son équipe.",
    "Les élèves déjà inscrits à l'école auront été prévenus par écrit.",
  ]

  /// Paragraphs of four sentences, as `Normalizer` leaves them.
  static let clean: [[UInt8]] = paragraphs { $0 }

  /// The same as typeset: curly apostrophes, no-break spaces.
  static let typeset: [[UInt8]] = paragraphs { text in
    text.replacing("'", with: "\u{2019}").replacing("« ", with: "«\u{A0}")
      .replacing(" »", with: "\u{202F}»").replacing(" ?", with: "\u{202F}?")
      .replacing(" %", with: "\u{A0}%")
  }

  /// The same with every accent after its letter.
  static let decomposed: [[UInt8]] = paragraphs { text in
    let marks = ["é": "e\u{301}", "è": "e\u{300}", "à": "a\u{300}", "É": "E\u{301}"]
    return marks.reduce(text) { $0.replacing($1.key, with: $1.value) }
  }

  private static func paragraphs(_ change: (String) -> String) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var bytes = 0
    var next = 0
    while bytes < 1_000_000 {
      let text = (next..<next + 4).map { sentences[$0 % sentences.count] }.joined(separator: " ")
      result.append(Array(change(text).utf8))
      bytes += result.last?.count ?? 0
      next += 1
    }
    return result
  }
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.throughput, .wallClock], warmupIterations: 3, maxDuration: .seconds(3),
    maxIterations: 100_000)

  for (name, paragraphs) in [
    ("clean", NewsText.clean), ("typeset", NewsText.typeset), ("decomposed", NewsText.decomposed),
  ] {
    Benchmark("Normalise 1 MB, \(name)") { benchmark in
      let normalizer = Normalizer()
      for _ in benchmark.scaledIterations {
        for paragraph in paragraphs { blackHole(normalizer.normalize(paragraph)) }
      }
    }
  }

  Benchmark("Normalise 1 MB, one paragraph") { benchmark in
    let text = Array(NewsText.typeset.joined())
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(Normalizer().normalize(text)) }
  }

  Benchmark("Segment 1 MB") { benchmark in
    let segmenter = try Segmenter(abbreviations: EmbeddedData.file("French/abbreviations.tsv"))
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      for paragraph in NewsText.clean { blackHole(segmenter.sentences(of: paragraph)) }
    }
  }

  Benchmark("Segment 1 MB, one paragraph") { benchmark in
    let segmenter = try Segmenter(abbreviations: EmbeddedData.file("French/abbreviations.tsv"))
    let text = Array(NewsText.clean.joined(separator: [0x20]))
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(segmenter.sentences(of: text)) }
  }

  Benchmark("Fold and tokenise 1 MB") { benchmark in
    let tokenizer = Tokenizer()
    var table = TokenTable()
    for _ in benchmark.scaledIterations {
      for paragraph in NewsText.clean {
        tokenizer.tokenize(paragraph, into: &table)
        blackHole(table.count)
      }
    }
  }
}
