/// A stop with all that belongs to it: "?!", "... !", ". »", ".)", ".²".
struct SentenceStop {
  /// The first mark.
  var start: Int
  /// After the last mark or closing sign.
  var end: Int
  /// The first byte after the spaces that follow.
  var next: Int
  var periods = 0
  var hasEllipsis = false
  /// An exclamation or question mark is among the marks.
  var hasMark = false
  var hasClosingQuote = false
  var hasClosingBracket = false

  /// One full stop and no other mark: perhaps an abbreviation's.
  var isLonePeriod: Bool { periods == 1 && !hasMark && !hasEllipsis }
  var isEllipsis: Bool { (hasEllipsis || periods > 1) && !hasMark }
}

/// What follows a stop, past its opening signs.
struct SentenceOpening {
  enum Kind { case upper, lower, digit, continuation, none }

  var kind: Kind
  /// The first letter or digit.
  var word: Int
  /// A dash stands before it, as in a dialogue.
  var hasDash = false
}

/// Reads stops and what follows them.
struct StopReader {
  let text: UnsafeBufferPointer<UInt8>
  /// Inside straight quotation marks, as far as one can tell.
  private(set) var isQuoteOpen = false

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  // MARK: Finding stops

  /// The next stop from `start` that begins before `limit`.
  mutating func nextStop(from start: Int, before limit: Int) -> SentenceStop? {
    var at = start
    while true {
      at = markedByte(from: at, before: limit)
      guard at < limit else { return nil }
      switch text[at] {
      case UInt8(ascii: "\""):
        noteQuote(at: at)
        at += 1
      case 0xE2 where !isEllipsis(at: at):
        at += 3
      default:
        return stop(at: at)
      }
    }
  }

