internal import Bitext
internal import French

/// What there is to find of one part of a recognised term.
struct CheckedPart {
  var kind: TermKind
  var target: String
  var concept: String
  var origin: TermOrigin
  /// As the source writes it.
  var source: String
  var forms: AcceptedForms
  /// The document has had it before.
  var isKnown: Bool
  /// The rule that gave an inferred form: "romanize-ru".
  var rule: String?
  /// A name that is kept as it stands, though it has a word of the French lexicon.
  var hasFrenchWord = false

  /// It names one person, place or thing: it has a capital.
  var isProper: Bool {
    let kinds: [TermKind] = [
      .person, .place, .organization, .event, .work, .law, .nationality, .other,
    ]
    // A piece of a title that no row has is French still.
    let isKnownPiece = !concept.isEmpty || kind == .person && target.utf8.count > 2
    return kinds.contains(kind) && isKnownPiece
      && target.unicodeScalars.first?.properties.isUppercase ?? false && !hasFrenchWord
  }
}

/// What the translation makes of a part.
struct Judgement {
  var verdict: Verdict
  var severity: CheckSeverity
  /// Words of the English text.
  var words: Range<Int>?
  var message = ""
  /// The form as the glossary has it, where one was found whole.
  var form: String?
  /// What to write instead of `words`, if not the whole expected form.
  var fix: String?

  static let fine = Judgement(verdict: .ok, severity: .ok)
}

/// Looks for the English of one part of a term in an English text.
struct TermJudge {
  let text: EnglishText
  /// Capitalised words that nothing in the source accounts for.
  var strangers: [Int] = []
  let index: FormIndex
  /// Stems that stand for someone named before, and for something.
  private static let personal = stems([
    "he", "she", "they", "him", "her", "them", "his", "hers", "their", "theirs", "who", "whose",
    "we", "us", "our", "i", "my", "me", "you", "your",
  ])
  private static let impersonal = stems([
    "it", "its", "they", "them", "their", "there", "here", "country", "nation", "city", "town",
    "capital", "state", "region", "club", "party", "company", "group", "team", "government",
    "which",
  ])

  private static func stems(_ words: [String]) -> Set<UInt64> {
    Set(words.map { EnglishStem.hash($0) })
  }

  func judge(_ part: CheckedPart) -> Judgement {
    if let forbidden = forbidden(part) { return forbidden }
    if part.kind == .honorific { return honorific(part) }
    if isOtherAcronym(part) { return .fine }
    if part.kind == .person || part.kind == .place, let kept = untranslated(part) { return kept }
    if let found = whole(part) { return found }
    if scattered(part.forms.preferred + part.forms.admitted) { return .fine }
    if let joined = joined(part) { return joined }
    if let found = part.forms.related.lazy.compactMap({ text.range(of: $0) }).first {
      return Judgement(verdict: .ok, severity: .ok, words: found)
    }
    if let kin = kindred(part) { return kin }
    if let kept = untranslated(part) { return kept }
    if isQuoted(part) { return .fine }
    if let other = romanized(part) { return other }
    if let near = misspelt(part) { return near }
    if let short = short(part) { return short }
    return absent(part)
  }

  // MARK: Forms

  private func forbidden(_ part: CheckedPart) -> Judgement? {
    let allowed = accepted(part)
    for form in part.forms.forbidden + part.forms.deprecated {
      for range in text.ranges(of: form) where !allowed.contains(where: { $0.overlaps(range) }) {
        // "license" has the sense that French "licence" has too.
        let isDoubtful =
          part.forms.deprecated.contains(form)
          && Folding.fold(part.source).hasPrefix(Folding.fold(form.text).prefix(5))
        let better = (part.forms.preferred + part.forms.admitted).first?.text
        return Judgement(
          verdict: .forbidden, severity: isDoubtful ? .info : .error, words: range,
          message: "“\(text.string(range))” is not to be used for “\(part.source)”"
            + (better.map { "; write “\($0)”" } ?? ""), fix: better ?? "")
      }
    }
    return nil
  }

