internal import Bitext

/// Tells whether a text is French, from the share of its function words.
struct LanguageSample {
  /// Frequent in French and rare elsewhere: "de", "la", "un" and "en" are Spanish too.
  private static let words: Set<UInt64> = Set(
    [
      "le", "les", "des", "du", "et", "est", "dans", "pour", "sur", "une", "au", "aux", "à", "qui",
      "pas", "avec", "ce", "cette", "ces", "sont", "été", "par", "plus", "ne", "il", "elle", "ils",
      "nous", "vous", "je", "leur", "leurs", "mais", "ou", "où", "ont", "était", "entre", "comme",
      "après", "selon", "depuis", "sans", "sous", "son", "sa", "ses", "donc", "aussi", "même",
      "être", "avoir", "fait", "deux", "tout", "tous", "très",
    ].map { FormHash.of($0.utf8) })
  /// The letters before an apostrophe: "l’", "d’", "qu’".
  private static let elided: Set<UInt64> = Set(
    ["l", "d", "qu", "n", "s", "c", "j", "m", "t"].map { FormHash.of($0.utf8) })

  /// Below this many words a headline or a list of names would look foreign.
  private static let least = 60
  private static let most = 2_000

  private var total = 0
  private var french = 0

  /// Counts the words of a paragraph, its markup and code left out.
  mutating func add(_ paragraph: SourceParagraph) {
    guard total < Self.most, paragraph.role != .verbatim else { return }
    guard !paragraph.inert.isEmpty else { return add(paragraph.text) }
    var text = paragraph.text
    for span in paragraph.inert {
      if case .character = span.kind { continue }
      for index in span.range.range.clamped(to: text.indices) { text[index] = 0x20 }
    }
    add(text)
  }

  /// Counts the words of UTF-8 `text`, until enough were seen.
  mutating func add(_ text: [UInt8]) {
    guard total < Self.most else { return }
    var hash = FormHash()
    var length = 0
    var index = 0
    while index <= text.count, total < Self.most {
      let byte = index < text.count ? text[index] : 0x20
      if byte == 0xC2 || byte == 0xE2 || byte < 0x80 && (byte | 0x20) &- 0x61 >= 26 {
        if length > 0 { count(hash.value, isElided: isApostrophe(text, index)) }
        hash = FormHash()
        length = 0
        // Signs of print and the no-break space are no letters.
        index += byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : 1
      } else {
        hash.combine(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        length += 1
        index += 1
      }
    }
  }

  private mutating func count(_ word: UInt64, isElided: Bool) {
    total += 1
    if (isElided ? Self.elided : Self.words).contains(word) { french += 1 }
  }

  private func isApostrophe(_ text: [UInt8], _ index: Int) -> Bool {
    guard index < text.count else { return false }
    return text[index] == 0x27 || text[index...].starts(with: [0xE2, 0x80, 0x99])
  }

  /// Enough words, and fewer French ones among them than in any French prose.
  var isForeign: Bool { total >= Self.least && french * 100 < total * 12 }
}
