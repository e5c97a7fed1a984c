package import Bitext
package import Terminology

/// A person as the document has named them.
package struct NamedPerson: Sendable, Hashable {
  /// English full name: "Vladimir Putin".
  package var target: String
  /// English family name: "Putin".
  package var family: String
  /// Tokens of the French family name.
  package var familyTokens: Int
  package var concept: String
  package var morphology: Morphology
  package var glossary: String
  package var status: TermStatus
  package var origin: TermOrigin
  package var rule: String?
}

/// The memory of a document: runs forward only and is bounded.
///
/// It decides what a sentence leaves open: a surname after its full name is the same person, a word nearby
/// satisfies a guard, countries named so far tell how a foreign name is romanised.
package struct Discourse: Sendable, NearbyWords {
  /// No more words, persons or countries than these are kept.
  static let limit = 20_000

  private var words = FormSet()
  private var persons = FormMap<NamedPerson>()
  /// ISO codes of countries named so far, the latest last.
  package private(set) var countries: [String] = []

  package init() {}

  /// Nothing has been said.
  static let empty = Discourse()

  package func mentions(_ folded: UInt64) -> Bool { words.contains(folded) }

  /// Notes the words of a paragraph that guards of `matcher` may ask for, before it is recognised.
  package mutating func note(_ table: TokenTable, for matcher: TermMatcher) {
    guard words.count < Self.limit else { return }
    matcher.forEachAskedWord(of: table) { words.insert($0) }
  }

  mutating func note(_ person: NamedPerson, family: UInt64) {
    guard persons.values.count < Self.limit else { return }
    persons[family, default: person] = person
  }

  func person(family: UInt64) -> NamedPerson? { persons[family] }

  /// Notes a country by its ISO code.
  mutating func note(country code: String) {
    guard countries.count < Self.limit else { return }
    if countries.last == code { return }
    if let place = countries.lastIndex(of: code) { countries.remove(at: place) }
    countries.append(code)
  }
}
