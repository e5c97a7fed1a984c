internal import Bitext
internal import English
internal import Terminology

/// The office of a title phrase with its portfolio.
extension TitleTranslator {
  func isFrontPortfolio(_ phrase: TitlePhrase) -> Bool {
    words.takesPortfolioInFront(english(phrase))
  }

  /// "Foreign Minister", "foreign ministers", "Economy and Finance Minister".
  func portfolioAndOffice(_ phrase: TitlePhrase, plural: Bool, capital: Bool) -> String {
    let (qualifiers, office) = qualifiedOffice(phrase, plural: plural, capital: capital)
    return qualifiers.isEmpty ? office : joinWords([qualifiers, [office]])
  }

  /// The same, with the words that stay in lower case before a formal title apart. AP Stylebook, "titles".
  func qualifiedOffice(
    _ phrase: TitlePhrase, plural: Bool, capital: Bool
  ) -> (qualifiers: [String], office: String) {
    if let secretary = secretary(phrase) {
      return ([], capital ? TitleCase.capitalize(secretary) : secretary)
    }
    var office = head(of: phrase)
    if plural || (phrase.isPlural && !capital) {
      office = phrase.officeTerm.plural ?? pluralOffice(office)
    }
    let ending = phrase.ending?.target ?? ""
    let isFormal = capital && !phrase.officeTerm.flags.contains(.isDescription)
    var full = office
    if !phrase.portfolios.isEmpty, isFrontPortfolio(phrase) {
      let portfolio = joined(phrase.portfolios.map { strippedThe($0.attributive ?? $0.target) })
      full = withPortfolio(office, isFormal ? portfolio : lowercased(portfolio))
    }
    guard isFormal else { return ([], full + ending) }
    let first = full.utf8.prefix { $0 != UInt8(ascii: " ") }
    guard words.isQualifier(Substring(first)) else {
      return ([], TitleCase.capitalize(full) + ending)
    }
    let parts = full.splitAtSpaces()
    let qualifiers = parts.prefix { words.isQualifier($0) }
    let rest = parts.dropFirst(qualifiers.count).joined(separator: " ")
    return (qualifiers.map(String.init), TitleCase.capitalize(rest) + ending)
  }

  /// A minister of the United States by the title there: "Treasury secretary", "attorney general".
  private func secretary(_ phrase: TitlePhrase) -> String? {
    guard
      phrase.nationalities.first?.link == "country.US" || phrase.owner?.link == "country.US",
      phrase.portfolios.count == 1,
      !phrase.isPlural, phrase.ending == nil, phrase.officeTarget == "minister"
    else { return nil }
    return words.secretaries[phrase.portfolios[0].attributive ?? phrase.portfolios[0].target]
  }

  private func withPortfolio(_ office: String, _ portfolio: String) -> String {
    let parts = office.splitAtSpaces()
    // "European Commissioner" with a portfolio is "European Competition Commissioner".
    if let first = parts.first, demonyms.isAdjective(String(first)) {
      return joinWords([[String(first)], [portfolio], parts.dropFirst().map(String.init)])
    }
    // "deputy minister" with a portfolio is "deputy defense minister".
    let lead = parts.prefix { words.isLead($0) }
    return joinWords([
      lead.map(String.init), [portfolio], parts.dropFirst(lead.count).map(String.init),
    ])
  }

  /// The office in English; «directeur général» is the CEO of a company: «de Renault», not «de l’Unesco».
  private func head(of phrase: TitlePhrase) -> String {
    let office = english(phrase)
    guard let owner = phrase.owner, owner.kind == .organization, !owner.isCommon,
      recognition.isCapitalized(owner.tokens.lowerBound),
      !recognition.flags(owner.tokens.lowerBound).contains(.allCapitals),
      !recognition.isWord(owner.tokens.lowerBound - 1, Closed.definite)
    else { return office }
    return words.companyHeads[office] ?? office
  }

  /// The head of an office in the plural: "secretaries of state", "foreign ministers".
  private func pluralOffice(_ office: String) -> String {
    for link in [" of ", " in ", " for ", " to ", "-in-", "-elect"] {
      if let range = office.place(of: link) {
        return nouns.plural(of: String(office[..<range.lowerBound])) + office[range.lowerBound...]
      }
    }
    return nouns.plural(of: office)
  }

  /// Lower case, word by word, but for acronyms and names: "Foreign" is "foreign", "EU Affairs" "EU affairs".
  func lowercased(_ text: String) -> String {
    text.splitAtSpaces().map { word in
      let capitals = word.unicodeScalars.count { $0.properties.isUppercase }
      let isName = demonyms.isAdjective(String(word)) || words.proper.contains(word)
      return capitals > 1 || isName ? String(word) : word.lowercased()
    }.joined(separator: " ")
  }
}
