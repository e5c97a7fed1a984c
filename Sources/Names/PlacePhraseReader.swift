internal import Bitext
internal import French
internal import Terminology

/// Reads a kind of place with its name: «la ville tchèque d’Olomouc» is "the Czech city of Olomouc", «la région de
/// Belgorod» "the Belgorod region".
struct PlacePhraseReader {
  let recognition: Recognition

  private var words: TitleWords { recognition.knowledge.words }
  private var institutions: InstitutionReader { InstitutionReader(recognition: recognition) }
  private var table: TokenTable { recognition.table }

  /// The kind of place, what stands between it and the name, and the names.
  private struct Phrase {
    var head: (count: Int, english: String)
    /// The kind follows a bare name: "Belgorod region".
    var isArea: Bool
    var isPlural: Bool
    var leads: [String] = []
    var kinds: [String] = []
    var nationality: TitlePhrase.Piece?
    var names: [TitlePhrase.Piece] = []
    var end: Int
  }

  /// The phrase that starts at `token`, its determiner excluded.
  func match(at token: Int) -> TermMatch? {
    guard let phrase = phrase(at: token) else { return nil }
    // «une province de Chine» is one in China.
    if !hasArticle(phrase), recognition.isWord(token - 1, Closed.indefinite) { return nil }
    var parts = phrase.names.map {
      TermPart(tokens: $0.tokens, kind: $0.kind, target: $0.target, concept: $0.concept)
    }
    if let adjective = phrase.nationality {
      parts.insert(
        TermPart(
          tokens: adjective.tokens, kind: .nationality, target: adjective.target,
          concept: adjective.concept), at: 0)
    }
    return TermMatch(
      tokens: token..<phrase.end, kind: .place, syntax: .noun, target: english(phrase),
      article: hasArticle(phrase) || !recognition.isWord(token - 1, Closed.definite)
        ? .asSource : .zero,
      morphology: phrase.isPlural ? .plural : .singular,
      isPlural: phrase.isPlural, concept: phrase.names[0].concept, origin: .computed,
      rule: "place", parts: parts)
  }

  /// The phrase as the place an office belongs to: "the Belgorod region"; a city is its bare name.
  func piece(at token: Int) -> TitlePhrase.Piece? {
    guard let phrase = phrase(at: token), phrase.nationality == nil, phrase.leads.isEmpty,
      phrase.kinds.isEmpty, phrase.names.count == 1, !isRow(token..<phrase.end)
    else { return nil }
    var piece = phrase.names[0]
    piece.tokens = token..<phrase.end
    if phrase.isArea {
      piece.target = english(phrase)
      piece.attributive = piece.target
      piece.takesThe = hasArticle(phrase)
      piece.link = ""
    }
    return piece
  }

  // MARK: - Reading

  /// A row has the whole, which is then no place of that name: «le département d’État».
  private func isRow(_ tokens: Range<Int>) -> Bool {
    recognition.firstHit(at: tokens.lowerBound) { hit, _ in
      hit.tokens.count >= tokens.count && hit.kind != .place
    } != nil
  }

  private func phrase(at token: Int) -> Phrase? {
    guard var phrase = head(at: token) else { return nil }
    var position = token + phrase.head.count
    while let next = modifier(at: position, of: &phrase) { position = next }
    // «la région Normandie» needs no preposition.
    let isBare = phrase.isArea && recognition.isCapitalized(position)
    guard isBare || recognition.isWord(position, Closed.of) else { return nil }
    while let name = name(at: position, of: phrase) {
      // «des villes d’Allemagne, de Londres»: the list is another one.
      if let first = phrase.names.first, recognition.isWord(position, Closed.of),
        isCountry(first) != isCountry(name)
      {
        break
      }
      phrase.names.append(name)
      phrase.end = name.tokens.upperBound
      position = phrase.end
      guard phrase.isPlural,
        recognition.isWord(position, Closed.and) || recognition.isMark(position, ",")
      else { break }
      position += 1
    }
    return phrase.names.isEmpty ? nil : phrase
  }

  private func head(at token: Int) -> Phrase? {
    let classes: [TitleWords.Class] = [.site, .area, .sites, .areas]
    for kind in classes {
      // «Île-de-France»
      guard let head = words.match(kind, at: token, in: table),
        !recognition.flags(token + head.count).contains(.hyphenBefore)
      else { continue }
      return Phrase(
        head: head, isArea: kind == .area || kind == .areas,
        isPlural: kind == .sites || kind == .areas, end: token)
    }
    return nil
  }

