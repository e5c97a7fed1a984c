internal import Bitext
internal import French
package import Review

/// Counts what the glossaries know of whole inputs.
package struct CoverageRun: Sendable {
  package struct File: Sendable {
    package var path: String
    package var coverage: Coverage
  }

  package var isWrapped = false
  package var encoding: String?
  package var inputFormat: SourceReader.Format?
  private let pipeline: Pipeline

  package init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  /// The coverage of each input, in order. Throws `ReadingError`.
  package func run(_ inputs: [String]) throws -> (files: [File], notices: [String]) {
    var files: [File] = []
    var notices: [String] = []
    for input in inputs {
      var reader = SourceReader(path: input, format: inputFormat)
      reader.isWrapped = isWrapped
      reader.encoding = encoding
      var coverage = Coverage()
      var state = DocumentState()
      notices += try reader.forEachParagraph { paragraph in
        guard paragraph.role != .verbatim, !paragraph.text.isEmpty else { return }
        let analysis = pipeline.analyze(paragraph, state: &state)
        coverage.add(
          analysis.text, analysis.table, analysis.matches, line: paragraph.line,
          isKnown: { pipeline.resources.isOrdinaryWord($0) })
      }
      files.append(File(path: input, coverage: coverage))
    }
    return (files, notices)
  }
}
