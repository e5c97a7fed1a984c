internal import Bitext
internal import French

/// Turns words and terms into the units of a sentence.
struct UnitBuilder {
  let sentence: AnalyzedSentence

  /// Cuts "du" in two where the tagger took it for a partitive after a noun: "le projet du gouvernement".
  private func split(_ unit: SyntaxUnit, into units: inout [SyntaxUnit]) {
    var preposition = unit
    preposition.tokens = unit.tokens.lowerBound..<unit.tokens.lowerBound + 1
    preposition.pos = .adposition
    preposition.form = Self.de
    preposition.lemma = Self.de
    preposition.word = .de
    var article = unit
    article.tokens = unit.tokens.lowerBound + 1..<unit.tokens.upperBound
    article.word = .le
    article.lemma = Self.le
    article.form = Self.le
    article.flags.insert(.contracted)
    units.append(preposition)
    units.append(article)
  }

  func build(into units: inout [SyntaxUnit]) {
    units.removeAll(keepingCapacity: true)
    units.reserveCapacity(sentence.tokens.count)
    var match = 0
    var word = 0
    var token = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound {
      while match < sentence.matches.count,
        sentence.matches[match].tokens.upperBound <= token
      { match += 1 }
      if match < sentence.matches.count, sentence.matches[match].tokens.lowerBound <= token {
        units.append(term(match))
        token = max(token + 1, sentence.matches[match].tokens.upperBound)
        continue
      }
      while word < sentence.words.count, sentence.words[word].tokens.upperBound <= token {
        word += 1
      }
      let limit =
        match < sentence.matches.count
        ? sentence.matches[match].tokens.lowerBound : sentence.tokens.upperBound
      if word < sentence.words.count, sentence.words[word].tokens.lowerBound <= token {
        let end = min(limit, sentence.words[word].tokens.upperBound)
        let made = unit(token..<max(token + 1, end), sentence.words[word])
        if made.form == Self.fused, made.pos == .determiner {
          split(made, into: &units)
        } else {
          units.append(made)
        }
        if match < sentence.matches.count, sentence.matches[match].tokens.lowerBound == end,
          dropsArticle(match, before: units.count - 1, units)
        {
          units[units.count - 1].isAbsorbed = true
          units[units.count - 1].pos = .particle
        }
        token = max(token + 1, end)
      } else {
        units.append(unknown(token))
        token += 1
      }
    }
  }

  /// "le 12 avril", "les deux tiers": English has no article before the match.
  private func dropsArticle(_ index: Int, before unit: Int, _ units: [SyntaxUnit]) -> Bool {
    let match = sentence.matches[index]
    guard isDefinite(units[unit].word) else { return false }
    return match.syntax == .adverbial
      || match.syntax == .quantity && match.article == .zero && match.determiner != nil
  }

  private func isDefinite(_ word: FunctionWord) -> Bool {
    word == .le || word == .la || word == .les
  }

  private func term(_ index: Int) -> SyntaxUnit {
    let match = sentence.matches[index]
    let first = match.tokens.lowerBound
    var unit = SyntaxUnit(
      tokens: match.tokens, lemma: 0, form: 0, pos: match.syntax.partOfSpeech,
      morphology: match.morphology, word: .none, flags: sentence.table.flags[first])
    unit.term = Int32(truncatingIfNeeded: index)
    unit.syntax = match.syntax
    return unit
  }

  private func unit(_ tokens: Range<Int>, _ word: WordAnalysis) -> SyntaxUnit {
    let first = tokens.lowerBound
    let table = sentence.table
    var form = FunctionWords.canonical(table.exact[first])
    var word = word
    if tokens.count > 1 {
      let isFused = tokens.count == 2 && table.flags[first + 1].contains(.contracted)
      form =
        isFused ? table.exact[first + 1] == Self.plural ? Self.fusedPlural : Self.fused : word.lemma
    }
    if form == Self.se, tokens.upperBound < sentence.tokens.upperBound,
      isThirdMasculine(tokens.upperBound)
    {
      form = Self.si
      word.lemma = form
      word.pos = .subordinator
    }
    // "A la suite de": a capital without its accent.
    if word.pos == .adposition, word.lemma == Self.à { form = Self.à }
    let isVerb = word.pos == .verb || word.pos == .auxiliary
    var name = FunctionWord.none
    if isVerb {
      name = FunctionWords.word(word.lemma)
    } else if word.pos != .noun, word.pos != .properNoun {
      name = FunctionWords.word(form)
      if tokens.count > 1 { name = FunctionWords.word(word.lemma) }
    }
    var unit = SyntaxUnit(
      tokens: tokens, lemma: word.lemma, form: form, pos: word.pos, morphology: word.morphology,
      word: name, flags: table.flags[first])
    if word.pos == .punctuation || table.flags[first].contains(.punctuation) {
      unit.mark = sentence.text[Int(table.start[first])]
      unit.pos = .punctuation
    }
    return unit
  }

  private static let plural = FormHash.of("les".utf8)
  /// "des" and "du" as one article.
  static let fusedPlural = FormHash.of("des".utf8)
  static let fused = FormHash.of("du".utf8)
  private static let à = FormHash.of("à".utf8)
  private static let de = FormHash.of("de".utf8)
  private static let le = FormHash.of("le".utf8)
  private static let se = FormHash.of("se".utf8)
  private static let si = FormHash.of("si".utf8)

  /// "s’il" and "s’ils" are "si".
  private func isThirdMasculine(_ token: Int) -> Bool {
    let word = FunctionWords.word(sentence.table.exact[token])
    return word == .il || word == .ils
  }

  /// A token no word covers: punctuation, a number, or a word to copy.
  private func unknown(_ token: Int) -> SyntaxUnit {
    let table = sentence.table
    let flags = table.flags[token]
    var pos = PartOfSpeech.other
    if flags.contains(.punctuation) { pos = .punctuation }
    if flags.contains(.number) { pos = .numeral }
    var unit = SyntaxUnit(
      tokens: token..<token + 1, lemma: table.exact[token], form: table.exact[token], pos: pos,
      morphology: [.singular], word: .none, flags: flags)
    if pos == .punctuation { unit.mark = sentence.text[Int(table.start[token])] }
    return unit
  }
}
