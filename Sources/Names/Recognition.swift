internal import Bitext
internal import French
internal import Terminology

/// A paragraph under recognition: its tokens, its text and the glossary hits by start.
/// One object, which the readers of the grammar share.
final class Recognition: Sendable {
  let text: [UInt8]
  let table: TokenTable
  let knowledge: NameKnowledge
  private let hits: [TermHit]
  /// The hits that start at each token and their kinds; one more at the end.
  private let openings: [Opening]

  private struct Opening {
    var firstHit: Int32
    var kinds: KindSet = []
  }

  init(text: [UInt8], table: TokenTable, hits: [TermHit], knowledge: NameKnowledge) {
    self.text = text
    self.table = table
    self.knowledge = knowledge
    self.hits = hits
    openings = [Opening](unsafeUninitializedCapacity: table.count + 1) { openings, count in
      var next = 0
      for token in 0...table.count {
        var opening = Opening(firstHit: Int32(truncatingIfNeeded: next))
        while next < hits.count, hits[next].tokens.lowerBound == token {
          opening.kinds.insert(KindSet(hits[next].kind))
          next += 1
        }
        openings.initializeElement(at: token, to: opening)
      }
      count = table.count + 1
    }
  }

  /// The hits that start at `token`, longest first.
  func hits(at token: Int) -> ArraySlice<TermHit> {
    guard hasHits(at: token) else { return [] }
    return hits[places(at: token)]
  }

  func hasHits(at token: Int) -> Bool { !kinds(at: token).isEmpty }

  /// The kinds of the rows that start at `token`: what no row of a kind opens need not be read.
  func kinds(at token: Int) -> KindSet {
    openings.indices.contains(token) ? openings[token].kinds : []
  }

  /// The places in `hits` of those that start at `token`, which is one of the table.
  @inline(__always)
  private func places(at token: Int) -> Range<Int> {
    Int(openings[token].firstHit)..<Int(openings[token + 1].firstHit)
  }

  func term(_ hit: TermHit) -> MatchedTerm {
    MatchedTerm(glossary: knowledge.matcher.glossaries[hit.glossary], index: hit.term)
  }

  @inline(__always)
  func firstHit(at token: Int, where accepts: (TermHit, MatchedTerm) -> Bool) -> TermHit? {
    guard hasHits(at: token) else { return nil }
    for index in places(at: token) {
      let hit = hits[index]
      if accepts(hit, term(hit)) { return hit }
    }
    return nil
  }

  /// The first hit of `kind` at `token` that `accepts` takes.
  @inline(__always)
  func firstHit(
    of kind: TermKind, at token: Int,
    where accepts: (TermHit, MatchedTerm) -> Bool = { _, _ in true }
  ) -> TermHit? {
    guard kinds(at: token).contains(KindSet(kind)) else { return nil }
    for index in places(at: token) where hits[index].kind == kind {
      let hit = hits[index]
      if accepts(hit, term(hit)) { return hit }
    }
    return nil
  }

  /// «les services secrets français et italiens»: the row ends in a nationality that shares its noun with another, so
  /// that it names one of two bodies.
  func sharesNoun(_ hit: TermHit) -> Bool {
    let (last, end) = (hit.tokens.upperBound - 1, hit.tokens.upperBound)
    guard hit.tokens.count > 1, hit.morphology.contains(.plural),
      isWord(end, Closed.and) || isMark(end, ","), !isCapitalized(last), !isCapitalized(end + 1)
    else { return false }
    let nationality = KindSet(.nationality)
    return kinds(at: last).contains(nationality) && kinds(at: end + 1).contains(nationality)
  }

  func string(_ tokens: Range<Int>) -> String { String(decoding: bytes(tokens), as: UTF8.self) }

  /// What is written from the first of the tokens to the last.
  func bytes(_ tokens: Range<Int>) -> ArraySlice<UInt8> {
    let range = table.bounds(tokens).range
    return range.upperBound <= text.count ? text[range] : []
  }

  /// The bytes of one token of `text`, which is that of this paragraph.
  func word(_ token: Int, of text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let (start, end) = (Int(table.start[token]), Int(table.end[token]))
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }

  func flags(_ token: Int) -> TokenFlags {
    table.indices.contains(token) ? table.flags[token] : []
  }

