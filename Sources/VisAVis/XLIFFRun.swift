internal import Bitext
internal import Documents

extension DocumentRun {
  /// Whether an input is an XLIFF file, by its name.
  package static func isXLIFF(_ path: String) -> Bool {
    [.xliff, .xliff2].contains(DocumentFormat(path: path))
  }

  /// Fills the empty targets of the XLIFF file at `input`; every other byte reaches `sink` as it was.
  ///
  /// Throws `ReadingError`, or what `sink` throws.
  package func fill(_ input: String, sink: (inout [UInt8]) throws -> Void) throws -> Summary {
    var file = try InputFile(path: input)
    var bytes: [UInt8] = []
    while !file.isAtEnd { try file.read(into: &bytes, upTo: 1 << 20) }
    var summary = Summary()
    var state = DocumentState()
    do {
      let filled = try XLIFFFiller.fill(bytes) { paragraph in
        let result = pipeline.translate(paragraph, state: &state)
        note(result, input, in: &summary)
        return result.target
      } write: { piece in
        var piece = piece
        try sink(&piece)
      }
      if let language = filled.sourceLanguage, !language.lowercased().hasPrefix("fr") {
        summary.notices.append(
          "visavis: \(input): notice: the file's source language is '\(language)', not French")
      }
      let count = filled.filled
      summary.notices.append(
        "visavis: \(input): notice: \(count) target\(count == 1 ? "" : "s") filled, "
          + "\(filled.untouched) left as they were")
    } catch let error as FormatError {
      throw ReadingError.malformed(
        path: input, line: error.line, column: error.column, reason: error.message)
    }
    return summary
  }
}
