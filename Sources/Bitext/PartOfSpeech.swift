/// The Universal Dependencies parts of speech (universaldependencies.org/u/pos).
public enum PartOfSpeech: UInt8, Sendable, Hashable, CaseIterable {
  case adjective, adposition, adverb, auxiliary, coordinator, determiner, interjection, noun
  case numeral, particle, pronoun, properNoun, punctuation, subordinator, symbol, verb, other

  /// The tag as Universal Dependencies and the data files write it: "NOUN".
  public var tag: String { Self.tags[Int(rawValue)] }

  public init?(tag: String) {
    guard let index = Self.tags.firstIndex(of: tag) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let tags = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
  ]
}

/// Gender, number, person, mood, tense and verb form of a French word, in one word of bits.
public struct Morphology: OptionSet, Sendable, Hashable {
  public var rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let masculine = Morphology(rawValue: 1 << 0)
  public static let feminine = Morphology(rawValue: 1 << 1)
  public static let singular = Morphology(rawValue: 1 << 2)
  public static let plural = Morphology(rawValue: 1 << 3)
  public static let first = Morphology(rawValue: 1 << 4)
  public static let second = Morphology(rawValue: 1 << 5)
  public static let third = Morphology(rawValue: 1 << 6)
  public static let indicative = Morphology(rawValue: 1 << 7)
  public static let subjunctive = Morphology(rawValue: 1 << 8)
  public static let imperative = Morphology(rawValue: 1 << 9)
  public static let conditional = Morphology(rawValue: 1 << 10)
  public static let infinitive = Morphology(rawValue: 1 << 11)
  public static let participle = Morphology(rawValue: 1 << 12)
  public static let present = Morphology(rawValue: 1 << 13)
  public static let imperfect = Morphology(rawValue: 1 << 14)
  public static let past = Morphology(rawValue: 1 << 15)
  public static let future = Morphology(rawValue: 1 << 16)
  public static let reflexive = Morphology(rawValue: 1 << 17)
  /// The noun names people, so that English says "he" or "she" and "who".
  public static let human = Morphology(rawValue: 1 << 18)
  /// The noun names a unit or a stretch of time.
  public static let time = Morphology(rawValue: 1 << 19)
  /// The adjective normally stands before its noun.
  public static let prenominal = Morphology(rawValue: 1 << 20)
  public static let negative = Morphology(rawValue: 1 << 21)
  public static let definite = Morphology(rawValue: 1 << 22)
  public static let indefinite = Morphology(rawValue: 1 << 23)
  public static let possessive = Morphology(rawValue: 1 << 24)
  public static let demonstrative = Morphology(rawValue: 1 << 25)
  public static let interrogative = Morphology(rawValue: 1 << 26)
  public static let relative = Morphology(rawValue: 1 << 27)
  public static let ordinal = Morphology(rawValue: 1 << 28)
  public static let guessed = Morphology(rawValue: 1 << 29)

  public static let anyGender: Morphology = [.masculine, .feminine]
  public static let anyNumber: Morphology = [.singular, .plural]
}
