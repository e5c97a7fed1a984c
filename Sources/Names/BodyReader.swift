internal import Bitext
internal import French
internal import Terminology

/// Composes the English of a body that no row has from its parts: «l’Agence nationale de sécurité sanitaire kényane»
/// is "the Kenyan National Health Security Agency".
///
/// Every word must be known, from rows of `body-…` or a portfolio; else the draft translates it as common nouns.
struct BodyReader {
  let recognition: Recognition

  private var words: TitleWords { recognition.knowledge.words }
  private var table: TokenTable { recognition.table }
  private var institutions: InstitutionReader { InstitutionReader(recognition: recognition) }

  /// What has been read of a body, its English in French order.
  private struct Body {
    var head: String
    var ranks: [String] = []
    var traits: [String] = []
    var fields: [Field] = []
    var nation: TitlePhrase.Piece?
    /// The nationality is that of the people united: «des enseignants ivoiriens».
    var nationIsOfField = false
    var place: TitlePhrase.Piece?
    /// Where its last field or place starts.
    var lastComplement: Int
    var end: Int

    /// «la Société française de cardiologie», not a company: only a science is its field.
    let isLearned: Bool

    var isComposed: Bool {
      !ranks.isEmpty || !traits.isEmpty || !fields.isEmpty || nation != nil && place == nil
    }
  }

  /// What a body works on, with the adjectives beside it.
  private struct Field {
    var english: String
    var traits: [String] = []
    /// It unites them: «des enseignants».
    var isPeople = false
    /// "for", "on": the preposition French has; nil for «de».
    var link: String?
    /// It adds to the field before it: «de l’eau et de l’énergie».
    var isCoordinate = false

    var target: String { (traits.reversed() + [english]).joined(separator: " ") }
  }

  /// The body whose capital starts at `token`, or nil where a word of it is unknown. A row has the words before `known`,
  /// whose fields are the draft’s: «la Chambre des représentants du Maine».
  func match(at token: Int, after known: Int? = nil) -> TermMatch? {
    // A row of the head alone says nothing of what follows it: «le Parlement régional de Wiesbaden».
    guard let body = body(at: token),
      known.map({ body.lastComplement < $0 || $0 == token + 1 }) ?? true
    else { return nil }
    let isDefinite = recognition.isWord(token - 1, Closed.definite)
    let target = english(body)
    var parts: [TermPart] = []
    for piece in [body.nation, body.place].compactMap(\.self) {
      parts.append(
        TermPart(
          tokens: piece.tokens, kind: piece.kind, target: piece.target, concept: piece.concept))
    }
    return TermMatch(
      tokens: token..<body.end, kind: .organization, syntax: isDefinite ? .name : .noun,
      target: target, article: isDefinite ? .the : .asSource,
      morphology: recognition.agreement(of: token),
      concept: ConceptID.make(kind: .organization, target: target), status: .inferred,
      origin: .inferred, rule: "body", parts: parts)
  }

  /// The office at `token`, without the head of a body at its end that is read with what follows: «le président de la
  /// Fédération uruguayenne de rugby».
  func office(at token: Int) -> TermHit? {
    recognition.firstHit(of: .office, at: token) { hit, _ in
      let last = hit.tokens.upperBound - 1
      // «l’avocat de la famille Hruza»: the name is the family’s.
      if last > token, recognition.isCapitalized(last + 1),
        recognition.isWord(last, Self.families)
      {
        return false
      }
      guard last > token, recognition.isCapitalized(last), let body = match(at: last) else {
        return true
      }
      return body.tokens.upperBound <= hit.tokens.upperBound
    }
  }

  private static let families = FormSet([Folding.exactHash("famille")])

  // MARK: - Reading

