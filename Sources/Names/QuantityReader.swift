internal import Bitext

/// A paragraph from which expressions are read, and the words that expressions are made of.
final class QuantityReader: Sendable {
  let words: QuantityWords
  let table: TokenTable
  let text: [UInt8]
  let variety: EnglishVariety

  init(words: QuantityWords, table: TokenTable, text: [UInt8], variety: EnglishVariety) {
    self.words = words
    self.table = table
    self.text = text
    self.variety = variety
  }

  // MARK: - Tokens

  func flags(_ token: Int) -> TokenFlags {
    table.indices.contains(token) ? table.flags[token] : []
  }

  func bytes(_ token: Int) -> ArraySlice<UInt8> {
    guard table.indices.contains(token) else { return [] }
    let start = Int(table.start[token])
    let end = Int(table.end[token])
    return start <= end && end <= text.count ? text[start..<end] : []
  }

  func string(_ token: Int) -> String { String(decoding: bytes(token), as: UTF8.self) }

  func isMark(_ token: Int, _ mark: Unicode.Scalar) -> Bool {
    flags(token).contains(.punctuation) && bytes(token).elementsEqual(UTF8.encode(mark) ?? .init())
  }

  func isHyphenated(_ token: Int) -> Bool { flags(token).contains(.hyphenBefore) }

  /// The token stands right after the one before it, without space.
  func isGlued(_ token: Int) -> Bool {
    table.indices.contains(token) && !flags(token).contains(.spaceBefore)
      && !flags(token).contains(.hyphenBefore)
  }

  func isSentenceStart(_ token: Int) -> Bool {
    if token <= 0 || flags(token).contains(.sentenceStart) { return true }
    guard flags(token - 1).contains(.punctuation) else { return false }
    if token == 1 || flags(token - 1).contains(.sentenceStart) { return true }
    return [".", "!", "?", "…"].contains { isMark(token - 1, $0) }
  }

  /// The segmenter has put the start of a sentence here, or the text ends.
  func isMarkedStart(_ token: Int) -> Bool {
    token >= table.count || flags(token).contains(.sentenceStart)
  }

  /// A capital that the start of a sentence does not explain, in a text with small letters.
  func isProper(_ token: Int) -> Bool {
    let flags = flags(token)
    return flags.contains(.capitalized) && !flags.contains(.shouted) && !isSentenceStart(token)
  }

  // MARK: - Words

  func group(_ token: Int) -> QuantityWords.Group? {
    guard table.indices.contains(token) else { return nil }
    return words.group(table.folded[token])
  }

  /// The token has this function: `.of` for "de" and "d’".
  func has(_ token: Int, _ function: QuantityFunction) -> Bool {
    guard let group = group(token) else { return false }
    return group.functions & function.bit != 0
  }

  func has(_ token: Int, any mask: UInt64) -> Bool {
    guard let group = group(token) else { return false }
    return group.functions & mask != 0
  }

  /// The row of `role` that starts at `token`, of three words, two or one, and where it ends.
  func find(_ role: QuantityRole, at token: Int) -> (word: QuantityWord, end: Int)? {
    place(of: role, at: token).map { (words.rows[$0.row], $0.end) }
  }

  /// The same without its words, which most callers do not need.
  func value(of role: QuantityRole, at token: Int) -> (value: Int, end: Int)? {
    place(of: role, at: token).map { (words.rows[$0.row].value, $0.end) }
  }

  private func place(of role: QuantityRole, at token: Int) -> (row: Int, end: Int)? {
    guard let first = group(token) else { return nil }
    if first.isPrefix {
      var key = table.folded[token]
      var longest: (row: Int, end: Int)?
      for next in token + 1..<max(token + 1, min(token + 4, table.count)) {
        key = QuantityWords.join(key, table.folded[next])
        if let group = words.group(key), let row = row(role, in: group) {
          longest = (row, next + 1)
        }
      }
      if let longest { return longest }
    }
    return row(role, in: first).map { ($0, token + 1) }
  }

  private func row(_ role: QuantityRole, in group: QuantityWords.Group) -> Int? {
    for index in group.words where words.rows[Int(index)].role == role { return Int(index) }
    return nil
  }

  /// "de" or "d’" that no article follows: the end of "millions de".
  func barePreposition(at token: Int) -> Int? {
    guard has(token, .of), !flags(token).contains(.contracted),
      !flags(token + 1).contains(.contracted), flags(token + 1).contains(.word),
      !has(token + 1, .demonstrative), !has(token + 1, .more), !has(token + 1, .less),
      !has(token + 1, .among), !flags(token + 1).contains(.number)
    else { return nil }
    return token + 1
  }

  /// The definite article right before `token`, the second half of "du" included.
  func article(before token: Int) -> Int? {
    guard token > 0,
      has(
        token - 1,
        any: QuantityFunction.the.bit | QuantityFunction.theFeminine.bit
          | QuantityFunction.thePlural.bit), !isHyphenated(token)
    else { return nil }
    return token - 1
  }

  /// A whole number in digits: "12", "2021".
  func digits(_ token: Int) -> (value: Int, count: Int)? {
    guard flags(token).contains(.number) else { return nil }
    let bytes = bytes(token)
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return (value, bytes.count)
  }
}
