internal import Bitext

/// The terms of a file, counted: the appendix of bilingual Markdown and HTML.
struct TermTally: Sendable {
  struct Entry: Sendable {
    /// Counts from 1 in the order of first appearance; names the anchor.
    var number: Int
    /// Distinct French forms as they stand in the text, the first few.
    var sources: [String]
    var target: String
    var kind: TermKind
    var origin: TermOrigin
    var glossary: String
    var count = 0
  }

  private struct Key: Hashable {
    var kind: TermKind
    var concept: String
    var target: String
  }

  private static let mostForms = 4
  private var indices: [Key: Int] = [:]
  private(set) var entries: [Entry] = []

  /// Counts `term` and gives the number of its entry.
  mutating func add(_ term: SegmentTerm) -> Int {
    let key = Key(
      kind: term.kind, concept: term.concept.isEmpty ? term.source : term.concept,
      target: term.target)
    let index = indices[key] ?? entries.count
    if index == entries.count {
      indices[key] = index
      entries.append(
        Entry(
          number: index + 1, sources: [], target: term.target, kind: term.kind,
          origin: term.origin, glossary: term.glossary))
    }
    entries[index].count += 1
    let sources = entries[index].sources
    if sources.count < Self.mostForms, !sources.contains(term.source) {
      entries[index].sources.append(term.source)
    }
    return index + 1
  }

  /// By kind, then the most frequent first.
  var sorted: [Entry] {
    entries.sorted {
      ($0.kind.rawValue, -$0.count, $0.number) < ($1.kind.rawValue, -$1.count, $1.number)
    }
  }
}
