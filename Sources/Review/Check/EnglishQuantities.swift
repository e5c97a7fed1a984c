/// A number in an English text, by its value.
struct EnglishQuantity: Sendable, Hashable {
  var value: Double
  /// Indices of words.
  var words: Range<Int>
  /// Written in figures.
  var isFigure: Bool
  /// "1980s" and "80s".
  var isDecade = false
  /// The figures alone, where what follows them may be a unit: "50m" is 50 million or 50 meters.
  var figures: Double?
}

/// Reads the numbers, months and weekdays of an English text.
///
/// "two million", "2m" and "2,000,000" are one value; "1st" and "first" are 1.
struct EnglishQuantities: Sendable {
  private(set) var numbers: [EnglishQuantity] = []
  /// Months from 1 and weekdays from Monday, 1, with the word that names them.
  private(set) var months: [(value: Int, word: Int)] = []
  private(set) var weekdays: [(value: Int, word: Int)] = []

  init(_ text: EnglishText) {
    var word = 0
    while word < text.words.count {
      let letters = String(decoding: text.words[word].letters, as: UTF8.self)
      if text.words[word].isCapitalized {
        if let month = Self.months[letters] { months.append((month, word)) }
        if let day = Self.weekdays[letters] { weekdays.append((day, word)) }
      }
      if let number = Self.figure(text, word) ?? Self.spelled(text, word) {
        numbers.append(number)
        word = max(word + 1, number.words.upperBound)
      } else {
        word += 1
      }
    }
  }

  /// Days of the month that stand beside the month at `word`: "May 3", "3 May", "May 3-5".
  func days(beside word: Int) -> [Int] {
    numbers.compactMap { number in
      let isNear = number.words.lowerBound > word - 4 && number.words.lowerBound < word + 4
      guard isNear, number.value >= 1, number.value <= 31, number.value == number.value.rounded()
      else { return nil }
      return Int(number.value)
    }
  }

  /// The name of a month or weekday.
  static func isCalendarWord(_ letters: [UInt8]) -> Bool {
    let word = String(decoding: letters, as: UTF8.self)
    return months[word] != nil || weekdays[word] != nil
  }

  // MARK: Figures

  private static func figure(_ text: EnglishText, _ word: Int) -> EnglishQuantity? {
    let range = text.words[word].range
    guard let first = text.bytes[range].first, first &- 0x30 < 10 else { return nil }
    let figures = text.bytes[range].prefix { $0 &- 0x30 < 10 || $0 == 0x2C || $0 == 0x2E }
    let suffix = String(decoding: text.bytes[range].dropFirst(figures.count), as: UTF8.self)
      .lowercased()
    guard var value = number(Array(figures)) else { return nil }
    var end = word + 1
    var bare: Double?
    if let scale = suffixes[suffix] {
      bare = value
      value *= scale
    } else if suffix.isEmpty, end < text.words.count,
      let scale = scales[String(decoding: text.words[end].letters, as: UTF8.self)]
        ?? shortScales[String(decoding: text.words[end].letters, as: UTF8.self)],
      isJoined(text, word)
    {
      value *= scale
      end += 1
      // "750 thousand million" is the old way to say 750 billion.
      if scale == 1000, end < text.words.count, isJoined(text, end - 1),
        text.words[end].letters.starts(with: "million".utf8)
      {
        value *= 1e6
        end += 1
      }
    }
    return EnglishQuantity(
      value: value, words: word..<end, isFigure: true, isDecade: suffix == "s", figures: bare)
  }

  /// Nothing but a space or a hyphen stands between `word` and the next one.
  private static func isJoined(_ text: EnglishText, _ word: Int) -> Bool {
    guard word + 1 < text.words.count else { return false }
    let gap = text.bytes[text.words[word].range.upperBound..<text.words[word + 1].range.lowerBound]
    return gap.allSatisfy { $0 == 0x20 || $0 == 0x2D || $0 >= 0x80 }
  }

  /// "1,234.5" and "1234.5"; "2,5" is read as French writes it.
  static func number(_ bytes: [UInt8]) -> Double? {
    var digits = bytes
    while let last = digits.last, last == 0x2C || last == 0x2E { digits.removeLast() }
    let parts = digits.split(separator: 0x2C, omittingEmptySubsequences: false)
    let isGrouped = parts.dropFirst().allSatisfy { $0.prefix { $0 != 0x2E }.count == 3 }
    let text =
      isGrouped
      ? digits.filter { $0 != 0x2C } : digits.map { $0 == 0x2C ? UInt8(ascii: ".") : $0 }
    return Double(String(decoding: text, as: UTF8.self))
  }

  // MARK: Words

  private static func spelled(_ text: EnglishText, _ start: Int) -> EnglishQuantity? {
    var total = 0.0
    var current = 0.0
    var word = start
    var hasValue = false
    // A number stands before the next scale.
    var hasUnits = false
    while word < text.words.count {
      let letters = String(decoding: text.words[word].letters, as: UTF8.self)
      if word > start, !isJoined(text, word - 1) { break }
      if let value = cardinals[letters] {
        if hasValue, current.truncatingRemainder(dividingBy: 100) != 0,
          !(value < 10 && isTens(current))
        {
          break
        }
        current += value
        hasUnits = true
      } else if let value = ordinals[letters] {
        if hasValue, value >= 20 { break }
        current += value
        hasValue = true
        word += 1
        break
      } else if let scale = scales[letters] {
        current = (hasValue && current > 0 ? current : 1) * scale
        if scale >= 1000 {
          // "three thousand million" is the old way to say three billion.
          total = scale == 1e6 && total >= 1000 && !(hasUnits) ? total * scale : total + current
          current = 0
        }
        hasUnits = false
      } else if letters == "a", current == 0.5, word + 1 < text.words.count,
        let scale = scales[String(decoding: text.words[word + 1].letters, as: UTF8.self)]
      {
        // "half a million".
        return EnglishQuantity(value: scale / 2, words: start..<word + 2, isFigure: false)
      } else if letters == "and", hasValue, word + 1 < text.words.count,
        cardinals[String(decoding: text.words[word + 1].letters, as: UTF8.self)] != nil,
        total > 0 || current >= 100
      {
        word += 1
        continue
      } else {
        break
      }
      hasValue = true
      word += 1
    }
    guard hasValue else { return nil }
    return EnglishQuantity(value: total + current, words: start..<word, isFigure: false)
  }

  private static func isTens(_ value: Double) -> Bool {
    let low = value.truncatingRemainder(dividingBy: 100)
    return low >= 20 && low.truncatingRemainder(dividingBy: 10) == 0
  }

  private static let cardinals: [String: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "half": 0.5, "both": 2, "couple": 2, "pair": 2, "twice": 2, "double": 2,
    "once": 1, "single": 1, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50,
    "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90, "triple": 3, "nil": 0,
  ]
  private static let ordinals: [String: Double] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "thirds": 3, "quarter": 4, "quarters": 4, "fifths": 5,
  ]
  private static let scales: [String: Double] = [
    "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12,
  ]
  private static let shortScales: [String: Double] = [
    "bn": 1e9, "mn": 1e6, "tn": 1e12, "k": 1000, "thousands": 1000,
    "millions": 1e6, "billions": 1e9,
  ]
  private static let suffixes: [String: Double] = [
    "k": 1000, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "tr": 1e12,
  ]
  private static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2,
    "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
  ]
  private static let weekdays: [String: Int] = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7, "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5,
    "saturdays": 6, "sundays": 7, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thurs": 4,
    "thur": 4, "fri": 5,
  ]
}
