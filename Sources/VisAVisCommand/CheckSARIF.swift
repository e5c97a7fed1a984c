import Foundation
import Review
import VisAVis

/// Findings in the Static Analysis Results Interchange Format, 2.1.0 (OASIS).
enum CheckSARIF {
  static func document(_ reports: [CheckRun.Report]) throws -> String {
    let rules = Verdict.allCases.filter { $0 != .ok }
    let run = Log.Run(
      tool: .init(
        driver: .init(
          version: Pipeline.version,
          rules: rules.map { .init(id: $0.rawValue, shortDescription: .init(text: meaning($0))) })),
      results: reports.map { result($0, rules) })
    return try CheckJSON.encoded(Log(runs: [run]))
  }

  private static func meaning(_ verdict: Verdict) -> String {
    switch verdict {
    case .ok: "The translation has the expected form."
    case .variant: "The translation has another form than the glossary prefers."
    case .missing: "Nothing in the translation stands for the term."
    case .forbidden: "A glossary forbids the form."
    case .inconsistent: "The document has two renderings of one term."
    case .untranslated: "French was left in the translation."
    case .wrongNumber: "The translation has another number."
    case .wrongDate: "The translation has another date."
    case .waiver: "A waiver silences nothing."
    }
  }

  private static func result(_ report: CheckRun.Report, _ rules: [Verdict]) -> Log.Result {
    let finding = report.finding
    let level =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .info: "note"
      case .ok: "none"
      }
    var result = Log.Result(
      ruleId: finding.verdict.rawValue, ruleIndex: rules.firstIndex(of: finding.verdict),
      kind: finding.severity == .ok ? "pass" : "fail", level: level,
      message: .init(text: CheckText.message(finding)),
      locations: [.init(physicalLocation: location(report.place))])
    if finding.severity == .ok {
      result.ruleId = nil
      result.ruleIndex = nil
    }
    if report.target != nil {
      result.relatedLocations = [
        .init(
          id: 1, message: .init(text: "“\(finding.source)”"),
          physicalLocation: location(report.source))
      ]
    }
    if let fix = finding.fix, report.isExact, let place = report.target {
      result.fixes = [
        .init(
          description: .init(text: "Write “\(fix)”."),
          artifactChanges: [
            .init(
              artifactLocation: .init(uri: uri(place.path)),
              replacements: [
                .init(deletedRegion: region(place), insertedContent: .init(text: fix))
              ])
          ])
      ]
    }
    if let reason = finding.waiver {
      result.suppressions = [.init(justification: reason)]
    }
    return result
  }

  private static func location(_ place: CheckRun.Place) -> Log.PhysicalLocation {
    .init(artifactLocation: .init(uri: uri(place.path)), region: region(place))
  }

  private static func region(_ place: CheckRun.Place) -> Log.Region {
    .init(
      startLine: place.line, startColumn: place.characterColumn,
      endColumn: max(place.characterColumn, place.characterEndColumn))
  }

  private static func uri(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }

  // MARK: - The log

  private struct Log: Encodable {
    struct Text: Encodable { var text: String }
    struct ArtifactLocation: Encodable { var uri: String }
    struct Region: Encodable { var startLine, startColumn, endColumn: Int }
    struct PhysicalLocation: Encodable {
      var artifactLocation: ArtifactLocation
      var region: Region
    }
    struct Location: Encodable {
      var id: Int?
      var message: Text?
      var physicalLocation: PhysicalLocation
    }
    struct Replacement: Encodable {
      var deletedRegion: Region
      var insertedContent: Text
    }
    struct ArtifactChange: Encodable {
      var artifactLocation: ArtifactLocation
      var replacements: [Replacement]
    }
    struct Fix: Encodable {
      var description: Text
      var artifactChanges: [ArtifactChange]
    }
    struct Suppression: Encodable {
      var kind = "inSource"
      var justification: String
    }
    struct Result: Encodable {
      var ruleId: String?
      var ruleIndex: Int?
      var kind, level: String
      var message: Text
      var locations: [Location]
      var relatedLocations: [Location]?
      var fixes: [Fix]?
      var suppressions: [Suppression]?
    }
    struct Rule: Encodable {
      var id: String
      var shortDescription: Text
    }
    struct Driver: Encodable {
      var name = "visavis"
      var version: String
      var rules: [Rule]
    }
    struct Tool: Encodable { var driver: Driver }
    struct Run: Encodable {
      var tool: Tool
      var columnKind = "unicodeCodePoints"
      var results: [Result]
    }

    var schema = "https://json.schemastore.org/sarif-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }
}
