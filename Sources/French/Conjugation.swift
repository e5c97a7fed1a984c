package import Bitext

/// All forms of French verbs, by the rows of `Data/conjugation.tsv` and `Data/verb-paradigms.tsv`.
///
/// "jeter" gives "jette", "jetons", "jettera"; spellings of 1990 are forms beside the others ("cèdera").
package struct Conjugation: Sendable {
  /// Which of a paradigm's forms a verb has.
  struct Restriction: OptionSet, Sendable {
    var rawValue: UInt8
    static let thirdPersons = Restriction(rawValue: 1)
    static let thirdPersonSingular = Restriction(rawValue: 2)
    static let invariableParticiple = Restriction(rawValue: 4)
    /// Reciprocal verbs: "on s’entraide", but no "je".
    static let reciprocal = Restriction(rawValue: 8)
    static let singularPersons = Restriction(rawValue: 16)
  }

  struct Choice: Sendable {
    var paradigm: Int
    var restriction: Restriction
  }

  private(set) var paradigms: [VerbParadigm] = []
  private var verbs: [UInt64: Choice] = [:]
  private var endings: [UInt64: Choice] = [:]
  private var longestEnding = 0

  /// Reads the paradigms and the table that says which verb follows which.
  package init(paradigms: MappedBytes, verbs: MappedBytes) throws {
    var names: [String: Int] = [:]
    var rows = DataRows(paradigms, file: "conjugation.tsv", columns: 10)
    while try rows.advance() {
      names[rows.text(0)] = self.paradigms.count
      self.paradigms.append(try VerbParadigm(rows))
    }
    var choices = DataRows(verbs, file: "verb-paradigms.tsv", columns: 3)
    while try choices.advance() {
      guard let paradigm = names[choices.text(1)] else { throw choices.invalid(1) }
      var choice = Choice(paradigm: paradigm, restriction: [])
      for code in choices.text(2).split(separator: " ") {
        switch code {
        case "3": choice.restriction.insert(.thirdPersons)
        case "3s": choice.restriction.insert(.thirdPersonSingular)
        case "r": choice.restriction.insert(.reciprocal)
        case "sg": choice.restriction.insert(.singularPersons)
        case "inv": choice.restriction.insert(.invariableParticiple)
        default: throw choices.invalid(2)
        }
      }
      let pattern = choices[0]
      if pattern.first == UInt8(ascii: "-") {
        endings[FormHash.of(pattern.dropFirst())] = choice
        longestEnding = max(longestEnding, pattern.count - 1)
      } else {
        self.verbs[FormHash.of(pattern)] = choice
      }
    }
  }

  /// The paradigm of a verb: its own row, else the longest ending; nil for what is no infinitive.
  func choice(for infinitive: some BidirectionalCollection<UInt8>) -> Choice? {
    var found = verbs[FormHash.of(infinitive)]
    var length = min(longestEnding, infinitive.count)
    while found == nil, length > 0 {
      found = endings[FormHash.of(infinitive.suffix(length))]
      length -= 1
    }
    guard let found, infinitive.count >= paradigms[found.paradigm].ending.count else { return nil }
    return found
  }

  /// Every form of `infinitive` with its morphology, in the order of the paradigm; empty for what is no
  /// infinitive. A form that stands for two persons comes twice: "(je) finis", "(tu) finis".
  package func forms(of infinitive: String) -> [(form: String, morphology: Morphology)] {
    let bytes = Array(infinitive.utf8)
    var result: [(form: String, morphology: Morphology)] = []
    visit(bytes) { stem, slot in
      result.append((String(decoding: stem + slot.ending, as: UTF8.self), slot.morphology))
    }
    return result
  }

  /// Calls `body` with the stem and the slot of every form of `infinitive`.
  func visit(_ infinitive: [UInt8], _ body: (ArraySlice<UInt8>, VerbParadigm.Slot) -> Void) {
    guard let choice = choice(for: infinitive) else { return }
    let paradigm = paradigms[choice.paradigm]
    let stems = stems(of: infinitive, paradigm)
    for slot in paradigm.slots where Self.has(slot, choice.restriction) {
      body(stems[Int(slot.stem.rawValue)], slot)
    }
  }

  /// The stem of `infinitive` in the three spellings of `VerbParadigm.Stem`.
  func stems(of infinitive: [UInt8], _ paradigm: VerbParadigm) -> [ArraySlice<UInt8>] {
    let plain = infinitive.dropLast(paradigm.ending.count)
    return [plain, Self.grave(plain), plain + [plain.last ?? 0]]
  }

  static func has(_ slot: VerbParadigm.Slot, _ restriction: Restriction) -> Bool {
    if restriction.contains(.thirdPersonSingular), slot.person != 0, slot.person != 3 {
      return false
    }
    if restriction.contains(.thirdPersons), slot.person != 0, slot.person != 3, slot.person != 6 {
      return false
    }
    if restriction.contains(.reciprocal), slot.person == 1 || slot.person == 2 { return false }
    if restriction.contains(.singularPersons), slot.person > 3 { return false }
    return !restriction.contains(.invariableParticiple)
      || !slot.morphology.contains([.participle, .past])
      || slot.morphology.isDisjoint(with: [.feminine, .plural])
      || slot.morphology.isSuperset(of: [.masculine, .anyNumber])
  }

  /// The stem with a grave accent on its last e or é: "achet" is "achèt", "céd" "cèd".
  private static func grave(_ stem: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var index = stem.endIndex
    while index > stem.startIndex {
      index -= 1
      if stem[index] == UInt8(ascii: "e") {
        return stem[..<index] + [0xC3, 0xA8] + stem[(index + 1)...]
      }
      if stem[index] == 0xA9, index > stem.startIndex, stem[index - 1] == 0xC3 {
        return stem[..<index] + [0xA8] + stem[(index + 1)...]
      }
    }
    return stem
  }
}
