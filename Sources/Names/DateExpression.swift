internal import Bitext

/// A year, with its era where one is written.
struct YearExpression {
  var text: String
  var end: Int
  var hasEra = false
}

extension QuantityReader {
  // MARK: - Parts of a date

  /// The day of the month at `token`: "3", "1er", "quatorze" and "premier" before a month.
  func day(at token: Int) -> (value: Int, end: Int)? {
    if let (value, count) = digits(token), count <= 2, value >= 1, value <= 31 {
      return (value, token + 1)
    }
    if flags(token).contains(.number) {
      return bytes(token).elementsEqual("1er".utf8) ? (1, token + 1) : nil
    }
    if let ordinal = value(of: .ordinal, at: token), ordinal.value == 1 { return (1, token + 1) }
    guard let number = numeral(at: token), number.whole <= 31, number.exponent == 0,
      number.whole > 1, number.fraction.isEmpty
    else { return nil }
    return (number.whole, number.end)
  }

  /// The month at `token`; after a day a capital and an abbreviation count too.
  func month(at token: Int, afterDay: Bool) -> (name: String, end: Int)? {
    if let month = find(.month, at: token), afterDay || !isHyphenated(token) {
      return (month.word.english, month.end)
    }
    guard afterDay, let month = find(.monthShort, at: token), !isProper(token) else { return nil }
    let hasStop = isMark(token + 1, ".") && isGlued(token + 1) && !isMarkedStart(token + 2)
    guard hasStop || year(at: token + 1) != nil else { return nil }
    return (month.word.english, hasStop ? token + 2 : token + 1)
  }

  /// The year at `token`, with "av. J.-C." after it; two figures need the era.
  func year(at token: Int) -> YearExpression? {
    guard !isHyphenated(token) else { return nil }
    if let number = digits(token) {
      if let era = era(at: token + 1) { return withEra(String(number.value), era) }
      guard number.count == 4, number.value >= 1000, number.value <= 2199 else { return nil }
      return YearExpression(text: String(number.value), end: token + 1)
    }
    guard flags(token).contains(.number), let number = numeral(at: token), number.isGrouped,
      let era = era(at: number.end)
    else { return nil }
    return withEra(EnglishNumber.grouped(number.whole), era)
  }

  func withEra(_ number: String, _ era: (name: String, leads: Bool, end: Int)) -> YearExpression {
    YearExpression(
      text: era.leads ? era.name + " " + number : number + " " + era.name, end: era.end,
      hasEra: true)
  }

  /// "av. J.-C.", "avant Jésus-Christ", "après J.-C.", "avant notre ère".
  func era(at token: Int) -> (name: String, leads: Bool, end: Int)? {
    let isBefore = has(token, .before)
    guard isBefore || has(token, .after) else { return nil }
    var index = isMark(token + 1, ".") ? token + 2 : token + 1
    if has(index, .notre), has(index + 1, .era) {
      let name = isBefore ? "BCE" : "CE"
      return (variety == .us ? name.map { "\($0)." }.joined() : name, false, index + 2)
    }
    if has(index, .jesus), has(index + 1, .christ) {
      index += 2
    } else if has(index, .jc) {
      index += 1
    } else if has(index, .j) {
      index += isMark(index + 1, ".") ? 2 : 1
      guard has(index, .c) else { return nil }
      index += 1
      // The stop of the abbreviation stays where it ends the sentence and English has none.
      let endsSentence = isMarkedStart(index + 1)
      if isMark(index, "."), variety == .us || !endsSentence { index += 1 }
    } else {
      return nil
    }
    switch (isBefore, variety) {
    case (true, .us): return ("B.C.", false, index)
    case (true, .gb): return ("BC", false, index)
    case (false, .us): return ("A.D.", true, index)
    case (false, .gb): return ("AD", true, index)
    }
  }

  // MARK: - Calendar days

  /// The date in English: "Monday, May 3, 2021", in Britain "Monday 3 May 2021".
  private func written(weekday: String?, days: String, month: String, year: String?) -> String {
    switch variety {
    case .us:
      (weekday.map { $0 + ", " } ?? "") + month + " " + days + (year.map { ", " + $0 } ?? "")
    case .gb:
      (weekday.map { $0 + " " } ?? "") + days + " " + month + (year.map { " " + $0 } ?? "")
    }
  }

