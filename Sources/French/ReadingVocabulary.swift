internal import Bitext

/// Hashes of the words by which readings are chosen, computed once.
struct ReadingVocabulary: Sendable {
  let un = Folding.exactHash("un")
  let du = Folding.exactHash("du")
  let le = Folding.exactHash("le")
  let ne: UInt64 = Folding.exactHash("ne")
  private let elidedNe = Folding.exactHash("n'")
  private let de = Folding.exactHash("de")
  private let elidedDe = Folding.exactHash("d'")
  private let que = Folding.exactHash("que")
  private let subjects: [UInt64: Morphology]
  private let objects: [UInt64: Morphology]
  private let alwaysSubjunctive: Set<UInt64>
  private let triggers: Set<UInt64>
  /// Lemmas that lose against another with the same form: "suis" of "suivre".
  let rareLemmas: Set<UInt64>

  init() {
    func table(_ rows: [(String, Morphology)]) -> [UInt64: Morphology] {
      Dictionary(rows.map { (Folding.exactHash($0.0), $0.1) }) { first, _ in first }
    }
    subjects = table([
      ("je", .first), ("j'", .first), ("tu", .second), ("nous", .first), ("vous", .second),
      ("il", .third), ("elle", .third), ("on", .third), ("ils", .third), ("elles", .third),
      ("ce", .third), ("c'", .third), ("qui", .third), ("cela", .third), ("ça", .third),
    ])
    objects = table([
      ("me", .first), ("m'", .first), ("te", .second), ("t'", .second), ("nous", .first),
      ("vous", .second),
    ])
    alwaysSubjunctive = Set(["quoique"].map(Folding.exactHash))
    triggers = Set(
      [
        "pour", "afin", "bien", "sans", "avant", "ce", "condition", "moins", "crainte", "peur",
        "vouloir", "falloir", "souhaiter", "demander", "exiger", "craindre", "douter", "permettre",
        "regretter", "attendre", "préférer", "ordonner", "suggérer", "accepter", "refuser",
        "aimer", "proposer", "empêcher", "éviter", "réclamer", "recommander", "important",
        "nécessaire", "possible", "impossible", "normal", "essentiel", "temps", "heureux",
        "dommage", "faire", "jusque", "loin", "rare", "naturel", "étonner", "étonnant",
      ].map(Folding.exactHash))
    rareLemmas = Set(
      [
        "suivre-suis", "être-fumer", "fil", "vriller", "peigner", "seoir", "moudre", "paître",
        "faillir", "pouvoir-puer", "dévoir", "plier", "sur-sûr", "dormir-dorer", "rider",
        "choir", "issir", "férir", "gésir", "ouïr", "poindre", "parer", "sure", "mure", "raye",
      ].map(Folding.exactHash))
  }

  func person(_ key: UInt64) -> Morphology? { subjects[key] }
  func subjectPerson(_ key: UInt64) -> Morphology? { subjects[key] }
  func reflexivePerson(_ key: UInt64) -> Morphology? { objects[key] }

  /// "nous nous", "vous vous".
  func repeats(_ key: UInt64) -> Bool { subjects[key] != nil && objects[key] != nil }

  /// The lemma of a preposition as it stands: "d'" is "de".
  func preposition(_ exact: UInt64) -> UInt64 { exact == elidedDe ? de : exact }

  /// Whether a clause after the conjunction `lemma` stands in the subjunctive, by the words before it.
  func asksSubjunctive(_ lemma: UInt64, after words: ArraySlice<WordAnalysis>) -> Bool {
    if alwaysSubjunctive.contains(lemma) { return true }
    guard lemma == que else { return false }
    return words.suffix(2).contains { triggers.contains($0.lemma) }
  }
}
