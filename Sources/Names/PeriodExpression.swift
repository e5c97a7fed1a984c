internal import Bitext

/// Months, years, seasons, decades and centuries.
extension QuantityReader {
  // MARK: - Months

  /// "mars 2011", "mars"; "Mars" only before a year at the start of a sentence or in capitals.
  func monthMatch(at token: Int) -> TermMatch? {
    guard let period = monthPeriod(at: token) else { return nil }
    return date(token..<period.end, period.text, .name, "date-period")
  }

  private func monthPeriod(at token: Int) -> (text: String, end: Int)? {
    guard let (word, next) = find(.month, at: token), !isHyphenated(token) else { return nil }
    let year = year(at: next)
    let isCapital = flags(token).contains(.capitalized)
    let hasYear = year != nil && !(year?.hasEra ?? false)
    if isCapital, !hasYear || word.value == 3 && isProper(token) {
      // "Avril Lavigne" is a person, "Mars" a planet; "Juillet" opens a sentence.
      guard !isProper(token), word.value > 4, !flags(next).contains(.capitalized) else {
        return nil
      }
    }
    guard let year, hasYear else { return (word.english, next) }
    return (word.english + " " + year.text, year.end)
  }

  /// "en mars dernier" is "last March", "en avril prochain" "next April".
  func relativeMonthMatch(at token: Int) -> TermMatch? {
    guard let (word, next) = find(.month, at: token + 1), !isProper(token + 1),
      has(next, .last) || has(next, .next)
    else { return nil }
    let text = (has(next, .last) ? "last " : "next ") + word.english
    return date(token..<next + 1, text, .name, "date-relative")
  }

  // MARK: - Early, mid, late

  /// "début 2026", "fin mars 2020", "fin XIXe siècle".
  func edgeMatch(at token: Int) -> TermMatch? {
    let isEarly = has(token, .early)
    guard isEarly || has(token, .late), !isProper(token), !isHyphenated(token + 1) else {
      return nil
    }
    let prefix = isEarly ? "early " : "late "
    if let period = period(at: token + 1) {
      return date(token..<period.end, prefix + period.text, .name, "date-period")
    }
    if let century = century(at: token + 1), century.hasNoun {
      return date(token..<century.end, prefix + century.text, .name, "century")
    }
    return nil
  }

  /// «courant 2020», «courant mars» without a preposition before it: "during 2020".
  func courseMatch(at token: Int) -> TermMatch? {
    guard !has(token - 1, .preposition), !has(token - 1, .demonstrative),
      !flags(token - 1).contains(.contracted), let period = period(at: token + 1)
    else { return nil }
    return date(token..<period.end, "during " + period.text, .adverbial, "in-period")
  }

  /// "mi-avril", "la mi-2025".
  func middleMatch(at token: Int) -> TermMatch? {
    guard !isProper(token), isHyphenated(token + 1) else { return nil }
    let determiner = article(before: token)
    let next = token + 1
    if let month = find(.month, at: next) {
      let year = year(at: month.end)
      let text = "mid-" + month.word.english + (year.map { " " + $0.text } ?? "")
      return date(
        token..<(year?.end ?? month.end), text, .name, "date-period", determiner: determiner)
    }
    if let number = digits(next), number.count == 4 {
      let text = "mid-\(number.value)"
      return date(token..<next + 1, text, .name, "date-period", determiner: determiner)
    }
    return nil
  }

  /// A month with or without year, or a year.
  private func period(at token: Int) -> (text: String, end: Int)? {
    if let year = year(at: token) {
      guard value(of: .scale, at: year.end) == nil, value(of: .currency, at: year.end) == nil else {
        return nil
      }
      return (year.text, year.end)
    }
    return isProper(token) ? nil : monthPeriod(at: token)
  }

  /// "44 av. J.-C.", "480-323 av. J.-C.".
  func eraMatch(at token: Int) -> TermMatch? {
    if let year = year(at: token), year.hasEra {
      return date(token..<year.end, year.text, .name, "date-era")
    }
    guard let first = digits(token), isHyphenated(token + 1), let second = digits(token + 1),
      let era = era(at: token + 2)
    else { return nil }
    let year = withEra("\(first.value)-\(second.value)", era)
    return date(token..<year.end, year.text, .name, "date-era")
  }

