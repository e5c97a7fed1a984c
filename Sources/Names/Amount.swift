internal import Bitext

extension QuantityReader {
  /// A percentage, a sum of money or a number: "3,5 %", "12,5 millions de dollars", "45 000".
  func amountMatch(at token: Int) -> TermMatch? {
    guard !isHyphenated(token) || flags(token).contains(.number), !isUnsure(token),
      let number = numeral(at: token)
    else { return nil }
    if isHyphenated(number.end), number.isSpelled || number.exponent > 0 {
      guard let ordinal = compoundOrdinal(at: token) else { return nil }
      return ordinalMatch(token..<ordinal.end, ordinal.value)
    }
    if let range = rangeMatch(at: token, number) { return range }
    if let percentage = percentage(number, at: token) {
      var match = quantity(
        token..<percentage.end, percentage.text, .number, "percentage", number)
      // «dépasser les 10 %» needs no article where nothing follows that the share is of.
      if let determiner = article(before: token), has(determiner, .thePlural),
        endsClause(percentage.end), !has(percentage.end, .thePlural)
      {
        match.determiner = determiner
        match.article = .zero
      }
      return match
    }
    if let sum = sum(number, at: token) {
      return quantity(token..<sum.end, sum.text, .amount, "amount", number)
    }
    if let measure = measure(number) {
      return quantity(token..<measure.end, measure.text, .amount, "measure", number)
    }
    return numberMatch(token, number)
  }

  /// "120 km", "41,5 °C", "1,85 m": the symbol stays. Case counts: "M." is no metre.
  private func measure(_ number: Numeral) -> (text: String, end: Int)? {
    guard !number.isSpelled, number.exponent == 0, !isHyphenated(number.end),
      let (word, end) = find(.unit, at: number.end), !isMark(end, "/")
    else { return nil }
    let first = bytes(number.end).first
    guard first == word.english.utf8.first, bytes(end - 1).last != UInt8(ascii: "."),
      bytes(number.end).count > 1 || flags(end).contains(.punctuation) || digits(end) != nil
        || end - number.end > 1
        || flags(end).contains(.word) && !isProper(end)
    else { return nil }
    // «1 m 70»
    if word.english == "m", number.fraction.isEmpty, number.whole < 10,
      let rest = digits(end), rest.count == 2
    {
      return ("\(number.whole).\(string(end)) m", end + 1)
    }
    let figures = rendering(
      number, isSentenceStart: false, groups: number.digitCount != 4)
    return (figures + (word.english.hasPrefix("°") ? "" : " ") + word.english, end)
  }

  /// Figures beside figures are a telephone or an account, "un" and small words alone are for the lexicon.
  private func isUnsure(_ token: Int) -> Bool {
    guard flags(token).contains(.number) else { return false }
    if flags(token - 1).contains(.number), !isHyphenated(token) { return true }
    if flags(token + 1).contains(.number), !isHyphenated(token + 1), !isGlued(token + 1) {
      return true
    }
    // "au numéro 116 117"
    if (1...3).contains(where: { has(token - $0, .phone) }) { return true }
    // "12/2020", "n° 4", "1.2"
    return isGlued(token) && token > 0
      && (isMark(token - 1, "/") || isMark(token - 1, ".") || isMark(token - 1, "_"))
  }

  private func quantity(
    _ tokens: Range<Int>, _ text: String, _ kind: TermKind, _ rule: String, _ number: Numeral
  ) -> TermMatch {
    let isPlural = number.whole > 1 || number.exponent > 0
    return TermMatch(
      tokens: tokens, kind: kind, syntax: .quantity, target: text, article: .asSource,
      morphology: isPlural ? .plural : .singular, isPlural: isPlural, origin: .computed, rule: rule)
  }

  func ordinalMatch(_ tokens: Range<Int>, _ value: Int) -> TermMatch {
    TermMatch(
      tokens: tokens, kind: .number, syntax: .adjective, target: EnglishNumber.ordinal(value),
      article: .asSource,
      morphology: .ordinal, origin: .computed, rule: "ordinal")
  }

  // MARK: - Numbers

  private func numberMatch(_ token: Int, _ number: Numeral) -> TermMatch? {
    let isStart = isSentenceStart(token)
    if number.isSpelled {
      let isYear =
        number.exponent == 0 && number.whole >= 1100 && number.whole <= 2099
        && (has(token - 1, .inside) || has(token - 1, .year)
          || value(of: .month, at: token - 1) != nil)
      if isYear {
        return date(token..<number.end, String(number.whole), .name, "date-period")
      }
      if number.whole == 9, number.exponent == 0, isNine(token, number.end) {
        return quantity(token..<number.end, words.spelled[9] ?? "", .number, "number", number)
      }
      // Below ten the lexicon has the words; "pour cent" is no number.
      guard number.exponent > 0 || number.whole >= 10, !has(token - 1, .pour) || number.whole != 100
      else { return nil }
      if number.whole == 1000, has(number.end, .and) { return nil }
    } else if number.exponent == 0, number.fraction.isEmpty, !number.isGrouped {
      return nil
    }
    if isProper(number.end), isHyphenated(number.end) { return nil }
    let text = rendering(
      number, isSentenceStart: isStart, groups: number.digitCount != 4)
    let end = number.exponent > 0 ? barePreposition(at: number.end) ?? number.end : number.end
    return quantity(token..<end, text, .number, "number", number)
  }

