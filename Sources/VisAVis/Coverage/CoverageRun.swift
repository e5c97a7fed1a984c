package import Bitext
internal import French
internal import Names
internal import Review

/// Counts what the glossaries know of whole inputs: texts, Markdown, and the French of XLIFF and TMX files.
package struct CoverageRun: Sendable {
  package var reading = TextReading()
  /// Rows of built-in glossaries count as unused too.
  package var listsBuiltinRows = false
  /// Glossary files of the user.
  package var ownGlossaries: [String] = []
  /// The settings that hold the project's preferred forms.
  package var preferences: String?
  package var english: EnglishVariety = .us
  private let pipeline: Pipeline

  package init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  /// The coverage of each input, in order, and of all. Throws `ReadingError`.
  package func run(_ inputs: [String]) throws -> (report: CoverageReport, notices: [String]) {
    var report = CoverageReport()
    var notices: [String] = []
    let resources = pipeline.resources
    let facts = WordFacts(
      isOrdinary: { resources.isOrdinaryWord($0) },
      isAdjective: { resources.isAdjective($0) },
      takesPortfolio: { pipeline.recognizer.takesPortfolio($0) })
    for input in inputs {
      var coverage = Coverage()
      var state = DocumentState()
      let reader = reading.reader(of: input)
      notices += try reader.forEachSource { paragraph, place in
        guard paragraph.role != .verbatim, !paragraph.text.isEmpty else { return }
        let analysis = pipeline.analyze(paragraph, state: &state)
        coverage.add(
          CountedParagraph(
            text: analysis.text, table: analysis.table, path: input, place: place),
          analysis.matches, facts)
      }
      report.total.merge(coverage)
      report.files.append(.init(path: input, coverage: coverage))
    }
    finish(&report)
    return (report, notices)
  }

  /// Looks up the rows behind the terms and drafts an English for the candidates.
  private func finish(_ report: inout CoverageReport) {
    let matcher = pipeline.recognizer.matcher
    let use = RowUse(
      of: &report.total, matcher: matcher, variety: english, preferred: preferences)
    report.conflicts = use.conflicts
    report.unused = use.unused {
      $0 != preferences && (listsBuiltinRows || ownGlossaries.contains($0))
    }
    CandidateSuggester(pipeline).suggest(for: &report.total)
    for index in report.files.indices {
      report.files[index].coverage.takeLookups(from: report.total)
    }
  }
}
