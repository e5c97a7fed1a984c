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

  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable public static var masculine: Morphology { Morphology(rawValue: 1 << 0) }
  @inlinable public static var feminine: Morphology { Morphology(rawValue: 1 << 1) }
  @inlinable public static var singular: Morphology { Morphology(rawValue: 1 << 2) }
  @inlinable public static var plural: Morphology { Morphology(rawValue: 1 << 3) }
  @inlinable public static var first: Morphology { Morphology(rawValue: 1 << 4) }
  @inlinable public static var second: Morphology { Morphology(rawValue: 1 << 5) }
  @inlinable public static var third: Morphology { Morphology(rawValue: 1 << 6) }
  @inlinable public static var indicative: Morphology { Morphology(rawValue: 1 << 7) }
  @inlinable public static var subjunctive: Morphology { Morphology(rawValue: 1 << 8) }
  @inlinable public static var imperative: Morphology { Morphology(rawValue: 1 << 9) }
  @inlinable public static var conditional: Morphology { Morphology(rawValue: 1 << 10) }
  @inlinable public static var infinitive: Morphology { Morphology(rawValue: 1 << 11) }
  @inlinable public static var participle: Morphology { Morphology(rawValue: 1 << 12) }
  @inlinable public static var present: Morphology { Morphology(rawValue: 1 << 13) }
  @inlinable public static var imperfect: Morphology { Morphology(rawValue: 1 << 14) }
  @inlinable public static var past: Morphology { Morphology(rawValue: 1 << 15) }
  @inlinable public static var future: Morphology { Morphology(rawValue: 1 << 16) }
  @inlinable public static var reflexive: Morphology { Morphology(rawValue: 1 << 17) }
  /// The noun names people, so that English says "he" or "she" and "who".
  @inlinable public static var human: Morphology { Morphology(rawValue: 1 << 18) }
  /// The noun names a unit or a stretch of time.
  @inlinable public static var time: Morphology { Morphology(rawValue: 1 << 19) }
  /// The adjective normally stands before its noun.
  @inlinable public static var prenominal: Morphology { Morphology(rawValue: 1 << 20) }
  @inlinable public static var negative: Morphology { Morphology(rawValue: 1 << 21) }
  @inlinable public static var definite: Morphology { Morphology(rawValue: 1 << 22) }
  @inlinable public static var indefinite: Morphology { Morphology(rawValue: 1 << 23) }
  @inlinable public static var possessive: Morphology { Morphology(rawValue: 1 << 24) }
  @inlinable public static var demonstrative: Morphology { Morphology(rawValue: 1 << 25) }
  @inlinable public static var interrogative: Morphology { Morphology(rawValue: 1 << 26) }
  @inlinable public static var relative: Morphology { Morphology(rawValue: 1 << 27) }
  @inlinable public static var ordinal: Morphology { Morphology(rawValue: 1 << 28) }
  @inlinable public static var guessed: Morphology { Morphology(rawValue: 1 << 29) }

  @inlinable public static var anyGender: Morphology { [.masculine, .feminine] }
  @inlinable public static var anyNumber: Morphology { [.singular, .plural] }
}
