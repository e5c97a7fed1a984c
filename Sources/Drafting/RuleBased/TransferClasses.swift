package import Bitext

/// Classes of French words that the transfer treats alike, from the rows of `Data/transfer-classes.tsv`.
///
/// `of-head` holds "nombre": "le nombre de morts" is "the number of deaths", no compound.
package struct TransferClasses: Sendable {
  package enum Name: String, Sendable, CaseIterable {
    /// Nouns whose "de" complement is never a compound.
    case ofHead = "of-head"
    /// Numerals that English leaves in the singular after a number: million.
    case scale
    /// Adjectives that take the article from a time: "l’année dernière".
    case deictic
    /// Comparatives without "plus": meilleur.
    case comparative
    /// Verbs of motion: "à" and "en" are "to".
    case motion
    /// Verbs whose person is an English object without "to": donner.
    case dative
    /// Verbs whose person English puts after "to": «il m’a parlé» is "he spoke to me".
    case toPerson = "to-person"
    /// Adverbs that stand before an English verb: également.
    case middle
    /// Adverbs that stand after "not", though French has them before "pas": "n’est même pas" is "is not even".
    case afterNot = "after-not"
    /// Verbs of saying, thinking and knowing, whose subject is a person.
    case saying
    /// Modifiers that never join as a compound, and heads and modifiers that do.
    case ofModifier = "of-modifier"
    case compoundHead = "compound-head"
    case compoundModifier = "compound-modifier"
    /// Nouns that keep or lose "the", in the singular or plural, with or without complement.
    case keepSingular = "keep-singular"
    case dropSingular = "drop-singular"
    case keepPlural = "keep-plural"
    case dropSingularComplement = "drop-singular-complement"
    case dropPluralComplement = "drop-plural-complement"
    case definite
    /// Nouns written with a capital before a name: "l’ouragan Katrina".
    case titleNoun = "title-noun"
    /// Modifiers that join as a compound even with an article: "le marché de la dette".
    case definiteCompound = "definite-compound"
    /// Nouns of manner: "la manière dont" is "the way".
    case way
    /// Adjectives that stand before a number in English: "les quatre derniers jours".
    case ordinal
    /// Nouns whose infinitive is "to": "la décision de partir".
    case toHead = "to-head"
    /// Verbs besides those of saying whose subject is a person: "il aime", "il se souvient".
    case humanSubject = "human-subject"
    /// Verbs of change, whose "de" before an amount is "by": "relever de 2 %".
    case change
    /// Nouns of amount: "un quart de point".
    case share
    /// Nouns with a number of their own: "un séisme de magnitude 6,8".
    case graded
    /// Points of the compass, and the adjective English has: rows "compass" in `transfer-prepositions.tsv`.
    case compass
    /// Sums that stand behind their amount: "une aide de 2 millions" is "2 million in aid".
    case sum
    /// Nouns of number, which many follow: "une série de cas".
    case counting
    /// Nouns that are a part of many: "la moitié".
    case portion
    /// Verbs that in the passive say something of a person: "être condamné".
    case humanPassive = "human-passive"
    /// Verbs whose object is a person: "l’accuser" is "accuse him".
    case humanObject = "human-object"
    /// Verbs that say what their object is: "juger les moyens insuffisants".
    case attributive
    /// Ways from one place to another: "le vol de Paris à Rome".
    case journey
    /// Verbs of the weather, whose subject is nobody: «il neige».
    case weather
    /// Units of length.
    case length
    /// Words of "il est trop tôt", whose subject is nobody.
    case clock
    /// Nouns that a name follows: "la revue Nature" is "the journal Nature".
    case apposed
    /// Adverbs that are "each other" after a pronominal verb.
    case reciprocal
    /// Verbs after which English leaves out "that".
    case dropsThat = "drops-that"
    /// Relatives whose owner is a person: "sa femme" is "his wife" even where no man was named.
    case kin
    /// Relatives of a woman: "son mari".
    case husband
    /// Adverbs of time that an object goes before: "a signé hier un contrat".
    case timeAdverb = "time-adverb"
    /// Participles that stay behind their noun with a complement: "les troupes stationnées en Syrie".
    case postposed
    /// Adjectives that a name follows: "un garçon prénommé Paul".
    case naming
    /// Nouns that a place stands before: "le sommet de Genève" is "the Geneva summit".
    case placeCompound = "place-compound"
    /// Parts of the body, whose owner French names beside the verb: "lui serre la main".
    case body
    /// Bodies that own as persons do: "the company’s profit".
    case owner
    /// Verbs that English puts in the progressive for what goes on now: "prépare" is "is preparing".
    case progressive
    /// Verbs of what goes on, in the progressive where something happens meanwhile or since a time.
    case durative
    /// Nouns that a body or a person described does not own: "l’arrestation du suspect".
    case ofOwned = "of-owned"
    /// Adverbs of what happens again and again: "souvent".
    case recurring
    /// What runs for a number of years: "des obligations à dix ans".
    case maturity
    /// Verbs that need a complement with "de": "les moyens dont l’État dispose".
    case ofVerb = "of-verb"
    /// Verbs that say what something is taken for: "voir comme" is "see as".
    case viewing
    /// Verbs and adjectives of what may come: "craindre que" is "fear that … will".
    case expecting
    /// Verbs of a limit, whose amount French gives "les": "dépasser les 40 degrés".
    case threshold

    fileprivate var bit: UInt64 { 1 << UInt64(TransferClasses.indices[self] ?? 63) }
  }

  private static let indices = Dictionary(
    uniqueKeysWithValues: Name.allCases.enumerated().map { ($1, $0) })
  private static let bits = FormMap(
    Name.allCases.map { (FormHash.of($0.rawValue.utf8), $0.bit) })
  private var masks = FormMap<UInt64>()
  private var prepositions = FormMap<[UInt8]>()

  /// Reads the rows of `transfer-classes.tsv` (class, lemma) and `transfer-prepositions.tsv` (fr, noun, en).
  package init(_ data: MappedBytes, prepositions: MappedBytes) throws(DataError) {
    var rows = DataRows(data, file: "Drafting/transfer-classes.tsv", columns: 2)
    while try rows.advance() {
      guard let bit = Self.bits[FormHash.of(rows[0])] else { throw rows.invalid(0) }
      masks[FormHash.of(rows[1]), default: 0] |= bit
    }
    rows = DataRows(prepositions, file: "Drafting/transfer-prepositions.tsv", columns: 3)
    while try rows.advance() {
      let key = FormHash.of(rows[0]) &+ FormHash.of(rows[1]) &* 31
      self.prepositions[key, default: []] = Array(rows[2])
    }
  }

  func contains(_ lemma: UInt64, in name: Name) -> Bool {
    guard let mask = masks[lemma] else { return false }
    return mask & name.bit != 0
  }

  /// English for the preposition `preposition` (a hash) before `noun` (a hash): "à" before "frontière" is "at".
  func preposition(_ preposition: UInt64, before noun: UInt64) -> [UInt8]? {
    prepositions[preposition &+ noun &* 31]
  }
}
