internal import Bitext

/// The tags the tagger tells apart: parts of speech with the features that matter for the words around them.
///
/// "les grandes portes" is `definitePlural`, `adjectivePlural`, `nounPlural`. A tag has one letter in
/// `Data/tagger-weights.tsv`, and one bit in a mask of tags.
enum Tag: UInt8, CaseIterable, Sendable {
  case boundary
  case adjective, adjectivePlural
  case noun, nounPlural
  case properNoun
  case definite, definitePlural
  case indefinite, indefinitePlural
  case determiner, determinerPlural
  /// "de" as the first half of the article "des" or "du": the token after it carries the article.
  case articleHalf
  case numeral
  case adposition
  case adverb, negation
  case coordinator, subordinator
  case personal, personalPlural
  case reflexive, demonstrative, relative, interrogative, pronoun
  case auxiliary, auxiliaryPlural, auxiliaryInfinitive, auxiliaryPast, auxiliaryPresent
  case verb, verbPlural, infinitive, past, pastPlural, presentParticiple, imperative
  case interjection, comma, stop, punctuation, symbol, other

  static let count = Tag.allCases.count

  /// One letter a tag, in order.
  static let letters = Array("BaAnNpdDiItThKPvVcqsSrwRQoeEfgGyYzuUkmj,.;$X".utf8)

  @inline(__always) var bit: UInt64 { 1 << UInt64(rawValue) }

  var pos: PartOfSpeech {
    switch self {
    case .boundary, .other: .other
    case .adjective, .adjectivePlural: .adjective
    case .noun, .nounPlural: .noun
    case .properNoun: .properNoun
    case .definite, .definitePlural, .indefinite, .indefinitePlural, .determiner,
      .determinerPlural, .articleHalf:
      .determiner
    case .numeral: .numeral
    case .adposition: .adposition
    case .adverb, .negation: .adverb
    case .coordinator: .coordinator
    case .subordinator: .subordinator
    case .personal, .personalPlural, .reflexive, .demonstrative, .relative, .interrogative,
      .pronoun:
      .pronoun
    case .auxiliary, .auxiliaryPlural, .auxiliaryInfinitive, .auxiliaryPast, .auxiliaryPresent:
      .auxiliary
    case .verb, .verbPlural, .infinitive, .past, .pastPlural, .presentParticiple, .imperative:
      .verb
    case .interjection: .interjection
    case .comma, .stop, .punctuation: .punctuation
    case .symbol: .symbol
    }
  }

  /// Singular or plural, where the tag says which.
  var number: Morphology {
    switch self {
    case .adjective, .noun, .definite, .indefinite, .determiner, .personal, .auxiliary, .verb,
      .past:
      .singular
    case .adjectivePlural, .nounPlural, .definitePlural, .indefinitePlural, .determinerPlural,
      .personalPlural, .auxiliaryPlural, .verbPlural, .pastPlural:
      .plural
    default: []
    }
  }

  /// The tags of an analysis, as a mask: two where its number is open.
  static func mask(_ pos: PartOfSpeech, _ morphology: Morphology) -> UInt64 {
    switch pos {
    case .adjective: pair(.adjective, .adjectivePlural, morphology)
    case .noun: pair(.noun, .nounPlural, morphology)
    case .properNoun: Tag.properNoun.bit
    case .determiner:
      if morphology.contains(.definite) {
        pair(.definite, .definitePlural, morphology)
      } else if morphology.contains(.indefinite) {
        pair(.indefinite, .indefinitePlural, morphology)
      } else {
        pair(.determiner, .determinerPlural, morphology)
      }
    case .numeral: Tag.numeral.bit
    case .adposition: Tag.adposition.bit
    case .adverb: morphology.contains(.negative) ? Tag.negation.bit : Tag.adverb.bit
    case .coordinator: Tag.coordinator.bit
    case .subordinator: Tag.subordinator.bit
    case .pronoun: pronounMask(morphology)
    case .auxiliary: auxiliaryMask(morphology)
    case .verb: verbMask(morphology)
    case .interjection: Tag.interjection.bit
    case .punctuation: Tag.punctuation.bit
    case .symbol: Tag.symbol.bit
    case .particle, .other: Tag.other.bit
    }
  }

  private static func pair(_ singular: Tag, _ plural: Tag, _ morphology: Morphology) -> UInt64 {
    switch (morphology.contains(.singular), morphology.contains(.plural)) {
    case (true, false): singular.bit
    case (false, true): plural.bit
    default: singular.bit | plural.bit
    }
  }

  private static func pronounMask(_ morphology: Morphology) -> UInt64 {
    if morphology.contains(.relative) { return Tag.relative.bit }
    if morphology.contains(.interrogative) { return Tag.interrogative.bit }
    if morphology.contains(.demonstrative) { return Tag.demonstrative.bit }
    if morphology.contains(.reflexive) { return Tag.reflexive.bit }
    if morphology.contains(.indefinite) || morphology.contains(.negative)
      || morphology.contains(.possessive)
    {
      return Tag.pronoun.bit
    }
    let isPersonal = !morphology.isDisjoint(with: [.first, .second, .third])
    guard isPersonal else { return Tag.pronoun.bit }
    return morphology.contains(.plural) && !morphology.contains(.singular)
      ? Tag.personalPlural.bit : Tag.personal.bit
  }

  private static func auxiliaryMask(_ morphology: Morphology) -> UInt64 {
    if morphology.contains(.infinitive) { return Tag.auxiliaryInfinitive.bit }
    if morphology.contains(.participle) {
      return morphology.contains(.past) ? Tag.auxiliaryPast.bit : Tag.auxiliaryPresent.bit
    }
    return pair(.auxiliary, .auxiliaryPlural, morphology)
  }

  private static func verbMask(_ morphology: Morphology) -> UInt64 {
    if morphology.contains(.infinitive) { return Tag.infinitive.bit }
    if morphology.contains(.participle) {
      return morphology.contains(.past)
        ? pair(.past, .pastPlural, morphology) : Tag.presentParticiple.bit
    }
    if morphology.contains(.imperative) { return Tag.imperative.bit }
    return pair(.verb, .verbPlural, morphology)
  }
}
