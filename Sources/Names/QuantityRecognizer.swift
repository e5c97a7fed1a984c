package import Bitext

/// Finds dates, times, numbers and amounts, and writes them in English.
///
/// "le lundi 3 mai 2021" is "Monday, May 3, 2021"; "12,5 millions de dollars" is "$12.5 million".
/// Where French has no preposition, a match has none either, except for a period: "début 2026" alone is "in early
/// 2026". Prepositions that only the date decides are part of the match: "à 9 h", "au XIXe siècle", "du 12 au 14".
package struct QuantityRecognizer: Sendable {
  private let words: QuantityWords

  /// Reads the rows of `Data/quantities.tsv`.
  package init(_ data: MappedBytes) throws {
    words = try QuantityWords(data)
  }

  /// The longest expression that starts at `token`, its article excluded; nil where there is none.
  ///
  /// - Parameters:
  ///   - token: An index of `table`; it is tried alone, so call this at every token.
  ///   - text: The normalised text that the table counts in.
  package func match(
    at token: Int, in table: TokenTable, text: [UInt8], variety: EnglishVariety
  ) -> TermMatch? {
    guard table.indices.contains(token) else { return nil }
    let reader = reader(of: table, text: text, variety: variety)
    return reader.opening(at: token, table.flags[token]).flatMap { reader.match(at: token, $0) }
  }

  /// What reads the expressions of one paragraph.
  func reader(of table: TokenTable, text: [UInt8], variety: EnglishVariety) -> QuantityReader {
    QuantityReader(words: words, table: table, text: text, variety: variety)
  }
}

extension QuantityReader {
  /// How an expression may start.
  enum Opening {
    case number
    case word(QuantityWords.Group)
    case roman
  }

  /// How an expression may start at `token`, which has these flags: not at all for words of most texts nearly everywhere.
  @inline(__always)
  func opening(at token: Int, _ flags: TokenFlags) -> Opening? {
    if flags.contains(.number) { return .number }
    guard flags.contains(.word), !flags.contains(.contracted) else { return nil }
    if let group = words.group(table.folded[token]) {
      return group.opens && (!group.needsCompany || hasCompany(token)) ? .word(group) : nil
    }
    return mayBeRoman(token) ? .roman : nil
  }

  /// The longest expression that starts at `token` as `opening` says.
  func match(at token: Int, _ opening: Opening) -> TermMatch? {
    switch opening {
    case .number: number(token)
    case .word(let group): word(token, group)
    case .roman: centuryMatch(at: token)
    }
  }

  /// One of the next words is a number or a word of the table: what "de", "à" or "un" alone never opens.
  private func hasCompany(_ token: Int) -> Bool {
    // "dans la nuit de samedi" is the longest way.
    for next in token + 1..<max(token + 1, min(token + 5, table.count)) {
      let flags = table.flags[next]
      if flags.contains(.number) { return true }
      if flags.contains(.punctuation) { return false }
      if let group = words.group(table.folded[next]),
        !group.words.isEmpty || group.functions & QuantityFunction.half.bit != 0
      {
        return true
      }
    }
    return false
  }

  /// The token starts with a capital that is a Roman figure, and ends in "e", "r" or the like.
  private func mayBeRoman(_ token: Int) -> Bool {
    guard table.flags[token].contains(.capitalized) else { return false }
    let start = Int(table.start[token])
    let end = Int(table.end[token])
    guard end - start >= 2, end - start <= 12, end <= text.count else { return false }
    return switch text[start] {
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"),
      UInt8(ascii: "C"):
      true
    default: false
    }
  }

  private func number(_ token: Int) -> TermMatch? {
    phoneMatch(at: token) ?? dayMatch(at: token) ?? bareDayMatch(at: token) ?? durationMatch(
      at: token) ?? timeMatch(
        at: token)
      ?? eraMatch(at: token) ?? centuryMatch(at: token)
      ?? amountMatch(at: token)
  }

  /// The readers of what a word of the table can open, in the order in which they are right.
  private func word(_ token: Int, _ group: QuantityWords.Group) -> TermMatch? {
    for index in group.words {
      let match: TermMatch? =
        switch words.rows[Int(index)].role {
        case .month: monthMatch(at: token)
        case .weekday, .weekdays: weekdayMatch(at: token)
        case .season: seasonMatch(at: token)
        case .yearNoun: yearNounMatch(at: token)
        case .cardinal: cardinal(token)
        case .ordinal: dayMatch(at: token) ?? centuryMatch(at: token)
        case .fraction: fractionMatch(at: token)
        case .collective, .collectives, .scale: indefiniteMatch(at: token)
        default: nil
        }
      if let match { return match }
    }
    return group.functions == 0 ? nil : function(token, group.functions)
  }

  private func cardinal(_ token: Int) -> TermMatch? {
    dayMatch(at: token) ?? fractionMatch(at: token)
      ?? approximateMatch(at: token) ?? indefiniteMatch(at: token)
      ?? timeMatch(at: token) ?? centuryMatch(at: token)
      ?? amountMatch(at: token)
  }

  private func function(_ token: Int, _ functions: UInt64) -> TermMatch? {
    func has(_ function: QuantityFunction) -> Bool { functions & function.bit != 0 }
    if has(.to) { return atMatch(at: token) }
    if has(.sign) { return signedNumberMatch(at: token) }
    if has(.year) { return numberedYearMatch(at: token) }
    if has(.all) { return everyMatch(at: token) }
    if has(.noon) || has(.midnight) { return timeMatch(at: token) }
    if has(.course) { return courseMatch(at: token) }
    if has(.thatIs) { return orMatch(at: token) }
    if has(.outOf) { return ratioMatch(at: token) }
    if has(.nearly) { return nearlyMatch(at: token) }
    if has(.of), let range = fromMatch(at: token) { return range }
    if has(.of) || has(.several) || has(.few) {
      return indefiniteMatch(at: token)
    }
    if has(.this) { return thisDayMatch(at: token) }
    if has(.inside) { return relativeMonthMatch(at: token) }
    if has(.within) { return overnightMatch(at: token) }
    if has(.years) { return decadeMatch(at: token) }
    if has(.mid) { return bareEdge(middleMatch(at: token)) }
    return bareEdge(edgeMatch(at: token))
  }
}
