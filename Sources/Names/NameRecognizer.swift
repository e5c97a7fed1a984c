package import Bitext
package import English
package import French
package import Terminology

/// Finds the names, titles, dates and amounts of a paragraph and puts each into English.
///
/// At each token the readers are tried in a fixed order, the longest phrase wins, and what it covers is not read
/// again: matches come out in order and disjoint.
package struct NameRecognizer: Sendable {
  private let knowledge: NameKnowledge
  private static let tokenizer = Tokenizer()

  package init(
    matcher: TermMatcher, words: TitleWords, givenNames: GivenNames, nouns: NounInflector,
    quantities: QuantityRecognizer?,
    romanizer: Romanizer?, lexicon: Lexicon?, variety: EnglishVariety,
    keepsDiacritics: Bool = false, spellings: [String: String] = [:]
  ) {
    knowledge = NameKnowledge(
      matcher: matcher, words: words, givenNames: givenNames, nouns: nouns, quantities: quantities,
      romanizer: romanizer,
      lexicon: lexicon, variety: variety, keepsDiacritics: keepsDiacritics, spellings: spellings)
  }

  package var matcher: TermMatcher { knowledge.matcher }

  /// Whether the English office takes its portfolio before it: "minister" does.
  package func takesPortfolio(_ office: String) -> Bool {
    knowledge.words.takesPortfolioInFront(office)
  }

  /// The matches of one paragraph: `text` normalised, `table` its tokens. `discourse` learns what it names.
  package func recognize(
    text: [UInt8], table: TokenTable, discourse: inout Discourse
  ) -> [TermMatch] {
    discourse.note(table, for: matcher)
    var hits = matcher.hits(in: table, of: text, nearby: discourse)
    // What must not stand in the English is for `check` alone.
    hits.removeAll { $0.status == .forbidden || $0.status == .deprecated }
    let recognition = Recognition(
      text: text, table: table, hits: hits, knowledge: knowledge)
    let amounts = knowledge.quantities?.reader(of: table, text: text, variety: knowledge.variety)
    var matches: [TermMatch] = []
    matches.reserveCapacity(hits.count / 2 + 4)
    var end = 0
    var token = 0
    while token < table.count {
      let opening = opening(at: token, recognition, amounts)
      guard opening.amount != nil || opening.isName else {
        token += 1
        continue
      }
      var best: TermMatch?
      var persons: [PersonName] = []
      if let amount = opening.amount { best = amounts?.match(at: token, amount) }
      if opening.isName { name(at: token, recognition, discourse, &best, &persons) }
      guard var match = best.take() else {
        token += 1
        continue
      }
      finish(&match, after: end, recognition)
      for person in persons { note(person, recognition, in: &discourse) }
      noteCountries(in: match.tokens, recognition, &discourse)
      end = match.tokens.upperBound
      token = max(token + 1, end)
      matches.append(consume match)
    }
    return matches
  }

  /// Adds to a match what is around it; `end` is that of the match before it.
  private func finish(_ match: inout TermMatch, after end: Int, _ recognition: Recognition) {
    match.alternatives = alternatives(to: match, recognition)
    dropContraction(&match, recognition)
    addDeterminer(&match, recognition, after: end)
  }

  /// What a token may open: most words nothing, for no row starts there, no capital, no word of the grammar.
  private struct Opening {
    var amount: QuantityReader.Opening?
    var isName = false
  }

  @inline(__always)
  private func opening(
    at token: Int, _ recognition: Recognition, _ amounts: QuantityReader?
  ) -> Opening {
    let flags = recognition.table.flags[token]
    var opening = Opening()
    if flags.contains(.opaque) { return opening }
    opening.amount = amounts?.opening(at: token, flags)
    // «les 500 miles d’Indianapolis» are a row that opens with a number.
    opening.isName =
      recognition.hasHits(at: token)
      || flags.contains(.word)
        && (flags.contains(.capitalized)
          || knowledge.words.opens(recognition.table.exact[token]))
    return opening
  }

  /// Reads names and titles; no reader is asked for what neither a row nor a word of its grammar can open.
  @inline(never)
  private func name(
    at token: Int, _ recognition: Recognition, _ discourse: Discourse, _ best: inout TermMatch?,
    _ named: inout [PersonName]
  ) {
    let classes = knowledge.words.classes(at: token, in: recognition.table)
    let kinds = recognition.kinds(at: token)
    let isCapital = recognition.isCapitalized(token)
    // The longest wins, of those that end together the best founded.
    var bestEnd = best?.tokens.upperBound ?? -1
    var bestRank = best.map(rank) ?? 0
    func offer(_ match: consuming TermMatch, naming persons: [PersonName] = []) {
      let end = match.tokens.upperBound
      guard end >= bestEnd else { return }
      let rank = rank(match)
      guard end > bestEnd || rank < bestRank else { return }
      best = match
      named = persons
      (bestEnd, bestRank) = (end, rank)
    }
    if kinds.contains(.init(.office)) || classes.contains(.init(.prefix)),
      var phrase = TitlePhraseReader(recognition: recognition)
        .phrase(at: token, discourse: discourse), accepts(phrase, recognition)
    {
      phrase.settleGender(recognition)
      offer(
        TitleTranslator(recognition: recognition).match(for: phrase), naming: phrase.names)
    }
    if kinds.contains(.init(.organization)) || !classes.isDisjoint(with: .bodies),
      let match = InstitutionReader(recognition: recognition)
        .institution(at: token, discourse: discourse)
    {
      offer(match)
    }
    if isCapital, classes.contains(.init(.bodyHead)),
      let match = BodyReader(recognition: recognition)
        .match(
          at: token, after: recognition.firstHit(of: .organization, at: token)?.tokens.upperBound)
    {
      offer(match)
    }
    if isCapital, !kinds.isDisjoint(with: .national),
      let (match, persons) = NationalNameReader(recognition: recognition)
        .match(at: token, discourse: discourse)
    {
      offer(match, naming: persons)
    }
    if kinds.contains(.init(.event)),
      let (match, persons) = LaureateReader(recognition: recognition)
        .match(at: token, discourse: discourse)
    {
      offer(match, naming: persons)
    }
    if !classes.isDisjoint(with: .deeds),
      let match = DeedReader(recognition: recognition).match(at: token, discourse: discourse)
    {
      offer(match)
    }
    let family =
      isCapital || classes.contains(.init(.kin))
      ? FamilyReader(recognition: recognition).match(at: token) : nil
    if isCapital || recognition.flags(token).contains(.shouted)
      || !kinds.isDisjoint(with: .personal),
      let (match, persons) = person(at: token, recognition, discourse),
      family?.tokens != match.tokens
    {
      offer(match, naming: persons)
    }
    if let family { offer(family) }
    if isCapital, let match = GivenNameReader(recognition: recognition).match(at: token) {
      offer(match)
    }
    if !classes.isDisjoint(with: .places),
      let match = PlacePhraseReader(recognition: recognition).match(at: token)
    {
      offer(match)
    }
    if !kinds.isEmpty || classes.contains(.init(.compound)),
      let match = SimpleTermReader(recognition: recognition)
        .match(at: token, reaching: bestEnd)
    {
      offer(match)
    }
    if isCapital || !classes.isDisjoint(with: .named),
      let match = KeptNameReader(recognition: recognition).match(at: token)
    {
      offer(match)
    }
  }

  /// Rows before what is built from parts, and that before guesses: «les Témoins de Jéhovah» is a row, not Jehovah’s.
  private func rank(_ match: TermMatch) -> Int {
    switch match.origin {
    case .curated: match.kind == .office && match.parts.count > 1 ? 2 : 0
    case .cldr: 1
    case .computed: 2
    case .inferred: 3
    }
  }

  /// An office alone is a term only where a determiner shows that it is a noun.
  private func accepts(_ phrase: TitlePhrase, _ recognition: Recognition) -> Bool {
    if !phrase.names.isEmpty { return true }
    let start = phrase.tokens.lowerBound
    let onlyOffice = !phrase.hasComplement
    // "Turkish officials" is a term, "farmer from Oregon" is the draft’s.
    if phrase.officeTerm.flags.contains(.isDescription) {
      return !phrase.companions.isEmpty || !phrase.parties.isEmpty
        || !phrase.nationalities.isEmpty && phrase.owner == nil && phrase.destination == nil
        || phrase.owner?.isPerson == true || phrase.office.tokens.count > 1
        || recognition.flags(phrase.office.tokens.lowerBound).contains(.allCapitals)
    }
    if phrase.hasOnlyPrefixes { return phrase.office.tokens.count > 1 }
    if onlyOffice, phrase.office.tokens.count == 1 {
      return recognition.isWord(start - 1, Closed.determiners)
        && recognition.nounFollowsNot(phrase.tokens.upperBound)
    }
    return true
  }

  private func person(
    at token: Int, _ recognition: Recognition, _ discourse: Discourse
  ) -> (TermMatch, [PersonName])? {
    let persons = PersonNameReader(recognition: recognition)
    var start = token
    var honorific: MatchedTerm?
    // «Saint-Jérôme» with its hyphen is a place or a church.
    if let hit = recognition.firstHit(of: .honorific, at: token),
      recognition.nounFollowsNot(hit.tokens.upperBound),
      recognition.flags(hit.tokens.upperBound).contains(.word)
        || recognition.isMark(hit.tokens.upperBound, ".")
    {
      honorific = recognition.term(hit)
      start = recognition.skipAbbreviationDot(hit.tokens.upperBound)
    }
    if honorific == nil, !recognition.isCapitalized(token), !recognition.hasHits(at: token) {
      return nil
    }
    // Inside a longer name nothing starts.
    guard
      let person = persons.name(
        at: start, discourse: discourse, afterTitle: honorific != nil),
      person.hasEvidence
    else { return nil }
    // "saint Augustin" and "Mère Teresa" are rows themselves.
    if honorific != nil, let row = persons.name(at: token, discourse: discourse),
      row.origin == .curated, row.tokens.upperBound >= person.tokens.upperBound
    {
      return (match(for: row), [row])
    }
    var target = person.target
    if let honorific {
      target = recognition.target(honorific) + " " + target
    }
    var match = match(for: person)
    match.tokens = token..<person.tokens.upperBound
    match.target = target
    if let honorific {
      match.article = .zero
      match.isPlural = false
      match.morphology = honorific.morphology.union([.human, .singular])
      match.parts = [
        TermPart(
          tokens: token..<start, kind: .honorific, target: recognition.target(honorific),
          concept: honorific.concept),
        TermPart(
          tokens: person.tokens, kind: .person, target: person.target, concept: person.concept,
          origin: person.origin),
      ]
    }
    return (match, [person])
  }

  /// The English of other rows for the same words, for `inspect names`.
  private func alternatives(to match: TermMatch, _ recognition: Recognition) -> [String] {
    let hits = recognition.hits(at: match.tokens.lowerBound)
    guard hits.count > 1 else { return [] }
    var others: [String] = []
    for hit in hits where hit.tokens == match.tokens && !hit.isFamilyName && others.count < 4 {
      let term = recognition.term(hit)
      if term.british == nil, term.hasTarget(match.target) { continue }
      let target = recognition.target(term)
      if target != match.target, !others.contains(target) { others.append(target) }
    }
    return others
  }

  private func match(for person: PersonName) -> TermMatch {
    TermMatch(
      tokens: person.tokens, kind: .person, target: person.target,
      article: person.takesThe ? .the : .zero, morphology: person.morphology,
      isPlural: person.morphology.contains(.plural), concept: person.concept,
      glossary: person.glossary, status: person.status, origin: person.origin, rule: person.rule)
  }

  /// «du Mans» matches "Le Mans" from the article inside «du» on: the term proper begins after it.
  private func dropContraction(_ match: inout TermMatch, _ recognition: Recognition) {
    let first = match.tokens.lowerBound
    guard recognition.flags(first).contains(.contracted), match.tokens.count > 1 else { return }
    match.tokens = first + 1..<match.tokens.upperBound
    match.determiner = first
  }

  /// Takes the definite article before a match whose article English decides.
  private func addDeterminer(
    _ match: inout TermMatch, _ recognition: Recognition, after end: Int
  ) {
    guard match.determiner == nil, match.article != .asSource else { return }
    let before = match.tokens.lowerBound - 1
    // In «le « New York Times »» the article before the quotation marks is the one that English takes.
    if match.article == .the, recognition.isOpeningQuote(before),
      recognition.isWord(before - 1, Closed.definite)
    {
      match.article = .zero
      return
    }
    guard before >= end, recognition.isWord(before, Closed.definite) else { return }
    match.determiner = before
  }

  private func note(
    _ person: PersonName, _ recognition: Recognition, in discourse: inout Discourse
  ) {
    // "Guillaume d’Orange" has no family name: a later "Orange" is no person.
    guard person.isFullName, person.hasFamilyName, person.tokens.count > 1 else { return }
    let family = family(of: person, recognition)
    discourse.note(
      NamedPerson(
        target: person.target, family: person.family, familyTokens: family.tokens,
        concept: person.concept, morphology: person.morphology, glossary: person.glossary,
        status: person.status, origin: person.origin, rule: person.rule),
      family: family.hash)
  }

  /// The tokens of the French family name and the folded hash of the last of them.
  private func family(
    of person: PersonName, _ recognition: Recognition
  ) -> (tokens: Int, hash: UInt64) {
    guard let row = person.row else { return (1, person.familyHash) }
    let (first, last) = (person.tokens.lowerBound, person.tokens.upperBound - 1)
    for token in [last, first] where row.hasSourceFamily(recognition.bytes(token..<token + 1)) {
      return (1, recognition.table.folded[token])
    }
    let family = Self.tokenizer.tokenize(Array(row.sourceFamily.utf8))
    return (max(1, family.count), family.folded.last ?? person.familyHash)
  }

  private func noteCountries(
    in tokens: Range<Int>, _ recognition: Recognition, _ discourse: inout Discourse
  ) {
    for token in tokens where !recognition.kinds(at: token).isDisjoint(with: .national) {
      for hit in recognition.hits(at: token)
      where hit.tokens.upperBound <= tokens.upperBound
        && KindSet.national.contains(KindSet(hit.kind))
      {
        if let country = recognition.term(hit).country { discourse.note(country: country) }
      }
    }
  }
}

extension Recognition {
  /// The position after a full stop that ends an abbreviation before a capital: "Dr. Petit".
  func skipAbbreviationDot(_ token: Int) -> Int {
    isMark(token, ".") && isCapitalized(token + 1) ? token + 1 : token
  }

  /// No word follows that would make the office an adjective ("général") or a part of something else.
  func nounFollowsNot(_ token: Int) -> Bool { !flags(token).contains(.hyphenBefore) }
}
