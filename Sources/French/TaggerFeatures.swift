internal import Bitext

/// What the tagger looks at around a word: the templates of its features.
///
/// A feature is a template and up to three values; its weights say how well each tag fits. The words of
/// features are identified by hashes, so that no text is compared.
enum TaggerFeatures {
  /// The kinds of value a template has, in order: see `Data/tagger-weights.tsv`.
  enum Value: Sendable { case word, mask, number }

  static let templates: [[Value]] = [
    [.word],  // 0: the word
    [.word],  // 1: the word before
    [.word],  // 2: the word after
    [.word],  // 3: two before
    [.word],  // 4: two after
    [.word, .word],  // 5: before and the word
    [.word, .word],  // 6: the word and after
    [.mask],  // 7: tags of the word
    [.mask, .mask],  // 8: tags before, of the word
    [.mask, .mask],  // 9: of the word, after
    [.mask, .mask, .mask],  // 10: of the word, after, two after
    [.mask, .mask, .mask],  // 11: before, of the word, after
    [.mask, .number],  // 12: of the word, its shape
    [.mask, .number],  // 13: of the word, its last three bytes
    [.mask, .number],  // 14: of the word, its last four bytes
    [.word, .mask],  // 15: word before, tags of the word
    [.mask, .word],  // 16: tags of the word, word after
    [.word, .word],  // 17: before and after
    [.mask, .mask, .mask],  // 18: two before, before, of the word
    [.word, .mask, .mask],  // 19: word before, tags of the word, after
    [.mask, .number],  // 20: of the word, what the clause has had
    [.word, .number],  // 21: the word, what the clause has had
    [.word, .mask],  // 22: the word, tags of the next one that is no adverb or pronoun
    [.mask, .mask],  // 23: tags of the word, of that one
    [.mask, .word],  // 24: tags of the word, the last such word before it
    [.mask, .mask],  // 25: tags of the word, of that one
  ]

  /// The most features a word has.
  static let count = templates.count

  @inline(__always)
  static func key(_ template: Int, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0)
    -> UInt64
  {
    var key = (UInt64(template) &+ 1) &* 0x9e37_79b9_7f4a_7c15
    key = (key ^ first) &* 0xbf58_476d_1ce4_e5b9
    key = (key ^ key >> 31 ^ second) &* 0x94d0_49bb_1331_11eb
    key = (key ^ key >> 29 ^ third) &* 0xbf58_476d_1ce4_e5b9
    return key ^ key >> 32
  }

  /// Calls `body` with the template and the values of every feature of the word at `index`.
  @inline(__always)
  static func visit(
    _ index: Int, of spans: [WordSpan], reader: WordReader, clause: UInt64,
    _ body: (Int, UInt64, UInt64, UInt64) -> Void
  ) {
    let span = spans[index]
    let before = index > 0 ? spans[index - 1].key : SpanKey.edge
    let before2 = index > 1 ? spans[index - 2].key : SpanKey.edge
    let after = index + 1 < spans.count ? spans[index + 1].key : SpanKey.edge
    let after2 = index + 2 < spans.count ? spans[index + 2].key : SpanKey.edge
    let maskBefore = index > 0 ? spans[index - 1].mask : 1
    let maskBefore2 = index > 1 ? spans[index - 2].mask : 1
    let maskAfter = index + 1 < spans.count ? spans[index + 1].mask : 1
    let maskAfter2 = index + 2 < spans.count ? spans[index + 2].mask : 1
    let mask = span.mask
    body(0, span.key, 0, 0)
    body(1, before, 0, 0)
    body(2, after, 0, 0)
    body(3, before2, 0, 0)
    body(4, after2, 0, 0)
    body(5, before, span.key, 0)
    body(6, span.key, after, 0)
    body(7, mask, 0, 0)
    body(8, maskBefore, mask, 0)
    body(9, mask, maskAfter, 0)
    body(10, mask, maskAfter, maskAfter2)
    body(11, maskBefore, mask, maskAfter)
    body(12, mask, UInt64(span.shape.rawValue), 0)
    let endings = reader.endings(of: span)
    body(13, mask, endings.three, 0)
    body(14, mask, endings.four, 0)
    body(15, before, mask, 0)
    body(16, mask, after, 0)
    body(17, before, after, 0)
    body(18, maskBefore2, maskBefore, mask)
    body(19, before, mask, maskAfter)
    let next = skip(index, by: 1, in: spans)
    let last = skip(index, by: -1, in: spans)
    body(22, span.key, next?.mask ?? 1, 0)
    body(23, mask, next?.mask ?? 1, 0)
    body(24, mask, last?.key ?? SpanKey.edge, 0)
    body(25, mask, last?.mask ?? 1, 0)
    body(20, mask, clause, 0)
    body(21, span.key, clause, 0)
  }

  /// The nearest word on one side that is more than an adverb or a clitic pronoun; at most five words away.
  @inline(__always)
  private static func skip(_ index: Int, by step: Int, in spans: [WordSpan]) -> WordSpan? {
    let light =
      Tag.adverb.bit | Tag.negation.bit | Tag.personal.bit | Tag.personalPlural.bit
      | Tag.reflexive.bit | Tag.auxiliaryPast.bit
    var other = index + step
    while other >= 0, other < spans.count, abs(other - index) <= 5 {
      if spans[other].mask & ~light != 0 { return spans[other] }
      other += step
    }
    return nil
  }

  /// What the clause has had, after one more word: 1 a finite verb for certain, 2 perhaps one, plus 4 between "ne" and
  /// its second half, plus 8 after a subordinator or a relative, plus 16 after a comma or a coordinator.
  ///
  /// A full stop starts a new clause, and so does "que" or "qui".
  static func clause(_ state: UInt64, after span: WordSpan) -> UInt64 {
    let finite =
      Tag.verb.bit | Tag.verbPlural.bit | Tag.auxiliary.bit | Tag.auxiliaryPlural.bit
    let breaks = Tag.stop.bit | Tag.comma.bit | Tag.punctuation.bit | Tag.coordinator.bit
    let links = Tag.subordinator.bit | Tag.relative.bit | Tag.interrogative.bit
    if span.mask & links != 0, span.mask & Tag.adposition.bit == 0 { return 8 }
    if span.mask & ~breaks == 0 {
      return span.mask & (Tag.comma.bit | Tag.coordinator.bit) != 0 ? state | 16 : 0
    }
    if span.mask & Tag.negation.bit != 0, span.mask & Tag.noun.bit == 0 { return state ^ 4 }
    if span.mask & finite != 0 {
      let isCertain = span.mask & ~(finite | Tag.imperative.bit) == 0
      return state & ~3 | (isCertain || state & 3 == 1 ? 1 : 2)
    }
    return state
  }
}

extension WordReader {
  /// The last three and the last four bytes of a word, as numbers; 0 for a word that features know by its kind.
  @inline(__always)
  func endings(of span: WordSpan) -> (three: UInt64, four: UInt64) {
    let end = Int(table.end[Int(span.end) - 1])
    let start = Int(table.start[Int(span.first)])
    guard end - start >= 4 else { return (0, 0) }
    var packed: UInt64 = 0
    var before: UInt8 = 0
    for index in (end - 4)..<end {
      packed = packed << 8 | UInt64(LowerCase.byte(text[index], after: before))
      before = text[index]
    }
    return (packed & 0xFF_FFFF, packed)
  }
}
