internal import Bitext
internal import English
internal import French
internal import Terminology

/// Puts a title phrase into English press order.
///
/// With a name: "former Russian Foreign Minister Sergei Lavrov", capitals on a formal title. Without one:
/// "the president of Peru", "Russian foreign minister". Style: AP Stylebook, "titles".
struct TitleTranslator {
  let recognition: Recognition

  var nouns: NounInflector { recognition.knowledge.nouns }
  var words: TitleWords { recognition.knowledge.words }
  /// Demonyms by country link: "country.PE" is "Peruvian".
  var demonyms: Demonyms { recognition.knowledge.demonyms }

  /// The match for `phrase`, whose determiner is the token before it, if that is one.
  func match(for phrase: TitlePhrase) -> TermMatch {
    let start = phrase.tokens.lowerBound
    let hasName = !phrase.names.isEmpty
    let isDefinite = recognition.isWord(start - 1, Closed.definite)
    let hasDeterminer = start > 0 && recognition.isWord(start - 1, Closed.determiners)
    var match = TermMatch(
      tokens: phrase.tokens, kind: hasName ? .person : .office, target: "",
      concept: hasName ? phrase.names[0].concept : phrase.officeTerm.concept,
      glossary: phrase.officeTerm.glossaryName)
    match.morphology = phrase.office.morphology.union(.human)
    if hasName, isDefinite || !hasDeterminer {
      match.target = named(phrase)
      match.article = .zero
      match.determiner = isDefinite ? start - 1 : nil
      match.isPlural = phrase.names.count > 1
    } else if hasName {
      match.target = named(phrase)
      match.syntax = .noun
      match.article = .asSource
    } else {
      // "le conseiller de Paul" is "Paul’s adviser", "un conseiller de Paul" "an adviser to Paul".
      let isOwned = phrase.owner?.isPerson == true && isDefinite
      match.target = unnamed(phrase, ownerLeads: isOwned)
      match.syntax = .noun
      match.article = isOwned ? .zero : .asSource
      if isOwned { match.determiner = start - 1 }
      match.isPlural = phrase.isPlural
    }
    match.status = phrase.officeTerm.status
    match.origin = phrase.names.first { $0.origin == .inferred }?.origin ?? phrase.officeTerm.origin
    match.rule = phrase.names.first { $0.origin == .inferred }?.rule ?? "title"
    if match.origin == .inferred { match.status = .inferred }
    match.parts = parts(of: phrase)
    return match
  }

  /// The English of the office in this variety.
  func english(_ phrase: TitlePhrase) -> String {
    let british = recognition.knowledge.variety == .gb ? phrase.officeTerm.british : nil
    return british ?? phrase.officeTarget
  }

  // MARK: - With a name