  /// "dans la nuit de samedi à dimanche" is "overnight Saturday to Sunday".
  func overnightMatch(at token: Int) -> TermMatch? {
    guard has(token + 1, .theFeminine), has(token + 2, .night), has(token + 3, .of) else {
      return nil
    }
    let start = flags(token + 4).contains(.contracted) ? token + 5 : token + 4
    guard let first = find(.weekday, at: start) else { return nil }
    var text = "overnight " + first.word.english
    var end = first.end
    if has(end, .to) {
      let next = flags(end + 1).contains(.contracted) ? end + 2 : end + 1
      if let second = find(.weekday, at: next) {
        text += " to " + second.word.english
        end = second.end
      }
    }
    return date(token..<end, text, .name, "date-relative")
  }

  // MARK: - Seasons and nouns before a year

  /// "l’été 2019", "le printemps 2020", "hiver 2019-2020".
  func seasonMatch(at token: Int) -> TermMatch? {
    guard let (word, next) = find(.season, at: token), !isProper(token),
      let year = yearSpan(at: next)
    else { return nil }
    let names = word.english.split(separator: "|")
    let name = String((variety == .gb ? names.last : names.first) ?? "")
    guard let determiner = article(before: token) else {
      guard token == 0 || flags(token - 1).contains(.punctuation) else { return nil }
      return date(token..<year.end, name + " " + year.text, .name, "date-period")
    }
    return date(
      token..<year.end, name + " of " + year.text, .name, "date-period", determiner: determiner,
      article: .the)
  }

  /// "trimestre 2025" is "quarter of 2025", "saison 2024-2025" "2024-2025 season".
  func yearNounMatch(at token: Int) -> TermMatch? {
    guard let (word, next) = find(.yearNoun, at: token), !isProper(token),
      let year = yearSpan(at: next)
    else { return nil }
    var match = date(
      token..<year.end, word.english.replacingPlaceholder(with: year.text), .noun, "date-period")
    match.article = .asSource
    match.morphology = [.singular, .time]
    return match
  }

  /// "2020", "2024-2025", "2023/2024".
  private func yearSpan(at token: Int) -> (text: String, end: Int)? {
    guard let year = year(at: token), !year.hasEra else { return nil }
    if isHyphenated(token + 1), let second = digits(token + 1),
      second.count == 4 || second.count == 2
    {
      return (year.text + "-" + string(token + 1), token + 2)
    }
    if isMark(token + 1, "/"), isGlued(token + 1), let second = digits(token + 2), second.count == 4
    {
      return (year.text + "-" + string(token + 2), token + 3)
    }
    return (year.text, year.end)
  }

  // MARK: - Decades

  /// "les années 1990", "les années 90", "les années 1980 et 1990", "les années soixante".
  func decadeMatch(at token: Int) -> TermMatch? {
    guard !isProper(token), let first = decade(at: token + 1) else { return nil }
    var text = first.text
    var end = first.end
    if has(end, .and), let second = decade(at: end + 1) {
      text += " and " + second.text
      end = second.end
    } else if isHyphenated(end), let second = decade(at: end) {
      text += "-" + second.text
      end = second.end
    }
    return date(
      token..<end, text, .name, "decade", determiner: article(before: token),
      article: article(before: token) == nil ? .asSource : .the, isPlural: true)
  }

  private func decade(at token: Int) -> (text: String, end: Int)? {
    guard let number = numeral(at: token), number.fraction.isEmpty, number.exponent == 0,
      !number.isGrouped, number.whole % 10 == 0
    else { return nil }
    switch number.whole {
    case 20...90: return ("\(1900 + number.whole)s", number.end)
    case 1000...2190: return ("\(number.whole)s", number.end)
    default: return nil
    }
  }

  // MARK: - Centuries

  /// "XIXe siècle", "XVIIe et XVIIIe siècles", "IIe-IIIe siècle av. J.-C.", "dix-neuvième siècle".
  func centuryMatch(at token: Int) -> TermMatch? {
    guard !isHyphenated(token), let century = century(at: token) else { return nil }
    guard century.hasNoun else {
      return TermMatch(
        tokens: token..<century.end, kind: .number, syntax: .adjective, target: century.text,
        article: .asSource, origin: .computed, rule: "ordinal")
    }
    let determiner = article(before: token)
    return date(
      token..<century.end, century.text, .name, "century", determiner: determiner,
      article: determiner == nil ? .asSource : .the, isPlural: century.isPlural)
  }

  private func century(at token: Int) -> (text: String, end: Int, hasNoun: Bool, isPlural: Bool)? {
    guard let first = ordinal(at: token) else { return nil }
    var text = EnglishNumber.ordinal(first.value)
    var end = first.end
    var isRange = false
    if let other = secondOrdinal(at: end) {
      text += other.joint + EnglishNumber.ordinal(other.value)
      end = other.end
      isRange = true
    }
    guard let noun = find(.eraNoun, at: end) else {
      return first.isWord || isRange ? nil : (text, first.end, false, false)
    }
    text += " " + noun.word.english
    end = noun.end
    if let era = era(at: end) {
      text = withEra(text, (era.name, false, era.end)).text
      end = era.end
    }
    return (text, end, true, noun.word.english.hasSuffix("s") || noun.word.english.hasSuffix("ia"))
  }

