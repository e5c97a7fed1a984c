internal import Bitext

/// One walk over one paragraph: takes ICU's boundaries in order and gives sentences.
///
/// Between them it looks at every stop itself, since ICU ends no sentence at "…", before a dash or
/// after « … », and ends too many at abbreviations.
struct SentencePass {
  private let text: UnsafeBufferPointer<UInt8>
  private let rules: SentenceRules
  private var reader: StopReader
  private var sentences: [NormalizedRange] = []
  /// Where the current sentence begins, and its first letter or digit, as far as `searched`.
  private var start = 0
  private var firstWord: Int?
  private var searched = 0
  /// How far stops have been looked for.
  private var scanned = 0
  /// ICU's boundaries up to here are settled.
  private var settled = 0

  init(text: UnsafeBufferPointer<UInt8>, rules: SentenceRules) {
    self.text = text
    self.rules = rules
    reader = StopReader(text: text)
    while start < text.count, text[start] == 0x20 { start += 1 }
    searched = start
  }

  /// Settles everything before one of ICU's boundaries, and the boundary itself.
  mutating func consider(boundary: Int) {
    settleStops(before: boundary)
    guard boundary > settled, boundary < text.count, boundary > start else { return }
    settled = boundary
    // Only stops of other scripts are left; "Houdan10.JPG" and "?Page" have theirs inside a word.
    guard text[boundary - 1] >= 0x80 || text[boundary - 1] == 0x20, hasWord(before: boundary),
      reader.opening(at: boundary).kind == .upper
    else { return }
    end(at: boundary, next: boundary)
  }

  /// The sentences, once all boundaries are considered.
  mutating func finish() -> [NormalizedRange] {
    settleStops(before: text.count)
    end(at: text.count, next: text.count)
    return sentences
  }

  private mutating func settleStops(before limit: Int) {
    while scanned < limit {
      guard let stop = reader.nextStop(from: scanned, before: limit) else {
        scanned = limit
        return
      }
      scanned = stop.end
      guard stop.next < text.count else { continue }
      let opening = reader.opening(at: stop.next)
      if stop.next == stop.end, !(stop.hasClosingQuote && opening.kind == .upper) {
        if lacksSpace(stop, opening) { end(at: stop.end, next: stop.next) }
        continue
      }
      settled = max(settled, stop.next)
      if ends(stop, opening) { end(at: stop.end, next: stop.next) }
    }
  }

  /// Ends the current sentence, without the spaces at its end.
  private mutating func end(at end: Int, next: Int) {
    var last = end
    while last > start, text[last - 1] == 0x20 { last -= 1 }
    if last > start { sentences.append(NormalizedRange(start, last)) }
    start = next
    firstWord = nil
    searched = next
  }

  // MARK: Rules for every stop

  /// Whether a sentence ends at `stop`, given what follows.
  private mutating func ends(_ stop: SentenceStop, _ opening: SentenceOpening) -> Bool {
    guard opening.kind == .upper || opening.kind == .digit else { return false }
    guard hasWord(before: stop.start) else { return false }
    if isBracketed(stop) { return stop.isEllipsis && opening.kind == .upper }
    if opening.hasDash, opening.kind == .upper { return true }
    if stop.isEllipsis { return opening.kind == .upper }
    if stop.hasMark { return !isName(stop, opening) }
    if stop.isLonePeriod, !stop.hasClosingQuote { return endsAtPeriod(stop, opening) }
    return true
  }

  /// "(!)", "(?)", "(...)" and "[…]": the bracket holds nothing else.
  private func isBracketed(_ stop: SentenceStop) -> Bool {
    guard stop.hasClosingBracket, stop.start > 0 else { return false }
    return text[stop.start - 1] == UInt8(ascii: "(") || text[stop.start - 1] == UInt8(ascii: "[")
  }