  private func named(_ phrase: TitlePhrase) -> String {
    if let (first, second) = pair(phrase) { return named(first) + " and " + named(second) }
    var names = phrase.names.map(\.target)
    // "King Philippe of the Belgians"
    if let range = phrase.officeTarget.place(of: " of "), names.count == 1,
      words.nobles.contains(phrase.officeTarget[..<range.lowerBound]),
      !phrase.hasComplement
    {
      let target = phrase.officeTarget
      return TitleCase.capitalize(String(target[..<range.lowerBound])) + " " + names[0]
        + target[range.lowerBound...]
    }
    if let honorific = phrase.honorific, !names.isEmpty {
      names[0] = honorific.target + " " + names[0]
    }
    if phrase.isPlural, names.count == phrase.nationalities.count, names.count > 1 {
      let each = names.indices.map { index in
        joinWords([
          phrase.prefixes.map(\.target), [adjective(phrase.nationalities[index], of: phrase)],
          [portfolioAndOffice(phrase, plural: false, capital: true)], [names[index]],
        ])
      }
      return joined(each)
    }
    let isPlural = names.count > 1
    var front = (phrase.prefixes + phrase.suffixes).map(\.target)
    front += nationalities(of: phrase)
    front += phrase.parties.map(\.target)
    // "outgoing National Assembly President": such words go before the body.
    let (qualifiers, title) = qualifiedOffice(phrase, plural: isPlural, capital: true)
    front += qualifiers
    front += phrase.ranks.map(\.target).filter { words.isQualifier($0) }
    var tail: [String] = []
    var place: [String] = []
    if let owner = phrase.owner {
      if follows(owner, phrase) {
        place = ["of \(withArticle(owner))"]
      } else {
        front.append(ownerBeforeNoun(owner))
      }
    }
    let ranks = phrase.ranks.map(\.target).filter { !words.isQualifier($0) }
    front += ranks.map { rank($0, of: phrase) }
    if !phrase.portfolios.isEmpty, !isFrontPortfolio(phrase) {
      tail.append("for " + joined(phrase.portfolios.map { strippedThe($0.target) }))
    }
    if let see = phrase.owner, words.sees.contains(phrase.officeTarget), see.kind == .place {
      front.removeLast(ranks.count + 1)
      front += ranks.map { rank($0, of: phrase) }
      tail.append("of \(withArticle(see))")
    }
    if let (preposition, piece) = phrase.destination {
      if preposition == "of" {
        return joinWords([front, [title], [joined(names)], ["of \(withArticle(piece))"]])
      }
      tail.append("\(preposition) \(destination(piece))")
    }
    // AP: "Green lawmaker Sandrine Rousseau of Paris"; but "rector of the Grand Mosque of Paris".
    if !place.isEmpty, !isSeat(phrase) {
      tail = place + tail
      place = []
    }
    var line = SpacedWords(front)
    line.add(title)
    line.add(tail)
    line.add(joined(names))
    line.add(place)
    return line.text
  }

  /// "Deputy" before a formal title.
  private func rank(_ word: String, of phrase: TitlePhrase) -> String {
    phrase.officeTerm.flags.contains(.isDescription) ? word : TitleCase.capitalize(word)
  }

  private func isSeat(_ phrase: TitlePhrase) -> Bool {
    words.isSeat(phrase.officeTarget)
  }

  /// The place goes after the title: a lawmaker with a party, a title that ends with a body of its own.
  private func follows(_ owner: TitlePhrase.Piece, _ phrase: TitlePhrase) -> Bool {
    guard owner.kind == .place, owner.concept != owner.link || owner.link.isEmpty else {
      return false
    }
    // «socialiste» is a row among the demonyms, but of no country.
    let hasParty = !phrase.parties.isEmpty || phrase.nationalities.contains { $0.link.isEmpty }
    return isSeat(phrase) ? hasParty : phrase.officeTarget.contains(" of the ")
  }

  /// "Peruvian" of a country, "IAEA" of a body, "Putin’s" of a person.
  private func ownerBeforeNoun(_ owner: TitlePhrase.Piece) -> String {
    if owner.isPerson { return genitive(owner.target) }
    if owner.link.hasPrefix("country."), owner.kind == .place,
      let demonym = demonyms.adjective(owner.link), owner.concept == owner.link
    {
      return demonym
    }
    return owner.attributive ?? owner.target
  }

  /// The country first, then the party: "British Labour lawmaker".
  private func nationalities(of phrase: TitlePhrase) -> [String] {
    guard phrase.nationalities.count > 1 else {
      return phrase.nationalities.map { adjective($0, of: phrase) }
    }
    let ofCountries = phrase.nationalities.filter { !$0.link.isEmpty }
    let others = phrase.nationalities.filter { $0.link.isEmpty }
    return (ofCountries + others).map { adjective($0, of: phrase) }
  }

  /// "U.S." before a formal title, "American" before an occupation.
  private func adjective(_ piece: TitlePhrase.Piece, of phrase: TitlePhrase) -> String {
    if phrase.officeTerm.flags.contains(.isDescription) { return piece.target }
    return piece.attributive ?? piece.target
  }

