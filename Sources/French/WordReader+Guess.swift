internal import Bitext

extension WordReader {
  /// Reads a word of several tokens: one of the lexicon, a name, or a compound by its parts.
  func readCompound(_ tokens: Range<Int>, _ span: inout WordSpan) {
    let first = tokens.lowerBound
    if let found = lexicon.longestCompound(at: first, before: tokens.upperBound, in: table),
      found.end == tokens.upperBound
    {
      span.values = found.values
      span.source = .lexicon
      span.key = tokens.reduce(CompoundKey.empty) { CompoundKey.next($0, table.exact[$1]) }
      span.mask = valuesMask(found.values)
      return
    }
    span.shape.insert(.unknown)
    span.key = tokens.reduce(CompoundKey.empty) { CompoundKey.next($0, table.exact[$1]) }
    if tokens.allSatisfy({ !table.flags[$0].isDisjoint(with: [.number, .punctuation]) }) {
      let isNumber = table.flags[first].contains(.number)
      span.mask = isNumber ? Tag.numeral.bit : Tag.punctuation.bit
      return
    }
    let last = tokens.upperBound - 1
    let capitals = tokens.filter { table.flags[$0].contains(.capitalized) }.count
    let values = lexicon.forms[table.exact[last]]
    let mask = valuesMask(values)
    let open = mask & vocabulary.openMask
    if capitals > 1 || open == 0 {
      span.mask = Tag.properNoun.bit
      if capitals == 0 {
        guess(tokens, &span)
      }
      return
    }
    if mask & Tag.numeral.bit != 0,
      valuesMask(lexicon.forms[table.exact[first]]) & Tag.numeral.bit != 0
    {
      span.mask = Tag.numeral.bit
      return
    }
    span.values = values
    span.source = .lastPart
    span.mask = open & (vocabulary.nominalMask | vocabulary.verbMask)
    if span.mask == 0 { span.mask = open }
    if open & vocabulary.nominalMask != 0 { span.mask &= vocabulary.nominalMask }
    if capitals > 0 { span.mask |= Tag.properNoun.bit }
  }

  func valuesMask(_ values: UnsafeBufferPointer<UInt32>) -> UInt64 {
    var mask: UInt64 = 0
    for value in values { mask |= vocabulary.cellMasks[Int(value & vocabulary.cellMask)] }
    return mask
  }

  /// Guesses an unknown word by its capital and its ending.
  func guess(_ tokens: Range<Int>, _ span: inout WordSpan) {
    span.shape.insert(.unknown)
    span.source = .ending
    span.values = endingRows(tokens)
    var mask: UInt64 = 0
    for row in span.values { mask |= vocabulary.cellMasks[lexicon.guessCell(Int(row))] }
    if span.shape.contains(.capitalized) {
      mask &= vocabulary.nominalMask
      span.mask = mask | Tag.properNoun.bit
      if !span.shape.isDisjoint(with: [.allCapitals, .single]) {
        span.mask = Tag.properNoun.bit | Tag.noun.bit | Tag.nounPlural.bit
        if vocabulary.isRoman(bytes(tokens)) {
          span.mask = Tag.numeral.bit | Tag.properNoun.bit
        }
      } else if isOrdinalCentury(tokens) {
        span.mask = Tag.adjective.bit
      }
    } else {
      span.mask = mask | Tag.other.bit
    }
  }

