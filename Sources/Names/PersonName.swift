internal import Bitext
internal import French
internal import Terminology

/// A personal name found in the text, with its English.
///
/// Under 128 bytes, for the reason that `TermMatch` is.
struct PersonName {
  private var place: TokenRange
  var morphology: Morphology = [.human, .singular]
  var status: TermStatus = .preferred
  var origin: TermOrigin = .curated
  var isFullName = true
  /// A part of the name serves alone, later in the document.
  var hasFamilyName = true
  /// Something besides capitals says that this is a person: a row, a known given name, a romanised form.
  var hasEvidence = true
  /// English puts the definite article before the name: "the Virgin Mary".
  var takesThe = false
  var target: String
  /// English family name, where one is known.
  var family: String = ""
  /// Folded hash of the last token, by which the document remembers the person.
  var familyHash: UInt64 = 0
  /// The row of the full name, which knows the French family name.
  var row: MatchedTerm?
  var concept: String = ""
  var glossary: String = ""
  var rule: String?

  var tokens: Range<Int> {
    get { place.range }
    set { place = TokenRange(newValue) }
  }

  init(tokens: Range<Int>, target: String) {
    place = TokenRange(tokens)
    self.target = target
  }
}

/// Reads personal names: rows, names the document knows, and names never seen.
///
/// "Vladimir Poutine" by its row; "Poutine" by its family name; "Jean-Luc Moreau" by its given name; after a title
/// ("le ministre …") any capitalised sequence.
struct PersonNameReader {
  let recognition: Recognition

  var words: TitleWords { recognition.knowledge.words }
  var givenNames: GivenNames { recognition.knowledge.givenNames }
  var romanizer: Romanizer? { recognition.knowledge.romanizer }
  var spellings: [String: String] { recognition.knowledge.spellings }

  private static let saints = FormSet(["saint", "sainte"].map { Folding.exactHash($0) })

  /// The name that starts at `token`. `afterTitle` accepts any capitalised sequence.
  func name(at token: Int, discourse: Discourse, afterTitle: Bool = false, noble: Bool = false)
    -> PersonName?
  {
    let opensByParticle = afterTitle && words.isParticle(token, in: recognition.table)
    guard
      recognition.isCapitalized(token) || opensByParticle || recognition.hasHits(at: token)
    else { return nil }
    let row = curated(at: token, discourse: discourse)
    let sequence = capitalSequence(from: token, noble: noble, afterTitle: afterTitle)
    let isLonger = sequence.upperBound > (row?.tokens.upperBound ?? token)
    let continues = isLonger && recognition.isCapitalized(row?.tokens.upperBound ?? token)
    if let row, !isLonger || (row.tokens.count > 1 && !continues) {
      return row
    }
    if let row, sequence.count > row.tokens.count, !isLikelyPerson(sequence) {
      return row
    }
    if sequence.count == 1 || sequence.isEmpty || recognition.isWord(token, Closed.never) {
      if let known = familyName(at: token, discourse: discourse),
        afterTitle || !isOrdinary(known, discourse)
      {
        return known
      }
    }
    guard !sequence.isEmpty, recognition.isCapitalized(token) || opensByParticle else { return row }
    // "la Russe Olga Ivanova": the name starts after the nationality.
    if !afterTitle, row == nil, sequence.count > 1, !isLikelyPerson(sequence),
      recognition.firstHit(of: .nationality, at: token) != nil
    {
      return nil
    }
    return assembled(sequence, discourse: discourse, afterTitle: afterTitle)
  }

  // MARK: - Rows

  /// The longest person row that starts at `token`.
  ///
  /// A row of one word gives way to a person of that surname whom the document has named: "Moïse" after "Jovenel
  /// Moïse" is no prophet.
  private func curated(at token: Int, discourse: Discourse) -> PersonName? {
    // «Saint-Étienne» with its hyphen is a city, «saint Étienne» St. Stephen.
    let isPlace =
      recognition.isWord(token, Self.saints)
      && recognition.flags(token + 1).contains(.hyphenBefore)
    guard
      let hit = recognition.firstHit(
        of: .person, at: token,
        where: { hit, term in
          !hit.isFamilyName && (!isPlace || term.source.utf8.contains(UInt8(ascii: "-")))
        })
    else { return nil }
    let term = recognition.term(hit)
    let last = hit.tokens.upperBound - 1
    if hit.tokens.count == 1, let known = discourse.person(family: recognition.table.folded[last]),
      !term.hasConcept(known.concept)
    {
      return nil
    }
    let family = term.targetFamily
    var person = PersonName(tokens: hit.tokens, target: recognition.target(term))
    person.family = family.isEmpty ? person.target : family
    person.hasFamilyName = !family.isEmpty
    person.familyHash = recognition.table.folded[last]
    person.row = term
    fill(&person, from: term, hit)
    keepPlainSpelling(&person)
    return person
  }