  /// The token is this one byte of punctuation.
  func isMark(_ token: Int, _ mark: Unicode.Scalar) -> Bool {
    guard table.indices.contains(token), table.flags[token].contains(.punctuation) else {
      return false
    }
    let start = Int(table.start[token])
    return table.end[token] == table.start[token] + 1 && start < text.count
      && UInt32(text[start]) == mark.value
  }

  /// One of « “ ".
  func isOpeningQuote(_ token: Int) -> Bool {
    guard flags(token).contains(.punctuation) else { return false }
    let bytes = text[Int(table.start[token])..<Int(table.end[token])]
    return ["«", "“", "\""].contains { bytes.elementsEqual($0.utf8) }
  }

  func isCapitalized(_ token: Int) -> Bool {
    let flags = flags(token)
    return flags.contains(.word) && flags.contains(.capitalized) && !flags.contains(.elided)
  }

  /// «Joachim Du Bellay», «Marie Des Neiges»: a contraction with a capital, in two tokens, before another capital inside a
  /// sentence is a particle of the name.
  func isContractedParticle(_ token: Int) -> Bool {
    isCapitalized(token) && flags(token + 1).contains(.contracted) && isCapitalized(token + 2)
      && flags(token).isDisjoint(with: [.sentenceStart, .shouted])
  }

  /// «52 ans» after a name and its comma, which English keeps: "Anne Roussel, 52, died".
  func isAge(_ token: Int) -> Bool {
    flags(token).contains(.number) && isWord(token + 1, Closed.years)
  }

  /// A person of the rows, or women alone, bear the word of `token`, which is one of the table, as a given name.
  func isGivenName(_ token: Int) -> Bool { knowledge.givenNames.contains(table.folded[token]) }

  /// The exact hash is that of one of the words.
  func isWord(_ token: Int, _ words: FormSet) -> Bool {
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
    if knowledge.variety == .gb, let british = term.british { return british }
    return term.target
  }
}

/// Kinds of terms, as bits.
struct KindSet: OptionSet, Sendable {
  var rawValue: UInt32

  @inline(__always)
  init(rawValue: UInt32) { self.rawValue = rawValue }

  @inline(__always)
  init(_ kind: TermKind) { rawValue = 1 << UInt32(kind.place) }

  /// What an office may belong to.
  static let owners: KindSet = [.init(.place), .init(.organization), .init(.event), .init(.work)]
  /// What a personal name may start with.
  static let personal: KindSet = [.init(.person), .init(.honorific)]
  /// What tells the country of the names around it.
  static let national: KindSet = [.init(.nationality), .init(.place)]
  /// What a particle of a name does not join.
  static let others: KindSet = [
    .init(.place), .init(.organization), .init(.nationality), .init(.event), .init(.office),
  ]
}

/// Closed word classes of the title grammar, as exact hashes.
enum Closed {
  static let definite = hashes(["le", "la", "l'", "les"])
  static let feminine = hashes(["la", "une", "cette", "sa", "ma", "ta"])
  static let masculine = hashes(["le", "un", "ce", "cet"])
  static let indefinite = hashes(["un", "une"])
  static let of = hashes(["de", "d'"])
  static let and = hashes(["et"])
  static let to = hashes(["à"])
  static let years = hashes(["ans"])
  static let determiners = hashes([
    "le", "la", "l'", "les", "un", "une", "des", "ce", "cet", "cette", "ces", "mon", "ma", "mes",
    "son", "sa", "ses", "notre", "nos", "votre", "vos", "leur", "leurs", "deux", "trois", "quatre",
    "plusieurs", "certains", "chaque", "tout", "tous", "quelques", "aucun",
  ])

  /// Words that are no part of a personal name, unless a capital follows them: "Xavier De Luca".
  static let connectives = hashes([
    "de", "par", "sur", "pour", "dans", "et", "ou", "mais", "qui", "que", "avec", "sans", "chez",
    "vers", "selon", "après", "avant", "depuis", "entre", "contre", "donc", "car", "dont", "comme",
    "quand", "lorsque", "puis", "ainsi", "hier",
  ])

  /// Words that begin no personal name, capital or not.
  static let never = determiners.union(connectives).union(
    hashes([
      "à", "en", "si", "il", "elle", "ils", "elles", "on", "ce", "ni", "or", "ne", "y", "où", "je",
      "tu", "nous", "vous", "se", "même", "pas", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
      "samedi", "dimanche",
    ]))

  private static func hashes(_ words: [String]) -> FormSet {
    FormSet(words.map { Folding.exactHash($0) })
  }
}
