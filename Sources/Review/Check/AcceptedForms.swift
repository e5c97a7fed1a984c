internal import Bitext
package import Terminology

/// The English forms that may stand for a French term.
struct AcceptedForms: Sendable {
  /// The preferred form first, then what its row accepts besides.
  var preferred: [EnglishForm] = []
  /// Forms of other rows of the concept, and of other concepts with the same French.
  var admitted: [EnglishForm] = []
  var forbidden: [EnglishForm] = []
  /// Forms that are wrong in the sense of the French, yet may have another one in English.
  var deprecated: [EnglishForm] = []
  /// The country of a nationality and the nationality of a country.
  var related: [EnglishForm] = []
  /// The family name of a person.
  var family: EnglishForm?
}

/// Finds the rows of a concept, and those of a country, in compiled glossaries.
package struct FormIndex: Sendable {
  private struct Place: Sendable {
    var glossary: UInt32
    var index: UInt32
  }

  private let glossaries: [CompiledGlossary]
  private var concepts: [UInt64: [Place]] = [:]
  private var links: [UInt64: [Place]] = [:]
  /// The countries that a single English word names, by its stem: "french" and "france" are country.FR.
  private(set) var countries: [UInt64: String] = [:]
  /// Stems of the words of offices, honorifics and portfolios, and of bodies with long names.
  private var titleWords: Set<UInt64> = []

  package init(_ glossaries: [CompiledGlossary]) {
    self.glossaries = glossaries
    var bodyWords: [UInt64: Int] = [:]
    for (number, glossary) in glossaries.enumerated() {
      for index in 0..<glossary.termCount {
        let term = MatchedTerm(glossary: glossary, index: index)
        let place = Place(glossary: UInt32(number), index: UInt32(index))
        concepts[FormHash.of(term.concept.utf8), default: []].append(place)
        let isTitle = [.office, .honorific, .portfolio].contains(term.kind)
        let isBody = [.organization, .event, .law].contains(term.kind)
        if isTitle || isBody {
          let words = EnglishForm(term.target).content
          if isTitle { titleWords.formUnion(words) }
          if isBody, words.count > 2 { for word in words { bodyWords[word, default: 0] += 1 } }
        }
        guard term.kind == .place || term.kind == .nationality else { continue }
        let link = term.link.hasPrefix("country.") ? term.link : term.concept
        guard term.kind == .nationality || link.hasPrefix("country.") else { continue }
        // Of places only the country itself, not its cities.
        guard term.kind == .nationality || term.concept == link else { continue }
        links[FormHash.of(link.utf8), default: []].append(place)
        let form = EnglishForm(term.target)
        if form.stems.count == 1, countries[form.stems[0]] == nil {
          countries[form.stems[0]] = link
        }
      }
    }
    // "Fund" is in many names; "Juan Carlos Institute" makes no title of "Carlos".
    titleWords.formUnion(bodyWords.filter { $0.value > 4 }.keys)
  }

  private func terms(_ places: [Place]?) -> [MatchedTerm] {
    (places ?? []).map {
      MatchedTerm(glossary: glossaries[Int($0.glossary)], index: Int($0.index))
    }
  }

  /// The forms for a term with this English and concept; `alternatives` are the rows that match the same French.
  func forms(
    target: String, concept: String, alternatives: [MatchedTerm]
  ) -> AcceptedForms {
    var forms = AcceptedForms()
    forms.preferred = [EnglishForm(target)]
    let rows = concept.isEmpty ? [] : terms(concepts[FormHash.of(concept.utf8)])
    // A row that is not to be used may be the only one the French has.
    let same = rows.filter { $0.concept == concept && $0.target == target }
    if !same.isEmpty, same.allSatisfy({ $0.status == .forbidden || $0.status == .deprecated }) {
      forms.preferred = []
    }
    for row in rows where row.concept == concept && !isGuarded(row, alternatives) {
      add(row, target, to: &forms)
    }
    for row in alternatives where row.concept != concept || concept.isEmpty {
      switch row.status {
      case .forbidden: forms.forbidden.append(EnglishForm(row.target))
      case .deprecated: forms.deprecated.append(EnglishForm(row.target))
      default: forms.admitted += all(row).map(EnglishForm.init)
      }
    }
    let link =
      rows.first { $0.link.hasPrefix("country.") }?.link
      ?? alternatives.first {
        $0.link.hasPrefix("country.")
      }?.link
    if let link, rows.isEmpty || rows.contains(where: { isNational($0) }) {
      for row in terms(links[FormHash.of(link.utf8)]) where row.link == link {
        forms.related += all(row).map(EnglishForm.init)
      }
    }
    forms.forbidden.removeAll { form in
      forms.preferred.contains { $0.stems == form.stems && $0.text == form.text }
    }
    return forms
  }

  /// A row that forbids a form of this French, yet not here: its guards speak against it.
  private func isGuarded(_ row: MatchedTerm, _ alternatives: [MatchedTerm]) -> Bool {
    guard row.status == .forbidden || row.status == .deprecated else { return false }
    let same = alternatives.filter { $0.source == row.source }
    return !same.isEmpty
      && !same.contains { $0.line == row.line && $0.glossaryName == row.glossaryName }
  }

  /// A country or what belongs to it, by its name; no city.
  private func isNational(_ row: MatchedTerm) -> Bool {
    row.kind == .nationality || row.kind == .language || row.concept == row.link
  }

  private func add(_ row: MatchedTerm, _ target: String, to forms: inout AcceptedForms) {
    switch row.status {
    case .forbidden: forms.forbidden.append(EnglishForm(row.target))
    case .deprecated: forms.deprecated.append(EnglishForm(row.target))
    default:
      let isSame = row.target == target || row.british == target || target.contains(row.target)
      let rendered = all(row).map(EnglishForm.init)
      if isSame { forms.preferred += rendered } else { forms.admitted += rendered }
      if forms.family == nil, row.kind == .person, !row.targetFamily.isEmpty {
        forms.family = EnglishForm(row.targetFamily)
      }
    }
  }

  private func all(_ row: MatchedTerm) -> [String] {
    [row.target] + [row.british, row.attributive, row.noun, row.plural].compactMap(\.self)
      + row.also
  }

  /// Whether a word of this stem is part of a title or of a body's name: "minister", "fund".
  func isTitleWord(_ stem: UInt64) -> Bool { titleWords.contains(stem) }
}
