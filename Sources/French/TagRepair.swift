internal import Bitext

/// Mends what a decoder with a window of three words cannot see.
enum TagRepair {
  private static let finite = mask([.verb, .verbPlural, .auxiliary, .auxiliaryPlural, .imperative])
  private static let finiteVerb = mask([.verb, .verbPlural])
  private static let participle = mask([.past, .pastPlural])
  private static let auxiliary = mask([
    .auxiliary, .auxiliaryPlural, .auxiliaryInfinitive, .auxiliaryPast, .auxiliaryPresent,
  ])
  private static let clauseStart = mask([
    .subordinator, .relative, .personal, .personalPlural, .infinitive,
  ])
  private static let nominalNoun = mask([.noun, .nounPlural, .adjective, .adjectivePlural])
  private static let nouns = mask([.noun, .nounPlural])
  private static let adjectives = mask([.adjective, .adjectivePlural])
  private static let breaks = mask([.comma, .stop, .punctuation, .coordinator])
  private static let been = Folding.exactHash("été")
  private static let gerundKey = Folding.exactHash("en")
  private static let adverbs = mask([.adverb, .negation])
  private static let articles = mask([.definite, .definitePlural])
  private static let pronouns = mask([.personal, .personalPlural, .pronoun])
  private static let infinitives = mask([.infinitive, .auxiliaryInfinitive])
  private static let datives = ["lui", "leur"].map { Folding.exactHash($0) }
  private static let closed = mask([
    .interrogative, .determiner, .determinerPlural, .pronoun, .relative,
  ])
  private static let have = FormSet(
    [
      "ai", "as", "a", "avons", "avez", "ont", "avais", "avait", "avions", "aviez", "avaient",
      "aura", "auront", "aurait", "auraient", "ait", "aient", "eut", "eurent",
    ].map { Folding.exactHash($0) })
  private static let everything = ["tout", "rien"].map { Folding.exactHash($0) }
  private static let having = ["avoir", "ayant"].map { Folding.exactHash($0) }
  private static let noLonger = Folding.exactHash("plus")
  private static let negations = ["ne", "n'"].map { Folding.exactHash($0) }
  /// Adjectives that open a sentence before its verb: «seul a compté le résultat».
  private static let leaders = ["seul", "seule"].map { Folding.exactHash($0) }
  private static let nominal = mask([.noun, .nounPlural, .properNoun])
  private static let modifier = mask([.adjective, .adjectivePlural, .past, .pastPlural])
  private static let opensObject = mask([
    .definite, .definitePlural, .indefinite, .indefinitePlural, .determiner, .determinerPlural,
    .articleHalf, .subordinator,
  ])

