package import Bitext
package import English
internal import French

extension BilingualLexicon {
  /// Compiles the rows of the lexicon and of the expressions into one table.
  ///
  /// Throws the first malformed row. English forms are made here, once, so that drafting only looks them up.
  package static func compile(
    lexicon: MappedBytes, expressions: [MappedBytes], irregular: IrregularForms
  ) throws(DataError) -> [UInt8] {
    var compiler = LexiconCompiler(irregular)
    var rows = DataRows(lexicon, file: "Drafting/bilingual-lexicon.tsv", columns: 6)
    while try rows.advance() { compiler.add(try LexiconRow(rows)) }
    for file in expressions {
      var rows = DataRows(file, file: "Drafting/expressions.tsv", columns: 6)
      while try rows.advance() { compiler.add(try LexiconRow(rows)) }
    }
    return compiler.finish()
  }
}

/// Gathers rows by key and writes the table.
private struct LexiconCompiler {
  private struct Bucket {
    var key: UInt64
    var rows: [LexiconRow] = []
  }

  private let verbs: VerbInflector
  private let nouns: NounInflector
  private let adjectives: AdjectiveInflector
  private let tokenizer = Tokenizer()
  private var buckets: [Bucket] = []
  private var bucketOfKey: [UInt64: Int] = [:]
  private var edges: [UInt64: UInt32] = [:]
  private var bucketsOfNode: [Int: Int] = [:]
  private var nodeCount: UInt32 = 1
  private var arena: [UInt8] = [0, 0]
  private var offsetOfString: [String: UInt32] = ["": 0]

  init(_ irregular: IrregularForms) {
    verbs = VerbInflector(irregular)
    nouns = NounInflector(irregular)
    adjectives = AdjectiveInflector(irregular)
  }

  mutating func add(_ row: LexiconRow) {
    var row = row
    let condition = row.condition
    let words = canonicalWords(&row)
    // "se donner rendez-vous": the tagger joins what the tokenizer parts.
    if row.french.contains(" "), row.french.contains("-") {
      var joined = row
      joined.condition = condition
      let whole = canonicalWords(&joined, joinsHyphens: true)
      if whole != words, whole.count > 1 { insert(joined, whole) }
    }
    if words.count > 1, !row.french.contains(" ") {
      // The tagger joins "peut-être" into one word, whose lemma is its text.
      let key = BilingualLexicon.key(FormHash.of(row.french.utf8), row.pos)
      append(row, bucket: bucketOfKey[key], key: key)
      bucketOfKey[key] = bucketOfKey[key] ?? buckets.count - 1
      // "nord-est" is never "le nord est", but "rendez-vous" may come as two.
      let isOne = row.french.contains("-") && !row.french.contains("'")
      if isOne, !words.dropFirst().contains(where: Self.enclitics.contains) { return }
    }
    if words.count == 1 {
      let key = BilingualLexicon.key(words[0], row.pos)
      append(row, bucket: bucketOfKey[key], key: key)
      bucketOfKey[key] = bucketOfKey[key] ?? buckets.count - 1
      return
    }
    insert(row, words)
    // "Etant donné que": a capital may have lost its accent.
    if row.pos != .verb, let bare = bareCapital(row) { insert(row, [bare] + words.dropFirst()) }
  }

  /// The first word of an expression without the accent of its first letter, if that has one: "étant".
  private func bareCapital(_ row: LexiconRow) -> UInt64? {
    let word = row.french.prefix { $0 != " " && $0 != "'" }
    guard word.count > 1, let first = word.first, let bare = Self.bareLetters[first],
      word.endIndex == row.french.endIndex || row.french[word.endIndex] == " "
    else { return nil }
    return FormHash.of((String(bare) + word.dropFirst()).utf8)
  }

  private static let enclitics = Set(
    "je tu il elle on nous vous ils elles ce le la les lui leur moi toi y en là ci".split(
      separator: " "
    ).map { FunctionWords.canonical(FormHash.of($0.utf8)) })

  private static let bareLetters: [Character: Character] = [
    "é": "e", "è": "e", "ê": "e", "à": "a", "â": "a", "î": "i", "ô": "o",
  ]