  private func modifier(at position: Int, of phrase: inout Phrase) -> Int? {
    if phrase.nationality == nil, let adjective = institutions.nationality(at: position) {
      phrase.nationality = adjective
      return adjective.tokens.upperBound
    }
    if let lead = words.match(.siteLead, at: position, in: table) {
      phrase.leads.append(lead.english)
      return position + lead.count
    }
    if let kind = words.match(.siteKind, at: position, in: table) {
      phrase.kinds.append(kind.english)
      return position + kind.count
    }
    return nil
  }

  /// The place after «de», which the second of several may lack; a name no row knows counts too.
  private func name(at position: Int, of phrase: Phrase) -> TitlePhrase.Piece? {
    var start = position
    if recognition.isWord(start, Closed.of) {
      start += 1
      if recognition.isWord(start, Closed.definite) { start += 1 }
    } else if phrase.names.isEmpty, !phrase.isArea {
      return nil
    }
    guard recognition.isCapitalized(start) || recognition.isWord(start - 1, Closed.of) else {
      return nil
    }
    if let hit = place(at: start) {
      let term = recognition.term(hit)
      let isName = term.target.startsWithCapital ?? false
      guard isName, !continues(hit.tokens.upperBound) else { return nil }
      return .init(
        tokens: hit.tokens, target: recognition.target(term), kind: .place, concept: term.concept,
        takesThe: term.flags.contains(.takesThe), link: term.link)
    }
    let hasPreposition = recognition.isWord(position, Closed.of)
    if phrase.names.isEmpty { return hasPreposition ? unknown(at: start) : nil }
    // «les comtés de Pinellas, Manatee, Sarasota et Collier»
    guard phrase.isPlural, let name = unknown(at: start) else { return nil }
    let end = name.tokens.upperBound
    return recognition.isMark(end, ",") || recognition.isWord(end, Closed.and)
      || recognition.isWord(start - 1, Closed.and) ? name : nil
  }

  private func isCountry(_ place: TitlePhrase.Piece) -> Bool {
    !place.link.isEmpty && place.link == place.concept
  }

  /// The place that starts at `start`, or with the article before it: «du Bourget» is Le Bourget.
  private func place(at start: Int) -> TermHit? {
    func isPlace(_ hit: TermHit, _ term: MatchedTerm) -> Bool {
      hit.kind == .place && !hit.isFamilyName
    }
    let withArticle =
      recognition.isWord(start - 1, Closed.definite)
      ? recognition.firstHit(at: start - 1) { $0.tokens.count > 1 && isPlace($0, $1) } : nil
    return withArticle ?? recognition.firstHit(at: start, where: isPlace)
  }

  /// The name goes on: "Oxford Grove" is not Oxford.
  private func continues(_ token: Int) -> Bool {
    let flags = recognition.flags(token)
    return flags.contains(.hyphenBefore)
      || recognition.isCapitalized(token) && flags.contains(.spaceBefore)
        && !flags.contains(.sentenceStart) && !flags.contains(.shouted)
        && !recognition.knowledge.givenNames.contains(table.folded[token])
  }

  /// "Chtchastia" after «la ville ukrainienne de», as it is written.
  private func unknown(at start: Int) -> TitlePhrase.Piece? {
    guard recognition.isCapitalized(start), recognition.hits(at: start).isEmpty,
      !recognition.flags(start).contains(.allCapitals),
      // «la municipalité de la Capitale» has no name.
      !recognition.isWord(start - 1, Closed.definite) || !institutions.isNoun(start)
    else { return nil }
    var end = start + 1
    while recognition.flags(end).contains(.hyphenBefore), recognition.flags(end).contains(.word) {
      end += 1
    }
    guard !continues(end) else { return nil }
    return .init(
      tokens: start..<end, target: recognition.string(start..<end), kind: .place)
  }

  // MARK: - English

  /// "the Belgorod region", but "Orange County".
  private func hasArticle(_ phrase: Phrase) -> Bool {
    !phrase.isArea || phrase.isPlural || phrase.nationality != nil || !phrase.leads.isEmpty
      || !phrase.kinds.isEmpty || !words.bareAreas.contains(phrase.head.english)
  }

  private func english(_ phrase: Phrase) -> String {
    let names = joined(phrase.names.map { $0.takesThe ? "the " + $0.target : $0.target })
    let adjectives =
      phrase.leads + (phrase.nationality.map { [$0.target] } ?? []) + phrase.kinds
    // "regions of Mexico", but "Tuscany region".
    if phrase.isArea, phrase.nationality == nil, !isCountry(phrase.names[0]) {
      let bare = joined(phrase.names.map(\.target))
      return (adjectives + [bare, phrase.head.english]).joined(separator: " ")
    }
    let isInside = isCountry(phrase.names[0]) && words.located.contains(phrase.head.english)
    return (adjectives + [phrase.head.english, isInside ? "in" : "of", names])
      .joined(separator: " ")
  }
}
