internal import Bitext
internal import French
internal import Terminology

/// The names that a title stands before.
extension TitlePhraseReader {
  /// Reads the names after the title, or between commas after it, into `phrase`.
  func readNames(at position: Int, of phrase: inout TitlePhrase, discourse: Discourse) {
    var start = position
    var isApposed = false
    if recognition.isMark(position, ",") {
      guard
        phrase.hasComplement || phrase.office.tokens.count > 1
          || !phrase.officeTerm.flags.contains(.isDescription)
      else { return }
      // «le conseiller du président français, X»: the name is the adviser’s.
      if isGoverned(phrase.tokens.lowerBound) { return }
      // «un porte-parole, X, a réagi» is "a spokesperson, X, reacted".
      if recognition.isWord(phrase.tokens.lowerBound - 1, Closed.indefinite) { return }
      start += 1
      isApposed = true
    }
    // «le directeur de l’école Jules-Ferry» names the school.
    if phrase.owner?.isCommon == true, !isApposed { return }
    var honorific: TitlePhrase.Piece?
    (start, honorific) = skipHonorific(start)
    guard recognition.isCapitalized(start) || !isApposed && opensNameByParticle(start, of: phrase),
      !recognition.flags(start).contains(.hyphenBefore), !startsOther(start)
    else { return }
    let isNoble = words.nobles.contains(phrase.officeTarget)
    guard
      let first = persons.name(
        at: start, discourse: discourse, afterTitle: true, noble: isNoble)
    else { return }
    if let shared = sharedTitle(of: phrase, after: first, discourse: discourse) {
      phrase.nationalities = shared.nationalities
      phrase.names = shared.names
      phrase.tokens = phrase.tokens.lowerBound..<shared.end
      return
    }
    var names = [first]
    var end = first.tokens.upperBound
    while phrase.isPlural, recognition.isWord(end, Closed.and) || recognition.isMark(end, ","),
      let next = persons.name(
        at: end + 1, discourse: discourse, afterTitle: true, noble: isNoble)
    {
      names.append(next)
      end = next.tokens.upperBound
    }
    // «les chefs de gouvernement belge et néerlandais, X, Y, Z» is a list of its own.
    if isApposed, phrase.nationalities.count > 1, names.count != phrase.nationalities.count {
      return
    }
    // A plural title beside one name belongs to something else.
    if phrase.isPlural, names.count == 1, first.isFullName { return }
    if isApposed {
      guard closesApposition(end) else { return }
      // In a list of titles the comma is the list’s too: «le maire de Lyon, X, le maire de Paris, Y, et …».
      let isList = recognition.isWord(end + 1, Closed.determiners) && opensTitle(end + 2)
      if recognition.isMark(end, ","), !isList, !recognition.isAge(end + 1) { end += 1 }
    }
    phrase.names = names
    phrase.honorific = honorific
    phrase.tokens = phrase.tokens.lowerBound..<end
    if isNoble, let next = regnalPlace(at: end, of: &phrase) {
      phrase.tokens = phrase.tokens.lowerBound..<next
    }
  }

  /// A body of several words, a nationality or a country stands there, and no one: «l’ONG Médecins du monde», «le chef
  /// Taliban», «le PDG de Google France», «le directeur général Visa Europe».
  private func startsOther(_ start: Int) -> Bool {
    let isGivenName = persons.givenNames.contains(table.folded[start])
    let isAlone = !recognition.isCapitalized(start + 1)
    let mayBeFamily = isAlone || recognition.hits(at: start).contains { $0.isFamilyName }
    return recognition.firstHit(at: start) { hit, term in
      hit.kind == .organization && !isGivenName && (hit.tokens.count > 1 || !mayBeFamily)
        || hit.kind == .nationality && !isGivenName
        || hit.kind == .place && term.concept == term.link && !hit.isFamilyName && isAlone
    } != nil
      && recognition.firstHit(of: .person, at: start, where: { hit, _ in !hit.isFamilyName }) == nil
  }

