internal import Bitext

/// Chooses among the readings that fit a word's tag: lemma, gender, person, mood.
///
/// "il mange" is indicative, "pour qu’il mange" subjunctive; "le tour" is masculine, "la tour" feminine.
struct ReadingSelector: Sendable {
  private let lexicon: Lexicon
  private let words: ReadingVocabulary

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    words = ReadingVocabulary()
  }

  /// What earlier words of the sentence say about the next verb.
  private struct Context {
    /// The person of the last subject pronoun before the verb.
    var person: Morphology = .third
    /// The clause stands after a word that asks for the subjunctive.
    var wantsSubjunctive = false
    /// Gender of the determiner or adjective before the noun, and the determiner's number.
    var gender: Morphology = []
    var number: Morphology = []
    /// The sentence tells in the simple past.
    var prefersPast = false
  }

  /// Appends one analysis a word to `output`; "des" as an article becomes one word.
  func select(
    _ spans: [WordSpan], tags: [UInt8], reader: WordReader, matches: [TermMatch],
    into output: inout [WordAnalysis]
  ) {
    var context = Context()
    context.prefersPast = tellsInPast(spans, tags: tags, reader: reader)
    let base = output.count
    output.reserveCapacity(base + spans.count)
    for (index, span) in spans.enumerated() {
      let tag = Tag(rawValue: tags[index]) ?? .other
      if span.isContracted, tag == .indefinite || tag == .indefinitePlural,
        let half = output.last, output.count > base
      {
        output[output.count - 1] = article(half, span, tag)
        context.gender = tag == .indefinite ? .masculine : []
        context.number = tag.number
        continue
      }
      let analysis = analysis(
        span, tag, context: context, reader: reader, matches: matches,
        next: index + 1 < spans.count ? spans[index + 1] : nil)
      output.append(analysis)
      update(&context, span, analysis, words: output[base...])
    }
    markReflexives(&output, from: base, reader: reader)
  }

  /// Whether more verbs can only be simple past than only present: then "finit" is simple past as well.
  private func tellsInPast(_ spans: [WordSpan], tags: [UInt8], reader: WordReader) -> Bool {
    let finite: UInt64 = [Tag.verb, .verbPlural, .auxiliary, .auxiliaryPlural]
      .reduce(0) { $0 | $1.bit }
    var balance = 0
    for (index, span) in spans.enumerated() where span.source == .lexicon {
      let bit: UInt64 = 1 << UInt64(tags[index])
      guard bit & finite != 0 else { continue }
      var tenses: Morphology = []
      for value in span.values
      where reader.vocabulary.cellMasks[Int(value & reader.vocabulary.cellMask)] & bit != 0 {
        tenses.formUnion(lexicon.cell(of: value).morphology)
      }
      if tenses.contains(.past), !tenses.contains(.present) { balance += 1 }
      if tenses.contains(.present), !tenses.contains(.past) { balance -= 1 }
    }
    return balance > 0
  }

  // MARK: - One word

  /// "des" or "du" as one word: the article before a plural or a mass noun.
  private func article(_ half: WordAnalysis, _ span: WordSpan, _ tag: Tag) -> WordAnalysis {
    let tokens = half.tokens.lowerBound..<Int(span.end)
    return tag == .indefinitePlural
      ? WordAnalysis(
        tokens: tokens, lemma: words.un, pos: .determiner,
        morphology: [.indefinite, .plural, .masculine, .feminine])
      : WordAnalysis(
        tokens: tokens, lemma: words.du, pos: .determiner,
        morphology: [.indefinite, .singular, .masculine])
  }

  private func analysis(
    _ span: WordSpan, _ tag: Tag, context: Context, reader: WordReader, matches: [TermMatch],
    next: WordSpan?
  ) -> WordAnalysis {
    let tokens = Int(span.first)..<Int(span.end)
    var result = WordAnalysis(
      tokens: tokens, lemma: reader.table.exact[tokens.lowerBound], pos: tag.pos, morphology: [])
    switch span.source {
    case .lexicon, .lastPart:
      guard let value = bestValue(span, tag, context: context, next: next, reader: reader) else {
        result.morphology = tag == .properNoun ? name(context) : fallback(span, tag)
        if tag == .adposition { result.lemma = words.preposition(result.lemma) }
        return result
      }
      let cell = lexicon.cell(of: value)
      result.pos = cell.pos
      result.morphology = restrict(cell.morphology, tag, context)
      result.lemma = lexicon.lemma(of: value)
      if span.source == .lastPart {
        result.lemma = reader.compoundLemma(tokens, last: result.lemma)
        result.morphology.insert(.guessed)
      }
    case .ending:
      result.morphology = tag == .properNoun ? name(context) : .guessed
      guard tag != .properNoun, tag != .other,
        let row = span.values.first(where: {
          reader.vocabulary.cellMasks[lexicon.guessCell(Int($0))] & tag.bit != 0
        })
      else { break }
      let cell = lexicon.cell(UInt32(lexicon.guessCell(Int(row))))
      result.morphology = restrict(cell.morphology, tag, context).union(.guessed)
      result.lemma = reader.guessedLemma(tokens, row: Int(row))
    case .none:
      if tag == .properNoun {
        result.morphology = name(context)
      } else if tag == .numeral {
        result.morphology = .plural
      } else if tag == .adjective {
        result.morphology = [.ordinal, .singular, .masculine, .feminine]
      } else if span.isContracted {
        result.lemma = words.le
        result.morphology =
          tag == .definitePlural
          ? [.definite, .plural, .masculine, .feminine] : [.definite, .singular, .masculine]
      }
    case .term:
      if Int(span.term) < matches.count { result.morphology = matches[Int(span.term)].morphology }
    }
    return result
  }

  /// Gender and number of a name: its determiner's, else singular.
  private func name(_ context: Context) -> Morphology {
    context.gender.union(context.number.isEmpty ? .singular : context.number).union(.guessed)
  }

  /// Gender and number of a noun or adjective whose tag no reading of the lexicon gave.
  private func fallback(_ span: WordSpan, _ tag: Tag) -> Morphology { tag.number.union(.guessed) }

  /// The morphology of a chosen cell with the number its tag says and the gender its context says.
  private func restrict(_ morphology: Morphology, _ tag: Tag, _ context: Context) -> Morphology {
    var result = morphology
    let number = tag.number
    if !number.isEmpty, result.contains(.anyNumber) {
      result.subtract(.anyNumber)
      result.formUnion(number)
    }
    let isNoun = tag == .noun || tag == .nounPlural
    if isNoun, result.contains(.anyGender), !context.gender.isEmpty {
      result.subtract(.anyGender)
      result.formUnion(context.gender)
    }
    return result
  }

  private func bestValue(
    _ span: WordSpan, _ tag: Tag, context: Context, next: WordSpan?, reader: WordReader
  ) -> UInt32? {
    var best: UInt32?
    var bestScore = Int.min
    for values in [span.values, span.accented] {
      for value in values
      where reader.vocabulary.cellMasks[Int(value & reader.vocabulary.cellMask)] & tag.bit != 0 {
        let score = score(value, tag, context: context, next: next, reader: reader)
        if score > bestScore {
          best = value
          bestScore = score
        }
      }
      if best != nil { break }
    }
    return best
  }

  private func score(
    _ value: UInt32, _ tag: Tag, context: Context, next: WordSpan?, reader: WordReader
  ) -> Int {
    let morphology = lexicon.cell(of: value).morphology
    var score = 0
    switch tag {
    case .verb, .verbPlural, .auxiliary, .auxiliaryPlural:
      var person = context.person
      if let next, next.shape.contains(.hyphenBefore) { person = words.person(next.key) ?? person }
      if !morphology.isDisjoint(with: person) { score += 8 }
      if morphology.contains(.subjunctive) == context.wantsSubjunctive { score += 4 }
      if morphology.contains(context.prefersPast ? .past : .present) { score += 1 }
    case .noun, .nounPlural, .adjective, .adjectivePlural:
      if !context.gender.isEmpty, !morphology.isDisjoint(with: context.gender) { score += 4 }
      // "fonds" is rather `fonds` than the plural of `fond`, "cours" `cours` than that of `cour`.
      if morphology.contains(.anyNumber) { score += 2 }
    case .imperative:
      if morphology.contains(.plural) { score += 1 }
    default: break
    }
    if lexicon.flags(of: value).contains(.rare) { score -= 2 }
    return score
  }

  // MARK: - Context

  private func update(
    _ context: inout Context, _ span: WordSpan, _ word: WordAnalysis,
    words done: ArraySlice<WordAnalysis>
  ) {
    switch word.pos {
    case .pronoun:
      if word.morphology.contains(.relative) {
        context.person = .third
      } else if let person = words.subjectPerson(span.key) {
        context.person = person
      }
    case .verb, .auxiliary:
      if !word.morphology.isDisjoint(with: [.indicative, .conditional, .subjunctive]) {
        context.person = .third
        context.wantsSubjunctive = false
      }
    case .subordinator:
      context.person = .third
      context.wantsSubjunctive = asksSubjunctive(word.lemma, after: done.dropLast())
    case .punctuation:
      context.person = .third
    default: break
    }
    switch word.pos {
    case .determiner, .adjective:
      let gender = word.morphology.intersection(.anyGender)
      context.gender = gender == .anyGender ? [] : gender
      let number = word.morphology.intersection(.anyNumber)
      context.number = number == .anyNumber ? [] : number
    case .adverb, .numeral: break
    default:
      context.gender = []
      context.number = []
    }
  }

  /// Whether a clause after the conjunction `lemma` stands in the subjunctive, by the words before it.
  private func asksSubjunctive(_ lemma: UInt64, after done: ArraySlice<WordAnalysis>) -> Bool {
    if lemma != words.que { return lexicon.flags(ofLemma: lemma).contains(.asksSubjunctive) }
    return done.suffix(2).contains { lexicon.flags(ofLemma: $0.lemma).contains(.asksSubjunctive) }
  }

  /// Marks "me", "te", "nous", "vous" as reflexive where the verb's subject is the same person.
  private func markReflexives(
    _ output: inout [WordAnalysis], from base: Int, reader: WordReader
  ) {
    for index in output.indices.dropFirst(base - output.startIndex) {
      guard output[index].pos == .pronoun, index > base,
        !output[index].morphology.contains(.reflexive)
      else { continue }
      let key = reader.table.exact[output[index].tokens.lowerBound]
      guard let person = words.reflexivePerson(key) else { continue }
      let before = reader.table.exact[output[index - 1].tokens.lowerBound]
      let before2 = index > base + 1 ? reader.table.exact[output[index - 2].tokens.lowerBound] : 0
      let subject = words.isNe(before) ? before2 : before
      if words.subjectPerson(subject) == person, key != before || words.repeats(key) {
        output[index].morphology.insert(.reflexive)
      }
    }
  }
}
