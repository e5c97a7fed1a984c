internal import Bitext
internal import English
internal import French
internal import Terminology

/// Terms that stand alone: places, bodies, nationalities, languages, events, works and the rest.
struct SimpleTermReader {
  let recognition: Recognition

  private var words: TitleWords { recognition.knowledge.words }
  private var nouns: NounInflector { recognition.knowledge.nouns }
  private var titles: TitlePhraseReader { TitlePhraseReader(recognition: recognition) }

  /// Kinds that other readers handle.
  private static let elsewhere: KindSet = [
    .init(.person), .init(.office), .init(.honorific), .init(.portfolio),
  ]

  /// The longest term that starts at `token`; nil where it would end before `end`, which another match reaches.
  func match(at token: Int, reaching end: Int = 0) -> TermMatch? {
    if let match = compoundNationality(at: token) { return match }
    guard
      let hit = recognition.firstHit(
        at: token,
        where: { hit, term in
          !hit.isFamilyName && !Self.elsewhere.contains(KindSet(hit.kind))
            && !recognition.sharesNoun(hit)
            && (!lacksArticle(hit, term)
              || recognition.isWord(hit.tokens.lowerBound - 1, Closed.definite))
        })
    else { return nil }
    if hit.tokens.upperBound < end, !mayGrow(hit) { return nil }
    let term = recognition.term(hit)
    if isCutByHyphen(hit) || endsName(hit) { return nil }
    if let pair = placePair(hit, term) ?? designated(hit, term) { return pair }
    var match = TermMatch(
      tokens: hit.tokens, kind: term.kind, target: recognition.target(term),
      morphology: hit.morphology, concept: term.concept, glossary: term.glossaryName,
      status: term.status, origin: term.origin)
    switch term.kind {
    case .nationality: fillNationality(&match, hit, term)
    case .place, .event, .organization, .law, .work:
      match.article = term.flags.contains(.takesThe) ? .the : .zero
      match.isPlural = term.flags.contains(.isPlural)
      // «la Joconde» is "the Mona Lisa"; "Le Monde" has its article in the name.
      if term.kind == .work, recognition.isWord(hit.tokens.lowerBound - 1, Closed.definite),
        !["The ", "Le ", "La ", "Les ", "L'"].contains(where: { match.target.hasPrefix($0) }),
        !lacksArticle(hit, term)
      {
        match.article = .the
      }
      fillCommonNoun(&match, hit, term)
      if term.kind == .event {
        return OccasionReader(recognition: recognition).occasion(of: match) ?? match
      }
    case .language, .religion: match.article = .zero
    default:
      match.syntax = .noun
      match.article =
        term.flags.contains(.takesThe) ? .the : term.flags.contains(.isMass) ? .zero : .asSource
      match.isPlural = term.flags.contains(.isPlural)
      let article = match.article
      fillCommonNoun(&match, hit, term)
      match.article = article
      // «les OGM»: only the determiner tells the plural of an acronym.
      if article == .asSource, !match.isPlural, isPluralByDeterminer(token),
        recognition.flags(token).contains(.allCapitals), match.target.last != "s"
      {
        match.target = term.plural ?? nouns.plural(of: match.target)
        match.isPlural = true
      }
    }
    return match
  }

  /// The term of `hit` may go on behind it: with its occasion, its pair or the sign of its model.
  private func mayGrow(_ hit: TermHit) -> Bool {
    let next = hit.tokens.upperBound
    return hit.kind == .event || recognition.flags(next).contains(.hyphenBefore) || isSign(next)
  }

  /// «les Fleurs du mal»: the article of the title stands before the hit, in lower case.
  private func lacksArticle(_ hit: TermHit, _ term: MatchedTerm) -> Bool {
    hit.kind == .work && !hit.isHeadword && TermForms.afterArticle(term.source) != nil
      && !recognition.isWord(hit.tokens.lowerBound, Closed.definite)
  }

  /// A headword in lower case on both sides is a common noun: its determiner is translated.
  private func fillCommonNoun(_ match: inout TermMatch, _ hit: TermHit, _ term: MatchedTerm) {
    let isCommon =
      !(term.target.startsWithCapital ?? true) && !(term.source.startsWithCapital ?? true)
    guard isCommon || ![.place, .event, .organization, .law, .work].contains(term.kind) else {
      return
    }
    match.syntax = .noun
    match.article = .asSource
    if hit.morphology.contains(.plural), !term.morphology.contains(.plural) {
      match.target = term.plural ?? nouns.plural(of: match.target)
      match.isPlural = true
    }
  }

