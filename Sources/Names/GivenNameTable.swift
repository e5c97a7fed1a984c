internal import Bitext
internal import French

/// Given names in French transcription with their English, from `Data/romanization/given-names.tsv`.
struct GivenNameTable: Sendable {
  /// A row.
  private struct Entry: Sendable {
    /// The bytes of the English in the file.
    var english: Range<Int32>
    /// The languages it speaks for, as bits, and the points for each of them; Arabic has its own. None where the
    /// bearer's names stay as they are written: "Charlotte", "Rachid".
    var languages: UInt32
    var points: Int8
    var arabicPoints: Int8
  }

  private let data: MappedBytes
  private let arabic: Int?
  private var entries: [Entry] = []
  /// The first row of a name and, where a name has several, the next one of each row.
  private var first = FormMap<Int32>()
  private var next: [Int32] = []

  init(_ data: MappedBytes, languages: [String: Int]) throws(DataError) {
    self.data = data
    arabic = languages["ar"]
    let byHash = FormMap(languages.map { (FormHash.of($0.key.utf8), $0.value) })
    var last = FormMap<Int32>()
    var reader = DataRows(data, file: "Names/romanization/given-names.tsv", columns: 3)
    while try reader.advance() {
      let name = Folding.foldedHash(reader[0])
      let index = Int32(entries.count)
      entries.append(try Self.entry(reader, name, in: data, byHash))
      next.append(-1)
      if let previous = last[name] {
        next[Int(previous)] = index
      } else {
        first[name, default: index] = index
      }
      last[name, default: index] = index
    }
  }

  private static func entry(
    _ reader: DataRows, _ name: UInt64, in data: MappedBytes, _ languages: FormMap<Int>
  ) throws(DataError) -> Entry {
    let english = reader[1]
    let start = Int32(data.bytes.distance(to: english))
    var entry = Entry(
      english: start..<start + Int32(english.count), languages: 0, points: 0, arabicPoints: 0)
    if reader[2].elementsEqual(CollectionOfOne(UInt8(ascii: "-"))) { return entry }
    // A spelling that only French has is strong evidence, except for Arabic; an accent is less.
    let isOwn = Folding.foldedHash(english) != name
    let isAccented = !english.elementsEqual(reader[0])
    entry.arabicPoints = isAccented ? 2 : 1
    entry.points = isOwn ? 3 : entry.arabicPoints
    for code in reader[2].split(separator: UInt8(ascii: " ")) {
      guard let language = languages[FormHash.of(code)] else { throw reader.invalid(2) }
      entry.languages |= 1 << UInt32(language)
    }
    guard entry.languages != 0 else { throw reader.invalid(2) }
    return entry
  }

  /// Whether a name has rows, by its folded hash.
  func contains(_ name: UInt64) -> Bool { first[name] != nil }

  /// What the rows of a name, by its folded hash, say of its languages: the most points that one of them gives each,
  /// and whether one keeps the name; nil for a name without rows.
  func evidence(of name: UInt64) -> (points: LanguageScore, keeps: Bool)? {
    guard var index = first[name] else { return nil }
    var points = LanguageScore.zero
    var keeps = false
    while index >= 0 {
      let entry = entries[Int(index)]
      points = pointwiseMax(points, self.points(of: entry))
      keeps = keeps || entry.languages == 0
      index = next[Int(index)]
    }
    return (points, keeps)
  }

  /// The English of a name in `language`: of its first row that speaks for it.
  func english(of name: UnsafeBufferPointer<UInt8>, in language: Int) -> String? {
    var index = first[Folding.foldedHash(UnsafeRawBufferPointer(name))] ?? -1
    while index >= 0 {
      let entry = entries[Int(index)]
      if entry.languages >> UInt32(language) & 1 != 0 {
        let bytes = data.bytes[Int(entry.english.lowerBound)..<Int(entry.english.upperBound)]
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes), as: UTF8.self)
      }
      index = next[Int(index)]
    }
    return nil
  }

  private func points(of entry: Entry) -> LanguageScore {
    var points = LanguageScore.zero
    var languages = entry.languages
    while languages != 0 {
      let language = languages.trailingZeroBitCount
      points[language] = Int16(language == arabic ? entry.arabicPoints : entry.points)
      languages &= languages - 1
    }
    return points
  }
}

extension UnsafeRawBufferPointer {
  /// Where a piece of these bytes starts in them.
  fileprivate func distance(to piece: UnsafeRawBufferPointer) -> Int {
    guard let base = baseAddress, let start = piece.baseAddress else { return 0 }
    return start - base
  }
}
