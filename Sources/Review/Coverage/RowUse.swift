package import Bitext
internal import French
package import Terminology

/// Which rows a coverage used, which of them contradict each other, and which were never used.
package struct RowUse: Sendable {
  package typealias Row = RowConflicts.Row
  package typealias Conflict = RowConflicts.Conflict

  private struct Place: Hashable {
    var glossary: Int
    var term: Int
  }

  package private(set) var conflicts: [Conflict] = []
  private let rows: RowConflicts
  private var used: Set<Place> = []

  /// Looks up the rows behind the items of `coverage`, which get the glossary and line of theirs.
  package init(
    of coverage: inout Coverage, matcher: TermMatcher, variety: EnglishVariety,
    preferred: String? = nil
  ) {
    rows = RowConflicts(matcher, variety: variety, preferred: preferred)
    var seen: Set<String> = []
    for index in coverage.items.indices where coverage.items[index].reason == nil {
      let item = coverage.items[index]
      let hits = rows.hits(item.source)
      let own = hits.filter { rows.term($0).concept == item.concept }
      for hit in own { used.insert(Place(glossary: hit.glossary, term: hit.term)) }
      let best = own.first { RowConflicts.inUse.contains(rows.term($0).status) }
      if let hit = best ?? own.first {
        coverage.items[index].glossary = rows.term(hit).glossaryName
        coverage.items[index].row = rows.term(hit).line
      }
      guard seen.insert(item.kind.rawValue + " " + item.source).inserted else { continue }
      if let conflict = rows.conflict(over: item.source, kind: item.kind, among: hits) {
        conflicts.append(conflict)
      }
    }
    conflicts.sort { $0.source < $1.source }
  }

  /// The rows never used, of the glossaries whose name is included, in their order.
  package func unused(where isIncluded: (String) -> Bool) -> [Row] {
    rows.matcher.glossaries.enumerated().flatMap { index, glossary in
      (0..<glossary.termCount).compactMap { number -> Row? in
        guard !used.contains(Place(glossary: index, term: number)) else { return nil }
        let row = rows.row(MatchedTerm(glossary: glossary, index: number))
        return isIncluded(row.glossary) ? row : nil
      }
    }
  }
}
