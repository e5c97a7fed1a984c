internal import Bitext
internal import French
internal import Terminology

/// Reads names that no row knows and that stay as they are: "National Hurricane Center", "Desert Island Discs".
///
/// French capitalises the first word of a name only (Le Bon Usage, § 98), so two capitals in a row inside a
/// sentence are a name that is kept whole rather than translated word by word.
struct KeptNameReader {
  let recognition: Recognition

  private var lexicon: Lexicon? { recognition.knowledge.lexicon }
  private var words: TitleWords { recognition.knowledge.words }

  /// English words that stand in lower case inside a name.
  private static let connectors = FormSet(
    ["of", "the", "and", "for", "on", "in", "at"].map { Folding.exactHash($0) })

  /// Words in lower case that join the parts of a French town's name.
  private static let links = FormSet(
    [
      "sur", "sous", "lès", "les", "lez", "le", "la", "l'", "en", "de", "du", "des", "d'", "à",
      "au", "aux", "près", "devant",
    ].map { Folding.exactHash($0) })

  /// The name that starts at `token`, or nil.
  func match(at token: Int) -> TermMatch? {
    let classes = words.classes(at: token, in: recognition.table)
    if classes.contains(.init(.named)), let match = headed(at: token) { return match }
    if classes.contains(.init(.lettered)), let match = lettered(at: token) { return match }
    if hyphenated(token + 1), let match = joined(at: token) { return match }
    if let surname = contracted(at: token) { return surname }
    guard isNameWord(token) else { return nil }
    var end = token + 1
    var index = token
    var isEnglish = false
    if isInitial(token), recognition.isMark(token + 1, ".") { index += 1 }
    while let next = nextWord(after: index, inEnglish: isEnglish) {
      isEnglish = isEnglish || recognition.isWord(index + 1, Self.connectors)
      index = next
      end = next + 1
    }
    // Most capitals have no other one after them.
    guard end > token + 1, !startsOrdinarily(token), !isExonym(token) else { return nil }
    if let person = apposed(in: token..<end) {
      // «l’AFP Jean Jouzel», «la Bundesliga Danijel Pranjic»: the name of the person starts its own match.
      end = person
      guard end - token > 1 else { return nil }
    }
    if isCommonNoun(token..<end) { return nil }
    // "Park Byeong-seug": the rest of a hyphenated word.
    while recognition.flags(end).contains(.hyphenBefore), recognition.flags(end).contains(.word) {
      end += 1
    }
    let tokens = token..<end
    return headFirst(tokens) ?? kept(tokens)
  }

  private func kept(_ tokens: Range<Int>) -> TermMatch {
    let target = recognition.string(tokens)
    return TermMatch(
      tokens: tokens, kind: .other, target: target, article: .asSource,
      concept: ConceptID.make(kind: .other, target: target), status: .inferred, origin: .inferred,
      rule: "kept")
  }

  /// «selon Du Bellay»: a surname that opens with its particle.
  private func contracted(at token: Int) -> TermMatch? {
    guard recognition.isContractedParticle(token), !recognition.opensSentence(token),
      !recognition.isOpeningQuote(token - 1), !recognition.hasHits(at: token + 2)
    else { return nil }
    return kept(token..<token + 3)
  }

  /// «la Commission Attali» is "the Attali Commission".
  private func headFirst(_ tokens: Range<Int>) -> TermMatch? {
    guard let head = words.match(.nameHead, at: tokens.lowerBound, in: recognition.table),
      head.count < tokens.count
    else { return nil }
    let name = recognition.string(tokens.lowerBound + head.count..<tokens.upperBound)
    let target = name + " " + head.english
    return TermMatch(
      tokens: tokens, kind: .organization, target: target, article: .the,
      concept: ConceptID.make(kind: .organization, target: target), status: .inferred,
      origin: .inferred, rule: "head-first")
  }

  /// «l’ouragan Rosa» is "Hurricane Rosa".
  private func headed(at token: Int) -> TermMatch? {
    guard let head = words.match(.named, at: token, in: recognition.table) else { return nil }
    let start = token + head.count
    var end = start
    while isNameWord(end), recognition.flags(end).contains(.spaceBefore),
      !recognition.flags(end).contains(.sentenceStart), end - start < 3
    {
      end += 1
    }
    guard end > start else { return nil }
    let target = head.english + " " + recognition.string(start..<end)
    return TermMatch(
      tokens: token..<end, kind: .event, target: target,
      concept: ConceptID.make(kind: .event, target: target), status: .inferred, origin: .inferred,
      rule: "named")
  }

  /// «le groupe G» is "Group G".
  private func lettered(at token: Int) -> TermMatch? {
    guard let head = words.match(.lettered, at: token, in: recognition.table) else { return nil }
    let letter = token + head.count
    guard isNameWord(letter), isInitial(letter), !recognition.isMark(letter + 1, ".") else {
      return nil
    }
    let target = head.english + " " + recognition.string(letter..<letter + 1)
    return TermMatch(
      tokens: token..<letter + 1, kind: .other, target: target,
      concept: ConceptID.make(kind: .other, target: target), origin: .computed, rule: "lettered")
  }

