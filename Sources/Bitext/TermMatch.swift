/// What a term or a name names.
public enum TermKind: String, Sendable, Hashable, CaseIterable {
  case person, office, honorific, place, organization, nationality, language, religion, event, law
  case work, currency, unit, date, time, number, amount, portfolio, other

  /// The place of the kind among all, for tables and sets of bits.
  @inlinable public var place: UInt8 {
    switch self {
    case .person: 0
    case .office: 1
    case .honorific: 2
    case .place: 3
    case .organization: 4
    case .nationality: 5
    case .language: 6
    case .religion: 7
    case .event: 8
    case .law: 9
    case .work: 10
    case .currency: 11
    case .unit: 12
    case .date: 13
    case .time: 14
    case .number: 15
    case .amount: 16
    case .portfolio: 17
    case .other: 18
    }
  }
}

/// How a glossary regards a term (ISO 30042's administrative status), or `inferred` where no row gave it.
public enum TermStatus: String, Sendable, Hashable, CaseIterable {
  case preferred, admitted, deprecated, forbidden, keep, inferred
}

/// Where a rendering comes from: a row, ICU's CLDR, a computation (dates), or an inference (romanisation).
public enum TermOrigin: String, Sendable, Hashable, CaseIterable {
  case curated, cldr, computed, inferred
}

/// How a recognised span behaves in the English sentence.
public enum TermSyntax: UInt8, Sendable, Hashable {
  /// A proper name: "Vladimir Putin", "the Kremlin", "Russian President Vladimir Putin".
  case name
  /// A common noun with its modifiers, whose determiner is translated: "Russian foreign minister", "Danes".
  case noun
  /// An attributive or predicative adjective: "Turkish".
  case adjective
  /// A time expression that works as an adverb, its preposition included: "on April 12".
  case adverbial
  /// A number or an amount.
  case quantity

  /// What the span stands for among the words of its sentence.
  package var partOfSpeech: PartOfSpeech {
    switch self {
    case .name: .properNoun
    case .noun: .noun
    case .adjective: .adjective
    case .adverbial: .adverb
    case .quantity: .numeral
    }
  }
}

/// The article English puts before a recognised span.
public enum EnglishArticle: UInt8, Sendable, Hashable {
  /// None, whatever French has: "France", "Russian President Vladimir Putin".
  case zero
  /// Always "the": "the Kremlin", "the Black Sea".
  case the
  /// The one that translates the French determiner: "a Russian minister", "his Turkish counterpart".
  case asSource
}

/// A part of a title phrase, with its own rendering: office, nationality, portfolio, name.
public struct TermPart: Sendable, Hashable {
  @usableFromInline var place: TokenRange
  public var kind: TermKind
  public var target: String
  public var concept: String
  public var origin: TermOrigin

  @inlinable
  public var tokens: Range<Int> {
    get { place.range }
    set { place = TokenRange(newValue) }
  }

  public init(
    tokens: Range<Int>, kind: TermKind, target: String, concept: String,
    origin: TermOrigin = .curated
  ) {
    place = TokenRange(tokens)
    self.kind = kind
    self.target = target
    self.concept = concept
    self.origin = origin
  }
}

/// Where a term, name, date or amount occurs in a paragraph, and the English that stands for it.
///
/// Readers hand these over by the hundred thousand a megabyte, so they are kept under 128 bytes, which are copied
/// without a call.
public struct TermMatch: Sendable, Hashable {
  @usableFromInline var place: TokenRange
  /// -1 where there is none.
  @usableFromInline var determinerPlace: Int32
  public var kind: TermKind
  public var syntax: TermSyntax
  public var article: EnglishArticle
  /// The English verb and pronoun are plural ("Danes", "the Taliban").
  public var isPlural: Bool
  public var status: TermStatus
  public var origin: TermOrigin
  /// French gender and number of the whole, with `.human` where it names people.
  public var morphology: Morphology
  /// English as it stands inside a sentence, without article: "Russian Foreign Minister Sergei Lavrov".
  public var target: String
  public var concept: String
  public var glossary: String
  /// The rule that gave an inferred or computed form.
  public var rule: String?
  public var parts: [TermPart]
  /// Other renderings that lost, for `inspect names` and for findings.
  public var alternatives: [String]

  /// Tokens covered, determiner excluded.
  @inlinable
  public var tokens: Range<Int> {
    get { place.range }
    set { place = TokenRange(newValue) }
  }

  /// The definite article before `tokens` that belongs to the name; it is drafted by `article`.
  @inlinable
  public var determiner: Int? {
    get { determinerPlace < 0 ? nil : Int(determinerPlace) }
    set { determinerPlace = Int32(truncatingIfNeeded: newValue ?? -1) }
  }

  public init(
    tokens: Range<Int>, determiner: Int? = nil, kind: TermKind, syntax: TermSyntax = .name,
    target: String, article: EnglishArticle = .zero, morphology: Morphology = [],
    isPlural: Bool = false, concept: String = "", glossary: String = "",
    status: TermStatus = .preferred, origin: TermOrigin = .curated, rule: String? = nil,
    parts: [TermPart] = [], alternatives: [String] = []
  ) {
    place = TokenRange(tokens)
    determinerPlace = Int32(truncatingIfNeeded: determiner ?? -1)
    self.kind = kind
    self.syntax = syntax
    self.target = target
    self.article = article
    self.morphology = morphology
    self.isPlural = isPlural
    self.concept = concept
    self.glossary = glossary
    self.status = status
    self.origin = origin
    self.rule = rule
    self.parts = parts
    self.alternatives = alternatives
  }
}