  /// Where accepted forms stand.
  func accepted(_ part: CheckedPart) -> [Range<Int>] {
    (part.forms.preferred + part.forms.admitted).flatMap { text.ranges(of: $0) }
  }

  private func whole(_ part: CheckedPart) -> Judgement? {
    for form in part.forms.preferred {
      if let range = text.range(of: form) {
        return Judgement(verdict: .ok, severity: .ok, words: range, form: form.text)
      }
    }
    for form in part.forms.admitted {
      if let range = text.range(of: form) {
        return Judgement(
          verdict: .variant, severity: .info, words: range,
          message: "“\(text.string(range))” for “\(part.source)”; "
            + "the glossary prefers “\(part.target)”", form: form.text)
      }
    }
    return nil
  }

  /// All words of a form stand somewhere: "the foreign minister of Russia" for "Russian foreign minister".
  private func scattered(_ forms: [EnglishForm]) -> Bool {
    forms.contains { form in
      form.content.count > 1 && form.content.allSatisfy { text.has($0) }
    }
  }

  /// The same letters, spaced otherwise: "JPMorgan Chase" for "JP Morgan Chase".
  private func joined(_ part: CheckedPart) -> Judgement? {
    guard part.isProper else { return nil }
    for form in part.forms.preferred + part.forms.admitted {
      let wanted = EnglishText(form.text).words.flatMap { Self.bare($0.letters) }
      guard wanted.count > 4 else { continue }
      for start in text.words.indices where text.words[start].isCapitalized {
        var letters: [UInt8] = []
        var end = start
        while end < text.words.count, letters.count < wanted.count {
          letters += Self.bare(text.words[end].letters)
          end += 1
        }
        guard letters == wanted else { continue }
        return Judgement(verdict: .ok, severity: .ok, words: start..<end)
      }
    }
    return nil
  }

  /// "FES" of a service is not the city of Fès.
  private func isOtherAcronym(_ part: CheckedPart) -> Bool {
    let written = EnglishForm(part.source)
    guard written.stems.count == 1, !written.acronyms.isEmpty,
      part.forms.preferred.allSatisfy({ $0.acronyms.isEmpty })
    else { return false }
    return text.indices(of: written.stems[0]).contains { text.words[$0].isAllCapitals }
  }

  /// Letters without hyphens, points and apostrophes.
  private static func bare(_ letters: [UInt8]) -> [UInt8] {
    letters.filter { ![0x2D, 0x2E, 0x27].contains($0) }
  }

  /// A word of the same beginning: "Catalan" for Catalonia, but no other country ("Austria", "Australia").
  private func kindred(_ part: CheckedPart) -> Judgement? {
    if part.kind == .organization { return adjective(of: part) }
    guard [.place, .nationality, .language].contains(part.kind) else { return nil }
    let names = EnglishText(part.target).words.filter { $0.isCapitalized && $0.letters.count > 3 }
    for name in names {
      // "Hessian" for Hesse.
      let isShort = name.letters.count == 5 && name.letters.last == UInt8(ascii: "e")
      let beginning = name.letters.prefix(isShort ? 4 : 5)
      for (place, word) in text.words.enumerated()
      where word.isCapitalized && word.letters.starts(with: beginning)
        && (!isShort || word.letters.suffix(3).elementsEqual("ian".utf8))
      {
        let link = index.countries[word.stem]
        let isOther = link?.hasPrefix("country.") ?? false && link != index.countries[name.stem]
        guard !isOther else { continue }
        return Judgement(verdict: .ok, severity: .ok, words: place..<place + 1)
      }
    }
    return nil
  }

  /// "congressional" and "parliamentary" for a body of one word.
  private func adjective(of part: CheckedPart) -> Judgement? {
    let name = EnglishText(part.target).words
    guard name.count == 1, name[0].letters.count > 5, !name[0].isAllCapitals,
      let place = text.words.firstIndex(where: { $0.letters.starts(with: name[0].letters) })
    else { return nil }
    return Judgement(verdict: .ok, severity: .ok, words: place..<place + 1)
  }

