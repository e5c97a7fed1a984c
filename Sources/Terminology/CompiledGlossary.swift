package import Bitext

/// Glossaries compiled for matching: term records, a trie over folded token hashes, and an arena of strings,
/// all read in place from `MappedBytes`.
package final class CompiledGlossary: Sendable {
  /// Changes whenever the layout does.
  package static let version: UInt32 = 1

  enum Field: Int, CaseIterable {
    case concept, source, sourceFamily, target, targetFamily, british, attributive, also, noun
    case plural, link, note, glossary
  }

  /// Words of 32 bits in a term record: two for each string, then the rest.
  static let recordWords = Field.allCases.count * 2 + 6

  /// Words of 32 bits in a form record: term, morphology, first exact hash, count, capitals, all-capitals.
  static let formWords = 6

  struct Sections {
    var terms = 0..<0
    var forms = 0..<0
    var nodes = 0..<0
    var edges = 0..<0
    var filter = 0..<0
    var hashes = 0..<0
    var guards = 0..<0
    var strings = 0..<0
    var givenNames = 0..<0
  }

  let store: MappedBytes
  private let sections: Sections
  package let termCount: Int
  private let edgeMask: UInt64
  private let base: Int

  /// The glossary in `store` from `offset` on; nil if the bytes are no such thing.
  package init?(_ store: MappedBytes, at offset: Int = 0) {
    let headerWords = 20
    guard offset >= 0, offset % 8 == 0, store.bytes.count >= offset + headerWords * 4 else {
      return nil
    }
    func word(_ index: Int) -> Int {
      Int(store.bytes.load(fromByteOffset: offset + index * 4, as: UInt32.self))
    }
    guard word(0) == 0x5641_5647, word(1) == Int(Self.version) else { return nil }
    var position = offset + headerWords * 4
    func section(_ index: Int) -> Range<Int>? {
      let size = word(2 + index)
      let start = position
      guard size >= 0, start + size <= store.bytes.count else { return nil }
      position += (size + 7) & ~7
      return start..<start + size
    }
    guard let terms = section(0), let forms = section(1), let nodes = section(2),
      let edges = section(3), let filter = section(4), let hashes = section(5),
      let guards = section(6), let strings = section(7), let givenNames = section(8),
      !edges.isEmpty, filter.count == 8192
    else { return nil }
    self.store = store
    base = offset
    sections = Sections(
      terms: terms, forms: forms, nodes: nodes, edges: edges, filter: filter, hashes: hashes,
      guards: guards, strings: strings, givenNames: givenNames)
    termCount = terms.count / (Self.recordWords * 4)
    edgeMask = UInt64(edges.count / 16 - 1)
  }

  // MARK: - Trie

  /// Whether some term may start with the token of this folded hash.
  @inline(__always)
  func mayStart(_ hash: UInt64) -> Bool {
    let bit = Int(truncatingIfNeeded: (hash >> 17) & 0xFFFF)
    return store.bytes[sections.filter.lowerBound + bit >> 3] & (1 << UInt8(bit & 7)) != 0
  }

  @inline(__always)
  static func edgeKey(_ node: UInt32, _ hash: UInt64) -> UInt64 {
    var key = (hash ^ (UInt64(node) &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    key ^= key >> 32
    return key == 0 ? 1 : key
  }

  /// The node that the token of this folded hash leads to from `node`.
  @inline(__always)
  func child(_ node: UInt32, _ hash: UInt64) -> UInt32? {
    let key = Self.edgeKey(node, hash)
    var slot = key & edgeMask
    while true {
      let offset = sections.edges.lowerBound + Int(truncatingIfNeeded: slot) * 16
      let found = store.bytes.load(fromByteOffset: offset, as: UInt64.self)
      if found == key { return store.bytes.load(fromByteOffset: offset + 8, as: UInt32.self) }
      if found == 0 { return nil }
      slot = (slot + 1) & edgeMask
    }
  }

  /// The forms that end at `node`.
  @inline(__always)
  func forms(at node: UInt32) -> Range<Int> {
    let offset = sections.nodes.lowerBound + Int(node) * 4
    let start = store.bytes.load(fromByteOffset: offset, as: UInt32.self)
    let end = store.bytes.load(fromByteOffset: offset + 4, as: UInt32.self)
    return Int(start)..<Int(end)
  }

  /// One form record.
  struct Form {
    var term: Int
    var morphology: Morphology
    var isFamilyName: Bool
    var isHeadword: Bool
    var hashes: Int
    var count: Int
    var capitals: UInt32
    var acronyms: UInt32
  }

  @inline(__always)
  func form(_ index: Int) -> Form {
    let offset = sections.forms.lowerBound + index * Self.formWords * 4
    func word(_ field: Int) -> UInt32 {
      store.bytes.load(fromByteOffset: offset + field * 4, as: UInt32.self)
    }
    return Form(
      term: Int(word(0)), morphology: Morphology(rawValue: word(1)),
      isFamilyName: word(3) >> 31 != 0, isHeadword: word(3) >> 30 & 1 != 0,
      hashes: Int(word(2)), count: Int(word(3) & 0xFFFF),
      capitals: word(4), acronyms: word(5))
  }

  @inline(__always)
  func exactHash(_ index: Int) -> UInt64 {
    store.bytes.load(fromByteOffset: sections.hashes.lowerBound + index * 8, as: UInt64.self)
  }

  /// Whether a person row has this given name, by folded hash.
  package func hasGivenName(_ hash: UInt64) -> Bool {
    var low = 0
    var high = sections.givenNames.count / 8
    while low < high {
      let middle = (low + high) / 2
      let value = store.bytes.load(
        fromByteOffset: sections.givenNames.lowerBound + middle * 8, as: UInt64.self)
      if value == hash { return true }
      if value < hash { low = middle + 1 } else { high = middle }
    }
    return false
  }

  // MARK: - Terms

  private func recordWord(_ term: Int, _ index: Int) -> UInt32 {
    store.bytes.load(
      fromByteOffset: sections.terms.lowerBound + (term * Self.recordWords + index) * 4,
      as: UInt32.self)
  }

  func string(_ term: Int, _ field: Field) -> String {
    let start = sections.strings.lowerBound + Int(recordWord(term, field.rawValue * 2))
    let length = Int(recordWord(term, field.rawValue * 2 + 1))
    guard length > 0, start + length <= sections.strings.upperBound else { return "" }
    return String(
      decoding: UnsafeRawBufferPointer(rebasing: store.bytes[start..<start + length]), as: UTF8.self
    )
  }

  func hasString(_ term: Int, _ field: Field) -> Bool {
    recordWord(term, field.rawValue * 2 + 1) > 0
  }

  private func tail(_ term: Int, _ index: Int) -> UInt32 {
    recordWord(term, Field.allCases.count * 2 + index)
  }

  package func kind(_ term: Int) -> TermKind { Self.kinds[Int(tail(term, 0) & 0xFF)] }
  package func status(_ term: Int) -> TermStatus { Self.statuses[Int(tail(term, 0) >> 8 & 0xFF)] }
  package func origin(_ term: Int) -> TermOrigin { Self.origins[Int(tail(term, 0) >> 16 & 0xFF)] }
  func caseRule(_ term: Int) -> CaseRule { Self.caseRules[Int(tail(term, 0) >> 24 & 0xFF)] }
  package func morphology(_ term: Int) -> Morphology { Morphology(rawValue: tail(term, 1)) }
  package func flags(_ term: Int) -> TermRecordFlags { TermRecordFlags(rawValue: tail(term, 2)) }
  package func line(_ term: Int) -> Int { Int(tail(term, 5)) }

  /// Each guard: its relation and the folded hashes that satisfy it.
  func guards(_ term: Int) -> Range<Int> { Int(tail(term, 3))..<Int(tail(term, 3) + tail(term, 4)) }

  func guardWord(_ index: Int) -> UInt64 {
    store.bytes.load(fromByteOffset: sections.guards.lowerBound + index * 8, as: UInt64.self)
  }

  static let kinds = TermKind.allCases
  static let statuses = TermStatus.allCases
  static let origins = TermOrigin.allCases
  static let caseRules = CaseRule.allCases
}

/// What a compiled term record says in single bits.
package struct TermRecordFlags: OptionSet, Sendable, Hashable {
  package var rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let takesThe = TermRecordFlags(rawValue: 1)
  package static let isPlural = TermRecordFlags(rawValue: 2)
  package static let isMass = TermRecordFlags(rawValue: 4)
  package static let isArticleless = TermRecordFlags(rawValue: 8)
  /// Stays in lower case before a name: "spokesperson".
  package static let isDescription = TermRecordFlags(rawValue: 16)
}
