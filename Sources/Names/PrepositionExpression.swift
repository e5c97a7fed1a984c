internal import Bitext

/// Times and dates with a preposition whose English depends on them: "à 9 h", "au XIXe siècle", "du 12 au 14 avril".
extension QuantityReader {
  /// "à 9 h 45" is "at 9:45 a.m.", "au XIXe siècle" "in the 19th century", "à la mi-avril" "in mid-April".
  func atMatch(at token: Int) -> TermMatch? {
    // The verb "a" is no preposition; a capital without accent at the start of a sentence is.
    guard let first = bytes(token).first, first != UInt8(ascii: "a") || isContracted(token),
      !isHyphenated(token), !flags(token - 1).contains(.elided)
    else { return nil }
    if isContracted(token) {
      guard !has(token - 1, .reaching) else { return nil }
      if let day = bareDayMatch(at: token + 2) {
        return date(
          token..<day.tokens.upperBound, "to " + day.target, .adverbial, "date-relative")
      }
      return inside(from: token, period: centuryMatch(at: token + 2) ?? seasonMatch(at: token + 2))
    }
    if article(before: token + 2) == token + 1 {
      return inside(from: token, period: middleMatch(at: token + 2) ?? seasonMatch(at: token + 2))
    }
    guard var time = timeMatch(at: token + 1), time.rule == "time" else { return nil }
    time.tokens = token..<time.tokens.upperBound
    time.target = "at " + time.target
    time.syntax = .adverbial
    return time
  }

  func isContracted(_ token: Int) -> Bool { flags(token + 1).contains(.contracted) }

  private func inside(from token: Int, period: TermMatch?) -> TermMatch? {
    guard let period, period.kind == .date, period.determiner == period.tokens.lowerBound - 1 else {
      return nil
    }
    let article = period.article == .the ? "the " : ""
    return date(
      token..<period.tokens.upperBound, "in " + article + period.target, .adverbial, "in-period")
  }

  /// "du 12 au 14 avril" is "from April 12 to 14", "du lundi au vendredi" "from Monday to Friday".
  func fromMatch(at token: Int) -> TermMatch? {
    guard bytes(token).count == 2, !flags(token).contains(.elided) else { return nil }
    guard isContracted(token) else { return bareFromMatch(at: token) }
    if let days = calendarDay(at: token + 2), days.text.contains(" to ") {
      return date(token..<days.end, "from " + days.text, .adverbial, "date-range")
    }
    if let days = weekdayRange(at: token + 2) {
      return date(token..<days.end, "from " + days.text, .adverbial, "date-range")
    }
    guard let (first, end) = find(.weekday, at: token + 2), has(end, .to), isContracted(end),
      let (second, last) = find(.weekday, at: end + 2), !has(last, .early), digits(last) == nil
    else { return nil }
    let text = "from " + first.english + " to " + second.english
    return date(token..<last, text, .adverbial, "date-range")
  }

  /// "de 1990 à 2005", "de mars à juin 2020", "de 9 h à 18 h".
  private func bareFromMatch(at token: Int) -> TermMatch? {
    if let time = timeMatch(at: token + 1), time.rule == "time", time.target.contains(" to ") {
      return date(
        token..<time.tokens.upperBound, "from " + time.target, .adverbial, "time-range")
    }
    guard let first = span(at: token + 1), has(first.end, .to), !isContracted(first.end),
      let second = span(at: first.end + 1), first.isYear == second.isYear
    else { return nil }
    let text = "from " + first.text + " to " + second.text
    return date(token..<second.end, text, .adverbial, "date-range")
  }

  /// A year or a month for a range; a number before a noun is none.
  private func span(at token: Int) -> (text: String, end: Int, isYear: Bool)? {
    if let year = year(at: token) {
      let isNumber =
        value(of: .scale, at: year.end) != nil || value(of: .currency, at: year.end) != nil
        || isMark(year.end, "%") || value(of: .unit, at: year.end) != nil
      return isNumber ? nil : (year.text, year.end, true)
    }
    guard let month = find(.month, at: token), !isProper(token) else { return nil }
    let year = year(at: month.end)
    let name = month.word.english + (year.map { " " + $0.text } ?? "")
    return (name, year?.end ?? month.end, false)
  }

