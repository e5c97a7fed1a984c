internal import Bitext
internal import Foundation
internal import Review

extension CoverageReport {
  /// The report as JSON, in the format "visavis-coverage/1".
  package func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let report = JSONReport(
      total: JSONPart("", total), files: files.map { JSONPart($0.path, $0.coverage) },
      variations: total.variations.map { variation in
        .init(source: variation.source, terms: variation.items.map { JSONTerm($0) })
      },
      conflicts: conflicts.map { .init(source: $0.source, rows: $0.rows.map { JSONRow($0) }) },
      unused: showsUnused ? unused.map { JSONRow($0) } : nil)
    return Array(try encoder.encode(report)) + [0x0A]
  }
}

private struct JSONReport: Encodable {
  struct Variation: Encodable {
    var source: String
    var terms: [JSONTerm]
  }

  struct Conflict: Encodable {
    var source: String
    var rows: [JSONRow]
  }

  var format = "visavis-coverage/1"
  var total: JSONPart
  var files: [JSONPart]
  var variations: [Variation]
  var conflicts: [Conflict]
  var unused: [JSONRow]?
}

private struct JSONPart: Encodable {
  struct Kind: Encodable {
    var covered, occurrences, coveredTerms, terms: Int
    var percentage, termPercentage: Double

    init(_ count: Coverage.Count) {
      (covered, occurrences) = (count.covered, count.occurrences)
      (coveredTerms, terms) = (count.coveredTerms, count.terms)
      (percentage, termPercentage) = (count.percentage, count.termPercentage)
    }
  }

  var path: String
  var percentage, distinctPercentage: Double
  var covered, occurrences, distinctCovered, distinct: Int
  var kinds: [String: Kind]
  var terms: [JSONTerm]
  var candidates: [JSONCandidate]

  init(_ path: String, _ coverage: Coverage) {
    let total = coverage.total
    self.path = path
    (percentage, distinctPercentage) = (total.percentage, total.termPercentage)
    (covered, occurrences) = (total.covered, total.occurrences)
    (distinctCovered, distinct) = (total.coveredTerms, total.terms)
    kinds = Dictionary(
      uniqueKeysWithValues: coverage.kinds.map { ($0.kind.rawValue, Kind($0.count)) })
    terms = coverage.terms.map { JSONTerm($0) }
    candidates = coverage.candidates.map { JSONCandidate($0) }
  }
}

private struct JSONTerm: Encodable {
  var source, target, kind, concept, glossary, origin: String
  var row, count: Int

  init(_ item: Coverage.Item) {
    (source, target, kind) = (item.source, item.target, item.kind.rawValue)
    (concept, glossary, origin) = (item.concept, item.glossary, item.origin.rawValue)
    (row, count) = (item.row, item.count)
  }
}

private struct JSONCandidate: Encodable {
  struct Context: Encodable {
    var path: String
    var line, column: Int
    var text: String
  }

  var source, suggestion, reason, kind: String
  var count: Int
  var contexts: [Context]

  init(_ item: Coverage.Item) {
    (source, suggestion, kind) = (item.source, item.target, item.kind.rawValue)
    reason = CoverageReport.reason(for: item)
    count = item.count
    contexts = item.contexts.map {
      Context(path: $0.path, line: $0.line, column: $0.column, text: $0.text)
    }
  }
}

private struct JSONRow: Encodable {
  var glossary, source, target, kind: String
  var line: Int

  init(_ row: RowUse.Row) {
    (glossary, source, target) = (row.glossary, row.source, row.target)
    (kind, line) = (row.kind.rawValue, row.line)
  }
}
