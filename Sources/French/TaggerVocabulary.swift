internal import Bitext

/// What the word reader asks of words again and again, computed once.
struct TaggerVocabulary: Sendable {
  /// For each cell of the lexicon, the tags its analyses may have.
  let cellMasks: [UInt64]
  let cellMask: UInt32 = 1 << LexiconCompiler.cellBits - 1
  /// Pronouns and adverbs that are words of their own after a hyphen: "dit-il", "celui-là".
  let enclitics: Set<UInt64>
  /// What features call a contraction that stands as one token: "des", "du".
  let contractedKeys: FormMap<UInt64>
  let articleHalf: UInt64
  /// "a", which in capitals may be "À".
  let bareA: UInt64
  /// "été" without its accents: "ETE".
  let bareBeen: UInt64
  let plurals: Set<UInt64>
  let openMask: UInt64
  let nominalMask: UInt64
  let verbMask: UInt64

  init(_ lexicon: Lexicon) {
    cellMasks = (0..<lexicon.cellCount).map { index in
      let cell = lexicon.cell(UInt32(index))
      return Tag.mask(cell.pos, cell.morphology)
    }
    enclitics = Set(
      [
        "je", "tu", "il", "elle", "on", "ce", "nous", "vous", "ils", "elles", "le", "la", "les",
        "lui", "leur", "moi", "toi", "m'", "t'", "y", "en", "là", "ci",
      ].map(Folding.exactHash))
    contractedKeys = FormMap(
      Contraction.all.map { (Folding.exactHash($0.surface), Self.contractedKey($0)) })
    articleHalf = Folding.exactHash("de")
    bareA = Folding.exactHash("a")
    bareBeen = Folding.exactHash("ete")
    plurals = [Folding.exactHash("les")]
    let nominal: [Tag] = [.adjective, .adjectivePlural, .noun, .nounPlural, .properNoun]
    let verbal: [Tag] = [
      .verb, .verbPlural, .infinitive, .past, .pastPlural, .presentParticiple, .imperative,
    ]
    nominalMask = nominal.reduce(0) { $0 | $1.bit }
    verbMask = verbal.reduce(0) { $0 | $1.bit }
    openMask = nominalMask | verbMask | Tag.adverb.bit | Tag.interjection.bit | Tag.numeral.bit
  }

  /// The key that features have for a contraction: "des".
  static func contractedKey(_ contraction: Contraction) -> UInt64 {
    [contraction.preposition, contraction.article].map(Folding.exactHash)
      .reduce(CompoundKey.empty, CompoundKey.next)
  }

  func isRoman(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy {
        switch $0 {
        case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"),
          UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "M"):
          true
        default: false
        }
      }
  }

  /// "e", "er", "ère", "ème", "nd" and their plurals, after digits or Roman numerals.
  func isOrdinalSuffix(_ bytes: some Collection<UInt8>) -> Bool {
    let suffixes: [StaticString] = [
      "e", "er", "ère", "ème", "eme", "nd", "nde", "es", "ers", "èmes", "ères", "re", "ième",
    ]
    return suffixes.contains { suffix in
      bytes.count == suffix.utf8CodeUnitCount
        && bytes.elementsEqual(
          UnsafeBufferPointer(start: suffix.utf8Start, count: suffix.utf8CodeUnitCount))
    }
  }

  func isOrdinal(_ bytes: some Collection<UInt8>) -> Bool {
    let digits = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }
    return !digits.isEmpty && isOrdinalSuffix(bytes.dropFirst(digits.count))
  }
}
