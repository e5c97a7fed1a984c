package import Bitext
internal import French
package import Terminology

/// Which rows a coverage used, which of them contradict each other, and which were never used.
package struct RowUse: Sendable {
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
  }

  private struct Place: Hashable {
    var glossary: Int
    var term: Int
  }

  private static let inUse: Set<TermStatus> = [.preferred, .admitted, .keep]
  package private(set) var conflicts: [Conflict] = []
  private let matcher: TermMatcher
  private let variety: EnglishVariety
  /// The name of the glossary of the project's preferences.
  private let preferred: String?
  private var used: Set<Place> = []

  /// Looks up the rows behind the items of `coverage`, which get the glossary and line of theirs.
  package init(
    of coverage: inout Coverage, matcher: TermMatcher, variety: EnglishVariety,
    preferred: String? = nil
  ) {
    self.preferred = preferred
    self.matcher = matcher
    self.variety = variety
    let tokenizer = Tokenizer()
    var seen: Set<String> = []
    for index in coverage.items.indices where coverage.items[index].reason == nil {
      let item = coverage.items[index]
      let hits = matcher.rows(spanning: tokenizer.tokenize(Array(item.source.utf8)))
      let own = hits.filter { term($0).concept == item.concept }
      for hit in own { used.insert(Place(glossary: hit.glossary, term: hit.term)) }
      let best = own.first { Self.inUse.contains(term($0).status) }
      if let hit = best ?? own.first {
        coverage.items[index].glossary = term(hit).glossaryName
        coverage.items[index].row = term(hit).line
      }
      guard seen.insert(item.kind.rawValue + " " + item.source).inserted else { continue }
      note(item, hits)
    }
    conflicts.sort { $0.source < $1.source }
  }

  private func term(_ hit: RowHit) -> MatchedTerm {
    MatchedTerm(glossary: matcher.glossaries[hit.glossary], index: hit.term)
  }

  private func row(_ term: MatchedTerm) -> Row {
    let british = variety == .gb ? term.british : nil
    return Row(
      glossary: term.glossaryName, line: term.line, source: term.source,
      target: british ?? term.target, kind: term.kind)
  }

  /// Rows of the same kind without guards that give the same French another English.
  private mutating func note(_ item: Coverage.Item, _ hits: [RowHit]) {
    var rows: [Row] = []
    for hit in hits where hit.isExact && !hit.isGuarded && !hit.isFamilyName {
      let term = term(hit)
      guard term.kind == item.kind, Self.inUse.contains(term.status),
        !rows.contains(where: { $0.target == row(term).target })
      else { continue }
      rows.append(row(term))
    }
    // What the project prefers is settled.
    guard rows.count > 1, rows[0].glossary != preferred else { return }
    conflicts.append(Conflict(source: item.source, rows: rows))
  }

  /// The rows never used, of the glossaries whose name is included, in their order.
  package func unused(where isIncluded: (String) -> Bool) -> [Row] {
    matcher.glossaries.enumerated().flatMap { index, glossary in
      (0..<glossary.termCount).compactMap { number -> Row? in
        guard !used.contains(Place(glossary: index, term: number)) else { return nil }
        let row = row(MatchedTerm(glossary: glossary, index: number))
        return isIncluded(row.glossary) ? row : nil
      }
    }
  }
}