  /// A name with a mark of its own: "Yahoo! Actualités".
  private func isName(_ stop: SentenceStop, _ opening: SentenceOpening) -> Bool {
    guard stop.end == stop.start + 1 else { return false }
    let token = tokenStart(before: stop.start)..<stop.end
    return rules.rule(for: token, in: text).contains(.name) && !isStarter(at: opening.word)
  }

  /// "20 ans.Il en reste": a space was forgotten.
  private func lacksSpace(_ stop: SentenceStop, _ opening: SentenceOpening) -> Bool {
    guard stop.start > 0, opening.kind == .upper, opening.word == stop.end,
      isStarter(at: opening.word)
    else { return false }
    let token = text[tokenStart(before: stop.start)..<stop.start]
    guard token.count > 1, let last = token.last, last >= 0x80 || last >= 0x61 || last.isASCIIDigit
    else { return false }
    return !token.contains { $0 == 0x2E || $0 == 0x40 || $0 == 0x2F }
  }

  /// Whether the current sentence has a letter or digit before `limit`.
  private mutating func hasWord(before limit: Int) -> Bool {
    if let firstWord { return firstWord < limit }
    while searched < limit {
      let byte = text[searched]
      if byte.isASCIILetter || byte.isASCIIDigit || isLetter(at: searched) {
        firstWord = searched
        return true
      }
      searched += 1
    }
    return false
  }

  private func isLetter(at offset: Int) -> Bool {
    guard text[offset] >= 0xC3, let scalar = text.scalar(at: offset, end: text.count) else {
      return false
    }
    return Folding.entry(for: scalar.value) != nil
  }

  // MARK: Rules for a full stop

  private func endsAtPeriod(_ stop: SentenceStop, _ opening: SentenceOpening) -> Bool {
    let token = Token(start: tokenStart(before: stop.start), end: stop.start, text: text)
    let isUpper = opening.kind == .upper
    let rule = rule(for: token, stop)
    // "(Dupont, dir.) Histoire" goes on, "(Gruau par ex.) Ainsi" does not.
    if stop.hasClosingBracket, rule.isDisjoint(with: .name) { return token.initials == 0 }
    if rule.contains(.never) { return false }
    if rule.contains(.end) { return isUpper }
    if rule.contains(.name) { return isUpper && isStarter(at: opening.word) }
    if rule.contains(.number), !isUpper || isLabel(at: opening.word) { return false }
    let opensSentence = token.start <= firstWord ?? 0
    if token.initials == 0 {
      let isNumber = token.isNumber || token.isRoman
      if isNumber, opensSentence || follows(.heading, token, atStart: true) { return false }
      return isUpper || endsBeforeDigit(token)
    }
    guard isUpper, !opensSentence else { return false }
    if token.initials == 1 {
      if follows(.label, token, atStart: false) { return true }
      if isInitial(at: opening.word) { return false }
    }
    return token.initials > 3 || isStarter(at: opening.word)
  }

  /// What the rows say of `token` with its stop, or of its part after a hyphen: "vice-prés.".
  private func rule(for token: Token, _ stop: SentenceStop) -> SentenceRule {
    let rule = rules.rule(for: token.start..<stop.start + 1, in: text)
    guard rule.isEmpty, let hyphen = token.lastHyphen else { return rule }
    return rules.rule(for: hyphen + 1..<stop.start + 1, in: text)
  }

  /// "en 2008. 23 épreuves" ends; "Réf. 12", "10. 30" and "al. 3" do not.
  private func endsBeforeDigit(_ token: Token) -> Bool {
    if token.isNumber { return token.count == 4 }
    return token.startsUpper ? token.count > 4 : token.count > 2
  }

  /// Whether a word of this rule stands before `token`, and opens the sentence if it must.
  private func follows(_ rule: SentenceRule, _ token: Token, atStart: Bool) -> Bool {
    guard token.start > start + 1, text[token.start - 1] == 0x20 else { return false }
    let word = tokenStart(before: token.start - 1)
    if atStart, word > firstWord ?? 0 { return false }
    return !rules.rule(for: word..<token.start - 1, in: text).isDisjoint(with: rule)
  }

