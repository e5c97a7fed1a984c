internal import Bitext
internal import French

/// Points for each language, in the order of `Data/romanization/languages.tsv`.
typealias LanguageScore = SIMD32<Int16>

/// What the spelling of a word says about its language, from the rows of `Data/romanization/shapes.tsv`.
///
/// "Tchernov" speaks for Russian by "tch" and "-ov", "Bouchard" against every language by "-ard".
struct NameShapes: Sendable {
  private enum Place: String {
    case start, end
    case inside = "in"
    case word
  }

  private struct Node: Sendable {
    var start: Int32 = -1
    var end: Int32 = -1
    var inside: Int32 = -1
    var word: Int32 = -1
  }

  private var nodes: [Node] = [Node()]
  /// Children by node and class of byte.
  private var children: [Int32] = []
  private var classes = [UInt8](repeating: 0, count: 256)
  private var width = 1
  private var weights: [LanguageScore] = []
  /// The most that each of `weights` gives a language.
  private var mosts: [Int16] = []

  init(_ data: MappedBytes, languages: [String: Int]) throws(DataError) {
    var rows: [(place: Place, bytes: [UInt8], weight: LanguageScore)] = []
    var reader = DataRows(data, file: "Names/romanization/shapes.tsv", columns: 4)
    while try reader.advance() {
      guard let place = Place(rawValue: reader.text(0)) else { throw reader.invalid(0) }
      guard let points = Int16(reader.text(3)) else { throw reader.invalid(3) }
      var weight = LanguageScore.zero
      if reader.text(2) == "*" {
        weight = LanguageScore(repeating: points)
      } else {
        for name in reader.text(2).split(separator: " ") {
          guard let language = languages[String(name)] else { throw reader.invalid(2) }
          weight[language] = points
        }
      }
      rows.append((place, Array(reader.text(1).utf8), weight))
    }
    for byte in rows.flatMap(\.bytes) where classes[Int(byte)] == 0 {
      classes[Int(byte)] = UInt8(truncatingIfNeeded: width)
      width += 1
    }
    children = [Int32](repeating: 0, count: width)
    for row in rows { insert(row.bytes, row.place, row.weight) }
    for capital in UInt8(ascii: "A")...UInt8(ascii: "Z") {
      classes[Int(capital)] = classes[Int(capital | 0x20)]
    }
    mosts = weights.map { $0.max() }
  }

  private mutating func insert(_ bytes: [UInt8], _ place: Place, _ weight: LanguageScore) {
    var node = 0
    for byte in bytes {
      let slot = node * width + Int(classes[Int(byte)])
      if children[slot] == 0 {
        children[slot] = Int32(nodes.count)
        nodes.append(Node())
        children += [Int32](repeating: 0, count: width)
      }
      node = Int(children[slot])
    }
    let path: WritableKeyPath<Node, Int32> =
      switch place {
      case .start: \.start
      case .end: \.end
      case .inside: \.inside
      case .word: \.word
      }
    let index = Int(nodes[node][keyPath: path])
    if index >= 0 {
      weights[index] &+= weight
    } else {
      nodes[node][keyPath: path] = Int32(weights.count)
      weights.append(weight)
    }
  }

  /// The points of a word, those of its ending once more apart.
  func score(
    _ word: UnsafeBufferPointer<UInt8>
  ) -> (total: LanguageScore, ending: LanguageScore) {
    // Capitals of ASCII have the class of the small letters.
    if word.allSatisfy({ $0 < 0x80 }) { return scoreLowered(word) }
    return Folding.lowerBytes(String(decoding: word, as: UTF8.self))
      .withUnsafeBufferPointer { scoreLowered($0) }
  }

  /// No language has more points than these from a word of ASCII, which `score` need not be asked then; nil for others.
  func most(_ word: UnsafeBufferPointer<UInt8>) -> Int16? {
    var most: Int16 = 0
    func add(_ row: Int32) { if row >= 0 { most &+= max(0, mosts[Int(row)]) } }
    for start in word.indices {
      if word[start] >= 0x80 { return nil }
      var node = 0
      for index in start..<word.count {
        node = Int(children[node * width + Int(classes[Int(word[index])])])
        if node == 0 { break }
        add(nodes[node].inside)
        if start == 0 { add(nodes[node].start) }
        guard index + 1 == word.count else { continue }
        add(nodes[node].end)
        if start == 0 { add(nodes[node].word) }
      }
    }
    return most
  }

  private func scoreLowered(
    _ word: UnsafeBufferPointer<UInt8>
  ) -> (total: LanguageScore, ending: LanguageScore) {
    var total = LanguageScore.zero
    var ending: Int32 = -1
    for start in word.indices {
      var node = 0
      for index in start..<word.count {
        node = Int(children[node * width + Int(classes[Int(word[index])])])
        if node == 0 { break }
        let rows = nodes[node]
        if rows.inside >= 0 { total &+= weights[Int(rows.inside)] }
        if start == 0, rows.start >= 0 { total &+= weights[Int(rows.start)] }
        guard index + 1 == word.count else { continue }
        // Starts come from the left, so the first ending found is the longest.
        if rows.end >= 0, ending < 0, start > 0 { ending = rows.end }
        if start == 0, rows.word >= 0 { total &+= weights[Int(rows.word)] }
      }
    }
    guard ending >= 0 else { return (total, .zero) }
    return (total &+ weights[Int(ending)], weights[Int(ending)])
  }
}
