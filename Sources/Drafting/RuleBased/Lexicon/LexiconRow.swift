internal import Bitext

/// What a row of the bilingual lexicon says about the French word.
struct FrenchTraits: OptionSet, Sendable, Hashable {
  var rawValue: UInt16

  static let masculine = FrenchTraits(rawValue: 1 << 0)
  static let feminine = FrenchTraits(rawValue: 1 << 1)
  /// The noun names people.
  static let human = FrenchTraits(rawValue: 1 << 2)
  /// The noun names a unit or a stretch of time.
  static let time = FrenchTraits(rawValue: 1 << 3)
  /// The adjective stands before its noun.
  static let prenominal = FrenchTraits(rawValue: 1 << 4)
  /// Compound tenses take être.
  static let takesBe = FrenchTraits(rawValue: 1 << 5)
  /// Only pronominal.
  static let reflexive = FrenchTraits(rawValue: 1 << 6)
  /// Only in the plural.
  static let plural = FrenchTraits(rawValue: 1 << 7)
  /// The English noun has no plural and no a/an.
  static let mass = FrenchTraits(rawValue: 1 << 8)
  /// The English noun is always plural.
  static let englishPlural = FrenchTraits(rawValue: 1 << 9)
  /// The English adverb or adjective stands where no rule would put it.
  static let fixed = FrenchTraits(rawValue: 1 << 10)
  /// The object of the English verb stands before its tail: "get a law passed".
  static let split = FrenchTraits(rawValue: 1 << 11)
}

/// The condition under which a row's English is chosen.
struct RowCondition: OptionSet, Sendable, Hashable {
  var rawValue: UInt32

  static let object = RowCondition(rawValue: 1 << 0)
  static let noObject = RowCondition(rawValue: 1 << 1)
  static let infinitive = RowCondition(rawValue: 1 << 2)
  static let clause = RowCondition(rawValue: 1 << 3)
  static let reflexive = RowCondition(rawValue: 1 << 4)
  static let before = RowCondition(rawValue: 1 << 5)
  static let after = RowCondition(rawValue: 1 << 6)
  static let plural = RowCondition(rawValue: 1 << 7)
  static let human = RowCondition(rawValue: 1 << 8)
  static let notHuman = RowCondition(rawValue: 1 << 9)
  static let near = RowCondition(rawValue: 1 << 10)
  static let preposition = RowCondition(rawValue: 1 << 11)
  /// Of a preposition: before a place, a time or a person; after a verb of motion.
  static let place = RowCondition(rawValue: 1 << 12)
  static let time = RowCondition(rawValue: 1 << 13)
  static let person = RowCondition(rawValue: 1 << 14)
  static let motion = RowCondition(rawValue: 1 << 15)
  /// Of a noun: somebody's, by a possessive or "de" before a person.
  static let possessed = RowCondition(rawValue: 1 << 16)
  /// Of a noun: with an adjective of nationality.
  static let national = RowCondition(rawValue: 1 << 17)
  /// Of a verb: with a person as its object.
  static let humanObject = RowCondition(rawValue: 1 << 18)
  /// Of a preposition: before a number.
  static let number = RowCondition(rawValue: 1 << 19)
  /// Of a verb: in the passive.
  static let passive = RowCondition(rawValue: 1 << 20)
  /// Of a verb: with a "le" that stands for nothing, as in "l’emporter".
  static let clitic = RowCondition(rawValue: 1 << 21)
  /// Of a verb: with an "en" or "y" that stands for nothing, as in "en finir avec", "y aller".
  static let thereof = RowCondition(rawValue: 1 << 22)
  static let thereto = RowCondition(rawValue: 1 << 23)
  /// Of an adjective: with one of these nouns; of a verb: with one of them as its object, or its subject in the passive.
  static let noun = RowCondition(rawValue: 1 << 24)
  /// Of a verb: with a "ne".
  static let negated = RowCondition(rawValue: 1 << 25)

  private static let words: [String: RowCondition] = [
    "obj": .object, "noobj": .noObject, "inf": .infinitive, "que": .clause, "refl": .reflexive,
    "before": .before, "after": .after, "pl": .plural, "h": .human, "noth": .notHuman,
    "place": .place, "time": .time, "person": .person, "motion": .motion, "poss": .possessed,
    "nat": .national, "objh": .humanObject, "num": .number, "pass": .passive,
    "neg": .negated,
  ]