  /// A town whose parts hyphens join around a word in lower case: the Seine of «Ivry-sur-Seine» is no river.
  private func joined(at token: Int) -> TermMatch? {
    guard recognition.isCapitalized(token), !hyphenated(token) else { return nil }
    var end = token + 1
    var isLinked = false
    while continues(at: end) {
      isLinked = isLinked || recognition.isWord(end, Self.links)
      guard recognition.isCapitalized(end) || recognition.isWord(end, Self.links) else {
        return nil
      }
      end += 1
    }
    guard isLinked, recognition.isCapitalized(end - 1) else { return nil }
    let target = recognition.string(token..<end)
    return TermMatch(
      tokens: token..<end, kind: .place, target: target, article: .asSource,
      concept: ConceptID.make(kind: .place, target: target), status: .inferred, origin: .inferred,
      rule: "joined")
  }

  /// The token belongs to the word before it: by a hyphen, or after the elision of «Aire-sur-l’Adour».
  private func continues(at token: Int) -> Bool {
    let flags = recognition.flags(token)
    guard flags.contains(.word) else { return false }
    return flags.contains(.hyphenBefore)
      || recognition.flags(token - 1).contains(.elided) && !flags.contains(.spaceBefore)
  }

  private func isNameWord(_ token: Int) -> Bool {
    recognition.isCapitalized(token) && !recognition.flags(token).contains(.shouted)
      && !recognition.isWord(token, Closed.never)
  }

  /// A place or a body with an English name of its own begins no name that is kept: «d’Allemagne Taschenfedern», «du
  /// Sénat Christopher Dodd».
  private func isExonym(_ token: Int) -> Bool {
    recognition.firstHit(at: token) { hit, term in
      (hit.kind == .place || hit.kind == .organization) && !hit.isFamilyName
        && hit.tokens.count == 1
        && !recognition.flags(hit.tokens.upperBound).contains(.hyphenBefore)
        && term.target != recognition.string(hit.tokens)
    } != nil
  }

  private func isInitial(_ token: Int) -> Bool {
    recognition.table.end[token] - recognition.table.start[token] == 1
  }

  /// A capital at the start of a sentence proves nothing for a word of the lexicon.
  private func startsOrdinarily(_ token: Int) -> Bool {
    let words = recognition.table.exact
    guard recognition.opensSentence(token), let lexicon, lexicon.knows(exact: words[token]),
      !isArticleOfName(token + 1), !(isInitial(token) && recognition.isMark(token + 1, "."))
    else { return false }
    guard words.indices.contains(token + 1), !lexicon.knows(exact: words[token + 1]) else {
      return true
    }
    // "Air Niugini" opens a sentence with a noun before a word that is none.
    let analyses = lexicon.analyses(exact: words[token])
    return !analyses.allSatisfy { $0.pos == .noun || $0.pos == .properNoun }
  }

  /// Where the name of a person starts in a run of capitals whose first words are no part of it: an acronym, a place or a
  /// body that a row has, or an unknown word that has the definite article.
  private func apposed(in tokens: Range<Int>) -> Int? {
    let first = tokens.lowerBound
    guard tokens.count > 2, !recognition.isGivenName(first),
      let person = tokens.dropFirst().dropLast().first(where: {
        recognition.isGivenName($0) && recognition.flags($0).contains(.spaceBefore)
      })
    else { return nil }
    let head = first..<person
    let flags = recognition.flags(first)
    if flags.contains(.allCapitals), head.count == 1 {
      return recognition.table.end[first] - recognition.table.start[first] > 2
        && !recognition.isWord(first, Self.ships) ? person : nil
    }
    let hasRow =
      recognition.firstHit(at: first) { hit, _ in hit.tokens == head && !hit.isFamilyName } != nil
    if hasRow { return person }
    // «la Bundesliga Danijel Pranjic», «l’association Nahlas Rudolf Kalovský»
    let isNamed =
      recognition.isWord(first - 1, Closed.definite)
      || words.classes(at: first - 1, in: recognition.table).contains(.init(.body))
    return isNamed && !head.contains { isFrench($0) } ? person : nil
  }

  /// What names a region with its capital: «le Plan Nord».
  private static let directions = FormSet(
    ["nord", "sud", "est", "ouest"].map { Folding.exactHash($0) })

  /// Before the name of a ship that bears a person’s name.
  private static let ships = FormSet(["uss", "hms"].map { Folding.exactHash($0) })

  // MARK: - Common nouns

  /// A French noun with its adjective, both with capitals: «le Développement Économique», «les Nouvelles Inquiétudes». It
  /// is no name, and the draft translates it.
  func isCommonNoun(_ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    // «Produit [Intérieur Brut]»: the noun of the same phrase stands before.
    let isContinued = recognition.isCapitalized(first - 1) && isKnownNoun(first - 1)
    guard tokens.count > 1, isContinued || opensPhrase(first), !recognition.isGivenName(first),
      !words.classes(at: first, in: recognition.table).contains(.init(.siteHead)),
      tokens.allSatisfy({ isFrench($0) })
    else { return false }
    let start = isContinued ? first - 1 : first
    return (start..<tokens.upperBound - 1).contains { agree($0, $0 + 1) }
  }

