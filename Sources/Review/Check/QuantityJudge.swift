internal import Bitext

/// A number or date of the source, by what its English would be.
struct ExpectedQuantity {
  /// Index of the finding's source.
  var source: String
  var sourceRange: Range<Int>
  var kind: TermKind
  /// The English of the whole expression.
  var target: String
  /// The two words after it in the source, which may have a unit.
  var following = ""
  /// The word before it.
  var preceding = ""
}

/// Compares the numbers and dates of a source with those of its translation, by value.
struct QuantityJudge {
  private let text: EnglishText
  private let found: EnglishQuantities
  private let expected: [(item: ExpectedQuantity, values: EnglishQuantities)]
  /// Values of the source, so that what the translation has besides is known.
  private let known: [Double]

  init(_ text: EnglishText, _ items: [ExpectedQuantity]) {
    self.text = text
    found = EnglishQuantities(text)
    expected = items.map { ($0, EnglishQuantities(EnglishText($0.target))) }
    known = expected.flatMap { $0.values.numbers.map(\.value) }
  }

  /// A finding for each item, in order.
  func findings() -> [CheckFinding] { expected.map { finding($0.item, $0.values) } }

  private func finding(_ item: ExpectedQuantity, _ values: EnglishQuantities) -> CheckFinding {
    let isDate = item.kind == .date
    let problem =
      (isDate ? date(item, values) : nil)
      ?? values.numbers.lazy.compactMap { number(item, $0, isDate: isDate) }.first
    var finding = CheckFinding(
      verdict: .ok, severity: .ok, kind: item.kind, source: item.source, expected: item.target,
      sourceRange: item.sourceRange)
    guard let problem else { return finding }
    finding.verdict = problem.verdict
    finding.severity = problem.severity
    if let words = problem.words {
      finding.found = text.string(words)
      finding.targetRange = text.range(words)
      finding.message =
        "“\(item.source)” is “\(item.target)”, not “\(text.string(words))”"
      finding.fix = problem.fix
    } else {
      finding.message = "nothing stands for “\(item.source)”; expected “\(item.target)”"
    }
    return finding
  }

  private struct Problem {
    var verdict: Verdict
    var severity: CheckSeverity
    var words: Range<Int>?
    var fix: String?
  }

  // MARK: Dates

  private func date(_ item: ExpectedQuantity, _ values: EnglishQuantities) -> Problem? {
    let sourceMonths = Set(expected.flatMap { $0.values.months.map(\.value) })
    let sourceWeekdays = Set(expected.flatMap { $0.values.weekdays.map(\.value) })
    let english = EnglishText(item.target)
    if let problem = other(values.weekdays, found.weekdays, sourceWeekdays, english)
      ?? other(values.months, found.months, sourceMonths, english)
    {
      return problem
    }
    // The day beside the month.
    for month in values.months {
      let days = values.days(beside: month.word)
      guard let day = days.first, let place = found.months.first(where: { $0.value == month.value })
      else { continue }
      let there = found.days(beside: place.word)
      let isThere = found.numbers.contains { $0.value == Double(day) }
      guard !there.isEmpty, !isThere,
        let wrong = found.numbers.first(where: { number in
          there.contains { Double($0) == number.value } && !known.contains(number.value)
        })
      else { continue }
      return Problem(
        verdict: .wrongDate, severity: .error, words: wrong.words, fix: String(day))
    }
    return nil
  }

  /// Another month or weekday stands where the expected one is missing.
  private func other(
    _ wanted: [(value: Int, word: Int)], _ there: [(value: Int, word: Int)], _ source: Set<Int>,
    _ english: EnglishText
  ) -> Problem? {
    for item in wanted where !there.contains(where: { $0.value == item.value }) {
      guard let wrong = there.first(where: { !source.contains($0.value) }) else {
        return Problem(verdict: .missing, severity: .info, words: nil)
      }
      return Problem(
        verdict: .wrongDate, severity: .error, words: wrong.word..<wrong.word + 1,
        fix: english.string(item.word..<item.word + 1))
    }
    return nil
  }

  // MARK: Numbers