  /// Changes `tags`, one for each of `spans`, to tags that the masks of the spans allow; `isPrenominal` tells
  /// whether a word may be an adjective before its noun.
  static func repair(
    _ tags: inout [UInt8], _ spans: [WordSpan], isPrenominal: (WordSpan) -> Bool
  ) {
    var hasFinite = false
    for index in spans.indices {
      repairName(index, &tags, spans)
      // "elle le leur a promis": no article stands before another pronoun and a verb.
      if index > 0, index + 2 < spans.count, bit(tags[index]) & articles != 0,
        datives.contains(spans[index + 1].key), bit(tags[index + 2]) & (finite | infinitives) != 0,
        spans[index].mask & pronouns != 0, spans[index + 1].mask & pronouns != 0
      {
        for place in index...index + 1 {
          tags[place] = UInt8((spans[place].mask & pronouns).trailingZeroBitCount)
        }
      }
      // "n’a plus gagné": no adjective in the comparative after "ne" and "avoir".
      if index > 2, bit(tags[index]) & adjectives != 0, spans[index].mask & participle != 0,
        spans[index - 1].key == noLonger, have.contains(spans[index - 2].key),
        spans[index - 2].mask & auxiliary != 0, negations.contains(spans[index - 3].key)
      {
        tags[index] = UInt8((spans[index].mask & participle).trailingZeroBitCount)
        tags[index - 2] = UInt8((spans[index - 2].mask & auxiliary).trailingZeroBitCount)
      }
      repairEverything(index, &tags, spans)
      // "douze passagers se trouvaient": what a numeral counts before a verb is a noun.
      if index > 0, index + 1 < spans.count, bit(tags[index]) & adjectives != 0,
        tags[index - 1] == Tag.numeral.rawValue, spans[index].mask & nouns != 0,
        bit(tags[index + 1]) & (finite | Tag.reflexive.bit) != 0
      {
        tags[index] = UInt8((spans[index].mask & nouns).trailingZeroBitCount)
      }
      // "de nouvelles mesures": two nouns in a row, the first of which may be an adjective.
      if let adjective = adjective(for: tags[index]), spans[index].mask & adjective.bit != 0,
        index + 1 < spans.count, tags[index + 1] == tags[index],
        !spans[index + 1].shape.contains(.capitalized), isPrenominal(spans[index])
      {
        tags[index] = adjective.rawValue
      }
      if bit(tags[index]) & finiteVerb != 0, spans[index].mask & participle != 0,
        followsAuxiliary(index, tags)
      {
        tags[index] = UInt8((spans[index].mask & participle).trailingZeroBitCount)
      }
      // "a détruit la forêt et contraint les habitants": the second shares the auxiliary.
      if bit(tags[index]) & finiteVerb != 0, spans[index].mask & participle != 0, index > 2,
        tags[index - 1] == Tag.coordinator.rawValue, joinsPerfect(index - 1, tags)
      {
        tags[index] = UInt8((spans[index].mask & participle).trailingZeroBitCount)
      }
      // "une campagne réussie.": a participle without complements that may be an adjective.
      if index > 0, bit(tags[index]) & participle != 0, spans[index].mask & adjectives != 0,
        bit(tags[index - 1]) & nouns != 0,
        index + 1 == spans.count || bit(tags[index + 1]) & (breaks | finite) != 0
      {
        tags[index] = UInt8((spans[index].mask & adjectives).trailingZeroBitCount)
      }
      // "a donné des ordres et fait des recherches".
      if index > 2, index + 1 < spans.count, bit(tags[index]) & nominalNoun != 0,
        spans[index].mask & participle != 0, tags[index - 1] == Tag.coordinator.rawValue,
        bit(tags[index + 1]) & opensObject != 0, joinsPerfect(index - 1, tags)
      {
        tags[index] = UInt8((spans[index].mask & participle).trailingZeroBitCount)
      }
      // "trouve la situation grave": no second finite verb without a conjunction.
      if index > 1, bit(tags[index]) & finiteVerb != 0, bit(tags[index - 1]) & nominal != 0,
        spans[index].mask & adjectives != 0, followsFinite(index, tags)
      {
        tags[index] = UInt8((spans[index].mask & adjectives).trailingZeroBitCount)
      }
      // "l’ONU s’inquiète": only a verb follows "se".
      if index > 0, tags[index - 1] == Tag.reflexive.rawValue, bit(tags[index]) & adjectives != 0,
        spans[index].mask & finiteVerb != 0
      {
        tags[index] = UInt8((spans[index].mask & finiteVerb).trailingZeroBitCount)
      }
      // "a été réduit": after "été" a form that may be a participle is one.
      if bit(tags[index]) & adjectives != 0, spans[index].mask & participle != 0,
        followsBeen(index, tags, spans)
      {
        tags[index] = UInt8((spans[index].mask & participle).trailingZeroBitCount)
      }
      // "une décision, prise sans vote, …", "la guerre entre dans sa quatrième année".
      if index > 0, index + 1 < spans.count, tags[index + 1] == Tag.adposition.rawValue {
        if tags[index - 1] == Tag.comma.rawValue, bit(tags[index]) & nominalNoun != 0,
          spans[index].mask & participle != 0
        {
          tags[index] = UInt8((spans[index].mask & participle).trailingZeroBitCount)
        } else if tags[index] == Tag.adposition.rawValue, bit(tags[index - 1]) & nominal != 0,
          spans[index].mask & finiteVerb != 0
        {
          tags[index] = UInt8((spans[index].mask & finiteVerb).trailingZeroBitCount)
        }
      }
      // "cela fait des années".
      if index > 0, tags[index - 1] == Tag.demonstrative.rawValue,
        bit(tags[index]) & nominalNoun != 0, spans[index].mask & finiteVerb != 0
      {
        tags[index] = UInt8((spans[index].mask & finiteVerb).trailingZeroBitCount)
      }
      // "en battant Liverpool" is no noun.
      if index > 0, spans[index - 1].key == gerundKey,
        spans[index].mask & Tag.presentParticiple.bit != 0, bit(tags[index]) & nominalNoun != 0
      {
        tags[index] = Tag.presentParticiple.rawValue
      }
      if bit(tags[index]) & finite != 0 { hasFinite = true }
    }
    if !hasFinite { addFinite(&tags, spans) }
  }

  /// «Marie est partie», «Claire a ri»: a capital right before a verb is a name.
  private static func repairName(_ index: Int, _ tags: inout [UInt8], _ spans: [WordSpan]) {
    guard index + 1 < spans.count, spans[index].shape.contains(.capitalized),
      spans[index].mask & Tag.properNoun.bit != 0, spans[index].mask & closed == 0
    else { return }
    let next = bit(tags[index + 1])
    let isVerb = tags[index] == Tag.verb.rawValue && next & finite != 0
    let isAdjective =
      tags[index] == Tag.adjective.rawValue && have.contains(spans[index + 1].key)
      && !leaders.contains(spans[index].key)
      // «le directeur de la Santé Animale a démissionné».
      && (index == 0 || bit(tags[index - 1]) & nominalNoun == 0)
    if isVerb || isAdjective { tags[index] = Tag.properNoun.rawValue }
  }

