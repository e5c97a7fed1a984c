internal import Bitext
internal import French

/// Names that no row has: by their parts, by romanisation, or as they stand.
extension PersonNameReader {
  /// A sequence turned into a name: its parts by rows, by romanisation, or as they stand.
  func assembled(_ tokens: Range<Int>, discourse: Discourse, afterTitle: Bool)
    -> PersonName?
  {
    let isGiven = givenNames.contains(recognition.table.folded[tokens.lowerBound])
    if afterTitle, !isGiven, !isPlausible(tokens) || isShoutedWord(tokens) { return nil }
    guard afterTitle || (isGiven && tokens.count > 1) else {
      return romanized(tokens, discourse: discourse, requiresChange: true)
    }
    return romanized(tokens, discourse: discourse, requiresChange: false)
  }

  /// «LE PRÉSIDENT A PARLÉ»: among capitals a word of the lexicon is no name.
  private func isShoutedWord(_ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    guard recognition.flags(first).contains(.shouted) else { return false }
    return recognition.knowledge.lexicon?.knows(exact: recognition.table.exact[first]) ?? false
  }

  private func romanized(_ tokens: Range<Int>, discourse: Discourse, requiresChange: Bool)
    -> PersonName?
  {
    let last = tokens.upperBound - 1
    var familyRow =
      tokens.count > 1 && recognition.hasHits(at: last)
      ? familyName(at: last, discourse: .empty) : nil
    // Another bearer of the name: "Schroeder" gains no umlaut from a row.
    if familyRow?.target.utf8.contains(where: { $0 >= 0x80 }) == true { familyRow = nil }
    if requiresChange, familyRow == nil, !mayRomanize(tokens) { return nil }
    let pieces = tokens.map { recognition.string($0..<$0 + 1) }
    let romanization = romanizer?.romanize(
      pieces, isContinued: { recognition.flags(tokens.lowerBound + $0).contains(.hyphenBefore) },
      countries: discourse.countries + recognition.countries(around: tokens),
      nationality: recognition.country(before: tokens.lowerBound),
      isFamilyLast: true, isPerson: !requiresChange)
    if requiresChange, romanization == nil, familyRow == nil { return nil }
    // A stranger, whose spelling need not be that of a famous namesake: «Igor Zelenski, un juge».
    if romanization != nil, discourse.person(family: recognition.table.folded[last]) == nil {
      familyRow = nil
    }
    let written = recognition.string(tokens)
    var person = PersonName(tokens: tokens, target: written)
    person.familyHash = recognition.table.folded[last]
    person.family = pieces.last ?? written
    person.origin = .inferred
    person.status = .inferred
    person.rule = "kept"
    if tokens.count > 1 {
      person.morphology.formUnion(givenNames.gender(recognition.table.folded[tokens.lowerBound]))
    }
    guard romanization != nil || familyRow != nil else {
      if !recognition.knowledge.keepsDiacritics { person.target = Folding.plain(written) }
      respell(&person)
      return person
    }
    var targets = romanization?.words ?? pieces
    if let familyRow, !targets.isEmpty { targets[targets.count - 1] = familyRow.target }
    person.target = join(targets, tokens)
    if !recognition.knowledge.keepsDiacritics { person.target = Folding.plain(person.target) }
    person.family = targets.last ?? person.family
    person.rule = romanization.map { "romanize-\($0.rules)" } ?? "family-row"
    respell(&person)
    return person
  }

  /// False for most capitals: their spelling speaks for no language that is romanised.
  private func mayRomanize(_ tokens: Range<Int>) -> Bool {
    guard let romanizer else { return false }
    return recognition.text.withUnsafeBufferPointer { text in
      romanizer.mayRomanize(count: tokens.count) {
        let token = tokens.lowerBound + $0
        return (recognition.word(token, of: text), recognition.table.folded[token])
      }
    }
  }

  /// Puts the house's spellings into a name that no row has.
  private func respell(_ person: inout PersonName) {
    if spellings.isEmpty { return }
    func respelled(_ name: String) -> String {
      name.split(separator: " ", omittingEmptySubsequences: false)
        .map { spellings[String($0)] ?? String($0) }.joined(separator: " ")
    }
    person.target = respelled(person.target)
    person.family = respelled(person.family)
  }

  /// The words of a name with the separators of the text between them.
  private func join(_ words: [String], _ tokens: Range<Int>) -> String {
    var result = ""
    for (offset, word) in words.enumerated() where offset < tokens.count {
      let token = tokens.lowerBound + offset
      let flags = recognition.flags(token)
      if offset > 0 {
        if flags.contains(.hyphenBefore) {
          result += "-"
        } else if flags.contains(.spaceBefore) {
          result += " "
        }
      }
      result += word
    }
    return result
  }
}
