internal import Bitext

extension Morphology {
  private static let codes: [String: Morphology] = [
    "m": .masculine, "f": .feminine, "s": .singular, "p": .plural,
    "1": .first, "2": .second, "3": .third,
    "ind": .indefinite, "def": .definite, "poss": .possessive, "dem": .demonstrative,
    "int": .interrogative, "rel": .relative, "neg": .negative, "refl": .reflexive,
    "ord": .ordinal, "hum": .human, "time": .time, "pre": .prenominal,
    "inf": .infinitive, "part": .participle, "pres": .present, "past": .past, "fut": .future,
    "impf": .imperfect, "fin": .indicative, "subj": .subjunctive, "imp": .imperative,
    "cond": .conditional,
  ]

  /// The features a data file writes as words with spaces between them: "m s def"; nil if one is unknown.
  init?(codes text: String) {
    self = []
    for code in text.split(separator: " ") {
      guard let feature = Self.codes[String(code)] else { return nil }
      formUnion(feature)
    }
  }
}

/// What the lexicon knows of a lemma besides its forms.
package struct LemmaFlags: OptionSet, Sendable, Hashable {
  package var rawValue: UInt16

  @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Compound tenses take "être": "aller".
  @inlinable package static var takesEtre: LemmaFlags { LemmaFlags(rawValue: 1 << 0) }
  /// The verb exists only with "se": "s’évanouir".
  @inlinable package static var alwaysReflexive: LemmaFlags { LemmaFlags(rawValue: 1 << 1) }
  /// An h that allows no elision: "héros".
  @inlinable package static var aspirated: LemmaFlags { LemmaFlags(rawValue: 1 << 2) }
  /// Asks for the subjunctive after "que": "vouloir", "pour".
  @inlinable package static var asksSubjunctive: LemmaFlags { LemmaFlags(rawValue: 1 << 3) }
  /// Loses against another lemma with the same form.
  @inlinable package static var rare: LemmaFlags { LemmaFlags(rawValue: 1 << 4) }
}

/// The grammar of a lemma as `Data/lemmas.tsv` writes it: "m,h,f=maîtresse".
struct LemmaGrammar {
  /// Gender, number and class of the noun or adjective.
  var morphology: Morphology = []
  var flags: LemmaFlags = []
  var feminine: String?
  var plural: String?
  var isInvariable = false
  var isPluralOnly = false
  var isSingularOnly = false

  /// Reads the grammar of a lemma of class `pos`; nil if it is no value of the column.
  init?(_ text: String, pos: PartOfSpeech) {
    for item in text.split(separator: ",") {
      if let value = Self.value(of: item, after: "f=") {
        feminine = value
      } else if let value = Self.value(of: item, after: "pl=") ?? Self.value(of: item, after: "mp=")
      {
        plural = value
      } else if !read(item) {
        return nil
      }
    }
  }

  private static func value(of item: Substring, after key: String) -> String? {
    item.hasPrefix(key) ? String(item.dropFirst(key.count)) : nil
  }

  private mutating func read(_ item: Substring) -> Bool {
    switch item {
    case "m": morphology.insert(.masculine)
    case "f": morphology.insert(.feminine)
    case "mf": morphology.formUnion(.anyGender)
    case "mp":
      morphology.insert(.masculine)
      isPluralOnly = true
    case "fp":
      morphology.insert(.feminine)
      isPluralOnly = true
    case "mfp":
      morphology.formUnion(.anyGender)
      isPluralOnly = true
    case "h": morphology.insert(.human)
    case "t": morphology.insert(.time)
    case "pre": morphology.insert(.prenominal)
    case "inv": isInvariable = true
    case "sg": isSingularOnly = true
    case "asp": flags.insert(.aspirated)
    case "être": flags.insert(.takesEtre)
    case "refl": flags.insert(.alwaysReflexive)
    default: return false
    }
    return true
  }
}
