internal import Bitext

/// Finds the words of a sentence and the readings of each: the first half of tagging.
///
/// "a-t-il" is two words, "porte-avions" one; "l’on" is one; "des" is two, which the tagger may join again.
struct WordReader {
  let lexicon: Lexicon
  let table: TokenTable
  let text: UnsafeBufferPointer<UInt8>
  let vocabulary: TaggerVocabulary
  /// Starts of words that are given: nil where the reader finds them itself.
  var givenStarts: [Int32]?
  /// "des" and "du" as two tokens are a preposition and an article for certain: a treebank says so.
  var contractionsAreGiven = false

  /// Appends the words of `tokens` to `spans`; a token range of `matches` is one word.
  func read(_ tokens: Range<Int>, matches: [TermMatch], into spans: inout [WordSpan]) {
    var token = tokens.lowerBound
    var match = 0
    var given = 0
    var isStart = true
    while token < tokens.upperBound {
      while match < matches.count, matches[match].tokens.upperBound <= token { match += 1 }
      if match < matches.count, matches[match].tokens.contains(token) {
        let end = min(matches[match].tokens.upperBound, tokens.upperBound)
        spans.append(term(matches[match], number: match, token..<end))
        token = end
        continue
      }
      var limit = tokens.upperBound
      var joinLimit = limit
      if match < matches.count {
        limit = min(limit, matches[match].tokens.lowerBound)
        // The article of a name is its own, as in "du Kremlin".
        let ownsArticle = matches[match].syntax == .name
        joinLimit = min(limit, ownsArticle ? matches[match].determiner ?? limit : limit)
      }
      if let givenStarts {
        given += 1
        let end = given < givenStarts.count ? Int(givenStarts[given]) : limit
        append(
          word(token..<max(token + 1, end), joinLimit: joinLimit), isStart: &isStart, to: &spans)
        token = max(token + 1, end)
        continue
      }
      let end = wordEnd(from: token, before: limit, sentenceEnd: tokens.upperBound)
      append(word(token..<end, joinLimit: joinLimit), isStart: &isStart, to: &spans)
      token = end
    }
  }

  /// Appends `span`, whose capital proves nothing if only punctuation stands before it.
  private func append(_ span: WordSpan, isStart: inout Bool, to spans: inout [WordSpan]) {
    var span = span
    if isStart {
      span.shape.insert(.sentenceStart)
      if isBareA(span) { span.mask = Tag.adposition.bit }
    }
    isStart = isStart && table.flags[Int(span.first)].contains(.punctuation)
    readBeen(&span, after: &spans)
    spans.append(span)
  }

  /// "A ETE" among capitals is "a été", neither «à» nor the summer.
  private func readBeen(_ span: inout WordSpan, after spans: inout [WordSpan]) {
    guard span.key == vocabulary.bareBeen, let last = spans.indices.last,
      spans[last].key == vocabulary.bareA
    else { return }
    let has = spans[last].mask & (Tag.auxiliary.bit | Tag.verb.bit)
    let been = span.mask & (Tag.auxiliaryPast.bit | Tag.past.bit)
    guard has != 0, been != 0 else { return }
    spans[last].mask = has
    span.mask = been
  }

  /// "A Paris", "A partir de": a single capital that opens a sentence has lost its accent, but not in "A-t-il".
  private func isBareA(_ span: WordSpan) -> Bool {
    let next = Int(span.end)
    return span.shape.contains(.single) && span.shape.contains(.capitalized)
      && span.key == vocabulary.bareA && span.mask & Tag.adposition.bit != 0
      && !(next < table.flags.count && table.flags[next].contains(.hyphenBefore))
  }

  /// The end of the word that starts at `token`.
  private func wordEnd(from token: Int, before limit: Int, sentenceEnd: Int) -> Int {
    let next = token + 1
    guard next < limit, table.flags[token].contains(.word) || table.flags[token].contains(.number),
      !table.flags[next].contains(.spaceBefore), !table.flags[token].contains(.opaque)
    else { return next }
    if let compound = lexicon.longestCompound(at: token, before: limit, in: table) {
      // The full stop after the last word is the sentence's.
      let endsSentence =
        compound.end == sentenceEnd && table.flags[compound.end - 1].contains(.punctuation)
      if !endsSentence { return compound.end }
    }
    guard table.flags[next].contains(.hyphenBefore) else { return next }
    var end = next
    while end < limit, table.flags[end].contains(.hyphenBefore),
      !vocabulary.enclitics.contains(table.exact[end])
    {
      end += 1
      if end < limit, table.flags[end - 1].contains(.elided),
        !table.flags[end].contains(.spaceBefore)
      {
        end += 1
      }
    }
    return end
  }

  // MARK: - Readings

  private func term(_ match: TermMatch, number: Int, _ tokens: Range<Int>) -> WordSpan {
    WordSpan(
      first: Int32(tokens.lowerBound), end: Int32(tokens.upperBound), source: .term, shape: [],
      key: SpanKey.term, mask: Tag.mask(match.syntax.partOfSpeech, match.morphology),
      values: UnsafeBufferPointer(start: nil, count: 0), term: Int32(number))
  }