  private func bytes(_ tokens: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> {
    let start = Int(table.start[tokens.lowerBound])
    let end = Int(table.end[tokens.upperBound - 1])
    return text[start..<max(start, end)]
  }

  /// "XIXe", "XXIème".
  private func isOrdinalCentury(_ tokens: Range<Int>) -> Bool {
    let bytes = bytes(tokens)
    let capitals = bytes.prefix { $0 >= 0x41 && $0 <= 0x5A }
    return capitals.count < bytes.count && vocabulary.isRoman(capitals)
      && vocabulary.isOrdinalSuffix(bytes.dropFirst(capitals.count))
  }

  /// The rows of the longest ending that fits.
  func endingRows(_ tokens: Range<Int>) -> UnsafeBufferPointer<UInt32> {
    var hash = FormHash().value
    var found = lexicon.endings[hash]
    let bytes = bytes(tokens)
    var index = bytes.endIndex
    while index > bytes.startIndex, bytes.endIndex - index < 12 {
      index -= 1
      let before = index > bytes.startIndex ? bytes[index - 1] : 0
      hash = FormHash.next(hash, LowerCase.byte(bytes[index], after: before))
      let rows = lexicon.endings[hash]
      // The whole word is no ending of itself.
      if !rows.isEmpty, index > bytes.startIndex { found = rows }
    }
    return found
  }
}

/// Lower case byte by byte, for ASCII and Latin-1 in UTF-8.
enum LowerCase {
  @inline(__always)
  static func byte(_ byte: UInt8, after lead: UInt8) -> UInt8 {
    if byte >= 0x41, byte <= 0x5A { return byte | 0x20 }
    if lead == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 { return byte + 0x20 }
    if lead == 0xC5, byte == 0x92 { return 0x93 }
    return byte
  }
}

// MARK: - Lemmas of unknown words

extension WordReader {
  /// The lemma of an unknown compound: its parts as they stand, the last by its lemma.
  func compoundLemma(_ tokens: Range<Int>, last lemma: UInt64) -> UInt64 {
    FormHash.of(compoundLemmaBytes(tokens, last: lemma))
  }

  func compoundLemmaBytes(_ tokens: Range<Int>, last lemma: UInt64) -> [UInt8] {
    let start = Int(table.start[tokens.lowerBound])
    let lastStart = Int(table.start[tokens.upperBound - 1])
    var result = lowered(start..<max(start, lastStart))
    if let text = lexicon.lemmaText(lemma) {
      result += Array(text.utf8)
    } else {
      result += lowered(lastStart..<Int(table.end[tokens.upperBound - 1]))
    }
    return result
  }

  /// The lemma a row of `guess-endings.tsv` makes of a word.
  func guessedLemma(_ tokens: Range<Int>, row: Int) -> UInt64 {
    FormHash.of(guessedLemmaBytes(tokens, row: row))
  }

  func guessedLemmaBytes(_ tokens: Range<Int>, row: Int) -> [UInt8] {
    let start = Int(table.start[tokens.lowerBound])
    let end = Int(table.end[tokens.upperBound - 1])
    let rule = lexicon.guessLemma(row)
    return lowered(start..<max(start, end - rule.cut)) + Array(rule.added)
  }

  private func isSingleCapital(_ word: WordAnalysis) -> Bool {
    let bytes = bytes(word.tokens)
    return bytes.count == 1 && bytes.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// The guessed lemma whose hash `word` holds, or the word in lower case.
  func lemmaBytes(_ word: WordAnalysis) -> [UInt8] {
    if table.flags[word.tokens.lowerBound].contains(.allCapitals) || isSingleCapital(word) {
      return Array(bytes(word.tokens))
    }
    for row in endingRows(word.tokens) {
      let bytes = guessedLemmaBytes(word.tokens, row: Int(row))
      if FormHash.of(bytes) == word.lemma { return bytes }
    }
    for value in lexicon.forms[table.exact[word.tokens.upperBound - 1]] {
      let bytes = compoundLemmaBytes(word.tokens, last: lexicon.lemma(of: value))
      if FormHash.of(bytes) == word.lemma { return bytes }
    }
    let start = Int(table.start[word.tokens.lowerBound])
    return lowered(start..<max(start, Int(table.end[word.tokens.upperBound - 1])))
  }

  private func lowered(_ range: Range<Int>) -> [UInt8] {
    range.map { LowerCase.byte(text[$0], after: $0 > 0 ? text[$0 - 1] : 0) }
  }
}
