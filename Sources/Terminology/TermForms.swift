package import Bitext
package import French

/// A French form of a headword and what it adds to the headword's grammar.
package struct TermForm: Sendable, Hashable {
  package var text: String
  package var morphology: Morphology
  /// The family name alone: "Poutine" of "Vladimir Poutine".
  package var isFamilyName = false
}

/// The forms under which a headword occurs: plural, feminine, family name alone.
///
/// "Premier ministre" gives "Première ministre", "Premiers ministres", "Premières ministres".
package struct TermForms: Sendable {
  private let inflection: NominalInflection

  /// The kinds whose terms are common nouns or adjectives, which inflect.
  private static func inflects(_ kind: TermKind) -> Bool {
    switch kind {
    case .office, .honorific, .nationality, .language, .currency, .unit, .other, .organization:
      true
    default: false
    }
  }

  /// Words after which nothing of a headword inflects.
  private static let links: Set<String> = [
    "de", "d'", "du", "des", "à", "au", "aux", "en", "pour", "sur", "par", "sans", "chez", "et",
  ]

  package init(inflection: NominalInflection) { self.inflection = inflection }

  /// The headword's own form first, then the others, without duplicates.
  package func forms(of term: GlossaryTerm) -> [TermForm] {
    let number: Morphology = term.morphology.contains(.plural) ? .plural : .singular
    let gender = term.morphology.intersection(.anyGender)
    var forms = [TermForm(text: term.source, morphology: gender.union(number))]
    if let family = term.sourceFamily, family != term.source {
      forms.append(
        TermForm(text: family, morphology: gender.union(.singular), isFamilyName: true))
      if let mixed = mixedName(of: term, family) {
        forms.append(TermForm(text: mixed, morphology: gender.union(number)))
      }
    }
    let isInflected =
      Self.inflects(term.kind) && number == .singular
      && (term.kind != .organization || startsLower(term.source))
    if term.kind == .nationality {
      addAdjectiveForms(of: term, to: &forms)
    } else if !term.forms.isEmpty {
      addGivenForms(of: term, to: &forms)
    } else if isInflected {
      addNounForms(of: term, to: &forms)
    }
    // «la Peste» needs a word nearby that its row asks for.
    if term.kind == .work, let title = Self.afterArticle(term.source),
      title.utf8.contains(UInt8(ascii: " "))
        || term.guards.contains(where: { $0.relation == .near })
    {
      forms.append(TermForm(text: title, morphology: gender.union(number)))
    }
    if forms.count == 1 { return forms }
    return forms.enumerated().filter { index, form in
      !forms[..<index].contains { $0.text == form.text }
    }.map(\.element)
  }

  /// «Alexandre Lukashenko»: the French given name with the English family name, where both differ.
  private func mixedName(of term: GlossaryTerm, _ family: String) -> String? {
    guard let english = term.targetFamily, !english.isEmpty, term.source.hasSuffix(" " + family),
      Folding.fold(english) != Folding.fold(family)
    else { return nil }
    let given = term.source.dropLast(family.count)
    return term.target.hasPrefix(given) ? nil : given + english
  }

  /// A title after its article, whose capital French may lack: «les Fleurs du mal».
  package static func afterArticle(_ title: String) -> String? {
    for article in ["Le ", "La ", "Les ", "L'"] where title.utf8.starts(with: article.utf8) {
      return String(title.dropFirst(article.count))
    }
    return nil
  }

  private func startsLower(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return first.isASCII ? first.value >= 0x61 && first.value <= 0x7A : first.properties.isLowercase
  }

  private func isAcronym(_ text: String) -> Bool {
    !text.hasLowercase
  }

  private func addNounForms(of term: GlossaryTerm, to forms: inout [TermForm]) {
    guard !isAcronym(term.source) else { return }
    let gender = term.morphology.intersection(.anyGender)
    let plural = inflected(term.source, number: true, feminine: false)
    forms.append(TermForm(text: plural, morphology: gender.union(.plural)))
    guard term.kind == .office || term.kind == .honorific, gender == .masculine else { return }
    let feminine = inflected(term.source, number: false, feminine: true)
    forms.append(TermForm(text: feminine, morphology: [.feminine, .singular]))
    let feminines = inflected(feminine, number: true, feminine: false)
    forms.append(TermForm(text: feminines, morphology: [.feminine, .plural]))
  }

  private func addAdjectiveForms(of term: GlossaryTerm, to forms: inout [TermForm]) {
    forms[0].morphology = [.masculine, .singular]
    for form in term.forms {
      forms.append(TermForm(text: form, morphology: morphology(of: form, base: term.source)))
    }
    let givenFeminine = forms.first { $0.morphology == [.feminine, .singular] }?.text
    let feminine =
      givenFeminine ?? inflection.feminines(of: term.source, as: .adjective).first ?? term.source
    forms.append(TermForm(text: feminine, morphology: [.feminine, .singular]))
    for plural in inflection.plurals(of: term.source, as: .adjective) {
      forms.append(TermForm(text: plural, morphology: [.masculine, .plural]))
    }
    for plural in inflection.plurals(of: feminine, as: .adjective) {
      forms.append(TermForm(text: plural, morphology: [.feminine, .plural]))
    }
  }

  private func addGivenForms(of term: GlossaryTerm, to forms: inout [TermForm]) {
    for form in term.forms {
      forms.append(TermForm(text: form, morphology: morphology(of: form, base: term.source)))
    }
    if term.kind == .office || term.kind == .other || term.kind == .honorific {
      addNounForms(of: term, to: &forms)
    }
  }

  /// Gender and number of a given form, from how its first word differs from the headword's.
  private func morphology(of form: String, base: String) -> Morphology {
    let head = firstWord(form)
    let baseHead = firstWord(base)
    let isPlural = (head.hasSuffix("s") || head.hasSuffix("x")) && head != baseHead
    let masculines = inflection.plurals(of: baseHead) + [baseHead]
    let isFeminine = !masculines.contains(head)
    return [isFeminine ? .feminine : .masculine, isPlural ? .plural : .singular]
  }

  private func firstWord(_ text: String) -> String {
    String(text.prefix { $0 != " " && $0 != "-" })
  }

  /// The words up to the first preposition, inflected one by one.
  private func inflected(_ text: String, number: Bool, feminine: Bool) -> String {
    var result = ""
    var isOpen = true
    var isFirst = true
    func add(_ word: String) {
      guard !word.isEmpty else { return }
      if Self.links.contains(word.lowercased()) { isOpen = false }
      guard isOpen, word.endsInLetter else {
        result += word
        return
      }
      let pos: PartOfSpeech = isFirst ? .noun : .adjective
      let forms =
        number ? inflection.plurals(of: word, as: pos) : inflection.feminines(of: word, as: pos)
      // "vice-", "ex-" and the like do not inflect.
      result += isFirst && Self.prefixes.contains(word.lowercased()) ? word : forms.first ?? word
      isFirst = isFirst && Self.prefixes.contains(word.lowercased())
    }
    var rest = text.utf8[...]
    while let mark = rest.firstIndex(where: { " -'".utf8.contains($0) }) {
      let next = rest.index(after: mark)
      // An apostrophe belongs to the word before it.
      if rest[mark] == UInt8(ascii: "'") {
        add(String(Substring(rest[..<next])))
      } else {
        add(String(Substring(rest[..<mark])))
        result += Substring(rest[mark..<next])
      }
      rest = rest[next...]
    }
    add(String(Substring(rest)))
    return result
  }

  private static let prefixes: Set<String> = ["vice", "ex", "sous", "haut", "contre", "demi", "co"]
}
