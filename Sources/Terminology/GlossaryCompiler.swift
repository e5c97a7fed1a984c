internal import Bitext
package import French

/// Compiles glossaries into the bytes that `CompiledGlossary` reads.
package struct GlossaryCompiler {
  private let forms: TermForms
  private let tokenizer = Tokenizer()
  private var tokens = TokenTable()

  private var records: [UInt32] = []
  private var formRecords: [[UInt32]] = []
  private var formNodes: [UInt32] = []
  private var hashes: [UInt64] = []
  private var guards: [UInt64] = []
  private var strings: [UInt8] = []
  private var givenNames: Set<UInt64> = []
  private var interned: [String: (UInt32, UInt32)] = [:]
  private var edges: [UInt64: UInt32] = [:]
  private var nodeCount: UInt32 = 1
  private var filter = [UInt8](repeating: 0, count: 8192)

  package init(inflection: NominalInflection) { forms = TermForms(inflection: inflection) }

  /// The compiled form of `glossaries`; where headwords are the same, later rows come after earlier ones.
  package static func compile(
    _ glossaries: [Glossary], inflection: NominalInflection
  ) -> [UInt8] {
    var compiler = GlossaryCompiler(inflection: inflection)
    for glossary in glossaries {
      for term in glossary.terms { compiler.add(term, of: glossary.name) }
    }
    return compiler.bytes()
  }

  private mutating func add(_ term: GlossaryTerm, of glossary: String) {
    let index = UInt32(records.count / CompiledGlossary.recordWords)
    for field in CompiledGlossary.Field.allCases {
      let (start, length) = intern(value(of: field, in: term, glossary: glossary))
      records.append(start)
      records.append(length)
    }
    records.append(packed(term))
    records.append(term.morphology.rawValue)
    records.append(flags(of: term).rawValue)
    let firstGuard = guards.count
    for guardRow in term.guards { add(guardRow) }
    records.append(UInt32(firstGuard))
    records.append(UInt32(guards.count - firstGuard))
    records.append(UInt32(truncatingIfNeeded: term.line))
    for form in forms.forms(of: term) {
      add(form, term: index, isHeadword: form.text == term.source)
    }
    addGivenName(of: term)
  }

  /// The word before the family name: "Vladimir".
  private mutating func addGivenName(of term: GlossaryTerm) {
    guard term.kind == .person, let family = term.sourceFamily, !term.source.hasPrefix(family)
    else { return }
    tokenizer.tokenize(Array(term.source.utf8), into: &tokens)
    // Two letters are an article or a particle ("Al", "Le") as often as a name.
    if tokens.flags.first?.contains(.capitalized) == true, tokens.count > 1, tokens.end[0] > 2 {
      givenNames.insert(tokens.folded[0])
    }
  }

  private func value(
    of field: CompiledGlossary.Field, in term: GlossaryTerm, glossary: String
  ) -> String {
    switch field {
    case .concept: term.concept
    case .source: term.source
    case .sourceFamily: term.sourceFamily ?? ""
    case .target: term.target
    case .targetFamily: term.targetFamily ?? ""
    case .british: term.british ?? ""
    case .attributive: term.attributive ?? ""
    case .also: term.also.joined(separator: "|")
    case .noun: term.english.noun ?? ""
    case .plural: term.english.plural ?? ""
    case .link: term.link ?? ""
    case .note: term.note ?? ""
    case .glossary: glossary
    }
  }

  private func packed(_ term: GlossaryTerm) -> UInt32 {
    func index<Value: Equatable>(_ value: Value, _ all: [Value]) -> UInt32 {
      UInt32(all.firstIndex(of: value) ?? 0)
    }
    return index(term.kind, CompiledGlossary.kinds)
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
  }

  private mutating func intern(_ text: String) -> (UInt32, UInt32) {
    if text.isEmpty { return (0, 0) }
    if let known = interned[text] { return known }
    let start = UInt32(strings.count)
    strings.append(contentsOf: text.utf8)
    let value = (start, UInt32(strings.count) - start)
    interned[text] = value
    return value
  }

  private mutating func add(_ form: TermForm, term: UInt32, isHeadword: Bool) {
    tokenizer.tokenize(Array(form.text.utf8), into: &tokens)
    guard tokens.count > 0, tokens.count <= 32 else { return }
    var node: UInt32 = 0
    let first = hashes.count
    var capitals: UInt32 = 0
    var acronyms: UInt32 = 0
    for index in tokens.indices {
      let key = CompiledGlossary.edgeKey(node, tokens.folded[index])
      if let next = edges[key] {
        node = next
      } else {
        edges[key] = nodeCount
        node = nodeCount
        nodeCount += 1
      }
      hashes.append(tokens.exact[index])
      let flags = tokens.flags[index]
      if flags.contains(.capitalized) { capitals |= 1 << UInt32(index) }
      if flags.contains(.allCapitals), tokens.count == 1 || !flags.contains(.shouted) {
        acronyms |= 1 << UInt32(index)
      }
    }
    let bit = Int(truncatingIfNeeded: (tokens.folded[0] >> 17) & 0xFFFF)
    filter[bit >> 3] |= 1 << UInt8(bit & 7)
    formRecords.append([
      term, form.morphology.rawValue, UInt32(first),
      UInt32(tokens.count) | (form.isFamilyName ? 1 << 31 : 0) | (isHeadword ? 1 << 30 : 0),
      capitals, acronyms,
    ])
    formNodes.append(node)
  }

  // MARK: - Layout

  private func bytes() -> [UInt8] {
    let order = formNodes.indices.sorted { (formNodes[$0], $0) < (formNodes[$1], $1) }
    var nodes = [UInt32](repeating: 0, count: Int(nodeCount) + 1)
    for node in formNodes { nodes[Int(node) + 1] += 1 }
    for index in 1..<nodes.count { nodes[index] += nodes[index - 1] }
    var capacity = 16
    while capacity < edges.count * 2 { capacity *= 2 }
    var table = [UInt64](repeating: 0, count: capacity * 2)
    for (key, node) in edges.sorted(by: { $0.value < $1.value }) {
      var slot = Int(truncatingIfNeeded: key & UInt64(capacity - 1))
      while table[slot * 2] != 0 { slot = (slot + 1) & (capacity - 1) }
      table[slot * 2] = key
      table[slot * 2 + 1] = UInt64(node)
    }
    let sections: [[UInt8]] = [
      raw(records), raw(order.flatMap { formRecords[$0] }), raw(nodes), raw(table), filter,
      raw(hashes), raw(guards), strings, raw(givenNames.sorted()),
    ]
    var header = [UInt32](repeating: 0, count: 20)
    header[0] = 0x5641_5647
    header[1] = CompiledGlossary.version
    for (index, section) in sections.enumerated() { header[2 + index] = UInt32(section.count) }
    var result = raw(header)
    for section in sections {
      result.append(contentsOf: section)
      while result.count % 8 != 0 { result.append(0) }
    }
    return result
  }

  private func raw<Value>(_ values: [Value]) -> [UInt8] { values.withUnsafeBytes { Array($0) } }
}
