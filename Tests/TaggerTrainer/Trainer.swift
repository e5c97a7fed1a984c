import Bitext

@testable import French

/// A sentence with its words, and the tags that its treebank allows for each.
struct Example {
  var sentence: TreebankSentence
  var spans: [WordSpan]
  var gold: [UInt64]
  var text: [UInt8] { sentence.text }
}

/// Learns the tagger's weights from treebanks.
struct Trainer {
  let lexicon: Lexicon
  let vocabulary: TaggerVocabulary
  var scorer = PerceptronScorer()
  /// What words are written as in features, by key.
  var names: [UInt64: String] = [:]

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    vocabulary = TaggerVocabulary(lexicon)
    names = [
      SpanKey.number: "@number", SpanKey.year: "@year", SpanKey.opaque: "@opaque",
      SpanKey.term: "@term", SpanKey.edge: "@edge",
    ]
    for contraction in Contraction.all {
      names[TaggerVocabulary.contractedKey(contraction)] = contraction.surface
    }
  }

  mutating func examples(_ file: [UInt8]) -> [Example] {
    TreebankSentence.sentences(file, splitsArticles: true).map { example($0) }
  }

  mutating func example(_ sentence: TreebankSentence) -> Example {
    var spans: [WordSpan] = []
    withReader(sentence) { reader in
      reader.read(sentence.table.indices, matches: [], into: &spans)
    }
    name(spans, sentence)
    var gold: [UInt64] = []
    for (index, row) in sentence.rowOfWord.enumerated() {
      guard let row else {
        gold.append(Tag.articleHalf.bit)
        continue
      }
      gold.append(goldMask(sentence.rows[row], spans[index]))
    }
    return Example(sentence: sentence, spans: spans, gold: gold)
  }

  private mutating func name(_ spans: [WordSpan], _ sentence: TreebankSentence) {
    for span in spans where names[span.key] == nil {
      let parts = (Int(span.first)..<Int(span.end)).map { token in
        let start = Int(sentence.table.start[token])
        let end = Int(sentence.table.end[token])
        return Folding.lower(String(decoding: sentence.text[start..<end], as: UTF8.self))
      }
      names[span.key] = parts.joined(separator: "+").replacing(" ", with: "")
    }
  }

  func withReader(_ sentence: TreebankSentence, _ body: (WordReader) -> Void) {
    sentence.text.withUnsafeBufferPointer { bytes in
      body(
        WordReader(
          lexicon: lexicon, table: sentence.table, text: bytes, vocabulary: vocabulary,
          givenStarts: sentence.starts))
    }
  }

  /// The tags that the treebank's columns allow.
  private func goldMask(_ row: TreebankSentence.Row, _ span: WordSpan) -> UInt64 {
    let morphology = UniversalFeatures.morphology(row.features)
    var mask = Tag.mask(row.pos, morphology)
    // Pronouns and adverbs: what our features split more finely than the treebank's is left open.
    switch row.pos {
    case .pronoun:
      let pronouns: [Tag] = [
        .personal, .personalPlural, .reflexive, .demonstrative, .pronoun,
      ]
      if mask & span.mask == 0 { mask |= pronouns.reduce(0) { $0 | $1.bit } }
      if mask & span.mask == 0 { mask |= Tag.interrogative.bit | Tag.relative.bit }
    case .adverb: mask = Tag.adverb.bit | Tag.negation.bit
    case .determiner where mask & span.mask == 0:
      for tag in Tag.allCases where tag.pos == .determiner && tag != .articleHalf {
        mask |= tag.bit
      }
    case .punctuation: mask |= Tag.comma.bit | Tag.stop.bit
    case .verb where row.features == "_" || mask & span.mask == 0:
      mask |= Tag.verb.bit | Tag.verbPlural.bit
    default: break
    }
    return mask
  }

  // MARK: - Learning

  func countFeatures(_ examples: [Example]) {
    for example in examples {
      visit(example) { index, template, key, values in
        let count = TaggerFeatures.templates[template].count
        scorer.count(
          key, PerceptronScorer.Source(template: template, values: Array(values.prefix(count))))
      }
    }
  }

  private func visit(_ example: Example, _ body: (Int, Int, UInt64, [UInt64]) -> Void) {
    withReader(example.sentence) { reader in
      var clause: UInt64 = 0
      for index in example.spans.indices {
        if example.spans[index].mask.nonzeroBitCount > 1 {
          TaggerFeatures.visit(index, of: example.spans, reader: reader, clause: clause) {
            body(index, $0, TaggerFeatures.key($0, $1, $2, $3), [$1, $2, $3])
          }
        }
        clause = TaggerFeatures.clause(clause, after: example.spans[index])
      }
    }
  }

  /// One pass over the examples; the number of words tagged wrongly.
  func pass(_ examples: [Example]) -> Int {
    var wrong = 0
    var free = TagDecoder()
    var bound = TagDecoder()
    for example in examples {
      scorer.time += 1
      withReader(example.sentence) { reader in
        free.decode(example.spans, reader: reader, scorer: scorer)
        bound.decode(example.spans, reader: reader, scorer: scorer, allowed: example.gold)
      }
      let guess = free.best
      let gold = bound.best
      if guess == gold { continue }
      wrong += zip(guess, gold).filter { $0 != $1 }.count
      update(example, guess: guess, gold: gold)
    }
    return wrong
  }

  private func update(_ example: Example, guess: [UInt8], gold: [UInt8]) {
    visit(example) { index, _, key, _ in
      guard guess[index] != gold[index] else { return }
      scorer.update(key, Int(gold[index]), by: 1)
      scorer.update(key, Int(guess[index]), by: -1)
    }
    transitions(gold, by: 1)
    transitions(guess, by: -1)
  }

  private func transitions(_ tags: [UInt8], by value: Int32) {
    var before2 = 0
    var before = 0
    for tag in tags {
      scorer.single[before].add(value, to: Int(tag), at: scorer.time)
      scorer.pairs[before2 * Tag.count + before].add(value, to: Int(tag), at: scorer.time)
      before2 = before
      before = Int(tag)
    }
  }

  // MARK: - Writing

  /// The rows of `tagger-weights.tsv`, sorted.
  func rows(scale: Double, threshold: Double, runs: Double) -> [String] {
    var rows: [String] = []
    let letters = Tag.letters.map { String(Unicode.Scalar($0)) }
    func cell(_ weights: PerceptronScorer.Weights) -> String {
      var text = ""
      for tag in 0..<Tag.count {
        let average = Double(weights.settled[tag]) / runs
        if abs(average) < threshold { continue }
        let value = Int((average * scale).rounded())
        if value != 0 { text += "\(letters[tag])\(value)" }
      }
      return text
    }
    for before in 0..<Tag.count {
      let text = cell(scorer.single[before])
      if !text.isEmpty { rows.append("t\t\(letters[before])\t\(text)") }
      for tag in 0..<Tag.count {
        let text = cell(scorer.pairs[before * Tag.count + tag])
        if !text.isEmpty { rows.append("t\t\(letters[before])\(letters[tag])\t\(text)") }
      }
    }
    for slot in scorer.features.values {
      let source = scorer.sources[slot]
      let text = cell(scorer.weights[slot])
      guard !text.isEmpty else { continue }
      let kinds = TaggerFeatures.templates[source.template]
      let values = zip(kinds, source.values).map { kind, value in
        switch kind {
        case .word: names[value] ?? "?"
        case .mask:
          Tag.allCases.filter { value & $0.bit != 0 }.map { letters[Int($0.rawValue)] }
            .joined()
        case .number: String(value, radix: 36)
        }
      }
      if values.contains("?") || values.contains("") { continue }
      rows.append("\(source.template)\t\(values.joined(separator: " "))\t\(text)")
    }
    return rows.sorted()
  }
}