  // MARK: Short forms

  private func short(_ part: CheckedPart) -> Judgement? {
    // Of a name that no row has, the last word is as good as a surname.
    let isUnknownName = part.kind == .other && part.origin == .inferred && part.isProper
    if part.kind == .person || isUnknownName { return surname(part) }
    guard let form = part.forms.preferred.first else { return nil }
    // "the IMF", "the party" of a body with several words.
    if form.initials.count > 1 {
      for word in text.words where word.isAllCapitals && word.letters == form.initials {
        return .fine
      }
    }
    guard form.content.count > 1 else { return nil }
    let found = form.content.filter { text.has($0) }
    guard let first = found.first, let word = text.indices(of: first).first else { return nil }
    let isMost = found.count * 2 > form.content.count
    if !isMost, part.isProper, stranger(for: part) != nil { return nil }
    return Judgement(
      verdict: part.isKnown || isMost ? .ok : .variant,
      severity: part.isKnown || isMost ? .ok : .info, words: word..<word + 1,
      message: "“\(part.source)” is “\(part.target)” in full")
  }

  private func surname(_ part: CheckedPart) -> Judgement? {
    guard let full = part.forms.preferred.first else { return nil }
    let family =
      part.forms.family ?? EnglishForm(String(part.target.split(separator: " ").last ?? ""))
    guard let range = text.range(of: family) else {
      // The given name alone, or a name in another order; no "Bank" of "Deta-Bank".
      let isPartly =
        full.content.count > 1
        && full.content.contains {
          text.has($0) && (part.kind == .person || !index.isTitleWord($0))
        }
      return isPartly ? .fine : nil
    }
    if let given = wrongGivenName(full, before: range) {
      return Judgement(
        verdict: .variant, severity: part.origin == .inferred ? .info : .warning, words: given,
        message: "“\(text.string(given))” is spelt “\(part.target)” in the glossary",
        fix: String(part.target.prefix { $0 != " " }))
    }
    return Judgement(verdict: .ok, severity: .ok, words: range)
  }

  /// The given name before a surname, where it is nearly the expected one: "Sergey" for "Sergei".
  private func wrongGivenName(_ full: EnglishForm, before family: Range<Int>) -> Range<Int>? {
    guard full.stems.count > 1, family.lowerBound > 0 else { return nil }
    let word = text.words[family.lowerBound - 1]
    guard word.isCapitalized, word.letters.count > 3, word.stem != full.stems[0] else { return nil }
    let expected = EnglishText(full.text).words[0].letters
    guard expected.count > 3, EditDistance.isNear(word.letters, expected, most: 2) else {
      return nil
    }
    return family.lowerBound - 1..<family.lowerBound
  }

  // MARK: Nearly right

  /// The name in another romanisation: "Vasyunik" for "Wasjunik". Only what no row has is told with a doubt.
  private func romanized(_ part: CheckedPart) -> Judgement? {
    guard part.isProper, part.origin == .inferred, part.kind != .nationality else { return nil }
    let names = [part.source, part.target].compactMap { form in
      EnglishText(form).words.last { $0.letters.count > 3 && $0.isCapitalized }
    }
    let place = text.words.firstIndex { word in
      word.isCapitalized && word.letters.count > 3
        && names.contains { NameSkeleton.isAlike(word.letters, $0.letters) }
    }
    guard let place else { return nil }
    return Judgement(
      verdict: .variant, severity: .info, words: place..<place + 1,
      message: "“\(text.string(place..<place + 1))” is another spelling of “\(part.target)”")
  }

