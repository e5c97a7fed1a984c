package import Bitext
internal import French

/// The rows of `Data/title-words.tsv`: modifiers of offices, particles of names, prefixes of nationalities.
///
/// One object, which the readers of the grammar share.
package final class TitleWords: Sendable {
  enum Class: UInt8, Sendable {
    case prefix, suffix, rank, ending, party, qualifier, lead, front, minister, see, seat, compound,
      noble, envoy, company, posted, peer, topic, target, field, particle, heads, own, body, at,
      kin, relation, named, lettered, site, sites, area, areas, person, dignity, tongue, siteLead,
      siteKind, bare, recurring, hosted, proper, bodyHead, bodyRank, bodyTrait, bodyField,
      bodyPeople, bodyLink, deed, deeds, department, secretary, prize, learned, siteHead, nameHead,
      personal, dual, located, behind

    /// By the names that the file gives them.
    static let byName: [String: Class] = [
      "prefix": .prefix, "suffix": .suffix, "rank": .rank, "ending": .ending, "party": .party,
      "qualifier": .qualifier, "lead": .lead, "front": .front, "minister": .minister, "see": .see,
      "seat": .seat, "compound": .compound, "noble": .noble, "envoy": .envoy, "company": .company,
      "posted": .posted, "peer": .peer, "topic": .topic, "target": .target, "field": .field,
      "particle": .particle, "heads": .heads, "own": .own, "body": .body, "at": .at, "kin": .kin,
      "relation": .relation, "named": .named, "lettered": .lettered, "site": .site,
      "sites": .sites, "area": .area, "areas": .areas, "person": .person, "dignity": .dignity,
      "tongue": .tongue, "site-lead": .siteLead, "site-kind": .siteKind,
      "bare": .bare, "recurring": .recurring, "hosted": .hosted, "proper": .proper,
      "body-head": .bodyHead, "body-rank": .bodyRank, "body-trait": .bodyTrait,
      "body-field": .bodyField, "body-people": .bodyPeople, "body-link": .bodyLink,
      "deed": .deed, "deeds": .deeds, "department": .department, "secretary": .secretary,
      "prize": .prize, "learned": .learned, "site-head": .siteHead, "name-head": .nameHead,
      "personal": .personal, "dual": .dual, "located": .located,
      "behind": .behind,
    ]
  }

  /// Classes, as bits.
  struct ClassSet: OptionSet, Sendable {
    var rawValue: UInt64

    @inline(__always)
    init(rawValue: UInt64) { self.rawValue = rawValue }

    @inline(__always)
    init(_ kind: Class) { rawValue = 1 << UInt64(kind.rawValue) }

    static let places: ClassSet = [.init(.site), .init(.sites), .init(.area), .init(.areas)]
    static let bodies: ClassSet = [.init(.heads), .init(.own)]
    static let deeds: ClassSet = [.init(.deed), .init(.deeds)]
    static let named: ClassSet = [.init(.named), .init(.lettered)]
    /// What can stand first in a match.
    static let openers: ClassSet = [
      places, bodies, deeds, named, .init(.prefix), .init(.kin), .init(.compound),
    ]
  }

  /// A French phrase, by its place among the exact token hashes, and its English.
  private struct Entry: Sendable {
    var kind: Class
    var hashes: Range<Int>
    var english: String
  }

  /// The phrases that start with one word: longer ones first.
  private struct Group: Sendable {
    var entries: Range<Int>
    var classes: ClassSet
  }

  private let groups: FormMap<Group>
  /// The exact hashes of the words that start a phrase of `ClassSet.openers`.
  private let openers: FormSet
  private let entries: [Entry]
  private let hashes: [UInt64]
  /// English heads whose name takes a place: "king".
  let nobles: EnglishWords
  /// English words before a title that stay in lower case: "former".
  private let qualifiers: EnglishWords
  /// English heads that take their portfolio before them: "minister".
  private let fronts: EnglishWords
  /// English heads that have portfolios, in lower case too: "minister", "secretary".
  private let ministers: EnglishWords
  /// English church titles whose see follows them: "archbishop".
  let sees: EnglishWords
  /// English words that stand before the portfolio: "deputy".
  private let leads: EnglishWords
  /// English heads that are sent to a place: "ambassador".
  let envoys: EnglishWords
  /// English heads elected in a place they stand for: "lawmaker from Rhone".
  let seats: EnglishWords

  /// "CEO" of "director general": what a head is in a company.
  let companyHeads: [String: String]
  /// "Justice Department" of "Justice": how the ministries of the United States are called.
  let departments: [String: String]
  /// "Treasury secretary" of "Finance": how ministers of the United States are called.
  let secretaries: [String: String]
  /// Noble English heads with a capital before their land: "countess".
  let peers: EnglishWords
  /// English heads that a name follows rather than a place: "judge".
  private let personals: EnglishWords
  /// "French" of "Franco": how a compound nationality of a person starts.
  let duals: [String: String]
  /// English kinds of places that lie in a country: "city".
  let located: EnglishWords
  /// English adjectives that name a language too: "English".
  let tongues: EnglishWords
  /// English heads posted in a city: "consul general".
  let posts: EnglishWords
  /// English heads with a topic after "on", in lower case too: "special rapporteur".
  private let topics: EnglishWords
  /// English words of portfolios that never lose their capital: "Europe minister".
  let proper: EnglishWords
  /// English kinds of areas whose name takes no article: "Orange County".
  let bareAreas: EnglishWords
  /// English events that come again, or the last words of their names: "World Cup".
  private let recurring: EnglishWords
  /// Events that a city is host of, and what they are called after its name: "London Olympics".
  let hosted: [String: String]
  /// English heads that end as one of `fronts` does and yet say "for": "prime minister".
  private let behind: [String]
  /// English bodies whose field is a science: "Society of".
  private let learned: EnglishWords
  /// English prizes, or the last words of their names, that stand for their winners: "Goncourt Prize".
  private let prizes: EnglishWords
  /// English honorifics that stay between a title and a name: "Sheikh".
  let dignities: EnglishWords

  /// The preposition between an English head and the person it serves: "to" of "adviser".
  private let links: [String: String]

  /// Reads the rows. Throws `DataError`.
  package init(_ data: MappedBytes) throws {
    let tokenizer = Tokenizer()
    var heads: [Class: EnglishWords] = [:]
    var links: [String: String] = [:]
    var companyHeads: [String: String] = [:]
    var hosted: [String: String] = [:]
    var departments: [String: String] = [:]
    var secretaries: [String: String] = [:]
    var duals: [String: String] = [:]
    var behind: [String] = []
    var found = FormMap<[Entry]>()
    var hashes: [UInt64] = []
    var rows = DataRows(data, file: "title-words.tsv", columns: 3)
    var tokens = TokenTable()
    // Rows come class by class.
    var name = ""
    var last: Class?
    while try rows.advance() {
      if last == nil || !rows[0].elementsEqual(name.utf8) {
        name = rows.text(0)
        last = Class.byName[name]
      }
      guard let kind = last else { throw rows.invalid(0) }
      let english = rows.text(2)
      if kind == .behind { behind.append(english) }
      if rows[1].isEmpty {
        heads[kind, default: EnglishWords()].insert(english)
        continue
      }
      if kind == .person { links[english] = rows.text(1) }
      if kind == .secretary { secretaries[rows.text(1)] = english }
      if kind == .dual { duals[rows.text(1)] = english }
      if kind == .department { departments[rows.text(1)] = english }
      if kind == .company { companyHeads[english] = rows.text(1) }
      if kind == .hosted { hosted[english] = rows.text(1) }
      for form in rows[1].split(separator: UInt8(ascii: "|")) {
        tokenizer.tokenize(Array(form), into: &tokens)
        guard let first = tokens.exact.first else { continue }
        let place = hashes.count..<hashes.count + tokens.count
        found[first, default: []].append(Entry(kind: kind, hashes: place, english: english))
        hashes += tokens.exact
      }
    }
    var entries: [Entry] = []
    groups = found.mapValues { list in
      let start = entries.count
      entries += list.sorted { $0.hashes.count > $1.hashes.count }
      let classes = list.reduce(into: ClassSet()) { $0.insert(ClassSet($1.kind)) }
      return Group(entries: start..<entries.count, classes: classes)
    }
    self.entries = entries
    self.hashes = hashes
    openers = FormSet(
      entries.filter { !ClassSet.openers.isDisjoint(with: ClassSet($0.kind)) }
        .map { hashes[$0.hashes.lowerBound] })
    self.links = links
    self.companyHeads = companyHeads
    self.hosted = hosted
    self.departments = departments
    self.secretaries = secretaries
    self.duals = duals
    nobles = heads[.noble] ?? EnglishWords()
    qualifiers = heads[.qualifier] ?? EnglishWords()
    fronts = heads[.front] ?? EnglishWords()
    ministers = heads[.minister] ?? EnglishWords()
    sees = heads[.see] ?? EnglishWords()
    leads = heads[.lead] ?? EnglishWords()
    envoys = heads[.envoy] ?? EnglishWords()
    seats = heads[.seat] ?? EnglishWords()
    peers = heads[.peer] ?? EnglishWords()
    tongues = heads[.tongue] ?? EnglishWords()
    personals = heads[.personal] ?? EnglishWords()
    located = heads[.located] ?? EnglishWords()
    posts = heads[.posted] ?? EnglishWords()
    topics = heads[.topic] ?? EnglishWords()
    dignities = heads[.dignity] ?? EnglishWords()
    proper = heads[.proper] ?? EnglishWords()
    bareAreas = heads[.bare] ?? EnglishWords()
    recurring = heads[.recurring] ?? EnglishWords()
    prizes = heads[.prize] ?? EnglishWords()
    self.behind = behind
    learned = heads[.learned] ?? EnglishWords()
  }

  /// Whether a word of this exact hash starts a phrase of `ClassSet.openers`.
  func opens(_ exact: UInt64) -> Bool { openers.contains(exact) }

  /// The classes of the phrases whose first word is token `index`.
  func classes(at index: Int, in table: TokenTable) -> ClassSet {
    table.indices.contains(index) ? groups[table.exact[index]]?.classes ?? [] : []
  }

  /// The longest phrase of `kind` that starts at token `index`: its length in tokens and its English.
  func match(_ kind: Class, at index: Int, in table: TokenTable) -> (count: Int, english: String)? {
    guard table.indices.contains(index), let group = groups[table.exact[index]],
      group.classes.contains(ClassSet(kind))
    else { return nil }
    for place in group.entries where entries[place].kind == kind {
      let phrase = entries[place].hashes
      guard index + phrase.count <= table.count else { continue }
      let isSame = phrase.indices.allSatisfy {
        hashes[$0] == table.exact[index + $0 - phrase.lowerBound]
      }
      if isSame { return (phrase.count, entries[place].english) }
    }
    return nil
  }

  /// Whether `office` takes its portfolio before it: "Foreign Minister", but "Secretary of State for Health".
  func takesPortfolioInFront(_ office: String) -> Bool {
    office.place(of: " of ") == nil && fronts.contains(office.lastWord)
      && !behind.contains { office.hasSuffix($0) }
  }

  /// The office has portfolios: "minister", "deputy prime minister", "secretary of state".
  func isMinister(_ office: String) -> Bool {
    let head = office.place(of: " of ").map { office[..<$0.lowerBound] } ?? office[...]
    return ministers.contains(String(head).lastWord)
  }

  /// "to" of "adviser to Paul", "for" of "spokesperson for the UN", else "of".
  func link(toOwnerAfter office: String) -> String {
    links[String(office.lastWord)] ?? "of"
  }

  /// The office has a topic after "on": "UN special rapporteur".
  func hasTopic(_ office: String) -> Bool {
    topics.contains(office.lastWord)
  }

  /// Elected in a place it stands for: "senator", "Democratic representative".
  func isSeat(_ office: String) -> Bool {
    seats.contains(office) || seats.contains(office.lastWord)
  }

  /// A name follows the office rather than a place: "investigating judge".
  func isPersonal(_ office: String) -> Bool {
    personals.contains(office.lastWord)
  }

  /// The event comes again, so that a year tells which one it is: "World Cup", "Cannes Film Festival".
  func recurs(_ event: String) -> Bool {
    recurring.contains(event) || recurring.contains(Self.head(of: event))
  }

  /// The event is a prize that stands for its winner before a name.
  func isPrize(_ event: String) -> Bool {
    prizes.contains(Self.head(of: event))
  }

  /// "Prize" of "Nobel Prize in literature", "Cup" of "World Cup".
  private static func head(of event: String) -> String {
    let name = event.place(of: " in ").map { String(event[..<$0.lowerBound]) } ?? event
    return String(name.lastWord)
  }

  /// Only a science is the field of the body: «la Société française de cardiologie», but no company.
  func isLearned(_ body: String) -> Bool { learned.contains(body) }

  func isLead(_ word: Substring) -> Bool { leads.contains(word) }

  func isQualifier(_ word: some StringProtocol) -> Bool { qualifiers.contains(word) }

  func isParticle(_ index: Int, in table: TokenTable) -> Bool {
    classes(at: index, in: table).contains(ClassSet(.particle))
  }
}

/// English words, found by the hash of their letters.
struct EnglishWords: Sendable {
  private var hashes = FormSet()

  mutating func insert(_ word: String) { hashes.insert(FormHash.of(word.utf8)) }

  func contains(_ word: some StringProtocol) -> Bool { hashes.contains(FormHash.of(word.utf8)) }
}
