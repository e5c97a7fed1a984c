internal import Bitext

/// Fractions and round numbers: "un tiers", "une dizaine de", "des milliers de".
extension QuantityReader {
  // MARK: - Fractions

  /// "un tiers", "deux tiers", "trois quarts", "un cinquième des"; "le tiers des" with its article.
  func fractionMatch(at token: Int) -> TermMatch? {
    guard !isHyphenated(token), !isProper(token) else { return nil }
    if let (word, end) = find(.fraction, at: token) {
      // "le tiers des sièges", never "le tiers payant" or "le dixième jour".
      guard word.value <= 4, word.more.isEmpty, let determiner = article(before: token),
        bytes(determiner).count == 2, isPartitive(end), !isTimeOrSport(end)
      else { return nil }
      return fraction(token..<end, "one-" + word.english, determiner: determiner, isPlural: false)
    }
    guard let count = value(of: .cardinal, at: token), count.value < 20,
      let (word, end) = find(.fraction, at: count.end), !isHyphenated(count.end)
    else { return nil }
    let isOne = count.value == 1
    if isOne, has(end, .of), isTimeOrSport(end) { return nil }
    if isTimeOrSport(end) { return nil }
    if word.value > 4, isOne ? !isPartitive(end) : word.more.isEmpty { return nil }
    if word.value == 4, isOne == (word.more == "plural") { return nil }
    guard let numerator = words.spelled[count.value], count.value < word.value else {
      return nil
    }
    let text = numerator + "-" + word.english + (isOne ? "" : "s")
    return fraction(
      token..<end, text, determiner: isOne ? nil : article(before: token), isPlural: !isOne)
  }

  private func fraction(
    _ tokens: Range<Int>, _ text: String, determiner: Int?, isPlural: Bool
  ) -> TermMatch {
    TermMatch(
      tokens: tokens, determiner: determiner, kind: .number, syntax: .quantity, target: text,
      article: determiner == nil ? .asSource : .zero, morphology: isPlural ? .plural : .singular,
      isPlural: isPlural,
      origin: .computed, rule: "fraction")
  }

  private func isPartitive(_ token: Int) -> Bool { has(token, .of) }

  /// "quart d’heure", "quart de finale", "quart de siècle".
  private func isTimeOrSport(_ token: Int) -> Bool {
    has(token, .of) && has(token + 1, .unitOfFraction)
  }

  // MARK: - Round numbers

  /// "une dizaine de", "une centaine", "un millier de", "un demi-million de", "une demi-douzaine".
  func approximateMatch(at token: Int) -> TermMatch? {
    guard isUn(token), !isHyphenated(token), !isProper(token) else { return nil }
    if has(token + 1, .half), isHyphenated(token + 2) {
      if let scale = find(.scale, at: token + 2) {
        return round(token, scale.end, "half a " + scale.word.english, rule: "number")
      }
      guard let dozen = find(.collective, at: token + 2), dozen.word.value == 12 else { return nil }
      return round(token, dozen.end, "half a dozen", rule: "number")
    }
    guard let (word, end) = find(.collective, at: token + 1), !isHyphenated(token + 1) else {
      return nil
    }
    if word.value == 40, !has(end, .of) || flags(end + 1).contains(.number) { return nil }
    if !word.english.isEmpty, value(of: .collectives, at: end + 1) == nil {
      return round(token, end, word.english, rule: "approximate")
    }
    var number = Numeral(end: end, whole: word.value, isGrouped: true)
    if has(end, .of) {
      if let next = find(.collectives, at: end + 1), next.word.value == 1000 {
        number.whole *= 1000
        number.end = next.end
      } else if let scale = find(.scale, at: end + 1) {
        number.exponent = scale.word.value
        number.end = scale.end
      }
    }
    // "plus d’une centaine" is "more than 100".
    let isBound = has(token - 1, .of) && (has(token - 2, .more) || has(token - 2, .less))
    let text = (isBound ? "" : "about ") + rendering(number, isSentenceStart: false)
    return round(token, number.end, text, rule: "approximate")
  }

  /// "des dizaines de", "des centaines de milliers d’euros", "plusieurs milliers de", "les milliers de".
  func indefiniteMatch(at token: Int) -> TermMatch? {
    guard !isHyphenated(token), !isProper(token) else { return nil }
    if has(token, .of), flags(token + 1).contains(.contracted), bytes(token).count == 3,
      bytes(token).dropFirst().elementsEqual("es".utf8),
      !(token > 0 && value(of: .cardinal, at: token - 1)?.value == 1)
    {
      return plural(from: token, at: token + 2, count: nil)
    }
    if has(token, .several) { return plural(from: token, at: token + 1, count: "several") }
    if has(token, .few) { return plural(from: token, at: token + 1, count: "a few") }
    if let determiner = article(before: token),
      var match = plural(from: token, at: token, count: nil)
    {
      match.determiner = determiner
      match.article = .the
      return match
    }
    return countedMatch(at: token)
  }

  /// "deux douzaines de" is "two dozen", "trois centaines de" "about 300".
  private func countedMatch(at token: Int) -> TermMatch? {
    guard let count = value(of: .cardinal, at: token), (2...9).contains(count.value),
      let (word, end) = find(.collectives, at: count.end), !isHyphenated(count.end)
    else { return nil }
    guard word.value != 12 else {
      return plural(from: token, at: count.end, count: words.spelled[count.value])
    }
    let text = "about " + EnglishNumber.grouped(count.value * word.value)
    return round(token, end, text, rule: "approximate")
  }

  private func plural(from token: Int, at index: Int, count: String?) -> TermMatch? {
    let first: (english: String, end: Int)
    if let (word, end) = find(.collectives, at: index) {
      let forms = word.more.split(separator: "|").map(String.init)
      guard forms.count == 2 else { return nil }
      if count != nil {
        first = (forms[1], end)
      } else if has(end, .of),
        value(of: .collectives, at: end + 1) != nil || value(of: .scale, at: end + 1) != nil
      {
        first = (forms[0], end)
      } else {
        first = (word.english, end)
      }
    } else if let (word, end) = find(.scale, at: index), string(index).hasSuffix("s") {
      first = (count == nil ? word.english + "s" : word.english, end)
    } else {
      return nil
    }
    var text = count.map { $0 + " " + first.english } ?? first.english
    var end = first.end
    if has(end, .of) {
      if let next = find(.collectives, at: end + 1), next.word.value == 1000 {
        text += count == nil ? " of thousands" : " thousand"
        end = next.end
      } else if let scale = find(.scale, at: end + 1) {
        text += count == nil ? " of " + scale.word.english + "s" : " " + scale.word.english
        end = scale.end
      }
    }
    if let next = barePreposition(at: end) {
      end = next
      if count == nil { text += " of" }
    }
    return approximate(token..<end, text)
  }

  private func round(_ token: Int, _ end: Int, _ text: String, rule: String) -> TermMatch {
    let next = barePreposition(at: end) ?? end
    return approximate(token..<next, text, rule: rule)
  }

  private func approximate(
    _ tokens: Range<Int>, _ text: String, rule: String = "approximate"
  ) -> TermMatch {
    TermMatch(
      tokens: tokens, kind: .number, syntax: .quantity, target: text, article: .asSource,
      morphology: .plural, isPlural: true, origin: .computed, rule: rule)
  }
}
