internal import Bitext
internal import French
internal import Terminology

/// Reads a nationality as a noun before a name: «la Française Chloé Martin» is "Frenchwoman Chloé Martin".
struct NationalNameReader {
  let recognition: Recognition

  private var persons: PersonNameReader { PersonNameReader(recognition: recognition) }

  /// The phrase whose nationality starts at `token`, its article excluded and dropped.
  func match(at token: Int, discourse: Discourse) -> (TermMatch, [PersonName])? {
    guard recognition.isCapitalized(token), recognition.isWord(token - 1, Self.singular),
      let hit = nationality(at: token)
    else { return nil }
    let next = hit.tokens.upperBound
    guard recognition.isCapitalized(next), recognition.flags(next).contains(.spaceBefore) else {
      return nil
    }
    let term = recognition.term(hit)
    // The nationality tells the language of the name.
    var nearby = discourse
    if let country = term.country { nearby.note(country: country) }
    guard let person = persons.name(at: next, discourse: nearby, afterTitle: true),
      person.tokens.lowerBound == next, hit.kind == .nationality || person.hasEvidence
    else { return nil }
    let adjective =
      hit.kind == .nationality ? nil : recognition.knowledge.demonyms.adjective(term.link)
    let match = TermMatch(
      tokens: token..<person.tokens.upperBound, determiner: token - 1, kind: .person,
      target: (adjective ?? noun(term, isFeminine: hit.morphology.isFeminineOnly)) + " "
        + person.target,
      morphology: person.morphology.union(hit.morphology).union([.human, .singular]),
      concept: person.concept, glossary: person.glossary, status: person.status,
      origin: person.origin, rule: person.rule,
      parts: [
        TermPart(
          tokens: hit.tokens, kind: .nationality, target: adjective ?? recognition.target(term),
          concept: term.concept),
        TermPart(
          tokens: person.tokens, kind: .person, target: person.target, concept: person.concept),
      ])
    return (match, [person])
  }

  /// The nationality, or the country of one of the same name: «la Suisse Chloé Martin» is Swiss.
  private func nationality(at token: Int) -> TermHit? {
    recognition.firstHit(of: .nationality, at: token)
      ?? recognition.firstHit(of: .place, at: token) { hit, term in
        !hit.isFamilyName && term.country != nil
          && recognition.knowledge.demonyms.isNamed(term.source, of: term.link)
      }
  }

  private static let singular = FormSet(["le", "la", "l'"].map { Folding.exactHash($0) })

  /// "Spaniard", "Ukrainian", "Frenchwoman"; the adjective where the noun is a phrase.
  private func noun(_ term: MatchedTerm, isFeminine: Bool) -> String {
    let adjective = recognition.target(term)
    guard let noun = term.noun, !noun.contains(" ") else { return adjective }
    return isFeminine ? NationalNoun.feminine(noun) ?? noun : noun
  }
}

/// English nouns of nationality that tell men from women.
enum NationalNoun {
  /// "Frenchwoman" or "Frenchwomen" for "Frenchman"; nil for nouns of both genders.
  static func feminine(_ noun: String, isPlural: Bool = false) -> String? {
    ["chman", "shman", "sman", "xman", "erman"].contains { noun.hasSuffix($0) }
      && !noun.hasSuffix("German")
      ? noun.dropLast(3) + (isPlural ? "women" : "woman") : nil
  }
}

extension Morphology {
  /// No gender and no number of the one excludes those of the other.
  func agrees(with other: Morphology) -> Bool {
    func meets(_ features: Morphology) -> Bool {
      let (own, others) = (intersection(features), other.intersection(features))
      return own.isEmpty || others.isEmpty || !own.isDisjoint(with: others)
    }
    return meets([.masculine, .feminine]) && meets([.singular, .plural])
  }

  /// "Française", not "Russe", which is both.
  var isFeminineOnly: Bool { contains(.feminine) && !contains(.masculine) }
}

extension Recognition {
  /// The adjective of a country that has a capital by mistake: «le gouvernement Américain», «un citoyen Belge». It agrees
  /// with the noun before it and is no given name.
  func isNationalAdjective(_ hit: TermHit) -> Bool {
    let token = hit.tokens.lowerBound
    guard isCapitalized(token), flags(token).contains(.spaceBefore), !opensSentence(token),
      flags(token - 1).contains(.word), !isCapitalized(token - 1),
      let lexicon = knowledge.lexicon, !knowledge.givenNames.contains(table.folded[token]),
      isOfWholeNation(term(hit))
    else { return false }
    let analyses = lexicon.analyses(exact: table.exact[token - 1])
    // «nos petits Belges»: a word before a noun.
    return analyses.allSatisfy {
      $0.pos == .noun || $0.pos == .verb
        || $0.pos == .adjective && !$0.morphology.contains(.prenominal)
    }
      && analyses.contains { $0.pos == .noun && $0.morphology.agrees(with: hit.morphology) }
  }

  /// "French" and "Soviet", but not "Breton", which is a surname too.
  private func isOfWholeNation(_ term: MatchedTerm) -> Bool {
    term.link.isEmpty && (term.target.startsWithCapital ?? false)
      || knowledge.demonyms.adjective(term.link) == term.attributive ?? term.target
  }

  /// The ISO code of the country whose adjective stands right before `token`: «le nageur croate Duje Draganja».
  func country(before token: Int) -> String? {
    firstHit(of: .nationality, at: token - 1, where: { hit, _ in hit.tokens.count == 1 })
      .flatMap { term($0).country }
  }

  /// ISO codes of the countries that the words around a name speak of, the nearest last: «épicier à Alep».
  func countries(around tokens: Range<Int>) -> [String] {
    var codes: [(distance: Int, code: String)] = []
    for token in max(0, tokens.lowerBound - 12)..<min(table.count, tokens.upperBound + 24)
    where !tokens.contains(token) && !kinds(at: token).isDisjoint(with: .national) {
      for hit in hits(at: token) {
        guard KindSet.national.contains(KindSet(hit.kind)), let code = term(hit).country else {
          continue
        }
        let distance =
          token < tokens.lowerBound ? tokens.lowerBound - token : token - tokens.upperBound
        codes.append((distance, code))
      }
    }
    return codes.sorted { $0.distance > $1.distance }.map(\.code)
  }
}
