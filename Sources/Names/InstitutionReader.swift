internal import Bitext
internal import English
internal import French
internal import Terminology

/// Reads what stands for a body or a place beside an office: portfolios, institutions, countries.
struct InstitutionReader {
  let recognition: Recognition

  private var words: TitleWords { recognition.knowledge.words }
  private var persons: PersonNameReader { PersonNameReader(recognition: recognition) }
  private var lexicon: Lexicon? { recognition.knowledge.lexicon }
  private var table: TokenTable { recognition.table }
  private static let charged = FormSet(
    ["chargé", "chargée", "chargés", "chargées", "délégué", "déléguée", "délégués"]
      .map { Folding.exactHash($0) })

  /// The position after «chargé» or «délégué», if one stands at `position` before a preposition.
  func charge(at position: Int) -> Int? {
    guard recognition.isWord(position, Self.charged) else { return nil }
    return position + 1
  }

  /// The position after «de la», «des», «aux», «à l’»; nil where a first portfolio has no preposition.
  func skipPreposition(_ position: Int, isFirst: Bool) -> Int? {
    var next = position
    if recognition.isWord(next, Closed.of) || recognition.isWord(next, Closed.to) {
      next += 1
    } else if isFirst {
      return nil
    }
    if recognition.isWord(next, Closed.definite) { next += 1 }
    return next
  }

  /// The portfolio at `position`; without its capital only where `ofMinister` says that the office is one that has
  /// portfolios: «la ministre de la santé».
  func portfolioPiece(at position: Int, ofMinister: Bool) -> TitlePhrase.Piece? {
    guard ofMinister || recognition.isCapitalized(position),
      let hit = recognition.firstHit(
        of: .portfolio, at: position, where: { hit, _ in !isQualified(hit.tokens.upperBound) })
    else { return nil }
    let term = recognition.term(hit)
    return .init(
      tokens: hit.tokens, target: term.target, attributive: attributive(term), kind: .portfolio,
      concept: term.concept)
  }

  /// A portfolio that no row has before one that a row has, kept as it is written: «de l’Économie, du Numérique spatial
  /// et des Finances».
  func unknownPortfolio(at position: Int) -> TitlePhrase.Piece? {
    guard recognition.isWord(position - 1, Closed.definite), recognition.isCapitalized(position)
    else { return nil }
    var end = position + 1
    while end - position < 4, recognition.flags(end).contains(.word), !recognition.hasHits(at: end),
      !recognition.isWord(end, Closed.and)
    {
      end += 1
    }
    guard recognition.isWord(end, Closed.and) || recognition.isMark(end, ","),
      let next = skipPreposition(end + 1, isFirst: true),
      portfolioPiece(at: next, ofMinister: true) != nil
    else { return nil }
    return .init(
      tokens: position..<end, target: recognition.string(position..<end), kind: .portfolio,
      origin: .inferred)
  }

  /// An adjective that no row has narrows the portfolio: «Résilience numérique» is not resilience.
  private func isQualified(_ token: Int) -> Bool {
    guard recognition.flags(token).contains(.spaceBefore), !recognition.isCapitalized(token),
      recognition.hits(at: token).isEmpty,
      let analyses = lexicon?.analyses(exact: table.exact[token]), !analyses.isEmpty
    else { return false }
    let classes: [TitleWords.Class] = [.rank, .suffix, .ending, .party, .compound]
    return analyses.allSatisfy { $0.pos == .adjective }
      && !classes.contains { words.match($0, at: token, in: table) != nil }
  }

  /// The lexicon has the word as a common noun.
  func isNoun(_ token: Int) -> Bool {
    guard table.indices.contains(token), !recognition.flags(token).contains(.allCapitals),
      let lexicon
    else { return false }
    return lexicon.analyses(exact: table.exact[token]).contains { $0.pos == .noun }
  }

  /// The attributive English of a portfolio in the variety written: "Defense", "Defence".
  private func attributive(_ term: MatchedTerm) -> String {
    isBritish(term) ? recognition.target(term) : term.attributive ?? term.target
  }

  /// British English has a form of its own.
  private func isBritish(_ term: MatchedTerm) -> Bool {
    recognition.knowledge.variety == .gb && term.british != nil
  }