  init?(word: String) {
    guard let condition = Self.words[word] else { return nil }
    self = condition
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// The form a verb takes after an English verb, noun or adjective.
enum EnglishComplement: UInt8, Sendable {
  case none, infinitive, gerund, bare
}

/// A row of `bilingual-lexicon.tsv` or `expressions.tsv`, read and checked.
struct LexiconRow {
  /// The prepositions a row may require, in the order of `LexiconRow.preposition`; 0 is none.
  static let prepositions = [
    "", "à", "de", "sur", "contre", "avec", "en", "pour", "par", "dans", "entre", "vers",
  ]
  /// English words that, last in a rendering, stand before the complement.
  static let particles: Set<String> = [
    "of", "to", "at", "in", "on", "for", "from", "with", "against", "by", "into", "about", "over",
    "as", "through", "upon", "between", "toward", "towards", "under", "after", "than", "within",
  ]

  var french: String
  var pos: PartOfSpeech
  var traits: FrenchTraits = []
  var english: String
  var englishPlural: String?
  var complement = EnglishComplement.none
  /// The English preposition that ends the rendering of a row with a preposition: "depend" + "on".
  var linker = ""
  var condition: RowCondition = []
  var preposition: UInt8 = 0
  /// The lemmas of `near:` or `noun:`.
  var near: [UInt64] = []

  init(_ rows: DataRows) throws(DataError) {
    french = rows.text(0)
    guard let pos = PartOfSpeech(tag: rows.text(1)) else { throw rows.invalid(1) }
    self.pos = pos
    english = rows.text(3)
    guard !french.isEmpty, !english.isEmpty else { throw rows.invalid(english.isEmpty ? 3 : 0) }
    readGrammar(rows.text(2))
    readEnglishGrammar(rows.text(4))
    guard readCondition(rows.text(5)) else { throw rows.invalid(5) }
    if pos == .verb || pos == .adjective { splitFrenchPreposition() }
    splitComplement()
  }

  private mutating func readGrammar(_ cell: String) {
    for word in cell.split(separator: ",") {
      switch word {
      case "m": traits.insert(.masculine)
      case "f": traits.insert(.feminine)
      case "mf": traits.formUnion([.masculine, .feminine])
      case "mp": traits.formUnion([.masculine, .plural])
      case "fp": traits.formUnion([.feminine, .plural])
      case "h": traits.insert(.human)
      case "t": traits.insert(.time)
      case "pre": traits.insert(.prenominal)
      case "être": traits.insert(.takesBe)
      case "refl": traits.insert(.reflexive)
      default: break
      }
    }
  }

  private mutating func readEnglishGrammar(_ cell: String) {
    for word in cell.split(separator: ",") {
      if word == "mass" { traits.insert(.mass) }
      if word == "pl" { traits.insert(.englishPlural) }
      if word == "split" { traits.insert(.split) }
      if word.hasPrefix("pl=") { englishPlural = String(word.dropFirst(3)) }
    }
  }

  private mutating func readCondition(_ cell: String) -> Bool {
    guard !cell.isEmpty else { return true }
    for (mark, list) in [("near:", RowCondition.near), ("noun:", .noun)] {
      guard let range = cell.firstRange(of: mark) else { continue }
      condition.insert(list)
      near = cell[range.upperBound...].split(separator: ",")
        .map { FormHash.of(String($0).utf8) }
      return readWords(cell[..<range.lowerBound])
    }
    return readWords(cell[...])
  }

  private mutating func readWords(_ cell: Substring) -> Bool {
    for part in cell.split(whereSeparator: { $0 == "," || $0 == " " }) {
      for word in part.split(separator: "+").map(String.init) {
        if let known = RowCondition(word: word) {
          condition.formUnion(known)
        } else if let index = Self.prepositions.firstIndex(of: word) {
          condition.insert(.preposition)
          preposition = UInt8(index)
        } else {
          return false
        }
      }
    }
    return true
  }

  /// "rendre responsable de" is "rendre responsable" under the condition `de`, or `de+inf` before a complement.
  private mutating func splitFrenchPreposition() {
    guard preposition == 0, let space = french.lastIndex(of: " "),
      let index = Self.prepositions.firstIndex(of: String(french[french.index(after: space)...])),
      french.hasPrefix("en ") == false || pos == .verb
    else { return }
    french = String(french[..<space])
    condition.insert(.preposition)
    preposition = UInt8(index)
    if english.contains("+") { condition.insert(.infinitive) }
  }

  /// Takes "+to", "+ing", "+from+ing" and the preposition before the complement off the rendering.
  private mutating func splitComplement() {
    var words = english.split(separator: " ").map(String.init)
    if let last = words.last, last.hasPrefix("+"), last.count > 1 {
      words.removeLast()
      for part in last.split(separator: "+") {
        switch part {
        case "to": complement = .infinitive
        case "ing": complement = .gerund
        case "inf": complement = .bare
        default: linker = String(part)
        }
      }
      if complement == .gerund, linker.isEmpty, let word = words.last,
        Self.particles.contains(word), words.count > 1
      {
        linker = words.removeLast()
      }
    } else if preposition != 0, let word = words.last, Self.particles.contains(word),
      words.count > 1
    {
      linker = words.removeLast()
    }
    // The conjunction is written by itself.
    if condition.contains(.clause), words.last == "that", words.count > 1 { words.removeLast() }
    english = words.joined(separator: " ")
  }
}
