import Bitext
import Foundation
import Review
import VisAVis

/// Findings as JSON, format `visavis-check/1`.
enum CheckJSON {
  private struct Document: Encodable {
    struct Summary: Encodable {
      var segments, words, waived: Int
      var verdicts: [String: Int]
    }
    struct Place: Encodable {
      var path: String
      var line, column, endColumn: Int
    }
    struct Finding: Encodable {
      var verdict, severity, message, source, expected, concept, glossary, segment: String
      var kind, found, fix, waiver: String?
      var sourcePlace: Place
      var targetPlace: Place?
    }
    var format = "visavis-check/1"
    var summary: Summary
    var findings: [Finding]
  }

  static func document(
    _ reports: [CheckRun.Report], _ summary: CheckRun.Summary
  ) throws -> String {
    let document = Document(
      summary: .init(
        segments: summary.segments, words: summary.words, waived: summary.waived,
        verdicts: Dictionary(
          uniqueKeysWithValues: summary.counts.map { ($0.key.rawValue, $0.value) })),
      findings: reports.map { report in
        let finding = report.finding
        return Document.Finding(
          verdict: finding.verdict.rawValue, severity: finding.severity.rawValue,
          message: CheckText.message(finding), source: finding.source, expected: finding.expected,
          concept: finding.concept, glossary: finding.glossary, segment: report.segment,
          kind: finding.kind?.rawValue, found: finding.found, fix: finding.fix,
          waiver: finding.waiver, sourcePlace: place(report.source),
          targetPlace: report.target.map(place))
      })
    return try encoded(document)
  }

  private static func place(_ place: CheckRun.Place) -> Document.Place {
    Document.Place(
      path: place.path, line: place.line, column: place.column, endColumn: place.endColumn)
  }

  static func encoded(_ document: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }
}