  /// Two titles of one person; what stands after the second in French goes before the first in English.
  private func pair(_ phrase: TitlePhrase) -> (TitlePhrase, TitlePhrase)? {
    guard var second = phrase.companions.first else { return nil }
    var first = phrase
    first.companions = []
    first.names = []
    let isBare = !first.hasComplement
    if first.nationalities.isEmpty {
      first.nationalities = second.nationalities
      second.nationalities = []
    }
    // "Tesla CEO and founder Elon Musk", but "Prime Minister and LDP President Shinzo Abe".
    if isBare, second.owner?.kind == .organization, second.prefixes.isEmpty,
      !words.isMinister(first.officeTarget)
    {
      first.owner = second.owner
      second.owner = nil
    }
    return (first, second)
  }

  // MARK: - Without a name

  private func unnamed(_ phrase: TitlePhrase, ownerLeads: Bool) -> String {
    if let (first, second) = pair(phrase) {
      return unnamed(first, ownerLeads: ownerLeads) + " and "
        + unnamed(second, ownerLeads: ownerLeads)
    }
    var front = phrase.prefixes.map(\.target)
    front += phrase.suffixes.map(\.target)
    if phrase.nationalities.count > 1, phrase.isPlural {
      front.append(joined(phrase.nationalities.map { adjective($0, of: phrase) }))
    } else {
      front += nationalities(of: phrase)
    }
    front += phrase.parties.map(\.target)
    var tail: [String] = []
    if let owner = phrase.owner {
      if owner.isPerson, ownerLeads {
        front.insert(genitive(owner.target), at: 0)
      } else if owner.isPerson {
        let link = words.link(toOwnerAfter: english(phrase))
        tail.append("\(link) \(withArticle(owner))")
      } else if phrase.destination != nil, let demonym = demonyms.adjective(owner.link) {
        front.append(demonym)
      } else if bearsBody(phrase, of: owner) {
        front.append(ownerBeforeNoun(owner))
      } else {
        let isFrom = isSeat(phrase) && owner.kind == .place && owner.concept != owner.link
        let own = words.link(toOwnerAfter: english(phrase))
        let link = owner.isAt ? "at" : isFrom ? "from" : own
        tail.append("\(link) \(withArticle(owner))")
      }
    }
    front += phrase.ranks.map(\.target)
    if !phrase.portfolios.isEmpty, !isFrontPortfolio(phrase) {
      tail.append("for " + joined(phrase.portfolios.map { lowercased(strippedThe($0.target)) }))
    }
    if let (preposition, piece) = phrase.destination {
      tail.append("\(preposition) \(destination(piece))")
    }
    var office = portfolioAndOffice(phrase, plural: phrase.isPlural, capital: false)
    if let owner = phrase.owner, !owner.isPerson, words.peers.contains(phrase.officeTarget) {
      office = TitleCase.capitalize(office)
    }
    var line = SpacedWords(front)
    line.add(office)
    line.add(tail)
    return line.text
  }

  /// "police spokesperson", "regional council president", whose place goes before the body: "Kent police spokesperson".
  private func bearsBody(_ phrase: TitlePhrase, of place: TitlePhrase.Piece) -> Bool {
    let office = english(phrase)
    let count = office.splitAtSpaces().count
    guard place.kind == .place, count > 1,
      ![" for ", " of ", " to ", " in "].contains(where: { office.place(of: $0) != nil })
    else { return false }
    let isOfCountry = place.concept == place.link && !place.link.isEmpty
    return words.link(toOwnerAfter: office) == "for" || count > 2 && !isOfCountry
  }

  /// A field in lower case: "special rapporteur on torture".
  private func destination(_ piece: TitlePhrase.Piece) -> String {
    piece.kind == .portfolio ? lowercased(strippedThe(piece.target)) : withArticle(piece)
  }

