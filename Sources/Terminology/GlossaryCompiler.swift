internal import Bitext
package import French

/// Compiles glossaries into the bytes that `CompiledGlossary` reads.
package struct GlossaryCompiler {
  private let forms: TermForms
  private let tokenizer = Tokenizer()
  private var tokens = TokenTable()

  private var records: [UInt32] = []
  private var fields: [UInt32] = []
  /// For each glossary the number of its first term and the place of its name.
  private var files: [UInt32] = []
  private var formRecords: [UInt32] = []
  /// The node of each form.
  private var formNodes: [UInt32] = []
  private var guards: [UInt64] = []
  private var strings = StringArena()
  private var givenNames: Set<UInt64> = []
  private var nationalities: [UInt32] = []
  /// Feminine offices that have a row: "reine".
  private var women: Set<String> = []
  private var edges = EdgeTable()
  private var starts = Starts()
  /// Of those, the ones that may stand in lower case.
  private var lowerStarts = Starts()
  /// What guards ask the document for.
  private var askedWords = FormSet()

  /// The keys of `TermTrie.Starts`.
  private struct Starts {
    var alone = FormSet()
    var pairs = FormSet()

    mutating func insert(_ tokens: TokenTable) {
      let first = tokens.folded[0]
      if tokens.count == 1 {
        alone.insert(first)
      } else {
        pairs.insert(TermTrie.pairKey(first, tokens.folded[1]))
      }
    }
  }

  package init(inflection: NominalInflection) { forms = TermForms(inflection: inflection) }

  /// The compiled form of `glossaries`; where headwords are the same, later rows come after earlier ones.
  package static func compile(
    _ glossaries: [Glossary], inflection: NominalInflection
  ) -> [UInt8] {
    var compiler = GlossaryCompiler(inflection: inflection)
    for term in glossaries.flatMap(\.terms) where term.kind == .office {
      if term.morphology.intersection(.anyGender) == .feminine {
        compiler.women.insert(term.source)
      }
    }
    for glossary in glossaries {
      compiler.files += [compiler.termCount, compiler.strings.intern(glossary.name)]
      for term in glossary.terms { compiler.add(term) }
    }
    return compiler.bytes()
  }

  private var termCount: UInt32 { UInt32(records.count / CompiledGlossary.recordWords) }

  private mutating func add(_ term: GlossaryTerm) {
    let index = termCount
    records.append(packed(term))
    records.append(term.morphology.rawValue)
    records.append(flags(of: term).rawValue)
    let firstGuard = guards.count
    for guardRow in term.guards { add(guardRow) }
    records.append(UInt32(firstGuard))
    records.append(UInt32(guards.count - firstGuard))
    records.append(UInt32(truncatingIfNeeded: term.line))
    addFields(of: term)
    if term.kind == .nationality { nationalities.append(index) }
    for form in ownForms(of: term) { add(form, of: term, index: index) }
    addGivenName(of: term)
  }

  /// The forms of a term without a feminine that is a row of its own: «reines» is no plural of «roi».
  private func ownForms(of term: GlossaryTerm) -> [TermForm] {
    let all = forms.forms(of: term)
    guard term.kind == .office,
      term.morphology.intersection(.anyGender) == .masculine,
      all.contains(where: { $0.morphology.contains(.feminine) && women.contains($0.text) })
    else { return all }
    return all.filter { !$0.morphology.contains(.feminine) }
  }

  /// Which strings the term has, and where the places of those begin.
  private mutating func addFields(of term: GlossaryTerm) {
    var mask: UInt32 = 0
    let first = UInt32(fields.count)
    // In the order of the cases of `Field`.
    add(.concept, term.concept, to: &mask)
    add(.source, term.source, to: &mask)
    add(.sourceFamily, term.sourceFamily, to: &mask)
    add(.target, term.target, to: &mask)
    add(.targetFamily, term.targetFamily, to: &mask)
    add(.british, term.british, to: &mask)
    add(.attributive, term.attributive, to: &mask)
    if !term.also.isEmpty { add(.also, term.also.joined(separator: "|"), to: &mask) }
    add(.noun, term.english.noun, to: &mask)
    add(.plural, term.english.plural, to: &mask)
    add(.link, term.link, to: &mask)
    add(.note, term.note, to: &mask)
    records.append(mask)
    records.append(first)
  }

  private mutating func add(
    _ field: CompiledGlossary.Field, _ text: String?, to mask: inout UInt32
  ) {
    guard let text, !text.isEmpty else { return }
    mask |= 1 << UInt32(field.rawValue)
    fields.append(strings.intern(text))
  }

  /// The word before the family name: "Vladimir".
  private mutating func addGivenName(of term: GlossaryTerm) {
    guard term.kind == .person, let family = term.sourceFamily, !term.source.hasPrefix(family)
    else { return }
    tokenizer.tokenize(term.source.withBytes { Array($0) }, into: &tokens)
    // Two letters are an article or a particle ("Al", "Le") as often as a name.
    if tokens.flags.first?.contains(.capitalized) == true, tokens.count > 1, tokens.end[0] > 2 {
      givenNames.insert(tokens.folded[0])
    }
  }

  private func packed(_ term: GlossaryTerm) -> UInt32 {
    func index<Value: Equatable>(_ value: Value, _ all: [Value]) -> UInt32 {
      UInt32(all.firstIndex(of: value) ?? 0)
    }
    return UInt32(term.kind.place)
      | index(term.status, CompiledGlossary.statuses) << 8
      | index(term.origin, CompiledGlossary.origins) << 16
      | index(term.caseRule, CompiledGlossary.caseRules) << 24
  }

  private func flags(of term: GlossaryTerm) -> TermRecordFlags {
    var flags: TermRecordFlags = []
    if term.english.takesThe { flags.insert(.takesThe) }
    if term.english.isPlural { flags.insert(.isPlural) }
    if term.english.isMass { flags.insert(.isMass) }
    if term.english.isDescription { flags.insert(.isDescription) }
    if term.isArticleless { flags.insert(.isArticleless) }
    return flags
  }

  private mutating func add(_ guardRow: TermGuard) {
    let hashes = guardRow.hashes
    let relation = TermGuard.Relation.allCases.firstIndex(of: guardRow.relation) ?? 0
    guards.append(UInt64(relation) << 32 | UInt64(hashes.count))
    guards.append(contentsOf: hashes)
    if guardRow.relation == .near { for hash in hashes { askedWords.insert(hash) } }
  }

  private mutating func add(_ form: TermForm, of term: GlossaryTerm, index: UInt32) {
    tokenizer.tokenize(form.text.withBytes { Array($0) }, into: &tokens)
    guard tokens.count > 0, tokens.count <= 32 else { return }
    var node: UInt32 = 0
    var capitals: UInt32 = 0
    var acronyms: UInt32 = 0
    for index in tokens.indices {
      node = edges.node(node, tokens.folded[index])
      let flags = tokens.flags[index]
      if flags.contains(.capitalized) { capitals |= 1 << UInt32(index) }
      if flags.contains(.allCapitals), tokens.count == 1 || !flags.contains(.shouted) {
        acronyms |= 1 << UInt32(index)
      }
    }
    var marks = UInt32(tokens.count) | TermTrie.bits(of: term.caseRule)
    marks |= TermTrie.bits(of: term.kind, term.status)
    if form.isFamilyName { marks |= TermTrie.isFamilyName }
    if form.text == term.source { marks |= TermTrie.isHeadword }
    if !term.guards.isEmpty { marks |= TermTrie.isGuarded }
    let first = formRecords.count
    formRecords += [index, form.morphology.rawValue, marks, capitals, acronyms]
    for hash in tokens.exact { formRecords.append(UInt32(truncatingIfNeeded: hash)) }
    starts.insert(tokens)
    let mayStartLower = formRecords.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return TermTrie.mayStartLower(TermTrie.Form(start + first * 4), first: tokens.exact[0])
    }
    if mayStartLower { lowerStarts.insert(tokens) }
    formNodes.append(node)
  }

  // MARK: - Layout

  private func bytes() -> [UInt8] {
    var layout = GlossaryLayout()
    let (nodes, places) = formsByNode()
    layout.append(records)
    layout.append(nodes)
    layout.append(edges.renumbered(places))
    layout.append(guards)
    layout.append(strings.bytes)
    layout.append(givenNames.sorted())
    layout.append(nationalities)
    layout.append(fields)
    for starts in [starts, lowerStarts] {
      layout.append(HashFilter.packed(starts.alone, bitsEach: 16))
      layout.append(HashFilter.packed(starts.pairs, bitsEach: 8))
    }
    layout.append(HashFilter.packed(askedWords, bitsEach: 16))
    layout.append(HashFilter.packed(FormSet(givenNames), bitsEach: 16))
    layout.append(files)
    return layout.bytes
  }

  /// For each node the count of its forms and their records, and the place of each node among these words.
  private func formsByNode() -> (nodes: [UInt32], places: [UInt32]) {
    func count(_ record: Int) -> Int {
      CompiledGlossary.formWords + Int(formRecords[record + 2] & 0xFF)
    }
    var sizes = [UInt32](repeating: 1, count: edges.nodeCount)
    var record = 0
    for node in formNodes {
      sizes[Int(node)] += UInt32(count(record))
      record += count(record)
    }
    var places = sizes
    var total: UInt32 = 0
    for node in places.indices {
      places[node] = total
      total += sizes[node]
    }
    var nodes = [UInt32](repeating: 0, count: Int(total))
    var next = places.map { $0 + 1 }
    record = 0
    for node in formNodes.map(Int.init) {
      let size = count(record)
      nodes[Int(places[node])] += 1
      for word in 0..<size { nodes[Int(next[node]) + word] = formRecords[record + word] }
      next[node] += UInt32(size)
      record += size
    }
    return (nodes, places)
  }
}

/// The header of a compiled glossary and its sections, each at a multiple of eight bytes.
private struct GlossaryLayout {
  private(set) var bytes = [UInt8](repeating: 0, count: CompiledGlossary.headerWords * 4)
  private var header = [CompiledGlossary.magic, CompiledGlossary.version]

  mutating func append<Value: BitwiseCopyable>(_ values: [Value]) {
    let start = bytes.count
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    header.append(UInt32(bytes.count - start))
    while bytes.count % 8 != 0 { bytes.append(0) }
    bytes.withUnsafeMutableBytes { bytes in header.withUnsafeBytes { bytes.copyMemory(from: $0) } }
  }
}