  /// The readings of a word; an article "des" or "du" ends before `joinLimit`.
  private func word(_ tokens: Range<Int>, joinLimit: Int) -> WordSpan {
    let first = tokens.lowerBound
    let flags = table.flags[first]
    var span = WordSpan(
      first: Int32(first), end: Int32(tokens.upperBound), source: .none, shape: shape(tokens),
      key: table.exact[first], mask: 0, values: UnsafeBufferPointer(start: nil, count: 0))
    if tokens.count > 1 {
      readCompound(tokens, &span)
    } else if flags.contains(.opaque) {
      span.key = SpanKey.opaque
      span.mask = Tag.properNoun.bit
    } else if flags.contains(.number) {
      readNumber(first, &span)
    } else if flags.contains(.punctuation) {
      readPunctuation(first, &span)
    } else {
      readWord(first, &span, joinLimit: joinLimit)
    }
    return span
  }

  private func shape(_ tokens: Range<Int>) -> WordSpan.Shape {
    let first = tokens.lowerBound
    let flags = table.flags[first]
    var shape: WordSpan.Shape = []
    // Among capitals alone a capital says nothing.
    if flags.contains(.capitalized), !flags.contains(.shouted) { shape.insert(.capitalized) }
    if flags.contains(.allCapitals) { shape.insert(.allCapitals) }
    if flags.contains(.hyphenBefore) { shape.insert(.hyphenBefore) }
    if table.end[first] - table.start[first] == 1 { shape.insert(.single) }
    return shape
  }

  private func readWord(_ token: Int, _ span: inout WordSpan, joinLimit: Int) {
    if table.flags[token].contains(.contracted), token > 0 {
      span.isContracted = true
      span.key = CompoundKey.next(
        CompoundKey.next(CompoundKey.empty, table.exact[token - 1]), table.exact[token])
      let number = vocabulary.plurals.contains(table.exact[token])
      span.mask = number ? Tag.definitePlural.bit : Tag.definite.bit
      if !contractionsAreGiven, token < joinLimit,
        vocabulary.articleHalf == table.exact[token - 1]
      {
        span.mask |= number ? Tag.indefinitePlural.bit : Tag.indefinite.bit
      }
      return
    }
    span.values = lexicon.forms[table.exact[token]]
    span.source = .lexicon
    let isCapital = span.shape.contains(.capitalized)
    if span.values.isEmpty {
      span.values = lexicon.foldedForms[table.folded[token]]
    } else if table.flags[token].contains(.capitalized), isAccentless(span, token) {
      span.accented = lexicon.foldedForms[table.folded[token]]
    }
    span.mask = valuesMask(span.values)
    let content = vocabulary.nominalMask | vocabulary.verbMask
    // "NE" is no "né", "DU" no "dû".
    let isGrammar = span.mask != 0 && span.mask & content == 0
    span.mask |= valuesMask(span.accented) & (isGrammar ? ~content : ~0)
    if let key = vocabulary.contractedKeys[table.exact[token]] { span.key = key }
    if !contractionsAreGiven, token + 1 < joinLimit, table.flags[token + 1].contains(.contracted),
      vocabulary.articleHalf == table.exact[token]
    {
      span.mask = Tag.adposition.bit | Tag.articleHalf.bit
    }
    if span.values.isEmpty {
      guess(token..<token + 1, &span)
    } else if isCapital, span.mask & vocabulary.openMask != 0 {
      span.mask |= Tag.properNoun.bit
    }
  }

  /// A letter that stands for one with an accent where capitals have none: "A" for "À", "ETAT".
  private func isAccentless(_ span: WordSpan, _ token: Int) -> Bool {
    let flags = table.flags[token]
    if flags.contains(.shouted), !flags.contains(.unaccented) { return false }
    return !span.shape.isDisjoint(with: [.allCapitals, .single])
  }

  private func readNumber(_ token: Int, _ span: inout WordSpan) {
    let start = Int(table.start[token])
    let end = Int(table.end[token])
    span.key =
      end - start == 4 && (text[start] == 0x31 || text[start] == 0x32)
      ? SpanKey.year : SpanKey.number
    span.mask = Tag.numeral.bit
    if end > start, text[end - 1] > 0x39 {
      span.mask =
        vocabulary.isOrdinal(text[start..<end])
        ? Tag.adjective.bit | Tag.noun.bit : Tag.numeral.bit | Tag.noun.bit
    }
  }

  private func readPunctuation(_ token: Int, _ span: inout WordSpan) {
    span.values = lexicon.forms[table.exact[token]]
    if !span.values.isEmpty {
      span.source = .lexicon
      span.mask = valuesMask(span.values)
      return
    }
    switch text[Int(table.start[token])] {
    case UInt8(ascii: ","): span.mask = Tag.comma.bit
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"),
      UInt8(ascii: ":"):
      span.mask = Tag.stop.bit
    default: span.mask = Tag.punctuation.bit
    }
  }
}