  /// Another office stands before the "de" that leads to this one.
  private func isGoverned(_ start: Int) -> Bool {
    guard recognition.isWord(start - 1, Closed.definite), recognition.isWord(start - 2, Closed.of)
    else { return false }
    // «le fils du président, X».
    if words.match(.relation, at: start - 3, in: table) != nil { return true }
    return (max(0, start - 8)..<max(0, start - 2)).contains { token in
      recognition.firstHit(at: token) { hit, _ in
        hit.kind == .office && hit.tokens.upperBound == start - 2
      } != nil
    }
  }

  private func opensTitle(_ token: Int) -> Bool {
    words.match(.prefix, at: token, in: table) != nil || office(at: token) != nil
  }

  /// The position after an honorific, which English drops after a title unless it is a dignity of its own.
  private func skipHonorific(_ start: Int) -> (next: Int, dignity: TitlePhrase.Piece?) {
    guard let hit = recognition.firstHit(of: .honorific, at: start) else { return (start, nil) }
    let next = recognition.skipAbbreviationDot(hit.tokens.upperBound)
    guard recognition.isCapitalized(next) else { return (start, nil) }
    let term = recognition.term(hit)
    let target = recognition.target(term)
    guard words.dignities.contains(target) else { return (next, nil) }
    return (
      next,
      .init(tokens: start..<next, target: target, kind: .honorific, concept: term.concept)
    )
  }

  private func closesApposition(_ end: Int) -> Bool {
    if end >= table.count { return true }
    return recognition.flags(end).contains(.punctuation) && !recognition.isMark(end, "(")
  }

  /// «le roi Abdallah II de Jordanie».
  private func regnalPlace(at position: Int, of phrase: inout TitlePhrase) -> Int? {
    guard recognition.isWord(position, Closed.of), phrase.owner == nil else { return nil }
    var start = position + 1
    if recognition.isWord(start, Closed.definite) { start += 1 }
    guard let piece = institutions.ownerPiece(at: start, discourse: nil), piece.kind == .place
    else {
      return nil
    }
    phrase.destination = ("of", piece)
    return piece.tokens.upperBound
  }

  // MARK: - A title shared

  /// A plural title that each name shares with its own country: «les présidents russe Vladimir Poutine et turc Recep
  /// Tayyip Erdogan», also with the names between commas.
  struct SharedTitle {
    var nationalities: [TitlePhrase.Piece]
    var names: [PersonName]
    var end: Int
  }

  /// The countries and names that follow `first`, whose country the phrase has; nil if no second pair follows.
  func sharedTitle(
    of phrase: TitlePhrase, after first: PersonName, discourse: Discourse
  ) -> SharedTitle? {
    guard phrase.isPlural, phrase.nationalities.count == 1 else { return nil }
    var title = SharedTitle(
      nationalities: phrase.nationalities, names: [first], end: first.tokens.upperBound)
    while let (nationality, name) = pair(at: title.end, discourse: discourse) {
      title.nationalities.append(nationality)
      title.names.append(name)
      title.end = name.tokens.upperBound
    }
    guard title.names.count > 1 else { return nil }
    if recognition.isMark(title.names[0].tokens.lowerBound - 1, ","),
      recognition.isMark(title.end, ",")
    {
      title.end += 1
    }
    return title
  }

  /// «, turc Recep Tayyip Erdogan», «et espagnol, Mariano Rajoy», «, et iranien X».
  private func pair(at end: Int, discourse: Discourse) -> (TitlePhrase.Piece, PersonName)? {
    var next = end
    if recognition.isMark(next, ",") { next += 1 }
    if recognition.isWord(next, Closed.and) { next += 1 }
    guard next > end, !recognition.isCapitalized(next),
      let nationality = nationalityPiece(at: next, ofPerson: true)
    else { return nil }
    var start = nationality.tokens.upperBound
    if recognition.isMark(start, ",") { start += 1 }
    guard recognition.isCapitalized(start),
      let name = persons.name(at: start, discourse: discourse, afterTitle: true)
    else { return nil }
    return (nationality, name)
  }
}
