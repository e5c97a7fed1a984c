internal import Bitext

/// A number as French writes it, in figures or words, with "mille", "millions" or "milliards" after it.
struct Numeral {
  var end: Int
  var whole: Int
  /// Digits after the comma.
  var fraction = ""
  /// The power of ten of the word after the figures: 6 for "millions".
  var exponent = 0
  /// Written in words.
  var isSpelled = false
  /// The figures have separators.
  var isGrouped = false
  /// Figures written in the text.
  var digitCount = 0

  var isOne: Bool { whole == 1 && fraction.isEmpty && exponent == 0 }
}

extension QuantityReader {
  /// The number that starts at `token`: "3 456,7 millions", "soixante-dix", "deux millions trois cent mille".
  func numeral(at token: Int) -> Numeral? {
    flags(token).contains(.number) ? figures(at: token) : spelledNumeral(at: token)
  }

  // MARK: - Figures

  private func figures(at token: Int) -> Numeral? {
    guard var number = Self.figures(bytes(token)) else { return nil }
    number.end = token + 1
    if number.fraction.isEmpty, isWordMille(token + 1), number.whole < 1000 {
      number.whole *= 1000
      number.isGrouped = true
      number.end += 1
    } else if let scale = value(of: .scale, at: token + 1), !isHyphenated(token + 1),
      !isProper(token + 1)
    {
      number.exponent = scale.value
      number.end = scale.end
      addHalf(&number)
    }
    return number
  }

  private func isWordMille(_ token: Int) -> Bool {
    guard let cardinal = value(of: .cardinal, at: token) else { return false }
    return cardinal.value == 1000 && !isHyphenated(token)
  }

  /// "et demi" after a scale.
  private func addHalf(_ number: inout Numeral) {
    guard has(number.end, .and), has(number.end + 1, .half), number.fraction.isEmpty else { return }
    number.fraction = "5"
    number.end += 2
  }