  /// A place, a body or a person that an office may belong to.
  func ownerPiece(at position: Int, discourse: Discourse?) -> TitlePhrase.Piece? {
    if let discourse, let piece = honoured(at: position, discourse) { return piece }
    if let ministry = ministry(at: position, discourse) {
      return .init(
        tokens: ministry.tokens, target: ministry.target, kind: .organization,
        concept: ministry.concept, takesThe: true)
    }
    let hit = body(at: position)
    if let composed = composed(at: position, insteadOf: hit) {
      return .init(
        tokens: composed.tokens, target: composed.target, kind: .organization,
        concept: composed.concept, takesThe: true, origin: .inferred)
    }
    if let discourse, recognition.isCapitalized(position),
      let person = persons.name(at: position, discourse: discourse),
      person.tokens.count > (hit?.tokens.count ?? 0),
      // «de l’Asiana Alexeï Litvine»: what takes an article is no person.
      person.origin != .inferred || !recognition.isWord(position - 1, Closed.definite),
      person.origin != .inferred || !precedesName(hit),
      // "du Kremlin Iouri Ouchakov": the office belongs to the Kremlin, the name follows.
      hit == nil || person.origin != .inferred
        || persons.givenNames.contains(table.folded[position])
    {
      return .init(
        tokens: person.tokens, target: person.target, kind: .person, concept: person.concept,
        isPerson: true, origin: person.origin)
    }
    guard let hit else { return nil }
    let term = recognition.term(hit)
    var piece = TitlePhrase.Piece(
      tokens: hit.tokens, target: recognition.target(term),
      attributive: isBritish(term) ? nil : term.attributive, kind: term.kind,
      concept: term.concept,
      takesThe: term.flags.contains(.takesThe) || isCommon(term, at: hit.tokens.lowerBound),
      link: term.link)
    // «la Banque centrale européenne» is a row; «la Cour suprême américaine» is built.
    if term.kind == .organization, let adjective = nationality(at: hit.tokens.upperBound) {
      piece.tokens = hit.tokens.lowerBound..<adjective.tokens.upperBound
      piece.target = (adjective.attributive ?? adjective.target) + " " + piece.target
      piece.takesThe = true
    }
    return ofPlace(piece)
  }

  /// «du tribunal»: a common noun on both sides, after the definite article.
  private func isCommon(_ term: MatchedTerm, at token: Int) -> Bool {
    term.kind == .organization && recognition.isWord(token - 1, Closed.definite)
      && !(term.target.startsWithCapital ?? true) && !(term.source.startsWithCapital ?? true)
  }

  /// «le conseil régional d’Occitanie»: a body in lower case with its place is "Occitanie regional council".
  private func ofPlace(_ piece: TitlePhrase.Piece) -> TitlePhrase.Piece {
    var start = piece.tokens.upperBound
    guard piece.kind == .organization, piece.target.first?.isLowercase ?? false,
      recognition.isWord(start, Closed.of)
    else { return piece }
    start += 1
    if recognition.isWord(start, Closed.definite) { start += 1 }
    guard
      let hit = recognition.firstHit(
        of: .place, at: start, where: { hit, _ in !hit.isFamilyName })
    else { return piece }
    var whole = piece
    whole.tokens = piece.tokens.lowerBound..<hit.tokens.upperBound
    whole.target = recognition.target(recognition.term(hit)) + " " + piece.target
    whole.attributive = nil
    whole.takesThe = true
    return whole
  }

  /// The place, body, event or work at `position`, or with the article before it: «du Monde» is Le Monde.
  private func body(at position: Int) -> TermHit? {
    func isBody(_ hit: TermHit, _ term: MatchedTerm) -> Bool {
      [.place, .organization, .event, .work].contains(hit.kind) && !hit.isFamilyName
    }
    let withArticle =
      recognition.isWord(position - 1, Closed.definite) && recognition.isCapitalized(position)
      ? recognition.firstHit(at: position - 1) { $0.tokens.count > 1 && isBody($0, $1) } : nil
    return withArticle ?? recognition.firstHit(at: position, where: isBody)
  }

