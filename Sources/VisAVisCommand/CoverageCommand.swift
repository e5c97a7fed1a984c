import ArgumentParser
import Bitext
import Foundation
import Review
import VisAVis

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Show which names and titles of a text the glossaries know, and which they lack.",
    discussion: """
      visavis coverage article.fr.txt
      visavis coverage *.txt --format json
      visavis coverage article.fr.txt --fail-under 95
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @OptionGroup(title: "Input") var input: InputOptions
  @Option(name: .shortAndLong, help: "table or json.") var format: Format = .table
  @Option(help: ArgumentHelp("Exit with 1 if less is covered, in percent.", valueName: "n"))
  var failUnder: Double?
  @OptionGroup(title: "Glossaries") var pipeline: PipelineOptions

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    var options = pipeline
    options.engine = .terms
    var run = CoverageRun(try options.pipeline())
    run.isWrapped = input.wrapped
    run.encoding = input.encoding
    run.inputFormat = input.inputFormat
    var total = Coverage()
    try Failure.reporting {
      let (files, notices) = try run.run(try input.inputs())
      for notice in notices { StandardError.write(notice) }
      for file in files { total.merge(file.coverage) }
      var output = Array((format == .json ? try json(files, total) : table(files, total)).utf8)
      try OutputFile().write(&output)
    }
    if let failUnder, total.percentage < failUnder { throw ExitCode(1) }
  }

  // MARK: - Table

  private func table(_ files: [CoverageRun.File], _ total: Coverage) -> String {
    var lines: [String] = []
    if files.count > 1 {
      for file in files { lines.append("\(percent(file.coverage))  \(file.path)") }
      lines.append("")
    }
    lines.append(
      "\(percent(total)) covered: \(total.covered) of \(total.covered + total.uncovered) names and titles"
    )
    lines.append("")
    for kind in total.kinds {
      lines.append("  \(pad(kind.kind.rawValue, 14)) \(pad("\(kind.covered)/\(kind.all)", 10))")
    }
    if !total.terms.isEmpty { lines += ["", "Terms"] }
    for term in total.terms where term.origin != .inferred {
      let place = term.glossary.isEmpty ? term.origin.rawValue : term.glossary
      lines.append("  \(pad("\(term.count)×", 5)) \(term.source) → \(term.target)  (\(place))")
    }
    if !total.candidates.isEmpty { lines += ["", "In no glossary"] }
    for candidate in total.candidates {
      lines.append(
        "  \(pad("\(candidate.count)×", 5)) \(candidate.source) → \(candidate.suggestion)?")
      lines.append("        \(candidate.reason)")
      for context in candidate.contexts.prefix(2) {
        lines.append("        \(context.line):\(context.column): \(context.text)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func percent(_ coverage: Coverage) -> String {
    let tenths = Int((coverage.percentage * 10).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)%"
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  // MARK: - JSON

  private struct Report: Encodable {
    struct Term: Encodable {
      var source, target, kind, concept, glossary, origin: String
      var count: Int
    }
    struct Candidate: Encodable {
      struct Context: Encodable {
        var line, column: Int
        var text: String
      }
      var source, suggestion, reason, kind: String
      var count: Int
      var contexts: [Context]
    }
    struct Part: Encodable {
      var path: String
      var percentage: Double
      var covered, occurrences: Int
      var kinds: [String: [String: Int]]
      var terms: [Term]
      var candidates: [Candidate]
    }
    var format = "visavis-coverage/1"
    var total: Part
    var files: [Part]
  }

  private func part(_ path: String, _ coverage: Coverage) -> Report.Part {
    Report.Part(
      path: path, percentage: coverage.percentage, covered: coverage.covered,
      occurrences: coverage.covered + coverage.uncovered,
      kinds: Dictionary(
        uniqueKeysWithValues: coverage.kinds.map {
          ($0.kind.rawValue, ["covered": $0.covered, "occurrences": $0.all])
        }),
      terms: coverage.terms.map {
        Report.Term(
          source: $0.source, target: $0.target, kind: $0.kind.rawValue, concept: $0.concept,
          glossary: $0.glossary, origin: $0.origin.rawValue, count: $0.count)
      },
      candidates: coverage.candidates.map { candidate in
        Report.Candidate(
          source: candidate.source, suggestion: candidate.suggestion, reason: candidate.reason,
          kind: candidate.kind.rawValue, count: candidate.count,
          contexts: candidate.contexts.map {
            .init(line: $0.line, column: $0.column, text: $0.text)
          })
      })
  }

  private func json(_ files: [CoverageRun.File], _ total: Coverage) throws -> String {
    let report = Report(
      total: part("", total), files: files.map { part($0.path, $0.coverage) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
  }
}