  /// "neuf" is a number before a plural, not an adjective after its noun: "neuf Français sur dix".
  private func isNine(_ token: Int, _ next: Int) -> Bool {
    let last = bytes(next).last
    guard flags(next).contains(.word), flags(next).contains(.spaceBefore),
      last == UInt8(ascii: "s") || last == UInt8(ascii: "x")
    else { return false }
    return isSentenceStart(token)
      || has(token - 1, any: QuantityFunction.demonstrative.bit | QuantityFunction.preposition.bit)
  }

  /// "10 à 15 %", "2 à 3 millions d’euros", "10 à 15 personnes".
  private func rangeMatch(at token: Int, _ first: Numeral) -> TermMatch? {
    guard has(first.end, .to), !flags(first.end + 1).contains(.contracted),
      !isHyphenated(first.end + 1), let second = numeral(at: first.end + 1),
      first.isSpelled == second.isSpelled, first.exponent == 0 || first.exponent == second.exponent,
      !has(second.end, .h), !has(second.end, .hour), !isHyphenated(second.end),
      !has(token - 1, any: QuantityFunction.the.bit | QuantityFunction.year.bit),
      value(of: .month, at: second.end) == nil,
      // «de 10 000 en 2010 à 15 000»
      !(has(token - 1, .inside) && first.digitCount == 4 && !first.isGrouped)
    else { return nil }
    let isStart = isSentenceStart(token)
    let head = rendering(first, isSentenceStart: isStart)
    if percentage(second, at: second.end) != nil || percentEnd(second.end) != nil {
      let end = percentEnd(second.end) ?? second.end
      let text =
        "\(rendering(first, isSentenceStart: false))% to \(rendering(second, isSentenceStart: false))%"
      return quantity(token..<end, text, .number, "percentage", second)
    }
    if let sum = sum(second, at: first.end + 1) {
      guard let sign = sum.sign else {
        return quantity(token..<sum.end, head + " to " + sum.text, .amount, "amount", second)
      }
      let scale = first.exponent == 0 && second.exponent > 0 ? scaled(first, as: second) : head
      return quantity(
        token..<sum.end, sign + scale + " to " + sum.text, .amount, "amount", second)
    }
    // "battu 3 à 1" is a score, "passé de 64 à 54 litres" is none.
    let isChange =
      has(token - 1, .of) && flags(second.end).contains(.word) && !has(second.end, any: Self.joints)
    if !first.isSpelled, !isChange, second.whole < first.whole, first.whole < 100,
      first.exponent == 0, second.exponent == 0, first.fraction.isEmpty
    {
      return quantity(
        token..<second.end, "\(first.whole)-\(second.whole)", .number, "score", second)
    }
    guard !second.isSpelled || second.exponent > 0 || first.whole < second.whole,
      flags(second.end).contains(.word) || second.exponent > 0
    else { return nil }
    let tail = rendering(second, isSentenceStart: false)
    let end = second.exponent > 0 ? barePreposition(at: second.end) ?? second.end : second.end
    return quantity(token..<end, head + " to " + tail, .number, "range", second)
  }

  private func scaled(_ number: Numeral, as other: Numeral) -> String {
    var number = number
    number.exponent = other.exponent
    return rendering(number, isSentenceStart: false)
  }

  // MARK: - Percentages

  private func percentEnd(_ token: Int) -> Int? {
    if isMark(token, "%") || has(token, .percent) { return token + 1 }
    guard has(token, .pour) else { return nil }
    if let cent = value(of: .cardinal, at: token + 1), cent.value == 100 { return cent.end }
    if let hundred = digits(token + 1), hundred.value == 100 { return token + 2 }
    return nil
  }

  private func percentage(_ number: Numeral, at token: Int) -> (text: String, end: Int)? {
    guard number.exponent == 0, let end = percentEnd(number.end) else { return nil }
    let isWord = number.isSpelled && isSentenceStart(token)
    return (rendering(number, isSentenceStart: isWord) + (isWord ? " percent" : "%"), end)
  }

  // MARK: - Money

  /// "12,5 millions de dollars" is "$12.5 million", "3,5 millions d’euros" "3.5 million euros", "5 €" "€5".
  private func sum(_ number: Numeral, at token: Int) -> (text: String, end: Int, sign: String?)? {
    if let sign = signedSum(number) { return sign }
    var index = number.end
    if number.exponent > 0, has(index, .of), !flags(index + 1).contains(.contracted) { index += 1 }
    guard index == number.end || number.exponent > 0,
      let (word, end) = find(.currency, at: index), !isHyphenated(index), !isProper(index)
    else { return nil }
    let isStart = isSentenceStart(token) && number.isSpelled
    let figures = rendering(number, isSentenceStart: isStart)
    let signs = word.more.split(separator: " ")
    if !isStart, let sign = variety == .us ? signs.first : signs.last, sign != "-" {
      return (String(sign) + figures, end, String(sign))
    }
    let names = word.english.split(separator: "|")
    let name = (number.isOne ? names.first : names.last) ?? ""
    return (figures + " " + name, end, nil)
  }

  /// "5 €", "3,5 M€", "12 Md$".
  private func signedSum(_ number: Numeral) -> (text: String, end: Int, sign: String?)? {
    var number = number
    var index = number.end
    if number.exponent == 0, let scale = find(.scaleSymbol, at: index), !isHyphenated(index),
      value(of: .symbol, at: index + 1) != nil, isGlued(index + 1),
      string(index).first == scale.word.more.first || scale.word.more.isEmpty
    {
      if scale.word.value == 3 {
        guard number.fraction.isEmpty else { return nil }
        number.whole *= 1000
      } else {
        number.exponent = scale.word.value
      }
      index += 1
    }
    guard let sign = find(.symbol, at: index) else { return nil }
    return (
      sign.word.english + rendering(number, isSentenceStart: false), sign.end, sign.word.english
    )
  }
}
