package import Bitext

/// What a unit does in its phrase.
package enum SyntaxRole: UInt8, Sendable {
  case none, predeterminer, determiner, number, premodifier, head, postmodifier, degree, coordinator
  case subject, negation, clitic, auxiliary, main, adverb, absorbed
  /// "tout" or "rien" before the verb whose object it is.
  case object
}

/// A word, a term or an expression: what phrases are made of.
///
/// "Vladimir Poutine" recognised as a name is one unit, and so is "mettre en garde".
package struct SyntaxUnit: Sendable {
  /// Tokens of the paragraph.
  package var tokens: Range<Int>
  /// Exact hash of the lemma.
  package var lemma: UInt64
  /// Exact hash of the form, elision undone.
  package var form: UInt64
  package var pos: PartOfSpeech
  package var morphology: Morphology
  /// The closed-class word of the form, or of the lemma for a verb.
  package var word: FunctionWord
  /// Index of the sentence's match, or -1.
  package var term: Int32 = -1
  package var syntax = TermSyntax.name
  package var flags: TokenFlags
  package var role = SyntaxRole.none
  /// Part of an expression whose head has its English.
  package var isAbsorbed = false
  /// The first byte of a punctuation mark, or 0.
  package var mark: UInt8 = 0

  package init(
    tokens: Range<Int>, lemma: UInt64, form: UInt64, pos: PartOfSpeech, morphology: Morphology,
    word: FunctionWord, flags: TokenFlags
  ) {
    self.tokens = tokens
    self.lemma = lemma
    self.form = form
    self.pos = pos
    self.morphology = morphology
    self.word = word
    self.flags = flags
  }

  package var isVerb: Bool { pos == .verb || pos == .auxiliary }
  package var isTerm: Bool { term >= 0 }
  package var isPastParticiple: Bool {
    isVerb && morphology.isSuperset(of: [.participle, .past])
  }
  package var isPresentParticiple: Bool {
    isVerb && morphology.isSuperset(of: [.participle, .present])
  }
  package var isInfinitive: Bool { isVerb && morphology.contains(.infinitive) }
  package var isFinite: Bool {
    isVerb && morphology.isDisjoint(with: [.infinitive, .participle])
  }
  /// A noun, a name or a term that stands for one.
  package var isNominal: Bool {
    if isTerm { return syntax == .name || syntax == .noun }
    return pos == .noun || pos == .properNoun
  }
  package var isAdjective: Bool {
    isTerm ? syntax == .adjective : pos == .adjective
  }
  package var isNumber: Bool { isTerm ? syntax == .quantity : pos == .numeral }
}
