internal import Bitext

/// A paradigm of `Data/conjugation.tsv`: which endings follow which stem for every form of a verb.
struct VerbParadigm: Sendable {
  /// How the stem is spelled before an ending.
  enum Stem: UInt8, Sendable {
    /// "appel-ons".
    case plain
    /// A grave accent on its last e: "achèt-e".
    case grave
    /// Its last consonant twice: "appell-e".
    case doubled
  }

  /// One form: "appelle" is the doubled stem and "e".
  struct Slot: Sendable {
    var stem: Stem
    var ending: [UInt8]
    var morphology: Morphology
    /// 0 where the verb must have the form for itself only, else the person 1...6 it belongs to.
    var person: UInt8
  }

  /// What is cut from the infinitive to get the stem.
  var ending: [UInt8]
  var slots: [Slot]
}

extension VerbParadigm {
  private static let persons: [Morphology] = [
    [.first, .singular], [.second, .singular], [.third, .singular],
    [.first, .plural], [.second, .plural], [.third, .plural],
  ]
  private static let imperativePersons = [1, 3, 4]

  /// Endings of the simple past and of the imperfect subjunctive after each vowel of the column.
  private static let pastEndings: [String: (past: [String], subjunctive: [String])] = [
    "a": (words("ai as a âmes âtes èrent"), words("asse asses ât assions assiez assent")),
    "i": (words("is is it îmes îtes irent"), words("isse isses ît issions issiez issent")),
    "ï": (words("ïs ïs ït ïmes ïtes ïrent"), words("ïsse ïsses ït ïssions ïssiez ïssent")),
    "u": (words("us us ut ûmes ûtes urent"), words("usse usses ût ussions ussiez ussent")),
    "û": (words("ûs ûs ût ûmes ûtes ûrent"), words("ûsse ûsses ût ûssions ûssiez ûssent")),
    "in": (
      words("ins ins int înmes întes inrent"), words("insse insses înt inssions inssiez inssent")
    ),
  ]
  private static let imperfectEndings = words("ais ais ait ions iez aient")
  private static let futureEndings = words("ai as a ons ez ont")
  private static let subjunctiveEndings = words("e es e ions iez ent")

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  /// Reads the current row of `conjugation.tsv`.
  init(_ row: DataRows) throws {
    let infinitives = row.text(1).split(separator: "/").map(String.init)
    ending = Array((infinitives.first ?? "").utf8)
    slots = []
    for infinitive in infinitives { add(infinitive, .infinitive, person: 0) }
    addForms(row.text(2), [.indicative, .present])
    addImperfect(row.text(3))
    guard addPast(row.text(4)) else { throw row.invalid(4) }
    for stem in row.text(5).split(separator: "/") where stem != "-" {
      addPersons(String(stem), Self.futureEndings, [.indicative, .future])
      addPersons(String(stem), Self.imperfectEndings, [.conditional, .present])
    }
    addSubjunctive(row.text(6))
    addForm(row.text(7), [.participle, .present], person: 0)
    addParticiple(row.text(8))
    for (form, person) in zip(Self.words(row.text(9)), Self.imperativePersons) {
      addForm(form, [.imperative, .present, Self.persons[person]], person: person + 1)
    }
  }

  private mutating func add(_ cell: String, _ morphology: Morphology, person: Int) {
    var ending = cell[...]
    var stem = Stem.plain
    if ending.hasPrefix("~") {
      stem = .grave
      ending = ending.dropFirst()
    } else if ending.hasPrefix("=") {
      stem = .doubled
      ending = ending.dropFirst()
    }
    let bytes = Array(ending.filter { $0 != "_" }.utf8)
    slots.append(
      Slot(
        stem: stem, ending: bytes, morphology: morphology, person: UInt8(truncatingIfNeeded: person)
      ))
  }

  /// Adds the alternatives of one form.
  private mutating func addForm(_ cell: String, _ morphology: Morphology, person: Int) {
    for form in cell.split(separator: "/") where form != "-" {
      add(String(form), morphology, person: person)
    }
  }

  /// Adds six forms.
  private mutating func addForms(_ cell: String, _ morphology: Morphology) {
    for (index, form) in Self.words(cell).enumerated() where index < 6 {
      addForm(form, morphology.union(Self.persons[index]), person: index + 1)
    }
  }

  private mutating func addPersons(_ stem: String, _ endings: [String], _ morphology: Morphology) {
    for (index, ending) in endings.enumerated() {
      add(stem + ending, morphology.union(Self.persons[index]), person: index + 1)
    }
  }

  /// The stem before a or o, and before e or i: "ge" and "g" of "mangeait", "mangions".
  private static func spellings(_ stem: Substring) -> (hard: String, soft: String) {
    let parts = stem.split(separator: ",")
    return (String(parts.first ?? ""), String(parts.last ?? ""))
  }

  private mutating func addImperfect(_ cell: String) {
    for stem in cell.split(separator: "/") where stem != "-" {
      let spellings = Self.spellings(stem)
      for (index, ending) in Self.imperfectEndings.enumerated() {
        let stem = ending.hasPrefix("i") ? spellings.soft : spellings.hard
        add(
          stem + ending, [.indicative, .imperfect, Self.persons[index]], person: index + 1)
      }
    }
  }

  private mutating func addPast(_ cell: String) -> Bool {
    if cell == "-" { return true }
    let parts = cell.split(separator: ":")
    guard parts.count == 2, let endings = Self.pastEndings[String(parts[0])] else { return false }
    let spellings = Self.spellings(parts[1])
    for (index, ending) in endings.past.enumerated() {
      let stem = ending.hasPrefix("è") ? spellings.soft : spellings.hard
      add(stem + ending, [.indicative, .past, Self.persons[index]], person: index + 1)
    }
    addPersons(spellings.hard, endings.subjunctive, [.subjunctive, .imperfect])
    return true
  }

  private mutating func addSubjunctive(_ cell: String) {
    let stems = Self.words(cell)
    if stems.count == 6 { return addForms(cell, [.subjunctive, .present]) }
    for (index, ending) in Self.subjunctiveEndings.enumerated() {
      guard let stem = index == 3 || index == 4 ? stems.last : stems.first, stem != "-" else {
        continue
      }
      for stem in stem.split(separator: "/") {
        add(
          String(stem) + ending, [.subjunctive, .present, Self.persons[index]], person: index + 1)
      }
    }
  }

  private mutating func addParticiple(_ cell: String) {
    let past: Morphology = [.participle, .past]
    if cell == "-" { return }
    if cell.hasSuffix("!") {
      return add(String(cell.dropLast()), past.union([.masculine, .singular]), person: 0)
    }
    let forms = Self.words(cell)
    let masculine = forms.first ?? ""
    let endsInS = masculine.hasSuffix("s")
    let all =
      forms.count == 4
      ? forms : [masculine, masculine + "e", masculine + (endsInS ? "" : "s"), masculine + "es"]
    let kinds: [Morphology] = [
      [.masculine, .singular], [.feminine, .singular], [.masculine, .plural], [.feminine, .plural],
    ]
    // "mis" is one form for both numbers.
    if all[0] == all[2] {
      add(all[0], past.union([.masculine, .singular, .plural]), person: 0)
      for index in [1, 3] { addForm(all[index], past.union(kinds[index]), person: 0) }
      return
    }
    for (form, kind) in zip(all, kinds) { addForm(form, past.union(kind), person: 0) }
  }
}
