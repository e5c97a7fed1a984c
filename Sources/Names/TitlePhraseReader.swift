internal import Bitext
internal import French
internal import Terminology

/// Reads title phrases in every French order of their parts.
struct TitlePhraseReader {
  let recognition: Recognition

  var words: TitleWords { recognition.knowledge.words }
  var persons: PersonNameReader { PersonNameReader(recognition: recognition) }
  var institutions: InstitutionReader { InstitutionReader(recognition: recognition) }
  private var places: PlacePhraseReader { PlacePhraseReader(recognition: recognition) }
  private var bodies: BodyReader { BodyReader(recognition: recognition) }
  var table: TokenTable { recognition.table }

  /// The title phrase that starts at `token`, or nil.
  func phrase(at token: Int, discourse: Discourse) -> TitlePhrase? {
    let phrase = phrase(at: token, discourse: discourse, takesCommon: true)
    guard let phrase, phrase.names.isEmpty, phrase.owner?.isCommon == true else { return phrase }
    return self.phrase(at: token, discourse: discourse, takesCommon: false)
  }

  private func phrase(at token: Int, discourse: Discourse, takesCommon: Bool) -> TitlePhrase? {
    var position = token
    var prefixes: [TitlePhrase.Piece] = []
    while let prefix = words.match(.prefix, at: position, in: table) {
      let tokens = position..<position + prefix.count
      prefixes.append(.init(tokens: tokens, target: prefix.english, kind: .office))
      position += prefix.count
    }
    guard let hit = office(at: position), !isAdjective(hit) else { return nil }
    let term = recognition.term(hit)
    var phrase = TitlePhrase(
      tokens: token..<hit.tokens.upperBound, office: hit, officeTerm: term,
      officeTarget: term.target, takesCommon: takesCommon)
    phrase.prefixes = prefixes
    position = hit.tokens.upperBound
    while let next = modifier(at: position, of: &phrase, discourse: discourse) { position = next }
    phrase.tokens = token..<position
    readNames(at: position, of: &phrase, discourse: discourse)
    if phrase.names.isEmpty { readCompanion(at: position, of: &phrase, discourse: discourse) }
    return phrase
  }

  func office(at token: Int) -> TermHit? { bodies.office(at: token) }

  /// «les voyages pionniers de X», «le groupe progressiste X»: right after its noun the word is an adjective.
  private func isAdjective(_ hit: TermHit) -> Bool {
    let token = hit.tokens.lowerBound
    guard hit.tokens.count == 1, !recognition.isCapitalized(token),
      recognition.flags(token).contains(.spaceBefore), recognition.flags(token - 1).contains(.word),
      !recognition.isWord(token - 1, Closed.never), let lexicon = recognition.knowledge.lexicon
    else { return false }
    let nouns = lexicon.analyses(exact: table.exact[token - 1])
    // «l’ancien responsable»: a word before a noun.
    return nouns.contains { $0.pos == .noun }
      && !nouns.contains { $0.pos == .adjective && $0.morphology.contains(.prenominal) }
      && lexicon.analyses(exact: table.exact[token]).contains { adjective in
        adjective.pos == .adjective
          && nouns.contains {
            $0.pos == .noun && $0.morphology.agrees(with: adjective.morphology)
          }
      }
  }

  // MARK: - Modifiers

  /// Reads one modifier at `position`; the position after it, or nil if there is none.
  private func modifier(at position: Int, of phrase: inout TitlePhrase, discourse: Discourse)
    -> Int?
  {
    let classes = words.classes(at: position, in: table)
    if classes.contains(.init(.suffix)),
      let suffix = words.match(.suffix, at: position, in: table)
    {
      let tokens = position..<position + suffix.count
      phrase.suffixes.append(.init(tokens: tokens, target: suffix.english, kind: .office))
      return tokens.upperBound
    }
    if let next = nationality(at: position, of: &phrase) { return next }
    if let next = portfolio(at: position, of: &phrase) ?? field(at: position, of: &phrase) {
      return next
    }
    if classes.contains(.init(.rank)), let rank = words.match(.rank, at: position, in: table) {
      let tokens = position..<position + rank.count
      phrase.ranks.append(.init(tokens: tokens, target: rank.english, kind: .office))
      return tokens.upperBound
    }
    if let next = party(at: position, of: &phrase) { return next }
    if classes.contains(.init(.ending)), phrase.ending == nil,
      let ending = words.match(.ending, at: position, in: table)
    {
      let tokens = position..<position + ending.count
      phrase.ending = .init(tokens: tokens, target: ending.english, kind: .office)
      return tokens.upperBound
    }
    if phrase.destination == nil, let next = destination(at: position, of: &phrase) { return next }
    if phrase.owner == nil, let next = owner(at: position, of: &phrase, discourse: discourse) {
      return next
    }
    return nil
  }

