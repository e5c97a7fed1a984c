import ArgumentParser
import Documents
import Review
import VisAVis

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a translation against its source: names, titles, terms, numbers and dates.",
    discussion: """
      Takes a bilingual file (.xlf .tmx .tsv .csv .md .json), or a French and an
      English text, which are aligned first. Exits with 1 if it found errors, with
      0 if not.

      visavis check job.xlf
      visavis check article.fr.txt article.en.txt
      visavis check article.md --min-severity info
      visavis check job.xlf --format sarif -o check.sarif
      visavis check job.xlf --format github

      A note or comment lets a finding stand: "visavis-ignore TERM: reason", or
      "visavis-ignore VERDICT TERM: reason", with * for any term; TERM is what the
      finding quotes. In a note of XLIFF or TMX, or the column "note" of a table, it
      counts for that segment; in <!-- --> of Markdown, XLIFF and TMX, for the file.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github, junit }

  @Argument(
    help: ArgumentHelp(
      "A bilingual file, or several; or a French text and its English translation.",
      valueName: "files"),
    completion: .file())
  var files: [String]

  @Option(name: .shortAndLong, help: "The output: text, json, sarif, github or junit.")
  var format: Format = .text

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "path"),
    completion: .file())
  var output: String?

  @Option(help: "The least severity that is shown: ok, info, warning or error.")
  var minSeverity: CheckSeverity = .warning

  @Flag(name: .customLong("no-exit"), help: "Exit with 0 even if errors were found.")
  var noExit = false

  @OptionGroup(title: "Texts") var texts: ReadingOptions

  @Flag(name: .shortAndLong, help: "No summary on standard error.")
  var quiet = false

  @OptionGroup(title: "Glossaries") var pipeline: PipelineOptions

  /// Two files that are no bilingual ones are a text and its translation; so are two Markdown files.
  private var isPairOfTexts: Bool {
    guard files.count == 2 else { return false }
    let formats = files.map { BilingualFormat(path: $0) }
    return formats.allSatisfy { $0 == nil || $0 == .markdown }
  }

  func run() throws {
    var options = pipeline
    options.engine = isPairOfTexts ? .draft : .terms
    var run = CheckRun(try options.pipeline())
    run.waivers = try options.projectSettings().checkWaivers
    run.reading = texts.reading
    var reports: [CheckRun.Report] = []
    var errors = 0
    let summary = try Failure.reporting {
      let collect = { (report: CheckRun.Report) in
        if report.finding.severity == .error, report.finding.waiver == nil { errors += 1 }
        let isShown = report.finding.severity >= minSeverity
        if isShown, report.finding.waiver == nil || format == .sarif || format == .json {
          reports.append(report)
        }
      }
      let summary =
        isPairOfTexts
        ? try run.run(source: files[0], target: files[1], collect)
        : try run.run(files: files, collect)
      let file = try output.map { try OutputFile(path: $0, inputs: files) } ?? OutputFile()
      var bytes = Array(try text(reports, summary).utf8)
      try file.write(&bytes)
      try file.finish()
      return summary
    }
    if !quiet { conclude(summary, reports) }
    if errors > 0, !noExit { throw ExitCode(1) }
  }

  private func text(_ reports: [CheckRun.Report], _ summary: CheckRun.Summary) throws -> String {
    switch format {
    case .text: CheckText.lines(reports)
    case .github: CheckText.annotations(reports)
    case .json: try CheckJSON.document(reports, summary)
    case .sarif: try CheckSARIF.document(reports)
    case .junit: CheckJUnit.document(reports, files: isPairOfTexts ? [files[1]] : files)
    }
  }

  private func conclude(_ summary: CheckRun.Summary, _ reports: [CheckRun.Report]) {
    for notice in summary.notices { StandardError.write(notice) }
    func count(_ severity: CheckSeverity, _ name: String) -> String {
      let count = reports.count { $0.finding.severity == severity && $0.finding.waiver == nil }
      return "\(count) \(name)\(count == 1 ? "" : "s")"
    }
    let waived = summary.waived > 0 ? ", \(summary.waived) waived" : ""
    let segments = "\(summary.segments) segment\(summary.segments == 1 ? "" : "s")"
    StandardError.write(
      "visavis: \(count(.error, "error")), \(count(.warning, "warning")) in \(segments)\(waived)")
  }
}

extension CheckSeverity: ExpressibleByArgument {}
