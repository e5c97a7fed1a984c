package import Bitext
internal import French
package import Terminology

/// Looks up whether rows give one French term more than one English.
package struct RowConflicts: Sendable {
  /// A row as it is named to the user.
  package struct Row: Sendable, Hashable {
    package var glossary: String
    package var line: Int
    package var source: String
    package var target: String
    package var kind: TermKind
  }

  /// A term of the text for which rows give more than one English; the first row is the one in use.
  package struct Conflict: Sendable, Hashable {
    package var source: String
    package var rows: [Row]
    /// The rows are of one layer of glossaries, so that none was meant to win.
    package var isOpen: Bool
  }

  static let inUse: Set<TermStatus> = [.preferred, .admitted, .keep]
  private static let tokenizer = Tokenizer()
  let matcher: TermMatcher
  private let variety: EnglishVariety
  /// The name of the glossary of the project's preferences.
  private let preferred: String?

  package init(_ matcher: TermMatcher, variety: EnglishVariety, preferred: String? = nil) {
    self.matcher = matcher
    self.variety = variety
    self.preferred = preferred
  }

  /// The rows with a form that `source` is as a whole.
  func hits(_ source: String) -> [RowHit] {
    matcher.rows(spanning: Self.tokenizer.tokenize(Array(source.utf8)))
  }

  func term(_ hit: RowHit) -> MatchedTerm {
    MatchedTerm(glossary: matcher.glossaries[hit.glossary], index: hit.term)
  }

  func row(_ term: MatchedTerm) -> Row {
    let british = variety == .gb ? term.british : nil
    return Row(
      glossary: term.glossaryName, line: term.line, source: term.source,
      target: british ?? term.target, kind: term.kind)
  }

  /// The conflict over `source`, if there is one.
  package func conflict(over source: String, kind: TermKind) -> Conflict? {
    conflict(over: source, kind: kind, among: hits(source))
  }

  /// Rows of the same kind without guards that give the same French another English.
  func conflict(over source: String, kind: TermKind, among hits: [RowHit]) -> Conflict? {
    var rows: [Row] = []
    var layers: Set<Int> = []
    let lower = Folding.lower(source)
    let open = hits.filter { $0.isExact && !$0.isGuarded && !$0.isFamilyName }
    // «reine» is a headword, and a form of «roi».
    let isHeadword = open.contains { term($0).kind == kind && isSource(lower, of: term($0)) }
    for hit in open {
      let term = term(hit)
      guard term.kind == kind, Self.inUse.contains(term.status),
        !isHeadword || isSource(lower, of: term)
      else { continue }
      let row = row(term)
      guard rows.allSatisfy({ Coverage.differ($0.target, row.target) }) else { continue }
      rows.append(row)
      layers.insert(hit.glossary)
    }
    // What the project prefers is settled.
    guard rows.count > 1, rows[0].glossary != preferred else { return nil }
    return Conflict(source: source, rows: rows, isOpen: layers.count < rows.count)
  }

  private func isSource(_ lower: String, of term: MatchedTerm) -> Bool {
    Folding.lower(term.source) == lower
  }
}