  private func withArticle(_ piece: TitlePhrase.Piece) -> String {
    piece.takesThe ? "the " + piece.target : piece.target
  }

  func joinWords(_ groups: [[String]]) -> String {
    var line = SpacedWords([])
    for group in groups { line.add(group) }
    return line.text
  }

  private func parts(of phrase: TitlePhrase) -> [TermPart] {
    if let second = phrase.companions.first {
      var first = phrase
      first.companions = []
      first.names = []
      return parts(of: first) + parts(of: second)
    }
    var parts: [TermPart] = []
    parts.reserveCapacity(6)
    parts.append(
      TermPart(
        tokens: phrase.office.tokens, kind: .office, target: english(phrase),
        concept: phrase.officeTerm.concept))
    add(phrase.prefixes, to: &parts)
    add(phrase.suffixes, to: &parts)
    add(phrase.ranks, to: &parts)
    add(phrase.parties, to: &parts)
    add(phrase.nationalities, to: &parts)
    add(phrase.portfolios, to: &parts)
    if let ending = phrase.ending { add(ending, to: &parts) }
    if let honorific = phrase.honorific { add(honorific, to: &parts) }
    if let owner = phrase.owner { add(owner, to: &parts) }
    if let destination = phrase.destination { add(destination.piece, to: &parts) }
    for name in phrase.names {
      parts.append(
        TermPart(
          tokens: name.tokens, kind: .person, target: name.target, concept: name.concept,
          origin: name.origin))
    }
    if parts.count > 1 { parts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
    return parts
  }

  private func add(_ pieces: [TitlePhrase.Piece], to parts: inout [TermPart]) {
    for piece in pieces { add(piece, to: &parts) }
  }

  /// A piece that is made of others is those.
  private func add(_ piece: TitlePhrase.Piece, to parts: inout [TermPart]) {
    guard piece.pieces.isEmpty else {
      for inner in piece.pieces { add(inner, to: &parts) }
      return
    }
    parts.append(
      TermPart(
        tokens: piece.tokens, kind: piece.kind, target: piece.target, concept: piece.concept,
        origin: piece.origin))
  }
}

/// Words with a space between, empty ones left out.
private struct SpacedWords {
  private(set) var text = ""

  init(_ words: [String]) { add(words) }

  mutating func add(_ words: [String]) {
    for word in words { add(word) }
  }

  mutating func add(_ word: String) {
    if word.isEmpty { return }
    if !text.isEmpty { text += " " }
    text += word
  }
}

/// "Erdogan’s".
func genitive(_ name: String) -> String {
  name + "\(Possessive.ending(afterName: name.utf8))"
}

/// The adjective of each country, from the rows of demonyms.
struct Demonyms: Sendable {
  private var adjectives: [String: String] = [:]
  private var known: Set<String> = []
  /// The French demonyms of each link.
  private var names = FormSet()

  /// Collects the first demonym of each link.
  init(_ glossaries: [CompiledGlossary]) {
    for glossary in glossaries {
      for index in glossary.nationalityTerms {
        let term = MatchedTerm(glossary: glossary, index: index)
        known.insert(term.target)
        let link = term.link
        if link.isEmpty { continue }
        names.insert(Self.hash(term.source, of: link))
        if adjectives[link] == nil { adjectives[link] = term.attributive ?? term.target }
      }
    }
  }

  func adjective(_ link: String) -> String? { adjectives[link] }
  func isAdjective(_ word: String) -> Bool { known.contains(word) }
  /// The demonym of `link` is the name of the place itself: «suisse», «corse».
  func isNamed(_ place: String, of link: String) -> Bool {
    names.contains(Self.hash(place.lowercased(), of: link))
  }

  private static func hash(_ name: String, of link: String) -> UInt64 {
    FormHash.of(name.utf8) ^ FormHash.of(link.utf8)
  }
}