  /// "début 2026" without a preposition is "in early 2026".
  func bareEdge(_ match: TermMatch?) -> TermMatch? {
    guard var match else { return nil }
    let first = match.tokens.lowerBound
    guard match.determiner == nil, !has(first - 1, .preposition), !has(first - 1, .demonstrative),
      !flags(first - 1).contains(.contracted)
    else { return match }
    match.target = "in " + match.target
    match.syntax = .adverbial
    match.rule = "in-period"
    return match
  }

  /// ", soit 112 % du PIB", ", soit 600 personnes": "or" before an amount.
  func orMatch(at token: Int) -> TermMatch? {
    guard has(token, .thatIs), isMark(token - 1, ",") || isMark(token - 1, "(") else { return nil }
    let start = token + 1
    if var match = approximateMatch(at: start) ?? amountMatch(at: start) {
      match.tokens = token..<match.tokens.upperBound
      match.target = "or " + match.target
      return match
    }
    guard let number = digits(start), value(of: .month, at: start + 1) == nil,
      flags(start + 1).contains(.word)
    else { return nil }
    return TermMatch(
      tokens: token..<start + 1, kind: .number, syntax: .quantity, target: "or \(number.value)",
      article: .asSource, morphology: number.value > 1 ? .plural : .singular,
      isPlural: number.value > 1, origin: .computed, rule: "number")
  }

  /// "neuf Européens sur dix", "un élève sur cinq": the second number, "out of 10".
  func ratioMatch(at token: Int) -> TermMatch? {
    guard has(token, .outOf), let number = numeral(at: token + 1), number.exponent == 0,
      number.fraction.isEmpty, number.whole > 1, number.whole <= 1000, endsRatio(number.end)
    else { return nil }
    let first = (max(0, token - 4)..<token).first { index in
      flags(index).contains(.number) || value(of: .cardinal, at: index) != nil
    }
    guard let first, let part = numeral(at: first), part.whole > 1, part.whole < number.whole,
      part.end < token,
      (part.end..<token).allSatisfy({ flags($0).contains(.word) })
    else { return nil }
    let figures =
      number.whole < 10 ? words.spelled[number.whole] ?? string(token + 1) : String(number.whole)
    return date(token..<number.end, "out of " + figures, .adverbial, "ratio")
  }

  /// No noun follows that the number counts: "sur dix ans" is no ratio; its plural would end in s, x or z.
  private func endsRatio(_ token: Int) -> Bool {
    if endsClause(token) { return true }
    let flags = flags(token)
    guard flags.contains(.word), flags.isDisjoint(with: [.capitalized, .hyphenBefore]),
      let last = bytes(token).last, bytes(token).count > 2
    else { return false }
    return ![UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z")].contains(last)
      && value(of: .scale, at: token) == nil && value(of: .unit, at: token) == nil
  }

  func endsClause(_ token: Int) -> Bool {
    let flags = flags(token)
    return token >= table.count || flags.contains(.punctuation) || isRatioFollower(token)
  }

  private func isRatioFollower(_ token: Int) -> Bool {
    has(token, .and) || has(token, .of) || has(token, .follower)
  }

  /// "près de 45 000" is "nearly 45,000".
  func nearlyMatch(at token: Int) -> TermMatch? {
    guard has(token, .nearly), has(token + 1, .of), !isContracted(token + 1) else { return nil }
    let start = token + 2
    if var match = approximateMatch(at: start) ?? amountMatch(at: start) {
      let about = "about "
      if match.target.hasPrefix(about) { match.target.removeFirst(about.count) }
      match.tokens = token..<match.tokens.upperBound
      match.target = "nearly " + match.target
      return match
    }
    guard let number = digits(start), value(of: .month, at: start + 1) == nil else { return nil }
    return TermMatch(
      tokens: token..<start + 1, kind: .number, syntax: .quantity,
      target: "nearly \(number.value)", article: .asSource, morphology: .plural, isPlural: true,
      origin: .computed,
      rule: "number")
  }
}
