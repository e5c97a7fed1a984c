package import Bitext
internal import French

/// A name rewritten from French transcription to the usual English one.
package struct Romanization: Sendable, Hashable {
  /// One word for each word of the name as it was written: "Guéorgui", "Stoïanov" give "Georgi", "Stoyanov".
  package var words: [String]
  /// The set of rules that was applied, by its language: "bg".
  package var rules: String
}

/// Rewrites foreign names from French transcription to that of the English press.
///
/// "Iouri Kouznetsov" becomes "Yuri Kuznetsov"; "Rachid Bouchareb" and "Jacques Chirac" stay. The language is
/// decided by the given name, the spelling and the countries that the text has named.
package final class Romanizer: Sendable {
  private struct Language: Sendable {
    var name: String
    var countries: Set<String>
    /// The spelling alone is no evidence: a country or a given name must speak for the language.
    var needsContext: Bool
    var rules: RewriteRules
  }

  private let languages: [Language]
  /// For each country the languages of its names, as bits.
  private let languagesByCountry: [String: UInt32]
  private let keepingCountries: Set<String>
  /// Countries that write names in Latin letters: «le Croate Duje Draganja» is no transcription.
  private let latinCountries: Set<String>
  /// Those of them whose names look like transcriptions: "Jana Buranova", "Chhang Youk".
  private let likeCountries: Set<String>
  private let shapes: NameShapes
  private let givenNames: GivenNameTable

  /// Reads the files of `Data/romanization`; `rules` are those of the languages, by their names ("ru").
  package init(
    languages data: MappedBytes, shapes: MappedBytes, givenNames: MappedBytes,
    rules: [String: MappedBytes]
  ) throws {
    var reader = DataRows(data, file: "Names/romanization/languages.tsv", columns: 3)
    var indices: [String: Int] = [:]
    var languages: [Language] = []
    var keepingCountries: Set<String> = []
    var latinCountries: Set<String> = []
    var likeCountries: Set<String> = []
    while try reader.advance() {
      let name = reader.text(0)
      let countries = Set(reader.text(1).split(separator: " ").map(String.init))
      guard name != "-" else {
        keepingCountries = countries
        continue
      }
      guard name != "=" else {
        latinCountries = countries
        continue
      }
      guard name != "~" else {
        likeCountries = countries
        continue
      }
      guard let file = rules[name], languages.count < LanguageScore.scalarCount else {
        throw reader.invalid(0)
      }
      guard let need = Need(rawValue: reader.text(2)) else { throw reader.invalid(2) }
      indices[name] = languages.count
      languages.append(
        Language(
          name: name, countries: countries, needsContext: need == .context,
          rules: try RewriteRules(file, file: "Names/romanization/\(name).rules")))
    }
    self.languages = languages
    languagesByCountry = languages.enumerated().reduce(into: [:]) { result, language in
      for country in language.element.countries {
        result[country, default: 0] |= 1 << language.offset
      }
    }
    self.keepingCountries = keepingCountries
    self.latinCountries = latinCountries
    self.likeCountries = likeCountries
    self.shapes = try NameShapes(shapes, languages: indices)
    self.givenNames = try GivenNameTable(givenNames, languages: indices)
  }

  private enum Need: String { case shape, context }

  /// The English spelling of a name, or nil where it stays as it is written.
  ///
  /// - Parameters:
  ///   - words: The name's words as written, particles and the parts of hyphenated words each for itself.
  ///   - isContinued: A hyphen joins the word of this place to the one before it: "fou" in "Kouang-fou".
  ///   - countries: ISO codes of the countries named so far, the latest last; asked for when they matter.
  ///   - nationality: The country of an adjective right before the name.
  ///   - isFamilyLast: The last word belongs to the family name.
  ///   - isPerson: Something besides the spelling says that this is a person's name.
  package func romanize(
    _ words: [String], isContinued: (Int) -> Bool = { _ in false },
    countries: @autoclosure () -> [String], nationality: @autoclosure () -> String? = nil,
    isFamilyLast: Bool,
    isPerson: Bool = false
  ) -> Romanization? {
    guard !words.isEmpty, words.count <= 12 else { return nil }
    let family = isFamilyLast ? words.count - 1 : 0
    var evidence = Evidence()
    for (index, word) in words.enumerated() {
      word.withBytes {
        note(
          $0, Folding.foldedHash(UnsafeRawBufferPointer($0)),
          isGiven: index != family || words.count == 1, in: &evidence)
      }
    }
    guard evidence.isCandidate(isPerson: isPerson || words.count > 1) else { return nil }
    let isNamed = evidence.given.max() > 0
    if !isNamed, let country = nationality(), latinCountries.contains(country) { return nil }
    let countries = countries()
    if !isNamed, let country = countries.last, likeCountries.contains(country) { return nil }
    addContext(countries, to: &evidence)
    guard let language = choice(evidence, isPerson: isPerson) else { return nil }
    let rewritten = words.enumerated().map { index, word in
      rewrite(
        word, by: language, isGiven: index != family || words.count == 1,
        isContinued: isContinued(index))
    }
    guard rewritten != words else { return nil }
    return Romanization(words: rewritten, rules: languages[language].name)
  }

  /// False where `romanize` gives nil for a name with its family name last, whatever the countries: by the words
  /// alone, in UTF-8 and with their folded hashes, no language has points enough.
  @inline(__always)
  func mayRomanize(
    count: Int, word: (Int) -> (text: UnsafeBufferPointer<UInt8>, folded: UInt64)
  ) -> Bool {
    guard mayReach(Evidence.threshold(isPerson: count > 1), count: count, word: word) else {
      return false
    }
    var evidence = Evidence()
    for index in 0..<count {
      let (text, folded) = word(index)
      note(text, folded, isGiven: index != count - 1 || count == 1, in: &evidence)
    }
    return evidence.isCandidate(isPerson: count > 1)
  }

  /// False where the words cannot bring a language these points together, by what each brings at most.
  @inline(__always)
  private func mayReach(
    _ points: Int16, count: Int, word: (Int) -> (text: UnsafeBufferPointer<UInt8>, folded: UInt64)
  ) -> Bool {
    var most: Int16 = 0
    for index in 0..<count {
      let (text, folded) = word(index)
      guard let more = shapes.most(text), !givenNames.contains(folded) else { return true }
      most &+= more
    }
    return most >= points
  }

  // MARK: - Evidence

  private struct Evidence {
    var name = LanguageScore.zero
    var ending = LanguageScore.zero
    var given = LanguageScore.zero
    var context = LanguageScore.zero
    var keeps = false
    /// The Arabic article as it is written of Eastern names: "al-Najjar".
    var hasArticle = false
    /// A letter that no French transcription has: "Iván", "Hošek".
    var isLatin = false
    /// The country named last has none of the languages.
    var isElsewhere = false

    /// Some language has points enough to go on.
    func isCandidate(isPerson: Bool) -> Bool {
      !isLatin && name.max() >= Self.threshold(isPerson: isPerson)
    }

    static func threshold(isPerson: Bool) -> Int16 { isPerson ? 1 : 3 }
  }

  private func note(
    _ word: UnsafeBufferPointer<UInt8>, _ folded: @autoclosure () -> UInt64, isGiven: Bool,
    in evidence: inout Evidence
  ) {
    guard word.count > 1, !Self.isCamelCase(word) else { return }
    if Self.hasForeignLetter(word) { evidence.isLatin = true }
    if word.elementsEqual("al".utf8) { evidence.hasArticle = true }
    if isGiven, let found = givenNames.evidence(of: folded()) {
      evidence.keeps = evidence.keeps || found.keeps
      evidence.given &+= found.points
      evidence.name &+= found.points
      return
    }
    let shape = shapes.score(word)
    evidence.name &+= shape.total
    evidence.ending = shape.ending
  }

  /// Two points for the country named last, one for those before it.
  private func addContext(_ countries: [String], to evidence: inout Evidence) {
    guard let latest = countries.last else { return }
    let spoken = languagesByCountry[latest] ?? 0
    let recent = countries.suffix(4).reduce(0) { $0 | (languagesByCountry[$1] ?? 0) }
    evidence.isElsewhere = spoken == 0
    for index in languages.indices where recent >> UInt32(index) & 1 != 0 {
      evidence.context[index] = spoken >> UInt32(index) & 1 != 0 ? 2 : 1
    }
    // Maghrebi names keep their French spelling, which has "El" where Eastern names have "al".
    if keepingCountries.contains(latest), !evidence.hasArticle,
      let arabic = languages.firstIndex(where: { $0.name == "ar" })
    {
      evidence.name[arabic] = -9
    }
  }

  /// The language with the most points, where they are enough.
  private func choice(_ evidence: Evidence, isPerson: Bool) -> Int? {
    var best: (language: Int, points: Int16)?
    for (index, language) in languages.enumerated() {
      let name = evidence.name[index]
      let context = evidence.context[index]
      let isGiven = evidence.given[index] > 0
      // "Serge" is French, and Armenian where the text speaks of Armenia.
      if evidence.keeps, !speaksThough(evidence, index) { continue }
      if language.needsContext, context == 0, !isGiven { continue }
      let hasWitness = isGiven || context > 0 || evidence.ending[index] >= 1
      let isEnough =
        isPerson && !(evidence.isElsewhere && context == 0) && hasWitness || isGiven
        ? name + context >= 3 && name >= (language.needsContext ? 1 : 2)
        : name >= 3 && evidence.ending[index] >= 1
      guard isEnough, name + context > best?.points ?? 0 else { continue }
      best = (index, name + context)
    }
    return best?.language
  }

  /// A letter of Latin alphabets that French does not write, in UTF-8.
  private static func hasForeignLetter(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var lead: UInt8 = 0
    for byte in word {
      switch (lead, byte) {
      // œ, Œ, Ÿ
      case (0xC5, 0x92), (0xC5, 0x93), (0xC5, 0xB8): break
      case (0xC4, _), (0xC5, _): return true
      // á ã å í ñ ó õ ø ú ý, small and capital
      case (0xC3, _) where byte < 0xC0:
        let small = byte | 0x20
        if [0xA1, 0xA3, 0xA5, 0xAD, 0xB1, 0xB3, 0xB5, 0xB8, 0xBA, 0xBD].contains(small) {
          return true
        }
      default: break
      }
      lead = byte
    }
    return false
  }

  /// "YouGov" is no name of a person.
  private static func isCamelCase(_ word: some Sequence<UInt8>) -> Bool {
    var sawSmall = false
    for byte in word {
      if byte >= 0x41, byte <= 0x5A, sawSmall { return true }
      sawSmall = sawSmall || byte >= 0x61 && byte <= 0x7A
    }
    return false
  }

  /// A given name that is French too counts where the country and the spelling of the family name agree.
  private func speaksThough(_ evidence: Evidence, _ language: Int) -> Bool {
    // «le général syrien Abdelkrim al-Tounsi»: a given name of the Maghreb too, but no article of it.
    if evidence.hasArticle, languages[language].name == "ar",
      evidence.given[language] > 0 || evidence.context[language] > 1
    {
      return true
    }
    guard evidence.given[language] > 0 else { return false }
    return evidence.context[language] > 0
      && (languages[language].needsContext || evidence.ending[language] >= 1)
  }

  // MARK: - Rewriting

  private func rewrite(
    _ word: String, by language: Int, isGiven: Bool, isContinued: Bool
  ) -> String {
    if isContinued, word.utf8.count > 2, word == word.lowercased() {
      return languages[language].rules.rewrite(word)
    }
    guard let first = word.unicodeScalars.first, first.properties.isUppercase,
      word.utf8.count > 1, !Self.isCamelCase(word.utf8)
    else { return languages[language].name == "ar" && word == "ben" ? "bin" : word }
    let lower = Folding.lower(word)
    var result: String?
    if isGiven {
      result = word.withBytes { givenNames.english(of: $0, in: language) }
    }
    let isShouted = word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
    let english = result ?? languages[language].rules.rewrite(lower)
    if isShouted { return english.uppercased() }
    return english.prefix(1).uppercased() + english.dropFirst()
  }
}
