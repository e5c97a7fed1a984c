package import Bitext
package import Documents
internal import ICU

/// Translates whole inputs into one output format, paragraph by paragraph.
package struct DocumentRun: Sendable {
  package var format: DocumentFormat = .columns
  package var layout: DocumentLayout = .table
  package var side: DocumentSide = .both
  /// Columns of the terminal.
  package var width = 100
  package var isColored = false
  package var reading = TextReading()
  package var english: EnglishVariety = .us
  /// Markdown in one language ends with a checksum too, so that edits are known.
  package var isSealed = false

  let pipeline: Pipeline

  package init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  /// Refuses to overwrite Markdown at `path` that was edited by hand. Throws `WritingError`.
  package func protectEdits(at path: String) throws {
    guard format == .markdown, side == .both || isSealed, let old = MappedBytes(reading: path),
      MarkdownChecksum.isEdited(Array(old.bytes))
    else { return }
    throw WritingError.isEdited(path: path)
  }

  /// Changes when the data or a glossary does.
  package var dataFingerprint: UInt64 { pipeline.resources.fingerprint }

  /// What the user should know after a run.
  package struct Summary: Sendable {
    package var notices: [String] = []
    /// "FILE:LINE:COLUMN: warning: …" for each finding.
    package var findings: [String] = []
    package var warnings = 0
    package var segments = 0
  }

  /// Translates `inputs` ("-" is standard input) one after the other; `sink` takes the bytes as they come.
  ///
  /// Throws `ReadingError`, or what `sink` throws.
  package func run(_ inputs: [String], sink: (inout [UInt8]) throws -> Void) throws -> Summary {
    var summary = Summary()
    var writer = makeWriter(isNamed: inputs.count > 1)
    var output: [UInt8] = []
    for input in inputs {
      let reader = reading.reader(of: input)
      writer.begin(info(input, reader.format), into: &output)
      var state = DocumentState()
      summary.notices += try reader.forEachParagraph { paragraph in
        let result = pipeline.translate(paragraph, state: &state)
        note(result, input, in: &summary)
        writer.write(result, into: &output)
        if output.count >= 1 << 16 { try sink(&output) }
      }
      writer.end(into: &output)
    }
    writer.finish(into: &output)
    try sink(&output)
    return summary
  }

  func info(_ path: String, _ format: SourceReader.Format) -> DocumentInfo {
    DocumentInfo(
      path: path, syntax: format == .markdown ? .markdown : .plain,
      targetLanguage: english == .gb ? "en-GB" : "en-US", toolVersion: Pipeline.version)
  }

  func makeWriter(isNamed: Bool) -> any DocumentWriter {
    switch format {
    case .columns:
      ColumnsWriter(width: width, isColored: isColored, isNamed: isNamed) { text, limit in
        DisplayWidth.prefix(of: text, columns: limit)
      }
    case .text: PlainTextWriter(lines: !reading.isWrapped)
    case .markdown: MarkdownWriter(layout: layout, side: side, isSealed: isSealed)
    case .json: JSONWriter()
    case .xliff: XLIFFWriter()
    case .xliff2: XLIFF2Writer()
    case .tmx: TMXWriter()
    case .tsv: DelimitedWriter(.tsv)
    case .csv: DelimitedWriter(.csv)
    case .html: HTMLWriter()
    }
  }

  /// Adds the findings of a paragraph of the input at `path` to `summary`.
  func note(_ paragraph: BilingualParagraph, _ path: String, in summary: inout Summary) {
    var column = 1
    for segment in paragraph.segments {
      summary.segments += 1
      for finding in segment.findings {
        if finding.severity != .note { summary.warnings += 1 }
        guard summary.findings.count < 10_000 else { continue }
        summary.findings.append(
          "\(path):\(paragraph.line):\(column + finding.range.lowerBound): "
            + "\(finding.severity.rawValue): \(finding.message) [\(finding.rule)]")
      }
      column += segment.source.utf8.count + segment.gap.utf8.count
    }
  }
}

extension Pipeline {
  /// The version of visavis.
  public static var version: String { "0.1.0" }
}