  /// What stands before is no noun that the capitals name («le magazine Alternatives Économiques»), but a word of grammar.
  private func opensPhrase(_ token: Int) -> Bool {
    let before = token - 1
    return !recognition.isOpeningQuote(before)
      && (recognition.opensSentence(token) || recognition.isMark(before, "(")
        || recognition.isWord(before, Closed.never) || recognition.isWord(before, Closed.of))
  }

  private func isKnownNoun(_ token: Int) -> Bool {
    lexicon.map { analyses(token, $0).contains { $0.pos == .noun } } ?? false
  }

  /// The lexicon has the word, and no row has it as a name.
  private func isFrench(_ token: Int) -> Bool {
    let flags = recognition.flags(token)
    guard !flags.contains(.allCapitals), !flags.contains(.hyphenBefore),
      !recognition.isWord(token, Self.directions), let lexicon, !analyses(token, lexicon).isEmpty
    else { return false }
    return recognition.firstHit(at: token) { hit, _ in
      !hit.isFamilyName && hit.tokens.count == 1
        && [.place, .person, .organization, .work].contains(hit.kind)
    } == nil
  }

  /// The readings of a word, also of one whose capital has lost its accent: "Etudes".
  private func analyses(_ token: Int, _ lexicon: Lexicon) -> Lexicon.Analyses {
    let exact = lexicon.analyses(exact: recognition.table.exact[token])
    return exact.isEmpty ? lexicon.analyses(folded: recognition.table.folded[token]) : exact
  }

  /// A noun and an adjective of its gender and number, in one order or the other.
  private func agree(_ first: Int, _ second: Int) -> Bool {
    guard let lexicon else { return false }
    let (left, right) = (analyses(first, lexicon), analyses(second, lexicon))
    return left.contains { noun in
      noun.pos == .noun
        && right.contains { $0.pos == .adjective && noun.morphology.agrees(with: $0.morphology) }
    }
      || right.contains { noun in
        noun.pos == .noun
          && left.contains {
            $0.pos == .adjective && $0.morphology.contains(.prenominal)
              && noun.morphology.agrees(with: $0.morphology)
          }
      }
  }

  // MARK: - Words

  /// The next capitalised word, past an initial's full stop, a number or English connectors. In an English name, which
  /// one of those has begun, a place that is written alike belongs to it: "University of Western Ontario".
  private func nextWord(after token: Int, inEnglish: Bool) -> Int? {
    var next = token + 1
    if isInitial(token), recognition.isMark(next, ".") { next += 1 }
    if recognition.isContractedParticle(next) { return next + 2 }
    if isArticleOfName(next) { return next + 1 }
    if isNameLikeGrammar(next) { return next }
    var skipped = 0
    while recognition.isWord(next, Self.connectors) || recognition.flags(next).contains(.number),
      skipped < 2
    {
      next += 1
      skipped += 1
    }
    guard isNameWord(next), recognition.flags(next).contains(.spaceBefore) || hyphenated(next)
    else { return nil }
    if hyphenated(next) { return next }
    // A known term begins its own match.
    let isTerm =
      recognition.firstHit(at: next) { hit, term in
        !hit.isFamilyName && hit.kind != .portfolio && hit.kind != .office
          && (hit.tokens.count > 1 || hit.kind == .place || hit.kind == .nationality)
          && !(inEnglish && hit.kind == .place && term.target == recognition.string(hit.tokens))
      } != nil
    return isTerm && skipped == 0 ? nil : next
  }

  /// «Katell Le Bris»: an article with a capital between two others, where no row starts.
  private func isArticleOfName(_ token: Int) -> Bool {
    recognition.isCapitalized(token) && recognition.isWord(token, Closed.definite)
      && recognition.isCapitalized(token + 1) && !recognition.hasHits(at: token)
      && recognition.flags(token).contains(.spaceBefore)
      && recognition.flags(token).isDisjoint(with: [.sentenceStart, .shouted, .contracted])
      && recognition.flags(token + 1).isDisjoint(with: [.sentenceStart, .shouted])
  }

  /// «Yanbing Ma du Canada»: a word of grammar with a capital, after a word that the lexicon has not and before none that
  /// it could belong to, is a name.
  private func isNameLikeGrammar(_ token: Int) -> Bool {
    guard recognition.isCapitalized(token), recognition.isWord(token, Closed.never),
      !recognition.isWord(token, Closed.connectives),
      recognition.flags(token).contains(.spaceBefore), !isInitial(token),
      recognition.flags(token).isDisjoint(with: [.sentenceStart, .shouted, .allCapitals]),
      !recognition.flags(token + 1).contains(.contracted),
      let lexicon, !lexicon.knows(exact: recognition.table.exact[token - 1])
    else { return false }
    return recognition.isWord(token + 1, Closed.connectives)
      || !recognition.flags(token + 1).contains(.word)
  }

  private func hyphenated(_ token: Int) -> Bool {
    recognition.flags(token).contains(.hyphenBefore)
  }
}
