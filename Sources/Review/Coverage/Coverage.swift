package import Bitext
internal import French

/// What the glossaries know of a text: the terms found and the candidates that no row covers.
///
/// Names, titles and their parts count once per occurrence: «le ministre russe Zorglub» is an office and a
/// nationality that rows cover, and a person that none does. Dates, times, numbers and amounts are no terms.
package struct Coverage: Sendable {
  /// Where an occurrence stands: line and column (UTF-8 bytes), both from 1, and the words around it.
  package struct Context: Sendable, Hashable {
    package var path: String
    package var line: Int
    package var column: Int
    package var text: String
  }

  /// Why an item is a candidate.
  package enum Reason: Sendable, Hashable {
    /// Put into English by a rule: "romanize-ru", "kept".
    case inferred(rule: String)
    case acronym
    case capitalized
    /// The field of an office: «ministre de la Résilience».
    case portfolio
  }

  /// A term of the text with its English and its count. A candidate has a reason and contexts.
  package struct Item: Sendable, Hashable {
    package var source: String
    package var target: String
    package var kind: TermKind
    package var concept: String
    package var glossary: String
    /// The line of its row in the glossary, 0 if it has none.
    package var row = 0
    package var origin: TermOrigin
    package var count = 0
    /// Nil for what the glossaries cover.
    package var reason: Reason?
    package var contexts: [Context] = []
  }

  /// Occurrences and distinct terms, covered and all.
  package struct Count: Sendable, Hashable {
    package var covered = 0
    package var occurrences = 0
    package var coveredTerms = 0
    package var terms = 0

    package init() {}

    /// Occurrences covered, in percent; 100 where there are none.
    package var percentage: Double { Self.percent(covered, of: occurrences) }
    /// Distinct terms covered, in percent.
    package var termPercentage: Double { Self.percent(coveredTerms, of: terms) }

    private static func percent(_ part: Int, of whole: Int) -> Double {
      whole == 0 ? 100 : Double(part) * 100 / Double(whole)
    }

    mutating func add(_ item: Item) {
      occurrences += item.count
      terms += 1
      guard item.reason == nil else { return }
      covered += item.count
      coveredTerms += 1
    }
  }

  static let contextLimit = 5
  /// Kinds that are computed, never looked up.
  static let computedKinds: Set<TermKind> = [.date, .time, .number, .amount]

  package internal(set) var items: [Item] = []
  /// Where an item is, by the hash of its source, its English and its kind.
  var places: [UInt64: Int] = [:]
  /// Items of full names that no row has, by the folded hash of the last word.
  var fullNames: [UInt64: Int] = [:]

  package init() {}

  /// The terms covered, the most frequent first.
  package var terms: [Item] { sorted { $0.reason == nil } }

  /// The candidates, the most frequent first.
  package var candidates: [Item] { sorted { $0.reason != nil } }

  private func sorted(_ isIncluded: (Item) -> Bool) -> [Item] {
    items.filter(isIncluded).sorted {
      ($1.count, $0.source, $0.target, $0.kind.rawValue) < (
        $0.count, $1.source, $1.target, $1.kind.rawValue
      )
    }
  }

  package var total: Count { items.reduce(into: Count()) { $0.add($1) } }

  /// The counts of each kind that occurs, in a fixed order.
  package var kinds: [(kind: TermKind, count: Count)] {
    var counts: [TermKind: Count] = [:]
    for item in items { counts[item.kind, default: Count()].add(item) }
    return TermKind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
  }

  /// Adds the counts of `other`.
  package mutating func merge(_ other: Coverage) {
    for (key, index) in other.places.sorted(by: { $0.value < $1.value }) {
      let item = other.items[index]
      guard let place = places[key] else {
        places[key] = items.count
        items.append(item)
        continue
      }
      items[place].count += item.count
      let free = max(0, Self.contextLimit - items[place].contexts.count)
      items[place].contexts += item.contexts.prefix(free)
    }
  }

  /// Takes the English, glossary and row of each item from `other`, which has them all.
  package mutating func takeLookups(from other: Coverage) {
    for (key, index) in places {
      guard let place = other.places[key] else { continue }
      items[index].target = other.items[place].target
      items[index].glossary = other.items[place].glossary
      items[index].row = other.items[place].row
    }
  }

  /// Gives a candidate another English; `target` gets it as it is and gives nil to leave it.
  package mutating func suggest(_ target: (Item) -> String?) {
    for index in items.indices where items[index].reason != nil {
      if let better = target(items[index]) { items[index].target = better }
    }
  }

  /// A source text with more than one English, and where each comes from.
  package struct Variation: Sendable, Hashable {
    package var source: String
    /// The renderings in this text, the most frequent first.
    package var items: [Item]
  }

  /// Two English forms are more than one form with and without capitals, accents or its article.
  static func differ(_ one: String, _ other: String) -> Bool {
    func bare(_ form: String) -> String {
      let folded = Folding.fold(form)
      return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
    }
    return one != other && bare(one) != bare(other)
  }

  /// Terms of one kind that the text has in two English forms; the noun of a nationality may differ from its
  /// adjective, an office from the title before a name by its capitals.
  package var variations: [Variation] {
    var groups: [String: [Item]] = [:]
    for item in items where item.kind != .nationality {
      groups[item.kind.rawValue + " " + Folding.fold(item.source), default: []].append(item)
    }
    return groups.values.compactMap { group in
      guard group.contains(where: { Self.differ($0.target, group[0].target) }) else { return nil }
      let items = group.sorted { ($1.count, $0.target) < ($0.count, $1.target) }
      return Variation(source: items[0].source, items: items)
    }.sorted { $0.source < $1.source }
  }
}