  /// "Sergio Aguero" written without accents stays so, where the row differs by accents alone.
  private func keepPlainSpelling(_ person: inout PersonName) {
    let bytes = recognition.bytes(person.tokens)
    let isPlain = bytes.allSatisfy { $0 < 0x80 }
    // Accents and capitals apart, two words of ASCII have the same length.
    let mayDiffer =
      !isPlain || bytes.count == person.target.utf8.count
      || person.target.utf8.contains { $0 >= 0x80 }
    guard isPlain || recognition.knowledge.keepsDiacritics, mayDiffer,
      !bytes.elementsEqual(person.target.utf8)
    else { return }
    let written = recognition.string(person.tokens)
    guard Folding.fold(written) == Folding.fold(person.target),
      !recognition.flags(person.tokens.lowerBound).contains(.shouted)
    else { return }
    // The family name is the end of the full one, or its beginning in Chinese and Korean names.
    let length = person.family.count
    let isFirst = person.target.hasPrefix(person.family)
    person.family = String(isFirst ? written.prefix(length) : written.suffix(length))
    person.target = written
  }

  private func fill(_ person: inout PersonName, from term: MatchedTerm, _ hit: TermHit) {
    person.concept = term.concept
    person.glossary = term.glossaryName
    person.morphology = term.morphology.union(
      term.morphology.contains(.plural) ? [.human] : [.human, .singular])
    person.status = term.status
    person.origin = term.origin
    person.takesThe = term.flags.contains(.takesThe)
  }

  /// A family name alone: of a person the document has named, else one whose rows agree.
  func familyName(at token: Int, discourse: Discourse) -> PersonName? {
    let hits = recognition.hits(at: token)
    let isRow = recognition.kinds(at: token).contains(.init(.person))
    let first = isRow ? hits.first(where: \.isFamilyName) : nil
    let longest = first?.tokens ?? token..<token + 1
    let last = longest.upperBound - 1
    if recognition.isCapitalized(last) || recognition.flags(last).contains(.shouted),
      let known = discourse.person(family: recognition.table.folded[last])
    {
      // "Ford" after "Christine Blasey Ford": a part of the family name stays as it is written.
      let isWhole = known.familyTokens == longest.count
      var person = PersonName(
        tokens: longest, target: isWhole ? known.family : recognition.string(longest))
      person.family = known.family
      person.familyHash = recognition.table.folded[last]
      person.concept = known.concept
      person.glossary = known.glossary
      person.morphology = known.morphology
      person.status = known.status
      person.origin = known.origin
      person.rule = known.rule
      person.isFullName = false
      return person
    }
    guard let first else { return nil }
    let term = recognition.term(first)
    let others = hits.filter { $0.isFamilyName && $0.tokens == longest }.map(recognition.term)
    // One spelling for all who bear the name, and another one than the French; or an article that the draft would
    // take for its own: "Le Pen".
    let family = term.targetFamily
    let opensByArticle =
      longest.count > 1 && recognition.isWord(token, Closed.definite)
      && longest.allSatisfy { recognition.isCapitalized($0) }
    let written = recognition.string(longest)
    let isShouted = recognition.flags(token).contains(.shouted)
    guard others.allSatisfy({ $0.hasTargetFamily(family) }),
      isShouted ? family.uppercased() != written : opensByArticle || family != written
    else { return nil }
    var person = PersonName(tokens: longest, target: family)
    person.family = family
    person.familyHash = recognition.table.folded[last]
    fill(&person, from: term, first)
    if !others.allSatisfy({ $0.hasConcept(person.concept) }) { person.concept = "" }
    person.isFullName = false
    return person
  }

  /// Capitals and accents alone make no surname of a word that names no one of the document: «la Place»
  /// is not Placé, «IP» not Ip. Nor is «France» Mendès France, where a row has the place.
  private func isOrdinary(_ person: PersonName, _ discourse: Discourse) -> Bool {
    let written = recognition.string(person.tokens)
    if person.target == written {
      return person.family != written
        && recognition.firstHit(at: person.tokens.lowerBound) { hit, term in
          hit.tokens == person.tokens && !hit.isFamilyName && term.concept == term.link
        } != nil
    }
    guard discourse.person(family: person.familyHash) == nil,
      Folding.fold(person.target) == Folding.fold(written)
    else { return false }
    return written.utf8.count < 4 || person.target.lowercased() != written.lowercased()
  }

