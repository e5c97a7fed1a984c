package import Bitext
package import Documents
internal import Review

/// Writes a French and an English text side by side, sentence by sentence.
package struct AlignRun: Sendable {
  package var unit: AlignmentUnitKind = .auto
  package var format: DocumentFormat = .tsv
  package var layout: DocumentLayout = .table
  package var reading = TextReading()
  package var english: EnglishVariety = .us
  private let pipeline: Pipeline

  package init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  /// Aligns the French text at `source` with the English one at `target`; gives the notices for the user.
  ///
  /// Throws `ConfigurationError`, `ReadingError`, or what `sink` throws.
  package func run(
    _ source: String, _ target: String, sink: (inout [UInt8]) throws -> Void
  ) throws -> [String] {
    var aligner = try TextAligner(pipeline)
    aligner.unit = unit
    aligner.reading = reading
    let texts = try aligner.align(source, target)
    var output: [UInt8] = []
    switch format {
    case .tsv, .csv: table(texts, format == .tsv ? .tsv : .csv, into: &output)
    default: document(texts, source, into: &output)
    }
    try sink(&output)
    return texts.notices + summary(texts, source, target)
  }

  private func summary(_ texts: AlignedTexts, _ source: String, _ target: String) -> [String] {
    let lost = texts.beads.count { $0.target.isEmpty }
    let added = texts.beads.count { $0.source.isEmpty }
    var notices: [String] = []
    if lost > 0 {
      notices.append("visavis: \(source): notice: \(lost) without English")
    }
    if added > 0 {
      let isLeftOut = format != .tsv && format != .csv
      notices.append(
        "visavis: \(target): notice: \(added) without French" + (isLeftOut ? ", left out" : ""))
    }
    return notices
  }

  /// A row for each bead, sides without a counterpart included.
  ///
  ///     source ⇥ target ⇥ type ⇥ source_lines ⇥ target_lines
  private func table(
    _ texts: AlignedTexts, _ dialect: DelimitedWriter.Dialect, into output: inout [UInt8]
  ) {
    dialect.put(["source", "target", "type", "source_lines", "target_lines"], into: &output)
    for bead in texts.beads {
      let source = texts.source[bead.source]
      let target = texts.target[bead.target]
      dialect.put(
        [
          text(source), text(target), "\(source.count)-\(target.count)", lines(source),
          lines(target),
        ], into: &output)
    }
  }

  private func text(_ units: ArraySlice<TextUnit>) -> String {
    units.map(\.text).joined(separator: " ")
  }

  /// "12", or "12-13" of several lines.
  private func lines(_ units: ArraySlice<TextUnit>) -> String {
    guard let first = units.first, let last = units.last else { return "" }
    return first.place.line == last.lastLine
      ? "\(first.place.line)" : "\(first.place.line)-\(last.lastLine)"
  }

  /// A segment for each bead; the paragraphs are those of the French text.
  private func document(_ texts: AlignedTexts, _ path: String, into output: inout [UInt8]) {
    var run = DocumentRun(pipeline)
    run.format = format
    run.layout = layout
    run.english = english
    var writer = run.makeWriter(isNamed: false)
    writer.begin(
      run.info(path, reading.reader(of: path).format), into: &output)
    var paragraph: BilingualParagraph?
    var number = -1
    var id = 0
    for bead in texts.beads where !bead.source.isEmpty {
      guard let first = texts.source[bead.source].first else { continue }
      if first.paragraph != number {
        if let done = paragraph { writer.write(done, into: &output) }
        number = first.paragraph
        paragraph = BilingualParagraph(
          id: number + 1, role: first.role, line: first.place.line, segments: [],
          trailing: [0x0A])
      }
      id += 1
      paragraph?.segments.append(
        BilingualSegment(
          id: id, source: text(texts.source[bead.source]), target: text(texts.target[bead.target]),
          engine: "align", gap: " "))
    }
    if let done = paragraph { writer.write(done, into: &output) }
    writer.end(into: &output)
    writer.finish(into: &output)
  }
}