  /// "La Croix" in "la Croix-Rouge": the hit ends inside a word that belongs to a longer term.
  private func isCutByHyphen(_ hit: TermHit) -> Bool {
    let end = hit.tokens.upperBound
    guard recognition.flags(end).contains(.hyphenBefore) else { return false }
    return hit.tokens.dropFirst().contains { token in
      recognition.hits(at: token).contains { !$0.isFamilyName && $0.tokens.upperBound > end }
    }
  }

  /// «Héma-Québec»: the end of a name that no row has.
  private func endsName(_ hit: TermHit) -> Bool {
    let first = hit.tokens.lowerBound
    return hit.kind == .place && recognition.flags(first).contains(.hyphenBefore)
      && recognition.isCapitalized(first - 1) && !recognition.hasHits(at: first - 1)
  }

  /// «l’axe Moscou-Pékin»: two places with a hyphen are one, "Moscow-Beijing".
  private func placePair(_ hit: TermHit, _ term: MatchedTerm) -> TermMatch? {
    let next = hit.tokens.upperBound
    guard term.kind == .place, recognition.flags(next).contains(.hyphenBefore),
      recognition.isCapitalized(next),
      let second = recognition.firstHit(
        of: .place, at: next, where: { hit, _ in !hit.isFamilyName }),
      !recognition.flags(second.tokens.upperBound).contains(.hyphenBefore)
    else { return nil }
    let other = recognition.term(second)
    let target = recognition.target(term) + "-" + recognition.target(other)
    return TermMatch(
      tokens: hit.tokens.lowerBound..<second.tokens.upperBound, kind: .place, target: target,
      concept: ConceptID.make(kind: .place, target: target), origin: .computed, rule: "pair",
      parts: [
        TermPart(
          tokens: hit.tokens, kind: .place, target: recognition.target(term), concept: term.concept),
        TermPart(
          tokens: second.tokens, kind: .place, target: recognition.target(other),
          concept: other.concept),
      ])
  }

  /// «la fusée Soyouz-2», «la capsule Soyouz MS-10»: the sign of the model goes before the English noun.
  private func designated(_ hit: TermHit, _ term: MatchedTerm) -> TermMatch? {
    let next = hit.tokens.upperBound
    guard term.kind == .work, !(term.source.startsWithCapital ?? true),
      recognition.flags(next).contains(.hyphenBefore) || isSign(next)
    else { return nil }
    var end = next + 1
    while recognition.flags(end).contains(.hyphenBefore) { end += 1 }
    let table = recognition.table
    let words = recognition.target(term).splitAtSpaces()
    guard let noun = words.last, words.count > 1, !(String(noun).startsWithCapital ?? true),
      end <= table.count, table.start[next] < table.start[hit.tokens.lowerBound] + 80
    else { return nil }
    let name = words.dropLast().joined(separator: " ")
    let join = recognition.flags(next).contains(.hyphenBefore) ? "-" : " "
    return TermMatch(
      tokens: hit.tokens.lowerBound..<end, kind: .work, syntax: .noun,
      target: name + join + recognition.string(next..<end) + " " + noun, article: .asSource,
      morphology: hit.morphology, concept: term.concept, glossary: term.glossaryName,
      origin: .computed, rule: "model")
  }

  /// "MS", "II": capitals or a number that belong to the name before them.
  private func isSign(_ token: Int) -> Bool {
    let flags = recognition.flags(token)
    return flags.contains(.allCapitals) && recognition.flags(token + 1).contains(.hyphenBefore)
  }

  // MARK: - Nationality

  private func compoundNationality(at token: Int) -> TermMatch? {
    guard words.match(.compound, at: token, in: recognition.table) != nil,
      let piece = titles.nationalityPiece(at: token, ofPerson: isOfPerson(token))
    else { return nil }
    return TermMatch(
      tokens: piece.tokens, kind: .nationality, syntax: .adjective, target: piece.target,
      concept: piece.concept, rule: "compound")
  }

  /// «une otage franco-israélienne», «le Franco-Marocain»: of someone rather than of something between two countries.
  private func isOfPerson(_ token: Int) -> Bool {
    if recognition.isWord(token - 1, Closed.determiners) { return recognition.isCapitalized(token) }
    guard recognition.flags(token - 1).contains(.word), let lexicon = recognition.knowledge.lexicon
    else { return false }
    return lexicon.analyses(exact: recognition.table.exact[token - 1])
      .contains { $0.pos == .noun && $0.morphology.contains(.human) }
  }

