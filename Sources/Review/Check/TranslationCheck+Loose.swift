internal import Bitext
internal import French
internal import Terminology

/// Names and numbers that no match covers.
extension TranslationCheck {
  /// Capitalised words that no match covers and that French has not: surnames, mostly.
  func looseNames(_ source: Source) -> [Int] {
    var covered = Set<Int>()
    for match in source.matches { covered.formUnion(match.tokens) }
    return source.table.indices.filter { token in
      let flags = source.table.flags[token]
      guard flags.contains(.word), flags.contains(.capitalized), !flags.contains(.opaque),
        !covered.contains(token), !isFrenchWord(source.table.exact[token])
      else { return false }
      let written = string(token..<token + 1, source)
      return written.utf8.count > 3 && written.contains(where: \.isLowercase)
    }
  }

  /// What to say of a name that nothing recognised: only that it is misspelt or, if some row has the family name,
  /// that another name stands in its place.
  func finding(
    forName token: Int, _ source: Source, _ judge: TermJudge, hasFindings: [CheckFinding]
  ) -> CheckFinding? {
    let written = string(token..<token + 1, source)
    let part = CheckedPart(
      kind: .person, target: written, concept: "", origin: .inferred, source: written,
      forms: AcceptedForms(preferred: [EnglishForm(written)]), isKnown: false)
    let judgement = judge.judge(part)
    guard judgement.severity > .info, let words = judgement.words,
      judgement.verdict == .variant
        || source.hits.contains(where: { $0.isFamilyName && $0.tokens == token..<token + 1 })
    else { return nil }
    let range = judge.text.range(words)
    guard !hasFindings.contains(where: { $0.targetRange?.overlaps(range) ?? false }) else {
      return nil
    }
    return CheckFinding(
      verdict: judgement.verdict, severity: .warning, kind: .person, source: written,
      expected: written, found: judge.text.string(words), fix: judgement.fix ?? written,
      message: judgement.message, sourceRange: sourceRange(token..<token + 1, source),
      targetRange: range)
  }

  func quantity(
    _ tokens: Range<Int>, _ kind: TermKind, _ target: String, _ source: Source
  ) -> ExpectedQuantity {
    let next = tokens.upperBound
    return ExpectedQuantity(
      source: string(tokens, source), sourceRange: sourceRange(tokens, source), kind: kind,
      target: target,
      following: next < source.table.count
        ? string(next..<min(next + 2, source.table.count), source) : "",
      preceding: tokens.lowerBound > 0
        ? string(tokens.lowerBound - 1..<tokens.lowerBound, source) : "")
  }

  /// Figures outside every match: "Boeing 737", "1-0".
  func looseNumbers(_ source: Source) -> [ExpectedQuantity] {
    var covered = Set<Int>()
    for match in source.matches { covered.formUnion(match.tokens) }
    return source.table.indices.compactMap { token in
      guard source.table.flags[token].contains(.number), !covered.contains(token),
        !source.table.flags[token].contains(.opaque)
      else { return nil }
      let written = string(token..<token + 1, source)
      var english = ""
      for scalar in written.unicodeScalars {
        switch scalar {
        case " ", "\u{A0}", "\u{202F}": continue
        case ",": english.append(".")
        default: english.unicodeScalars.append(scalar)
        }
      }
      return quantity(
        token..<token + 1, isYear(token, english, source) ? .date : .number, english, source)
    }
  }

  /// "en 1981": four figures after a word that goes with years.
  private func isYear(_ token: Int, _ english: String, _ source: Source) -> Bool {
    guard token > 0, english.utf8.count == 4, let value = Int(english),
      (1000..<2200).contains(value)
    else { return false }
    return Self.beforeYears.contains(source.table.exact[token - 1])
  }

  private static let beforeYears = Set(
    ["en", "depuis", "an", "année", "avant", "après", "vers", "fin", "début", "dès"].map {
      Folding.exactHash($0)
    })
}