  /// "12 avril 2021", "24 et 25 décembre", "12 au 14 avril", "28 février au 3 mars".
  func calendarDay(at token: Int, weekday: String? = nil) -> (text: String, end: Int)? {
    if let slashed = slashedDate(at: token), weekday == nil { return slashed }
    guard let list = dayList(at: token), let month = month(at: list.end, afterDay: true) else {
      return nil
    }
    var end = month.end
    let year = year(at: end)
    if let year { end = year.end }
    var text = written(weekday: weekday, days: list.text, month: month.name, year: year?.text)
    if !list.isList, weekday == nil, has(end, .to), flags(end + 1).contains(.contracted),
      let other = day(at: end + 2), let otherMonth = self.month(at: other.end, afterDay: true)
    {
      end = otherMonth.end
      let otherYear = self.year(at: end)
      if let otherYear { end = otherYear.end }
      text +=
        " to "
        + written(
          weekday: nil, days: String(other.value), month: otherMonth.name, year: otherYear?.text)
    }
    if year == nil, has(end, .last) || has(end, .next) { end += 1 }
    return (text, end)
  }

  /// The days before a month: "24 et 25", "24, 25 et 26", "12 au 14", "12 et le 14".
  private func dayList(at token: Int) -> (text: String, end: Int, isList: Bool)? {
    guard let first = day(at: token) else { return nil }
    var text = String(first.value)
    var index = first.end
    var isList = false
    while true {
      let joint: String
      var next = index + 1
      if isMark(index, ","),
        month(at: index + 2, afterDay: true) != nil || isList || isMark(index + 2, ",")
          || has(index + 2, .and)
      {
        joint = ", "
      } else if isHyphenated(index), digits(index) != nil {
        joint = "-"
        next = index
      } else if has(index, .and) {
        joint = " and "
        if has(next, .the) { next += 1 }
      } else if has(index, .to) {
        joint = " to "
        if flags(next).contains(.contracted) { next += 1 }
      } else {
        break
      }
      guard let other = day(at: next), next == index || !isHyphenated(next) else { break }
      text += joint + String(other.value)
      index = other.end
      isList = true
    }
    return (text, index, isList)
  }

  /// "12/04/2021".
  private func slashedDate(at token: Int) -> (text: String, end: Int)? {
    guard let day = digits(token), isMark(token + 1, "/"), isGlued(token + 1),
      let month = digits(token + 2), isMark(token + 3, "/"), let year = digits(token + 4),
      day.count <= 2, (1...31).contains(day.value), (1...12).contains(month.value),
      year.count == 4, !isMark(token - 1, "/"), !isMark(token + 5, "/"),
      let name = words.rows.first(where: { $0.role == .month && $0.value == month.value })
    else { return nil }
    let text = written(
      weekday: nil, days: String(day.value), month: name.english, year: String(year.value))
    return (text, token + 5)
  }

  /// A date that starts with a day of the month.
  func dayMatch(at token: Int) -> TermMatch? {
    guard !isHyphenated(token), let day = calendarDay(at: token) else { return nil }
    let determiner = article(before: token)
    // «entre le 6 et le 9 juin» has its preposition.
    let isBetween = has((determiner ?? token) - 1, .among) && day.text.contains(" and ")
    // «le 11-Septembre» is an event.
    let isEvent = isHyphenated(token + 1) && value(of: .month, at: token + 1) != nil
    return date(
      token..<day.end, day.text, isBetween || isEvent ? .name : .adverbial, "date-day",
      determiner: determiner)
  }

  // MARK: - Weekdays

  /// "lundi 3 mai 2021", "mardi soir", "jeudi dernier", "le lundi", "lundi".
  func weekdayMatch(at token: Int) -> TermMatch? {
    if let days = weekdays(at: token), !isProper(token) {
      return date(
        token..<days.end, joined(days.names), .adverbial, "date-day",
        determiner: article(before: token))
    }
    guard let (word, next) = find(.weekday, at: token), !isHyphenated(token) else { return nil }
    let determiner = article(before: token)
    if let day = calendarDay(at: next, weekday: word.english) {
      return date(token..<day.end, day.text, .adverbial, "date-day", determiner: determiner)
    }
    guard !isProper(token) else { return nil }
    if let pair = twoWeekdays(word.english, at: next) {
      return date(token..<pair.end, pair.text, .adverbial, "date-day", determiner: determiner)
    }
    if has(next, .last) || has(next, .next) {
      let text = (has(next, .last) ? "last " : "next ") + word.english
      return date(token..<next + 1, text, .name, "date-relative", determiner: determiner)
    }
    if let number = digits(next), let day = day(at: next), number.count <= 2,
      flags(next + 1).contains(.punctuation) || next + 1 == table.count
        || atMatch(at: next + 1) != nil, !isMark(next + 1, "%"),
      !isMark(next + 1, "/")
    {
      let text = word.english + " the " + EnglishNumber.ordinal(day.value)
      return date(token..<next + 1, text, .adverbial, "date-day", determiner: determiner)
    }
    var name = word.english
    var end = next
    if let part = find(.dayPart, at: next), !isHyphenated(next) {
      name += " " + part.word.english
      end = part.end
    }
    // "un dimanche", "chaque lundi matin": a noun with its determiner.
    if has(token - 1, .each) {
      var match = date(token..<end, name, .noun, "weekday")
      match.article = .asSource
      return match
    }
    return date(token..<end, name, .adverbial, "date-day", determiner: determiner)
  }