  /// "ils ont tout fait", "il n’a pas tout dit": between "avoir" and a form that may be a participle "tout" is its object.
  private static func repairEverything(
    _ index: Int, _ tags: inout [UInt8], _ spans: [WordSpan]
  ) {
    guard index > 1, spans[index].mask & participle != 0,
      everything.contains(spans[index - 1].key), spans[index - 1].mask & pronouns != 0
    else { return }
    var have = index - 2
    if have > 0, bit(tags[have]) & adverbs != 0 { have -= 1 }
    guard Self.have.contains(spans[have].key) || having.contains(spans[have].key),
      spans[have].mask & auxiliary != 0
    else { return }
    tags[index] = UInt8((spans[index].mask & participle).trailingZeroBitCount)
    tags[index - 1] = UInt8((spans[index - 1].mask & pronouns).trailingZeroBitCount)
    tags[have] = UInt8((spans[have].mask & auxiliary).trailingZeroBitCount)
  }

  /// The adjective's tag of the number of a noun's tag.
  private static func adjective(for tag: UInt8) -> Tag? {
    switch Tag(rawValue: tag) {
    case .noun: .adjective
    case .nounPlural: .adjectivePlural
    default: nil
    }
  }

  /// "ont été prises": after an auxiliary, adverbs between, a form that may be a participle is one.
  private static func followsAuxiliary(_ index: Int, _ tags: [UInt8]) -> Bool {
    var before = index - 1
    while before >= 0, index - before < 4, bit(tags[before]) & adverbs != 0 { before -= 1 }
    return before >= 0 && bit(tags[before]) & auxiliary != 0
  }

  /// Whether a finite verb stands before `index` with nothing that opens or joins a clause between.
  private static func followsFinite(_ index: Int, _ tags: [UInt8]) -> Bool {
    var before = index - 1
    while before >= 0, index - before < 12 {
      let tag = bit(tags[before])
      if tag & (finiteVerb | auxiliary) != 0 { return true }
      if tag & (clauseStart | breaks) != 0 { return false }
      before -= 1
    }
    return false
  }

  /// "été" before `index`, adverbs between.
  private static func followsBeen(_ index: Int, _ tags: [UInt8], _ spans: [WordSpan]) -> Bool {
    var before = index - 1
    while before >= 0, index - before < 4, bit(tags[before]) & adverbs != 0 { before -= 1 }
    return before > 0 && spans[before].key == been
      && bit(tags[before - 1]) & (auxiliary | adverbs) != 0
  }

  /// Whether the last verb before `index`, in the same clause, is a compound tense.
  private static func joinsPerfect(_ index: Int, _ tags: [UInt8]) -> Bool {
    var before = index - 1
    while before > 0, index - before < 24 {
      let tag = bit(tags[before])
      if tag & participle != 0, followsAuxiliary(before, tags) { return true }
      if tag & (finite | clauseStart) != 0 { return false }
      before -= 1
    }
    return false
  }

  /// "La ministre écrit une lettre": a sentence without a finite verb has one where a noun is followed by a
  /// form that may be, and that by an object.
  private static func addFinite(_ tags: inout [UInt8], _ spans: [WordSpan]) {
    guard spans.count > 2 else { return }
    for index in 1..<spans.count - 1
    where spans[index].mask & finiteVerb != 0
      && (bit(tags[index]) & modifier != 0 && bit(tags[index - 1]) & nominal != 0
        // "le marché immobilier montre des signes".
        || index > 2 && bit(tags[index]) & nouns != 0 && bit(tags[index - 1]) & adjectives != 0
          && bit(tags[index - 2]) & nominal != 0)
      && (bit(tags[index + 1]) & opensObject != 0 || governsInfinitive(index + 1, tags))
    {
      tags[index] = UInt8((spans[index].mask & finiteVerb).trailingZeroBitCount)
      return
    }
  }

  /// "œuvre continue d’inspirer": a preposition and an infinitive.
  private static func governsInfinitive(_ index: Int, _ tags: [UInt8]) -> Bool {
    index + 1 < tags.count && tags[index] == Tag.adposition.rawValue
      && tags[index + 1] == Tag.infinitive.rawValue
  }

  @inline(__always)
  private static func bit(_ tag: UInt8) -> UInt64 { 1 << UInt64(tag) }

  private static func mask(_ tags: [Tag]) -> UInt64 { tags.reduce(0) { $0 | $1.bit } }
}