  private func number(_ item: ExpectedQuantity, _ number: EnglishQuantity, isDate: Bool) -> Problem?
  {
    if isFound(number) || hasDigits(item.source) || isInPoints(item.source)
      || isClockTime(item, number.value)
    {
      return nil
    }
    let value = number.value
    // Small numbers are said in too many ways; the hours of a day too.
    guard value > 12, value == value.rounded() || number.isFigure, item.kind != .time else {
      return Problem(verdict: .missing, severity: .info, words: nil)
    }
    let spare = found.numbers.filter { other in
      !known.contains { Self.isSame($0, other.value) }
    }
    if isScaled(item, value) { return nil }
    if let other = found.numbers.first(where: {
      isConversion(item, value, $0) || isOtherCurrency(item, $0)
    }) {
      return Problem(verdict: .wrongNumber, severity: .info, words: other.words)
    }
    let isYear = isDate && value >= 1000 && value < 2200
    // A year is no amount, yet a slip of the first figure makes it none: "2005" and "2705".
    let candidates = spare.filter {
      isYear ? $0.value >= 1000 && $0.value < 10_000 && isPlainFigure($0) : $0.value > 12
    }
    guard
      let wrong = candidates.min(by: { abs($0.value - value) < abs($1.value - value) })
    else {
      // "à 100 %" is "completely".
      let isSaid = value == 100 && item.target.contains("%")
      // Words for a number may be said as "a few" or "scores".
      let isSpelled = !item.source.utf8.contains { $0 &- 0x30 < 10 }
      let isInfo =
        isDate || isSaid || isSpelled || Self.isMeasure(item.target) && !spare.isEmpty
      return Problem(
        verdict: isDate ? .missing : .wrongNumber, severity: isInfo ? .info : .warning, words: nil)
    }
    if Self.isRounded(value, wrong.value) {
      return Problem(verdict: .wrongNumber, severity: .info, words: wrong.words)
    }
    return Problem(
      verdict: isDate ? .wrongDate : .wrongNumber, severity: .error, words: wrong.words,
      fix: EnglishText(item.target).string(number.words))
  }

  /// The figures of a telephone number stand in the text, whatever their grouping.
  private func hasDigits(_ source: String) -> Bool {
    let wanted = source.utf8.filter { $0 &- 0x30 < 10 }
    if wanted.count == 4, source.utf8.count > 4 { return hasGroups(wanted) }
    guard wanted.count > 4 else { return false }
    var digits: [UInt8] = []
    for number in found.numbers where number.isFigure {
      digits += text.bytes[text.range(number.words)].filter { $0 &- 0x30 < 10 }
    }
    return String(decoding: digits, as: UTF8.self).contains(String(decoding: wanted, as: UTF8.self))
  }

