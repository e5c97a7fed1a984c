internal import Bitext
internal import French

/// Finds what looks like a name or a title where nothing was recognised.
struct CandidateFinder {
  struct Found {
    var tokens: Range<Int>
    var kind: TermKind
    var reason: Coverage.Reason
  }

  let paragraph: CountedParagraph
  let facts: WordFacts
  /// The token after an office that takes a portfolio and has none.
  private var openOffice = -1

  private var table: TokenTable { paragraph.table }
  private static let of = hashes(["de", "d'", "à"])
  private static let definite = hashes(["le", "la", "l'", "les"])
  private static let charged = hashes(["chargé", "chargée", "chargés", "chargées", "délégué"])

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { Folding.exactHash($0) })
  }

  init(paragraph: CountedParagraph, facts: WordFacts) {
    self.paragraph = paragraph
    self.facts = facts
  }

  /// Remembers an office whose portfolio may follow.
  mutating func note(_ match: TermMatch) {
    let parts = match.parts
    let office = parts.first { $0.kind == .office && !$0.concept.isEmpty }
    let title = office?.target ?? (match.kind == .office ? match.target : "")
    guard !title.isEmpty, !parts.contains(where: { $0.kind == .portfolio || $0.kind == .person }),
      facts.takesPortfolio(title)
    else { return }
    openOffice = match.tokens.upperBound
  }

  /// «ministre de la Résilience numérique»: the recogniser takes the unknown field for a body.
  func portfolio(_ part: TermPart, of match: TermMatch) -> Found? {
    guard part.origin == .inferred, part.kind == .organization,
      let office = match.parts.first(where: { $0.kind == .office && !$0.concept.isEmpty }),
      facts.takesPortfolio(office.target)
    else { return nil }
    let end = skipAdjectives(from: part.tokens.upperBound, limit: table.count)
    return Found(tokens: part.tokens.lowerBound..<end, kind: .portfolio, reason: .portfolio)
  }

  /// Capitalised sequences, acronyms and portfolios of `range`, which no match covers.
  mutating func candidates(in range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var index = range.lowerBound
    if openOffice == index, let start = portfolioStart(index, range) {
      let end = sequence(from: start, to: range.upperBound).upperBound
      found.append(Found(tokens: start..<end, kind: .portfolio, reason: .portfolio))
      index = end
    }
    openOffice = -1
    while index < range.upperBound {
      guard isCandidate(index) else {
        index += 1
        continue
      }
      let tokens = sequence(from: index, to: range.upperBound)
      let isAcronym = tokens.count == 1 && table.flags[index].contains(.allCapitals)
      found.append(
        Found(
          tokens: tokens, kind: isAcronym ? .organization : .other,
          reason: isAcronym ? .acronym : .capitalized))
      index = tokens.upperBound
    }
    return found
  }

  /// The capital after «de la», «chargé des», «à la».
  private func portfolioStart(_ start: Int, _ range: Range<Int>) -> Int? {
    var index = start
    func isWord(_ words: Set<UInt64>) -> Bool {
      index < range.upperBound && words.contains(table.exact[index])
    }
    if isWord(Self.charged) { index += 1 }
    guard isWord(Self.of) else { return nil }
    index += 1
    if isWord(Self.definite) { index += 1 }
    return index < range.upperBound && isCapital(index) ? index : nil
  }

  /// The capitalised words from `start`; of a common noun also its adjectives and what belongs to it:
  /// «Fédération mondiale des Abeilles».
  private func sequence(from start: Int, to limit: Int) -> Range<Int> {
    var end = capitals(from: start, to: limit)
    guard facts.isOrdinary(table.exact[start]), !table.flags[start].contains(.allCapitals) else {
      return start..<end
    }
    end = skipAdjectives(from: end, limit: limit)
    while end + 1 < limit, Self.of.contains(table.exact[end]) {
      var next = end + 1
      if next < limit, Self.definite.contains(table.exact[next]) { next += 1 }
      guard next < limit, isCapital(next) else { break }
      end = skipAdjectives(from: capitals(from: next, to: limit), limit: limit)
    }
    return start..<end
  }

  /// The end of the capitalised words from `start`, with what a hyphen joins to them.
  private func capitals(from start: Int, to limit: Int) -> Int {
    var end = start + 1
    while end < limit,
      isCapital(end) || table.flags[end].contains(.hyphenBefore) && table.flags[end].contains(.word)
    {
      end += 1
    }
    return end
  }

  private func skipAdjectives(from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit, end - start < 2, table.flags[end].contains(.word),
      table.flags[end].isDisjoint(with: [.capitalized, .elided, .contracted, .hyphenBefore]),
      facts.isAdjective(table.exact[end])
    {
      end += 1
    }
    return end
  }

  private func isCapital(_ index: Int) -> Bool {
    let flags = table.flags[index]
    return flags.contains(.word) && flags.contains(.capitalized)
      && flags.isDisjoint(with: [.elided, .shouted, .opaque])
  }

  /// A capital proves a name unless it opens a sentence with an ordinary word.
  private func isCandidate(_ index: Int) -> Bool {
    guard isCapital(index) else { return false }
    let opens =
      index == 0 || table.flags[index].contains(.sentenceStart)
      || table.flags[index - 1].contains(.punctuation)
    return !opens || !facts.isOrdinary(table.exact[index])
  }
}
