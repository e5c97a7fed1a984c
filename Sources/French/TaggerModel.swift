package import Bitext

/// The weights of the tagger, mapped: how well a tag fits a feature, and after which tags it comes.
package struct TaggerModel: @unchecked Sendable {
  // Safe to share: the pointers lead into `owner`, which never changes.
  private let owner: MappedBytes
  private let transitions: UnsafePointer<Int16>
  private let features: FormTable

  static let magic: UInt32 = 0x4d47_4154

  /// The mapped form of `tagger-weights.tsv`; throws a `DataError` that names the bad row.
  package static func compile(_ weights: MappedBytes) throws -> [UInt8] {
    let count = Tag.count
    var transitions = [Int32](repeating: 0, count: count * count * count)
    var entries: [FormTable.Entry] = []
    var rows = DataRows(weights, file: "tagger-weights.tsv", columns: 3)
    let parser = TaggerWeightParser()
    while try rows.advance() {
      guard let weights = parser.weights(rows[2]) else { throw rows.invalid(2) }
      if rows[0].elementsEqual("t".utf8) {
        guard let tags = parser.tags(rows[1]) else { throw rows.invalid(1) }
        for weight in weights {
          switch tags.count {
          case 1:
            for before2 in 0..<count {
              transitions[(before2 * count + tags[0]) * count + weight.tag] += Int32(weight.value)
            }
          case 2:
            transitions[(tags[0] * count + tags[1]) * count + weight.tag] += Int32(weight.value)
          default: throw rows.invalid(1)
          }
        }
        continue
      }
      guard let template = Int(rows.text(0)), template < TaggerFeatures.count else {
        throw rows.invalid(0)
      }
      guard let key = parser.key(template, rows[1]) else { throw rows.invalid(1) }
      for weight in weights {
        let bits = UInt32(UInt16(bitPattern: weight.value)) << 16 | UInt32(weight.tag)
        entries.append(FormTable.Entry(key: key, value: bits))
      }
    }
    var output: [UInt8] = []
    FormTable.append([magic, UInt32(count)], to: &output)
    FormTable.append(
      transitions.map { Int16(clamping: $0) }, to: &output)
    while output.count % 8 != 0 { output.append(0) }
    FormTable.write(entries, to: &output)
    return output
  }

  /// Reads what `compile` wrote from `range` of `bytes`, which starts at a multiple of 8; nil if it is no model.
  package init?(_ bytes: MappedBytes, in range: Range<Int>? = nil) {
    let range = range ?? 0..<bytes.bytes.count
    let size = Tag.count * Tag.count * Tag.count * 2
    guard range.lowerBound >= 0, range.upperBound <= bytes.bytes.count,
      range.lowerBound % 8 == 0, range.count > 8 + size
    else { return nil }
    let data = UnsafeRawBufferPointer(rebasing: bytes.bytes[range])
    var offset = (8 + size + 7) / 8 * 8
    guard let base = data.baseAddress, data.load(as: UInt32.self) == Self.magic,
      data.load(fromByteOffset: 4, as: UInt32.self) == UInt32(Tag.count),
      let features = FormTable(data, at: &offset)
    else { return nil }
    owner = bytes
    transitions = (base + 8).assumingMemoryBound(to: Int16.self)
    self.features = features
  }
}

extension TaggerModel: TagScorer {
  @inline(__always)
  func transition(_ before2: Int, _ before: Int, _ tag: Int) -> Int32 {
    Int32(transitions[(before2 * Tag.count + before) * Tag.count + tag])
  }

  @inline(__always)
  func add(_ key: UInt64, to scores: UnsafeMutableBufferPointer<Int32>) {
    for value in features[key] {
      let weight = Int16(bitPattern: UInt16(truncatingIfNeeded: value >> 16))
      scores[Int(value & 0x3F)] &+= Int32(weight)
    }
  }
}

/// Reads the cells of `tagger-weights.tsv`: "n12v-3", "des_AN".
struct TaggerWeightParser {
  private var tagOf = [Int](repeating: -1, count: 256)
  private let contractions: [UInt64: UInt64]
  private let kinds: [UInt64: UInt64]

  init() {
    for (index, letter) in Tag.letters.enumerated() { tagOf[Int(letter)] = index }
    contractions = Dictionary(
      Contraction.all.map { (Folding.exactHash($0.surface), TaggerVocabulary.contractedKey($0)) }
    ) { first, _ in first }
    kinds = [
      FormHash.of("@number".utf8): SpanKey.number, FormHash.of("@year".utf8): SpanKey.year,
      FormHash.of("@opaque".utf8): SpanKey.opaque, FormHash.of("@term".utf8): SpanKey.term,
      FormHash.of("@edge".utf8): SpanKey.edge,
    ]
  }

  func tags(_ cell: UnsafeRawBufferPointer) -> [Int]? {
    let tags = cell.map { tagOf[Int($0)] }
    return tags.contains(-1) ? nil : tags
  }

  /// Pairs of a tag's letter and its weight.
  func weights(_ cell: UnsafeRawBufferPointer) -> [(tag: Int, value: Int16)]? {
    var result: [(tag: Int, value: Int16)] = []
    var index = 0
    while index < cell.count {
      let tag = tagOf[Int(cell[index])]
      index += 1
      let isNegative = index < cell.count && cell[index] == UInt8(ascii: "-")
      if isNegative { index += 1 }
      var value: Int32 = 0
      let start = index
      while index < cell.count, cell[index] >= 0x30, cell[index] <= 0x39, value < 100_000 {
        value = value * 10 + Int32(cell[index] - 0x30)
        index += 1
      }
      guard tag >= 0, index > start else { return nil }
      result.append((tag, Int16(clamping: isNegative ? -value : value)))
    }
    return result
  }

  /// The key of a feature from its values, which spaces part.
  func key(_ template: Int, _ cell: UnsafeRawBufferPointer) -> UInt64? {
    let parts = cell.split(separator: 0x20, omittingEmptySubsequences: false)
    let kinds = TaggerFeatures.templates[template]
    guard parts.count == kinds.count else { return nil }
    var values: [UInt64] = [0, 0, 0]
    for (index, part) in parts.enumerated() {
      switch kinds[index] {
      case .word: values[index] = word(part)
      case .mask:
        var mask: UInt64 = 0
        for letter in part {
          guard tagOf[Int(letter)] >= 0 else { return nil }
          mask |= 1 << UInt64(tagOf[Int(letter)])
        }
        values[index] = mask
      case .number:
        guard let number = UInt64(String(decoding: part, as: UTF8.self), radix: 36) else {
          return nil
        }
        values[index] = number
      }
    }
    return TaggerFeatures.key(template, values[0], values[1], values[2])
  }

  /// A word's key: a contraction's, a kind's ("@number"), a compound's ("peut+être"), else its exact hash.
  private func word(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    let hash = FormHash.of(bytes)
    if let key = contractions[hash] ?? kinds[hash] { return key }
    guard bytes.contains(UInt8(ascii: "+")), bytes.count > 1 else { return hash }
    return bytes.split(separator: UInt8(ascii: "+")).map { FormHash.of($0) }
      .reduce(CompoundKey.empty, CompoundKey.next)
  }
}
