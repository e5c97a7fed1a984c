internal import Bitext
internal import French
internal import Terminology

/// Reads what is known by the place where it happened or stands: «le traité de Trianon» is "the Treaty of Trianon",
/// «les pourparlers de Doha» "the Doha talks".
struct DeedReader {
  let recognition: Recognition

  private var words: TitleWords { recognition.knowledge.words }
  private var table: TokenTable { recognition.table }

  private func isNoun(_ token: Int) -> Bool {
    InstitutionReader(recognition: recognition).isNoun(token)
  }

  /// The deed that starts at `token` with its place, the determiner excluded.
  func match(at token: Int, discourse: Discourse) -> TermMatch? {
    // «la place centrale de Minsk» has an adjective.
    guard recognition.isWord(token - 1, Closed.determiners) || !isNoun(token - 1) else {
      return nil
    }
    let isPlural = words.match(.deeds, at: token, in: table) != nil
    guard let deed = words.match(isPlural ? .deeds : .deed, at: token, in: table),
      recognition.isWord(token + deed.count, Closed.of)
    else { return nil }
    var start = token + deed.count + 1
    if recognition.isWord(start, Closed.definite) { start += 1 }
    let takesAny = deed.english.utf8.contains(UInt8(ascii: "*"))
    guard recognition.isCapitalized(start),
      let place = place(at: start) ?? (takesAny ? unknown(at: start, discourse) : nil),
      !continues(place.tokens.upperBound)
    else { return nil }
    let pieces = deed.english.utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "*")
    }
    let isLast = pieces.last?.isEmpty ?? false
    let name = isLast && place.takesThe ? "the " + place.target : place.target
    let target = pieces.map { String(Substring($0)) }.joined(separator: name)
    return TermMatch(
      tokens: token..<place.tokens.upperBound, kind: .event, syntax: .noun, target: target,
      article: .asSource, morphology: recognition.agreement(of: token), isPlural: isPlural,
      concept: ConceptID.make(kind: .event, target: target),
      status: place.origin == .inferred ? .inferred : .preferred,
      origin: place.origin == .inferred ? .inferred : .computed, rule: "deed",
      parts: [
        TermPart(
          tokens: place.tokens, kind: .place, target: place.target, concept: place.concept,
          origin: place.origin)
      ])
  }

  /// A place that a row has and that is no country: «la bataille de France» is a row or the draft’s.
  private func place(at start: Int) -> TitlePhrase.Piece? {
    func isPlace(_ hit: TermHit, _ term: MatchedTerm) -> Bool {
      !hit.isFamilyName && term.concept != term.link
    }
    let isOpened = recognition.isWord(start - 1, Closed.definite)
    guard
      let hit =
        (isOpened
          ? recognition.firstHit(of: .place, at: start - 1) {
            $0.tokens.count > 1 && isPlace($0, $1)
          }
          : nil)
        ?? recognition.firstHit(of: .place, at: start, where: isPlace)
    else { return nil }
    let term = recognition.term(hit)
    return .init(
      tokens: hit.tokens, target: recognition.target(term), kind: .place, concept: term.concept,
      takesThe: term.flags.contains(.takesThe), link: term.link)
  }

  /// "Ortona" of «la bataille d’Ortona», as it is written, unless it is a person the document has named.
  private func unknown(at start: Int, _ discourse: Discourse) -> TitlePhrase.Piece? {
    guard !recognition.hasHits(at: start), !recognition.isWord(start - 1, Closed.definite),
      recognition.flags(start).isDisjoint(with: [.allCapitals, .shouted]),
      discourse.person(family: table.folded[start]) == nil,
      !recognition.knowledge.givenNames.contains(table.folded[start]),
      !isCommon(start)
    else { return nil }
    var end = start + 1
    while recognition.flags(end).contains(.hyphenBefore), recognition.flags(end).contains(.word) {
      end += 1
    }
    return .init(
      tokens: start..<end, target: recognition.string(start..<end), kind: .place,
      origin: .inferred)
  }

  /// The lexicon has the word as a noun or an adjective: «la bataille de Paris-Saint-Germain» names none.
  private func isCommon(_ token: Int) -> Bool {
    recognition.knowledge.lexicon?.analyses(exact: table.exact[token])
      .contains { $0.pos == .noun || $0.pos == .adjective } ?? false
  }

  /// The name goes on: «le procès de Londres Dupont».
  private func continues(_ token: Int) -> Bool {
    let flags = recognition.flags(token)
    return flags.contains(.hyphenBefore)
      || recognition.isCapitalized(token) && flags.contains(.spaceBefore)
        && !flags.contains(.sentenceStart) && !flags.contains(.shouted)
  }
}
