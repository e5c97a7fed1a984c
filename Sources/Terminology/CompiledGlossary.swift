package import Bitext

/// Glossaries compiled for matching: term records, a trie over folded token hashes, and an arena of strings,
/// all read in place from `MappedBytes`.
package final class CompiledGlossary: Sendable {
  /// Changes whenever the layout does.
  package static let version: UInt32 = 7
  static let magic: UInt32 = 0x5641_5647
  static let headerWords = 20

  enum Field: Int, CaseIterable {
    case concept, source, sourceFamily, target, targetFamily, british, attributive, also, noun
    case plural, link, note
  }

  /// Words of 32 bits in a term record: kind, status, origin and case rule; morphology; flags; first guard;
  /// words of guards; line; the fields it has, as bits; the place of the first of them.
  static let recordWords = 8

  /// Words of 32 bits in a form record before the exact hashes of its tokens: term; morphology; count, kind, case
  /// rule and what the form is; capitals; all-capitals.
  static let formWords = 5

  private let store: MappedBytes
  private let strings: Range<Int>
  private let givenNames: Range<Int>
  private let givenNameFilter: HashFilter
  private let nationalities: Range<Int>
  private let fields: Range<Int>
  /// The first term of each file, and its name.
  private let firstTerms: [UInt32]
  private let fileNames: [String]
  package let termCount: Int
  let trie: TermTrie

  /// The glossary in `store` from `offset` on; nil if the bytes are no such thing.
  package init?(_ store: MappedBytes, at offset: Int = 0) {
    guard offset >= 0, offset % 8 == 0, store.bytes.count >= offset + Self.headerWords * 4 else {
      return nil
    }
    func word(_ index: Int) -> Int {
      Int(store.bytes.load(fromByteOffset: offset + index * 4, as: UInt32.self))
    }
    guard word(0) == Int(Self.magic), word(1) == Int(Self.version) else { return nil }
    var position = offset + Self.headerWords * 4
    func section(_ index: Int) -> Range<Int>? {
      let size = word(2 + index)
      let start = position
      guard size >= 0, start + size <= store.bytes.count else { return nil }
      position += (size + 7) & ~7
      return start..<start + size
    }
    guard let terms = section(0), let nodes = section(1), let edges = section(2),
      let guards = section(3), let strings = section(4), let givenNames = section(5),
      let nationalities = section(6), let fields = section(7), let alone = section(8),
      let pairs = section(9), let lowerAlone = section(10), let lowerPairs = section(11),
      let askedWords = section(12), let givenNameFilter = section(13), let files = section(14),
      [edges, alone, pairs, lowerAlone, lowerPairs, askedWords, givenNameFilter].allSatisfy({
        $0.count.nonzeroBitCount == 1 && $0.count >= 8
      }),
      let start = store.bytes.baseAddress
    else { return nil }
    func filter(_ section: Range<Int>) -> HashFilter {
      HashFilter(start + section.lowerBound, count: section.count / 8)
    }
    self.store = store
    self.strings = strings
    self.givenNames = givenNames
    self.givenNameFilter = filter(givenNameFilter)
    self.nationalities = nationalities
    self.fields = fields
    let numbers = UnsafeRawBufferPointer(rebasing: store.bytes[files]).bindMemory(to: UInt32.self)
    let arena = UnsafeRawBufferPointer(rebasing: store.bytes[strings])
    firstTerms = stride(from: 0, to: numbers.count - 1, by: 2).map { numbers[$0] }
    fileNames = stride(from: 1, to: numbers.count, by: 2).map {
      String(decoding: StringArena.string(at: Int(numbers[$0]), in: arena), as: UTF8.self)
    }
    termCount = terms.count / (Self.recordWords * 4)
    trie = TermTrie(
      terms: start + terms.lowerBound, nodes: start + nodes.lowerBound,
      edges: start + edges.lowerBound, guards: start + guards.lowerBound,
      edgeMask: UInt64(edges.count / 8 - 1),
      starts: .init(alone: filter(alone), pairs: filter(pairs)),
      lowerStarts: .init(alone: filter(lowerAlone), pairs: filter(lowerPairs)),
      askedWords: filter(askedWords))
  }

  /// Whether a person row has this given name, by folded hash.
  package func hasGivenName(_ hash: UInt64) -> Bool {
    guard givenNameFilter.mayContain(hash) else { return false }
    var low = 0
    var high = givenNames.count / 8
    while low < high {
      let middle = (low + high) / 2
      let value = store.bytes.load(
        fromByteOffset: givenNames.lowerBound + middle * 8, as: UInt64.self)
      if value == hash { return true }
      if value < hash { low = middle + 1 } else { high = middle }
    }
    return false
  }

  // MARK: - Terms

  /// The terms that are demonyms, in order.
  package var nationalityTerms: [Int] {
    stride(from: nationalities.lowerBound, to: nationalities.upperBound, by: 4).map {
      Int(store.bytes.load(fromByteOffset: $0, as: UInt32.self))
    }
  }

  /// The UTF-8 of a string, valid while the glossary lives; empty where the row has none.
  func bytes(_ term: Int, _ field: Field) -> UnsafeRawBufferPointer {
    let mask = trie.word(term, 6)
    let bit: UInt32 = 1 << UInt32(field.rawValue)
    let index = Int(trie.word(term, 7)) + (mask & (bit - 1)).nonzeroBitCount
    let place = fields.lowerBound + index * 4
    guard mask & bit != 0, place + 4 <= fields.upperBound else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return StringArena.string(
      at: Int(store.bytes.load(fromByteOffset: place, as: UInt32.self)),
      in: UnsafeRawBufferPointer(rebasing: store.bytes[strings]))
  }

  func string(_ term: Int, _ field: Field) -> String {
    String(decoding: bytes(term, field), as: UTF8.self)
  }

  /// The name of the file that the row stands in.
  func fileName(_ term: Int) -> String {
    var low = 0
    var high = firstTerms.count
    while low < high {
      let middle = (low + high) / 2
      if firstTerms[middle] <= term { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? fileNames[low - 1] : ""
  }

  func hasString(_ term: Int, _ field: Field) -> Bool {
    trie.word(term, 6) >> UInt32(field.rawValue) & 1 != 0
  }

  package func kind(_ term: Int) -> TermKind { trie.kind(term) }
  package func status(_ term: Int) -> TermStatus {
    Self.statuses[Int(trie.word(term, 0) >> 8 & 0xFF)]
  }
  package func origin(_ term: Int) -> TermOrigin {
    Self.origins[Int(trie.word(term, 0) >> 16 & 0xFF)]
  }
  package func morphology(_ term: Int) -> Morphology { Morphology(rawValue: trie.word(term, 1)) }
  package func flags(_ term: Int) -> TermRecordFlags {
    TermRecordFlags(rawValue: trie.word(term, 2))
  }
  package func line(_ term: Int) -> Int { Int(trie.word(term, 5)) }

  static let kinds = TermKind.allCases
  static let statuses = TermStatus.allCases
  static let origins = TermOrigin.allCases
  static let caseRules = CaseRule.allCases
}

/// What a compiled term record says in single bits.
package struct TermRecordFlags: OptionSet, Sendable, Hashable {
  package var rawValue: UInt32

  @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable package static var takesThe: TermRecordFlags { TermRecordFlags(rawValue: 1) }
  @inlinable package static var isPlural: TermRecordFlags { TermRecordFlags(rawValue: 2) }
  @inlinable package static var isMass: TermRecordFlags { TermRecordFlags(rawValue: 4) }
  @inlinable package static var isArticleless: TermRecordFlags { TermRecordFlags(rawValue: 8) }
  /// Stays in lower case before a name: "spokesperson".
  @inlinable package static var isDescription: TermRecordFlags { TermRecordFlags(rawValue: 16) }
}
