internal import Bitext

/// The tense and mood of a French verb group, as its finite form and auxiliary show it.
package enum FrenchTense: UInt8, Sendable {
  case present, imperfect, past, future, conditional, imperative, infinitive, gerund, participle
}

/// A stretch of units that the grammar treats as one: a noun phrase, a verb group, a preposition …
package struct Phrase: Sendable {
  package enum Kind: UInt8, Sendable {
    case nounPhrase, verbGroup, preposition, coordinator, subordinator, relative, adverb, adjective
    case punctuation, other
  }

  package struct Marks: OptionSet, Sendable {
    package var rawValue: UInt16
    @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }
    @inlinable package static var negated: Marks { Marks(rawValue: 1 << 0) }
    @inlinable package static var perfect: Marks { Marks(rawValue: 1 << 1) }
    @inlinable package static var passive: Marks { Marks(rawValue: 1 << 2) }
    @inlinable package static var reflexive: Marks { Marks(rawValue: 1 << 3) }
    /// The subject pronoun stands after the verb: "a-t-il".
    @inlinable package static var inverted: Marks { Marks(rawValue: 1 << 4) }
    @inlinable package static var subjunctive: Marks { Marks(rawValue: 1 << 5) }
    /// "en" before a present participle.
    @inlinable package static var gerund: Marks { Marks(rawValue: 1 << 6) }
    /// A past participle without auxiliary.
    @inlinable package static var reduced: Marks { Marks(rawValue: 1 << 7) }
    /// Has an adjective or participle as its head: "les plus jeunes".
    @inlinable package static var nominalized: Marks { Marks(rawValue: 1 << 8) }
    /// "il y a" and its tenses.
    @inlinable package static var existential: Marks { Marks(rawValue: 1 << 9) }
    /// Only a pronoun: "lui", "celui".
    @inlinable package static var pronoun: Marks { Marks(rawValue: 1 << 10) }
  }

  package var kind: Kind
  package var units: Range<Int>
  /// The unit that decides what the phrase is.
  package var head: Int
  package var marks: Marks = []
  package var tense = FrenchTense.present
  /// Of a verb group: the finite verb, infinitive or participle that bears person and tense.
  package var finite: Int
  /// Of a verb group its subject pronoun, of a noun phrase its determiner; -1 if none.
  package var first = -1
  /// Of a verb group the word that negates it, `.ne` if there is no other.
  package var negator = FunctionWord.none

  package init(kind: Kind, units: Range<Int>, head: Int) {
    self.kind = kind
    self.units = units
    self.head = head
    finite = head
  }
}
