internal import Bitext
internal import French
internal import Terminology

/// A paragraph under recognition: its tokens, its text and the glossary hits by start.
struct Recognition {
  let text: [UInt8]
  let table: TokenTable
  let matcher: TermMatcher
  let variety: EnglishVariety
  /// Names keep the diacritics they are written with.
  let keepsDiacritics: Bool
  private let hits: [TermHit]
  private let firstHit: [Int32]

  init(
    text: [UInt8], table: TokenTable, matcher: TermMatcher, hits: [TermHit],
    variety: EnglishVariety,
    keepsDiacritics: Bool
  ) {
    self.text = text
    self.table = table
    self.matcher = matcher
    self.hits = hits
    self.variety = variety
    self.keepsDiacritics = keepsDiacritics
    var first = [Int32](repeating: 0, count: table.count + 1)
    for hit in hits { first[hit.tokens.lowerBound + 1] += 1 }
    for index in 1..<max(1, first.count) { first[index] += first[index - 1] }
    firstHit = first
  }

  /// The hits that start at `token`, longest first.
  func hits(at token: Int) -> ArraySlice<TermHit> {
    guard table.indices.contains(token) else { return [] }
    return hits[Int(firstHit[token])..<Int(firstHit[token + 1])]
  }

  func term(_ hit: TermHit) -> MatchedTerm {
    MatchedTerm(glossary: matcher.glossaries[hit.glossary], index: hit.term)
  }

  func firstHit(at token: Int, where accepts: (TermHit, MatchedTerm) -> Bool) -> TermHit? {
    hits(at: token).first { accepts($0, term($0)) }
  }

  func string(_ tokens: Range<Int>) -> String {
    let bounds = table.bounds(tokens)
    guard bounds.range.upperBound <= text.count else { return "" }
    return String(decoding: text[bounds.range], as: UTF8.self)
  }

  func flags(_ token: Int) -> TokenFlags {
    table.indices.contains(token) ? table.flags[token] : []
  }

  /// The token is this one byte of punctuation.
  func isMark(_ token: Int, _ mark: Character) -> Bool {
    guard table.indices.contains(token), table.flags[token].contains(.punctuation) else {
      return false
    }
    return string(token..<token + 1) == String(mark)
  }

  func isCapitalized(_ token: Int) -> Bool {
    let flags = flags(token)
    return flags.contains(.word) && flags.contains(.capitalized) && !flags.contains(.elided)
  }

  /// The exact hash is that of one of the words.
  func isWord(_ token: Int, _ words: Set<UInt64>) -> Bool {
    table.indices.contains(token) && words.contains(table.exact[token])
  }

  /// The token is no "de", "et" or the like in the middle of a sentence: it opens one.
  func opensSentence(_ token: Int) -> Bool {
    guard token > 0 else { return true }
    if flags(token).contains(.sentenceStart) { return true }
    return flags(token - 1).contains(.punctuation) && !isMark(token - 1, ",")
      && !isMark(token - 1, "(") && !isMark(token - 1, "'") && !isMark(token - 1, ";")
  }

  /// The English of a term in this variety.
  func target(_ term: MatchedTerm) -> String {
    if variety == .gb, let british = term.british { return british }
    return term.target
  }
}

/// Closed word classes of the title grammar, as exact hashes.
enum Closed {
  static let definite = hashes(["le", "la", "l'", "les"])
  static let of = hashes(["de", "d'"])
  static let and = hashes(["et"])
  static let to = hashes(["à"])
  static let determiners = hashes([
    "le", "la", "l'", "les", "un", "une", "des", "ce", "cet", "cette", "ces", "mon", "ma", "mes",
    "son", "sa", "ses", "notre", "nos", "votre", "vos", "leur", "leurs", "deux", "trois", "quatre",
    "plusieurs", "certains", "chaque", "tout", "tous", "quelques", "aucun",
  ])

  /// Words that begin no personal name, capital or not.
  static let never = determiners.union(
    hashes([
      "à", "en", "de", "par", "sur", "pour", "dans", "et", "ou", "mais", "si", "il", "elle", "ils",
      "elles", "on", "ce", "qui", "que", "avec", "sans", "chez", "vers", "selon", "après", "avant",
      "depuis", "entre", "contre", "ni", "or", "donc", "car", "ne", "y", "où", "dont", "je", "tu",
      "nous", "vous", "se", "même", "comme", "quand", "lorsque", "puis", "ainsi", "hier", "pas",
    ]))

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { Folding.exactHash($0) })
  }
}