  private func body(at token: Int) -> Body? {
    guard recognition.isCapitalized(token), !recognition.opensSentence(token),
      !recognition.flags(token).contains(.shouted),
      let head = words.match(.bodyHead, at: token, in: table)
    else { return nil }
    let gender = recognition.agreement(of: token)
    var body = Body(
      head: head.english, lastComplement: token, end: token + head.count,
      isLearned: words.isLearned(head.english))
    while readAdjective(&body, gender) || readField(&body) || readPlace(&body) {}
    guard body.isComposed, isWhole(body), !body.isLearned || !body.fields.isEmpty else {
      return nil
    }
    return body
  }

  private func readAdjective(_ body: inout Body, _ gender: Morphology) -> Bool {
    if body.nation == nil, let nation = institutions.nationality(at: body.end),
      nation.target.startsWithCapital ?? false
    {
      body.nation = nation
      body.nationIsOfField =
        !body.fields.isEmpty
        && recognition.firstHit(of: .nationality, at: body.end) { hit, _ in
          !isOther(hit.morphology.union(endsInE(hit) ? .feminine : []), than: gender)
        } == nil
      body.end = nation.tokens.upperBound
      return true
    }
    let rank = words.match(.bodyRank, at: body.end, in: table)
    guard body.place == nil, let trait = rank ?? words.match(.bodyTrait, at: body.end, in: table)
    else { return false }
    if body.fields.isEmpty, rank != nil {
      body.ranks.append(trait.english)
    } else if body.fields.isEmpty {
      body.traits.append(trait.english)
    } else {
      body.fields[body.fields.count - 1].traits.append(trait.english)
    }
    body.end += trait.count
    return true
  }

  private func readField(_ body: inout Body) -> Bool {
    guard body.place == nil else { return false }
    var position = body.end
    let isCoordinate =
      !body.fields.isEmpty
      && (recognition.isWord(position, Closed.and) || recognition.isMark(position, ","))
    if isCoordinate { position += 1 }
    var link: String?
    if let word = words.match(.bodyLink, at: position, in: table) {
      link = word.english
      position += word.count
    } else if let opened = institutions.skipPreposition(position, isFirst: !isCoordinate),
      !recognition.isWord(position, Closed.to)
    {
      position = opened
    } else {
      return false
    }
    guard var field = body.isLearned ? learnedField(at: &position) : field(at: &position) else {
      return false
    }
    field.link = link
    field.isCoordinate = isCoordinate
    body.fields.append(field)
    body.lastComplement = body.end
    body.end = position
    return true
  }

  private func learnedField(at position: inout Int) -> Field? {
    guard let science = words.match(.learned, at: position, in: table) else { return nil }
    position += science.count
    return Field(english: science.english)
  }

  private func field(at position: inout Int) -> Field? {
    // «de la Ville de Paris» is the owner.
    if let site = words.match(.site, at: position, in: table),
      recognition.isWord(position + site.count, Closed.of)
    {
      return nil
    }
    let people = words.match(.bodyPeople, at: position, in: table)
    let field = words.match(.bodyField, at: position, in: table)
    // «des relations étrangères», «de la défense»; but «de travail» is no portfolio.
    let hasArticle = recognition.isWord(position - 1, Closed.definite)
    let portfolio = recognition.firstHit(
      of: .portfolio, at: position,
      where: { hit, _ in
        hasArticle || hit.tokens.count > 1 || recognition.isCapitalized(hit.tokens.lowerBound)
      })
    let known = max(people?.count ?? 0, field?.count ?? 0)
    if let portfolio, portfolio.tokens.count > known {
      let term = recognition.term(portfolio)
      position = portfolio.tokens.upperBound
      return Field(english: strippedThe(recognition.target(term)))
    }
    if let people, people.count == known {
      position += known
      return Field(english: people.english, isPeople: true)
    }
    guard let field else { return nil }
    position += known
    return Field(english: field.english)
  }

