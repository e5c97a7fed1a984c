internal import Bitext

/// Writes the sentences of whole inputs, one to a line.
package struct SegmentRun: Sendable {
  package var reading = TextReading()

  private let segmenter: SourceSegmenter

  package init(_ segmenter: SourceSegmenter) { self.segmenter = segmenter }

  /// Writes each sentence of `inputs` ("-" is standard input) in its own bytes and a blank line between
  /// paragraphs; `sink` takes the bytes as they come. Code and empty lines have no sentences.
  ///
  /// Gives the notices for the user. Throws `ReadingError`, or what `sink` throws.
  package func run(_ inputs: [String], sink: (inout [UInt8]) throws -> Void) throws -> [String] {
    var notices: [String] = []
    var output: [UInt8] = []
    var isFirst = true
    for input in inputs {
      let reader = reading.reader(of: input)
      let hasLineEnds = reading.isWrapped || reader.format == .markdown
      notices += try reader.forEachParagraph { paragraph in
        guard paragraph.role != .verbatim, !paragraph.text.isEmpty else { return }
        let sentences = segmenter.sentences(of: paragraph)
        guard !sentences.isEmpty else { return }
        if !isFirst { output.append(UInt8(ascii: "\n")) }
        isFirst = false
        for sentence in sentences {
          let bytes = paragraph.text[sentence.range]
          if hasLineEnds { Self.appendJoined(bytes, to: &output) } else { output += bytes }
          output.append(UInt8(ascii: "\n"))
        }
        if output.count >= 1 << 16 { try sink(&output) }
      }
    }
    try sink(&output)
    return notices
  }

  /// Appends a sentence with a space for each line end inside.
  private static func appendJoined(_ sentence: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var rest = sentence
    while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      output.append(contentsOf: rest[..<end])
      output.append(0x20)
      let isPair = rest[end] == 0x0D && end + 1 < rest.endIndex && rest[end + 1] == 0x0A
      rest = rest[(isPair ? end + 2 : end + 1)...]
    }
    output.append(contentsOf: rest)
  }
}