  private mutating func insert(_ row: LexiconRow, _ words: [UInt64]) {
    var node: UInt32 = 0
    for word in words {
      let key = BilingualLexicon.edgeKey(node, word)
      if let next = edges[key] {
        node = next
      } else {
        edges[key] = nodeCount
        node = nodeCount
        nodeCount += 1
      }
    }
    append(row, bucket: bucketsOfNode[Int(node)], key: 0)
    bucketsOfNode[Int(node)] = bucketsOfNode[Int(node)] ?? buckets.count - 1
  }

  private mutating func append(_ row: LexiconRow, bucket: Int?, key: UInt64) {
    if let bucket {
      buckets[bucket].rows.append(row)
    } else {
      buckets.append(Bucket(key: key, rows: [row]))
    }
  }

  /// The words of the French cell as units of a sentence show them: contractions split, elisions undone, the
  /// reflexive pronoun of a verb, the "le" of "l’emporter" and the "en" of "en finir" turned into a condition.
  ///
  /// `joinsHyphens` makes "rendez-vous" one word.
  private func canonicalWords(_ row: inout LexiconRow, joinsHyphens: Bool = false) -> [UInt64] {
    let bytes = Array(row.french.utf8)
    // "pouvoir:future" is a key of its own.
    if bytes.contains(UInt8(ascii: ":")) { return [FormHash.of(bytes)] }
    var words = joinsHyphens ? hyphenatedWords(row.french) : words(bytes)
    if row.pos == .verb, words.count > 1, words[0] == FormHash.of("se".utf8) {
      words.removeFirst()
      row.condition.insert(.reflexive)
    }
    if row.pos == .verb, words.count > 1, words[0] == FormHash.of("le".utf8) {
      words.removeFirst()
      row.condition.insert(.clitic)
    }
    if row.pos == .verb, words.count > 1, words[0] == FormHash.of("en".utf8) {
      words.removeFirst()
      row.condition.insert(.thereof)
    }
    if row.pos == .verb, words.count > 1, words[0] == FormHash.of("y".utf8) {
      words.removeFirst()
      row.condition.insert(.thereto)
    }
    return words.isEmpty ? [FormHash.of(bytes)] : words
  }

  private func words(_ bytes: [UInt8]) -> [UInt64] {
    let table = tokenizer.tokenize(bytes)
    return table.indices.filter { !table.flags[$0].contains(.punctuation) }
      .map { FunctionWords.canonical(table.exact[$0]) }
  }

  /// The words of "au-dessus de l’avant-garde" with "au-dessus" and "avant-garde" as one each.
  private func hyphenatedWords(_ french: String) -> [UInt64] {
    french.split(separator: " ").flatMap { piece -> [UInt64] in
      guard piece.contains("-") else { return words(Array(piece.utf8)) }
      let start = piece.lastIndex(of: "'").map(piece.index(after:)) ?? piece.startIndex
      return words(Array(piece[..<start].utf8)) + [FormHash.of(piece[start...].utf8)]
    }
  }