  private func fillNationality(_ match: inout TermMatch, _ hit: TermHit, _ term: MatchedTerm) {
    let token = hit.tokens.lowerBound
    let isCapital =
      recognition.isCapitalized(token) && !recognition.flags(token).contains(.shouted)
      && !recognition.isNationalAdjective(hit)
    let hasDeterminer = recognition.isWord(token - 1, Closed.determiners)
    let isNoun =
      isCapital && (!recognition.opensSentence(token) || hasDeterminer)
      || (!isCapital && (hasDeterminer || recognition.isWord(token - 1, Self.many)))
      // «autant d’athées»: an adjective does not follow «de» without its noun.
      || recognition.isWord(token - 1, Closed.of) && hit.morphology.contains(.plural)
    guard isNoun else {
      match.syntax = .adjective
      return
    }
    match.syntax = .noun
    if !isCapital, isLanguage(hit, term) {
      match.article = .zero
      return
    }
    if !isCapital, isBeforeName(hit) {
      match.article = .zero
      if term.link.isEmpty || recognition.isGivenName(hit.tokens.upperBound) {
        match.target = term.noun ?? match.target
      }
      return
    }
    match.article = .asSource
    match.morphology.insert(.human)
    let noun = term.noun ?? match.target
    let isPlural =
      hit.morphology.contains(.plural) && !hit.morphology.contains(.singular)
      || isPluralByDeterminer(token) || isPluralByNumber(token)
    let feminine =
      hit.morphology.isFeminineOnly ? NationalNoun.feminine(noun, isPlural: isPlural) : nil
    if isPlural {
      match.target = feminine ?? term.plural ?? nouns.plural(of: noun)
      match.isPlural = true
    } else {
      match.target = feminine ?? noun
    }
  }

  /// «on enseigne l’anglais», in lower case and not before a name.
  private func isLanguage(_ hit: TermHit, _ term: MatchedTerm) -> Bool {
    hit.morphology.contains(.masculine) && hit.morphology.contains(.singular)
      && words.tongues.contains(term.target)
      && recognition.isWord(hit.tokens.lowerBound - 1, Closed.definite)
      && !isPluralByDeterminer(hit.tokens.lowerBound)
      && !recognition.isCapitalized(hit.tokens.upperBound)
  }

  /// «le néerlandais Gasunie» is "Dutch Gasunie", «le démocrate Paul Hart» "Democrat Paul Hart".
  private func isBeforeName(_ hit: TermHit) -> Bool {
    let next = hit.tokens.upperBound
    return recognition.isWord(hit.tokens.lowerBound - 1, Closed.definite)
      && !isPluralByDeterminer(hit.tokens.lowerBound) && recognition.isCapitalized(next)
      && recognition.flags(next).contains(.spaceBefore)
      && recognition.flags(next).isDisjoint(with: [.sentenceStart, .shouted])
  }

  /// Adjectives before a noun in the plural: «de nombreux républicains».
  private static let many = FormSet(
    ["nombreux", "nombreuses", "autres", "certains", "certaines", "rares", "divers", "diverses"]
      .map { Folding.exactHash($0) })

  private static let plurals = FormSet(
    [
      "les", "des", "ces", "mes", "ses", "nos", "vos", "leurs", "deux", "trois", "quatre",
      "plusieurs", "certains", "quelques", "tous", "cinq", "six", "sept", "huit", "neuf", "dix",
      "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt", "trente", "quarante",
      "cinquante", "soixante", "cent", "cents", "mille",
    ].map { Folding.exactHash($0) })

  /// «un million de Français»: after a bare "de" only the plural stands.
  private func isPluralByNumber(_ token: Int) -> Bool {
    recognition.isWord(token - 1, Closed.of) && recognition.isCapitalized(token)
  }

  /// «les Français»: the form is the same in singular and plural.
  private func isPluralByDeterminer(_ token: Int) -> Bool {
    recognition.isWord(token - 1, Self.plurals) || recognition.isWord(token - 1, Self.many)
      || recognition.flags(token - 1).contains(.number)
      || recognition.isWord(token - 1, Closed.of) && endsAsPlural(token)
  }

  /// "Français", but not "Belge": «des milliers de Français», where a singular has its article.
  private func endsAsPlural(_ token: Int) -> Bool {
    guard recognition.isCapitalized(token) else { return false }
    let last = recognition.text[Int(recognition.table.end[token]) - 1]
    return last == UInt8(ascii: "s") || last == UInt8(ascii: "x")
  }
}