  /// «socialiste», «LR», «(RN)».
  private func party(at position: Int, of phrase: inout TitlePhrase) -> Int? {
    let opens = recognition.isMark(position, "(")
    let start = opens ? position + 1 : position
    guard let party = words.match(.party, at: start, in: table) else {
      return opens ? nil : partyRow(at: start, of: &phrase)
    }
    let end = start + party.count
    guard !opens || recognition.isMark(end, ")") else { return nil }
    phrase.parties.append(.init(tokens: start..<end, target: party.english, kind: .office))
    return opens ? end + 1 : end
  }

  /// «l’eurodéputée Fidesz Kinga Gál»: a party that a row has, between a seat and a name.
  private func partyRow(at position: Int, of phrase: inout TitlePhrase) -> Int? {
    guard recognition.isCapitalized(position),
      recognition.isCapitalized(position + 1)
        || recognition.flags(position).contains(.allCapitals),
      recognition.kinds(at: position).contains(.init(.organization)),
      words.isSeat(phrase.officeTarget),
      !persons.givenNames.contains(table.folded[position]),
      let hit = recognition.firstHit(
        of: .organization, at: position,
        where: { hit, _ in hit.tokens.count == 1 && !hit.isFamilyName })
    else { return nil }
    let term = recognition.term(hit)
    phrase.parties.append(
      .init(
        tokens: hit.tokens, target: recognition.target(term), kind: .organization,
        concept: term.concept))
    return hit.tokens.upperBound
  }

  private func nationality(at position: Int, of phrase: inout TitlePhrase) -> Int? {
    var start = position
    if !phrase.nationalities.isEmpty, phrase.isPlural,
      recognition.isWord(position, Closed.and) || recognition.isMark(position, ",")
    {
      start += 1
    }
    guard let piece = nationalityPiece(at: start, ofPerson: true) else { return nil }
    phrase.nationalities.append(piece)
    return piece.tokens.upperBound
  }

  /// An adjective of nationality, in lower case, or a compound one: "franco-marocain" is "French-Moroccan" of a person,
  /// "Franco-Moroccan" of what is between two countries.
  func nationalityPiece(at position: Int, ofPerson: Bool) -> TitlePhrase.Piece? {
    if let compound = words.match(.compound, at: position, in: table),
      recognition.flags(position + compound.count).contains(.hyphenBefore),
      let rest = nationalityPiece(at: position + compound.count, ofPerson: ofPerson)
    {
      let first = ofPerson ? words.duals[compound.english] ?? compound.english : compound.english
      return .init(
        tokens: position..<rest.tokens.upperBound, target: first + "-" + rest.target,
        attributive: rest.attributive.map { first + "-" + $0 }, kind: .nationality,
        concept: rest.concept, link: rest.link)
    }
    return institutions.nationality(at: position)
  }

  /// «de la Défense», «à la Concurrence», «chargé des Transports», with further ones after commas and «et».
  private func portfolio(at position: Int, of phrase: inout TitlePhrase) -> Int? {
    var start = position
    if !phrase.portfolios.isEmpty {
      guard recognition.isWord(start, Closed.and) || recognition.isMark(start, ",") else {
        return nil
      }
      start += 1
    } else if let charge = institutions.charge(at: start) {
      start = charge
    }
    let opened = institutions.skipPreposition(start, isFirst: phrase.portfolios.isEmpty)
    guard let opened, !recognition.kinds(at: opened).isEmpty || !phrase.portfolios.isEmpty else {
      return nil
    }
    let isMinister = words.isMinister(phrase.officeTarget)
    // «le roi d'Europe»: a field has its article, unless a minister has it.
    if !isMinister, recognition.isWord(opened - 1, Closed.of) { return nil }
    let known = institutions.portfolioPiece(at: opened, ofMinister: isMinister)
    let unknown = phrase.portfolios.isEmpty ? nil : institutions.unknownPortfolio(at: opened)
    guard let piece = known ?? unknown else { return nil }
    phrase.portfolios.append(piece)
    return piece.tokens.upperBound
  }

