package import Bitext

/// The bilingual lexicon as a mapped table: renderings of a lemma by part of speech, and expressions.
///
/// `dépendre` as a verb has two entries: "depend" with the linker "on" before `de`, and "depend" otherwise.
package struct BilingualLexicon: @unchecked Sendable {
  // Safe to share: the bytes behind `base` belong to `owner` and never change.
  /// "VSLEX1" and a number that changes whenever the same rows compile to another table.
  package static let magic: UInt64 = 0x5653_4C45_5831_0006
  static let entrySize = 64
  let owner: MappedBytes
  private let base: UnsafeRawBufferPointer
  private let entryStart: Int
  private let stringStart: Int
  private let groupStart: Int
  private let groupMask: UInt64
  private let edgeStart: Int
  private let edgeMask: UInt64
  private let nodeStart: Int

  /// The entries of one lemma and part of speech: those with a condition first, the default last.
  struct Group: Sendable, Hashable {
    var first: UInt32
    var count: UInt16
    static let none = Group(first: 0, count: 0)
    var range: Range<Int> { Int(first)..<Int(first) + Int(count) }
  }

  /// Reads a table that `compile` made; nil if the bytes are no such table.
  package init?(_ bytes: MappedBytes, range: Range<Int>? = nil) {
    let range = range ?? 0..<bytes.bytes.count
    guard range.upperBound <= bytes.bytes.count, range.count >= 64 else { return nil }
    let base = UnsafeRawBufferPointer(rebasing: bytes.bytes[range])
    self.base = base
    owner = bytes
    func number(_ index: Int) -> UInt64 {
      UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
    guard number(0) == Self.magic else { return nil }
    let offsets = (1...7).map(number)
    guard offsets.allSatisfy({ $0 <= UInt64(UInt32.max) }), Int(offsets[0]) == range.count else {
      return nil
    }
    groupMask = offsets[1]
    edgeMask = offsets[2]
    groupStart = 64
    edgeStart = groupStart + (Int(groupMask) + 1) * 16
    nodeStart = edgeStart + (Int(edgeMask) + 1) * 16
    entryStart = nodeStart + Int(offsets[3]) * 8
    stringStart = entryStart + Int(offsets[4]) * Self.entrySize
    guard stringStart <= range.count else { return nil }
  }

  /// The entries of `lemma` (its exact hash) as `pos`.
  func group(_ lemma: UInt64, _ pos: PartOfSpeech) -> Group {
    let key = Self.key(lemma, pos)
    var slot = key & groupMask
    while true {
      let offset = groupStart + Int(slot) * 16
      let found = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if found == 0 { return .none }
      if found == key {
        return Group(first: word(offset + 8), count: UInt16(truncatingIfNeeded: word(offset + 12)))
      }
      slot = (slot + 1) & groupMask
    }
  }

  /// The node of the expression trie reached from `node` by a word's hash; 0 is the root and "none".
  func child(of node: UInt32, _ hash: UInt64) -> UInt32 {
    let key = Self.edgeKey(node, hash)
    var slot = key & edgeMask
    while true {
      let offset = edgeStart + Int(slot) * 16
      let found = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if found == 0 { return 0 }
      if found == key { return word(offset + 8) }
      slot = (slot + 1) & edgeMask
    }
  }

  /// The entries of the expression that ends at `node`; empty if none ends there.
  func expression(at node: UInt32) -> Group {
    let offset = nodeStart + Int(node) * 8
    return Group(first: word(offset), count: UInt16(truncatingIfNeeded: word(offset + 4)))
  }

  static func key(_ lemma: UInt64, _ pos: PartOfSpeech) -> UInt64 {
    let mixed = (lemma ^ (UInt64(pos.rawValue) &+ 1)) &* 0x9E37_79B9_7F4A_7C15
    return max(1, mixed ^ (mixed >> 29))
  }

  static func edgeKey(_ node: UInt32, _ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ (UInt64(node) &* 0xD6E8_FEB8_6659_FD93)) &* 0x9E37_79B9_7F4A_7C15
    return max(1, mixed ^ (mixed >> 31))
  }

  private func word(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Entry `index` of the table.
  func entry(_ index: Int) -> LexiconEntry {
    let offset = entryStart + index * Self.entrySize
    return LexiconEntry(table: self, offset: offset)
  }

  fileprivate func number(_ offset: Int) -> UInt32 { word(offset) }
  fileprivate func short(_ offset: Int) -> UInt16 {
    UInt16(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }
  fileprivate func byte(_ offset: Int) -> UInt8 { base[offset] }

  /// The string at `offset` of the arena: a length in two bytes, then UTF-8.
  fileprivate func string(_ offset: UInt32) -> UnsafeRawBufferPointer {
    let start = stringStart + Int(offset)
    let count = Int(short(start))
    return UnsafeRawBufferPointer(rebasing: base[(start + 2)..<(start + 2 + count)])
  }

  fileprivate func hashes(_ offset: UInt32) -> [UInt64] {
    let start = stringStart + Int(offset)
    return (0..<Int(short(start))).map {
      UInt64(
        littleEndian: base.loadUnaligned(fromByteOffset: start + 2 + $0 * 8, as: UInt64.self))
    }
  }
}

/// One rendering in the mapped table.
struct LexiconEntry {
  let table: BilingualLexicon
  let offset: Int

  /// Forms of the rendering's head: of a verb base, third, past, participle, gerund; of a noun singular, plural;
  /// of an adjective or adverb positive, comparative, superlative.
  func form(_ index: Int) -> UnsafeRawBufferPointer {
    table.string(table.number(offset + index * 4))
  }
  /// The rest of the rendering after a verb's head: "part" of "take part in".
  var tail: UnsafeRawBufferPointer { table.string(table.number(offset + 20)) }
  /// The preposition before the complement: "in" of "take part in".
  var linker: UnsafeRawBufferPointer { table.string(table.number(offset + 24)) }
  var nearby: [UInt64] { table.hashes(table.number(offset + 28)) }
  var traits: FrenchTraits { FrenchTraits(rawValue: table.short(offset + 32)) }
  var condition: RowCondition { RowCondition(rawValue: table.number(offset + 36)) }
  var preposition: UInt8 { table.byte(offset + 34) }
  var complement: EnglishComplement {
    EnglishComplement(rawValue: table.byte(offset + 35)) ?? .none
  }
  var pos: PartOfSpeech { PartOfSpeech(rawValue: table.byte(offset + 40)) ?? .other }
  /// Whether the head is "be", whose forms depend on person.
  var isBe: Bool { table.byte(offset + 41) & 1 != 0 }
  /// Whether the head is "can", "may", "must", "should" or "will".
  var isModal: Bool { table.byte(offset + 41) & 2 != 0 }
}
