package import Bitext
internal import French

/// The rows of `Data/title-words.tsv`: modifiers of offices, particles of names, prefixes of nationalities.
package final class TitleWords: @unchecked Sendable {
  // Safe to share: nothing changes after `init`. One object, which the readers of the grammar share.
  enum Class: String, Sendable {
    case prefix, suffix, rank, ending, party, qualifier, lead, front, minister, see, seat, compound,
      noble, envoy, company, posted, peer, topic, target, field, particle, heads, own, body, at,
      kin, relation, named, lettered, site, sites, area, areas, person, dignity, tongue
    case siteLead = "site-lead"
    case siteKind = "site-kind"
  }

  /// A French phrase, as exact token hashes, and its English.
  struct Entry: Sendable {
    var kind: Class
    var hashes: [UInt64]
    var english: String
  }

  private static let opening: Set<Class> = [
    .prefix, .heads, .own, .kin, .named, .lettered, .compound, .site, .sites, .area, .areas,
  ]

  /// Of every class, by the exact hash of the first word; longer ones first.
  private var entries = FormMap<[Entry]>()
  /// Exact hashes of the first words that open a phrase.
  private(set) var openers = FormSet()
  /// English heads whose name takes a place: "king".
  private(set) var nobles: Set<String> = []
  /// English words before a title that stay in lower case: "former".
  private var qualifiers: Set<String> = []
  /// English heads that take their portfolio before them: "minister".
  private var fronts: Set<String> = []
  /// English heads that have portfolios, in lower case too: "minister", "secretary".
  private var ministers: Set<String> = []
  /// English church titles whose see follows them: "archbishop".
  private(set) var sees: Set<String> = []
  /// English words that stand before the portfolio: "deputy".
  private var leads: Set<String> = []
  /// English heads that are sent to a place: "ambassador".
  private(set) var envoys: Set<String> = []
  /// English heads elected in a place they stand for: "lawmaker from Rhone".
  private(set) var seats: Set<String> = []

  /// "CEO" of "director general": what a head is in a company.
  private(set) var companyHeads: [String: String] = [:]
  /// Noble English heads with a capital before their land: "countess".
  private(set) var peers: Set<String> = []
  /// English adjectives that name a language, unlike their nouns: "English".
  private(set) var tongues: Set<String> = []
  /// English heads posted in a city: "consul general".
  private(set) var posts: Set<String> = []
  /// English heads with a topic after "on", in lower case too: "special rapporteur".
  private var topics: Set<String> = []
  /// English honorifics that stay between a title and a name: "Sheikh".
  private(set) var dignities: Set<String> = []

  /// The preposition between an English head and the person it serves: "to" of "adviser".
  private var links: [String: String] = [:]

  /// Reads the rows. Throws `DataError`.
  package init(_ data: MappedBytes) throws {
    let tokenizer = Tokenizer()
    var rows = DataRows(data, file: "title-words.tsv", columns: 3)
    while try rows.advance() {
      guard let kind = Class(rawValue: rows.text(0)) else { throw rows.invalid(0) }
      if kind == .noble { nobles.insert(rows.text(2)) }
      if kind == .front { fronts.insert(rows.text(2)) }
      if kind == .minister { ministers.insert(rows.text(2)) }
      if kind == .see { sees.insert(rows.text(2)) }
      if kind == .lead { leads.insert(rows.text(2)) }
      if kind == .qualifier { qualifiers.insert(rows.text(2)) }
      if kind == .envoy { envoys.insert(rows.text(2)) }
      if kind == .company { companyHeads[rows.text(2)] = rows.text(1) }
      if kind == .peer { peers.insert(rows.text(2)) }
      if kind == .tongue { tongues.insert(rows.text(2)) }
      if kind == .posted { posts.insert(rows.text(2)) }
      if kind == .topic { topics.insert(rows.text(2)) }
      if kind == .dignity { dignities.insert(rows.text(2)) }
      if kind == .seat { seats.insert(rows.text(2)) }
      if kind == .person { links[rows.text(2)] = rows.text(1) }
      for form in rows.text(1).split(separator: "|") {
        let table = tokenizer.tokenize(Array(form.utf8))
        guard let first = table.exact.first else { continue }
        if Self.opening.contains(kind) { openers.insert(first) }
        entries[first, default: []].append(
          Entry(kind: kind, hashes: table.exact, english: rows.text(2)))
      }
    }
    entries = entries.mapValues { $0.sorted { $0.hashes.count > $1.hashes.count } }
  }

  /// The longest phrase of `kind` that starts at token `index`: its length in tokens and its English.
  func match(_ kind: Class, at index: Int, in table: TokenTable) -> (count: Int, english: String)? {
    guard table.indices.contains(index), let list = entries[table.exact[index]] else {
      return nil
    }
    for entry in list where entry.kind == kind && index + entry.hashes.count <= table.count {
      let isSame = entry.hashes.indices.allSatisfy { entry.hashes[$0] == table.exact[index + $0] }
      if isSame { return (entry.hashes.count, entry.english) }
    }
    return nil
  }

  /// Whether `office` takes its portfolio before it: "Foreign Minister", but "Secretary of State for Health".
  func takesPortfolioInFront(_ office: String) -> Bool {
    guard office.place(of: " of ") == nil, let last = office.splitAtSpaces().last else {
      return false
    }
    return fronts.contains(String(last))
  }

  /// The office has portfolios: "minister", "deputy prime minister", "secretary of state".
  func isMinister(_ office: String) -> Bool {
    let head = office.place(of: " of ").map { office[..<$0.lowerBound] } ?? office[...]
    guard let last = String(head).splitAtSpaces().last else { return false }
    return ministers.contains(String(last))
  }

  /// "to" of "adviser to Paul", "for" of "spokesperson for the UN", else "of".
  func link(toOwnerAfter office: String) -> String {
    office.splitAtSpaces().last.flatMap { links[String($0)] } ?? "of"
  }

  /// The office has a topic after "on": "UN special rapporteur".
  func hasTopic(_ office: String) -> Bool {
    office.splitAtSpaces().last.map { topics.contains(String($0)) } ?? false
  }

  func isLead(_ word: String) -> Bool { leads.contains(word) }

  func isQualifier(_ word: String) -> Bool { qualifiers.contains(word) }

  func isParticle(_ index: Int, in table: TokenTable) -> Bool {
    table.indices.contains(index)
      && entries[table.exact[index]]?.contains { $0.kind == .particle } ?? false
  }
}
