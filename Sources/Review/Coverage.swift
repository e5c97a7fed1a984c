package import Bitext
package import French

/// What the glossaries know of a text: the terms found and the candidates that no row covers.
///
/// A name or title counts once per occurrence. Rows, CLDR and computed dates cover it; a name put into English by
/// inference, and a capitalised sequence that nothing recognised, do not.
package struct Coverage: Sendable {
  /// A term of the text with its count.
  package struct Entry: Sendable, Hashable {
    package var source: String
    package var target: String
    package var kind: TermKind
    package var concept: String
    package var glossary: String
    package var origin: TermOrigin
    package var count: Int
  }

  /// Where a candidate stands: line and column (UTF-8 bytes), both from 1, and the words around it.
  package struct Context: Sendable, Hashable {
    package var line: Int
    package var column: Int
    package var text: String
  }

  /// A name, title or acronym that no row covers.
  package struct Candidate: Sendable, Hashable {
    package var source: String
    /// A suggested English form, and why.
    package var suggestion: String
    package var reason: String
    package var kind: TermKind
    package var count: Int
    package var contexts: [Context]
  }

  private struct Key: Hashable {
    var source: String
    var target: String
  }

  private static let contextLimit = 5
  private var entries: [Key: Entry] = [:]
  private var candidatesBySource: [String: Candidate] = [:]
  package private(set) var covered = 0
  package private(set) var uncovered = 0

  package init() {}

  /// Occurrences covered, in percent; 100 for a text without names.
  package var percentage: Double {
    let total = covered + uncovered
    return total == 0 ? 100 : Double(covered) * 100 / Double(total)
  }

  /// The terms found, the most frequent first.
  package var terms: [Entry] {
    entries.values.sorted { ($1.count, $0.source, $0.target) < ($0.count, $1.source, $1.target) }
  }

  /// The candidates, the most frequent first.
  package var candidates: [Candidate] {
    candidatesBySource.values.sorted { ($1.count, $0.source) < ($0.count, $1.source) }
  }

  /// Occurrences of each kind: covered and all.
  package var kinds: [(kind: TermKind, covered: Int, all: Int)] {
    var counts: [TermKind: (Int, Int)] = [:]
    for entry in entries.values {
      let isCovered = entry.origin != .inferred
      let old = counts[entry.kind] ?? (0, 0)
      counts[entry.kind] = (old.0 + (isCovered ? entry.count : 0), old.1 + entry.count)
    }
    for candidate in candidatesBySource.values where candidate.reason != Reason.inferred {
      let old = counts[candidate.kind] ?? (0, 0)
      counts[candidate.kind] = (old.0, old.1 + candidate.count)
    }
    return TermKind.allCases.compactMap { kind in
      counts[kind].map { (kind: kind, covered: $0.0, all: $0.1) }
    }
  }

  enum Reason {
    static let inferred = "put into English by rule; confirm it with a row"
    static let acronym = "an acronym no row knows; English may have its own"
    static let name = "a capitalised name no row knows; it is kept as it stands"
  }

  // MARK: - Counting

  /// Adds a paragraph: its text, tokens and matches; `line` is its line in the file, `isKnown` tells ordinary words.
  package mutating func add(
    _ text: NormalizedText, _ table: TokenTable, _ matches: [TermMatch], line: Int,
    isKnown: (UInt64) -> Bool
  ) {
    var next = 0
    for match in matches {
      addCandidates(next..<match.tokens.lowerBound, text, table, line, isKnown)
      next = max(next, match.tokens.upperBound)
      add(match, text, table, line)
    }
    addCandidates(next..<max(next, table.count), text, table, line, isKnown)
  }

  private mutating func add(
    _ match: TermMatch, _ text: NormalizedText, _ table: TokenTable, _ line: Int
  ) {
    let source = string(match.tokens, text, table)
    let key = Key(source: source, target: match.target)
    if entries[key] == nil {
      entries[key] = Entry(
        source: source, target: match.target, kind: match.kind, concept: match.concept,
        glossary: match.glossary, origin: match.origin, count: 0)
    }
    entries[key]?.count += 1
    guard match.origin == .inferred else {
      covered += 1
      return
    }
    note(
      source, suggestion: match.target, reason: Reason.inferred, kind: match.kind,
      context(match.tokens, text, table, line))
  }

  /// Capitalised sequences between matches.
  private mutating func addCandidates(
    _ range: Range<Int>, _ text: NormalizedText, _ table: TokenTable, _ line: Int,
    _ isKnown: (UInt64) -> Bool
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard isCandidate(index, table, isKnown) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, isCapital(table.flags[end]) { end += 1 }
      let isAcronym = end == index + 1 && table.flags[index].contains(.allCapitals)
      let source = string(index..<end, text, table)
      note(
        source, suggestion: source, reason: isAcronym ? Reason.acronym : Reason.name,
        kind: isAcronym ? .organization : .other, context(index..<end, text, table, line))
      index = end
    }
  }

  private func isCapital(_ flags: TokenFlags) -> Bool {
    flags.contains(.word) && flags.contains(.capitalized) && !flags.contains(.elided)
      && !flags.contains(.shouted)
  }

  /// A capital proves a name unless it opens a sentence with an ordinary word.
  private func isCandidate(_ index: Int, _ table: TokenTable, _ isKnown: (UInt64) -> Bool) -> Bool {
    guard isCapital(table.flags[index]) else { return false }
    let opens =
      index == 0 || table.flags[index].contains(.sentenceStart)
      || table.flags[index - 1].contains(.punctuation)
    return !opens || !isKnown(table.exact[index])
  }

  private mutating func note(
    _ source: String, suggestion: String, reason: String, kind: TermKind, _ context: Context
  ) {
    uncovered += 1
    if candidatesBySource[source] == nil {
      candidatesBySource[source] = Candidate(
        source: source, suggestion: suggestion, reason: reason, kind: kind, count: 0, contexts: [])
    }
    candidatesBySource[source]?.count += 1
    if let count = candidatesBySource[source]?.contexts.count, count < Self.contextLimit {
      candidatesBySource[source]?.contexts.append(context)
    }
  }

  private func string(_ tokens: Range<Int>, _ text: NormalizedText, _ table: TokenTable) -> String {
    String(decoding: text.bytes[table.bounds(tokens).range], as: UTF8.self)
  }

  private func context(
    _ tokens: Range<Int>, _ text: NormalizedText, _ table: TokenTable, _ line: Int
  ) -> Context {
    let around = max(0, tokens.lowerBound - 5)..<min(table.count, tokens.upperBound + 5)
    let start = text.map.sourceRange(of: table.bounds(tokens)).lowerBound
    return Context(line: line, column: start + 1, text: string(around, text, table))
  }

  /// Adds the counts of `other`.
  package mutating func merge(_ other: Coverage) {
    covered += other.covered
    uncovered += other.uncovered
    for (key, entry) in other.entries {
      if entries[key] == nil { entries[key] = entry } else { entries[key]?.count += entry.count }
    }
    for (source, candidate) in other.candidatesBySource {
      if candidatesBySource[source] == nil {
        candidatesBySource[source] = candidate
      } else {
        candidatesBySource[source]?.count += candidate.count
      }
    }
  }
}
