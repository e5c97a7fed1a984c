import ArgumentParser
import Bitext
import Documents
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
      visavis coverage job.xlf -o coverage.html
      visavis coverage article.fr.txt --suggest missing.tsv
      visavis coverage article.fr.txt --fail-under 95 --fail-under person:80
      visavis coverage articles/*.txt --glossary own.tsv --unused
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, markdown, json, tsv, html }

  /// A percentage for all or for one kind: "95", "person:80".
  struct Limit: ExpressibleByArgument {
    var kind: TermKind?
    var percent: Double

    init?(argument: String) {
      let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count <= 2, let last = parts.last, let percent = Double(last),
        (0...100).contains(percent)
      else { return nil }
      self.percent = percent
      if parts.count == 2 {
        guard let kind = TermKind(rawValue: String(parts[0])) else { return nil }
        self.kind = kind
      }
    }
  }

  @OptionGroup(title: "Input") var input: InputOptions
  @Option(
    name: .shortAndLong, help: "table, markdown, json, tsv or html (default: by -o, else table).")
  var format: Format?
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"),
    completion: .file())
  var output: String?
  @Option(
    help: ArgumentHelp(
      "Exit with 1 if fewer occurrences are covered, in percent; of one kind: person:80. Repeatable.",
      valueName: "n"))
  var failUnder: [Limit] = []
  @Option(
    help: ArgumentHelp(
      "Write the candidates as rows of a glossary, to be read over.", valueName: "file"),
    completion: .file())
  var suggest: String?
  @Flag(help: "List the rows of your own glossaries that the text does not use.")
  var unused = false
  @Flag(help: "The same with the built-in glossaries.") var unusedBuiltin = false
  @Flag(name: .shortAndLong, help: "No notices on standard error.") var quiet = false
  @OptionGroup(title: "Glossaries") var pipeline: PipelineOptions

  func run() throws {
    let configuration = try pipeline.configuration()
    let inputs = try Failure.reporting { try InputFolder.files(try input.inputs()) }
    let report = try Failure.reporting {
      let pipeline = try Pipeline(configuration)
      if !quiet { pipeline.notices.forEach(StandardError.write) }
      var run = CoverageRun(pipeline)
      run.reading = input.reading
      run.ownGlossaries = configuration.glossaries
      run.preferences = configuration.preferences.first?.file
      run.listsBuiltinRows = unusedBuiltin
      run.english = configuration.english
      var (report, notices) = try run.run(inputs)
      if !quiet { notices.forEach(StandardError.write) }
      report.showsUnused = unused || unusedBuiltin
      // No input and no glossary in use may be overwritten.
      let sources = inputs + configuration.glossaries
      if let suggest {
        try write(SuggestedRows.file(report.total), to: suggest, besides: sources)
      }
      try write(try file(report), to: output, besides: sources)
      return report
    }
    try check(report)
  }

  private func write(_ bytes: [UInt8], to path: String?, besides inputs: [String]) throws {
    var bytes = bytes
    let file = try path.map { try OutputFile(path: $0, inputs: inputs) } ?? OutputFile()
    try file.write(&bytes)
    try file.finish()
  }

  private func file(_ report: CoverageReport) throws -> [UInt8] {
    let title = "Coverage"
    switch format ?? output.flatMap(format(path:)) ?? .table {
    case .json: return try report.json()
    case .table: return ReportFormat.table.file(title: title, report.tables)
    case .markdown: return ReportFormat.markdown.file(title: title, report.tables)
    case .tsv: return ReportFormat.tsv.file(title: title, report.tables)
    case .html: return ReportFormat.html.file(title: title, report.tables)
    }
  }

  private func format(path: String) -> Format? {
    switch DocumentFormat(path: path) {
    case .markdown: .markdown
    case .json: .json
    case .tsv: .tsv
    case .html: .html
    default: nil
    }
  }

  /// Ends with 1 where a limit is not reached.
  private func check(_ report: CoverageReport) throws {
    let kinds = Dictionary(uniqueKeysWithValues: report.total.kinds.map { ($0.kind, $0.count) })
    var isUnder = false
    for limit in failUnder {
      let count = limit.kind.map { kinds[$0] ?? .init() } ?? report.total.total
      guard count.percentage < limit.percent else { continue }
      isUnder = true
      let name = limit.kind.map { "\($0.rawValue): " } ?? ""
      StandardError.write(
        "visavis: \(name)\(CoverageReport.percent(count.percentage))% covered, "
          + "under the \(CoverageReport.percent(limit.percent))% of --fail-under")
    }
    if isUnder { throw ExitCode(1) }
  }
}
