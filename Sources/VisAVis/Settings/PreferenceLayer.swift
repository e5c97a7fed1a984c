internal import Bitext
internal import French
internal import Terminology

/// A glossary above all others, made of the rows whose English the project prefers in another form.
///
/// `prefer: {place.kyiv: Kiev}` copies the rows of the concept with "Kiev" as their English; `{Sergei: Sergey}`
/// those of all persons whose name has the word. Guards, forms and grammar stay those of the rows.
struct PreferenceLayer {
  private let preferences: [Preference]
  private let configuration: Configuration
  private let files: DataFiles

  init(_ configuration: Configuration, files: DataFiles) {
    self.configuration = configuration
    self.files = files
    preferences = configuration.preferences
  }

  /// Single words, which also respell names that no row has.
  static func spellings(_ preferences: [Preference]) -> [String: String] {
    preferences.reduce(into: [:]) { spellings, preference in
      guard !preference.key.contains(" "), !preference.key.contains(".") else { return }
      spellings[preference.key] = preference.english.replacing("/", with: "")
    }
  }

  // MARK: - Cache

  var name: String { "prefer-" + String(FormHash.of(preferences[0].file.utf8), radix: 16) }

  /// Changes when a preference, a glossary or the data do.
  func key(_ fingerprint: UInt64) -> UInt64 {
    fingerprint ^ FormHash.of("\(preferences) \(configuration.usesBuiltin)".utf8)
  }

  /// The compiled layer, and one notice to a line.
  func compile(regions: ([Glossary]) throws -> Glossary) throws -> [[UInt8]] {
    var builtin: [Glossary] = []
    if configuration.usesBuiltin {
      for name in files.names(under: "Glossaries/") {
        let file = String(name.dropFirst("Glossaries/".count))
        builtin.append(try GlossaryReader(file: file).read(Array(files[name].bytes)))
      }
      builtin.append(try regions(builtin))
    }
    var own: [Glossary] = []
    for path in configuration.glossaries.reversed() {
      guard let bytes = MappedBytes(reading: path) else { continue }
      own.append(try GlossaryFile.read(Array(bytes.bytes), path: path))
    }
    // All built-in files count as one glossary.
    let merged = Glossary(name: "built-in", terms: builtin.flatMap(\.terms))
    let (terms, notices) = layer(own + [merged])
    let glossary = Glossary(name: preferences[0].file, terms: terms)
    return [
      GlossaryCompiler.compile([glossary], inflection: try Resources.inflection(files)),
      Array(notices.joined(separator: "\n").utf8),
    ]
  }

  static func notices(_ store: MappedBytes, _ ranges: [Range<Int>]) -> [String] {
    guard ranges.count == 2 else { return [] }
    let bytes = UnsafeRawBufferPointer(rebasing: store.bytes[ranges[1]])
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  // MARK: - Rows

  /// The rows of the layer, from glossaries in order of precedence.
  private func layer(_ glossaries: [Glossary]) -> (terms: [GlossaryTerm], notices: [String]) {
    var matched: Set<Int> = []
    var terms: [GlossaryTerm] = []
    var claimed: Set<String> = []
    for glossary in glossaries {
      var changed: [(index: Int, term: GlossaryTerm)] = []
      var sources: Set<String> = []
      for (index, term) in glossary.terms.enumerated() where term.status != .forbidden {
        guard !claimed.contains(Self.id(of: term)), let new = preferred(term, &matched) else {
          continue
        }
        changed.append((index, new))
        sources.insert(Folding.fold(term.source))
      }
      var next = changed[...]
      // Rows that share their French come along, so that their guards still decide between them.
      for (index, term) in glossary.terms.enumerated() {
        if let first = next.first, first.index == index {
          terms.append(first.term)
          next.removeFirst()
        } else if sources.contains(Folding.fold(term.source)) {
          terms.append(term)
        }
      }
      claimed.formUnion(glossary.terms.map(Self.id))
    }
    let missing = preferences.indices.filter { !matched.contains($0) }
    return (terms, missing.map { notice(preferences[$0], glossaries) })
  }

  private static func id(of term: GlossaryTerm) -> String {
    term.kind.rawValue + " " + Folding.fold(term.source)
  }

  /// The row with the English preferred, or nil if it stays as it is.
  private func preferred(_ term: GlossaryTerm, _ matched: inout Set<Int>) -> GlossaryTerm? {
    var result: GlossaryTerm?
    for (index, preference) in preferences.enumerated() {
      var new = result ?? term
      let isWhole =
        [term.concept, term.target, term.british, term.attributive].contains(preference.key)
      guard isWhole ? replace(&new, preference) : respell(&new, preference) else { continue }
      matched.insert(index)
      new.line = preference.line
      result = new
    }
    return result
  }

  /// Gives the row the preferred English, and its British and attributive forms too.
  private func replace(_ term: inout GlossaryTerm, _ preference: Preference) -> Bool {
    let pieces = preference.english.split(separator: "/", omittingEmptySubsequences: false)
    let english = pieces.joined()
    // "U.S.: American" is about the form before a noun alone.
    let isAttributive = preference.key == term.attributive && preference.key != term.target
    if isAttributive {
      term.attributive = english
      return true
    }
    if let old = term.targetFamily {
      term.targetFamily = pieces.count == 3 ? String(pieces[1]) : family(old, of: term, english)
    }
    if term.attributive == term.target || term.kind == .portfolio { term.attributive = nil }
    if term.target != english { term.also.append(term.target) }
    term.target = english
    term.british = nil
    return true
  }

  /// As many words of the new name as the family name has, at the same end.
  private func family(_ old: String, of term: GlossaryTerm, _ english: String) -> String {
    let words = english.split(separator: " ")
    let count = min(words.count, old.split(separator: " ").count)
    let isFirst = term.target.hasPrefix(old) && term.target != old
    return (isFirst ? words.prefix(count) : words.suffix(count)).joined(separator: " ")
  }

  /// Puts the preferred word into the name of a person.
  private func respell(_ term: inout GlossaryTerm, _ preference: Preference) -> Bool {
    guard term.kind == .person, !preference.key.contains(" ") else { return false }
    func respelled(_ name: String) -> String {
      name.split(separator: " ", omittingEmptySubsequences: false)
        .map { $0 == preference.key ? preference.english : String($0) }.joined(separator: " ")
    }
    let new = respelled(term.target)
    guard new != term.target else { return false }
    term.also.append(term.target)
    term.target = new
    term.targetFamily = term.targetFamily.map(respelled)
    term.british = term.british.map(respelled)
    return true
  }

  private func notice(_ preference: Preference, _ glossaries: [Glossary]) -> String {
    let place = "visavis: \(preference.file):\(preference.line):\(preference.column): warning: "
    if preference.key.contains("."), !preference.key.contains(" ") {
      let concepts = glossaries.flatMap { $0.terms.map(\.concept) }
      let hint = NearestWord.nearest(to: preference.key, in: concepts)
      return place + "no row has the concept '\(preference.key)'"
        + (hint.map { "; did you mean '\($0)'?" } ?? "; visavis glossary lookup shows concepts")
    }
    return place + "no row gives '\(preference.key)'; it is used for names spelled by rule only"
  }
}