  /// The start of the token that ends at `end`: after a space, an apostrophe or an opening sign.
  private func tokenStart(before end: Int) -> Int {
    var at = end
    let limit = max(start, end - 40)
    while at > limit {
      switch text[at - 1] {
      case 0x20, 0x22, 0x27, 0x28, 0x2F, 0x3A, 0x3B, 0x5B: return at
      case 0xAB where at > 1 && text[at - 2] == 0xC2: return at
      case 0x80...0xBF where at > 2 && text[at - 2] == 0x80 && text[at - 3] == 0xE2: return at
      default: at -= 1
      }
    }
    return at
  }

  // MARK: What follows

  /// A word that opens sentences, and not a name such as "Le Goff".
  private func isStarter(at offset: Int) -> Bool {
    var end = wordEnd(from: offset)
    if end < text.count, text[end] == 0x27 { end += 1 }
    let rule = rules.rule(for: offset..<end, in: text)
    if rule.contains(.starter) { return true }
    guard rule.contains(.article), end + 1 < text.count, text[end] == 0x20 else { return false }
    return reader.opening(at: end).kind != .upper
  }

  /// A lone capital with a stop: "D." of "J. D. Vance".
  private func isInitial(at offset: Int) -> Bool {
    let end = wordEnd(from: offset)
    guard end < text.count, text[end] == 0x2E else { return false }
    return Token(start: offset, end: end, text: text).initials == 1
  }

  /// A lone capital or Roman number: "B" of "fig. B".
  private func isLabel(at offset: Int) -> Bool {
    let token = Token(start: offset, end: wordEnd(from: offset), text: text)
    return token.initials == 1 && text[token.start] != 0x41 || token.isRoman
  }

  private func wordEnd(from offset: Int) -> Int {
    var at = offset
    let limit = min(text.count, offset + 40)
    while at < limit, text[at].isASCIILetter || text[at] >= 0x80 {
      guard let scalar = text.scalar(at: at, end: text.count),
        Folding.entry(for: scalar.value) != nil
      else { break }
      at += scalar.length
    }
    return at
  }
}

/// A word before a full stop, without it.
private struct Token {
  let start: Int
  let end: Int
  let text: UnsafeBufferPointer<UInt8>

  var count: Int { end - start }

  var startsUpper: Bool { isCapital(at: start) != nil }

  /// Digits, with stops between them: "3", "1.2".
  var isNumber: Bool {
    count > 0 && text[start..<end].allSatisfy { $0.isASCIIDigit || $0 == 0x2E }
  }

  /// "IV", but no lone letter other than I, V, X.
  var isRoman: Bool {
    guard count > 0 else { return false }
    if count == 1 { return [0x49, 0x56, 0x58].contains(text[start]) }
    return text[start..<end].allSatisfy { [0x43, 0x49, 0x4C, 0x56, 0x58].contains($0) }
  }

  /// How many lone capitals it is made of: 1 in "J", 2 in "J.-C" and "J.A", 0 in "Jean".
  var initials: Int {
    var found = 0
    var at = start
    while at < end {
      guard let length = isCapital(at: at) else { return 0 }
      at += length
      found += 1
      guard at < end else { break }
      guard text[at] == 0x2E || text[at] == 0x2D else { return 0 }
      at += 1
      if at < end, text[at] == 0x2D { at += 1 }
    }
    return found
  }

  var lastHyphen: Int? { text[start..<end].lastIndex(of: 0x2D) }

  /// The length of the capital at `offset`, if one is there.
  private func isCapital(at offset: Int) -> Int? {
    guard offset < end, let scalar = text.scalar(at: offset, end: end),
      let entry = Folding.entry(for: scalar.value), entry.isUpper
    else { return nil }
    return scalar.length
  }
}