  /// "1 234,5" and "1.234,5" are one number; "3.5" is read as English writes it, "12.04.2021" not at all.
  static func figures(_ bytes: ArraySlice<UInt8>) -> Numeral? {
    var number = Numeral(end: 0, whole: 0)
    var index = bytes.startIndex
    var group = 0
    var sawDot = false
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte >= 0x30, byte <= 0x39 {
        guard number.digitCount < 15 else { return nil }
        number.whole = number.whole * 10 + Int(byte - 0x30)
        number.digitCount += 1
        group += 1
      } else if byte == 0x20 || byte == UInt8(ascii: ".") {
        if number.isGrouped, group != 3 { return nil }
        sawDot = sawDot || byte == UInt8(ascii: ".")
        number.isGrouped = true
        group = 0
      } else {
        break
      }
      index += 1
    }
    if number.isGrouped, group != 3 { return nil }
    if sawDot, number.digitCount < 4 { return nil }
    guard index < bytes.endIndex else { return number.digitCount > 0 ? number : nil }
    guard bytes[index] == UInt8(ascii: ","), number.digitCount > 0 else { return nil }
    let rest = bytes[(index + 1)...]
    guard !rest.isEmpty, rest.count <= 9, rest.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    number.fraction = String(decoding: rest, as: UTF8.self)
    return number
  }

  // MARK: - Words

  /// "quatre-vingt-dix-sept", "mille neuf cent quarante-cinq", "deux milliards et demi"; never "un" alone.
  private func spelledNumeral(at token: Int) -> Numeral? {
    guard !isProper(token), value(of: .cardinal, at: token) != nil else { return nil }
    var number = Numeral(end: token, whole: 0, isSpelled: true)
    var current = 0
    var index = token
    var isFirst = true
    var scaleLimit = Int.max
    while true {
      if let (value, end) = nextCardinal(at: index, after: current, isFirst: isFirst) {
        current = value
        index = end
        isFirst = false
      } else if let scale = value(of: .scale, at: index), current > 0, index > token,
        scale.value < scaleLimit
      {
        scaleLimit = scale.value
        let (product, overflow) = current.multipliedReportingOverflow(by: Self.power(scaleLimit))
        guard !overflow, number.whole < Int.max - product else { return nil }
        number.whole += product
        number.end = scale.end
        number.exponent = scaleLimit
        current = 0
        index = scale.end
        isFirst = true
        guard value(of: .cardinal, at: index) != nil, !isUn(index) else { break }
      } else {
        break
      }
    }
    number.whole += current
    number.end = index
    guard number.whole > 0 else { return nil }
    if number.exponent > 0 {
      shrink(&number)
      addHalf(&number)
    }
    return number
  }

  static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  func isUn(_ token: Int) -> Bool { value(of: .cardinal, at: token)?.value == 1 }

  /// Adds the number word at `token`, with an "et" before it, to the number read so far.
  private func nextCardinal(at token: Int, after current: Int, isFirst: Bool) -> (Int, Int)? {
    var index = token
    var sawAnd = false
    if !isFirst, has(index, .and) {
      sawAnd = true
      index += 1
    }
    guard let (value, end) = value(of: .cardinal, at: index), isFirst || !isProper(index) else {
      return nil
    }
    let hyphen = isHyphenated(index)
    let low = current % 100
    switch value {
    case 1 where !isFirst:
      let fits = sawAnd ? (20...80).contains(low) : hyphen || current >= 100 && low == 0
      guard fits, low % 10 == 0 else { return nil }
      return (current + 1, end)
    case 11 where sawAnd: return low == 60 ? (current + 11, end) : nil
    case _ where sawAnd: return nil
    case 1...19:
      let fits =
        low == 0 || (20...90).contains(low) && low % 10 == 0 && value < 10
        || (low == 60 || low == 80) && value >= 10
        || value >= 7 && value <= 9 && hyphen && [10, 70, 90].contains(low)
      return fits && (isFirst || current > 0) ? (current + value, end) : nil
    case 20 where low == 4 && !isFirst: return (current + 76, end)
    case 20...99: return low == 0 && (isFirst || current > 0) ? (current + value, end) : nil
    case 100:
      if current % 1000 == 0 { return (current + 100, end) }
      let factor = current % 1000
      return (2...16).contains(factor) && factor != 10 ? (current + factor * 99, end) : nil
    case 1000:
      if current == 0 { return (1000, end) }
      return current < 1000 && current > 1 ? (current * 1000, end) : nil
    default: return nil
    }
  }

  /// 2 300 000 is "2.3 million"; a number that needs more than two decimals keeps all its figures.
  private func shrink(_ number: inout Numeral) {
    let exponent = number.whole >= Self.power(12) ? 12 : number.whole >= Self.power(9) ? 9 : 6
    let unit = Self.power(exponent)
    let hundredths = number.whole % unit / (unit / 100)
    guard number.whole % (unit / 100) == 0 else {
      number.exponent = 0
      return
    }
    number.whole /= unit
    number.exponent = exponent
    number.fraction =
      hundredths == 0
      ? ""
      : hundredths % 10 == 0
        ? "\(hundredths / 10)" : hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
  }

  // MARK: - English

  /// The number in English: "3,456.7 million"; in words where a sentence starts with a French word.
  func rendering(_ number: Numeral, isSentenceStart: Bool, groups: Bool = true) -> String {
    var result: String
    var number = number
    // A thousand billions are a trillion.
    if number.exponent == 9, number.whole >= 1000, number.fraction.isEmpty, number.whole % 10 == 0 {
      number.exponent = 12
      let rest = number.whole % 1000 / 10
      number.whole /= 1000
      number.fraction =
        rest == 0 ? "" : rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    }
    if number.isSpelled, isSentenceStart, number.fraction.isEmpty,
      let spelled = EnglishNumber(words: words).spelled(number.whole, isBritish: variety == .gb)
    {
      result = spelled
    } else {
      result =
        number.isGrouped || number.isSpelled || groups
        ? EnglishNumber.grouped(number.whole) : String(number.whole)
    }
    if !number.fraction.isEmpty { result += "." + number.fraction }
    return result + scaleName(number.exponent)
  }

  private func scaleName(_ exponent: Int) -> String {
    switch exponent {
    case 6: " million"
    case 9: " billion"
    case 12: " trillion"
    default: ""
    }
  }
}