  /// "55 mille 053" is written "55.053", its thousands set off by points.
  private func isInPoints(_ source: String) -> Bool {
    let wanted = source.utf8.filter { $0 &- 0x30 < 10 }
    return !wanted.isEmpty
      && found.numbers.contains { number in
        let groups = text.bytes[text.range(number.words)].split(separator: UInt8(ascii: "."))
        return groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 }
          && groups.contains { $0.elementsEqual(wanted) }
      }
  }

  /// "100 autres milliards", "50 Milliards", "50milles": the power of ten stands apart in the source.
  private func isScaled(_ item: ExpectedQuantity, _ value: Double) -> Bool {
    let glued = item.source.filter { $0.isLetter }
    let next = EnglishText(glued + " " + item.following).words
    return next.contains { word in
      let letters = String(decoding: word.letters, as: UTF8.self)
      guard let scale = Self.scales.first(where: { letters.hasPrefix($0.beginning) }) else {
        return false
      }
      return found.numbers.contains { Self.isSame($0.value, value * scale.factor) }
    }
  }

  private static let scales: [(beginning: String, factor: Double)] = [
    ("milliard", 1e9), ("million", 1e6), ("mille", 1e3), ("billion", 1e12),
  ]

  /// "6 628" is written with a space in the English too, or "15.30" as "15:30".
  private func hasGroups(_ wanted: [UInt8]) -> Bool {
    let groups = found.numbers.filter(\.isFigure).map { number in
      text.bytes[text.range(number.words)].filter { $0 &- 0x30 < 10 }
    }
    return groups.contains(wanted) || zip(groups, groups.dropFirst()).contains { $0 + $1 == wanted }
  }

  /// The number is the other one in a unit of the English-speaking world that the text names.
  private func isConversion(
    _ item: ExpectedQuantity, _ value: Double, _ other: EnglishQuantity
  ) -> Bool {
    guard item.kind != .date, Self.isMeasure(item.target + " " + item.following) else {
      return false
    }
    let hasUnit = text.words.contains { Self.isUnit($0.letters) }
    guard hasUnit, other.value > 0, value > 0 else { return false }
    let ratio = value / other.value
    let isRatio = Self.ratios.contains { abs(ratio - $0) < 0.08 * $0 }
    return isRatio || abs(other.value * 5 / 9 - 32 * 5 / 9 - value) < 2
  }

  /// Metric for one of miles, yards, feet, inches, pounds, ounces, stones, acres, gallons.
  private static let ratios = [
    1.609, 0.9144, 0.3048, 2.54, 0.4536, 28.35, 6.35, 0.4047, 3.785, 4.546, 30.48,
  ]

  private func isFound(_ number: EnglishQuantity) -> Bool {
    found.numbers.contains { other in
      if Self.isSame(number.value, other.value) { return true }
      if let figures = other.figures, Self.isSame(number.value, figures) { return true }
      if let figures = number.figures, Self.isSame(figures, other.figures ?? other.value) {
        return true
      }
      // "3:05 p.m." for "15 h 05".
      if (13...23).contains(number.value), other.value == number.value - 12, hasNoon { return true }
      // "the 1880s" for "les années 80 du XIXe siècle".
      if other.isDecade, number.value < 100,
        other.value.truncatingRemainder(dividingBy: 100) == number.value
          || (other.value / 100).rounded(.down) == number.value - 1
      {
        return true
      }
      // "the 80s" for the 1980s, "'18" for 2018.
      let isShort = number.value >= 1000 && number.value < 2200 && other.value < 100
      return isShort && number.value.truncatingRemainder(dividingBy: 100) == other.value
    }
  }

  /// The text tells the hours of the afternoon.
  private var hasNoon: Bool {
    text.words.contains { $0.letters.drop { $0 &- 0x30 < 10 }.elementsEqual("pm".utf8) }
  }

  /// "2:21:31" and "2:21.31" are one time; "neuf heures moins vingt" is "8:40".
  private func isClockTime(_ item: ExpectedQuantity, _ value: Double) -> Bool {
    guard value < 60 else { return false }
    if item.preceding == "moins", found.numbers.contains(where: { $0.value == 60 - value }) {
      return true
    }
    guard item.kind == .number || item.kind == .time else { return false }
    return found.numbers.contains { number in
      let written = text.bytes[text.range(number.words)]
      guard number.isFigure, written.contains(UInt8(ascii: ".")),
        isBesideColon(text.range(number.words))
      else { return false }
      return written.split(separator: UInt8(ascii: ".")).contains {
        Double(String(decoding: $0, as: UTF8.self)) == value
      }
    }
  }

  private func isBesideColon(_ range: Range<Int>) -> Bool {
    let colon = UInt8(ascii: ":")
    return range.lowerBound > 0 && text.bytes[range.lowerBound - 1] == colon
      || range.upperBound < text.bytes.count && text.bytes[range.upperBound] == colon
  }

  /// Four figures without separators, as a year has.
  private func isPlainFigure(_ number: EnglishQuantity) -> Bool {
    number.isFigure && text.range(number.words).count == 4
  }

  private static func isSame(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-9 * max(abs(a), abs(b))
  }

  /// "1,983" is said as "2,000".
  private static func isRounded(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) < 0.02 * max(a, b) && a > 100 && a.truncatingRemainder(dividingBy: 10) != 0
      && b.truncatingRemainder(dividingBy: 10) == 0
  }

  /// An amount in a unit that English-language media put into their own.
  private static func isMeasure(_ target: String) -> Bool {
    EnglishText(target).words.contains { isUnit($0.letters) }
  }

  /// "miles", "km", and "mph" of "140mph".
  private static func isUnit(_ letters: [UInt8]) -> Bool {
    let name = String(decoding: letters.drop { $0 &- 0x30 < 10 }, as: UTF8.self)
    return units.contains(name) || unitBeginnings.contains { name.hasPrefix($0) }
  }

  // MARK: Currencies

  /// An amount that the translation gives in another money than the source: "1.1 million euros" and "24 million
  /// crowns".
  private func isOtherCurrency(_ item: ExpectedQuantity, _ other: EnglishQuantity) -> Bool {
    guard [.amount, .number].contains(item.kind),
      let wanted = Self.currency(EnglishText(item.target + " " + item.following)),
      !text.words.contains(where: { Self.currency(of: $0.letters) == wanted })
    else { return false }
    return (other.words.upperBound..<min(other.words.upperBound + 2, text.words.count)).contains {
      Self.currency(of: text.words[$0].letters) != nil
    }
  }

  private static func currency(_ text: EnglishText) -> String? {
    text.words.lazy.compactMap { currency(of: $0.letters) }.first
  }

  /// What the forms of a currency's name have in common: "eur" of "euros", "koruna" of "koruna".
  private static func currency(of letters: [UInt8]) -> String? {
    let word = String(decoding: letters, as: UTF8.self)
    return currencies.first { word.hasPrefix($0) }
  }

  private static let currencies = [
    "eur", "dollar", "usd", "pound", "gbp", "crown", "koruna", "krona", "krone", "czk", "sek",
    "forint", "huf", "zloty", "pln", "franc", "chf", "rub", "yen", "yuan", "peso", "rupee", "lira",
  ]

  private static let units: Set<String> = [
    "km", "cm", "mm", "m", "kg", "g", "ha", "l", "c", "euro", "euros", "mph", "kph",
  ]
  private static let unitBeginnings = [
    "kilomet", "centimet", "millimet", "meter", "metre", "livre", "kilogram", "kilo", "gram",
    "hectare",
    "liter", "litre", "degre", "square", "mile", "yard", "foot", "feet", "inch", "pound", "ounce",
    "acre", "gallon", "celsius", "stone", "fahrenheit",
  ]
}
