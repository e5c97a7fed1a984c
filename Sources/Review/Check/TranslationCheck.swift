package import Bitext
package import French
package import Terminology

/// Checks translations against the terms, numbers and dates that were recognised in their sources.
///
/// One value goes through a document segment by segment: it remembers what was named, so that a short form or a
/// pronoun later is no miss, and how, so that two renderings are told. A sentence whose neighbours have what it
/// lacks is left alone: translators move things.
package struct TranslationCheck: Sendable {
  /// A source segment, analysed.
  package struct Source: Sendable {
    package var text: NormalizedText
    package var table: TokenTable
    package var matches: [TermMatch]
    /// Every row that matches somewhere, forbidden ones too.
    package var hits: [TermHit]

    package init(
      text: NormalizedText, table: TokenTable, matches: [TermMatch], hits: [TermHit]
    ) {
      self.text = text
      self.table = table
      self.matches = matches
      self.hits = hits
    }
  }

  private struct Use: Sendable {
    var form: String
    var stems: [UInt64]
    var line: Int
  }

  private struct FormKey: Hashable {
    var concept: String
    var target: String
    var source: UInt64
  }

  private static let mostRemembered = 20_000
  private let index: FormIndex
  private let matcher: TermMatcher
  /// Whether the French lexicon has a word, by its exact hash.
  let isFrenchWord: @Sendable (UInt64) -> Bool
  private var uses: [String: Use] = [:]
  private var known: Set<String> = []
  private var cache: [FormKey: AcceptedForms] = [:]

  package init(
    index: FormIndex, matcher: TermMatcher, isFrenchWord: @escaping @Sendable (UInt64) -> Bool
  ) {
    self.index = index
    self.matcher = matcher
    self.isFrenchWord = isFrenchWord
  }

  /// The findings of one segment, `ok` ones included, by their place in the source.
  ///
  /// `neighbours` are the translations before and after; `line` is told where another rendering is met later.
  package mutating func findings(
    of source: Source, target: String, neighbours: [String], line: Int
  ) -> [CheckFinding] {
    let raw = String(decoding: source.text.source, as: UTF8.self)
    if let whole = wholeSegment(raw, target, source) { return [whole] }
    let text = EnglishText(target)
    let judge = TermJudge(text: text, strangers: strangers(in: text, source), index: index)
    var findings: [CheckFinding] = []
    var quantities: [ExpectedQuantity] = []
    for match in source.matches {
      switch match.kind {
      case .number, .amount, .date, .time:
        quantities.append(quantity(match.tokens, match.kind, match.target, source))
      default:
        var finding = finding(for: match, source, judge, line)
        let isLost =
          finding.verdict == .missing && finding.severity > .info && finding.found == nil
        if isLost, neighbours.contains(where: { isIn($0, match, source) }) {
          finding.severity = .info
        }
        findings.append(finding)
      }
    }
    findings += looseNames(source).compactMap { token in
      finding(forName: token, source, judge, hasFindings: findings)
    }
    quantities += looseNumbers(source)
    findings += QuantityJudge(text, quantities).findings()
    findings += forbiddenElsewhere(source, text, findings)
    return findings.sorted {
      ($0.sourceRange.lowerBound, $0.sourceRange.upperBound)
        < ($1.sourceRange.lowerBound, $1.sourceRange.upperBound)
    }
  }

  // MARK: Segments

  /// A sentence that has no English, or is French still.
  private func wholeSegment(_ raw: String, _ target: String, _ source: Source) -> CheckFinding? {
    let words = source.table.indices.filter { source.table.flags[$0].contains(.word) }
    let isEmpty = target.utf8.allSatisfy { $0 <= 0x20 }
    let named = source.matches.reduce(0) { $0 + $1.tokens.count }
    guard !words.isEmpty, isEmpty || target == raw && words.count > named + 3 else { return nil }
    return CheckFinding(
      verdict: .untranslated, severity: .error, kind: nil, source: raw, expected: "",
      found: isEmpty ? nil : target,
      message: isEmpty ? "no English for this sentence" : "the English is the French",
      sourceRange: 0..<raw.utf8.count, targetRange: isEmpty ? nil : 0..<target.utf8.count)
  }

  // MARK: Terms

  private mutating func finding(
    for match: TermMatch, _ source: Source, _ judge: TermJudge, _ line: Int
  ) -> CheckFinding {
    let judgements = parts(of: match, source).map { ($0, judge.judge($0)) }
    let worst = judgements.max { rank($0.1) < rank($1.1) }
    var finding = CheckFinding(
      verdict: .ok, severity: .ok, kind: match.kind, source: string(match.tokens, source),
      expected: match.target, concept: match.concept, glossary: match.glossary,
      sourceRange: sourceRange(match.tokens, source))
    if let (part, judgement) = worst {
      finding.verdict = judgement.verdict
      finding.severity = judgement.severity
      finding.message = judgement.message
      if let words = judgement.words {
        finding.found = judge.text.string(words)
        finding.targetRange = judge.text.range(words)
        if judgement.severity > .ok {
          let fix = judgement.fix ?? part.target
          finding.fix = fix.isEmpty ? nil : fix
        }
      }
    }
    for (part, judgement) in judgements {
      note(part, judgement, line, judge.text, in: &finding)
    }
    return finding
  }

  private func rank(_ judgement: Judgement) -> Int {
    (CheckSeverity.allCases.firstIndex(of: judgement.severity) ?? 0) * 10
      + (judgement.verdict == .ok ? 0 : 1)
  }

  /// Remembers the part; another rendering than before is inconsistent.
  private mutating func note(
    _ part: CheckedPart, _ judgement: Judgement, _ line: Int, _ text: EnglishText,
    in finding: inout CheckFinding
  ) {
    guard !part.concept.isEmpty, known.count < Self.mostRemembered else { return }
    known.insert(part.concept)
    guard let form = judgement.form, let words = judgement.words,
      [.person, .place, .organization, .work, .event, .law, .other].contains(part.kind)
    else { return }
    let stems = EnglishForm(form).stems
    guard let first = uses[part.concept] else {
      uses[part.concept] = Use(form: form, stems: stems, line: line)
      return
    }
    // A country has several good names: "Britain", "the United Kingdom".
    guard finding.severity < .warning, !part.concept.hasPrefix("country."),
      isOther(stems, form, than: first)
    else { return }
    finding.verdict = .inconsistent
    finding.severity = .warning
    finding.found = text.string(words)
    finding.targetRange = text.range(words)
    finding.fix = first.form
    finding.message =
      "“\(text.string(words))” here, “\(first.form)” in line \(first.line), for “\(part.source)”"
  }

  /// Neither is the other in short: "EU" and "European Union" go together, "Kiev" and "Kyiv" do not.
  private func isOther(_ stems: [UInt64], _ form: String, than use: Use) -> Bool {
    guard stems != use.stems, Set(stems).isDisjoint(with: use.stems),
      form.contains(where: \.isUppercase), use.form.contains(where: \.isUppercase)
    else { return false }
    // "Czechia" and "Czech Republic", "Sudetenland" and "Sudeten Germans" are kin; so are "Pa." and "Pennsylvania".
    let (here, there) = (Folding.fold(form), Folding.fold(use.form))
    if stems.count != use.stems.count, here.utf8.prefix(4).elementsEqual(there.utf8.prefix(4)) {
      return false
    }
    let short = { (form: String) in form.prefix { $0 != "." } }
    if here.hasPrefix(short(there)) || there.hasPrefix(short(here)) { return false }
    // "House" is short for its full name.
    if [stems, use.stems].contains(where: { $0.count == 1 && index.isTitleWord($0[0]) }) {
      return false
    }
    func isAcronym(_ text: String) -> Bool {
      text.unicodeScalars.count { $0.properties.isUppercase } > 1
        && !text.unicodeScalars.contains { $0.properties.isLowercase }
    }
    return !isAcronym(form) && !isAcronym(use.form)
  }

  private mutating func parts(of match: TermMatch, _ source: Source) -> [CheckedPart] {
    let parts = match.parts
    guard !parts.isEmpty else {
      return [
        part(
          match.tokens, match.kind, match.target, match.concept, match.origin, match.rule, source)
      ]
    }
    return parts.map {
      part(
        $0.tokens, $0.kind, $0.target, $0.concept,
        $0.concept.isEmpty ? .inferred : match.origin, match.rule, source)
    }
  }

  private mutating func part(
    _ tokens: Range<Int>, _ kind: TermKind, _ target: String, _ concept: String,
    _ origin: TermOrigin, _ rule: String?, _ source: Source
  ) -> CheckedPart {
    let text = string(tokens, source)
    return CheckedPart(
      kind: kind, target: target, concept: concept, origin: origin, source: text,
      forms: forms(target, concept, tokens, source, text),
      isKnown: !concept.isEmpty && known.contains(concept), rule: rule,
      hasFrenchWord: isOrdinary(tokens, kind, origin, source))
  }

  /// "Mais" at the head of a sentence, once taken for a surname; of names that no row has "Groupe G",
  /// "Électeurs libres", "Décrets Beneš", "Virginie du Nord" and what stands in capitals: they may be translated.
  private func isOrdinary(
    _ tokens: Range<Int>, _ kind: TermKind, _ origin: TermOrigin, _ source: Source
  ) -> Bool {
    guard let first = tokens.first else { return false }
    func isWord(_ token: Int) -> Bool { isFrenchWord(source.table.exact[token]) }
    if kind == .person, tokens.count == 1 { return isWord(first) }
    guard origin == .inferred else { return false }
    let words = tokens.filter { source.table.flags[$0].contains(.word) }
    func letters(_ token: Int) -> String { string(token..<token + 1, source) }
    if words.count > 1, words.allSatisfy({ letters($0).allSatisfy { !$0.isLowercase } }) {
      return true
    }
    guard kind == .person else {
      return kind == .other
        && words.contains { ($0 == first || letters($0).count > 3) && isWord($0) }
    }
    if isWord(first), letters(first).hasSuffix("s") { return true }
    return zip(words, words.dropFirst()).contains { article, noun in
      ["du", "des"].contains(letters(article)) && isWord(noun)
    }
  }

  private mutating func forms(
    _ target: String, _ concept: String, _ tokens: Range<Int>, _ source: Source, _ text: String
  ) -> AcceptedForms {
    let key = FormKey(concept: concept, target: target, source: FormHash.of(text.utf8))
    if let forms = cache[key] { return forms }
    let alternatives = source.hits.filter { $0.tokens == tokens && !$0.isFamilyName }.map {
      MatchedTerm(glossary: matcher.glossaries[$0.glossary], index: $0.term)
    }
    let forms = index.forms(target: target, concept: concept, alternatives: alternatives)
    if cache.count > Self.mostRemembered { cache.removeAll() }
    cache[key] = forms
    return forms
  }

  /// Capitalised words inside sentences that neither the source nor the English of its terms has; none of a
  /// headline in title case.
  private mutating func strangers(in text: EnglishText, _ source: Source) -> [Int] {
    let capitals = text.words.indices.filter { word in
      text.words[word].isCapitalized && !opensSentence(word, text)
    }
    guard capitals.count * 2 < text.words.count else { return [] }
    var known: Set<UInt64> = []
    var beginnings: [ArraySlice<UInt8>] = []
    for token in source.table.indices where source.table.flags[token].contains(.word) {
      known.insert(EnglishStem.hash(Folding.fold(string(token..<token + 1, source))))
    }
    for match in source.matches {
      known.formUnion(EnglishForm(match.target).stems)
      guard match.kind != .number, match.kind != .date, match.kind != .time, match.kind != .amount
      else { continue }
      for part in parts(of: match, source) {
        if part.isProper {
          beginnings += EnglishText(part.target).words.filter { $0.letters.count > 3 }
            .map { $0.letters.prefix(4) }
        }
        for form in part.forms.preferred + part.forms.admitted + part.forms.related {
          known.formUnion(form.stems)
        }
      }
    }
    return capitals.filter { place in
      let word = text.words[place]
      let isLong = word.letters.count > 3 || index.countries[word.stem] != nil
      return isLong && !known.contains(word.stem)
        && !EnglishQuantities.isCalendarWord(word.letters)
        && !beginnings.contains { word.letters.starts(with: $0) }
    }
  }

  /// A capital proves nothing after a stop, a colon or a quotation mark.
  private func opensSentence(_ word: Int, _ text: EnglishText) -> Bool {
    guard word > 0 else { return true }
    let gap = text.words[word - 1].range.upperBound..<text.words[word].range.lowerBound
    return text.bytes[gap].contains { [0x2E, 0x21, 0x3F, 0x3A, 0x22].contains($0) || $0 >= 0x80 }
  }

  /// Whether a neighbouring sentence has the term.
  private mutating func isIn(_ neighbour: String, _ match: TermMatch, _ source: Source) -> Bool {
    let judge = TermJudge(text: EnglishText(neighbour), index: index)
    return parts(of: match, source).allSatisfy { part in
      let verdict = judge.judge(part).verdict
      return verdict == .ok || verdict == .variant
    }
  }

  /// Rows that forbid an English form for French that another match has taken, or none has.
  private func forbiddenElsewhere(
    _ source: Source, _ text: EnglishText, _ findings: [CheckFinding]
  ) -> [CheckFinding] {
    var result: [CheckFinding] = []
    for hit in source.hits {
      let term = MatchedTerm(glossary: matcher.glossaries[hit.glossary], index: hit.term)
      guard term.status == .forbidden || term.status == .deprecated,
        !isInside(hit.tokens, source), let words = text.range(of: EnglishForm(term.target))
      else { continue }
      let range = text.range(words)
      let isTold = (findings + result).contains {
        $0.targetRange == range && ($0.verdict == .forbidden || $0.verdict == .ok)
      }
      guard !isTold else { continue }
      let written = string(hit.tokens, source)
      // "license" has the sense that French "licence" has too; "College" is part of a name.
      let isAlike =
        term.status == .deprecated
        && Folding.fold(written).hasPrefix(Folding.fold(term.target).prefix(5))
      let isName =
        text.words[words.lowerBound].isCapitalized
        && !(term.target.first?.isUppercase ?? false) && words.lowerBound > 0
      result.append(
        CheckFinding(
          verdict: .forbidden, severity: isAlike || isName ? .info : .error, kind: term.kind,
          source: written, expected: "",
          found: text.string(words), concept: term.concept, glossary: term.glossaryName,
          message: "“\(text.string(words))” is not to be used for “\(written)”",
          sourceRange: sourceRange(hit.tokens, source), targetRange: range))
    }
    return result
  }

  /// A longer term has the words: only that one counts.
  private func isInside(_ tokens: Range<Int>, _ source: Source) -> Bool {
    source.matches.contains { match in
      match.tokens.lowerBound <= tokens.lowerBound && match.tokens.upperBound >= tokens.upperBound
        && match.tokens != tokens
    }
  }

  // MARK: Places

  func string(_ tokens: Range<Int>, _ source: Source) -> String {
    let range = source.table.bounds(tokens).range
    guard range.upperBound <= source.text.bytes.count else { return "" }
    return String(decoding: source.text.bytes[range], as: UTF8.self)
  }

  func sourceRange(_ tokens: Range<Int>, _ source: Source) -> Range<Int> {
    source.text.map.sourceRange(of: source.table.bounds(tokens)).range
  }
}