  // MARK: - Sequences

  /// The run of capitalised words, initials and particles from `token`.
  private func capitalSequence(from token: Int, noble: Bool, afterTitle: Bool) -> Range<Int> {
    var end = token
    var index = token
    if afterTitle, recognition.isContractedParticle(token) {
      index += 2
    } else if recognition.isWord(token, Closed.never) {
      // "Mme Le Pen", "M. de Villepin": a particle opens a surname after a title only.
      guard afterTitle, words.isParticle(token, in: recognition.table),
        recognition.isCapitalized(token + 1)
      else { return token..<token }
      index += 1
    }
    if recognition.flags(token).contains(.shouted) { return token..<token + 1 }
    while index < recognition.table.count, index - token < 12 {
      let flags = recognition.flags(index)
      if index > token, recognition.isContractedParticle(index) {
        index += 2
        continue
      }
      if index > token, flags.contains(.contracted) || opensPhrase(index) { break }
      if recognition.isCapitalized(index), index == token || !startsOther(index) {
        index += 1
        // An initial takes its full stop.
        if recognition.table.end[index - 1] - recognition.table.start[index - 1] == 1,
          recognition.isMark(index, "."), recognition.isCapitalized(index + 1)
        {
          index += 1
        }
        end = index
      } else if index > token, flags.contains(.hyphenBefore), flags.contains(.word), end == index {
        // "Jong-sup": the rest of a hyphenated word.
        index += 1
        end = index
      } else if index > token, !noble || !Closed.of.contains(recognition.table.exact[index]),
        words.isParticle(index, in: recognition.table),
        let next = afterParticles(index)
      {
        index = next
      } else {
        break
      }
    }
    return token..<end
  }

  /// «Xavier Beauvois Des hommes …»: a capital "De" before a small letter opens something else.
  private func opensPhrase(_ index: Int) -> Bool {
    recognition.isCapitalized(index) && recognition.isWord(index, Closed.connectives)
      && !(index + 1..<index + 3).contains { recognition.isCapitalized($0) }
  }

  /// The capitalised token after the particles from `index`, unless it is a known place or body.
  private func afterParticles(_ index: Int) -> Int? {
    var next = index
    while next < recognition.table.count, next - index < 3,
      words.isParticle(next, in: recognition.table)
    {
      next += 1
    }
    guard recognition.isCapitalized(next) else { return nil }
    let isKnownName = !recognition.kinds(at: next).isDisjoint(with: .others)
    let isFrenchOf = Closed.of.contains(recognition.table.exact[index])
    if isFrenchOf && isKnownName { return nil }
    // «Alan Turner du Musée d’histoire naturelle», «Jan Decky de STV Group», «Adolf Hasse du Ars Lyrica»
    let isContracted = recognition.flags(next - 1).contains(.contracted)
    if isFrenchOf,
      words.classes(at: next, in: recognition.table).contains(.init(.bodyHead))
        || recognition.flags(next).contains(.allCapitals)
          && !recognition.flags(next).contains(.shouted)
        || isContracted && recognition.isCapitalized(next + 1)
    {
      return nil
    }
    return next
  }

  /// A capital that begins something else than a name's next word: a body, a nationality.
  private func startsOther(_ index: Int) -> Bool {
    recognition.firstHit(at: index) { hit, _ in
      (hit.kind == .organization && hit.tokens.count > 1) || hit.kind == .nationality
        || hit.kind == .office && !isSurname(index, hit)
    } != nil && !givenNames.contains(recognition.table.folded[index])
  }

  /// «Marc Boulanger»: an office of one word with a capital right after a given name is a surname.
  private func isSurname(_ index: Int, _ office: TermHit) -> Bool {
    let flags = recognition.flags(index)
    return office.tokens.count == 1 && index > 0 && recognition.isGivenName(index - 1)
      && recognition.isCapitalized(index - 1) && flags.contains(.spaceBefore)
      && flags.isDisjoint(with: [.allCapitals, .shouted, .sentenceStart])
  }

  private func isLikelyPerson(_ tokens: Range<Int>) -> Bool {
    givenNames.contains(recognition.table.folded[tokens.lowerBound])
  }
}