  /// «en renseignement» after an adviser or an expert.
  private func field(at position: Int, of phrase: inout TitlePhrase) -> Int? {
    guard phrase.portfolios.isEmpty, words.match(.field, at: position, in: table) != nil,
      words.takesPortfolioInFront(phrase.officeTarget),
      let piece = institutions.portfolioPiece(at: position + 1, ofMinister: true)
    else { return nil }
    phrase.portfolios.append(piece)
    return piece.tokens.upperBound
  }

  /// «au Canada», «pour la Syrie», «auprès de l’ONU».
  private func destination(at position: Int, of phrase: inout TitlePhrase) -> Int? {
    guard let target = words.match(.target, at: position, in: table),
      target.english != "to" || words.envoys.contains(phrase.officeTarget)
    else { return nil }
    var start = position + target.count
    while recognition.isWord(start, Closed.definite) { start += 1 }
    let place = institutions.ownerPiece(at: start, discourse: nil)
    guard
      let piece = place
        ?? institutions.portfolioPiece(
          at: start,
          ofMinister: target.english == "to" || words.hasTopic(phrase.officeTarget))
    else { return nil }
    let isCity =
      piece.kind == .place && piece.concept != piece.link
      && words.posts.contains(phrase.officeTarget)
    phrase.destination = (isCity && target.english == "to" ? "in" : target.english, piece)
    return piece.tokens.upperBound
  }

  /// «de l’ONU», «du Pérou», «de Paris», «de Vladimir Poutine».
  private func owner(at position: Int, of phrase: inout TitlePhrase, discourse: Discourse) -> Int? {
    // «la présidente de la région Normandie», where the row ends with the kind of place.
    if position == phrase.office.tokens.upperBound, recognition.isCapitalized(position),
      let region = places.piece(at: position - 1)
    {
      phrase.owner = region
      return region.tokens.upperBound
    }
    guard recognition.isWord(position, Closed.of) else { return atBody(position, of: &phrase) }
    if opensNameByParticle(position, of: phrase) { return nil }
    var start = position + 1
    if recognition.isWord(start, Closed.definite) { start += 1 }
    if let place = places.piece(at: start) {
      phrase.owner = place
      return place.tokens.upperBound
    }
    guard let piece = institutions.ownerPiece(at: start, discourse: discourse) else {
      return commonOwner(at: start, of: &phrase) ?? unknownOwner(at: start, of: &phrase)
    }
    phrase.owner = ofBranch(piece)
    return phrase.owner?.tokens.upperBound
  }

  /// «GM Europe», «Google France»: a company with the land of its branch.
  private func ofBranch(_ piece: TitlePhrase.Piece) -> TitlePhrase.Piece {
    let next = piece.tokens.upperBound
    guard piece.kind == .organization, recognition.isCapitalized(next),
      recognition.flags(next).contains(.spaceBefore),
      !persons.givenNames.contains(table.folded[next]), let land = place(at: next)
    else { return piece }
    var branch = piece
    branch.tokens = piece.tokens.lowerBound..<next + 1
    branch.target += " " + recognition.target(land)
    branch.attributive = nil
    branch.concept = ""
    return branch
  }

  /// «le juge de Bruyn», «le ministre de Villepin»: the preposition is a part of the name.
  func opensNameByParticle(_ position: Int, of phrase: TitlePhrase) -> Bool {
    let next = position + 1
    guard phrase.office.tokens.upperBound == position, recognition.isCapitalized(next),
      recognition.isWord(position, Closed.of), !phrase.isPlural, phrase.portfolios.isEmpty,
      recognition.isWord(phrase.tokens.lowerBound - 1, Closed.definite),
      words.isPersonal(phrase.officeTarget)
    else { return false }
    if recognition.firstHit(at: position, where: { hit, _ in hit.isFamilyName }) != nil {
      return true
    }
    let isAcronym =
      recognition.flags(next).contains(.allCapitals) && table.end[next] - table.start[next] < 5
    return !recognition.hasHits(at: next) && !isAcronym
      && !(recognition.knowledge.lexicon?.knows(exact: table.exact[next]) ?? true)
  }

  /// «chercheur au CNRS», «journaliste chez Bloomberg».
  private func atBody(_ position: Int, of phrase: inout TitlePhrase) -> Int? {
    guard phrase.officeTerm.flags.contains(.isDescription),
      words.match(.at, at: position, in: table) != nil
    else { return nil }
    var start = position + 1
    if recognition.isWord(start, Closed.definite) { start += 1 }
    guard var piece = institutions.ownerPiece(at: start, discourse: nil),
      piece.kind == .organization
    else { return nil }
    piece.isAt = true
    phrase.owner = piece
    return piece.tokens.upperBound
  }