  /// A capitalised word that differs from the expected one by a letter or two.
  private func misspelt(_ part: CheckedPart) -> Judgement? {
    guard part.isProper, part.kind != .nationality,
      let form = part.forms.family ?? part.forms.preferred.first
    else { return nil }
    let name = EnglishText(form.text).words.filter { $0.letters.count > 4 && $0.isCapitalized }
    for expected in name where !text.has(expected.stem) {
      for (index, word) in text.words.enumerated()
      where word.isCapitalized && !word.isAllCapitals && word.letters.count > 4
        && self.index.countries[word.stem] == nil
      {
        let most = expected.letters.count > 7 ? 2 : 1
        guard EditDistance.isNear(word.letters, expected.letters, most: most) else { continue }
        // "Senate" is the English of "Sénat" that was taken for a part of a kept name.
        let isTranslated =
          part.origin == .inferred
          && (self.index.isTitleWord(word.stem)
            || NameSkeleton.isAlike(word.letters, expected.letters))
        let range = index..<index + 1
        return Judgement(
          verdict: .variant, severity: isTranslated ? .info : .warning, words: range,
          message: "“\(text.string(range))” looks like “\(form.text)”, spelt otherwise",
          fix: EnglishText(form.text).words.first { $0.stem == expected.stem }.map {
            String(decoding: Array(form.text.utf8)[$0.range], as: UTF8.self)
          })
      }
    }
    return nil
  }

  // MARK: Nothing found

  private func absent(_ part: CheckedPart) -> Judgement {
    if part.isProper, let stranger = stranger(for: part) {
      return Judgement(
        verdict: .missing, severity: isWhole(stranger, of: part) ? .info : .error, words: stranger,
        message: "“\(text.string(stranger))” stands where “\(part.target)” is expected "
          + "for “\(part.source)”")
    }
    return Judgement(
      verdict: .missing, severity: severity(of: part),
      message: "nothing stands for “\(part.source)”; expected “\(part.target)”")
  }

  /// A name that was named before may be said otherwise; one that was not needs another reason to be absent.
  private func severity(of part: CheckedPart) -> CheckSeverity {
    guard part.isProper, part.kind != .nationality else { return .info }
    let pronouns = part.kind == .person ? Self.personal : Self.impersonal
    let isReferred = pronouns.contains { text.has($0) }
    // A foreign name of several words that no row has may be said in English: "Pražský Dopravní podnik".
    let isLong = part.kind == .other && part.origin == .inferred && part.source.contains(" ")
    if isLong { return .info }
    if part.isKnown { return isReferred ? .info : .warning }
    return isReferred ? .warning : .error
  }

  /// A name that the source does not have, of the kind that is missing.
  private func stranger(for part: CheckedPart) -> Range<Int>? {
    let names = strangers.filter { place in
      let stem = text.words[place].stem
      guard part.kind == .nationality else {
        return index.countries[stem] != nil || !index.isTitleWord(stem)
      }
      return index.countries[stem].map {
        $0.hasPrefix("country.") || text.words[place].letters.suffix(2).elementsEqual("an".utf8)
      } ?? false
    }
    guard let first = names.first else { return nil }
    var end = first + 1
    while names.contains(end) { end += 1 }
    return first..<end
  }
}

extension TermJudge {
  /// The country of a part, or a part of the country: "Britain" for "Angleterre".
  private func isWhole(_ words: Range<Int>, of part: CheckedPart) -> Bool {
    let there = index.countries[text.words[words.lowerBound].stem] ?? ""
    let codes = (part.forms.preferred + part.forms.related).compactMap { form in
      form.stems.count == 1 ? index.countries[form.stems[0]] : nil
    }
    return !there.isEmpty
      && codes.contains { $0.hasPrefix(there + "-") || there.hasPrefix($0 + "-") }
  }
}

/// How far two words are apart.
enum EditDistance {
  /// They begin alike and at most `most` letters differ, are added or left out; equal words are not near.
  static func isNear(_ a: [UInt8], _ b: [UInt8], most: Int) -> Bool {
    guard a.first == b.first, abs(a.count - b.count) <= most, a != b else { return false }
    var previous = Array(0...b.count)
    for (row, letter) in a.enumerated() {
      var current = [row + 1]
      for (column, other) in b.enumerated() {
        current.append(
          min(
            previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1,
            current[column] + 1))
      }
      if current.allSatisfy({ $0 > most }) { return false }
      previous = current
    }
    return previous[b.count] <= most
  }
}