  /// A person’s name starts after the hit: «l’entraîneur de Chelsea José Mourinho» is no "Chelsea José".
  private func precedesName(_ hit: TermHit?) -> Bool {
    guard let next = hit?.tokens.upperBound, recognition.isCapitalized(next),
      recognition.flags(next).contains(.spaceBefore)
    else { return false }
    return persons.givenNames.contains(table.folded[next])
      || recognition.firstHit(at: next) { hit, _ in
        hit.kind == .person && !hit.isFamilyName
      } != nil
  }

  /// "M. Bolton" is "Mr. Bolton".
  private func honoured(at position: Int, _ discourse: Discourse) -> TitlePhrase.Piece? {
    guard
      let hit = recognition.firstHit(of: .honorific, at: position)
    else { return nil }
    let start = recognition.skipAbbreviationDot(hit.tokens.upperBound)
    guard recognition.isCapitalized(start),
      let person = persons.name(at: start, discourse: discourse, afterTitle: true)
    else { return nil }
    let title = recognition.term(hit)
    let name = TitlePhrase.Piece(
      tokens: person.tokens, target: person.target, kind: .person, concept: person.concept,
      isPerson: true, origin: person.origin)
    let honorific = TitlePhrase.Piece(
      tokens: position..<start, target: recognition.target(title), kind: .honorific,
      concept: title.concept)
    var piece = name
    piece.tokens = position..<person.tokens.upperBound
    piece.target = honorific.target + " " + name.target
    piece.pieces = [honorific, name]
    return piece
  }

  /// An adjective of nationality at `position`, in lower case or with a capital by mistake.
  func nationality(at position: Int) -> TitlePhrase.Piece? {
    guard let hit = recognition.firstHit(of: .nationality, at: position),
      !recognition.isCapitalized(position) || recognition.flags(position).contains(.shouted)
        || recognition.isNationalAdjective(hit)
    else { return nil }
    let term = recognition.term(hit)
    return .init(
      tokens: hit.tokens, target: recognition.target(term), attributive: term.attributive,
      kind: .nationality, concept: term.concept, link: term.link)
  }

  // MARK: - Institutions

  /// «le ministère azerbaïdjanais de la Défense», «la Croix-Rouge espagnole», «le Conseil national de sécurité
  /// d’Erdogan»: a body with what belongs to it.
  func institution(at token: Int, discourse: Discourse) -> TermMatch? {
    if let match = ministry(at: token, discourse) ?? belonging(at: token, discourse) {
      return match
    }
    guard
      let hit = recognition.firstHit(
        of: .organization, at: token,
        where: { hit, _ in !hit.isFamilyName && !recognition.sharesNoun(hit) })
    else { return nil }
    if let composed = composed(at: token, insteadOf: hit) { return composed }
    var end = hit.tokens.upperBound
    // Most bodies have nothing after them that belongs to them.
    guard
      recognition.kinds(at: end).contains(.init(.nationality))
        || recognition.isWord(end, Closed.of)
    else { return nil }
    let term = recognition.term(hit)
    var parts = [part(hit.tokens, .organization, recognition.target(term), term.concept)]
    var target = recognition.target(term)
    let isName = recognition.isCapitalized(token) || target.startsWithCapital ?? false
    if let adjective = nationality(at: end), isName {
      parts.append(part(adjective.tokens, .nationality, adjective.target, adjective.concept))
      target = (adjective.attributive ?? adjective.target) + " " + target
      end = adjective.tokens.upperBound
    }
    var article: EnglishArticle =
      term.flags.contains(.takesThe) || end > hit.tokens.upperBound ? .the : .zero
    if !isName { article = .asSource }
    if let person = possessor(at: end, discourse: discourse) {
      parts.append(part(person.tokens, .person, person.target, person.concept))
      target = genitive(person.target) + " " + target
      end = person.tokens.upperBound
      article = .zero
    }
    guard end > hit.tokens.upperBound else { return nil }
    return TermMatch(
      tokens: token..<end, kind: .organization, target: target, article: article,
      morphology: term.morphology, isPlural: term.flags.contains(.isPlural), concept: term.concept,
      glossary: term.glossaryName, status: term.status, origin: term.origin, rule: "institution",
      parts: parts)
  }

