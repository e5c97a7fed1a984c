package import Bitext

/// Gives each word of a sentence one analysis: part of speech, lemma, morphology.
///
/// In "il porte la porte" the first "porte" is the verb `porter`, the second the noun; "des" before a noun is
/// one article, after "la fin" it is `de` and `le`. Unknown words are guessed and marked `.guessed`.
package struct Tagger: Sendable {
  let lexicon: Lexicon
  let model: TaggerModel
  let vocabulary: TaggerVocabulary
  let selector: ReadingSelector

  package init(lexicon: Lexicon, model: TaggerModel) {
    self.lexicon = lexicon
    self.model = model
    vocabulary = TaggerVocabulary(lexicon)
    selector = ReadingSelector(lexicon)
  }

  /// Storage that one thread uses for sentence after sentence, so that tagging allocates nothing.
  package struct Scratch {
    var spans: [WordSpan] = []
    var decoder = TagDecoder()

    package init() {}
  }

  /// The words of the sentence `tokens` of `table`, whose offsets count in `text`.
  ///
  /// Every token is in one word. A range of `matches` is one word, tagged as its syntax says: a name is PROPN.
  package func words(
    of tokens: Range<Int>, in table: TokenTable, text: [UInt8], matches: [TermMatch] = []
  ) -> [WordAnalysis] {
    var words: [WordAnalysis] = []
    var scratch = Scratch()
    tag(tokens, in: table, text: text, matches: matches, into: &words, scratch: &scratch)
    return words
  }

  /// Appends to `words` what `words(of:in:text:matches:)` returns.
  package func tag(
    _ tokens: Range<Int>, in table: TokenTable, text: [UInt8], matches: [TermMatch] = [],
    into words: inout [WordAnalysis], scratch: inout Scratch
  ) {
    var start = tokens.lowerBound
    while start < tokens.upperBound {
      let end = Self.chunkEnd(from: start, before: tokens.upperBound, table, matches)
      tag(
        start..<end, in: table, text: text, matches: matches, given: nil, into: &words,
        scratch: &scratch)
      start = end
    }
  }

  /// The most tokens that are tagged together: a longer sentence is no sentence, and memory has its limits.
  static let longestSentence = 4096

  /// Where to cut a sentence without end: before a word with a space before it, outside of every match.
  private static func chunkEnd(
    from start: Int, before end: Int, _ table: TokenTable, _ matches: [TermMatch]
  ) -> Int {
    guard end - start > longestSentence else { return end }
    var cut = start + longestSentence
    while cut < end {
      if let match = matches.first(where: { $0.tokens.upperBound > cut }),
        match.tokens.lowerBound < cut
      {
        cut = match.tokens.upperBound
      } else if table.flags[cut].contains(.spaceBefore) {
        return cut
      } else {
        cut += 1
      }
    }
    return end
  }

  func tag(
    _ tokens: Range<Int>, in table: TokenTable, text: [UInt8], matches: [TermMatch],
    given starts: [Int32]?, into words: inout [WordAnalysis], scratch: inout Scratch
  ) {
    text.withUnsafeBufferPointer { bytes in
      let reader = WordReader(
        lexicon: lexicon, table: table, text: bytes, vocabulary: vocabulary,
        givenStarts: starts, contractionsAreGiven: starts != nil)
      scratch.spans.removeAll(keepingCapacity: true)
      reader.read(tokens, matches: matches, into: &scratch.spans)
      scratch.decoder.decode(scratch.spans, reader: reader, scorer: model)
      scratch.decoder.repair(scratch.spans) { span in
        span.values.contains {
          let cell = lexicon.cell(of: $0)
          return cell.pos == .adjective && cell.morphology.contains(.prenominal)
        }
      }
      selector.select(
        scratch.spans, tags: scratch.decoder.best, reader: reader, matches: matches, into: &words)
    }
  }

  /// The lemma of a word as text: "cheval", "être"; a name as it stands, an unknown word's guessed lemma.
  package func lemma(of word: WordAnalysis, in table: TokenTable, text: [UInt8]) -> String {
    let start = Int(table.start[word.tokens.lowerBound])
    let end = Int(table.end[word.tokens.upperBound - 1])
    guard start <= end, end <= text.count else { return "" }
    if word.pos == .properNoun { return String(decoding: text[start..<end], as: UTF8.self) }
    if let known = lexicon.lemmaText(word.lemma) { return known }
    return text.withUnsafeBufferPointer { bytes in
      let reader = WordReader(
        lexicon: lexicon, table: table, text: bytes, vocabulary: vocabulary, givenStarts: nil)
      return String(decoding: reader.lemmaBytes(word), as: UTF8.self)
    }
  }
}