  /// "et XVIIIe", "-IIIe", "au XXe" after an ordinal.
  private func secondOrdinal(at token: Int) -> (joint: String, value: Int, end: Int)? {
    if isHyphenated(token), let second = ordinal(at: token), !second.isWord {
      return ("-", second.value, second.end)
    }
    var index = token + 1
    let joint: String
    if has(token, .and) {
      joint = " and "
    } else if has(token, .to), flags(index).contains(.contracted) {
      joint = " to the "
      index += 1
    } else {
      return nil
    }
    guard let second = ordinal(at: index), value(of: .eraNoun, at: second.end) != nil else {
      return nil
    }
    return (joint, second.value, second.end)
  }

  /// "XIXe", "19e", "1er", "dix-neuvième"; the last only with its end, since a noun must follow.
  func ordinal(at token: Int) -> (value: Int, end: Int, isWord: Bool)? {
    if let value = figureOrdinal(at: token) { return (value, token + 1, false) }
    if let value = romanOrdinal(at: token) { return (value, token + 1, false) }
    guard !isProper(token) else { return nil }
    if let ordinal = value(of: .ordinal, at: token) { return (ordinal.value, token + 1, true) }
    return compoundOrdinal(at: token).map { ($0.value, $0.end, true) }
  }

  /// "dix-neuvième", "vingt et unième", "cent deuxième".
  func compoundOrdinal(at token: Int) -> (value: Int, end: Int)? {
    guard let number = numeral(at: token), number.isSpelled, number.exponent == 0 else {
      return nil
    }
    let index = has(number.end, .and) ? number.end + 1 : number.end
    guard let last = value(of: .ordinal, at: index), last.value < 20,
      isHyphenated(index) || index > number.end
    else { return nil }
    return (number.whole + last.value, last.end)
  }

  /// 20 for "20e", 1 for "1re".
  private func figureOrdinal(at token: Int) -> Int? {
    guard flags(token).contains(.number) else { return nil }
    let bytes = bytes(token)
    let digits = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard !digits.isEmpty, digits.count <= 6, digits.count < bytes.count,
      Self.ordinalEndings.contains(FormHash.of(bytes[digits.endIndex...]))
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private static let ordinalEndings = endings([
    "e", "è", "er", "re", "ère", "ème", "eme", "ième", "nd", "nde", "ers", "es", "èmes",
  ])
  private static let firstEndings = endings(["er", "re", "ère", "ere"])
  private static let secondEndings = endings(["d", "nd", "de", "nde"])

  private static func endings(_ list: [String]) -> FormSet {
    FormSet(list.map { FormHash.of($0.utf8) })
  }

  /// 19 for "XIXe". One letter only where it is no word with its ending: "Ve", never "Me" or "De".
  private func romanOrdinal(at token: Int) -> Int? {
    guard flags(token).contains(.capitalized), flags(token).contains(.word) else { return nil }
    let bytes = bytes(token)
    guard let first = bytes.first,
      first == 0x49 || first == 0x56 || first == 0x58 || first == 0x4C
        || first == 0x43, bytes.count >= 2
    else { return nil }
    var figures = bytes.prefix { $0 >= 0x41 && $0 <= 0x5A }
    var ending = FormHash.of(bytes[figures.endIndex...])
    if figures.count == bytes.count, flags(token).contains(.shouted),
      figures.last == UInt8(ascii: "E")
    {
      figures = figures.dropLast()
      ending = FormHash.of(CollectionOfOne(UInt8(ascii: "e")))
    }
    guard Self.ordinalEndings.contains(ending), let value = RomanNumber.value(figures) else {
      return nil
    }
    if figures.count == 1, value > 10 { return nil }
    // "Ier" and "IInd" alone have endings of their own; "Inde" is a country.
    let isFirst = Self.firstEndings.contains(ending)
    let isSecond = Self.secondEndings.contains(ending)
    if isFirst != (value == 1) || (isSecond && value != 2) { return nil }
    return value
  }
}

extension String {
  /// "quarter of 2025" for "quarter of {}".
  fileprivate func replacingPlaceholder(with value: String) -> String {
    guard let brace = firstIndex(of: "{"), index(after: brace) < endIndex else { return self }
    return String(self[..<brace]) + value + String(self[index(brace, offsetBy: 2)...])
  }
}