  /// «du Botswana», «de Bretagne»: the place at the end.
  private func readPlace(_ body: inout Body) -> Bool {
    guard body.place == nil, body.nation == nil, recognition.isWord(body.end, Closed.of) else {
      return false
    }
    var start = body.end + 1
    if recognition.isWord(start, Closed.definite) { start += 1 }
    guard
      let hit = recognition.firstHit(
        of: .place, at: start, where: { hit, _ in !hit.isFamilyName })
    else { return false }
    let term = recognition.term(hit)
    guard recognition.isCapitalized(start), term.target.startsWithCapital ?? false else {
      return false
    }
    body.place = .init(
      tokens: hit.tokens, target: recognition.target(term), kind: .place, concept: term.concept,
      takesThe: term.flags.contains(.takesThe), link: term.link)
    body.lastComplement = body.end
    body.end = hit.tokens.upperBound
    return true
  }

  /// Nothing follows that belongs to the name and is not understood: «de promotion des fromages affinés».
  private func isWhole(_ body: Body) -> Bool {
    let next = body.end
    guard !recognition.flags(next).contains(.hyphenBefore) else { return false }
    // «de lutte contre les incivilités» has a field that no row has.
    if !body.fields.isEmpty, words.match(.bodyLink, at: next, in: table)?.english == "Against" {
      return false
    }
    if recognition.isWord(next, Closed.and) {
      return body.fields.isEmpty || !recognition.isWord(next + 1, Closed.of)
    }
    if recognition.isWord(next, Closed.of) {
      let hasArticle = recognition.isWord(next + 1, Closed.definite)
      let start = hasArticle ? next + 2 : next + 1
      // «des Abeilles» is no place and no one: it belongs to the name.
      if hasArticle, !recognition.hasHits(at: start) { return false }
      // «de Maladies Néoplasiques»: neither is a noun of the lexicon.
      return recognition.isCapitalized(start)
        && !recognition.kinds(at: start).contains(.init(.portfolio))
        && (recognition.hasHits(at: start) || !institutions.isNoun(start))
    }
    guard recognition.flags(next).contains(.word), !recognition.isCapitalized(next),
      let lexicon = recognition.knowledge.lexicon
    else { return true }
    let analyses = lexicon.analyses(exact: table.exact[next])
    return !analyses.contains { $0.pos == .adjective }
      || !analyses.allSatisfy { $0.pos == .adjective || $0.pos == .noun }
  }

  /// The adjective cannot agree with a head of `gender`: «l’Union des producteurs maliens».
  private func isOther(_ adjective: Morphology, than gender: Morphology) -> Bool {
    func differs(_ one: Morphology, _ other: Morphology) -> Bool {
      adjective.contains(one) && !adjective.contains(other) && gender.contains(other)
        && !gender.contains(one)
    }
    return differs(.plural, .singular) || differs(.singular, .plural)
      || differs(.masculine, .feminine) || differs(.feminine, .masculine)
  }

  /// «belge» is of both genders.
  private func endsInE(_ hit: TermHit) -> Bool {
    recognition.text[Int(table.end[hit.tokens.upperBound - 1]) - 1] == UInt8(ascii: "e")
  }

  // MARK: - English

  private func english(_ body: Body) -> String {
    var head = body.head
    var link = ""
    if let space = head.lastIndex(of: " "),
      head[head.index(after: space)...].first?.isLowercase ?? false
    {
      link = String(head[head.index(after: space)...])
      head = String(head[..<space])
    }
    var fields = body.fields
    let nation = body.nation.map { $0.attributive ?? $0.target }
    if body.nationIsOfField, let nation, let last = fields.indices.last {
      fields[last].traits.append(nation)
    }
    let topic = topic(of: fields)
    let first = fields.first
    let follows =
      first.map { $0.isPeople || $0.link != nil } ?? false
      || !link.isEmpty && !fields.isEmpty || topic.split(separator: " ").count > 5
    var front = body.nationIsOfField ? [] : [nation].compactMap(\.self)
    front += body.ranks.reversed() + body.traits.reversed()
    var tail: [String] = []
    if follows {
      tail = [
        first?.link ?? (first?.isPeople ?? false ? "of" : link.isEmpty ? "for" : link), topic,
      ]
    } else if !topic.isEmpty {
      front.append(topic)
    }
    if let place = body.place {
      tail += ["of", place.takesThe ? "the " + place.target : place.target]
    }
    return (front + [head] + tail).joined(separator: " ")
  }