  /// The first `.`, `!`, `?`, `"` or byte 0xE2 from `start`, eight bytes at a time; else `limit`.
  private func markedByte(from start: Int, before limit: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var at = start
    let raw = UnsafeRawPointer(text.baseAddress)
    while let raw, limit - at >= 8 {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let period = word ^ (ones &* 0x2E)
      let exclamation = word ^ (ones &* 0x21)
      let question = word ^ (ones &* 0x3F)
      let quote = word ^ (ones &* 0x22)
      let dash = word ^ (ones &* 0xE2)
      // The lowest flag is exact, and only that one is used.
      var found = (period &- ones) & ~period
      found |= (exclamation &- ones) & ~exclamation
      found |= (question &- ones) & ~question
      found |= (quote &- ones) & ~quote
      found |= (dash &- ones) & ~dash
      found &= tops
      if found != 0 { return at + found.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < limit {
      switch text[at] {
      case 0x2E, 0x21, 0x3F, 0x22, 0xE2: return at
      default: at += 1
      }
    }
    return limit
  }

  private mutating func noteQuote(at offset: Int) {
    let afterGap = offset == 0 || text[offset - 1] == 0x20 || text[offset - 1] == 0x28
    let beforeGap = endsWord(at: offset + 1)
    isQuoteOpen = afterGap == beforeGap ? !isQuoteOpen : afterGap
  }

  /// The end of the text, a space or a sign there: a quotation mark before it closes.
  private func endsWord(at offset: Int) -> Bool {
    guard offset < text.count else { return true }
    switch text[offset] {
    case 0x20, 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D: return true
    default: return false
    }
  }

  private mutating func stop(at start: Int) -> SentenceStop {
    var stop = SentenceStop(start: start, end: start, next: start)
    while takeMark(&stop) || takeClosing(&stop) {}
    stop.next = stop.end
    while stop.next < text.count, text[stop.next] == 0x20 { stop.next += 1 }
    return stop
  }

  /// Takes one mark, which a space may stand before if it is `!` or `?`.
  private func takeMark(_ stop: inout SentenceStop) -> Bool {
    var at = stop.end
    if at + 1 < text.count, text[at] == 0x20, text[at + 1] == 0x21 || text[at + 1] == 0x3F {
      at += 1
    }
    guard at < text.count else { return false }
    switch text[at] {
    case UInt8(ascii: "."):
      stop.periods += 1
      stop.end = at + 1
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      stop.hasMark = true
      stop.end = at + 1
    case 0xE2 where isEllipsis(at: at):
      stop.hasEllipsis = true
      stop.end = at + 3
    default:
      return false
    }
    return true
  }

  /// Takes one sign that closes what the sentence opened, or the number of a note.
  private mutating func takeClosing(_ stop: inout SentenceStop) -> Bool {
    var at = stop.end
    let isSpaced = at < text.count && text[at] == 0x20
    if isSpaced { at += 1 }
    guard at < text.count else { return false }
    switch text[at] {
    case 0xC2 where has(0xC2, 0xBB, at: at):
      stop.hasClosingQuote = true
      stop.end = at + 2
    case 0xE2 where has(0xE2, 0x80, 0x9D, at: at) || has(0xE2, 0x80, 0xBA, at: at):
      stop.hasClosingQuote = true
      stop.end = at + 3
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      stop.hasClosingBracket = true
      stop.end = at + 1
    case UInt8(ascii: "\"") where isSpaced ? isQuoteOpen && endsWord(at: at + 1) : closes(at: at):
      isQuoteOpen = false
      stop.hasClosingQuote = true
      stop.end = at + 1
    case UInt8(ascii: "'") where !isSpaced && endsWord(at: at + 1):
      stop.hasClosingQuote = true
      stop.end = at + 1
    default:
      guard !isSpaced, let end = noteEnd(at: at) else { return false }
      stop.end = end
    }
    return true
  }

  /// Whether a straight quotation mark right after a stop closes: not if a word follows and none is open.
  private func closes(at offset: Int) -> Bool { isQuoteOpen || endsWord(at: offset + 1) }

  /// The end of a note's number at `offset`: "²" or "[12]".
  private func noteEnd(at offset: Int) -> Int? {
    if has(0xC2, 0xB9, at: offset) || has(0xC2, 0xB2, at: offset)
      || has(0xC2, 0xB3, at: offset)
    {
      return offset + 2
    }
    if has(0xE2, 0x81, at: offset), offset + 2 < text.count, text[offset + 2] >= 0xB0,
      text[offset + 2] <= 0xB9
    {
      return offset + 3
    }
    guard text[offset] == UInt8(ascii: "[") else { return nil }
    var at = offset + 1
    while at < text.count, at < offset + 5, text[at].isASCIIDigit { at += 1 }
    guard at > offset + 1, at < text.count, text[at] == UInt8(ascii: "]") else { return nil }
    return at + 1
  }

  private func isEllipsis(at offset: Int) -> Bool { has(0xE2, 0x80, 0xA6, at: offset) }

  /// Whether a character of two or three bytes, or the start of one, stands at `offset`.
  private func has(_ first: UInt8, _ second: UInt8, _ third: UInt8? = nil, at offset: Int) -> Bool {
    guard offset + (third == nil ? 2 : 3) <= text.count else { return false }
    guard text[offset] == first, text[offset + 1] == second else { return false }
    return third == nil || text[offset + 2] == third
  }

  // MARK: What follows

  /// What stands at `start`, past opening signs; signs without a word give `none`.
  func opening(at start: Int) -> SentenceOpening {
    var at = start
    var hasDash = false
    // Longer rows of signs open no sentence.
    let limit = min(text.count, start + 32)
    while at < limit, let scalar = text.scalar(at: at, end: text.count) {
      switch scalar.value {
      case 0x2C, 0x2F, 0x3A, 0x3B:
        return SentenceOpening(kind: .continuation, word: at)
      case 0x29, 0x5D, 0xBB, 0x201D:
        // "[...] Ensuite" opens; a closing sign on its own does not.
        if at == start { return SentenceOpening(kind: .continuation, word: at) }
      case 0x21, 0x2E, 0x3F, 0x2026:
        // "...Et lui" opens with its ellipsis; a stop on its own goes on with the one before.
        if at == start, !isAttachedEllipsis(at: at) {
          return SentenceOpening(kind: .continuation, word: at)
        }
      case 0x2D, 0x2013, 0x2014:
        hasDash = hasDash || at == start
      case 0x30...0x39:
        return SentenceOpening(kind: .digit, word: at, hasDash: hasDash)
      default:
        if let kind = letterKind(scalar, at: at) {
          return SentenceOpening(kind: kind, word: at, hasDash: hasDash)
        }
      }
      at += scalar.length
    }
    return SentenceOpening(kind: .none, word: at, hasDash: hasDash)
  }

  private func isAttachedEllipsis(at start: Int) -> Bool {
    var at = start
    while at < text.count, text[at] == 0x2E { at += 1 }
    if at - start < 2 { at = start }
    if isEllipsis(at: at) { at += 3 }
    return at > start && at < text.count && text[at] != 0x20
  }

  /// Lower for small letters, except those of "iPhone"; upper for capitals and letters without case.
  private func letterKind(_ scalar: DecodedScalar, at offset: Int) -> SentenceOpening.Kind? {
    guard let letter = Folding.entry(for: scalar.value) else { return nil }
    let isLower = !letter.isUpper && hasCase(scalar.value, lower: letter.lower)
    guard isLower else { return .upper }
    let next = offset + scalar.length
    guard next < text.count, let second = text.scalar(at: next, end: text.count),
      let entry = Folding.entry(for: second.value)
    else { return .lower }
    return entry.isUpper ? .upper : .lower
  }

  private func hasCase(_ value: UInt32, lower: UInt32) -> Bool {
    if value < 0x250 { return value != 0xAA && value != 0xBA }
    return Unicode.Scalar(value)?.properties.isLowercase ?? false
  }
}
