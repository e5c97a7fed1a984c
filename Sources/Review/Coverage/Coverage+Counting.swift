package import Bitext
package import French

/// What counting must know of French and English words.
package struct WordFacts: Sendable {
  /// The French lexicon has the word of this exact hash, as anything but a proper name.
  package var isOrdinary: @Sendable (UInt64) -> Bool
  package var isAdjective: @Sendable (UInt64) -> Bool
  /// The English office takes a portfolio before it: "minister".
  package var takesPortfolio: @Sendable (String) -> Bool

  package init(
    isOrdinary: @escaping @Sendable (UInt64) -> Bool,
    isAdjective: @escaping @Sendable (UInt64) -> Bool,
    takesPortfolio: @escaping @Sendable (String) -> Bool
  ) {
    self.isOrdinary = isOrdinary
    self.isAdjective = isAdjective
    self.takesPortfolio = takesPortfolio
  }
}

/// A paragraph that is being counted.
package struct CountedParagraph {
  let text: NormalizedText
  let table: TokenTable
  let path: String
  /// The line and column of a byte of the paragraph as written.
  let place: (Int) -> (line: Int, column: Int)

  package init(
    text: NormalizedText, table: TokenTable, path: String,
    place: @escaping (Int) -> (line: Int, column: Int)
  ) {
    self.text = text
    self.table = table
    self.path = path
    self.place = place
  }

  func string(_ tokens: Range<Int>) -> String {
    String(decoding: text.bytes[table.bounds(tokens).range], as: UTF8.self)
  }

  /// A hash of the bytes of `tokens`.
  func hash(_ tokens: Range<Int>) -> UInt64 {
    text.bytes.withUnsafeBufferPointer { bytes in
      FormHash.of(UnsafeBufferPointer(rebasing: bytes[table.bounds(tokens).range]))
    }
  }

  func context(_ tokens: Range<Int>) -> Coverage.Context {
    let around = max(0, tokens.lowerBound - 5)..<min(table.count, tokens.upperBound + 5)
    let start = text.map.sourceRange(of: table.bounds(tokens)).lowerBound
    let (line, column) = place(start)
    return Coverage.Context(path: path, line: line, column: column, text: string(around))
  }
}

extension Coverage {
  /// Starts a document: a family name alone then belongs to no one named before.
  package mutating func beginDocument() { fullNames.removeAll() }

  /// Adds a paragraph with all its matches.
  package mutating func add(
    _ paragraph: CountedParagraph, _ matches: [TermMatch], _ facts: WordFacts
  ) {
    var next = 0
    var finder = CandidateFinder(paragraph: paragraph, facts: facts)
    for match in matches {
      for candidate in finder.candidates(in: next..<match.tokens.lowerBound) {
        add(candidate, paragraph)
      }
      next = max(next, match.tokens.upperBound)
      add(match, paragraph, &finder)
    }
    for candidate in finder.candidates(in: next..<max(next, paragraph.table.count)) {
      add(candidate, paragraph)
    }
  }

  private mutating func add(
    _ match: TermMatch, _ paragraph: CountedParagraph, _ finder: inout CandidateFinder
  ) {
    if match.isComputed { return }
    finder.note(match)
    for part in match.terms {
      if !match.parts.isEmpty, let candidate = finder.portfolio(part, of: match) {
        add(candidate, paragraph)
      } else {
        add(part, of: match, paragraph)
      }
    }
  }

  private mutating func add(
    _ part: TermPart, of match: TermMatch, _ paragraph: CountedParagraph
  ) {
    guard part.origin == .inferred else {
      _ = count(
        part.tokens, part.target, part.kind, paragraph, reason: nil,
        make: { (part.concept, match.parts.isEmpty ? match.glossary : "", part.origin) })
      return
    }
    let last = paragraph.table.folded[part.tokens.upperBound - 1]
    if part.kind == .person, part.tokens.count == 1, let full = fullNames[last] {
      note(full, part.tokens, paragraph)
      return
    }
    let index = count(
      part.tokens, part.target, part.kind, paragraph,
      reason: .inferred(rule: part.kind == .person ? match.rule ?? "" : "kept"),
      make: { ("", "", .inferred) })
    if part.kind == .person, part.tokens.count > 1 { fullNames[last] = index }
  }

  private mutating func add(_ candidate: CandidateFinder.Found, _ paragraph: CountedParagraph) {
    _ = count(
      candidate.tokens, "", candidate.kind, paragraph, reason: candidate.reason,
      make: { ("", "", .inferred) })
  }

  /// Counts an occurrence; gives the place of its item.
  private mutating func count(
    _ tokens: Range<Int>, _ target: String, _ kind: TermKind, _ paragraph: CountedParagraph,
    reason: Reason?, make: () -> (concept: String, glossary: String, origin: TermOrigin)
  ) -> Int {
    var key = paragraph.hash(tokens)
    for byte in target.utf8 { key = FormHash.next(key, byte) }
    key = (key ^ UInt64(bitPattern: Int64(Self.kindNumbers[kind] ?? 0))) &* 0x9E37_79B9_7F4A_7C15
    if reason != nil { key = ~key }
    let index: Int
    if let known = places[key] {
      index = known
    } else {
      index = items.count
      places[key] = index
      let (concept, glossary, origin) = make()
      let source = paragraph.string(tokens)
      items.append(
        Item(
          source: source, target: target.isEmpty ? source : target, kind: kind, concept: concept,
          glossary: glossary, origin: origin, reason: reason))
    }
    if reason == nil { items[index].count += 1 } else { note(index, tokens, paragraph) }
    return index
  }

  private static let kindNumbers = Dictionary(
    uniqueKeysWithValues: TermKind.allCases.enumerated().map { ($1, $0 + 1) })

  /// Counts an occurrence of a candidate, with its context if there are few yet.
  private mutating func note(_ index: Int, _ tokens: Range<Int>, _ paragraph: CountedParagraph) {
    items[index].count += 1
    guard items[index].contexts.count < Self.contextLimit else { return }
    items[index].contexts.append(paragraph.context(tokens))
  }
}

extension TermMatch {
  /// A date, a number or the like, which no row has.
  var isComputed: Bool { Coverage.computedKinds.contains(kind) && concept.isEmpty }

  /// The terms it is made of, itself if it has no parts; "former" and "deputy" are words of the title grammar.
  var terms: [TermPart] {
    if parts.isEmpty {
      return [
        TermPart(tokens: tokens, kind: kind, target: target, concept: concept, origin: origin)
      ]
    }
    return parts.filter { $0.kind != .office || !$0.concept.isEmpty || $0.origin == .inferred }
  }
}