  mutating func finish() -> [UInt8] {
    var groups: [(UInt64, UInt32, UInt32)] = []
    var nodes = [UInt32](repeating: 0, count: Int(nodeCount) * 2)
    var entries: [UInt8] = []
    var count: UInt32 = 0
    var rangeOfBucket: [(UInt32, UInt32)] = []
    for bucket in buckets {
      let sorted = bucket.rows.enumerated().sorted {
        (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
      }
      rangeOfBucket.append((count, UInt32(sorted.count)))
      if bucket.key != 0 { groups.append((bucket.key, count, UInt32(sorted.count))) }
      for (_, row) in sorted { write(row, to: &entries) }
      count += UInt32(sorted.count)
    }
    for (node, bucket) in bucketsOfNode {
      nodes[node * 2] = rangeOfBucket[bucket].0
      nodes[node * 2 + 1] = rangeOfBucket[bucket].1
    }
    let groupTable = table(groups)
    let edgeTable = table(edges.sorted { $0.key < $1.key }.map { ($0.key, $0.value, 0) })
    var bytes: [UInt8] = []
    let total =
      64 + groupTable.count + edgeTable.count + nodes.count * 4 + entries.count + arena.count
    put(BilingualLexicon.magic, &bytes)
    put(UInt64(total), &bytes)
    put(UInt64(groupTable.count / 16 - 1), &bytes)
    put(UInt64(edgeTable.count / 16 - 1), &bytes)
    put(UInt64(nodeCount), &bytes)
    put(UInt64(count), &bytes)
    put(UInt64(0), &bytes)
    put(UInt64(0), &bytes)
    bytes += groupTable
    bytes += edgeTable
    for node in nodes { put(node, &bytes) }
    bytes += entries
    bytes += arena
    return bytes
  }

  /// Narrow conditions first, the default row last.
  private func rank(_ row: LexiconRow) -> Int {
    if row.condition.isEmpty { return 100 }
    return 50 - row.condition.rawValue.nonzeroBitCount * 4 - (row.preposition != 0 ? 1 : 0)
      - (row.condition.contains(.near) ? 6 : 0) - (row.condition.contains(.noun) ? 8 : 0)
      - (row.condition.contains(.passive) ? 12 : 0)
      - (row.condition.contains(.reflexive) ? 10 : 0)
  }

  private func table(_ rows: [(UInt64, UInt32, UInt32)]) -> [UInt8] {
    var size = 64
    while size < rows.count * 2 { size *= 2 }
    var slots = [(UInt64, UInt32, UInt32)](repeating: (0, 0, 0), count: size)
    for row in rows {
      var slot = Int(row.0 & UInt64(size - 1))
      while slots[slot].0 != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = row
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size * 16)
    for slot in slots {
      put(slot.0, &bytes)
      put(slot.1, &bytes)
      put(slot.2, &bytes)
    }
    return bytes
  }

  private mutating func write(_ row: LexiconRow, to entries: inout [UInt8]) {
    var forms = [row.english]
    var tail = ""
    var marks: UInt8 = 0
    switch row.pos {
    case .verb:
      let space = row.english.firstIndex(of: " ") ?? row.english.endIndex
      let head = String(row.english[..<space])
      tail = String(row.english[space...].dropFirst())
      let verb = verbs.forms(of: head)
      forms = [verb.base, verb.third, verb.past, verb.participle, verb.gerund]
      if head == "be" { marks |= 1 }
      if VerbInflector.modals.contains(head) { marks |= 2 }
    case .noun:
      let isPlural = row.traits.contains(.englishPlural) || row.traits.contains(.mass)
      forms.append(row.englishPlural ?? (isPlural ? row.english : nouns.plural(of: row.english)))
    case .adjective, .adverb:
      forms.append(adjectives.comparative(of: row.english))
      forms.append(adjectives.superlative(of: row.english))
    default: break
    }
    while forms.count < 5 { forms.append("") }
    for form in forms { put(intern(form), &entries) }
    put(intern(tail), &entries)
    put(intern(row.linker), &entries)
    put(intern(near: row.near), &entries)
    put(row.traits.rawValue, &entries)
    entries += [row.preposition, row.complement.rawValue]
    put(row.condition.rawValue, &entries)
    entries += [row.pos.rawValue, marks]
    entries += [UInt8](repeating: 0, count: BilingualLexicon.entrySize - 42)
  }

  private mutating func intern(_ string: String) -> UInt32 {
    if let offset = offsetOfString[string] { return offset }
    let offset = UInt32(arena.count)
    put(UInt16(truncatingIfNeeded: string.utf8.count), &arena)
    arena += Array(string.utf8)
    offsetOfString[string] = offset
    return offset
  }

  private mutating func intern(near: [UInt64]) -> UInt32 {
    guard !near.isEmpty else { return 0 }
    let offset = UInt32(arena.count)
    put(UInt16(truncatingIfNeeded: near.count), &arena)
    for hash in near { put(hash, &arena) }
    return offset
  }

  private func put(_ value: some FixedWidthInteger, _ bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
  }
}
