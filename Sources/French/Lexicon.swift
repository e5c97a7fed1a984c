package import Bitext

/// One reading of a word form: "portes" is the noun `porte`, or the verb `porter` in the second person.
package struct Analysis: Sendable, Hashable {
  /// The exact hash of the lemma.
  package var lemma: UInt64
  package var pos: PartOfSpeech
  package var morphology: Morphology
}

/// Every form of every French word of the lexicon, in a mapped table.
///
/// `analyses(exact:)` of "portes" gives the noun `porte` and the verb `porter`, without a search for endings.
package struct Lexicon: @unchecked Sendable {
  // Safe to share: the pointers lead into `owner`, which never changes.
  private let owner: MappedBytes
  let forms: FormTable
  let foldedForms: FormTable
  let compounds: FormTable
  private let lemmasByHash: FormTable
  let endings: FormTable
  private let lemmaRows: UnsafePointer<UInt64>
  private let cells: UnsafePointer<UInt64>
  let guessRows: UnsafePointer<UInt8>
  private let arena: UnsafeRawBufferPointer
  let lemmaCount: Int
  let cellCount: Int
  let guessCount: Int

  /// The mapped form of the data files; throws a `DataError` that names the bad row.
  package static func compile(_ sources: LexiconSources) throws -> [UInt8] {
    try LexiconCompiler(sources).write()
  }

  /// Reads what `compile` wrote from `range` of `bytes`, which starts at a multiple of 8; nil if it is no lexicon
  /// of this version.
  package init?(_ bytes: MappedBytes, in range: Range<Int>? = nil) {
    let range = range ?? 0..<bytes.bytes.count
    guard range.lowerBound >= 0, range.upperBound <= bytes.bytes.count, range.count >= 24,
      range.lowerBound % 8 == 0
    else { return nil }
    let data = UnsafeRawBufferPointer(rebasing: bytes.bytes[range])
    guard let base = data.baseAddress,
      data.load(as: UInt32.self) == LexiconCompiler.magic,
      data.load(fromByteOffset: 4, as: UInt32.self) == LexiconCompiler.version
    else { return nil }
    lemmaCount = Int(data.load(fromByteOffset: 8, as: UInt32.self))
    cellCount = Int(data.load(fromByteOffset: 12, as: UInt32.self))
    let arenaCount = Int(data.load(fromByteOffset: 16, as: UInt32.self))
    let guessBytes = Int(data.load(fromByteOffset: 20, as: UInt32.self))
    guessCount = guessBytes / 16
    let cellStart = 24 + lemmaCount * 16
    let guessStart = cellStart + cellCount * 8
    let arenaStart = guessStart + guessBytes
    var offset = (arenaStart + arenaCount + 7) / 8 * 8
    guard offset <= data.count, cellCount > 0,
      let forms = FormTable(data, at: &offset),
      let foldedForms = FormTable(data, at: &offset),
      let compounds = FormTable(data, at: &offset),
      let lemmasByHash = FormTable(data, at: &offset),
      let endings = FormTable(data, at: &offset)
    else { return nil }
    owner = bytes
    lemmaRows = (base + 24).assumingMemoryBound(to: UInt64.self)
    cells = (base + cellStart).assumingMemoryBound(to: UInt64.self)
    guessRows = (base + guessStart).assumingMemoryBound(to: UInt8.self)
    arena = UnsafeRawBufferPointer(rebasing: data[arenaStart..<arenaStart + arenaCount])
    self.forms = forms
    self.foldedForms = foldedForms
    self.compounds = compounds
    self.lemmasByHash = lemmasByHash
    self.endings = endings
  }

  /// The number of distinct forms, accents kept.
  package var formCount: Int { forms.count }

  // MARK: - Values

  /// The part of speech and the morphology of a cell.
  @inline(__always)
  func cell(_ index: UInt32) -> (pos: PartOfSpeech, morphology: Morphology) {
    let packed = cells[min(Int(index), cellCount - 1)]
    let pos = PartOfSpeech(rawValue: UInt8(truncatingIfNeeded: packed)) ?? .other
    return (pos, Morphology(rawValue: UInt32(truncatingIfNeeded: packed >> 8)))
  }

  @inline(__always)
  func cell(of value: UInt32) -> (pos: PartOfSpeech, morphology: Morphology) {
    cell(value & (1 << LexiconCompiler.cellBits - 1))
  }

  /// The exact hash of the lemma of a value.
  @inline(__always)
  func lemma(of value: UInt32) -> UInt64 {
    lemmaRows[min(Int(value >> LexiconCompiler.cellBits), max(0, lemmaCount - 1)) * 2]
  }

  /// What is known of the lemma of a value.
  @inline(__always)
  func flags(of value: UInt32) -> LemmaFlags {
    let row = min(Int(value >> LexiconCompiler.cellBits), max(0, lemmaCount - 1))
    return LemmaFlags(rawValue: UInt16(truncatingIfNeeded: lemmaRows[row * 2 + 1]))
  }

  func analysis(_ value: UInt32) -> Analysis {
    let cell = cell(of: value)
    return Analysis(lemma: lemma(of: value), pos: cell.pos, morphology: cell.morphology)
  }

  // MARK: - Lookup

  /// The analyses of one form. They are valid as long as the lexicon.
  package struct Analyses: RandomAccessCollection {
    let lexicon: Lexicon
    let values: UnsafeBufferPointer<UInt32>

    package var startIndex: Int { 0 }
    package var endIndex: Int { values.count }
    package subscript(position: Int) -> Analysis { lexicon.analysis(values[position]) }
  }

  /// The analyses of a form, by the hash of its lower case with accents; empty for an unknown word.
  package func analyses(exact hash: UInt64) -> Analyses {
    Analyses(lexicon: self, values: forms[hash])
  }

  /// Whether the lexicon has a form, by the hash of its lower case with accents.
  package func knows(exact hash: UInt64) -> Bool { !forms[hash].isEmpty }

  /// The analyses of a form written without (all) its accents: "ETAT" is "état".
  package func analyses(folded hash: UInt64) -> Analyses {
    Analyses(lexicon: self, values: foldedForms[hash])
  }

  /// The analyses of a word: `of: "chevaux"`.
  package func analyses(of word: String) -> Analyses {
    analyses(exact: Folding.exactHash(word))
  }

  /// The longest word of several tokens that starts at `token` and ends before `end`: "porte-avions".
  package func compound(
    at token: Int, before end: Int, in table: TokenTable
  ) -> (tokens: Range<Int>, analyses: Analyses)? {
    guard let found = longestCompound(at: token, before: end, in: table) else { return nil }
    return (token..<found.end, Analyses(lexicon: self, values: found.values))
  }

  func longestCompound(
    at token: Int, before end: Int, in table: TokenTable
  ) -> (end: Int, values: UnsafeBufferPointer<UInt32>)? {
    var key = CompoundKey.next(CompoundKey.empty, table.exact[token])
    var index = token + 1
    var longest: (end: Int, values: UnsafeBufferPointer<UInt32>)?
    while index < end, index < token + 12, !table.flags[index].contains(.spaceBefore) {
      key = CompoundKey.next(key, table.exact[index])
      index += 1
      let values = compounds[key]
      if !values.isEmpty { longest = (index, values) }
    }
    return longest
  }

  // MARK: - Lemmas

  private func row(ofLemma hash: UInt64) -> Int? {
    lemmasByHash[hash].first.map { min(Int($0), lemmaCount - 1) }
  }

  /// The lemma with an exact hash, or nil if it is none of the lexicon's.
  package func lemmaText(_ hash: UInt64) -> String? {
    guard let row = row(ofLemma: hash) else { return nil }
    let packed = lemmaRows[row * 2 + 1]
    let start = Int(packed >> 32)
    let end = start + Int(packed >> 16 & 0xFFFF)
    guard end <= arena.count else { return nil }
    return String(decoding: arena[start..<end], as: UTF8.self)
  }

  /// What is known of the lemma with an exact hash; empty for an unknown one.
  package func flags(ofLemma hash: UInt64) -> LemmaFlags {
    guard let row = row(ofLemma: hash) else { return [] }
    return LemmaFlags(rawValue: UInt16(truncatingIfNeeded: lemmaRows[row * 2 + 1]))
  }
}

// MARK: - Guesses

extension Lexicon {
  /// The cell of a row of `guess-endings.tsv`.
  func guessCell(_ row: Int) -> Int {
    guard row < guessCount else { return 0 }
    return min(Int(guessRows[row * 16]) | Int(guessRows[row * 16 + 1]) << 8, cellCount - 1)
  }

  /// How many bytes a row of `guess-endings.tsv` cuts for the lemma, and what it adds then.
  func guessLemma(_ row: Int) -> (cut: Int, added: UnsafeBufferPointer<UInt8>) {
    guard row < guessCount else { return (0, UnsafeBufferPointer(start: nil, count: 0)) }
    let start = guessRows + row * 16
    return (Int(start[2]), UnsafeBufferPointer(start: start + 4, count: min(12, Int(start[3]))))
  }
}
