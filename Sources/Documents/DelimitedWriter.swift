package import Bitext

/// A row for each sentence, as TSV or CSV; the two texts come first.
///
///     source ⇥ target ⇥ id ⇥ paragraph ⇥ document ⇥ engine ⇥ terms
///
/// CSV follows RFC 4180 (CRLF, quoted where needed) and keeps every character. TSV has no quoting: tabs and
/// line ends inside a text become spaces.
package struct DelimitedWriter: DocumentWriter {
  package enum Dialect: Sendable { case tsv, csv }

  private let dialect: Dialect
  private var document = DocumentInfo(path: "-")
  private var hasHeader = false

  package init(_ dialect: Dialect) { self.dialect = dialect }

  package mutating func begin(_ document: DocumentInfo, into output: inout [UInt8]) {
    self.document = document
    header(into: &output)
  }

  package mutating func write(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    guard paragraph.isTranslatable else { return }
    for segment in paragraph.segments where !segment.source.isEmpty {
      let terms = segment.terms.map { "\($0.source) = \($0.target)" }.joined(separator: "; ")
      dialect.put(
        [
          segment.source, segment.target, "\(segment.id)", "\(paragraph.id)", document.path,
          segment.engine, terms,
        ], into: &output)
    }
  }

  package mutating func end(into output: inout [UInt8]) {}

  package mutating func finish(into output: inout [UInt8]) { header(into: &output) }

  private mutating func header(into output: inout [UInt8]) {
    if hasHeader { return }
    hasHeader = true
    dialect.put(
      ["source", "target", "id", "paragraph", "document", "engine", "terms"], into: &output)
  }
}

extension DelimitedWriter.Dialect {
  /// Appends a row with its line end.
  package func put(_ cells: [String], into output: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      switch self {
      case .tsv:
        if index > 0 { output.append(UInt8(ascii: "\t")) }
        for byte in cell.utf8 { output.append(Self.isBreak(byte) ? 0x20 : byte) }
      case .csv:
        if index > 0 { output.append(UInt8(ascii: ",")) }
        quoted(cell, into: &output)
      }
    }
    output.put(self == .csv ? "\r\n" : "\n")
  }

  private func quoted(_ cell: String, into output: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let isQuoted = cell.utf8.contains { $0 == quote || $0 == UInt8(ascii: ",") || Self.isBreak($0) }
    guard isQuoted else { return output.put(cell) }
    output.append(quote)
    for byte in cell.utf8 {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    output.append(quote)
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 9 || byte == 10 || byte == 13 }
}