  /// A person after «de»: the owner of a body or an office.
  private func possessor(at position: Int, discourse: Discourse) -> PersonName? {
    guard recognition.isWord(position, Closed.of), recognition.isCapitalized(position + 1),
      let person = persons.name(at: position + 1, discourse: discourse), person.hasEvidence,
      person.origin != .inferred
    else { return nil }
    return person
  }

  /// «le bureau d’Erdogan» is "Erdogan’s office".
  private func belonging(at token: Int, _ discourse: Discourse) -> TermMatch? {
    guard let head = words.match(.own, at: token, in: table),
      recognition.isWord(token - 1, Closed.definite),
      let person = possessor(at: token + head.count, discourse: discourse)
    else { return nil }
    let target = genitive(person.target) + " " + head.english
    return TermMatch(
      tokens: token..<person.tokens.upperBound, determiner: token - 1, kind: .organization,
      target: target, concept: ConceptID.make(kind: .organization, target: target),
      origin: .computed, rule: "possessive",
      parts: [part(person.tokens, .person, person.target, person.concept)])
  }

  /// A ministry with its portfolio and country in any order.
  private func ministry(at token: Int, _ discourse: Discourse?) -> TermMatch? {
    guard let head = words.match(.heads, at: token, in: table) else { return nil }
    var position = token + head.count
    var adjective: TitlePhrase.Piece?
    var portfolios: [TitlePhrase.Piece] = []
    while true {
      if adjective == nil, let piece = nationality(at: position) {
        adjective = piece
        position = piece.tokens.upperBound
      } else if let next = nextPortfolio(at: position, after: portfolios) {
        portfolios.append(next)
        position = next.tokens.upperBound
      } else {
        break
      }
    }
    guard !portfolios.isEmpty else { return nil }
    // «le ministère de la Justice des États-Unis».
    if adjective == nil, let country = country(at: position) {
      adjective = country
      position = country.tokens.upperBound
    }
    var title = portfolios.map { $0.attributive ?? $0.target }
    if title.count > 1 { title = portfolios.map { strippedThe($0.target) } }
    let isPlural = recognition.string(token..<token + 1).hasSuffix("s")
    let department =
      !isPlural && title.count == 1 && isAmerican(token..<position, adjective, discourse)
      ? words.departments[title[0]] : nil
    var target =
      department ?? joined(title) + " "
      + (isPlural ? "ministries" : TitleCase.capitalize(head.english))
    var parts = portfolios.map {
      part($0.tokens, .portfolio, $0.attributive ?? $0.target, $0.concept)
    }
    if let adjective {
      target = (adjective.attributive ?? adjective.target) + " " + target
      parts.append(part(adjective.tokens, adjective.kind, adjective.target, adjective.concept))
    }
    return TermMatch(
      tokens: token..<position, kind: .organization, syntax: isPlural ? .noun : .name,
      target: target,
      article: isPlural ? .asSource : .the,
      morphology: [.masculine, isPlural ? .plural : .singular],
      isPlural: isPlural, concept: ConceptID.make(kind: .organization, target: target),
      origin: .computed, rule: "ministry", parts: parts)
  }

  private func nextPortfolio(at position: Int, after portfolios: [TitlePhrase.Piece])
    -> TitlePhrase.Piece?
  {
    var start = position
    if !portfolios.isEmpty {
      guard recognition.isWord(start, Closed.and) || recognition.isMark(start, ",") else {
        return nil
      }
      start += 1
    }
    guard let opened = skipPreposition(start, isFirst: portfolios.isEmpty) else { return nil }
    return portfolioPiece(at: opened, ofMinister: true)
      ?? (portfolios.isEmpty ? nil : unknownPortfolio(at: opened))
  }

  func part(_ tokens: Range<Int>, _ kind: TermKind, _ target: String, _ concept: String) -> TermPart
  {
    TermPart(tokens: tokens, kind: kind, target: target, concept: concept)
  }
}

/// "the Interior" is "Interior" before a noun.
func strippedThe(_ text: String) -> String {
  text.hasPrefix("the ") ? String(text.dropFirst(4)) : text
}

/// "Economy, Finance and Industry".
func joined(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