  /// «du club», «de l’hôpital de Kramatorsk»: a common noun after the definite article.
  private func commonOwner(at start: Int, of phrase: inout TitlePhrase) -> Int? {
    guard phrase.takesCommon, recognition.isWord(start - 1, Closed.definite),
      let body = words.match(.body, at: start, in: table)
    else { return nil }
    var end = start + body.count
    var target = body.english
    if recognition.isWord(end, Closed.of) {
      let next = recognition.isWord(end + 1, Closed.definite) ? end + 2 : end + 1
      guard let place = institutions.ownerPiece(at: next, discourse: nil) else { return nil }
      target = (place.attributive ?? place.target) + " " + target
      end = place.tokens.upperBound
    }
    phrase.owner = .init(
      tokens: start..<end, target: target, kind: .organization, takesThe: true, isCommon: true)
    return end
  }

  /// A capitalised word no row knows, after «de»: «le patron de Tesla».
  private func unknownOwner(at start: Int, of phrase: inout TitlePhrase) -> Int? {
    // A title of its own: «conseiller du Premier ministre».
    if recognition.firstHit(of: .office, at: start) != nil {
      return nil
    }
    var end = start
    while end - start < 8 {
      if recognition.isCapitalized(end), end == start || isBodyWord(end) {
        end += 1
      } else if end > start, recognition.isWord(end, Closed.of), isBodyWord(end + 1),
        recognition.kinds(at: end + 1).isEmpty
      {
        end += 2
      } else if end > start, recognition.flags(end).contains(.hyphenBefore),
        recognition.flags(end).contains(.word)
      {
        // «Héma-Québec»
        end += 1
      } else {
        break
      }
    }
    // «le directeur du Développement Social»: no name either.
    if KeptNameReader(recognition: recognition).isCommonNoun(start..<end) { return nil }
    let hasArticle = recognition.isWord(start - 1, Closed.definite)
    // «le président de l’Assemblée»: a common noun with a capital is the draft’s.
    guard end > start, end > start + 1 || !hasArticle || !institutions.isNoun(start) else {
      return nil
    }
    phrase.owner = .init(
      tokens: start..<end, target: bodyName(start..<end), kind: .organization,
      takesThe: hasArticle, origin: .inferred)
    return end
  }

  /// A further word of a body that no row has: «la Confédération Espagnole de Caisses d’Épargnes», «FC Séoul».
  private func isBodyWord(_ token: Int) -> Bool {
    let isAfterAcronym =
      recognition.flags(token - 1).contains(.allCapitals) && place(at: token) != nil
    return recognition.isCapitalized(token) && !persons.givenNames.contains(table.folded[token])
      && (isAfterAcronym
        || recognition.firstHit(at: token) { hit, _ in
          hit.kind != .nationality && hit.kind != .portfolio
            && !(hit.isFamilyName && recognition.isMark(token + 1, ","))
        } == nil)
  }

  /// The place of one word at `token`.
  private func place(at token: Int) -> MatchedTerm? {
    recognition.firstHit(of: .place, at: token) { hit, _ in hit.tokens.count == 1 }
      .map { recognition.term($0) }
  }

  /// The words of a body as they stand, but a place at the end: "FC Seoul".
  private func bodyName(_ tokens: Range<Int>) -> String {
    let last = tokens.upperBound - 1
    guard tokens.count > 1, let place = place(at: last) else { return recognition.string(tokens) }
    return recognition.string(tokens.lowerBound..<last) + " " + recognition.target(place)
  }

  // MARK: - A second title

  /// «vice-Premier ministre et ministre des Affaires étrangères italien X»: one person with two titles.
  private func readCompanion(
    at position: Int, of phrase: inout TitlePhrase, discourse: Discourse
  ) {
    guard !phrase.isPlural, recognition.isWord(position, Closed.and),
      !recognition.isCapitalized(position + 1) || office(at: position + 1) != nil,
      let second = self.phrase(at: position + 1, discourse: discourse), !second.isPlural,
      second.companions.isEmpty, second.names.count == 1 || sharesNationality(phrase, second)
    else { return }
    phrase.companions = [second]
    phrase.names = second.names
    phrase.tokens = phrase.tokens.lowerBound..<second.tokens.upperBound
  }

  /// «l’écrivain et journaliste algérien», without a name.
  private func sharesNationality(_ first: TitlePhrase, _ second: TitlePhrase) -> Bool {
    !first.hasComplement && !second.nationalities.isEmpty
  }
}