  /// "Telecommunications Regulation" of «régulation des télécommunications», "Water and Energy" of «eau et énergie».
  private func topic(of fields: [Field]) -> String {
    var groups: [[String]] = []
    for field in fields {
      if field.isCoordinate, !groups.isEmpty {
        groups[groups.count - 1].append(field.target)
      } else {
        groups.append([field.target])
      }
    }
    return groups.reversed().map(joined).joined(separator: " ")
  }
}

extension Recognition {
  /// Gender and number of the noun at `token`.
  func agreement(of token: Int) -> Morphology {
    guard let lexicon = knowledge.lexicon,
      table.indices.contains(token)
    else { return [] }
    var morphology: Morphology = []
    for analysis in lexicon.analyses(exact: table.exact[token]) where analysis.pos == .noun {
      morphology.formUnion(analysis.morphology)
    }
    return morphology.intersection([.masculine, .feminine, .singular, .plural])
  }
}

extension InstitutionReader {
  /// A body composed from its parts, where it is longer than the row `hit` with its adjective, or that row is of a
  /// country other than the adjective’s: «le Conseil supérieur de l’audiovisuel tunisien».
  func composed(at position: Int, insteadOf hit: TermHit?) -> TermMatch? {
    guard
      recognition.knowledge.words.classes(at: position, in: recognition.table).contains(
        .init(.bodyHead)),
      let composed = BodyReader(recognition: recognition)
        .match(at: position, after: hit.map(\.tokens.upperBound))
    else { return nil }
    guard let hit else { return composed }
    let adjective = nationality(at: hit.tokens.upperBound)
    if composed.tokens.upperBound > adjective?.tokens.upperBound ?? hit.tokens.upperBound {
      return composed
    }
    return isForeign(adjective, to: hit) && composed.tokens.upperBound > hit.tokens.upperBound
      ? composed : nil
  }

  /// The row of a country beside the adjective of another one: its name in English is that country’s.
  private func isForeign(_ adjective: TitlePhrase.Piece?, to hit: TermHit) -> Bool {
    guard let adjective else { return false }
    let link = recognition.term(hit).link
    return link.hasPrefix("country.") && adjective.link.hasPrefix("country.")
      && link != adjective.link
  }

  /// «des États-Unis» as an adjective: "U.S."
  func country(at position: Int) -> TitlePhrase.Piece? {
    guard recognition.isWord(position, Closed.of) else { return nil }
    let start = recognition.isWord(position + 1, Closed.definite) ? position + 2 : position + 1
    guard
      let hit = recognition.firstHit(
        of: .place, at: start,
        where: { hit, term in !hit.isFamilyName && term.concept == term.link }),
      let adjective = recognition.knowledge.demonyms.adjective(recognition.term(hit).link)
    else { return nil }
    let term = recognition.term(hit)
    return .init(
      tokens: hit.tokens, target: adjective, kind: .place, concept: term.concept, link: term.link)
  }

  /// A ministry of the United States, by its adjective or since nothing around or before it speaks of another country.
  func isAmerican(
    _ tokens: Range<Int>, _ adjective: TitlePhrase.Piece?, _ discourse: Discourse?
  ) -> Bool {
    if let adjective { return adjective.link == "country.US" }
    let around = recognition.countries(around: tokens)
    return around.contains("US") && around.allSatisfy { $0 == "US" }
      && (discourse?.countries ?? []).allSatisfy { $0 == "US" }
  }
}
