internal import Bitext

/// Hashes of the words by which readings are chosen, computed once.
struct ReadingVocabulary: Sendable {
  let un = Folding.exactHash("un")
  let du = Folding.exactHash("du")
  let le = Folding.exactHash("le")
  private let ne = Folding.exactHash("ne")
  private let elidedNe = Folding.exactHash("n'")
  private let de = Folding.exactHash("de")
  private let elidedDe = Folding.exactHash("d'")
  let que = Folding.exactHash("que")
  private let subjects: [UInt64: Morphology]
  private let objects: [UInt64: Morphology]

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
  }

  func person(_ key: UInt64) -> Morphology? { subjects[key] }
  func subjectPerson(_ key: UInt64) -> Morphology? { subjects[key] }
  func reflexivePerson(_ key: UInt64) -> Morphology? { objects[key] }

  func isNe(_ key: UInt64) -> Bool { key == ne || key == elidedNe }

  /// "nous nous", "vous vous".
  func repeats(_ key: UInt64) -> Bool { subjects[key] != nil && objects[key] != nil }

  /// The lemma of a preposition as it stands: "d'" is "de".
  func preposition(_ exact: UInt64) -> UInt64 { exact == elidedDe ? de : exact }
}
