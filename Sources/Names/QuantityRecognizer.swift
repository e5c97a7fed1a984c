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
    match(at: token, by: reader(of: table, text: text, variety: variety))
  }

  /// What reads the expressions of one paragraph.
  func reader(of table: TokenTable, text: [UInt8], variety: EnglishVariety) -> QuantityReader {
    QuantityReader(words: words, table: table, text: text, variety: variety)
  }

  /// False where no expression can start, for words of most texts nearly everywhere.
  @inline(__always)
  func mayOpen(_ token: Int, _ flags: TokenFlags, in reader: QuantityReader) -> Bool {
    if flags.contains(.number) { return true }
    guard flags.contains(.word), !flags.contains(.contracted) else { return false }
    guard let group = words.group(reader.table.folded[token]) else {
      return flags.contains(.capitalized)
    }
    return group.opens
  }

  /// The longest expression that starts at `token` of the paragraph of `reader`.
  func match(at token: Int, by reader: QuantityReader) -> TermMatch? {
    let table = reader.table
    guard table.indices.contains(token) else { return nil }
    let flags = table.flags[token]
    if flags.contains(.number) { return number(reader, token) }
    guard flags.contains(.word), !flags.contains(.contracted) else { return nil }
    if let group = words.group(table.folded[token]) {
      guard group.opens, !group.needsCompany || hasCompany(token, in: table) else { return nil }
      return word(reader, token, group)
    }
    guard Self.mayBeRoman(table, token, reader.text) else { return nil }
    return reader.centuryMatch(at: token)
  }

  /// One of the next words is a number or a word of the table: what "de", "à" or "un" alone never opens.
  private func hasCompany(_ token: Int, in table: TokenTable) -> Bool {
    // "dans la nuit de samedi" is the longest way.
    for next in token + 1..<max(token + 1, min(token + 5, table.count)) {
      let flags = table.flags[next]
      if flags.contains(.number) { return true }
      if flags.contains(.punctuation) { return false }
      if let group = words.group(table.folded[next]), !group.words.isEmpty { return true }
    }
    return false
  }

  /// The token starts with a capital that is a Roman figure, and ends in "e", "r" or the like.
  private static func mayBeRoman(_ table: TokenTable, _ token: Int, _ text: [UInt8]) -> Bool {
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

  private func number(_ reader: QuantityReader, _ token: Int) -> TermMatch? {
    reader.dayMatch(at: token) ?? reader.durationMatch(at: token) ?? reader.timeMatch(at: token)
      ?? reader.eraMatch(at: token) ?? reader.centuryMatch(at: token)
      ?? reader.amountMatch(at: token)
  }

  /// The readers of what a word of the table can open, in the order in which they are right.
  private func word(
    _ reader: QuantityReader, _ token: Int, _ group: QuantityWords.Group
  ) -> TermMatch? {
    for index in group.words {
      let match: TermMatch? =
        switch words.rows[Int(index)].role {
        case .month: reader.monthMatch(at: token)
        case .weekday, .weekdays: reader.weekdayMatch(at: token)
        case .season: reader.seasonMatch(at: token)
        case .yearNoun: reader.yearNounMatch(at: token)
        case .cardinal: cardinal(reader, token)
        case .ordinal: reader.dayMatch(at: token) ?? reader.centuryMatch(at: token)
        case .fraction: reader.fractionMatch(at: token)
        case .collective, .collectives, .scale: reader.indefiniteMatch(at: token)
        default: nil
        }
      if let match { return match }
    }
    return group.functions == 0 ? nil : function(reader, token)
  }

  private func cardinal(_ reader: QuantityReader, _ token: Int) -> TermMatch? {
    reader.dayMatch(at: token) ?? reader.fractionMatch(at: token)
      ?? reader.approximateMatch(at: token) ?? reader.indefiniteMatch(at: token)
      ?? reader.timeMatch(at: token) ?? reader.centuryMatch(at: token)
      ?? reader.amountMatch(at: token)
  }

  private func function(_ reader: QuantityReader, _ token: Int) -> TermMatch? {
    if reader.has(token, .to) { return reader.atMatch(at: token) }
    if reader.has(token, .thatIs) { return reader.orMatch(at: token) }
    if reader.has(token, .outOf) { return reader.ratioMatch(at: token) }
    if reader.has(token, .nearly) { return reader.nearlyMatch(at: token) }
    if reader.has(token, .of), let range = reader.fromMatch(at: token) { return range }
    if reader.has(token, .of) || reader.has(token, .several) || reader.has(token, .few) {
      return reader.indefiniteMatch(at: token)
    }
    if reader.has(token, .this) { return reader.thisDayMatch(at: token) }
    if reader.has(token, .inside) { return reader.relativeMonthMatch(at: token) }
    if reader.has(token, .within) { return reader.overnightMatch(at: token) }
    if reader.has(token, .years) { return reader.decadeMatch(at: token) }
    if reader.has(token, .mid) { return reader.bareEdge(reader.middleMatch(at: token)) }
    return reader.bareEdge(reader.edgeMatch(at: token))
  }
}