  /// «tous les mardis et jeudis» is "every Tuesday and Thursday".
  func everyMatch(at token: Int) -> TermMatch? {
    guard has(token + 1, .thePlural), let days = weekdays(at: token + 2) else { return nil }
    let names = days.names.map { String($0.dropLast()) }
    return date(token..<days.end, "every " + joined(names), .adverbial, "date-relative")
  }

  /// «mardis», «lundis, mardis et jeudis», «les mardis et les jeudis».
  private func weekdays(at token: Int) -> (names: [String], end: Int)? {
    guard let first = find(.weekdays, at: token) else { return nil }
    var names = [first.word.english]
    var end = first.end
    while has(end, .and) || isMark(end, ",") {
      let next = has(end + 1, .thePlural) ? end + 2 : end + 1
      guard let other = find(.weekdays, at: next) else { break }
      names.append(other.word.english)
      end = other.end
    }
    return (names, end)
  }

  /// «le 18», «au 12» after a date with its month: "the 18th".
  func bareDayMatch(at token: Int) -> TermMatch? {
    guard let (value, count) = digits(token), count <= 2, (1...31).contains(value),
      let determiner = article(before: token),
      bytes(determiner).elementsEqual("le".utf8) || isContracted(determiner - 1),
      endsClause(token + 1),
      (max(0, determiner - 30)..<determiner).contains(where: {
        self.value(of: .month, at: $0) != nil
      })
    else { return nil }
    return date(
      token..<token + 1, "the " + EnglishNumber.ordinal(value), .adverbial, "date-day",
      determiner: determiner)
  }

  /// «l'an 2000» is "the year 2000".
  func numberedYearMatch(at token: Int) -> TermMatch? {
    guard bytes(token).elementsEqual("an".utf8), let determiner = article(before: token),
      let (value, count) = digits(token + 1), count == 3 || count == 4
    else { return nil }
    return date(
      token..<token + 2, "year \(value)", .name, "date-period", determiner: determiner,
      article: .the)
  }

  /// "samedi 5 et dimanche 6 juin" is "Saturday, June 5, and Sunday, June 6".
  private func twoWeekdays(_ name: String, at token: Int) -> (text: String, end: Int)? {
    guard let first = day(at: token), digits(token) != nil, has(first.end, .and),
      let (weekday, next) = find(.weekday, at: first.end + 1), let second = day(at: next),
      let month = month(at: second.end, afterDay: true)
    else { return nil }
    let year = year(at: month.end)
    let head = written(weekday: name, days: String(first.value), month: month.name, year: nil)
    let tail = written(
      weekday: weekday.english, days: String(second.value), month: month.name, year: year?.text)
    return (head + (variety == .us ? ", and " : " and ") + tail, year?.end ?? month.end)
  }

  /// "lundi 4 au vendredi 8 août" is "Monday, August 4, to Friday, August 8".
  func weekdayRange(at token: Int) -> (text: String, end: Int)? {
    guard let (name, next) = find(.weekday, at: token), let first = day(at: next) else {
      return nil
    }
    let ownMonth = month(at: first.end, afterDay: true)
    let to = ownMonth?.end ?? first.end
    guard has(to, .to), flags(to + 1).contains(.contracted),
      let (weekday, start) = find(.weekday, at: to + 2), let second = day(at: start),
      let month = month(at: second.end, afterDay: true)
    else { return nil }
    let year = year(at: month.end)
    let head = written(
      weekday: name.english, days: String(first.value), month: ownMonth?.name ?? month.name,
      year: nil)
    let tail = written(
      weekday: weekday.english, days: String(second.value), month: month.name, year: year?.text)
    return (head + (variety == .us ? ", to " : " to ") + tail, year?.end ?? month.end)
  }

  /// "ce lundi" and "ce 12 avril" are "Monday" and "April 12".
  func thisDayMatch(at token: Int) -> TermMatch? {
    guard !isHyphenated(token), let inner = weekdayMatch(at: token + 1) ?? dayMatch(at: token + 1),
      inner.rule == "date-day", value(of: .weekdays, at: token + 1) == nil
    else { return nil }
    return date(token..<inner.tokens.upperBound, inner.target, .adverbial, "date-day")
  }

  func date(
    _ tokens: Range<Int>, _ text: String, _ syntax: TermSyntax, _ rule: String,
    determiner: Int? = nil, article: EnglishArticle = .zero, isPlural: Bool = false
  ) -> TermMatch {
    TermMatch(
      tokens: tokens, determiner: determiner, kind: .date, syntax: syntax, target: text,
      article: article, morphology: isPlural ? [.plural, .time] : [.singular, .time],
      isPlural: isPlural, origin: .computed, rule: rule)
  }
}
